import type { Judgement } from "../../model/assessment.ts";
import type { Block } from "../../model/report.ts";
import { heading, paragraph, strong } from "../blocks.ts";
import type { ReportBrief } from "../brief.ts";
import { organisationName } from "../names.ts";
import { gradeText } from "../phrases.ts";
import { scoreTable } from "../scores.ts";
import { verdictBlocks } from "../verdicts.ts";

/** What the organisation has in place, and what the contracts look like together. */
export function organisation(brief: ReportBrief): readonly Block[] {
  const { wording, assessment } = brief;
  const { say } = wording;
  const preparedness = assessment.organisationPreparedness;
  const caption = say("report.scores.caption", { name: organisationName(brief) });
  return [
    heading(1, "organisation", say("report.organisation.title")),
    heading(2, "leadership", say("report.organisation.leadership")),
    paragraph(strong(say("report.columns.grade")), `: ${gradeText(brief, preparedness)}`),
    ...scoreTable(brief, caption, preparedness),
    ...verdictsOrNone(brief, assessment.organisationJudgements, "leadership"),
    heading(2, "together", say("report.organisation.together")),
    ...verdictsOrNone(brief, assessment.portfolioJudgements, "together"),
  ];
}

function verdictsOrNone(
  brief: ReportBrief,
  judgements: readonly Judgement[],
  anchor: string,
): readonly Block[] {
  if (judgements.length > 0)
    return verdictBlocks(brief, judgements, anchor, brief.assessment.organisation.accepted);
  return [paragraph(brief.wording.say("report.organisation.none"))];
}
