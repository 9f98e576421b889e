import { MOST_AT_K1 } from "../../model/classes.ts";
import type { Edit } from "../../assess/edit.ts";
import { openQuestions } from "../../interview/open-questions.ts";
import { nextQuestion } from "../../interview/order.ts";
import type { Question } from "../../interview/question.ts";
import { keyOf } from "../../interview/question.ts";
import type { Standing } from "../../interview/standing.ts";
import type { ExplanationVoice } from "../explanation-voice.ts";
import { unansweredEdits } from "./answer-edits.ts";
import type { Sitting } from "./ask-proof.ts";
import type { Reply } from "./ask-question.ts";
import { askQuestion, entryIn, presentValue } from "./ask-question.ts";
import { outcomeLines } from "./outcome-text.ts";
import type { Prompt } from "./prompt.ts";
import { adviceLines, standingLine } from "./standing-text.ts";
import { screenLines } from "./question-text.ts";
import type { Session } from "./session.ts";

/** True when no more than a few questions are asked about a contract as it stands. */
export function isCutShort({ classification }: Standing): boolean {
  return classification.decided.high === "K1";
}

/** What a conversation came to. */
export interface Conversed {
  /** How many fields were given an answer that is now in the file. */
  readonly written: number;
  /** Questions that are still open. */
  readonly open: number;
  /** True when they were not asked because the contract can only be of the least class. */
  readonly cutShort: boolean;
}

interface State {
  /** In the order in which they were put. */
  readonly asked: Question[];
  /** Questions that somebody has dealt with, one way or another. */
  readonly dealtWith: Set<string>;
  /** Passed over for now: they come once more when the others are through. */
  readonly skipped: Set<string>;
  readonly skippedOnce: Set<string>;
  readonly written: Set<string>;
  /** The question that each answer was given to. */
  readonly keys: Map<readonly Edit[], string>;
  readonly sitting: Sitting;
}

/** Those who hold a conversation. */
export interface Table {
  readonly session: Session;
  readonly prompt: Prompt;
  readonly voice: ExplanationVoice;
}

/**
 * Asks one question after the other, each the one that would narrow most as things stand, and writes each
 * answer before the next is asked. Going back changes an answer and keeps those after it.
 */
export function converse(table: Table, all: boolean): Conversed {
  const { session, prompt, voice } = table;
  const state: State = {
    asked: [],
    dealtWith: new Set(),
    skipped: new Set(),
    skippedOnce: new Set(),
    written: new Set(),
    keys: new Map(),
    sitting: { by: undefined },
  };
  let cutShort = false;
  for (let at = 0; ;) {
    const isNew = at === state.asked.length;
    if (isNew) {
      const next = nextOf(session.standing(), state);
      cutShort = next !== undefined && !all && isFull(session.standing(), state);
      if (next === undefined || cutShort) break;
      state.asked.push(next);
    }
    const question = state.asked[at];
    if (question === undefined) break;
    prompt.say(linesOn(question, at, table, state, all));
    const reply = askQuestion(question, session.standing(), {
      ...table,
      sitting: state.sitting,
      faults: session.faults,
    });
    if (reply.kind === "back") {
      if (at === 0) prompt.say([voice.wording.say("interview.first-question")]);
      else {
        // What is not dealt with comes again by itself, if it is still the one to ask.
        if (!state.dealtWith.has(keyOf(question)) && isNew) state.asked.pop();
        at -= 1;
      }
      continue;
    }
    if (take(reply, question, table, state)) break;
    at = state.asked.length;
  }
  prompt.say(caughtUp(table, state));
  return { written: state.written.size, open: openQuestions(session.standing()).length, cutShort };
}

/** The next question; those passed over once more when there is no other. */
function nextOf(standing: Standing, state: State): Question | undefined {
  const put = new Set(state.asked.map(keyOf));
  const next = nextQuestion(standing, put);
  if (next !== undefined || state.skipped.size === 0) return next;
  for (const key of state.skipped) put.delete(key);
  const again = nextQuestion(standing, put);
  if (again === undefined) return undefined;
  state.skipped.delete(keyOf(again));
  state.dealtWith.delete(keyOf(again));
  return again;
}

function isFull(standing: Standing, { asked }: State): boolean {
  return isCutShort(standing) && new Set(asked.map(keyOf)).size >= MOST_AT_K1;
}

function linesOn(
  question: Question,
  at: number,
  { session, voice }: Table,
  { asked }: State,
  all: boolean,
): readonly string[] {
  const standing = session.standing();
  const put = new Set(asked.map(keyOf));
  const left = openQuestions(standing).filter((each) => !put.has(keyOf(each))).length;
  const most = !all && isCutShort(standing) ? Math.max(MOST_AT_K1, asked.length) : Infinity;
  const count = { number: at + 1, total: Math.min(asked.length + left, most) };
  const present = presentValue(question, standing);
  return screenLines(question, count, standing.classification.decided, present, voice);
}

/** Does what a reply says; true when it was the last. */
function take(reply: Reply, question: Question, table: Table, state: State): boolean {
  const key = keyOf(question);
  switch (reply.kind) {
    case "stop":
    case "back":
      return true;
    case "skip":
      if (!state.skippedOnce.has(key)) state.skipped.add(key);
      state.skippedOnce.add(key);
      break;
    case "leave":
      // An answer of this sitting is taken back; what nobody has answered is left as it is.
      if (state.written.has(key)) takeBack(question, table, state);
      break;
    case "answer": {
      state.keys.set(reply.edits, key);
      table.prompt.say(caughtUp(table, state));
      const outcome = table.session.write(reply.edits);
      if (outcome.kind === "written") state.written.add(key);
      const standing = table.session.standing();
      table.prompt.say([
        ...outcomeLines(outcome, reply.edits, table.voice),
        ...(outcome.kind === "written" ? adviceLines(question, standing, table.voice) : []),
        standingLine(standing, table.voice),
      ]);
      state.dealtWith.add(key);
      return reply.stop;
    }
  }
  state.dealtWith.add(key);
  return false;
}

/** Says of answers that waited and are now in their file. */
function caughtUp({ session, voice }: Table, state: State): readonly string[] {
  return session.retry().flatMap(({ edits, outcome }) => {
    const key = state.keys.get(edits);
    if (key !== undefined) state.written.add(key);
    return outcomeLines(outcome, edits, voice);
  });
}

function takeBack(question: Question, { session, prompt, voice }: Table, state: State): void {
  const raw = entryIn(session.standing(), question)?.raw ?? {};
  const edits = unansweredEdits(question, raw);
  const outcome = session.write(edits);
  if (outcome.kind === "written") state.written.delete(keyOf(question));
  prompt.say([...outcomeLines(outcome, edits, voice), standingLine(session.standing(), voice)]);
}
