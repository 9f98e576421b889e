import { printable } from "../model/printable.ts";
import type { Language } from "../model/values.ts";
import type { SheetCell } from "../model/workbook.ts";

/** How a table is written as text. */
export interface CsvDialect {
  readonly separator: ";" | ",";
  readonly decimal: "," | ".";
  /** True where the text begins with the mark by which Excel knows UTF-8. */
  readonly marked: boolean;
}

/** What Excel expects where Swedish or Finnish is spoken. */
const NORDIC: CsvDialect = { separator: ";", decimal: ",", marked: true };
/** What programs expect (RFC 4180), and Excel where English is spoken. */
const PLAIN: CsvDialect = { separator: ",", decimal: ".", marked: false };

/** The dialect that the readers of a language expect; `plain` is for programs, whatever the language. */
export function dialectFor(language: Language, plain: boolean): CsvDialect {
  if (plain) return PLAIN;
  return language === "en" ? { ...PLAIN, marked: true } : NORDIC;
}

/**
 * What a spreadsheet program would take for a formula, full-width forms included; and the apostrophe, so
 * that whoever takes one apostrophe away from the head of a text always has the text that was written.
 */
const FORMULA_LIKE = /^[=+\-@\t\r\n'＝＋－＠]/u;

/** A table as text: every field that could be read as a formula is quoted and led by an apostrophe. */
export function renderCsv(
  rows: readonly (readonly SheetCell[])[],
  { separator, decimal, marked }: CsvDialect,
): string {
  const lines = rows.map((cells) =>
    cells.map((cell) => fieldOf(cell, separator, decimal)).join(separator),
  );
  return `${marked ? "\u{FEFF}" : ""}${lines.map((line) => `${line}\r\n`).join("")}`;
}

function fieldOf(cell: SheetCell, separator: string, decimal: string): string {
  switch (cell.kind) {
    case "blank":
      return "";
    case "day":
      return cell.day;
    case "number":
      return quoted(String(cell.value).replace(".", decimal), separator, false);
    case "text": {
      const risky = FORMULA_LIKE.test(cell.text);
      const lines = cell.text.split(/\r\n|\r|\n/u).map(printable);
      return quoted(`${risky ? "'" : ""}${lines.join("\n")}`, separator, risky);
    }
  }
}

function quoted(text: string, separator: string, always: boolean): string {
  const needed = always || text.includes(separator) || /["\n]/u.test(text);
  return needed ? `"${text.replaceAll('"', '""')}"` : text;
}
