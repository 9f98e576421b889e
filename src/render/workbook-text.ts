import { printable, shorten } from "../model/printable.ts";

/** Most characters in a cell, by the format's own limit. */
const MOST_CHARACTERS = 32_767;
/** What a reader of the format would take for an escaped character. */
const ESCAPE_LIKE = /_(?=x[0-9A-F]{4}_)/giu;
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text as it may stand in XML. */
export function xmlText(text: string): string {
  return printable(text).replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign);
}

/** Text as it may stand in a cell: line breaks stay, and nothing is read as an escape. */
export function cellText(text: string): string {
  const lines = shorten(text, MOST_CHARACTERS).split(/\r\n|\r|\n/u);
  return lines.map((line) => xmlText(line).replace(ESCAPE_LIKE, "_x005F_")).join("\n");
}

/** A column's letters: `A` for 1, `AA` for 27. */
export function columnName(column: number): string {
  let rest = column;
  let name = "";
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    rest = Math.floor((rest - 1) / 26);
  }
  return name;
}
