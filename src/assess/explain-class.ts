import type { Classification } from "../model/assessment.ts";
import type { ClassInterval } from "../model/classes.ts";
import type { AssessmentRequest } from "./assess.ts";
import { groundOf } from "./assess.ts";
import { triedAnswers } from "./class-answers.ts";
import type { Edit } from "./edit.ts";
import { withEdits } from "./edit.ts";
import type { Rebuild } from "./explain.ts";
import { contractSubject } from "./judge-contract.ts";
import { CRITICALITY_PATHS } from "./levels.ts";
import type { Reading } from "./reading.ts";
import { surroundingsOf } from "./surroundings.ts";

/** Some edits and the class that they give, verified by classifying again. */
export interface ClassChange {
  readonly edits: readonly Edit[];
  readonly class: ClassInterval;
}

/** Why a contract has its class. */
export interface ClassExplanation {
  readonly classification: Classification;
  readonly readings: readonly Reading[];
  readonly changes: readonly ClassChange[];
}

/** What is read to classify, beside the facts themselves. */
const DETAILS = ["alternative.within", "alternative.ready", "alternative.verified", "override"].map(
  (each) => `criticality.${each}`,
);

/** Explains the class of a contract: the facts, and which answers would give another class. */
export function explainClass(
  request: AssessmentRequest,
  contractId: string,
  rebuild: Rebuild,
): ClassExplanation | undefined {
  const { ground, classifications } = groundOf(request, () => undefined);
  const contract = ground.index.current.find(({ id }) => id === contractId);
  const classification = classifications.get(contractId);
  if (contract === undefined || classification === undefined) return undefined;
  const { read } = surroundingsOf(contractSubject(contract), undefined, ground);
  const changes: ClassChange[] = [];
  for (const path of CRITICALITY_PATHS) {
    const seen = new Set<string>([JSON.stringify(classification.decided)]);
    for (const value of triedAnswers(path, request.asOf)) {
      const edits: readonly Edit[] = [{ shape: "contract", entry: contractId, path, value }];
      const register = rebuild((entry) => withEdits(entry, edits));
      const after = groundOf({ ...request, register }, () => undefined).classifications.get(
        contractId,
      )?.decided;
      const key = JSON.stringify(after);
      if (after === undefined || seen.has(key)) continue;
      seen.add(key);
      changes.push({ edits, class: after });
    }
  }
  return { classification, readings: [...CRITICALITY_PATHS, ...DETAILS].map(read), changes };
}
