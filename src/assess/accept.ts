import type { Judgement } from "../model/assessment.ts";
import type { Acceptance } from "../model/register.ts";
import type { Day } from "../model/values.ts";

/** The acceptance that holds for a criterion on a day, or the latest that has expired. */
export function acceptanceFor(
  criterion: string,
  acceptances: readonly Acceptance[],
  asOf: Day,
): { readonly acceptance: Acceptance; readonly expired: boolean } | undefined {
  const mine = acceptances.filter((each) => each.criterion === criterion);
  const latest = mine.reduce<Acceptance | undefined>(
    (best, each) => (best === undefined || each.until > best.until ? each : best),
    undefined,
  );
  return latest === undefined ? undefined : { acceptance: latest, expired: latest.until < asOf };
}

/** A known shortfall that is accepted keeps its verdict and its credit, and is listed apart. */
export function applyAcceptances(
  judgement: Judgement,
  acceptances: readonly Acceptance[],
  asOf: Day,
): Judgement {
  if (judgement.verdict !== "not-met") return judgement;
  const found = acceptanceFor(judgement.criterion, acceptances, asOf);
  if (found === undefined || found.expired) return judgement;
  return { ...judgement, accepted: true, because: found.acceptance.because };
}
