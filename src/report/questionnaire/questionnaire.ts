import { criterionWords } from "../../model/criterion.ts";
import type { AskedField } from "../../model/asked-field.ts";
import { keyOfField } from "../../model/asked-field.ts";
import type { Clause } from "../../model/clause.ts";
import type { Day, Raw } from "../../model/values.ts";
import type { VitalFunction } from "../../model/vital-function.ts";
import { vitalFunctionName } from "../../model/vital-function.ts";
import type { Format } from "../../wording/format.ts";
import type { Wording } from "../../wording/wording.ts";
import type { AnswerForm } from "./answer-form.ts";
import { answerForm } from "./answer-form.ts";

/** Everything a questionnaire is made of. */
export interface QuestionnaireBrief {
  /** What was asked for: `contract:K-17`, or `contract` for a form that is not about one. */
  readonly subject: string;
  /** The subject as its reader knows it; empty where it is about none. */
  readonly subjectName: string;
  readonly fields: readonly AskedField[];
  /** How many open questions were left out. */
  readonly left: number;
  /** The name of the entry that a field belongs to. */
  readonly nameOf: (field: AskedField) => string;
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly vitalFunctions: ReadonlyMap<string, VitalFunction>;
  /** Has the areas `terms` and `catalogue`. */
  readonly wording: Wording;
  readonly format: Format;
  /** A value as a register writes it. */
  readonly write: (value: Raw) => string;
  readonly catalogue: {
    readonly version: string;
    readonly digest: string;
    readonly profile: string;
  };
  /** The day on which the questions are open; undefined for a form that is about no entry. */
  readonly asOf: Day | undefined;
  readonly producer: string;
}

/** One question on a form, in words. */
export interface AskedQuestion {
  readonly key: string;
  /** Whom it is about, by name. */
  readonly about: string;
  readonly question: string;
  readonly field: string;
  readonly why: string;
  /** How to answer. */
  readonly how: string;
  readonly form: AnswerForm;
  readonly recorded: string;
  readonly criteria: string;
}

/** The questions of a form, in its order. */
export function askedQuestions(brief: QuestionnaireBrief): readonly AskedQuestion[] {
  return brief.fields.map((field) => {
    const form = answerForm(field.shape, field.path);
    return {
      key: keyOfField(field),
      about: brief.nameOf(field),
      question: questionOf(field, brief),
      field: fieldName(field.path, brief),
      why: whyAsked(field, brief.wording),
      how: howToAnswer(form, brief.wording),
      form,
      recorded: recordedText(field, form, brief),
      criteria: field.criteria.map(({ id }) => id).join(", "),
    };
  });
}

/** A field's own question comes first: a criterion that reads a field in passing asks about something else. */
function questionOf(field: AskedField, brief: QuestionnaireBrief): string {
  const { say, has, language } = brief.wording;
  const key = [`terms.fields.${field.path}.ask`, `catalogue.asks.${field.path}`].find(has);
  if (key !== undefined) return say(key);
  const [first] = field.criteria;
  if (first === undefined || field.concerns)
    return say("catalogue.any-field", { field: fieldName(field.path, brief) });
  return criterionWords(first, language).ask;
}

/** What a field is called: by us, or by the clause whose parameter it is; else its path. */
function fieldName(
  path: string,
  { wording: { say, has, language }, clauses }: QuestionnaireBrief,
): string {
  const key = [`terms.fields.${path}.name`, `catalogue.names.${path}`].find(has);
  if (key !== undefined) return say(key);
  const [, clause = "", parameter = ""] = /^clauses\.([^.]+)\.parameters\.(.+)$/u.exec(path) ?? [];
  const known = clauses.get(clause)?.parameters.find(({ name }) => name === parameter);
  return known?.text[language].name ?? path;
}

function whyAsked({ criteria, decidesClass }: AskedField, { say, language }: Wording): string {
  if (decidesClass) return say("catalogue.why-class");
  const [first, ...others] = criteria;
  if (first === undefined) return "";
  const { why } = criterionWords(first, language);
  if (others.length === 0) return why;
  return `${why} ${say("catalogue.why-also", { count: others.length })}`;
}

function howToAnswer({ kind, words, value }: AnswerForm, { say, has }: Wording): string {
  if (kind === "choice") return say("catalogue.how.choose");
  const key = `catalogue.how.${kind === "written" ? value : kind}`;
  const written = say(has(key) ? key : "catalogue.how.text");
  return words.length === 0 ? written : `${written} ${say("catalogue.how.or-choose")}`;
}

/** The name of a register word in the form's language; the word itself where it has none. */
export function wordLabel(
  list: string,
  word: string,
  {
    wording: { say, has, language },
    vitalFunctions,
  }: Pick<QuestionnaireBrief, "wording" | "vitalFunctions">,
): string {
  const name = vitalFunctionName(word, vitalFunctions, language);
  if (name !== undefined) return `${word} ${name}`;
  const keys = [
    `catalogue.words-of.${list}.${word}`,
    ...(list === "contract-type" || list === "other-types" ? [`terms.types.${word}`] : []),
    ...(list === "stage" ? [`terms.stages.${word}`] : []),
    ...(list === "evidence-kind" ? [`terms.evidence-kinds.${word}`] : []),
    `catalogue.words.${word}`,
  ];
  const key = keys.find(has);
  return key === undefined ? word : say(key);
}

/** What the register says now, in the form's words where it is one of them. */
function recordedText(
  { recorded }: AskedField,
  { list }: AnswerForm,
  brief: QuestionnaireBrief,
): string {
  if (recorded === undefined || recorded === null) return "";
  const status =
    typeof recorded === "object" && !Array.isArray(recorded) && "status" in recorded
      ? recorded["status"]
      : recorded;
  if (typeof status === "boolean") return wordLabel(list, status ? "yes" : "no", brief);
  if (typeof status === "string") return wordLabel(list, status, brief);
  return brief.write(recorded);
}
