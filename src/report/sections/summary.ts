import type { Finding } from "../../model/assessment.ts";
import type { CriticalityClass } from "../../model/classes.ts";
import { CLASSES } from "../../model/classes.ts";
import type { Block, Inline, KeyFigure, Tone } from "../../model/report.ts";
import { heading, list, paragraph, reference, strong, text } from "../blocks.ts";
import type { ReportBrief } from "../brief.ts";
import { cut } from "../cut.ts";
import { describeFinding, firstSentence } from "../described.ts";
import { plainSubject } from "../names.ts";
import { GRADE_TONES, gradeName, meanText, mostUrgent, priorityText } from "../phrases.ts";
import {
  askedFor,
  contractsByGrade,
  criticalContracts,
  statutoryShortfalls,
  undecidedContracts,
} from "../sums.ts";

/** As many as a board can decide on, and as fit on the first page. */
const FIRST_THINGS = 5;

/** The first page: the answer, the key figures with their bounds, the first things to do. */
export function summary(brief: ReportBrief): readonly Block[] {
  const { say } = brief.wording;
  return [
    heading(1, "summary", say("report.summary.title")),
    answer(brief),
    { kind: "figures", caption: say("report.summary.figures"), figures: keyFigures(brief) },
    heading(2, "first-things", say("report.summary.first.title")),
    ...firstThings(brief),
    { kind: "page-break" },
  ];
}

function answer(brief: ReportBrief): Block {
  const { say } = brief.wording;
  const sentences =
    brief.assessment.contracts.length === 0
      ? [say("report.summary.empty")]
      : answerSentences(brief);
  return {
    kind: "callout",
    tone: "neutral",
    title: say("report.summary.answer"),
    text: [text(sentences.join(" "))],
  };
}

function answerSentences(brief: ReportBrief): readonly string[] {
  const { wording, format, assessment } = brief;
  const count = format.number(assessment.contracts.length);
  const critical = criticalContracts(assessment);
  const sentences =
    critical.high === 0
      ? [wording.say("report.summary.none-critical", { count })]
      : [wording.say("report.summary.critical", { count, critical: format.counts(critical) })];

  const scores = (["K4", "K3"] as const).flatMap((criticality) => {
    const bounds = assessment.preparednessByClass[criticality];
    if (bounds === undefined) return [];
    return [
      wording.say("report.summary.score", { class: criticality, bounds: format.shares(bounds) }),
    ];
  });
  if (scores.length > 0) {
    sentences.push(wording.say("report.summary.prepared", { scores: format.list(scores) }));
  }
  const unknown = unknownShare(brief);
  if (unknown > 0) {
    sentences.push(wording.say("report.summary.unknown", { share: format.share(unknown) }));
  }
  return sentences;
}

function unknownShare({ assessment: { counts } }: ReportBrief): number {
  const all = askedFor(counts);
  return all === 0 ? 0 : counts.unknown / all;
}

function keyFigures(brief: ReportBrief): readonly KeyFigure[] {
  const { assessment, criteria, format } = brief;
  const lawful = statutoryShortfalls(assessment, criteria);
  const { open, blank } = undecidedContracts(assessment);
  const unknown = unknownShare(brief);
  const { counts } = assessment;
  return [
    figure(brief, "critical", format.counts(criticalContracts(assessment)), "neutral", {
      classes: classCounts(brief),
    }),
    preparednessFigure(brief, "K4"),
    preparednessFigure(brief, "K3"),
    figure(
      brief,
      lawful.low === lawful.high ? "statutory" : "statutory-open",
      format.counts(lawful),
      shortfallTone(lawful),
      {},
    ),
    figure(brief, "unknown", format.share(unknown), unknown > 0 ? "unknown" : "good", {
      unknown: format.number(counts.unknown),
      all: format.number(askedFor(counts)),
    }),
    figure(brief, "undecided", format.number(open), open > 0 ? "unknown" : "good", {
      blank: format.number(blank),
    }),
  ];
}

function figure(
  brief: ReportBrief,
  name: string,
  value: string,
  tone: Tone,
  params: Readonly<Record<string, string>>,
): KeyFigure {
  const { say } = brief.wording;
  return {
    label: say(`report.summary.${name}-figure.label`),
    value,
    note: say(`report.summary.${name}-figure.note`, params),
    tone,
  };
}

function classCounts({ assessment, format }: ReportBrief): string {
  return [...CLASSES]
    .reverse()
    .map((criticality) => `${criticality}: ${format.counts(assessment.classes[criticality])}`)
    .join(", ");
}

function preparednessFigure(brief: ReportBrief, criticality: CriticalityClass): KeyFigure {
  const { assessment, wording, format } = brief;
  const bounds = assessment.preparednessByClass[criticality];
  const grades = [...contractsByGrade(assessment.contracts, criticality)];
  const lowest = grades[0]?.[0];
  const written = grades.map(([grade, count]) =>
    wording.say("terms.grade-count", {
      grade: gradeName(brief, grade),
      count: format.number(count),
    }),
  );
  return {
    label: wording.say("report.summary.preparedness-figure.label", { class: criticality }),
    value: meanText(brief, bounds),
    note:
      written.length === 0
        ? wording.say("report.summary.preparedness-figure.none")
        : wording.say("report.summary.preparedness-figure.note", { grades: written.join(", ") }),
    tone: lowest === undefined ? "neutral" : GRADE_TONES[lowest],
  };
}

function shortfallTone({ low, high }: { low: number; high: number }): Tone {
  if (low > 0) return "bad";
  return high > 0 ? "unknown" : "good";
}

function firstThings(brief: ReportBrief): readonly Block[] {
  const { assessment, wording, format } = brief;
  if (assessment.findings.length === 0) return [paragraph(wording.say("report.findings.none"))];
  const { shown, left } = cut(assessment.findings, FIRST_THINGS);
  const blocks = list(
    shown.map((finding) => firstThing(brief, finding)),
    true,
  );
  if (left === 0) return blocks;
  const more = wording.say("report.summary.first.left", { count: format.number(left) });
  return [
    ...blocks,
    paragraph(`${more} `, reference(wording.say("report.findings.title"), "findings")),
  ];
}

/** Short, so that all of them fit on the first page; the whole text stands with the findings. */
function firstThing(brief: ReportBrief, finding: Finding): readonly Inline[] {
  const { what, why, act } = describeFinding(brief, finding);
  const { say } = brief.wording;
  const reasons = [why, act].filter((sentences) => sentences !== "").map(firstSentence);
  const urgency = say("report.summary.first.priority", {
    priority: priorityText(finding.priority),
    name: say(`terms.priorities.${mostUrgent(finding.priority)}`),
  });
  return [
    strong(what),
    text(" ("),
    plainSubject(brief, finding.subject),
    text(`). ${reasons.join(" ")} `),
    text(urgency),
  ];
}
