import { itemIndex } from "./amended-value.ts";
import type { CarefulReading } from "./careful.ts";
import { readCarefully } from "./careful.ts";
import type { ShapeName } from "./field-shape.ts";
import { shapeBelow } from "./field-shape.ts";
import { indexLines } from "./lines.ts";
import { isTooLargeEntry, isTooLargePiece, readPiece } from "./piece.ts";
import type { Section } from "./split.ts";

/** A part of a text that is read alone: an entry of a top-level list, a section, or the whole text. */
export interface TextPart {
  readonly kind: "entry" | "section" | "whole";
  readonly from: number;
  readonly to: number;
  /** Steps from the document to what the part holds, for an entry those to its list. */
  readonly outer: readonly string[];
  readonly shape: ShapeName;
}

/** The whole text as one part. */
export function wholeOf(text: string): TextPart {
  return { kind: "whole", from: 0, to: text.length, outer: [], shape: "register" };
}

/** The part that holds what `steps` lead to; undefined when no part of a cut text does. */
export function partOf(
  sections: readonly Section[],
  steps: readonly string[],
): TextPart | undefined {
  const [key = "", entry] = steps;
  const section = sections.find((each) => each.key === key);
  if (section === undefined) return undefined;
  const { entries, from, to } = section;
  if (entries.length === 0) return { kind: "section", from, to, outer: [], shape: "register" };
  const index = entry === "-" ? entries.length - 1 : itemIndex(entries, entry ?? "");
  const start = index === undefined ? undefined : entries[index];
  if (index === undefined || start === undefined) return undefined;
  const shape = shapeBelow("register", key);
  return { kind: "entry", from: start, to: entries[index + 1] ?? to, outer: [key], shape };
}

/** The steps inside a part: the entry itself is the only item of the list that its part holds. */
export function stepsInside(part: TextPart, steps: readonly string[]): readonly string[] {
  if (part.kind !== "entry") return steps;
  const [, entry, ...rest] = steps;
  return [entry === "-" ? "-" : "0", ...rest];
}

/** Why a part cannot be read. */
export type ReadObstacle = "unreadable" | "merge" | "too-large";

export type PartReading =
  | { readonly ok: true; readonly reading: CarefulReading }
  | { readonly ok: false; readonly reason: ReadObstacle };

/** Reads a part with its places, as far as the tool would read it at all. */
export function readPart(text: string, part: TextPart): PartReading {
  const isTooLarge = part.kind === "entry" ? isTooLargeEntry : isTooLargePiece;
  if (isTooLarge(text, part.from, part.to)) return { ok: false, reason: "too-large" };
  const piece = text.slice(part.from, part.to);
  // Looks at the depth before the careful reader does.
  const read = readPiece(piece);
  const careful = read.ok ? readCarefully(piece) : read;
  if (careful.ok) return { ok: true, reading: careful.reading };
  const isMerge = careful.fault.make("", indexLines(piece), 0).code === "Y004";
  return { ok: false, reason: isMerge ? "merge" : "unreadable" };
}
