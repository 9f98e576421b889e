import { columnOf, nextLine } from "./text-lines.ts";
import type { WrittenList } from "./written-node.ts";
import { contentEnd } from "./written-node.ts";

/** The offset of the dash of an item of a block list. */
export function dashOf(text: string, list: WrittenList, index: number): number | undefined {
  if (index === 0) return text[list.from] === "-" ? list.from : undefined;
  const before = list.items[index - 1];
  const item = list.items[index];
  if (before === undefined || item === undefined) return undefined;
  const column = columnOf(text, list.from);
  for (let at = nextLine(text, contentEnd(text, before)); at < item.from; at = nextLine(text, at)) {
    const dash = at + column;
    if (text[dash] === "-" && text.slice(at, dash).trim() === "") return dash;
  }
  return undefined;
}

/** Columns from a dash to its text, as the first item has it. */
export function gapAfterDash(text: string, { from, items }: WrittenList): number {
  const between = text.slice(from + 1, items[0]?.from ?? from);
  return /^ +$/u.test(between) ? between.length + 1 : 2;
}
