import { describe, expect, test } from "vitest";
import type { SheetCell } from "../../../src/model/workbook.ts";
import type { Day } from "../../../src/model/values.ts";
import { dialectFor, renderCsv } from "../../../src/render/csv.ts";

const text = (written: string): SheetCell => ({ kind: "text", look: "plain", text: written });
const number = (value: number): SheetCell => ({ kind: "number", look: "plain", value });
const day = (written: string): SheetCell => ({
  kind: "day",
  look: "plain",
  day: written as Day,
});
const BLANK: SheetCell = { kind: "blank", look: "input", of: "text" };

const TABLE = [
  [text("fråga"), text("värde"), text("dag")],
  [text("a;b"), number(1.5), day("2026-11-24")],
  [text('hon sade "ja", sedan nej'), number(-2), BLANK],
  [text("två\nrader"), number(0), text("")],
  ...["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "'quoted'"].map((each) => [
    text(each),
  ]),
];

/** Reads comma or semicolon separated text by RFC 4180. `undo` takes away what keeps formulas from running. */
function parse(
  csv: string,
  separator: string,
  undo = (field: string): string => field.replace(/^'/u, ""),
): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let field = "";
  let quoted = false;
  const text = csv.replace(/^\uFEFF/u, "");
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted && sign === '"' && text.charAt(at + 1) === '"') {
      field += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === separator || sign === "\n")) {
      rows.at(-1)?.push(undo(field));
      field = "";
      if (sign === "\n") rows.push([]);
    } else if (quoted || sign !== "\r") field += sign;
  }
  return rows.slice(0, -1);
}

describe("the dialect", () => {
  test("is Excel's in Swedish and Finnish: semicolons, decimal commas, a mark at the head", () => {
    for (const language of ["sv", "fi"] as const) {
      const csv = renderCsv(TABLE, dialectFor(language, false));
      expect(csv.startsWith("\uFEFFfråga;värde;dag\r\n")).toBe(true);
      expect(csv).toContain('\r\n"a;b";1,5;2026-11-24\r\n');
    }
  });

  test("is commas and points without a mark for programs, whatever the language", () => {
    const csv = renderCsv(TABLE, dialectFor("sv", true));
    expect(csv.startsWith("fråga,värde,dag\r\n")).toBe(true);
    expect(csv).toContain("\r\na;b,1.5,2026-11-24\r\n");
    expect(renderCsv(TABLE, dialectFor("en", true))).toBe(csv);
  });

  test("changes nothing that is read back", () => {
    const nordic = parse(renderCsv(TABLE, dialectFor("fi", false)), ";");
    const plain = parse(renderCsv(TABLE, dialectFor("fi", true)), ",");
    const withPoints = nordic.map((row) =>
      row.map((each) => each.replace(/^(-?\d+),(\d+)$/u, "$1.$2")),
    );
    expect(withPoints).toEqual(plain);
    expect(plain[2]).toEqual(['hon sade "ja", sedan nej', "-2", ""]);
    expect(plain[3]?.[0]).toBe("två\nrader");
  });
});

describe("a text that a spreadsheet program would take for a formula", () => {
  const csv = renderCsv(TABLE, dialectFor("sv", false));

  test("is quoted and led by an apostrophe, so that no field begins with it", () => {
    for (const risky of ["=1+1", "+1", "-1", "@A1", "＝1", "'=1"])
      expect(csv).toContain(`\r\n"'${risky}"\r\n`);
    const fields = parse(csv, ";", (field) => field).flat();
    // Numbers may begin with a minus: they are numbers.
    expect(fields.filter((each) => /^[=+@\t\r\n]|^-(?!\d+$)/u.test(each))).toEqual([]);
    expect(fields.filter((each) => each.startsWith("'"))).toHaveLength(10);
  });

  test("is had again by taking one apostrophe away", () => {
    const read = parse(csv, ";")
      .slice(4)
      .map(([first]) => first);
    expect(read).toEqual([
      "=1+1",
      "+1",
      "-1",
      "@A1",
      " =1",
      "\n=1",
      "\n=1",
      "＝1",
      "'=1",
      "'quoted'",
    ]);
  });
});
