import type { Classification, ContractAssessment } from "../../model/assessment.ts";
import type { CriticalityClass } from "../../model/classes.ts";
import { CLASSES, isDecided } from "../../model/classes.ts";
import type { Bar, Block, Cell } from "../../model/report.ts";
import { cell, heading, paragraph, table } from "../blocks.ts";
import type { ReportBrief } from "../brief.ts";
import { contractLink, contractTitle } from "../names.ts";
import { byUrgency } from "../order.ts";
import {
  className,
  classText,
  gradeName,
  gradeText,
  gradeTone,
  meanText,
  priorityText,
  priorityTone,
  scoreText,
} from "../phrases.ts";
import { contractsByGrade } from "../sums.ts";

const HIGHEST_FIRST = [...CLASSES].reverse();
/** The chart's scale is in per cent. */
const WHOLE = 100;

/** The contracts by class: how many, how prepared, and each of them on one row. */
export function portfolio(brief: ReportBrief): readonly Block[] {
  const { say } = brief.wording;
  const title = heading(1, "portfolio", say("report.portfolio.title"));
  if (brief.assessment.contracts.length === 0) {
    return [title, paragraph(say("report.summary.empty"))];
  }
  return [
    title,
    paragraph(say("report.portfolio.bounds")),
    ...chart(brief),
    classTable(brief),
    contractTable(brief),
  ];
}

function chart(brief: ReportBrief): readonly Block[] {
  const { assessment, wording, format } = brief;
  const bars = HIGHEST_FIRST.flatMap((criticality): readonly Bar[] => {
    const bounds = assessment.preparednessByClass[criticality];
    if (bounds === undefined) return [];
    return [
      {
        label: className(brief, criticality),
        low: bounds.low * WHOLE,
        high: bounds.high * WHOLE,
        value: format.shares(bounds),
      },
    ];
  });
  if (bars.length === 0) return [];
  const caption = wording.say("report.portfolio.chart");
  return [{ kind: "chart", caption, axis: wording.say("report.portfolio.axis"), of: WHOLE, bars }];
}

function classTable(brief: ReportBrief): Block {
  const { say } = brief.wording;
  return table(
    say("report.portfolio.classes"),
    [
      { title: say("report.columns.class"), width: 18 },
      { title: say("report.columns.meaning"), width: 34 },
      { title: say("report.columns.contracts"), width: 12, align: "end" },
      { title: say("report.columns.preparedness"), width: 16, align: "end" },
      { title: say("report.columns.grades"), width: 20 },
    ],
    HIGHEST_FIRST.map((criticality) => classRow(brief, criticality)),
  );
}

function classRow(brief: ReportBrief, criticality: CriticalityClass): readonly Cell[] {
  const { assessment, wording, format } = brief;
  const grades = [...contractsByGrade(assessment.contracts, criticality)].map(
    ([grade, count]) => `${gradeName(brief, grade)}: ${format.number(count)}`,
  );
  return [
    cell(className(brief, criticality)),
    cell(wording.say(`terms.classes.${criticality}.meaning`)),
    cell(format.counts(assessment.classes[criticality])),
    cell(meanText(brief, assessment.preparednessByClass[criticality])),
    cell(grades.length === 0 ? "–" : grades.join(", ")),
  ];
}

/** One row for each contract, the most urgent first. */
export function contractTable(brief: ReportBrief): Block {
  const { say } = brief.wording;
  return table(
    say("report.portfolio.contracts"),
    [
      { title: say("report.columns.contract"), width: 16 },
      { title: say("report.columns.title"), width: 28 },
      { title: say("report.columns.class"), width: 18 },
      { title: say("report.columns.row"), width: 8 },
      { title: say("report.columns.preparedness"), width: 11, align: "end" },
      { title: say("report.columns.grade"), width: 12 },
      { title: say("report.columns.priority"), width: 7 },
    ],
    byUrgency(brief.assessment.contracts).map((assessed) => contractRow(brief, assessed)),
  );
}

function contractRow(brief: ReportBrief, assessed: ContractAssessment): readonly Cell[] {
  const { contract, classification, preparedness, priority } = assessed;
  return [
    cell([contractLink(assessed)]),
    cell(contractTitle(brief, contract)),
    cell(
      classText(brief, classification.decided),
      isDecided(classification.decided) ? "neutral" : "unknown",
    ),
    cell(rowText(classification)),
    cell(scoreText(brief, preparedness)),
    cell(gradeText(brief, preparedness), gradeTone(preparedness)),
    cell(priorityText(priority), priorityTone(priority)),
  ];
}

/** The rows that decided, with the row of the table where an alternative or another contract changed it. */
function rowText({ rows, tableRows }: Classification): string {
  const at = (end: "low" | "high"): string =>
    rows[end] === tableRows[end] ? rows[end] : `${tableRows[end]}, ${rows[end]}`;
  return at("low") === at("high") ? at("low") : `${at("low")}–${at("high")}`;
}
