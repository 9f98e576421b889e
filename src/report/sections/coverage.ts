import type { Counts } from "../../model/assessment.ts";
import type { Block, Cell } from "../../model/report.ts";
import { cell, code, heading, join, paragraph, table, text } from "../blocks.ts";
import type { ReportBrief } from "../brief.ts";
import { criterionText } from "../described.ts";
import { addCounts } from "../sums.ts";

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
    ...doubts(brief),
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

/** The criteria that nearly every contract fails, by the profile's own measure. */
function doubts({ wording, format, assessment }: ReportBrief): readonly Block[] {
  const doubtful = assessment.notes.filter(({ code: noted }) => noted === "R028");
  const [first] = doubtful;
  if (first === undefined) return [];
  const share = format.share(Number(first.params["share"]) / 100);
  return [
    {
      kind: "callout",
      tone: "neutral",
      title: wording.say("report.coverage.doubt", { share }),
      text: [
        text(`${wording.say("report.coverage.doubt-means")} `),
        ...join(
          doubtful.map(({ params }) => code(String(params["criterion"]))),
          ", ",
        ),
      ],
    },
  ];
}
