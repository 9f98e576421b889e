import type { SheetCell } from "../../model/workbook.ts";
import { columnsFor, questionRow } from "./question-sheet.ts";
import type { QuestionnaireBrief } from "./questionnaire.ts";
import { askedQuestions, wordLabel } from "./questionnaire.ts";
import { FORM_VERSION } from "./questionnaire-workbook.ts";

/**
 * The same questions as a table for text files, where nothing can be chosen from a list: the words to choose
 * from stand in the column that says how to answer, and the last column says what a program must know to
 * read the answers back.
 */
export function questionTable(brief: QuestionnaireBrief): readonly (readonly SheetCell[])[] {
  const { say, language } = brief.wording;
  const questions = askedQuestions(brief).map((question) => {
    const { list, words } = question.form;
    const labels = words.map((word) => wordLabel(list, word, brief));
    return labels.length === 0
      ? question
      : { ...question, how: `${question.how} ${labels.join(" | ")}` };
  });
  const columns = columnsFor(questions);
  const form: SheetCell = {
    kind: "text",
    look: "muted",
    text: `questionnaire ${FORM_VERSION} ${language} ${brief.catalogue.version}`,
  };
  const heading = [...columns.map((each) => say(`catalogue.columns.${each}`)), "beredskap"];
  return [
    heading.map((text) => ({ kind: "text", look: "heading", text })),
    ...questions.map((question, index) => [...questionRow(columns, question, index), form]),
  ];
}
