import type { Finding } from "../../model/assessment.ts";
import type { Block, Cell } from "../../model/report.ts";
import { cell, code, heading, join, paragraph, strong, table } from "../blocks.ts";
import type { ReportBrief } from "../brief.ts";
import { cut, leftOut } from "../cut.ts";
import { describeFinding } from "../described.ts";
import { subjectText } from "../names.ts";
import { mostUrgent, priorityRowText, priorityText, priorityTone, termOf } from "../phrases.ts";

/** What to do first: every finding in its order, under the row of the priority table that placed it. */
export function findings(brief: ReportBrief): readonly Block[] {
  const { wording, format, assessment } = brief;
  const title = heading(1, "findings", wording.say("report.findings.title"));
  if (assessment.findings.length === 0) {
    return [title, paragraph(wording.say("report.findings.none"))];
  }
  const count = format.number(assessment.findings.length);
  return [
    title,
    paragraph(wording.say("report.findings.intro", { count })),
    ...[...byRow(assessment.findings)].flatMap(([row, some]) => rowBlocks(brief, row, some)),
  ];
}

/** In the order in which the rows first come up, which is the order of urgency. */
function byRow(all: readonly Finding[]): ReadonlyMap<number, readonly Finding[]> {
  const rows = new Map<number, Finding[]>();
  for (const finding of all) {
    const row = rows.get(finding.priority.row);
    if (row === undefined) rows.set(finding.priority.row, [finding]);
    else row.push(finding);
  }
  return rows;
}

function rowBlocks(brief: ReportBrief, row: number, some: readonly Finding[]): readonly Block[] {
  const { wording, format } = brief;
  const { say } = wording;
  const priorities = new Set(some.map(({ priority }) => mostUrgent(priority)));
  const title = say("report.findings.row", {
    priority: [...priorities].join(", "),
    row: format.number(row),
    count: format.number(some.length),
  });
  const { shown, left } = cut(some, brief.most);
  return [
    heading(2, `findings-row-${String(row)}`, title),
    paragraph(priorityRowText(brief, row)),
    table(
      say("report.findings.caption", { row: format.number(row) }),
      [
        { title: say("report.columns.rank"), width: 6, align: "end" },
        { title: say("report.columns.what"), width: 32 },
        { title: say("report.columns.subject"), width: 20 },
        { title: say("report.columns.act"), width: 26 },
        { title: say("report.columns.severity"), width: 9 },
        { title: say("report.columns.priority"), width: 7 },
      ],
      shown.map((finding) => findingRow(brief, finding)),
    ),
    ...leftOut(brief, left),
  ];
}

function findingRow(brief: ReportBrief, finding: Finding): readonly Cell[] {
  const { what, act } = describeFinding(brief, finding);
  const law = finding.statutory ? [" ", strong(brief.wording.say("terms.statutory"))] : [];
  const clauses =
    finding.clauses.length === 0
      ? []
      : [
          ` ${brief.wording.say("report.findings.clauses")} `,
          ...join(finding.clauses.map(code), ", "),
        ];
  return [
    cell(brief.format.number(finding.rank)),
    cell([what, ...law]),
    cell(subjectText(brief, finding.subject)),
    cell([act, ...clauses]),
    cell(finding.severity === undefined ? "–" : termOf(brief, "severities", finding.severity)),
    cell(priorityText(finding.priority), priorityTone(finding.priority)),
  ];
}
