import { CLASSES } from "../model/classes.ts";
import type { Criterion, Severity } from "../model/criterion.ts";
import { SEVERITIES } from "../model/criterion.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Raw, RawObject } from "../model/values.ts";
import { isRawObject } from "../model/values.ts";
import { isYes, listIn, severityOf, validityOf } from "./parse-criterion.ts";

/** What an adjustment may change, as its file names it. */
const CHANGES = ["severity", "weight-factor", "valid", "strict-at"] as const;

/** The names of what an adjustment changes, in the order of its schema. */
export function changesIn(adjustment: RawObject): readonly string[] {
  return CHANGES.filter((key) => adjustment[key] !== undefined);
}

/** True when it switches its criterion off. */
export function switchesOff(adjustment: RawObject): boolean {
  return isYes(adjustment["off"]);
}

/** A criterion as the organisation has adjusted it. */
export function adjusted(criterion: Criterion, adjustment: RawObject): Criterion {
  const { severity, valid } = adjustment;
  const strictAt = listIn(adjustment, "strict-at");
  const factor = adjustment["weight-factor"];
  return {
    ...criterion,
    severity: severity === undefined ? criterion.severity : severitiesAfter(criterion, severity),
    weightFactor: typeof factor === "number" ? factor : criterion.weightFactor,
    proof: {
      ...criterion.proof,
      valid: valid === undefined ? criterion.proof.valid : validityAfter(criterion, valid),
      strictAt:
        strictAt.length === 0
          ? criterion.proof.strictAt
          : CLASSES.filter((criticality) => strictAt.includes(criticality)),
    },
  };
}

/** Classes that are not named keep theirs. */
function severitiesAfter({ severity }: Criterion, written: Raw): Criterion["severity"] {
  if (!isRawObject(written)) return severityOf(written);
  const named = severityOf(written);
  const kept = CLASSES.flatMap((criticality): readonly (readonly [string, Severity])[] => {
    const chosen = written[criticality] === undefined ? severity[criticality] : named[criticality];
    return chosen === undefined ? [] : [[criticality, chosen]];
  });
  return Object.fromEntries(kept);
}

function validityAfter({ proof }: Criterion, written: Raw): Criterion["proof"]["valid"] {
  const named = validityOf(written);
  if (!isRawObject(written)) return named;
  const of = (criticality: (typeof CLASSES)[number]): number | null =>
    written[criticality] === undefined ? proof.valid[criticality] : named[criticality];
  return { K1: of("K1"), K2: of("K2"), K3: of("K3"), K4: of("K4") };
}

/** What is wrong with an adjustment of this criterion: it must change something, and may not lower what the law demands. */
export function checkAdjustment(
  adjustment: RawObject,
  criterion: Criterion,
  file: string,
): readonly Diagnostic[] {
  const key = { file, pointer: "/kind", part: "key" } as const;
  const changes = changesIn(adjustment);
  if (!switchesOff(adjustment) && changes.length === 0) return [diagnose("C036", {}, key)];
  if (!criterion.statutory) return [];
  const params = { criterion: criterion.id };
  if (switchesOff(adjustment))
    return [diagnose("C014", params, { file, pointer: "/off", part: "key" })];
  const after = adjusted(criterion, adjustment);
  return changes
    .filter((change) => isLower(change, criterion, after))
    .map((change) => diagnose("C014", params, { file, pointer: `/${change}`, part: "key" }));
}

function isLower(change: string, before: Criterion, after: Criterion): boolean {
  const rank = (severity: Severity | undefined): number =>
    severity === undefined ? -1 : SEVERITIES.indexOf(severity);
  const age = (months: number | null): number => months ?? Infinity;
  return CLASSES.some((criticality) => {
    switch (change) {
      case "severity":
        return rank(after.severity[criticality]) < rank(before.severity[criticality]);
      case "weight-factor":
        return after.weightFactor < before.weightFactor;
      case "valid":
        return age(after.proof.valid[criticality]) > age(before.proof.valid[criticality]);
      // The classes at which weaker proof is not enough: fewer of them ask for less.
      default:
        return (
          before.proof.strictAt.includes(criticality) && !after.proof.strictAt.includes(criticality)
        );
    }
  });
}
