import { proofPath } from "../assess/judge.ts";
import { contractSubject } from "../assess/judge-contract.ts";
import type { Reading } from "../assess/reading.ts";
import type { Subject, SubjectSurroundings } from "../assess/surroundings.ts";
import { surroundingsOf } from "../assess/surroundings.ts";
import type { Judgement } from "../model/assessment.ts";
import { classesIn, isDecided } from "../model/classes.ts";
import type { Criterion, Severity } from "../model/criterion.ts";
import { SEVERITIES } from "../model/criterion.ts";
import type { Supplier } from "../model/register.ts";
import { shapeAt } from "../model/shapes.ts";
import { byCodeUnits, isRawList, isRawObject } from "../model/values.ts";
import { candidateAnswers, wordsOf } from "./candidates.ts";
import type { Question } from "./question.ts";
import { keyOf } from "./question.ts";
import type { Standing } from "./standing.ts";

/** A blank with all that its answer serves, before it is known what may be answered. */
interface Opening {
  readonly subject: Subject;
  readonly at: SubjectSurroundings;
  readonly path: string;
  decidesClass: boolean;
  readonly criteria: Criterion[];
}

/**
 * The open questions of a contract, in no order: the blanks that could move an end of its class, and those
 * of every criterion of its own or of its suppliers that is unknown at a possible class. A field whose
 * proof is too old to count is blank again; one answered after the day of assessment is not asked about.
 */
export function openQuestions(standing: Standing): readonly Question[] {
  const { classification, judged, contract, ground, suppliers } = standing;
  const highest = classification.decided.high;
  const openings = new Map<string, Opening>();
  const own = contractSubject(contract);
  const ownAt = surroundingsOf(own, highest, ground);
  if (!isDecided(classification.decided)) {
    for (const path of classification.decisive)
      openingAt(openings, own, ownAt, linkPath(path, ownAt)).decidesClass = true;
  }
  collect(judged.judgements, own, ownAt, standing, openings);
  for (const supplier of suppliers) {
    const subject = supplierSubject(supplier);
    const about = judged.supplierJudgements.filter((each) => each.supplier === supplier.id);
    collect(about, subject, surroundingsOf(subject, highest, ground), standing, openings);
  }
  return [...openings.values()].flatMap((opening) => questionOf(opening, standing) ?? []);
}

function supplierSubject(supplier: Supplier): Subject {
  return { level: "supplier", entry: supplier, shape: "supplier", contract: undefined };
}

function collect(
  judgements: readonly Judgement[],
  subject: Subject,
  at: SubjectSurroundings,
  { request }: Standing,
  openings: Map<string, Opening>,
): void {
  for (const { criterion: id, verdict, blanks } of judgements) {
    const criterion = request.catalogue.criteria.get(id);
    if (verdict !== "unknown" || criterion === undefined) continue;
    for (const path of blanks) {
      // Blanks of other entries, and the class, are asked about by their own fields.
      if (shapeAt(subject.shape, path.split(".")) === undefined) continue;
      if (!isBlank(at.read(path), path, criterion)) continue;
      openingAt(openings, subject, at, path).criteria.push(criterion);
    }
  }
}

function isBlank(reading: Reading, path: string, criterion: Criterion): boolean {
  if (reading.state === "unknown") return !reading.later;
  // What is known, and yet leaves the verdict open, has a proof that is too old.
  return reading.state === "known" && path === proofPath(criterion);
}

/** Of several vital functions whose links nobody has said, the first such link. */
function linkPath(path: string, at: SubjectSurroundings): string {
  const reading = at.read(path);
  if (path !== "criticality.vital-function" || reading.state !== "known") return path;
  const { value } = reading;
  if (typeof value !== "object" || !isRawList(value)) return path;
  const index = value.findIndex((each) => isRawObject(each) && each["link"] === undefined);
  return index === -1 ? path : `${path}.${index}.link`;
}

function openingAt(
  openings: Map<string, Opening>,
  subject: Subject,
  at: SubjectSurroundings,
  path: string,
): Opening {
  const key = keyOf({ shape: subject.shape, entry: subject.entry.id, path });
  let opening = openings.get(key);
  if (opening === undefined) {
    opening = { subject, at, path, decidesClass: false, criteria: [] };
    openings.set(key, opening);
  }
  return opening;
}

function questionOf(opening: Opening, standing: Standing): Question | undefined {
  const { subject, at, path, decidesClass } = opening;
  const highest = standing.classification.decided.high;
  const severityOf = (criterion: Criterion): number => gravity(severityAt(criterion, standing));
  const criteria = opening.criteria.toSorted(
    (left, right) => severityOf(right) - severityOf(left) || byCodeUnits(left.id, right.id),
  );
  const found = shapeAt(subject.shape, path.split("."));
  const { ground } = standing;
  const [first] = criteria;
  const candidates = candidateAnswers({
    subject,
    path,
    criterion: first,
    at,
    class: highest,
    ground,
  });
  if (found === undefined) return undefined;
  return {
    shape: subject.shape,
    entry: subject.entry.id,
    path,
    kind: found.shape.kind,
    words: wordsOf(found.shape),
    decidesClass,
    criteria,
    severity: first === undefined ? undefined : severityAt(first, standing),
    candidates,
  };
}

/** The severity at the highest class of the interval that asks for the criterion at all. */
function severityAt(criterion: Criterion, { classification }: Standing): Severity | undefined {
  return classesIn(classification.decided)
    .map((each) => criterion.severity[each])
    .findLast((each) => each !== undefined);
}

/** How grave a severity is; none weighs least. */
export function gravity(severity: Severity | undefined): number {
  return severity === undefined ? -1 : SEVERITIES.indexOf(severity);
}
