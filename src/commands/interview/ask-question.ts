import type { Edit } from "../../assess/edit.ts";
import { proofPlace } from "../../interview/proof-place.ts";
import type { Question } from "../../interview/question.ts";
import type { Standing } from "../../interview/standing.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { shapeAt } from "../../model/shapes.ts";
import type { Entry } from "../../model/register.ts";
import type { Raw, RawObject } from "../../model/values.ts";
import { isRawObject } from "../../model/values.ts";
import { valueAt } from "../../source/entry-value.ts";
import { answerEdits } from "./answer-edits.ts";
import type { ProofAsking } from "./ask-proof.ts";
import { askProof } from "./ask-proof.ts";
import { choiceLines, faultLines, formLines, helpLines } from "./question-text.ts";
import { choicesOf, chosen, linksOf, typedValue } from "./typed-answer.ts";

/** What somebody made of a question. */
export type Reply =
  | {
      readonly kind: "answer";
      readonly value: Raw;
      readonly edits: readonly Edit[];
      readonly stop: boolean;
    }
  | { readonly kind: "back" | "skip" | "leave" | "stop" };

export interface Asking extends ProofAsking {
  readonly faults: (edits: readonly Edit[]) => readonly Diagnostic[];
}

/** Asks until there is an answer that the register takes, or a command. */
export function askQuestion(question: Question, standing: Standing, asking: Asking): Reply {
  const { prompt, voice } = asking;
  const { say } = voice.wording;
  const choices = choicesOf(question);
  prompt.say(formLines(question, voice));
  for (;;) {
    const line = prompt.ask(say("interview.prompt"));
    const command = commandIn(line);
    if (command !== undefined) return { kind: command };
    if (line === "?") {
      prompt.say(helpLines(question, voice));
      continue;
    }
    const value =
      choices.length > 0 ? chosen(line ?? "", choices) : typedValue(line ?? "", question);
    if (value === undefined || line === "") {
      prompt.say([
        say(line === "" ? "interview.nothing-typed" : "interview.bad-answer", { text: line ?? "" }),
        ...formLines(question, voice),
      ]);
      continue;
    }
    const reply = completed(question, value, standing, asking);
    if (reply === "again") prompt.say(formLines(question, voice));
    else return reply;
  }
}

const COMMANDS = { b: "back", s: "skip", u: "leave", q: "stop" } as const;

function commandIn(line: string | undefined): "back" | "skip" | "leave" | "stop" | undefined {
  if (line === undefined) return "stop";
  return Object.hasOwn(COMMANDS, line) ? COMMANDS[line as keyof typeof COMMANDS] : undefined;
}

/** Asks for what belongs to the answer, and checks the whole; `again` when it is not taken. */
function completed(
  question: Question,
  typed: Raw,
  standing: Standing,
  asking: Asking,
): Reply | "again" {
  const parts = withParts(question, typed, asking);
  if (parts === "back") return "again";
  if (parts === "stop") return { kind: "stop" };
  const { value } = parts;
  const raw: RawObject = entryIn(standing, question)?.raw ?? {};
  const place = carriesProof(question, value)
    ? proofPlace(
        question.shape,
        question.path,
        question.criteria[0],
        standing.classification.decided.high,
      )
    : undefined;
  const proof = place === undefined ? undefined : askProof(place, asking);
  if (proof === "back") return "again";
  const edits = answerEdits(
    question,
    raw,
    value,
    place === undefined || proof === undefined ? undefined : { place, ...proof },
  );
  const faults = asking.faults(edits);
  if (faults.length === 0) return { kind: "answer", value, edits, stop: proof?.stop === true };
  // A role or a date that is not taken must not be asked for again and again.
  asking.sitting.by = undefined;
  asking.prompt.say(faultLines(faults, asking.voice));
  return "again";
}

/** An answer with all that belongs to it, or that somebody went back or stopped on the way. */
type Completed = { readonly value: Raw } | "back" | "stop";

/** Asks for what belongs to a choice: the reason of `not-applicable`, the link of a vital function. */
function withParts(question: Question, typed: Raw, asking: Asking): Completed {
  if (typed === "not-applicable") return withReason(typed, asking);
  const links = linksOf(question);
  return links.length > 0 && typed !== "none" ? withLink(typed, links, asking) : { value: typed };
}

function withReason(status: string, { prompt, voice }: Asking): Completed {
  const { say } = voice.wording;
  for (;;) {
    const because = prompt.ask(say("interview.because"));
    if (because === undefined || because === "q") return "stop";
    if (because === "b") return "back";
    if (because !== "") return { value: { status, because } };
    prompt.say([say("interview.because-needed")]);
  }
}

function withLink(code: Raw, links: readonly string[], { prompt, voice }: Asking): Completed {
  const { say } = voice.wording;
  const lines = choiceLines(links, "vital-function-link", voice);
  prompt.say([say("terms.fields.criticality.vital-function.link.ask"), ...lines]);
  for (;;) {
    const line = prompt.ask(say("interview.prompt"));
    if (line === undefined || line === "q") return "stop";
    if (line === "b") return "back";
    const link = chosen(line, links);
    if (link !== undefined) return { value: { code, link } };
    prompt.say([say("interview.bad-answer", { text: line }), ...lines]);
  }
}

/** What is known to be missing, or does not apply, is not asked to be proved. */
function carriesProof({ shape, path, kind }: Question, value: Raw): boolean {
  if (isRawObject(value) && value["status"] !== undefined) return false;
  const isLong = shapeAt(shape, path.split("."))?.shape.fields?.["because"] !== undefined;
  if (kind === "clause") return value === "present" || value === "partly";
  if (kind === "answer" && isLong) return value === "yes" || value === "partly";
  return value !== "none" && value !== "refused" && value !== "unknown";
}

/** The entry that a question is about, as it stands. */
export function entryIn(standing: Standing, { shape, entry }: Question): Entry | undefined {
  if (shape === "contract") return standing.contract;
  return standing.suppliers.find(({ id }) => id === entry);
}

/** What a field says now; undefined when nothing. */
export function presentValue(question: Question, standing: Standing): Raw | undefined {
  return valueAt(entryIn(standing, question)?.raw, question.path.split("."));
}
