import type { Raw, RawObject } from "../model/values.ts";
import { isRawList, isRawObject } from "../model/values.ts";
import { fieldOf, isSameValue } from "./amended-value.ts";
import { dashOf, gapAfterDash } from "./block-list.ts";
import { insertLines, placeAfter, placeOfPair } from "./block-insertion.ts";
import { inFieldOrder, rankOf, shapeBelow } from "./field-shape.ts";
import type { ShapeName } from "./field-shape.ts";
import { insertInFlow } from "./flow-insertion.ts";
import type { Place } from "./replace-node.ts";
import { replaceNode } from "./replace-node.ts";
import type { Splice } from "./splice.ts";
import { columnOf, isSetApart, lineStart } from "./text-lines.ts";
import { keysOf, writeFlow, writeFlowPair, writeItem, writePair } from "./write-value.ts";
import type { Layout } from "./write-value.ts";
import type { WrittenList, WrittenMap, WrittenNode, WrittenPair } from "./written-node.ts";
import { contentEnd, pairEnd } from "./written-node.ts";

/** A text in which nodes change, and what is known of its layout. */
export interface Sheet {
  readonly text: string;
  readonly layout: Layout;
}

/**
 * The splices that turn a node of value `old` into `next`, touching what differs alone: keys and items
 * that are new are put in, what is the same stays, and the rest is written anew. Undefined where the
 * node is written in a way that this cannot be done to.
 */
export function changeNode(
  sheet: Sheet,
  node: WrittenNode,
  old: Raw,
  next: Raw,
  shape: ShapeName,
  place: Place,
): readonly Splice[] | undefined {
  if (isSameValue(old, next)) return [];
  if (node.shared) return undefined;
  if (node.kind === "map" && isRawObject(old) && isRawObject(next) && isGrown(old, next))
    return changeMap(sheet, node, old, next, shape);
  if (node.kind === "list" && isRawList(old) && isRawList(next) && isLonger(old, next))
    return changeList(sheet, node, old, next, shape);
  return replaceNode(sheet.text, node, next, shape, place, sheet.layout);
}

/** True when every key of a map that is not empty is still there. */
function isGrown(old: RawObject, next: RawObject): boolean {
  const keys = keysOf(old);
  return keys.length > 0 && keys.every((key) => fieldOf(next, key) !== undefined);
}

function isLonger(old: readonly Raw[], next: readonly Raw[]): boolean {
  return old.length > 0 && old.length <= next.length;
}

// --- maps ---------------------------------------------------------------------------------------

function changeMap(
  sheet: Sheet,
  map: WrittenMap,
  old: RawObject,
  next: RawObject,
  shape: ShapeName,
): readonly Splice[] | undefined {
  const splices: Splice[] = [];
  for (const pair of map.pairs) {
    const changed = changePair(sheet, map, pair, old, next, shape);
    if (changed === undefined) return undefined;
    splices.push(...changed);
  }
  const added = keysOf(next).filter((key) => !Object.hasOwn(old, key));
  if (added.length === 0) return splices;
  if (map.flow && sheet.text[map.from] !== "{") return undefined;
  return [...splices, ...addPairs(sheet, map, inFieldOrder(shape, added), next, shape)];
}

function changePair(
  sheet: Sheet,
  map: WrittenMap,
  pair: WrittenPair,
  old: RawObject,
  next: RawObject,
  shape: ShapeName,
): readonly Splice[] | undefined {
  const { text } = sheet;
  const value = fieldOf(next, pair.key) ?? null;
  const before = fieldOf(old, pair.key) ?? null;
  const below = shapeBelow(shape, pair.key);
  if (isSameValue(before, value)) return [];
  if (pair.value === undefined)
    return [{ from: pair.to, to: pair.to, text: `: ${writeFlow(value, below)}` }];
  const after = afterColon(text, pair);
  if (after === undefined) return undefined;
  const place: Place = map.flow
    ? { kind: "flow" }
    : {
        kind: "key",
        after,
        column: columnOf(text, pair.from),
        key: text.slice(pair.from, pair.to),
      };
  return changeNode(sheet, pair.value, before, value, below, place);
}

const COLON = /\s*:/uy;

function afterColon(text: string, { to }: WrittenPair): number | undefined {
  COLON.lastIndex = to;
  return COLON.test(text) ? COLON.lastIndex : undefined;
}

function addPairs(
  { text, layout }: Sheet,
  map: WrittenMap,
  keys: readonly string[],
  next: RawObject,
  shape: ShapeName,
): readonly Splice[] {
  return inGroups(keys, (key) => indexBefore(map, key, shape)).flatMap(([index, group]) => {
    if (map.flow) {
      const elements = map.pairs.map((pair) => ({ from: pair.from, to: pairEnd(text, pair) }));
      const written = group.map((key) =>
        writeFlowPair(key, fieldOf(next, key) ?? null, shapeBelow(shape, key)),
      );
      return insertInFlow(text, elements, index, written);
    }
    const column = columnOf(text, map.pairs[0]?.from ?? map.from);
    const lines = group.flatMap((key) =>
      writePair(key, fieldOf(next, key) ?? null, shapeBelow(shape, key), column, layout),
    );
    return [insertLines(text, placeOfPair(text, map.pairs, index), lines)];
  });
}

/** Keys by the place they go to, in the order of the places. */
function inGroups(
  keys: readonly string[],
  placeOf: (key: string) => number,
): readonly (readonly [number, readonly string[]])[] {
  const groups = new Map<number, string[]>();
  for (const key of keys) {
    const place = placeOf(key);
    groups.set(place, [...(groups.get(place) ?? []), key]);
  }
  return [...groups].sort(([left], [right]) => left - right);
}

/**
 * The pair after which a new key goes: by the format's order where the keys before and after follow it,
 * else the last; -1 is before the first.
 */
function indexBefore({ pairs }: WrittenMap, key: string, shape: ShapeName): number {
  const last = pairs.length - 1;
  const rank = rankOf(shape, key);
  if (rank === undefined) return last;
  const ranks = pairs.map((pair) => rankOf(shape, pair.key));
  if (ranks.every((each) => each === undefined)) return last;
  const index = ranks.findLastIndex((each) => each !== undefined && each < rank);
  const isOutOfOrder = ranks.slice(0, index + 1).some((each) => each !== undefined && each > rank);
  return isOutOfOrder ? last : index;
}

// --- lists --------------------------------------------------------------------------------------

function changeList(
  sheet: Sheet,
  list: WrittenList,
  old: readonly Raw[],
  next: readonly Raw[],
  shape: ShapeName,
): readonly Splice[] | undefined {
  const { text, layout } = sheet;
  const below = shapeBelow(shape, "-");
  const splices: Splice[] = [];
  for (const [index, item] of list.items.entries()) {
    const place = placeOfItem(text, list, index);
    const before = old[index] ?? null;
    const value = next[index] ?? null;
    if (isSameValue(before, value)) continue;
    const changed =
      place === undefined ? undefined : changeNode(sheet, item, before, value, below, place);
    if (changed === undefined) return undefined;
    splices.push(...changed);
  }
  const added = next.slice(old.length);
  if (added.length === 0) return splices;
  if (list.flow) {
    const written = added.map((each) => writeFlow(each, below));
    return [...splices, ...insertInFlow(text, list.items, list.items.length - 1, written)];
  }
  const column = columnOf(text, list.from);
  const gap = gapAfterDash(text, list);
  const last = list.items.at(-1);
  const lastDash = dashOf(text, list, list.items.length - 1);
  if (last === undefined || lastDash === undefined) return undefined;
  const isSpaced = isSetApart(text, lastDash) && typeof added[0] === "object";
  const lines = added.flatMap((each) => [
    ...(isSpaced ? [""] : []),
    ...writeItem(each, below, column, gap, layout),
  ]);
  return [...splices, insertLines(text, placeAfter(text, contentEnd(text, last), column), lines)];
}

function placeOfItem(text: string, list: WrittenList, index: number): Place | undefined {
  if (list.flow) return { kind: "flow" };
  const dash = dashOf(text, list, index);
  if (dash === undefined) return undefined;
  const item = list.items[index];
  const isBeside = item !== undefined && lineStart(text, item.from) === lineStart(text, dash);
  const gap = isBeside && item.from > dash + 1 ? item.from - dash : 2;
  return { kind: "item", after: dash + 1, column: columnOf(text, dash), gap };
}
