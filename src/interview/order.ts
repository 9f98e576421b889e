import type { ClassInterval } from "../model/classes.ts";
import { rankOf } from "../model/classes.ts";
import { byCodeUnits } from "../model/values.ts";
import type { Question } from "./question.ts";
import { keyOf } from "./question.ts";
import { gravity, openQuestions } from "./open-questions.ts";
import type { Standing } from "./standing.ts";
import { answered } from "./standing.ts";

/** A question with how much its answers narrow what is known, on the mean over its candidate answers. */
interface Weighed {
  readonly question: Question;
  /** Classes by which the class interval narrows. */
  readonly classes: number;
  /** How much high less low of the contract's preparedness narrows, in shares of 1. */
  readonly bounds: number;
}

/**
 * The open questions, the one to ask first in front. While the class is an interval those that could move
 * it come first, the greatest narrowing of the interval in front. Then the greatest narrowing of the bounds
 * of the contract's preparedness (nothing required counts as no width). Each narrowing is the mean over the
 * question's candidate answers (none where there are none), each tried alone with all else as it is, and is compared at nine decimals.
 * Ties go to the graver criterion, then by its id, then by the path, at last by the entry, in code units.
 */
export function questionsInOrder(standing: Standing): readonly Question[] {
  return inOrder(openQuestions(standing), standing);
}

/** The first of the open questions that is not among those left out, as `questionsInOrder` would have it. */
export function nextQuestion(
  standing: Standing,
  leftOut: ReadonlySet<string>,
): Question | undefined {
  const open = openQuestions(standing).filter((each) => !leftOut.has(keyOf(each)));
  const decisive = open.filter((each) => each.decidesClass);
  // The others come after these whatever they would narrow: they need not be tried.
  return inOrder(decisive.length > 0 ? decisive : open, standing)[0];
}

function inOrder(questions: readonly Question[], standing: Standing): readonly Question[] {
  return questions
    .map((question) => weigh(question, standing))
    .sort(compare)
    .map(({ question }) => question);
}

function weigh(question: Question, standing: Standing): Weighed {
  let classes = 0;
  let bounds = 0;
  for (const edits of question.candidates) {
    const after = answered(standing, edits);
    classes += classWidth(standing) - classWidth(after);
    bounds += boundsWidth(standing) - boundsWidth(after);
  }
  const length = Math.max(1, question.candidates.length);
  return { question, classes: rounded(classes / length), bounds: rounded(bounds / length) };
}

function classWidth({ classification }: Standing): number {
  const { low, high }: ClassInterval = classification.decided;
  return rankOf(high) - rankOf(low);
}

function boundsWidth({ judged }: Standing): number {
  const bounds = judged.preparedness?.bounds;
  return bounds === undefined ? 0 : bounds.high - bounds.low;
}

/** Sums in another order differ in their last digits; what differs no more than that is a tie. */
function rounded(value: number): number {
  return Math.round(value * 1e9);
}

function compare(left: Weighed, right: Weighed): number {
  const [one, other] = [left.question, right.question];
  return (
    Number(other.decidesClass) - Number(one.decidesClass) ||
    right.classes - left.classes ||
    right.bounds - left.bounds ||
    gravity(other.severity) - gravity(one.severity) ||
    byCodeUnits(one.criteria[0]?.id ?? "", other.criteria[0]?.id ?? "") ||
    byCodeUnits(one.path, other.path) ||
    byCodeUnits(one.entry, other.entry)
  );
}
