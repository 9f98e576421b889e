import type { CellLook, SheetCell, SheetColumn } from "../model/workbook.ts";

/** Points that a line of the standard font takes. */
const LINE = 15;
const TITLE = 21;
/** The highest row that the format takes. */
const HIGHEST = 409;
/** Looks whose text runs on over the cells beside it instead of breaking. */
const UNBROKEN: ReadonlySet<CellLook> = new Set(["title", "note"]);

/**
 * The height of a row in points, so that every text in it is seen: spreadsheet programs fit a row to its text
 * only when somebody types in it. Lines are estimated from the number of characters.
 */
export function rowHeight(cells: readonly SheetCell[], columns: readonly SheetColumn[]): number {
  if (cells.some(({ look }) => look === "title")) return TITLE;
  const lines = cells.map((cell, index) => {
    const { width = 10, hidden } = columns[index] ?? {};
    if (cell.kind !== "text" || hidden === true || UNBROKEN.has(cell.look)) return 1;
    const room = cell.look === "strong" || cell.look === "heading" ? width * 0.9 : width;
    return cell.text.split("\n").reduce((sum, line) => sum + linesOf(line, room), 0);
  });
  return Math.min(HIGHEST, Math.max(1, ...lines) * LINE);
}

/** Lines that a text takes in a column of so many characters; a word that is too long is broken. */
function linesOf(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= room) {
      used = needed;
      continue;
    }
    lines += used === 0 ? 0 : 1;
    lines += Math.max(0, Math.ceil(word.length / room) - 1);
    used = word.length > room ? word.length % room : word.length;
  }
  return lines;
}
