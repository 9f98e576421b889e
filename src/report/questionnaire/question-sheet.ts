import type { CellRule, Sheet, SheetCell } from "../../model/workbook.ts";
import type { Wording } from "../../wording/wording.ts";
import type { AskedQuestion, QuestionnaireBrief } from "./questionnaire.ts";
import type { WordLists } from "./word-lists.ts";
import { EVIDENCE_KINDS, ruleForChoice } from "./word-lists.ts";

/** Columns of the form, by the names that a program reads them by. */
const WIDTHS = {
  number: 5,
  about: 20,
  question: 38,
  field: 22,
  why: 38,
  how: 24,
  answer: 20,
  evidence: 20,
  reference: 18,
  date: 12,
  by: 18,
  note: 28,
  recorded: 16,
  criteria: 20,
  key: 44,
} as const;
type QuestionColumn = keyof typeof WIDTHS;

/** The last row that is not a question: a title, what to do, how many were left out, and the heading. */
export const HEADING_ROW = 4;

/** The columns that this form needs: what is the same on every row, or empty on all, has none. */
export function columnsFor(questions: readonly AskedQuestion[]): readonly QuestionColumn[] {
  const abouts = new Set(questions.map(({ about }) => about));
  const anyRecorded = questions.some(({ recorded }) => recorded !== "");
  return (Object.keys(WIDTHS) as QuestionColumn[]).filter(
    (column) => (column !== "about" || abouts.size > 1) && (column !== "recorded" || anyRecorded),
  );
}

/** The sheet to fill in: only the yellow cells can be written in. */
export function questionSheet(
  questions: readonly AskedQuestion[],
  lists: WordLists,
  brief: QuestionnaireBrief,
): Sheet {
  const { say } = brief.wording;
  const columns = columnsFor(questions);
  const left = brief.left === 0 ? "" : say("catalogue.form.left", { count: brief.left });
  const heading = columns.map((each) => text("heading", say(`catalogue.columns.${each}`)));
  return {
    name: say("catalogue.sheets.questions"),
    state: "visible",
    columns: columns.map((each) =>
      each === "key" ? { width: WIDTHS[each], hidden: true } : { width: WIDTHS[each] },
    ),
    rows: [
      [text("title", formTitle(brief))],
      [text("note", say("catalogue.form.intro"))],
      [text("note", left)],
      heading,
      ...questions.map((each, index) => questionRow(columns, each, index)),
    ],
    frozen: { rows: HEADING_ROW, columns: columns.indexOf("question") + 1 },
    protected: true,
    filtered: false,
    rules: rulesFor(questions, columns, lists, brief.wording),
  };
}

/** A question as a row, ready for its answer. */
export function questionRow(
  columns: readonly QuestionColumn[],
  question: AskedQuestion,
  index: number,
): readonly SheetCell[] {
  return columns.map((column) => cellFor(column, question, index));
}

/** What the form is called. */
export function formTitle({ subject, subjectName, wording: { say } }: QuestionnaireBrief): string {
  const kind = subject.split(":")[0] ?? subject;
  return subjectName === ""
    ? say(`catalogue.form.any-${kind}`)
    : say("catalogue.form.title", { subject: subjectName });
}

function text(look: SheetCell["look"], written: string): SheetCell {
  return { kind: "text", look, text: written };
}

function cellFor(column: QuestionColumn, question: AskedQuestion, index: number): SheetCell {
  const { form } = question;
  const proof = form.proven ? "input" : "closed";
  switch (column) {
    case "number":
      return { kind: "number", look: "plain", value: index + 1 };
    case "question":
      return text("strong", question.question);
    case "about":
    case "field":
    case "why":
    case "how":
      return text("plain", question[column]);
    case "recorded":
    case "criteria":
    case "key":
      return text("muted", question[column]);
    case "answer":
      return { kind: "blank", look: "input", of: answerKind(form.kind) };
    case "evidence":
    case "reference":
      return { kind: "blank", look: proof, of: "text" };
    case "date":
      return { kind: "blank", look: proof, of: "day" };
    case "by":
    case "note":
      return { kind: "blank", look: "input", of: "text" };
  }
}

function answerKind(kind: AskedQuestion["form"]["kind"]): "text" | "number" | "day" {
  return kind === "day" ? "day" : kind === "count" ? "number" : "text";
}

function rulesFor(
  questions: readonly AskedQuestion[],
  columns: readonly QuestionColumn[],
  lists: WordLists,
  { say }: Wording,
): readonly CellRule[] {
  if (questions.length === 0) return [];
  const columnOf = (column: QuestionColumn): number => columns.indexOf(column) + 1;
  const from = HEADING_ROW + 1;
  const whole = { from, to: HEADING_ROW + questions.length };
  const plain = (column: QuestionColumn): CellRule => ({
    ...whole,
    column: columnOf(column),
    allows: { kind: "anything" },
    hint: say(`catalogue.hints.${column}`),
    refusal: "",
  });
  return [
    ...questions.map((question, index) =>
      answerRule(question, from + index, columnOf("answer"), lists, say),
    ),
    {
      ...whole,
      column: columnOf("evidence"),
      allows: ruleForChoice(EVIDENCE_KINDS, lists, true),
      hint: say("catalogue.hints.evidence"),
      refusal: say("catalogue.refusals.choice"),
    },
    plain("reference"),
    {
      ...whole,
      column: columnOf("date"),
      allows: { kind: "day" },
      hint: say("catalogue.hints.date"),
      refusal: say("catalogue.refusals.day"),
    },
    plain("by"),
    plain("note"),
  ];
}

function answerRule(
  { form, how }: AskedQuestion,
  row: number,
  column: number,
  lists: WordLists,
  say: Wording["say"],
): CellRule {
  const at = { from: row, to: row, column, hint: how };
  switch (form.kind) {
    case "choice":
      return {
        ...at,
        allows: ruleForChoice(form.list, lists, true),
        refusal: say("catalogue.refusals.choice"),
      };
    case "day":
      return { ...at, allows: { kind: "day" }, refusal: say("catalogue.refusals.day") };
    case "count":
      return { ...at, allows: { kind: "count" }, refusal: say("catalogue.refusals.count") };
    case "written":
      return form.list === ""
        ? { ...at, allows: { kind: "anything" }, refusal: "" }
        : { ...at, allows: ruleForChoice(form.list, lists, false), refusal: "" };
  }
}
