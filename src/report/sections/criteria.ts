import type { Criterion } from "../../model/criterion.ts";
import type { Block, Inline } from "../../model/report.ts";
import { code, heading, join, list, paragraph, strong, text } from "../blocks.ts";
import type { ReportBrief } from "../brief.ts";
import { criterionText } from "../described.ts";
import { sourceText } from "../verdicts.ts";

/** Why each criterion that concerns somebody asks what it asks, and on what ground: told once for all contracts. */
export function criteria(brief: ReportBrief): readonly Block[] {
  const { say } = brief.wording;
  const concerned = [...brief.assessment.coverage].flatMap(([id, counts]) => {
    const criterion = brief.criteria.get(id);
    const { met, notMet, unknown, accepted } = counts;
    return criterion === undefined || met + notMet + unknown + accepted === 0 ? [] : [criterion];
  });
  if (concerned.length === 0) return [];
  return [
    heading(1, "criteria", say("report.criteria.title")),
    paragraph(say("report.criteria.intro")),
    ...list(concerned.map((criterion) => criterionLine(brief, criterion))),
  ];
}

function criterionLine(brief: ReportBrief, { id, sources }: Criterion): readonly Inline[] {
  const { title, why } = criterionText(brief, id);
  // What the mark D stands for is our own proposal, which the method section says once.
  const named = sources.filter(({ mark }) => mark !== "D").map(sourceText);
  return [
    strong(title),
    text(" "),
    code(id),
    text(` ${why}`.trimEnd()),
    ...(named.length === 0
      ? []
      : [text(` ${brief.wording.say("report.verdicts.source")} `), ...join(named, ", ")]),
  ];
}
