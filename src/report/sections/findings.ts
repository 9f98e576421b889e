import type { Finding } from "../../model/assessment.ts";
import type { Block, Cell } from "../../model/report.ts";
import { cell, code, heading, join, paragraph, strong, table } from "../blocks.ts";
import type { ReportBrief } from "../brief.ts";
import { cut, leftOut } from "../cut.ts";
import { describeFinding } from "../described.ts";
import { subjectsText } from "../names.ts";
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
  // What is only to be watched and not known is told once, among the questions.
  const isWatched = priorities.size === 1 && priorities.has("P4");
  const told = isWatched ? some.filter(({ kind }) => kind !== "unknown") : some;
  const { shown, left } = cut(together(brief, told), brief.most);
  const asked = some.length - told.length;
  return [
    heading(2, `findings-row-${String(row)}`, title),
    paragraph(priorityRowText(brief, row)),
    ...(asked === 0
      ? []
      : [paragraph(say("report.findings.asked", { count: format.number(asked) }))]),
    ...(shown.length === 0 ? [] : [findingTable(brief, row, shown)]),
    ...leftOut(brief, left),
  ];
}

function findingTable(
  brief: ReportBrief,
  row: number,
  shown: readonly (readonly [Finding, ...Finding[]])[],
): Block {
  const { wording, format } = brief;
  const { say } = wording;
  return table(
    say("report.findings.caption", { row: format.number(row) }),
    [
      { title: say("report.columns.rank"), width: 6, align: "end" },
      { title: say("report.columns.what"), width: 27 },
      { title: say("report.columns.subject"), width: 20 },
      { title: say("report.columns.act"), width: 37 },
      { title: say("report.columns.severity"), width: 9 },
      { title: say("report.columns.priority"), width: 7 },
    ],
    shown.map((findings) => findingRow(brief, findings)),
  );
}

/** In a row of the table with more findings than this, those of one kind and criterion are told together. */
const MOST_APART = 25;

function together(
  brief: ReportBrief,
  some: readonly Finding[],
): readonly (readonly [Finding, ...Finding[]])[] {
  if (some.length <= MOST_APART) return some.map((finding) => [finding]);
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of some) {
    const key = describeFinding(brief, finding).what;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

function findingRow(
  brief: ReportBrief,
  findings: readonly [Finding, ...Finding[]],
): readonly Cell[] {
  const [finding, ...others] = findings;
  const { what, act } = describeFinding(brief, finding);
  const law = finding.statutory ? [" ", strong(brief.wording.say("terms.statutory"))] : [];
  const drafted = finding.clauses.filter((id) => brief.library.has(id));
  const clauses =
    drafted.length === 0
      ? []
      : [` ${brief.wording.say("report.findings.clauses")} `, ...join(drafted.map(code), ", ")];
  return [
    cell(`${brief.format.number(finding.rank)}${others.length === 0 ? "" : " …"}`),
    cell([what, ...law]),
    cell(
      subjectsText(
        brief,
        findings.map(({ subject }) => subject),
      ),
    ),
    cell([act, ...clauses]),
    cell(finding.severity === undefined ? "–" : termOf(brief, "severities", finding.severity)),
    cell(priorityText(finding.priority), priorityTone(finding.priority)),
  ];
}
