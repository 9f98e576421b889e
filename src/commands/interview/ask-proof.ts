import { wordsOf } from "../../interview/candidates.ts";
import type { ProofPlace } from "../../interview/proof-place.ts";
import { shapeAt } from "../../model/shapes.ts";
import type { RawObject } from "../../model/values.ts";
import type { ExplanationVoice } from "../explanation-voice.ts";
import type { Prompt } from "./prompt.ts";
import { choiceLines } from "./question-text.ts";
import { chosen } from "./typed-answer.ts";

/** What the answers of one sitting have in common. */
export interface Sitting {
  /** The role that vouches; empty when it was asked and not said, undefined before. */
  by: string | undefined;
}

export interface ProofAsking {
  readonly prompt: Prompt;
  readonly voice: ExplanationVoice;
  readonly sitting: Sitting;
}

export interface Proved {
  readonly evidence: RawObject;
  readonly by: string | undefined;
  /** True when the input ended, or somebody wants to stop after this answer. */
  readonly stop: boolean;
}

/** Asks for evidence and its date, and once in a sitting for the role that vouches; an empty line passes each over. */
export function askProof(place: ProofPlace, asking: ProofAsking): Proved | "back" {
  const kind = askKind(place, asking);
  if (kind === "back") return "back";
  if (kind === "stop") return { evidence: {}, by: asking.sitting.by || undefined, stop: true };
  const date = kind === "" ? "" : asking.prompt.ask(asking.voice.wording.say("interview.date"));
  if (date === "b") return "back";
  const isStop = date === undefined || date === "q";
  const evidence: RawObject = {
    ...(kind === "" ? {} : { kind }),
    ...(isStop || date === "" ? {} : { date }),
  };
  return isStop
    ? { evidence, by: asking.sitting.by || undefined, stop: true }
    : askRole(evidence, asking);
}

function askKind(place: ProofPlace, { prompt, voice }: ProofAsking): string {
  const { say } = voice.wording;
  const kinds = wordsOf(shapeAt("evidence", ["kind"])?.shape ?? { kind: "word" });
  const wanted = say(`explain.proof-kinds.${place.kind}`);
  prompt.say([
    say("interview.evidence", { kind: wanted }),
    ...choiceLines(kinds, "evidence-kind", voice),
  ]);
  for (;;) {
    const line = prompt.ask(say("interview.evidence-prompt"));
    if (line === undefined || line === "q") return "stop";
    if (line === "b") return "back";
    const kind = line === "" ? "" : chosen(line, kinds);
    if (kind !== undefined) return kind;
    prompt.say([say("interview.bad-answer", { text: line })]);
  }
}

function askRole(evidence: RawObject, { prompt, voice, sitting }: ProofAsking): Proved | "back" {
  if (sitting.by === undefined) {
    const by = prompt.ask(voice.wording.say("interview.by"));
    if (by === "b") return "back";
    if (by === undefined || by === "q") return { evidence, by: undefined, stop: true };
    sitting.by = by;
  }
  return { evidence, by: sitting.by || undefined, stop: false };
}
