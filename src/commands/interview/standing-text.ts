import { proofPath } from "../../assess/judge.ts";
import type { Question } from "../../interview/question.ts";
import type { Standing } from "../../interview/standing.ts";
import type { Judgement } from "../../model/assessment.ts";
import { sourceLines } from "../catalogue-lines.ts";
import type { ExplanationVoice } from "../explanation-voice.ts";
import { classText } from "./question-text.ts";

/** The class and the bounds of preparedness as they are. */
export function standingLine(standing: Standing, voice: ExplanationVoice): string {
  return voice.wording.say("interview.standing", {
    class: classText(standing.classification.decided),
    preparedness: boundsText(standing, voice),
  });
}

export function boundsText({ judged }: Standing, { wording, format }: ExplanationVoice): string {
  const bounds = judged.preparedness?.bounds;
  return bounds === undefined ? wording.say("terms.nothing-required") : format.shares(bounds);
}

/** What to do about each criterion of a question that its answer leaves short: it is not met, or its proof is old. */
export function adviceLines(
  question: Question,
  standing: Standing,
  voice: ExplanationVoice,
): readonly string[] {
  const { say, language } = voice.wording;
  return question.criteria.flatMap((criterion) => {
    const judgement = judgementOf(criterion.id, question, standing);
    if (judgement === undefined) return [];
    const isOld =
      judgement.verdict === "unknown" && judgement.blanks.includes(proofPath(criterion));
    const isStale = judgement.stale || (isOld && question.path === proofPath(criterion));
    if (judgement.verdict !== "not-met" && !isStale) return [];
    const details = [
      judgement.partial ? say("terms.verdict-details.partial") : "",
      isStale ? say("terms.verdict-details.stale") : "",
    ].filter((detail) => detail !== "");
    const verdict = [say(`terms.verdicts.${judgement.verdict}`), ...details].join(", ");
    return [
      `${voice.paint.strong(criterion.id)}: ${verdict}`,
      `  ${say("explain.do")}: ${criterion.text[language].do}`,
      `  ${say("explain.source")}:`,
      ...sourceLines(criterion.sources, voice).map((line) => `  ${line}`),
    ];
  });
}

function judgementOf(
  criterion: string,
  { shape, entry }: Question,
  { judged }: Standing,
): Judgement | undefined {
  if (shape !== "supplier") return judged.judgements.find((each) => each.criterion === criterion);
  return judged.supplierJudgements.find(
    (each) => each.criterion === criterion && each.supplier === entry,
  );
}
