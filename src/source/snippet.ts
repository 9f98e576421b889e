import type { Raw, RawObject } from "../model/values.ts";
import { isRawList, isRawObject } from "../model/values.ts";
import type { InnerAmendment } from "./amend-part.ts";
import { fieldOf, itemIndex, longForm } from "./amended-value.ts";
import { inFieldOrder, shapeBelow, shapeOf } from "./field-shape.ts";
import type { ShapeName } from "./field-shape.ts";
import { readPiece } from "./piece.ts";
import { splitSections } from "./split.ts";
import { partOf, readPart, wholeOf } from "./text-part.ts";
import { keysOf, writeItem, writePair } from "./write-value.ts";
import type { Layout } from "./write-value.ts";

const LAYOUT: Layout = { map: 2, list: 2, texts: "block" };

/**
 * The YAML that says what amendments say, for a person to put into the text: each entry from its `id` on,
 * with the keys that lead to the values; what is no entry from its top-level key on.
 */
export function writeSnippet(text: string, amendments: readonly InnerAmendment[]): string {
  const shown = new Map<string, { readonly key: string; readonly isEntry: boolean; value: Raw }>();
  for (const [number, { steps, value }] of amendments.entries()) {
    const [key = "", entry] = steps;
    const isEntry = isEntryStep(key, entry);
    // What is added twice is two entries.
    const name = !isEntry ? key : entry === "-" ? `${key} ${number}` : `${key}/${entry ?? ""}`;
    const projected = projectTop(text, steps, value, isEntry);
    const before = shown.get(name);
    const merged = before === undefined ? projected : merge(before.value, projected);
    shown.set(name, { key, isEntry, value: merged });
  }
  const lines = [...shown.values()].flatMap(({ key, isEntry, value }) =>
    isEntry
      ? entryLines(value, shapeBelow(shapeBelow("register", key), "-"))
      : writePair(key, value, shapeBelow("register", key), 0, LAYOUT),
  );
  return lines.map((line) => `${line}\n`).join("");
}

function isEntryStep(key: string, entry: string | undefined): boolean {
  if (entry === undefined || !/^(?:\d+|-)$/u.test(entry)) return false;
  const shape = shapeOf(shapeBelow("register", key));
  return shape === undefined || shape.kind === "list";
}

function projectTop(text: string, steps: readonly string[], next: Raw, isEntry: boolean): Raw {
  const [key = "", entry = "", ...rest] = steps;
  const shape = shapeBelow("register", key);
  if (!isEntry) return project(topValue(text, steps), steps.slice(1), next, shape);
  if (entry === "-" && rest.length === 0) return next;
  const current = entry === "-" ? undefined : entryValue(text, steps);
  const projected = project(current, rest, next, shapeBelow(shape, "-"));
  return isRawObject(projected) ? { ...identityOf(current), ...projected } : projected;
}

/** The value below a top-level key, as far as it can be read. */
function topValue(text: string, steps: readonly string[]): Raw | undefined {
  const split = splitSections(text);
  const part = (split.ok ? partOf(split.sections, steps.slice(0, 1)) : undefined) ?? wholeOf(text);
  const read = readPart(text, part);
  const value = read.ok ? read.reading.value : undefined;
  return isRawObject(value) ? fieldOf(value, steps[0] ?? "") : undefined;
}

/** The value of an entry, or what its `id` says when it cannot be read. */
function entryValue(text: string, steps: readonly string[]): Raw | undefined {
  const split = splitSections(text);
  const part = split.ok ? partOf(split.sections, steps) : undefined;
  if (part?.kind !== "entry") {
    const list = topValue(text, steps);
    return isRawList(list) ? list[Number(steps[1])] : undefined;
  }
  const read = readPart(text, part);
  if (read.ok) return isRawList(read.reading.value) ? read.reading.value[0] : undefined;
  const line = /^ *(?:- +)?(id:.*)$/mu.exec(text.slice(part.from, part.to))?.[1];
  const id = line === undefined ? undefined : readPiece(line.trimEnd());
  return id?.ok === true ? id.value : undefined;
}

/** The value with only what leads to the amendment, and what tells a reader where it is. */
function project(
  current: Raw | undefined,
  steps: readonly string[],
  next: Raw,
  shape: ShapeName,
): Raw {
  const [step, ...rest] = steps;
  if (step === undefined) return next;
  const below = shapeBelow(shape, step);
  if (isRawList(current) || step === "-") {
    const list = isRawList(current) ? current : [];
    const item = list[itemIndex(list, step) ?? list.length];
    const inner = project(item, rest, next, below);
    return [isRawObject(inner) ? { ...identityOf(item), ...inner } : inner];
  }
  if (isRawObject(current)) return { [step]: project(fieldOf(current, step), rest, next, below) };
  const word =
    current === undefined || current === null || current === "unknown" ? undefined : current;
  const long = word === undefined ? undefined : longForm(word, shape);
  return { ...long, [step]: project(undefined, rest, next, below) };
}

/** What tells an item from others: its `id`, else its first field. */
function identityOf(item: Raw | undefined): RawObject {
  if (!isRawObject(item)) return {};
  const key = Object.hasOwn(item, "id") ? "id" : keysOf(item)[0];
  const value = key === undefined ? undefined : item[key];
  return key === undefined || value === undefined || typeof value === "object"
    ? {}
    : { [key]: value };
}

function merge(left: Raw, right: Raw): Raw {
  if (isRawList(left) && isRawList(right)) return [...left, ...right];
  if (!isRawObject(left) || !isRawObject(right)) return right;
  const merged: Record<string, Raw> = {};
  for (const key of new Set([...keysOf(left), ...keysOf(right)])) {
    const [one, other] = [fieldOf(left, key), fieldOf(right, key)];
    const value = one !== undefined && other !== undefined ? merge(one, other) : (other ?? one);
    Object.defineProperty(merged, key, { value, enumerable: true });
  }
  return merged;
}

function entryLines(value: Raw, shape: ShapeName): readonly string[] {
  if (!isRawObject(value) || keysOf(value).length === 0)
    return writeItem(value, shape, 0, 2, LAYOUT);
  const lines = inFieldOrder(shape, keysOf(value)).flatMap((key) =>
    writePair(key, fieldOf(value, key) ?? null, shapeBelow(shape, key), 2, LAYOUT),
  );
  return lines.map((line, index) => (index === 0 ? `- ${line.slice(2)}` : line));
}
