import { describe, expect, test } from "vitest";
import { levelFields } from "../../../../src/assess/asked-fields.ts";
import { CLASSES } from "../../../../src/model/classes.ts";
import type { Language } from "../../../../src/model/values.ts";
import { LANGUAGES } from "../../../../src/model/values.ts";
import type { Sheet } from "../../../../src/model/workbook.ts";
import { questionTable } from "../../../../src/report/questionnaire/question-table.ts";
import type { QuestionnaireBrief } from "../../../../src/report/questionnaire/questionnaire.ts";
import { askedQuestions, wordLabel } from "../../../../src/report/questionnaire/questionnaire.ts";
import { questionnaireWorkbook } from "../../../../src/report/questionnaire/questionnaire-workbook.ts";
import { makeFormat } from "../../../../src/wording/format.ts";
import { SHIPPED } from "../../../support/shipped-catalogue.ts";
import { wordingFor } from "../../../support/wording.ts";

const FORM_LEVELS = ["organisation", "supplier", "contract"] as const;

function brief(
  level: (typeof FORM_LEVELS)[number],
  language: Language,
  changes: Partial<QuestionnaireBrief> = {},
): QuestionnaireBrief {
  return {
    subject: level,
    subjectName: "",
    ...levelFields(level, CLASSES, SHIPPED),
    nameOf: () => "",
    clauses: SHIPPED.clauses,
    vitalFunctions: SHIPPED.vitalFunctions,
    wording: wordingFor(language, ["catalogue", "terms"]),
    format: makeFormat(language),
    write: String,
    catalogue: { version: "1", digest: "sha256:0", profile: "standard" },
    asOf: undefined,
    producer: "beredskap 0",
    ...changes,
  };
}

function textsIn(sheet: Sheet | undefined): readonly (readonly string[])[] {
  return (sheet?.rows ?? []).map((row) =>
    row.map((cell) => (cell.kind === "text" ? cell.text : `<${cell.kind}>`)),
  );
}

describe.each(LANGUAGES)("the questions of the whole catalogue in %s", (language) => {
  const questions = FORM_LEVELS.flatMap((level) => askedQuestions(brief(level, language)));

  test("say what is asked, what the answer is about and how to answer", () => {
    expect(questions.length).toBeGreaterThan(100);
    for (const { key, question, field, how } of questions) {
      expect({ key, ends: question.slice(-1) }).toEqual({ key, ends: "?" });
      expect({ key, how: how.slice(-1) }).toEqual({ key, how: "." });
      // A path is a program's name for a field, not a person's.
      expect({ key, field: /^[a-z-]+(?:\.[a-z-]+)+$/u.test(field) }).toEqual({ key, field: false });
    }
  });

  test("offer words in the language, no two alike in a list", () => {
    const words = brief("contract", language);
    for (const { form } of questions) {
      const labels = form.words.map((word) => wordLabel(form.list, word, words));
      expect(new Set(labels).size).toBe(labels.length);
    }
    const offered = new Map(
      questions.flatMap(({ form }) =>
        form.words.map((word) => [
          `${form.list} ${word}`,
          wordLabel(form.list, word, words) === word,
        ]),
      ),
    );
    // The general terms are known by their letters; the rest of what English calls as we do is English.
    const untranslated = [...offered].flatMap(([word, same]) => (same ? [word] : []));
    expect(
      untranslated.filter((each) => !/ (?:JYSE|JIT|YSE|KSE)$/u.test(each) && language !== "en"),
    ).toEqual([]);
  });
});

describe("the form", () => {
  const book = questionnaireWorkbook(
    brief("contract", "sv", {
      subject: "contract:K-17",
      subjectName: "K-17 – =cmd()",
      left: 3,
      asOf: undefined,
    }),
  );
  const [form, help, words, header] = book.sheets;

  test("has the questions first, then help; what programs read is hidden", () => {
    expect(book.sheets.map(({ name, state }) => [name, state])).toEqual([
      ["Frågor", "visible"],
      ["Hjälp", "visible"],
      ["words", "hidden"],
      ["beredskap", "very-hidden"],
    ]);
    expect(book.sheets.every((sheet) => sheet.protected)).toBe(true);
  });

  test("says what it is about, what is left out and what its columns are, above the questions", () => {
    const rows = textsIn(form);
    expect(rows[0]).toEqual(["Frågor om beredskap: K-17 – =cmd()"]);
    expect(rows[2]?.[0]).toMatch(/^3 frågor till är öppna/u);
    expect(rows[3]?.slice(0, 3)).toEqual(["Nr", "Fråga", "Vad svaret gäller"]);
    expect(form?.frozen).toEqual({ rows: 4, columns: 2 });
  });

  test("has the place in the register on every row, in a column that is hidden", () => {
    const rows = textsIn(form).slice(4);
    const keys = rows.map((row) => row.at(-1));
    expect(form?.columns.at(-1)?.hidden).toBe(true);
    expect(new Set(keys).size).toBe(rows.length);
    expect(keys.every((key) => /^contract \* [a-z]/u.test(key ?? ""))).toBe(true);
  });

  test("maps every word that is offered to the register's, and offers nothing else", () => {
    const mapped = textsIn(words).slice(1);
    const rules = form?.rules.filter(({ allows }) => allows.kind === "choice") ?? [];
    expect(rules.length).toBeGreaterThan(50);
    for (const { allows } of rules) {
      if (allows.kind !== "choice") continue;
      expect([allows.sheet, allows.column]).toEqual(["words", 3]);
      const lists = new Set(mapped.slice(allows.from - 2, allows.to - 1).map(([list]) => list));
      expect(lists.size).toBe(1);
    }
    expect(mapped).toContainEqual(["clause", "general-terms-only", "bara i de allmänna villkoren"]);
    expect(mapped).toContainEqual(["evidence-kind", "audit", "granskning"]);
  });

  test("tells a program what it must know to read the answers back", () => {
    const told = Object.fromEntries(textsIn(header) as [string, string][]);
    expect(told).toMatchObject({
      format: "questionnaire",
      version: "1",
      subject: "contract:K-17",
      language: "sv",
      "catalogue-digest": "sha256:0",
      questions: "Frågor",
      "heading-row": "4",
      words: "words",
    });
    const columns = (told["columns"] ?? "").split(",");
    expect(columns).toHaveLength(textsIn(form)[3]?.length ?? 0);
    expect(columns).toContain("answer");
    expect(columns.at(-1)).toBe("key");
  });

  test("asks for the role, and says that a person's name is not to be written", () => {
    const help2 = textsIn(help).flat().join(" ");
    expect(help2).toContain("Skriv aldrig ett namn på en person");
  });

  test("takes no evidence where a field carries none", () => {
    const columns = (textsIn(header).find(([key]) => key === "columns")?.[1] ?? "").split(",");
    const at = columns.indexOf("evidence");
    const lookOf = (path: string): string | undefined =>
      form?.rows.find((row) => {
        const last = row.at(-1);
        return last?.kind === "text" && last.text === `contract * ${path}`;
      })?.[at]?.look;
    expect(lookOf("clauses.disruption-notice")).toBe("input");
    expect(lookOf("continuity.plan.delivered")).toBe("input");
    expect(lookOf("type")).toBe("closed");
    expect(lookOf("flags.site-bound")).toBe("closed");
  });
});

test("as a table the words to choose from stand beside the question, and each row says what form it is of", () => {
  const [heading = [], first = []] = questionTable(brief("supplier", "en"));
  const text = (cell: (typeof first)[number] | undefined): string =>
    cell?.kind === "text" ? cell.text : "";
  expect(text(heading.at(-1))).toBe("beredskap");
  expect(text(first.at(-1))).toBe("questionnaire 1 en 1");
  const how = heading.findIndex((cell) => text(cell) === "How to answer");
  expect(
    questionTable(brief("supplier", "en"))
      .map((row) => text(row[how]))
      .some((each) => each === "Choose from the list. yes | no | not known"),
  ).toBe(true);
});
