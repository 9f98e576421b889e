import type { Raw } from "../model/values.ts";
import { insertLines } from "./block-insertion.ts";
import type { ShapeName } from "./field-shape.ts";
import type { Splice } from "./splice.ts";
import {
  columnOf,
  isFirstInLine,
  lineBreakAt,
  lineEnd,
  lineStart,
  nextLine,
} from "./text-lines.ts";
import type { Quotes } from "./write-scalar.ts";
import type { Layout, Rendering } from "./write-value.ts";
import { besideDash, renderBlock, spotOfItem, spotOfKey, writeFlow } from "./write-value.ts";
import type { WrittenNode } from "./written-node.ts";
import { contentEnd } from "./written-node.ts";

/** Where a node stands: in braces or brackets, or after a key or dash, which is in `column`. */
export type Place = { readonly kind: "flow" } | BlockPlace;
type BlockPlace =
  | {
      readonly kind: "key";
      /** Offset after the colon. */
      readonly after: number;
      readonly column: number;
      /** The key as written. */
      readonly key: string;
    }
  | {
      readonly kind: "item";
      /** Offset after the dash. */
      readonly after: number;
      readonly column: number;
      /** Columns from the dash to its text. */
      readonly gap: number;
    };

/** Writes a node anew. What stands behind it on its line stays, and comments keep their column where they can. */
export function replaceNode(
  text: string,
  node: WrittenNode,
  next: Raw,
  shape: ShapeName,
  place: Place,
  layout: Layout,
): readonly Splice[] {
  const quotes = quotesOf(node);
  if (place.kind === "flow") return inFlow(text, node, writeFlow(next, shape, quotes));
  if (place.kind === "key") {
    const spot = spotOfKey(place.column, place.key, layout);
    return inBlock(text, node, renderBlock(next, shape, spot, layout, quotes), place);
  }
  const spot = spotOfItem(place.column, place.gap);
  return inBlock(text, node, besideDash(renderBlock(next, shape, spot, layout, quotes)), place);
}

function quotesOf({ kind }: WrittenNode): Quotes {
  return kind === "single" || kind === "double" ? kind : undefined;
}

function inFlow(text: string, node: WrittenNode, written: string): readonly Splice[] {
  if (node.kind !== "nothing") return [{ from: node.from, to: node.to, text: written }];
  const from = beforeSpaces(text, node.from);
  return [{ from, to: from, text: ` ${written}` }];
}

function inBlock(
  text: string,
  node: WrittenNode,
  { head, lines }: Rendering,
  place: BlockPlace,
): readonly Splice[] {
  const { after } = place;
  const end = contentEnd(text, node);
  if (node.kind === "nothing") {
    const from = beforeSpaces(text, node.from);
    return [putHead(text, from, endOfSpaces(text, from), head, true), below(text, end, lines)];
  }
  if (node.kind === "block") {
    const header = headerEnd(text, node.from);
    const body = nextLine(text, header);
    return [
      putHead(text, head === "" ? after : node.from, header, head, head === ""),
      inLinesOf(text, body, end, lines),
    ];
  }
  const isBeside = lineStart(text, node.from) === lineStart(text, after);
  const isBlock = (node.kind === "map" || node.kind === "list") && !node.flow;
  if (isBeside && isBlock)
    return [{ from: node.from, to: end, text: joined(text, end, { head, lines }) }];
  if (isBeside || (!isBlock && head !== ""))
    return [
      head === ""
        ? putHead(text, after, end, "", true)
        : putHead(text, node.from, end, head, false),
      below(text, end, lines),
    ];
  const first = lineStart(text, node.from);
  if (!isFirstInLine(text, node.from))
    return [{ from: node.from, to: end, text: joined(text, end, { head, lines }) }];
  return [putHead(text, after, after, head, true), inLinesOf(text, first, end, lines)];
}

function below(text: string, end: number, lines: readonly string[]): Splice {
  return insertLines(text, nextLine(text, end), lines);
}

/** Lines in the place of those from the start of one to the end of another. */
function inLinesOf(text: string, from: number, end: number, lines: readonly string[]): Splice {
  const to = nextLine(text, end);
  if (from >= to) return insertLines(text, to, lines);
  if (text[to - 1] === "\n") return { ...insertLines(text, from, lines), to };
  // The text's last line, which has no break: the break before it goes with it.
  const before = Math.max(0, from - lineBreakAt(text, from).length);
  return { from: before, to, text: lines.map((line) => lineBreakAt(text, from) + line).join("") };
}

function joined(text: string, at: number, { head, lines }: Rendering): string {
  return [head, ...lines].join(lineBreakAt(text, at));
}

function headerEnd(text: string, from: number): number {
  return from + (/^[|>][-+\d]*/u.exec(text.slice(from, from + 4))?.[0].length ?? 0);
}

/** The offset before the spaces in front of an offset: an empty place is said to lie behind them. */
function beforeSpaces(text: string, at: number): number {
  let from = at;
  while (text[from - 1] === " " || text[from - 1] === "\t") from -= 1;
  return from;
}

/** The end of the spaces after an offset, when nothing follows them on the line; else the offset. */
function endOfSpaces(text: string, at: number): number {
  const end = lineEnd(text, at);
  return text.slice(at, end).trim() === "" ? end : at;
}

/** Puts the head in the place of a part of a line. A comment that stood two columns off or more keeps its column. */
function putHead(text: string, from: number, to: number, head: string, spaced: boolean): Splice {
  const put = spaced && head !== "" ? ` ${head}` : head;
  const gap = /^( +)#/u.exec(text.slice(to, lineEnd(text, to)))?.[1]?.length ?? 0;
  if (gap < 2 || lineStart(text, from) !== lineStart(text, to)) return { from, to, text: put };
  const kept = columnOf(text, to) + gap - columnOf(text, from) - put.length;
  return { from, to: to + gap, text: put + " ".repeat(Math.max(2, kept)) };
}
