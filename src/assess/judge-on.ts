import type { Classification, Judgement } from "../model/assessment.ts";
import type { ClassInterval, CriticalityClass } from "../model/classes.ts";
import { classesIn, gravestOf } from "../model/classes.ts";
import type { Criterion } from "../model/criterion.ts";
import type { Register } from "../model/register.ts";
import { applyAcceptances } from "./accept.ts";
import type { AssessmentRequest } from "./assess.ts";
import { groundOf } from "./assess.ts";
import type { Judged } from "./judge.ts";
import { judge } from "./judge.ts";
import { contractSubject } from "./judge-contract.ts";
import { mergeClasses } from "./merge-classes.ts";
import type { Ground, Subject } from "./surroundings.ts";
import { surroundingsOf } from "./surroundings.ts";

/** One criterion judged on one subject, with all that it was judged from. */
export interface JudgedOn {
  readonly subject: Subject;
  /** Undefined for organisation and portfolio. */
  readonly interval: ClassInterval | undefined;
  /** The judgement at each class of the interval, lowest first, with its trees of truth values. */
  readonly byClass: readonly (readonly [CriticalityClass, Judged])[];
  readonly judgement: Judgement;
  readonly ground: Ground;
  readonly classifications: ReadonlyMap<string, Classification>;
}

/** Judges as `assess` does, one criterion on one subject; undefined where the register has no such subject. */
export function judgeOn(
  request: AssessmentRequest,
  subjectId: string,
  criterion: Criterion,
): JudgedOn | undefined {
  const { ground, classifications } = groundOf(request, () => undefined);
  const found = subjectOf(request.register, criterion, subjectId, classifications, ground);
  if (found === undefined) return undefined;
  const { subject, interval } = found;
  const classes: readonly (CriticalityClass | undefined)[] =
    interval === undefined ? [undefined] : classesIn(interval);
  const byClass = classes.map(
    (criticality) =>
      [
        criticality ?? "K1",
        judge(criterion, surroundingsOf(subject, criticality, ground), request.catalogue.profile),
      ] as const,
  );
  const judgement = applyAcceptances(
    mergeClasses(byClass),
    acceptedOf(request.register, subject),
    request.asOf,
  );
  return { subject, interval, byClass, ground, classifications, judgement };
}

function acceptedOf(register: Register, subject: Subject): Register["organisation"]["accepted"] {
  if (subject.contract !== undefined) return subject.contract.accepted;
  if (subject.shape === "supplier")
    return register.suppliers.find(({ id }) => id === subject.entry.id)?.accepted ?? [];
  return register.organisation.accepted;
}

function subjectOf(
  register: Register,
  criterion: Criterion,
  id: string,
  classifications: ReadonlyMap<string, Classification>,
  ground: Ground,
): { readonly subject: Subject; readonly interval: ClassInterval | undefined } | undefined {
  if (criterion.level === "contract") {
    const contract = ground.index.current.find((each) => each.id === id);
    if (contract === undefined) return undefined;
    return { subject: contractSubject(contract), interval: classifications.get(id)?.decided };
  }
  if (criterion.level === "supplier") {
    const supplier = ground.index.suppliers.get(id);
    const interval = gravestOf(
      ground.index.contractsOf(id).flatMap((each) => classifications.get(each.id)?.decided ?? []),
    );
    if (supplier === undefined || interval === undefined) return undefined;
    return {
      subject: { level: "supplier", entry: supplier, shape: "supplier", contract: undefined },
      interval,
    };
  }
  const { organisation } = register;
  const subject: Subject = {
    level: criterion.level,
    entry: organisation,
    shape: "organisation",
    contract: undefined,
  };
  return { subject, interval: undefined };
}
