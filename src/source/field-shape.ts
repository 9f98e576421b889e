import { SHAPES } from "../model/fields.ts";
import type { Shape } from "../model/shape.ts";

/** The name of a shape, or undefined where the format knows none (`x-` keys, other kinds of file). */
export type ShapeName = string | undefined;

/** The shape of a name that may come from a file. */
export function shapeOf(name: ShapeName): Shape | undefined {
  return name !== undefined && Object.hasOwn(SHAPES, name) ? SHAPES[name] : undefined;
}

/** The name of the shape of a field, or of an item of a list. */
export function shapeBelow(name: ShapeName, step: string): ShapeName {
  const shape = shapeOf(name);
  if (shape?.fields !== undefined && Object.hasOwn(shape.fields, step)) return shape.fields[step];
  return /^(?:\d+|-)$/u.test(step) ? shape?.item : undefined;
}

/** Where a key stands in the format's order of the fields; undefined for a key it does not know. */
export function rankOf(name: ShapeName, key: string): number | undefined {
  const rank = Object.keys(shapeOf(name)?.fields ?? {}).indexOf(key);
  return rank === -1 ? undefined : rank;
}

/** Keys in the format's order; those it does not know come last, as they stand. */
export function inFieldOrder(name: ShapeName, keys: readonly string[]): readonly string[] {
  const rank = (key: string): number => rankOf(name, key) ?? Infinity;
  // Infinity less Infinity is no number: equal ranks are compared first.
  return keys.toSorted((left, right) =>
    rank(left) === rank(right) ? 0 : rank(left) - rank(right),
  );
}

/** True for a block of blocks or answers, each of which may grow: it is written one key a line from the start. */
export function isGroup(name: ShapeName): boolean {
  const shape = shapeOf(name);
  if (shape?.kind !== "block") return false;
  return Object.entries(shape.fields ?? {}).some(([key, field]) => {
    const below = shapeOf(field);
    if (key === "evidence" || below === undefined) return false;
    const holder = below.kind === "list" ? shapeOf(below.item) : below;
    return holder?.fields !== undefined && holder.kind !== "text";
  });
}
