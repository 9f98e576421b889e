import type { Splice } from "./splice.ts";
import {
  columnOf,
  isFirstInLine,
  lineBreakAt,
  lineEnd,
  lineStart,
  nextLine,
} from "./text-lines.ts";
import { WIDEST_LINE } from "./write-value.ts";

/** A pair or item in braces or brackets. */
export interface FlowElement {
  readonly from: number;
  readonly to: number;
}

/** Deepest column to which a new line in braces is indented. */
const DEEPEST_COLUMN = 60;
/** What may follow an element that stands alone on its line. */
const ALONE = /^[ \t]*(,?)[ \t]*(?:#.*)?$/u;

/**
 * Puts written elements in after the one at `index`, or before the first where it is -1: on the same line
 * while that is short enough, else on new lines below the first element; where each stands on a line of
 * its own, so do they.
 */
export function insertInFlow(
  text: string,
  elements: readonly FlowElement[],
  index: number,
  written: readonly string[],
): readonly Splice[] {
  const first = elements[0];
  const element = elements[Math.max(0, index)];
  if (first === undefined || element === undefined) return [];
  if (index === -1) return [beforeFirst(text, first, written)];
  const rest = ALONE.exec(text.slice(element.to, lineEnd(text, element.to)));
  if (rest !== null && isFirstInLine(text, element.from))
    return onOwnLines(text, element, rest[1] === ",", written);
  return [onSameLine(text, first, element, written)];
}

function beforeFirst(text: string, { from }: FlowElement, written: readonly string[]): Splice {
  const between = isFirstInLine(text, from)
    ? `,${lineBreakAt(text, from)}${" ".repeat(columnOf(text, from))}`
    : ", ";
  return { from, to: from, text: written.map((each) => each + between).join("") };
}

function onOwnLines(
  text: string,
  { from, to }: FlowElement,
  hasComma: boolean,
  written: readonly string[],
): readonly Splice[] {
  const lead = " ".repeat(columnOf(text, from));
  const at = nextLine(text, to);
  const lines = written.map((each, index) => {
    const comma = hasComma || index < written.length - 1 ? "," : "";
    return `${lead}${each}${comma}${lineBreakAt(text, at)}`;
  });
  const put = { from: at, to: at, text: lines.join("") };
  return hasComma ? [put] : [{ from: to, to, text: "," }, put];
}

function onSameLine(
  text: string,
  first: FlowElement,
  { to }: FlowElement,
  written: readonly string[],
): Splice {
  const lineBreak = lineBreakAt(text, to);
  const lead = " ".repeat(continuation(text, first.from));
  const tail = lineEnd(text, to) - to;
  let column = columnOf(text, to);
  let put = "";
  for (const [index, each] of written.entries()) {
    const after = index === written.length - 1 ? tail : 1;
    if (column + 2 + each.length + after <= WIDEST_LINE) {
      put += `, ${each}`;
      column += 2 + each.length;
    } else {
      put += `,${lineBreak}${lead}${each}`;
      column = lead.length + each.length;
    }
  }
  return { from: to, to, text: put };
}

const KEY_COLUMN = /^ *(?:- +)*/u;

/** The column of a further line: below the first element, or a little deeper than the key when that is far out. */
function continuation(text: string, from: number): number {
  const column = columnOf(text, from);
  if (column <= DEEPEST_COLUMN) return column;
  const line = text.slice(lineStart(text, from), from);
  return (KEY_COLUMN.exec(line)?.[0].length ?? 0) + 4;
}
