import { questionsInOrder } from "../../interview/order.ts";
import type { Question } from "../../interview/question.ts";
import type { Standing } from "../../interview/standing.ts";
import type { ExplanationVoice } from "../explanation-voice.ts";
import { MOST_AT_K1 } from "../../model/classes.ts";
import { isCutShort } from "./conversation.ts";
import { openingLines } from "./closing-text.ts";
import { askOf, decidesLine, exampleOf, fieldOf } from "./question-text.ts";
import { choicesOf } from "./typed-answer.ts";

interface Listed {
  readonly shown: readonly Question[];
  /** Questions left out, because the contract can only be of the least class. */
  readonly left: number;
}

function listed(standing: Standing, all: boolean): Listed {
  const questions = questionsInOrder(standing);
  const shown = all || !isCutShort(standing) ? questions : questions.slice(0, MOST_AT_K1);
  return { shown, left: questions.length - shown.length };
}

/** The open questions in order, for people. */
export function listingText(standing: Standing, voice: ExplanationVoice, all: boolean): string {
  const { shown, left } = listed(standing, all);
  const { say } = voice.wording;
  const width = String(shown.length).length;
  const indent = " ".repeat(width + 2);
  const lines = shown.flatMap((question, index) => [
    "",
    `${String(index + 1).padStart(width)}  ${voice.paint.strong(askOf(question, voice))}`,
    ...(question.shape === "supplier"
      ? [`${indent}${say("interview.supplier", { supplier: question.entry })}`]
      : []),
    `${indent}${say("interview.field", { field: fieldOf(question, voice) })}`,
    `${indent}${decidesLine(question, standing.classification.decided, voice)}`,
  ]);
  const [name = "", line = "", open = ""] = openingLines(
    standing,
    shown.length + left,
    false,
    voice,
  );
  const more = left === 0 ? [] : ["", say("interview.list-more", { count: left })];
  return `${[name, line, open, ...lines, ...more].join("\n")}\n`;
}

/** The open questions in order, for other programs: the format's own words; `ask` alone is in the reader's language. */
export function listingJson(standing: Standing, voice: ExplanationVoice, all: boolean): string {
  const { shown, left } = listed(standing, all);
  const { classification, contract, judged } = standing;
  const { decided } = classification;
  const bounds = judged.preparedness?.bounds;
  const value = {
    kind: "questions",
    version: 1,
    contract: contract.id,
    class: { low: decided.low, high: decided.high },
    preparedness: bounds === undefined ? null : { low: bounds.low, high: bounds.high },
    questions: shown.map((question) => ({
      entry: { kind: question.shape, id: question.entry },
      path: question.path,
      valueKind: question.kind,
      example: exampleOf(question) ?? null,
      words: choicesOf(question).length > 0 ? choicesOf(question) : question.words,
      decidesClass: question.decidesClass,
      criteria: question.criteria.map(({ id }) => id),
      severity: question.severity ?? null,
      ask: askOf(question, voice),
    })),
    leftOut: left,
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
