import type { Question } from "../../interview/question.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { examplesAt } from "../../model/examples-at.ts";
import { shapeAt } from "../../model/shapes.ts";
import type { ClassInterval } from "../../model/classes.ts";
import { printable } from "../../model/printable.ts";
import type { Raw } from "../../model/values.ts";
import { sayDiagnostic } from "../../render/diagnostics.ts";
import type { ExplanationVoice } from "../explanation-voice.ts";
import { sourceLines } from "../catalogue-lines.ts";
import { NO_SOURCE } from "../say.ts";
import { yamlText } from "../yaml-text.ts";
import { choicesOf, linksOf } from "./typed-answer.ts";

/** The sentence that is asked: the class fact's own, else the gravest criterion's. */
export function askOf({ path, criteria }: Question, { wording }: ExplanationVoice): string {
  const key = `terms.fields.${fieldPath(path)}.ask`;
  if (wording.has(key)) return wording.say(key);
  return criteria[0]?.text[wording.language].ask ?? fieldPath(path);
}

/** The field by its name (that of the nearest block which has one) and path: a criterion's question may be about several. */
export function fieldOf({ path }: Question, { wording }: ExplanationVoice): string {
  const steps = fieldPath(path).split(".");
  for (let length = steps.length; length > 0; length -= 1) {
    const key = `terms.fields.${steps.slice(0, length).join(".")}.name`;
    if (wording.has(key)) return `${wording.say(key)} (${path})`;
  }
  return path;
}

/** A path without the numbers of list items. */
function fieldPath(path: string): string {
  return path.replaceAll(/\.\d+(?=\.|$)/gu, "");
}

/** One line on what the answer decides. */
export function decidesLine(
  question: Question,
  decided: ClassInterval,
  { wording }: ExplanationVoice,
): string {
  const { say } = wording;
  if (question.decidesClass) return say("interview.decides-class", { class: classText(decided) });
  const [first, ...others] = question.criteria;
  const severity =
    question.severity === undefined ? "–" : say(`terms.severities.${question.severity}`);
  const line = say("interview.decides", { criterion: first?.id ?? "", severity });
  if (others.length === 0) return line;
  return `${line} ${say("interview.decides-also", { criteria: others.map(({ id }) => id) })}`;
}

export function classText({ low, high }: ClassInterval): string {
  return low === high ? low : `${low}–${high}`;
}

/** The numbered choices, or the form of the value with an example. */
export function formLines(question: Question, voice: ExplanationVoice): readonly string[] {
  const { say } = voice.wording;
  const choices = choicesOf(question);
  const isLinked = linksOf(question).length > 0;
  const shape = isLinked ? "vital-function-code" : shapeOf(question);
  if (choices.length > 0) return choiceLines(choices, shape, voice);
  const example = exampleOf(question);
  const words = wordsBeside(question);
  return [
    say(`interview.forms.${question.kind}`, {
      example: shapeOf(question) === "role" ? say("interview.role-example") : typedText(example),
    }),
    ...(words.length === 0 ? [] : [say("interview.or-words", { words })]),
  ];
}

/** The schema's example of a value of the field; undefined where it has none. */
export function exampleOf({ shape, path }: Question): Raw | undefined {
  return examplesAt(shape, path.split(".")).find((each) => each !== "none" && each !== "unknown");
}

/** Words that may be typed in the place of a value. */
function wordsBeside({ shape, path, words }: Question): readonly string[] {
  const given = examplesAt(shape, path.split("."));
  const isRole = shapeAt(shape, path.split("."))?.name === "role";
  const none = given.includes("none") || isRole ? ["none"] : [];
  return [...new Set([...words, ...none])];
}

function typedText(value: Raw | undefined): string {
  if (value === undefined) return "–";
  return typeof value === "string" ? value : yamlText(value);
}

/** The numbered choices, each with what it means. */
export function choiceLines(
  choices: readonly string[],
  shape: string,
  { wording, paint }: ExplanationVoice,
): readonly string[] {
  const width = String(choices.length).length;
  return choices.map((choice, index) => {
    const number = String(index + 1).padStart(width);
    const meaning = meaningOf(choice, shape, wording);
    const isSaid = meaning === "" || meaning === choice;
    return `  ${number}  ${paint.strong(choice)}${isSaid ? "" : ` – ${meaning}`}`;
  });
}

/** Shapes whose words are named elsewhere. */
const NAMED: Readonly<Record<string, string>> = {
  "contract-type": "terms.types",
  stage: "terms.stages",
  "evidence-kind": "terms.evidence-kinds",
};

function meaningOf(
  choice: string,
  shape: string,
  { has, say }: ExplanationVoice["wording"],
): string {
  const keys = [
    `${NAMED[shape] ?? `interview.choices.${shape}`}.${choice}`,
    `interview.words.${choice}`,
  ];
  const key = keys.find(has);
  return key === undefined ? "" : say(key);
}

function shapeOf({ shape, path }: Question): string {
  return shapeAt(shape, path.split("."))?.name ?? "";
}

/** Why it is asked, what to do, and what it rests on. */
export function helpLines(question: Question, voice: ExplanationVoice): readonly string[] {
  const { say, language } = voice.wording;
  const lines = question.decidesClass ? [say("interview.why-class")] : [];
  for (const criterion of question.criteria) {
    const text = criterion.text[language];
    lines.push(
      ...(lines.length === 0 ? [] : [""]),
      voice.paint.strong(criterion.id),
      text.title,
      `${say("explain.why")}: ${text.why}`,
      `${say("explain.do")}: ${text.do}`,
      `${say("explain.source")}:`,
      ...sourceLines(criterion.sources, voice),
    );
  }
  return lines;
}

/** What is wrong, and the way out. */
export function faultLines(
  faults: readonly Diagnostic[],
  { wording }: ExplanationVoice,
): readonly string[] {
  return faults.flatMap((fault) => {
    const { code, message, help } = sayDiagnostic(fault, wording, NO_SOURCE);
    return [`${code} ${message}`, ...(help === "" ? [] : [`  ${help}`])];
  });
}

/** The screen of a question, up to its choices: its number, what is asked, what it decides, what stands there. */
export function screenLines(
  question: Question,
  { number, total }: { readonly number: number; readonly total: number },
  decided: ClassInterval,
  present: Raw | undefined,
  voice: ExplanationVoice,
): readonly string[] {
  const { say } = voice.wording;
  const progress = say("interview.progress", { number, total });
  const supplier =
    question.shape === "supplier"
      ? ` · ${say("interview.supplier", { supplier: question.entry })}`
      : "";
  const isSaid = present !== undefined && present !== null && present !== "unknown";
  return [
    "",
    voice.paint.heading(`${progress}${supplier}`),
    voice.paint.strong(askOf(question, voice)),
    voice.paint.muted(say("interview.field", { field: fieldOf(question, voice) })),
    voice.paint.muted(decidesLine(question, decided, voice)),
    ...(isSaid ? [say("interview.present", { value: valueText(present) })] : []),
  ];
}

/** A value as it is written, on one line. */
export function valueText(value: Raw): string {
  return printable(yamlText(value));
}
