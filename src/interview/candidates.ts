import { triedAnswers } from "../assess/class-answers.ts";
import type { Edit } from "../assess/edit.ts";
import { judge } from "../assess/judge.ts";
import { CRITICALITY_PATHS } from "../assess/levels.ts";
import { editsToReach } from "../assess/reach.ts";
import { comparableOf } from "../assess/reading.ts";
import type { Ground, Subject, SubjectSurroundings } from "../assess/surroundings.ts";
import { factContext } from "../assess/surroundings.ts";
import type { CriticalityClass } from "../model/classes.ts";
import type { Criterion } from "../model/criterion.ts";
import { examplesAt } from "../model/examples-at.ts";
import type { Shape } from "../model/shape.ts";
import { shapeAt } from "../model/shapes.ts";
import type { Raw } from "../model/values.ts";
import { aroundDay, aroundLimit, extremesOf, testsOf } from "./amounts.ts";
import { proofPlace } from "./proof-place.ts";
import { withoutReferences } from "./without-references.ts";

/** A blank field of a contract or of one of its suppliers, with what its subject is judged by. */
export interface Blank {
  readonly subject: Subject;
  readonly path: string;
  /** The criterion that its answer serves first; undefined where it serves the class alone. */
  readonly criterion: Criterion | undefined;
  /** The surroundings of the subject at the highest class the contract may be of. */
  readonly at: SubjectSurroundings;
  readonly class: CriticalityClass;
  readonly ground: Ground;
}

/**
 * The closed set of answers to a blank that matter, each as the edits that write it:
 * an answer: `yes` with fresh evidence of the kind asked for, or `no`; a clause: `present` or `none`;
 * an amount or a day: one that meets the limit that the criterion sets at the class, and one that does
 * not; a word: each word of the field's list; a fact behind the class: one answer for each of its levels;
 * text, a list or a block: recorded (the schema's example), or `none`. Where the field cannot carry the
 * evidence but its block does, every answer comes with fresh evidence there.
 */
export function candidateAnswers(blank: Blank): readonly (readonly Edit[])[] {
  const { subject, path } = blank;
  const values = valuesOf(blank);
  const place = proofPlace(subject.shape, path, blank.criterion, blank.class);
  const evidence = place && { kind: place.kind, date: blank.ground.asOf };
  const edit = (at: string, value: Raw): Edit => ({
    shape: subject.shape,
    entry: subject.entry.id,
    path: at,
    value,
  });
  return values.map((value): readonly Edit[] => {
    if (place?.own === true)
      return [edit(path, value === "yes" ? { status: value, evidence: evidence ?? null } : value)];
    if (place === undefined) return [edit(path, value)];
    const holder = place.holder === "" ? "evidence" : `${place.holder}.evidence`;
    return [edit(path, value), edit(holder, evidence ?? null)];
  });
}

function valuesOf(blank: Blank): readonly Raw[] {
  const { subject, path } = blank;
  const { asOf } = blank.ground;
  const fact = CRITICALITY_PATHS.find((each) => each === path);
  if (fact !== undefined && subject.shape === "contract") return triedAnswers(fact, asOf);
  const found = shapeAt(subject.shape, path.split("."));
  if (found === undefined) return [];
  const words = wordsOf(found.shape);
  switch (found.shape.kind) {
    case "answer":
      return ["yes", "no"];
    case "clause":
      return ["present", "none"];
    case "word":
      // An ended contract is asked nothing more.
      return words.filter((word) => found.name !== "stage" || word !== "ended");
    case "span":
    case "period":
    case "span-or-period":
    case "share":
    case "number":
      return amountsFor(blank, found.shape) ?? [];
    case "day":
      return daysFor(blank, found.name, found.shape);
    // What else can be recorded is the organisation's own.
    default:
      return recordedOr(subject.shape, path, found.name, words);
  }
}

/** The words that a field takes besides `unknown`. */
export function wordsOf({ words = [] }: Shape): readonly string[] {
  return words.filter((word) => word !== "unknown");
}

/** The tests of a field that a criterion makes, with what each compares with at the class. */
function limitsFor({ criterion, path, at }: Blank) {
  return [criterion?.met, criterion?.applies, criterion?.partial].flatMap((condition) =>
    testsOf(condition, path).map((test) => {
      const { operand } = test;
      const against =
        operand.kind === "literal"
          ? operand.value
          : operand.kind === "scale"
            ? at.scale(operand.scale)
            : undefined;
      return { test, against };
    }),
  );
}

function amountsFor(blank: Blank, shape: Shape): readonly Raw[] | undefined {
  for (const { test, against } of limitsFor(blank)) {
    const limit = typeof against === "number" ? against : comparableOf(against ?? null, shape.kind);
    const pair = typeof limit === "number" ? aroundLimit(test, limit, shape.kind) : undefined;
    if (pair !== undefined) return pair;
  }
  return reachedValues(blank) ?? extremesOf(shape.kind, blank.at.asOf);
}

function daysFor(blank: Blank, name: string, shape: Shape): readonly Raw[] {
  const { asOf } = blank.at;
  for (const { test, against } of limitsFor(blank)) {
    const months = comparableOf(against ?? null, "period");
    const pair = typeof months === "number" ? aroundDay(test, months, asOf) : undefined;
    if (pair !== undefined) return pair;
  }
  if (name === "day-or-none") return [asOf, "none"];
  return extremesOf(shape.kind, asOf) ?? [];
}

/** What `explain` would propose for the criterion to be met, and not to be: facts have limits of their own. */
function reachedValues(blank: Blank): readonly Raw[] | undefined {
  const { criterion, subject, at, path, ground } = blank;
  if (criterion === undefined) return undefined;
  const judged = judge(criterion, at, ground.profile);
  const trace = judged.met ?? judged.applies;
  if (trace === undefined) return undefined;
  const context = factContext(subject, blank.class, ground, at.read);
  const reach = {
    shape: subject.shape,
    entry: subject.entry.id,
    asOf: at.asOf,
    criterion,
    at,
    context,
  };
  const values = [true, false].flatMap(
    (wanted) =>
      editsToReach(trace, wanted, reach)?.find(
        (edit) => edit.path === path && edit.entry === subject.entry.id,
      )?.value ?? [],
  );
  const [one, other] = values;
  return one === undefined || other === undefined || one === other ? undefined : [one, other];
}

function recordedOr(
  shape: string,
  path: string,
  name: string,
  words: readonly string[],
): readonly Raw[] {
  const given = examplesAt(shape, path.split(".")).filter((each) => each !== "unknown");
  const recorded = given
    .filter((each) => each !== "none")
    .map((each) => withoutReferences(each, name))
    .filter((each) => each !== undefined);
  const none = name === "role" || words.includes("none") || given.includes("none");
  return [...recorded.slice(0, 1), ...(none ? ["none"] : [])];
}
