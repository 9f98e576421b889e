import type { Counts } from "../../model/assessment.ts";
import type { Block, Cell } from "../../model/report.ts";
import { cell, code, heading, join, paragraph, table, text } from "../blocks.ts";
import type { ReportBrief } from "../brief.ts";
import { criterionText } from "../described.ts";
import { addCounts, askedFor } from "../sums.ts";

/** A criterion that more than this share fails says something about its limit or about the answers. */
const DOUBTFUL_SHARE = 0.8;
/** On fewer subjects than this a share says nothing. */
const LEAST_SUBJECTS = 5;

/** For each criterion how many subjects meet it; five counts that add up. */
export function coverage(brief: ReportBrief): readonly Block[] {
  const { say } = brief.wording;
  const entries = [...brief.assessment.coverage];
  const total = addCounts(entries.map(([, counts]) => counts));
  return [
    heading(1, "coverage", say("report.coverage.title")),
    paragraph(say("report.coverage.intro")),
    table(
      say("report.coverage.caption"),
      [
        { title: say("report.columns.criterion"), width: 45 },
        { title: say("terms.verdicts.met"), width: 10, align: "end" },
        { title: say("terms.verdicts.not-met"), width: 11, align: "end" },
        { title: say("terms.verdicts.unknown"), width: 10, align: "end" },
        { title: say("terms.verdicts.not-applicable"), width: 12, align: "end" },
        { title: say("report.columns.accepted"), width: 12, align: "end" },
      ],
      [
        ...entries.map(([id, counts]) => [criterionCell(brief, id), ...countCells(brief, counts)]),
        [cell(say("report.coverage.sum")), ...countCells(brief, total)],
      ],
    ),
    ...doubts(brief, entries),
  ];
}

function criterionCell(brief: ReportBrief, id: string): Cell {
  const { title } = criterionText(brief, id);
  return title === id ? cell([code(id)]) : cell([text(`${title} `), code(id)]);
}

function countCells({ format }: ReportBrief, counts: Counts): readonly Cell[] {
  const { met, notMet, unknown, notApplicable, accepted } = counts;
  return [met, notMet, unknown, notApplicable, accepted].map((count) => cell(format.number(count)));
}

function doubts(
  { wording, format }: ReportBrief,
  entries: readonly (readonly [string, Counts])[],
): readonly Block[] {
  const doubtful = entries.filter(([, counts]) => {
    const asked = askedFor(counts);
    return asked >= LEAST_SUBJECTS && counts.notMet / asked > DOUBTFUL_SHARE;
  });
  if (doubtful.length === 0) return [];
  const title = wording.say("report.coverage.doubt", { share: format.share(DOUBTFUL_SHARE) });
  return [
    {
      kind: "callout",
      tone: "neutral",
      title,
      text: [
        text(`${wording.say("report.coverage.doubt-means")} `),
        ...join(
          doubtful.map(([id]) => code(id)),
          ", ",
        ),
      ],
    },
  ];
}
