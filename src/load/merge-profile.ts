import type { Raw, RawObject } from "../model/values.ts";
import { isRawList, isRawObject } from "../model/values.ts";

/**
 * A profile with the differences of another laid over it: maps are merged key by key; a row of a table
 * replaces the row of the same name, and a row with a new name stands before the last one, which holds
 * for everything; any other list or value is replaced.
 */
export function mergeProfile(base: RawObject, changes: RawObject): RawObject {
  const merged: Record<string, Raw | undefined> = { ...base };
  for (const [key, value] of Object.entries(changes)) {
    const before = base[key];
    if (isRawObject(before) && isRawObject(value)) merged[key] = mergeProfile(before, value);
    else if (isTable(before) && isTable(value)) merged[key] = mergeRows(before, value);
    else merged[key] = value;
  }
  return merged;
}

type Row = RawObject & { readonly row: Raw };

function isTable(value: Raw | undefined): value is readonly Row[] {
  return isRawList(value) && value.every((each) => isRawObject(each) && each["row"] !== undefined);
}

function mergeRows(base: readonly Row[], changes: readonly Row[]): readonly Row[] {
  const changed = new Map(changes.map((each) => [each.row, each]));
  const kept = base.map((each) => changed.get(each.row) ?? each);
  const known = new Set(base.map(({ row }) => row));
  const added = changes.filter(({ row }) => !known.has(row));
  return [...kept.slice(0, -1), ...added, ...kept.slice(-1)];
}
