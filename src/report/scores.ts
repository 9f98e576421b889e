import type { Preparedness, Score } from "../model/assessment.ts";
import type { Block, Cell } from "../model/report.ts";
import { cell, table } from "./blocks.ts";
import type { ReportBrief } from "./brief.ts";
import { groupName } from "./names.ts";
import { capital, scoreText } from "./phrases.ts";

/** The bounds of a subject as a whole, for each situation and each group of criteria. */
export function scoreTable(
  brief: ReportBrief,
  caption: string,
  preparedness: Preparedness | undefined,
): readonly Block[] {
  if (preparedness === undefined) return [];
  const { say } = brief.wording;
  const { situations, groups } = preparedness;
  return [
    table(
      caption,
      [
        { title: say("report.columns.part"), width: 52 },
        { title: say("report.columns.preparedness"), width: 24, align: "end" },
        { title: say("report.columns.unknown"), width: 24, align: "end" },
      ],
      [
        scoreRow(brief, say("report.scores.all"), preparedness),
        scoreRow(brief, say("terms.situations.N"), situations.N),
        scoreRow(brief, say("terms.situations.E"), situations.E),
        ...[...groups].map(([group, score]) => scoreRow(brief, groupName(brief, group), score)),
      ],
    ),
  ];
}

function scoreRow(brief: ReportBrief, name: string, score: Score | undefined): readonly Cell[] {
  const unknown = score === undefined ? "–" : brief.format.share(score.unknownShare);
  return [cell(capital(name)), cell(scoreText(brief, score)), cell(unknown)];
}
