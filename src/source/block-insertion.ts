import {
  columnOf,
  isFirstInLine,
  kindOfLineAt,
  lineBreakAt,
  lineStart,
  nextLine,
} from "./text-lines.ts";
import type { Splice } from "./splice.ts";
import type { WrittenPair } from "./written-node.ts";
import { pairEnd } from "./written-node.ts";

/** Whole lines put in where a line begins; at the end of a text without a last line break they follow one. */
export function insertLines(text: string, at: number, lines: readonly string[]): Splice {
  const lineBreak = lineBreakAt(text, at);
  const isOpenEnd = at === text.length && at > 0 && text[at - 1] !== "\n";
  const put = isOpenEnd
    ? lines.map((line) => lineBreak + line).join("")
    : lines.map((line) => line + lineBreak).join("");
  return { from: at, to: at, text: put };
}

/**
 * Where something new may follow a pair or item whose content ends at `end` and whose siblings stand in
 * `column`. Comments that stand deeper belong to what is above them; so does a comment right below, in the
 * siblings' column, unless it touches the next sibling.
 */
export function placeAfter(text: string, end: number, column: number): number {
  let place = nextLine(text, end);
  let touches = true;
  let at = place;
  let comments: number | undefined;
  for (; at < text.length; at = nextLine(text, at)) {
    const line = kindOfLineAt(text, at);
    if (line.kind === "blank") {
      if (touches && comments !== undefined) place = comments;
      touches = false;
      comments = undefined;
    } else if (line.kind === "other" || line.column < column) {
      if (line.column === column && line.kind === "other") comments = undefined;
      break;
    } else if (line.column > column && comments === undefined) place = nextLine(text, at);
    else if (touches) comments = nextLine(text, at);
    else break;
  }
  return comments !== undefined && touches ? comments : place;
}

/** Where something new may stand before the first pair of a block map; undefined when it would come between the pair and its comment or dash. */
function placeBeforeFirst(text: string, first: WrittenPair): number | undefined {
  if (!isFirstInLine(text, first.from)) return undefined;
  const start = lineStart(text, first.from);
  if (start <= 1) return undefined;
  const above = lineStart(text, start - 1);
  return kindOfLineAt(text, above).kind === "comment" ? undefined : start;
}

/** Where a pair may follow the pair at `index` of a block map, or stand before the first where it is -1. */
export function placeOfPair(text: string, pairs: readonly WrittenPair[], index: number): number {
  const first = pairs[0];
  const before = index === -1 && first !== undefined ? placeBeforeFirst(text, first) : undefined;
  if (before !== undefined) return before;
  const pair = pairs[Math.max(0, index)];
  if (pair === undefined) return text.length;
  return placeAfter(text, pairEnd(text, pair), columnOf(text, pair.from));
}
