import type { Sheet, SheetCell, Workbook } from "../../model/workbook.ts";
import { columnsFor, formTitle, HEADING_ROW, questionSheet } from "./question-sheet.ts";
import type { AskedQuestion, QuestionnaireBrief } from "./questionnaire.ts";
import { askedQuestions } from "./questionnaire.ts";
import { wordLists } from "./word-lists.ts";

/** The version of the form: raised when a program that reads it back would have to change. */
export const FORM_VERSION = 1;

/** The questions, how to answer them, and two hidden sheets by which a program reads the answers back. */
export function questionnaireWorkbook(brief: QuestionnaireBrief): Workbook {
  const questions = askedQuestions(brief);
  const lists = wordLists(questions, brief);
  return {
    language: brief.wording.language,
    title: formTitle(brief),
    producer: brief.producer,
    sheets: [
      questionSheet(questions, lists, brief),
      helpSheet(brief),
      lists.sheet,
      headerSheet(questions, lists.sheet.name, brief),
    ],
  };
}

const HELP = [
  "fill",
  "unknown",
  "not-applicable",
  "evidence",
  "roles",
  "amounts",
  "secret",
  "return",
];
/** Answers whose meaning must not be guessed. */
const EXPLAINED = ["yes", "partly", "no", "refused", "not-applicable", "unknown"];

function helpSheet({ wording: { say } }: QuestionnaireBrief): Sheet {
  const cell = (look: SheetCell["look"], text: string): SheetCell => ({ kind: "text", look, text });
  return {
    name: say("catalogue.sheets.help"),
    state: "visible",
    columns: [{ width: 30 }, { width: 90 }],
    rows: [
      [cell("title", say("catalogue.help.title"))],
      ...HELP.map((each) => [
        cell("strong", say(`catalogue.help.${each}.title`)),
        cell("plain", say(`catalogue.help.${each}.text`)),
      ]),
      [
        cell("heading", say("catalogue.help.answer")),
        cell("heading", say("catalogue.help.meaning")),
      ],
      ...EXPLAINED.map((word) => [
        cell("strong", say(`catalogue.words.${word}`)),
        cell("plain", say(`catalogue.meanings.${word}`)),
      ]),
    ],
    frozen: { rows: 0, columns: 0 },
    protected: true,
    filtered: false,
    rules: [],
  };
}

/** What a program must know to read the answers back. */
function headerSheet(
  questions: readonly AskedQuestion[],
  words: string,
  { subject, wording, catalogue, asOf, producer }: QuestionnaireBrief,
): Sheet {
  const told: readonly (readonly [string, string])[] = [
    ["format", "questionnaire"],
    ["version", String(FORM_VERSION)],
    ["subject", subject],
    ["language", wording.language],
    ["as-of", asOf ?? ""],
    ["tool", producer],
    ["catalogue-version", catalogue.version],
    ["catalogue-digest", catalogue.digest],
    ["profile", catalogue.profile],
    ["questions", wording.say("catalogue.sheets.questions")],
    ["heading-row", String(HEADING_ROW)],
    ["columns", columnsFor(questions).join(",")],
    ["words", words],
  ];
  return {
    name: "beredskap",
    state: "very-hidden",
    columns: [{ width: 24 }, { width: 90 }],
    rows: told.map((pair) => pair.map((text) => ({ kind: "text", look: "plain", text }))),
    frozen: { rows: 0, columns: 0 },
    protected: true,
    filtered: false,
    rules: [],
  };
}
