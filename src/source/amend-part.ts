import type { Raw } from "../model/values.ts";
import type { PathObstacle } from "./amended-value.ts";
import { isSameValue, withValueAt } from "./amended-value.ts";
import { commentsIn } from "./careful.ts";
import { changeNode } from "./change-node.ts";
import { layoutOf } from "./layout.ts";
import { readPiece } from "./piece.ts";
import type { Splice } from "./splice.ts";
import type { ReadObstacle, TextPart } from "./text-part.ts";
import { readPart } from "./text-part.ts";
import type { Layout } from "./write-value.ts";

/** A value to be set inside a part. */
export interface InnerAmendment {
  readonly steps: readonly string[];
  readonly value: Raw;
}

export type AmendedPart =
  | { readonly ok: true; readonly splices: readonly Splice[]; readonly expected: Raw }
  | { readonly ok: false; readonly reason: PathObstacle | ReadObstacle | "would-change-more" };

/** The splices that set values in a part of a text, and the value that the part then has; `layoutOf` takes the rest. */
export function amendPart(
  text: string,
  part: TextPart,
  amendments: readonly InnerAmendment[],
  dashes: number | undefined,
  texts: Layout["texts"],
): AmendedPart {
  const read = readPart(text, part);
  if (!read.ok) return read;
  const { value: before, written } = read.reading;
  const node = written(part.from);
  if (node === undefined || typeof before !== "object" || before === null)
    return { ok: false, reason: "not-a-map" };
  const { shape } = part;
  let expected: Raw = before;
  for (const { steps, value } of amendments) {
    const amended = withValueAt({ value: expected, node, shape }, steps, value);
    if (!amended.ok) return amended;
    expected = amended.value;
  }
  const sheet = { text, layout: layoutOf(text, node, dashes, texts) };
  // The root never changes its kind, so its place is never asked for.
  const splices = changeNode(sheet, node, before, expected, shape, { kind: "flow" });
  if (splices === undefined) return { ok: false, reason: "would-change-more" };
  return { ok: true, splices, expected };
}

/**
 * True when a part of the new text reads as expected, by both readers, with every comment of the old part
 * in its order. What lies outside the splices is the same by the way they are put in.
 */
export function isProven(old: string, text: string, part: TextPart, expected: Raw): boolean {
  const read = readPart(text, part);
  if (!read.ok || !isSameValue(read.reading.value, expected)) return false;
  const piece = text.slice(part.from, part.to);
  const fast = readPiece(piece);
  // Of a whole text that the fast reader is not asked about, the careful one's word counts.
  if (part.kind !== "whole" && !(fast.ok && isSameValue(fast.value, expected))) return false;
  return isSameValue(commentsIn(old), commentsIn(piece));
}
