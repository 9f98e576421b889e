import type { Edit } from "../../assess/edit.ts";
import type { ExplanationVoice } from "../explanation-voice.ts";
import { faultLines, valueText } from "./question-text.ts";
import type { Kept, Outcome } from "./session.ts";

/** What became of an answer: where it stands, or the lines to paste where it could not be written. */
export function outcomeLines(
  outcome: Outcome,
  edits: readonly Edit[],
  voice: ExplanationVoice,
): readonly string[] {
  if (outcome.kind === "kept") return keptLines(outcome, voice);
  const { say } = voice.wording;
  const { file, onDisk } = outcome;
  return [
    ...(outcome.changedMeanwhile ? [say("interview.changed-meanwhile", { file })] : []),
    ...edits.map(({ path, value }) =>
      say(onDisk ? "interview.written" : "interview.noted", {
        path,
        value: valueText(value),
        file,
      }),
    ),
  ];
}

/** Why an answer is not in the file, and what to paste. */
export function keptLines(kept: Kept, voice: ExplanationVoice): readonly string[] {
  const { say } = voice.wording;
  const { file, because, failure, snippet } = kept;
  return [
    say(`interview.kept.${because}`, { file }),
    ...faultLines(failure, voice),
    say("interview.paste"),
    ...snippet
      .trimEnd()
      .split("\n")
      .map((line) => `  ${line}`),
  ];
}
