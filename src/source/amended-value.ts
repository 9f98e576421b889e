import type { Raw, RawObject } from "../model/values.ts";
import { isRawList, isRawObject } from "../model/values.ts";
import { shapeBelow, shapeOf } from "./field-shape.ts";
import type { ShapeName } from "./field-shape.ts";
import { keysOf } from "./write-value.ts";
import type { WrittenNode } from "./written-node.ts";

/** Why a value cannot be set where it was asked for. */
export type PathObstacle = "anchor" | "alias" | "not-a-map" | "no-such-entry";

/** The value of a document, or of a part of it, after an amendment. */
export type AmendedValue =
  | { readonly ok: true; readonly value: Raw }
  | { readonly ok: false; readonly reason: PathObstacle };

/** A value with the node it is written in, and its shape. */
export interface Target {
  readonly value: Raw | undefined;
  readonly node: WrittenNode | undefined;
  readonly shape: ShapeName;
}

/**
 * The value after `next` is set at `steps`. Missing parents become maps (or a list, where a step is `-`,
 * which stands for one more item); the bare word of an answer or clause becomes the status of its long form.
 */
export function withValueAt(target: Target, steps: readonly string[], next: Raw): AmendedValue {
  const { value, node, shape } = target;
  if (node?.shared === true) return { ok: false, reason: "anchor" };
  const [step, ...rest] = steps;
  if (step === undefined) return { ok: true, value: withoutGaps(next) };
  if (node?.kind === "alias") return { ok: false, reason: "alias" };
  if (isRawList(value)) return withItem(value, target, step, rest, next);
  if (isRawObject(value)) {
    // The format has no such keys: where a list is meant, there is none.
    if (isItemStep(step) && !Object.hasOwn(value, step))
      return { ok: false, reason: "no-such-entry" };
    return withField(value, target, step, rest, next);
  }
  if (isNothing(value)) {
    if (step === "-") return withItem([], { ...target, node: undefined }, step, rest, next);
    if (isItemStep(step)) return { ok: false, reason: "no-such-entry" };
    return withField({}, { ...target, node: undefined }, step, rest, next);
  }
  const long = longForm(value, shape);
  if (long === undefined) return { ok: false, reason: "not-a-map" };
  return withField(long, { ...target, node: undefined }, step, rest, next);
}

function isItemStep(step: string): boolean {
  return /^(?:\d+|-)$/u.test(step);
}

/** Nobody has said anything: the place is free. */
function isNothing(value: Raw | undefined): value is null | undefined | "unknown" {
  return value === undefined || value === null || value === "unknown";
}

/** The long form of an answer or clause that is a bare word. */
export function longForm(value: Raw, shape: ShapeName): RawObject | undefined {
  const known = shapeOf(shape);
  const isAnswer = known?.kind === "answer" || known?.kind === "clause";
  if (!isAnswer || known.fields === undefined || typeof value === "object") return undefined;
  return { status: value };
}

function withItem(
  list: readonly Raw[],
  { node, shape }: Target,
  step: string,
  rest: readonly string[],
  next: Raw,
): AmendedValue {
  const index = itemIndex(list, step);
  if (index === undefined) return { ok: false, reason: "no-such-entry" };
  const items = node?.kind === "list" ? node.items : [];
  const item = { value: list[index], node: items[index], shape: shapeBelow(shape, "-") };
  const amended = withValueAt(item, rest, next);
  return amended.ok ? { ok: true, value: list.toSpliced(index, 1, amended.value) } : amended;
}

/** The place that a step names in a list, `-` being the one after the last. */
export function itemIndex(list: readonly unknown[], step: string): number | undefined {
  if (step === "-") return list.length;
  const index = /^(?:0|[1-9]\d*)$/u.test(step) ? Number(step) : list.length;
  return index < list.length ? index : undefined;
}

function withField(
  map: RawObject,
  { node, shape }: Target,
  step: string,
  rest: readonly string[],
  next: Raw,
): AmendedValue {
  const pairs = node?.kind === "map" ? node.pairs : [];
  const field = {
    value: fieldOf(map, step),
    node: pairs.find(({ key }) => key === step)?.value,
    shape: shapeBelow(shape, step),
  };
  const amended = withValueAt(field, rest, next);
  return amended.ok ? { ok: true, value: { ...map, [step]: amended.value } } : amended;
}

/** A field by a key that may come from a file. */
export function fieldOf(map: RawObject, key: string): Raw | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** The value without the fields that are undefined. */
function withoutGaps(value: Raw): Raw {
  if (isRawList(value)) return value.map(withoutGaps);
  if (!isRawObject(value)) return value;
  return Object.fromEntries(keysOf(value).map((key) => [key, withoutGaps(value[key] ?? null)]));
}

/** True when two values are the same, whatever the order of their keys. */
export function isSameValue(left: Raw | undefined, right: Raw | undefined): boolean {
  if (isRawList(left))
    return (
      isRawList(right) &&
      left.length === right.length &&
      left.every((each, index) => isSameValue(each, right[index]))
    );
  if (!isRawObject(left)) return Object.is(left, right);
  if (!isRawObject(right)) return false;
  const keys = keysOf(left);
  return (
    keys.length === keysOf(right).length &&
    keys.every((key) => isSameValue(left[key], fieldOf(right, key)))
  );
}

/** True when a value is nested deeper than `limit`, or holds itself. */
export function isDeeperThan(value: Raw | undefined, limit: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (limit === 0) return true;
  const parts: readonly (Raw | undefined)[] = isRawList(value) ? value : Object.values(value);
  return parts.some((part) => isDeeperThan(part, limit - 1));
}
