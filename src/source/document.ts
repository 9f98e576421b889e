import type { Diagnostic, Place, Span } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Raw } from "../model/values.ts";
import { isRawList, isRawObject } from "../model/values.ts";
import type { CarefulReading, Range, WrittenScalar } from "./careful.ts";
import { readCarefully } from "./careful.ts";
import { readFast } from "./fast.ts";
import type { LineIndex } from "./lines.ts";
import { indexLines, lastStartAtOrBefore } from "./lines.ts";
import { isLaxlyRead, isTooLargeEntry, isTooLargePiece, readPiece } from "./piece.ts";
import type { PieceResult } from "./piece.ts";
import type { RepeatedKey, Section } from "./split.ts";
import { hasWholeFileMarks, splitSections } from "./split.ts";
import { suspiciousOffsets } from "./suspicion.ts";

/** Entries parsed in one go: enough to be fast, few enough to bound memory. */
const ENTRIES_PER_CHUNK = 128;
/** Characters parsed in one go, and characters whose careful readings are kept, unless a single entry is larger. */
const CHARACTERS_PER_CHUNK = 1_000_000;

/** A value of the document with its pointer, as it is read. */
export type Visit = (key: string, index: number | undefined, value: Raw) => void;

/** A YAML file whose values are read in pieces and whose places are found when asked for. */
export interface SourceDocument {
  readonly file: string;
  readonly text: string;
  readonly lines: LineIndex;
  /**
   * Calls `visit` for each entry of each top-level list and for each other top-level value, in the
   * order of the file. Gives the fault that stopped the reading, if any.
   */
  readonly read: (visit: Visit) => Diagnostic | undefined;
  /** Where a place stands; the nearest existing parent when it is not there itself. */
  readonly locate: (place: Place) => Span;
  /** Where the entry or section begins that holds a place or an offset. Cheap, so that very many faults can be put in order. */
  readonly pieceStart: (at: Place | number) => number;
  /** The scalar at a pointer, as written. */
  readonly scalarAt: (pointer: string) => WrittenScalar | undefined;
  /** Scalars in the parts of the text that look like a well-known trap, with spans. */
  readonly suspects: () => Iterable<WrittenScalar & { readonly span: Span }>;
}

export function openDocument(file: string, text: string): SourceDocument {
  const split = splitSections(text);
  const lines = lazily(() => indexLines(text));
  if (split.ok) return cutDocument(file, text, split.sections, lines);
  return wholeDocument(file, text, split.repeated, lines);
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Steps of a JSON pointer. */
export function stepsOf(pointer: string): readonly string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** `pointer` with one more step. */
export function childPointer(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

// --- a document read in one piece ---------------------------------------------------------------

function wholeDocument(
  file: string,
  text: string,
  repeated: RepeatedKey | undefined,
  lines: () => LineIndex,
): SourceDocument {
  const fits = lazily(() => !isTooLargePiece(text, 0, text.length));
  const reading = lazily((): CarefulReading | undefined => {
    const read = fits() ? readCarefully(text) : undefined;
    return read?.ok === true ? read.reading : undefined;
  });
  return {
    file,
    text,
    get lines() {
      return lines();
    },
    read: (visit) => {
      if (!fits())
        return repeated === undefined
          ? diagnose("Y014", { limit: "4 MB" }, { file })
          : repeatedKey(file, repeated, lines());
      const read = readWhole(text);
      if (!read.ok) return read.fault.make(file, lines(), 0);
      visitTopLevel(read.value, visit);
      return undefined;
    },
    locate: (place) => spanFrom(reading(), stepsOf(place.pointer), place.part, lines(), 0),
    pieceStart: () => 0,
    scalarAt: (pointer) => reading()?.scalarAt(stepsOf(pointer)),
    suspects: () =>
      (reading()?.scalars() ?? []).map((scalar) => ({
        ...scalar,
        span: lines().spanOf(scalar.from, scalar.to),
      })),
  };
}

/** The careful way where the two readers see a mark differently; `readPiece` looks at the depth first. */
function readWhole(text: string): PieceResult {
  const read = readPiece(text);
  if (!hasWholeFileMarks(text) || !read.ok) return read;
  const careful = readCarefully(text);
  return careful.ok ? { ok: true, value: careful.reading.value } : careful;
}

/** In a file that is too large to be read in one piece. */
function repeatedKey(file: string, { key, second }: RepeatedKey, lines: LineIndex): Diagnostic {
  return diagnose("Y003", { key }, { file, span: lines.spanOf(second, second + key.length) });
}

function visitTopLevel(value: Raw, visit: Visit): void {
  if (!isRawObject(value)) {
    visit("", undefined, value);
    return;
  }
  for (const [key, each] of Object.entries(value)) {
    if (isRawList(each) && each.length > 0)
      each.forEach((entry, index) => {
        visit(key, index, entry);
      });
    else visit(key, undefined, each ?? null);
  }
}

// --- a document cut into entries ----------------------------------------------------------------

/** A piece of the text that is parsed alone: a plain section, or one entry of a list. */
interface Piece extends Range {
  /** Steps from the document's root to what the piece holds, and from the piece's own root. */
  readonly outer: readonly string[];
  readonly inner: readonly (string | number)[];
}

function cutDocument(
  file: string,
  text: string,
  sections: readonly Section[],
  lines: () => LineIndex,
): SourceDocument {
  const cache = new Map<number, CarefulReading | undefined>();
  let cached = 0;
  const careful = (piece: Piece): CarefulReading | undefined => {
    if (!cache.has(piece.from)) {
      cached += piece.to - piece.from;
      if (cached > CHARACTERS_PER_CHUNK) {
        cache.clear();
        cached = piece.to - piece.from;
      }
      const result = readCarefully(text.slice(piece.from, piece.to));
      cache.set(piece.from, result.ok ? result.reading : undefined);
    }
    return cache.get(piece.from);
  };
  const find = (
    pointer: string,
  ): { piece: Piece; steps: readonly (string | number)[] } | undefined => {
    const steps = stepsOf(pointer);
    const piece = pieceOf(text, sections, steps);
    if (piece === undefined) return undefined;
    return { piece, steps: [...piece.inner, ...steps.slice(piece.outer.length)] };
  };
  return {
    file,
    text,
    get lines() {
      return lines();
    },
    read: (visit) => readSections(file, text, sections, lines, visit),
    locate: (place) => {
      const first = place.part === "value" ? firstDash(text, sections, place.pointer) : undefined;
      if (first !== undefined) return lines().spanOf(first, first + 1);
      const found = find(place.pointer);
      if (found === undefined) return lines().spanOf(0, 0);
      return spanFrom(careful(found.piece), found.steps, place.part, lines(), found.piece.from);
    },
    pieceStart: (at) => {
      const piece = typeof at === "number" ? pieceAround(sections, at) : find(at.pointer)?.piece;
      return piece?.from ?? 0;
    },
    scalarAt: (pointer) => {
      const found = find(pointer);
      return found === undefined ? undefined : careful(found.piece)?.scalarAt(found.steps);
    },
    suspects: () => suspectsIn(text, sections, careful, lines),
  };
}

/** Where a list that is cut into entries begins. */
function firstDash(
  text: string,
  sections: readonly Section[],
  pointer: string,
): number | undefined {
  const from = sections.find(({ key }) => `/${key}` === pointer)?.entries[0];
  return from === undefined ? undefined : text.indexOf("-", from);
}

function pieceOf(
  text: string,
  sections: readonly Section[],
  steps: readonly string[],
): Piece | undefined {
  const section = sections.find((each) => each.key === steps[0]) ?? sections[0];
  if (section === undefined) return undefined;
  const index = Number(steps[1]);
  const from = section.key === steps[0] ? section.entries[index] : undefined;
  if (steps.length < 2 || from === undefined) {
    const to = section.entries[0] ?? section.to;
    return { from: section.from, to, outer: [], inner: [] };
  }
  const to = section.entries[index + 1] ?? section.to;
  return { from, to: Math.min(to, text.length), outer: steps.slice(0, 2), inner: [0] };
}

function readSections(
  file: string,
  text: string,
  sections: readonly Section[],
  lines: () => LineIndex,
  visit: Visit,
): Diagnostic | undefined {
  for (const section of sections) {
    const fault =
      section.entries.length === 0
        ? readSection(file, text, section, lines, visit)
        : readEntries(file, text, section, lines, visit);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function readSection(
  file: string,
  text: string,
  section: Section,
  lines: () => LineIndex,
  visit: Visit,
): Diagnostic | undefined {
  const { from, to } = section;
  if (isTooLargePiece(text, from, to)) return tooLarge(file, from, lines, "4 MB");
  const read = readPiece(text.slice(from, to));
  if (!read.ok) return read.fault.make(file, lines(), from);
  visitTopLevel(read.value, visit);
  return undefined;
}

function readEntries(
  file: string,
  text: string,
  section: Section,
  lines: () => LineIndex,
  visit: Visit,
): Diagnostic | undefined {
  const { key, entries } = section;
  const startOf = (index: number): number => entries[index] ?? section.to;
  for (let first = 0, last = 0; first < entries.length; first = last) {
    last = endOfChunk(section, first);
    if (isTooLargeEntry(text, startOf(first), startOf(first + 1)))
      return tooLarge(file, startOf(first), lines, "1 MB");
    const values = readTogether(text.slice(startOf(first), startOf(last)), last - first);
    for (let index = first; index < last; index += 1) {
      const from = startOf(index);
      const to = startOf(index + 1);
      if (isTooLargeEntry(text, from, to)) return tooLarge(file, from, lines, "1 MB");
      const value = values?.[index - first];
      if (value !== undefined) visit(key, index, value);
      else {
        const read = readPiece(text.slice(from, to));
        if (!read.ok) return read.fault.make(file, lines(), from);
        visit(key, index, isRawList(read.value) ? (read.value[0] ?? null) : read.value);
      }
    }
  }
  return undefined;
}

/** The number of the first entry after as many as are parsed in one go. */
function endOfChunk({ entries }: Section, first: number): number {
  const from = entries[first] ?? 0;
  let last = first + 1;
  const most = Math.min(first + ENTRIES_PER_CHUNK, entries.length);
  while (last < most && (entries[last] ?? 0) - from < CHARACTERS_PER_CHUNK) last += 1;
  return last;
}

/** Several entries at once, unless one of them needs care. */
function readTogether(text: string, count: number): readonly Raw[] | undefined {
  const fast = readFast(text);
  const isSure = fast.ok && !isLaxlyRead(text);
  return isSure && isRawList(fast.value) && fast.value.length === count ? fast.value : undefined;
}

function tooLarge(file: string, from: number, lines: () => LineIndex, limit: string): Diagnostic {
  return diagnose("Y014", { limit }, { file, span: lines().spanOf(from, from + 1) });
}

function* suspectsIn(
  text: string,
  sections: readonly Section[],
  careful: (piece: Piece) => CarefulReading | undefined,
  lines: () => LineIndex,
): Generator<WrittenScalar & { readonly span: Span }> {
  const seen = new Set<number>();
  for (const offset of suspiciousOffsets(text)) {
    const piece = pieceAround(sections, offset);
    if (piece === undefined || seen.has(piece.from)) continue;
    seen.add(piece.from);
    for (const scalar of careful(piece)?.scalars() ?? []) {
      yield { ...scalar, span: lines().spanOf(piece.from + scalar.from, piece.from + scalar.to) };
    }
  }
}

function pieceAround(sections: readonly Section[], offset: number): Piece | undefined {
  const section = sections.findLast((each) => each.from <= offset);
  if (section === undefined) return undefined;
  const { entries } = section;
  const index = lastStartAtOrBefore(entries, offset);
  const isBefore = offset < (entries[0] ?? Infinity);
  const from = isBefore ? section.from : (entries[index] ?? section.from);
  const to = (isBefore ? entries[0] : entries[index + 1]) ?? section.to;
  return { from, to, outer: [], inner: [] };
}

/** The span of the deepest existing step of a path. */
function spanFrom(
  reading: CarefulReading | undefined,
  steps: readonly (string | number)[],
  part: "key" | "value",
  lines: LineIndex,
  base: number,
): Span {
  if (reading === undefined) return lines.spanOf(base, base);
  for (let depth = steps.length; depth >= 0; depth -= 1) {
    const range = reading.rangeOf(steps.slice(0, depth), depth === steps.length ? part : "key");
    if (range !== undefined) return lines.spanOf(base + range.from, base + range.to);
  }
  return lines.spanOf(base, base);
}
