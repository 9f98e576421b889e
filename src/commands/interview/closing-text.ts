import type { Standing } from "../../interview/standing.ts";
import type { LocalText } from "../../model/values.ts";
import { LANGUAGES } from "../../model/values.ts";
import { printable } from "../../model/printable.ts";
import type { ExplanationVoice } from "../explanation-voice.ts";
import type { Conversed } from "./conversation.ts";
import { MOST_AT_K1 } from "../../model/classes.ts";
import { keptLines } from "./outcome-text.ts";
import { classText } from "./question-text.ts";
import type { Session } from "./session.ts";
import { boundsText, standingLine } from "./standing-text.ts";

/** What the conversation is about, and how to hold it. */
export function openingLines(
  standing: Standing,
  open: number,
  dryRun: boolean,
  voice: ExplanationVoice,
): readonly string[] {
  const { say } = voice.wording;
  return [
    voice.paint.heading(nameOf(standing, voice)),
    standingLine(standing, voice),
    say("interview.open", { count: open }),
    ...(open === 0
      ? []
      : [say(dryRun ? "interview.dry-run" : "interview.saved"), say("interview.commands")]),
  ];
}

function nameOf({ contract }: Standing, { wording }: ExplanationVoice): string {
  const title = textIn(contract.title, wording.language);
  return `${contract.id}${title === "" ? "" : ` – ${printable(title)}`}`;
}

function textIn(text: LocalText, language: ExplanationVoice["wording"]["language"]): string {
  if (typeof text === "string") return text;
  return (
    text[language] ?? LANGUAGES.map((each) => text[each]).find((each) => each !== undefined) ?? ""
  );
}

/** What was written, what it changed, and how to go on. */
export function closingLines(
  before: Standing,
  session: Session,
  { written, open, cutShort }: Conversed,
  paths: readonly string[],
  voice: ExplanationVoice,
): readonly string[] {
  const { say } = voice.wording;
  const register = paths.length === 1 && paths[0] === "." ? "" : ` --register ${paths.join(" ")}`;
  const command = `beredskap interview ${before.contract.id}${register}`;
  const kept = session.kept();
  return [
    "",
    say("interview.written-count", { count: written }),
    ...changeLines(before, session.standing(), voice),
    ...kept.flatMap((each) => keptLines(each, voice)),
    ...(open === 0 ? [say("interview.nothing-open")] : []),
    ...(cutShort
      ? [say("interview.cut-short", { most: MOST_AT_K1, count: open, command: `${command} --all` })]
      : []),
    ...(open > 0 && !cutShort ? [say("interview.left-open", { count: open, command })] : []),
  ];
}

/** Class and preparedness, before and after. */
export function changeLines(
  before: Standing,
  after: Standing,
  voice: ExplanationVoice,
): readonly string[] {
  const { say } = voice.wording;
  return [
    say("interview.class-change", {
      before: classText(before.classification.decided),
      after: classText(after.classification.decided),
    }),
    say("interview.preparedness-change", {
      before: boundsText(before, voice),
      after: boundsText(after, voice),
    }),
  ];
}
