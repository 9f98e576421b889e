import type { Classification, Judgement } from "../model/assessment.ts";
import type { ClassInterval, CriticalityClass } from "../model/classes.ts";
import { classesIn } from "../model/classes.ts";
import type { Criterion, Verdict } from "../model/criterion.ts";
import type { Entry, Register } from "../model/register.ts";
import type { RawObject } from "../model/values.ts";
import { byCodeUnits } from "../model/values.ts";
import { applyAcceptances } from "./accept.ts";
import type { AssessmentRequest } from "./assess.ts";
import { groundOf } from "./assess.ts";
import type { Edit } from "./edit.ts";
import { applyEdit } from "./edit.ts";
import type { Judged } from "./judge.ts";
import { judge, proofPath } from "./judge.ts";
import { contractSubject } from "./judge-contract.ts";
import { CRITICALITY_PATHS } from "./levels.ts";
import { mergeClasses } from "./merge-classes.ts";
import type { ReachFor } from "./reach.ts";
import { editsToReach, renewedProof } from "./reach.ts";
import type { Reading } from "./reading.ts";
import type { Ground, Subject } from "./surroundings.ts";
import { factContext, surroundingsOf } from "./surroundings.ts";

/** Some edits and the verdict that they give, verified by judging again. */
export interface Change {
  readonly edits: readonly Edit[];
  readonly verdict: Verdict;
  readonly partial: boolean;
}

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

/** Some edits and the class that they give, verified by classifying again. */
export interface ClassChange {
  readonly edits: readonly Edit[];
  readonly class: ClassInterval;
}

export interface ClassExplanation {
  readonly classification: Classification;
  readonly readings: readonly Reading[];
  readonly changes: readonly ClassChange[];
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
  const { subject, interval, byClass, ground } = judged;
  const verdictAfter = (edits: readonly Edit[]): Change | undefined => {
    const register = rebuild((entry) => edited(entry, edits));
    const again = judgeOn({ ...request, register }, subjectId, criterion);
    return again === undefined
      ? undefined
      : { edits, verdict: again.judgement.verdict, partial: again.judgement.partial };
  };
  return {
    criterion,
    subject,
    judgement: judged.judgement,
    class: interval,
    byClass,
    readings: readingsOf(subject, byClass, ground, criterion),
    changes: changesFor(judged, criterion, verdictAfter),
  };
}

interface JudgedOn {
  readonly subject: Subject;
  readonly interval: ClassInterval | undefined;
  readonly byClass: readonly (readonly [CriticalityClass, Judged])[];
  readonly judgement: Judgement;
  readonly ground: Ground;
}

function judgeOn(request: AssessmentRequest, subjectId: string, criterion: Criterion): JudgedOn | undefined {
  const { ground, classifications } = groundOf(request, () => undefined);
  const found = subjectOf(request.register, criterion, subjectId, classifications, ground);
  if (found === undefined) return undefined;
  const { subject, interval } = found;
  const classes: readonly (CriticalityClass | undefined)[] = interval === undefined ? [undefined] : classesIn(interval);
  const byClass = classes.map(
    (criticality) =>
      [
        criticality ?? "K1",
        judge(criterion, surroundingsOf(subject, criticality, ground), request.catalogue.profile),
      ] as const,
  );
  const accepted = acceptedOf(request.register, subject);
  return { subject, interval, byClass, ground, judgement: applyAcceptances(mergeClasses(byClass), accepted, request.asOf) };
}

function acceptedOf(register: Register, subject: Subject): Register["organisation"]["accepted"] {
  if (subject.contract !== undefined) return subject.contract.accepted;
  if (subject.shape === "supplier") return register.suppliers.find(({ id }) => id === subject.entry.id)?.accepted ?? [];
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
    const intervals = ground.index.contractsOf(id).flatMap((each) => classifications.get(each.id)?.decided ?? []);
    if (supplier === undefined || intervals.length === 0) return undefined;
    const lows = intervals.map(({ low }) => low).sort(byCodeUnits);
    const highs = intervals.map(({ high }) => high).sort(byCodeUnits);
    const subject: Subject = { level: "supplier", entry: supplier, shape: "supplier", contract: undefined };
    return { subject, interval: { low: lows.at(-1) ?? "K1", high: highs.at(-1) ?? "K1" } };
  }
  const { organisation } = register;
  const subject: Subject = { level: criterion.level, entry: organisation, shape: "organisation", contract: undefined };
  return { subject, interval: undefined };
}

function edited(entry: Entry, edits: readonly Edit[]): RawObject {
  return edits.filter((edit) => edit.entry === entry.id).reduce((raw, edit) => applyEdit(raw, edit), entry.raw);
}

/** Changes that give another verdict, one for each verdict that can be reached. */
function changesFor(
  judged: JudgedOn,
  criterion: Criterion,
  verdictAfter: (edits: readonly Edit[]) => Change | undefined,
): readonly Change[] {
  const { subject, ground, judgement } = judged;
  const [criticality, top] = judged.byClass.at(-1) ?? [undefined, undefined];
  if (top === undefined) return [];
  const at = surroundingsOf(subject, subject.shape === "organisation" ? undefined : criticality, ground);
  const context = factContext(subject, criticality, ground, at.read);
  const reach: ReachFor = { shape: subject.shape, entry: subject.entry.id, asOf: ground.asOf, criterion, at, context };
  const candidates: (readonly Edit[] | undefined)[] = [];
  for (const wanted of [true, false]) {
    const applies = top.applies === undefined ? [] : editsToReach(top.applies, true, reach);
    const met = top.met === undefined ? undefined : editsToReach(top.met, wanted, reach);
    if (applies !== undefined && met !== undefined) candidates.push([...applies, ...met]);
    if (wanted && met !== undefined) candidates.push([...(applies ?? []), ...met, ...renewedProof(reach)]);
  }
  if (top.partialTrace !== undefined) candidates.push(editsToReach(top.partialTrace, true, reach));
  if (judgement.stale || judgement.weak || top.proof?.expired === true) candidates.push(renewedProof(reach));
  const changes = new Map<string, Change>();
  for (const edits of candidates) {
    if (edits === undefined || edits.length === 0) continue;
    const change = verdictAfter(edits);
    if (change === undefined) continue;
    const key = `${change.verdict} ${change.partial}`;
    const same = change.verdict === judgement.verdict && change.partial === judgement.partial;
    const before = changes.get(key);
    if (!same && (before === undefined || change.edits.length < before.edits.length)) changes.set(key, change);
  }
  return [...changes.values()];
}

/** What was read to judge, and the field whose evidence counts. */
function readingsOf(
  subject: Subject,
  byClass: readonly (readonly [CriticalityClass, Judged])[],
  ground: Ground,
  criterion: Criterion,
): readonly Reading[] {
  const { read } = surroundingsOf(subject, byClass.at(-1)?.[0], ground);
  const paths = new Set<string>();
  for (const [, judged] of byClass) {
    for (const { pointer } of judged.evidence) {
      const inside = pointer.startsWith(subject.entry.place.pointer) ? pointer.slice(subject.entry.place.pointer.length + 1) : "";
      if (inside !== "") paths.add(inside.replaceAll("/", "."));
    }
    for (const blank of judged.blanks) if (blank !== "class" && !blank.startsWith("contracts.")) paths.add(blank);
  }
  const proof = proofPath(criterion);
  if (proof !== "" && byClass.some(([, judged]) => judged.met !== undefined)) paths.add(proof);
  return [...paths].sort(byCodeUnits).map(read);
}

// --- classes ---------------------------------------------------------------------------------------

/** Answers tried in the place of each fact behind a class. */
const TRIED: Readonly<Record<(typeof CRITICALITY_PATHS)[number], readonly (string | number | RawObject)[]>> = {
  "criticality.life-health": ["none", "indirect", "serious", "life-threatening"],
  "criticality.statutory-duty": ["none", "supports", "delivers", "uninterruptible"],
  "criticality.vital-function": ["none", { code: "VF6", link: "supporting" }, { code: "VF6", link: "direct" }, { code: "VF6", link: "sole" }],
  "criticality.mtpd": ["500 h", "96 h", "48 h", "4 h"],
  "criticality.dependents": ["none", 1, 3],
  "criticality.people": [10, 100, 1000],
  "criticality.vulnerable": ["no", "yes"],
  "criticality.alternative": ["none"],
};

/** Explains the class of a contract: the facts, and which answers would give another class. */
export function explainClass(request: AssessmentRequest, contractId: string, rebuild: Rebuild): ClassExplanation | undefined {
  const { ground, classifications } = groundOf(request, () => undefined);
  const contract = ground.index.current.find(({ id }) => id === contractId);
  const classification = classifications.get(contractId);
  if (contract === undefined || classification === undefined) return undefined;
  const { read } = surroundingsOf(contractSubject(contract), undefined, ground);
  const changes: ClassChange[] = [];
  for (const path of CRITICALITY_PATHS) {
    const seen = new Set<string>([JSON.stringify(classification.decided)]);
    for (const value of TRIED[path]) {
      const edits: readonly Edit[] = [{ shape: "contract", entry: contractId, path, value }];
      const register = rebuild((entry) => edited(entry, edits));
      const after = groundOf({ ...request, register }, () => undefined).classifications.get(contractId)?.decided;
      const key = JSON.stringify(after);
      if (after === undefined || seen.has(key)) continue;
      seen.add(key);
      changes.push({ edits, class: after });
    }
  }
  const paths = [...CRITICALITY_PATHS, "criticality.alternative.within", "criticality.alternative.ready", "criticality.alternative.verified", "criticality.override"];
  return { classification, readings: paths.map(read), changes };
}
