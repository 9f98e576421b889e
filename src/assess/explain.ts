import type { Judgement } from "../model/assessment.ts";
import type { ClassInterval, CriticalityClass } from "../model/classes.ts";
import type { Criterion } from "../model/criterion.ts";
import type { Entry, Register } from "../model/register.ts";
import type { RawObject } from "../model/values.ts";
import { byCodeUnits } from "../model/values.ts";
import type { AssessmentRequest } from "./assess.ts";
import type { Change } from "./changes.ts";
import { changesFor } from "./changes.ts";
import { withEdits } from "./edit.ts";
import type { Judged } from "./judge.ts";
import { placesSeen, proofPath } from "./judge.ts";
import type { JudgedOn } from "./judge-on.ts";
import { judgeOn } from "./judge-on.ts";
import type { Reading } from "./reading.ts";
import type { Subject } from "./surroundings.ts";
import { surroundingsOf } from "./surroundings.ts";

/** Why a criterion has its verdict on a subject. */
export interface VerdictExplanation {
  readonly criterion: Criterion;
  readonly subject: Subject;
  readonly judgement: Judgement;
  /** Undefined for organisation and portfolio. */
  readonly class: ClassInterval | undefined;
  /** The judgement at each class of the interval, with its trees of truth values. */
  readonly byClass: readonly (readonly [CriticalityClass, Judged])[];
  /** The fields that were read. */
  readonly readings: readonly Reading[];
  readonly changes: readonly Change[];
}

/** Builds the register anew with some entries changed. */
export type Rebuild = (change: (entry: Entry) => RawObject) => Register;

/** Explains the verdict of one criterion on a contract, a supplier, the organisation or the portfolio. */
export function explainVerdict(
  request: AssessmentRequest,
  subjectId: string,
  criterion: Criterion,
  rebuild: Rebuild,
): VerdictExplanation | undefined {
  const judged = judgeOn(request, subjectId, criterion);
  if (judged === undefined) return undefined;
  const { subject, interval, byClass, judgement } = judged;
  const changes = changesFor(judged, criterion, (edits) => {
    const register = rebuild((entry) => withEdits(entry, edits));
    return judgeOn({ ...request, register }, subjectId, criterion);
  });
  return {
    criterion,
    subject,
    judgement,
    class: interval,
    byClass,
    readings: readingsOf(judged, criterion),
    changes,
  };
}

/** Blanks of other entries and of the strategy: they cannot be read in the subject. */
const ELSEWHERE = /^(?:contracts\.|suppliers\.|resources\.|strategy\.goals)/u;

/** What was read to judge, and the field whose evidence counts. */
function readingsOf(
  { subject, byClass, ground }: JudgedOn,
  criterion: Criterion,
): readonly Reading[] {
  const { read } = surroundingsOf(subject, byClass.at(-1)?.[0], ground);
  const paths = new Set<string>();
  for (const [, judged] of byClass) {
    for (const { pointer } of placesSeen([judged])) {
      const inside = pointer.startsWith(subject.entry.place.pointer)
        ? pointer.slice(subject.entry.place.pointer.length + 1)
        : "";
      if (inside !== "") paths.add(inside.replaceAll("/", "."));
    }
    for (const blank of judged.blanks)
      if (blank !== "class" && !ELSEWHERE.test(blank)) paths.add(blank);
  }
  const proof = proofPath(criterion);
  if (proof !== "" && byClass.some(([, judged]) => judged.met !== undefined)) paths.add(proof);
  return [...paths].sort(byCodeUnits).map(read);
}
