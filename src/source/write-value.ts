import type { Raw, RawObject } from "../model/values.ts";
import { isRawList, isRawObject } from "../model/values.ts";
import { inFieldOrder, isGroup, shapeBelow } from "./field-shape.ts";
import type { ShapeName } from "./field-shape.ts";
import { isPrintable, writeKey, writeScalar } from "./write-scalar.ts";
import type { Quotes } from "./write-scalar.ts";

/** The longest line that is made by putting things side by side. */
export const WIDEST_LINE = 120;
/** A map is put in braces only when its line stays below this. */
const WIDEST_NEW_MAP = 100;

/** How new lines are laid out. */
export interface Layout {
  /** Columns that the keys of a map stand deeper than the key of the map. */
  readonly map: number;
  /** Columns that the dashes of a list stand deeper than the key of the list. */
  readonly list: number;
  /** Text of several lines as a block, as people write it, or on one line in quotes. */
  readonly texts: "block" | "quoted";
}

/** Where a value is to stand in block style. */
export interface Spot {
  /** Columns of the keys and of the dashes that would stand below. */
  readonly keys: number;
  readonly dashes: number;
  /** Columns that are taken on the line where the value begins. */
  readonly taken: number;
}

/** A value as written: what stands beside its key or dash, and whole lines below. */
export interface Rendering {
  readonly head: string;
  readonly lines: readonly string[];
}

/** The spot of the value of a key that stands in `column`. */
export function spotOfKey(column: number, key: string, layout: Layout): Spot {
  return {
    keys: column + layout.map,
    dashes: column + layout.list,
    taken: column + key.length + 2,
  };
}

/** The spot of an item whose dash stands in `column`, its text `gap` columns further. */
export function spotOfItem(column: number, gap: number): Spot {
  return { keys: column + gap, dashes: column + gap, taken: column + gap };
}

/** A value in block style: short flat maps and short lists of words in brackets, text of several lines as a block of text. */
export function renderBlock(
  value: Raw,
  shape: ShapeName,
  spot: Spot,
  layout: Layout,
  quotes?: Quotes,
): Rendering {
  if (typeof value === "string" && layout.texts === "block" && isBlockText(value))
    return renderText(value, spot);
  if (!isCollection(value)) return { head: writeScalar(value, shape, false, quotes), lines: [] };
  const flow = isFlat(value) && !isGroup(shape) ? writeFlow(value, shape) : undefined;
  if (flow !== undefined && spot.taken + flow.length <= WIDEST_NEW_MAP)
    return { head: flow, lines: [] };
  if (isRawList(value))
    return value.length === 0
      ? { head: "[]", lines: [] }
      : { head: "", lines: blockItems(value, shape, spot, layout) };
  return keysOf(value).length === 0
    ? { head: "{}", lines: [] }
    : { head: "", lines: blockPairs(value, shape, spot.keys, layout) };
}

function blockItems(
  list: readonly Raw[],
  shape: ShapeName,
  spot: Spot,
  layout: Layout,
): readonly string[] {
  return list.flatMap((item) => writeItem(item, shapeBelow(shape, "-"), spot.dashes, 2, layout));
}

function blockPairs(
  map: RawObject,
  shape: ShapeName,
  column: number,
  layout: Layout,
): readonly string[] {
  return inFieldOrder(shape, keysOf(map)).flatMap((key) =>
    writePair(key, map[key] ?? null, shapeBelow(shape, key), column, layout),
  );
}

/** The lines of a key with its value, the key in `column`. */
export function writePair(
  key: string,
  value: Raw,
  shape: ShapeName,
  column: number,
  layout: Layout,
): readonly string[] {
  const name = writeKey(key);
  const { head, lines } = renderBlock(value, shape, spotOfKey(column, name, layout), layout);
  return [`${" ".repeat(column)}${name}:${head === "" ? "" : ` ${head}`}`, ...lines];
}

/** The lines of an item of a list, its dash in `column` and its text `gap` columns further. */
export function writeItem(
  value: Raw,
  shape: ShapeName,
  column: number,
  gap: number,
  layout: Layout,
): readonly string[] {
  const rendering = renderBlock(value, shape, spotOfItem(column, gap), layout);
  const { head, lines } = besideDash(rendering);
  return [`${" ".repeat(column)}-${" ".repeat(gap - 1)}${head}`, ...lines];
}

/** The first line below put beside the dash, where a map or list of an item begins. */
export function besideDash(rendering: Rendering): Rendering {
  const [first, ...rest] = rendering.lines;
  if (rendering.head !== "" || first === undefined) return rendering;
  return { head: first.trimStart(), lines: rest };
}

/** A value on one line, in braces and brackets. */
export function writeFlow(value: Raw, shape: ShapeName, quotes?: Quotes): string {
  if (isRawList(value))
    return `[${value.map((item) => writeFlow(item, shapeBelow(shape, "-"))).join(", ")}]`;
  if (!isRawObject(value)) return writeScalar(value, shape, true, quotes);
  const pairs = inFieldOrder(shape, keysOf(value)).map((key) =>
    writeFlowPair(key, value[key] ?? null, shapeBelow(shape, key)),
  );
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

/** A key with its value, as it stands in braces. */
export function writeFlowPair(key: string, value: Raw, shape: ShapeName): string {
  return `${writeKey(key)}: ${writeFlow(value, shape)}`;
}

/** The keys of a map that have a value. */
export function keysOf(map: RawObject): readonly string[] {
  return Object.keys(map).filter((key) => map[key] !== undefined);
}

function isCollection(value: Raw): value is readonly Raw[] | RawObject {
  return typeof value === "object" && value !== null;
}

/** True for a list of scalars, and for a map of scalars and such lists. */
function isFlat(value: readonly Raw[] | RawObject): boolean {
  const isWord = (each: Raw | undefined): boolean =>
    each === undefined ||
    (typeof each === "string" ? !each.includes("\n") : !isRawList(each) && !isRawObject(each));
  if (isRawList(value)) return value.every(isWord);
  return Object.values(value).every((each) =>
    isRawList(each) ? each.every(isWord) : isWord(each),
  );
}

/** Text of several lines that may stand as it is: nothing an editor would strip or hide. */
function isBlockText(text: string): boolean {
  const lines = text.split("\n");
  return (
    lines.length > 1 &&
    !/^\s|\n\n$|[ \t]\n|[ \t]$/u.test(text) &&
    lines.every((line) => isPrintable(line))
  );
}

function renderText(text: string, { keys }: Spot): Rendering {
  const ends = text.endsWith("\n");
  const lines = (ends ? text.slice(0, -1) : text).split("\n");
  const lead = " ".repeat(keys);
  return { head: ends ? "|" : "|-", lines: lines.map((line) => (line === "" ? "" : lead + line)) };
}
