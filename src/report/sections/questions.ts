import type { Finding } from "../../model/assessment.ts";
import type { Block, Cell } from "../../model/report.ts";
import { cell, code, heading, join, paragraph, table } from "../blocks.ts";
import type { ReportBrief } from "../brief.ts";
import { cut, leftOut } from "../cut.ts";
import { askFor, criterionText } from "../described.ts";
import { subjectsText } from "../names.ts";

/** One question to the officer, and what it is asked for. */
interface Question {
  readonly subjects: readonly (string | undefined)[];
  readonly ask: string;
  readonly purpose: string;
  /** Where in the register the answer goes. */
  readonly paths: readonly string[];
}

/** The open questions, most important first: what decides a class, then what decides a verdict. */
export function questions(brief: ReportBrief): readonly Block[] {
  const { wording, format, assessment } = brief;
  const { say } = wording;
  const title = heading(1, "questions", say("report.questions.title"));
  const asked = assessment.findings.flatMap((finding) => questionsOf(brief, finding));
  if (asked.length === 0) return [title, paragraph(say("report.questions.none"))];
  const { shown, left } = cut(askedOnce(asked), brief.most);
  return [
    title,
    paragraph(say("report.questions.intro", { count: format.number(asked.length) })),
    table(
      say("report.questions.caption"),
      [
        { title: say("report.columns.number"), width: 6, align: "end" },
        { title: say("report.columns.question"), width: 36 },
        { title: say("report.columns.subject"), width: 20 },
        { title: say("report.columns.purpose"), width: 20 },
        { title: say("report.columns.field"), width: 18 },
      ],
      shown.map((question, index) => questionRow(brief, question, index + 1)),
    ),
    ...leftOut(brief, left),
  ];
}

function questionsOf(brief: ReportBrief, finding: Finding): readonly Question[] {
  const { subject, blanks, criterion } = finding;
  if (finding.kind === "class-undecided") {
    const purpose = brief.wording.say("report.questions.for-class");
    return blanks.map((path) => ({
      subjects: [subject],
      ask: askFor(brief, path),
      purpose,
      paths: [path],
    }));
  }
  if (finding.kind !== "unknown" || criterion === undefined) return [];
  const { ask, title } = criterionText(brief, criterion);
  return [
    { subjects: [subject], ask: ask === "" ? criterion : ask, purpose: title, paths: blanks },
  ];
}

/** The same question is asked once for all it concerns, where it is first wanted. */
function askedOnce(questions: readonly Question[]): readonly Question[] {
  const once = new Map<string, Question>();
  for (const question of questions) {
    const key = `${question.ask}\n${question.purpose}`;
    const before = once.get(key);
    const subjects = [...(before?.subjects ?? []), ...question.subjects];
    const paths = [...new Set([...(before?.paths ?? []), ...question.paths])];
    once.set(key, { ...question, subjects, paths });
  }
  return [...once.values()];
}

function questionRow(brief: ReportBrief, question: Question, number: number): readonly Cell[] {
  return [
    cell(brief.format.number(number)),
    cell(question.ask),
    cell(subjectsText(brief, question.subjects)),
    cell(question.purpose),
    cell(question.paths.length === 0 ? "–" : join(question.paths.map(code), ", ")),
  ];
}
