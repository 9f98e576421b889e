import type { Finding } from "../model/assessment.ts";
import type { Block, Report } from "../model/report.ts";
import { cell, code, paragraph, table } from "./blocks.ts";
import type { ReportBrief } from "./brief.ts";
import { cut } from "./cut.ts";
import { describeFinding } from "./described.ts";
import { organisationName, subjectText } from "./names.ts";
import { priorityText, priorityTone } from "./phrases.ts";
import { reportWords } from "./report.ts";
import { contractTable } from "./sections/portfolio.ts";

/** What `assess` shows in the terminal: every contract on a row, and what to do first. */
export function buildOverview(brief: ReportBrief): Report {
  const { wording, assessment, tool } = brief;
  return {
    language: wording.language,
    title: wording.say("report.title"),
    subtitle: "",
    organisation: organisationName(brief),
    asOf: assessment.asOf,
    marking: brief.marking,
    words: reportWords(wording),
    blocks: [contractTable(brief), ...firstThings(brief)],
    producer: `${tool.name} ${tool.version}`,
  };
}

function firstThings(brief: ReportBrief): readonly Block[] {
  const { wording, format, assessment } = brief;
  const { say } = wording;
  if (assessment.findings.length === 0) return [paragraph(say("report.findings.none"))];
  const { shown, left } = cut(assessment.findings, brief.most);
  const rest =
    left === 0
      ? []
      : [
          paragraph(
            `${say("report.cut.left", { count: format.number(left) })} `,
            code("beredskap assess --all"),
          ),
        ];
  return [
    table(
      say("report.findings.title"),
      [
        { title: say("report.columns.rank"), width: 5, align: "end" },
        { title: say("report.columns.priority"), width: 7 },
        { title: say("report.columns.subject"), width: 24 },
        { title: say("report.columns.what"), width: 50 },
        { title: say("report.columns.criterion"), width: 24 },
      ],
      shown.map((finding) => [
        cell(format.number(finding.rank)),
        cell(priorityText(finding.priority), priorityTone(finding.priority)),
        cell(subjectText(brief, finding.subject)),
        cell(whatIsFound(brief, finding)),
        cell(finding.criterion === undefined ? "–" : [code(finding.criterion)]),
      ]),
    ),
    ...rest,
  ];
}

/** What is missing, and that it is known where a baseline says so. */
function whatIsFound(brief: ReportBrief, finding: Finding): string {
  const { what } = describeFinding(brief, finding);
  return brief.known?.has(finding) === true
    ? `${what} (${brief.wording.say("report.findings.known")})`
    : what;
}
