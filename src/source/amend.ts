import type { Raw } from "../model/values.ts";
import type { PathObstacle } from "./amended-value.ts";
import { isDeeperThan, isSameValue } from "./amended-value.ts";
import type { InnerAmendment } from "./amend-part.ts";
import { amendPart, isProven } from "./amend-part.ts";
import { openDocument, stepsOf } from "./document.ts";
import { DEEPEST_NESTING } from "./fast.ts";
import { writeSnippet } from "./snippet.ts";
import type { Splice } from "./splice.ts";
import { applySplices, growthWithin, inOrder } from "./splice.ts";
import type { Section } from "./split.ts";
import { splitSections } from "./split.ts";
import { columnOf } from "./text-lines.ts";
import type { ReadObstacle, TextPart } from "./text-part.ts";
import { partOf, stepsInside, wholeOf } from "./text-part.ts";
import type { Layout } from "./write-value.ts";

/**
 * A value to be written at a pointer, whose parents need not be there yet; the step `-` is one more item of
 * a list. Nothing is ever removed, but for the parts of a value that another takes the place of.
 */
export interface Amendment {
  readonly pointer: string;
  readonly value: Raw;
}

/**
 * Why a text is not amended: it cannot be read, or holds a merge key, or is too large for what is asked
 * (or its values too deep); an alias stands on the way, or stands elsewhere for what would change; a word
 * or text stands where a map is needed; there is no such entry; or the change could not be proved to be
 * the only one, comments included.
 */
export type AmendObstacle = PathObstacle | ReadObstacle | "would-change-more";

/** The text with the values written, or the obstacle and the YAML that a person can paste instead. */
export type Amended =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: AmendObstacle; readonly snippet: string };

/**
 * Writes values into the text of a register and leaves every other byte as it is: comments, blank lines,
 * order, quotes, line breaks. The new text is read again and compared before it is given; all values are
 * written, or none. Never throws.
 */
export function amend(text: string, amendments: readonly Amendment[]): Amended {
  if (amendments.some(({ value }) => isDeeperThan(value, DEEPEST_NESTING)))
    return { ok: false, reason: "too-large", snippet: "" };
  const outcome = amendments.some(({ pointer }) => !pointer.startsWith("/"))
    ? refused("no-such-entry")
    : amendInSomeWay(text, amendments);
  if (outcome.ok) return outcome;
  return { ok: false, reason: outcome.reason, snippet: writeSnippet(text, inSteps(amendments)) };
}

type Outcome =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: AmendObstacle };

function refused(reason: AmendObstacle): Outcome {
  return { ok: false, reason };
}

/** A comment that stands deep below would become a part of a block of text; text in quotes takes nothing in. */
function amendInSomeWay(text: string, amendments: readonly Amendment[]): Outcome {
  const outcome = amendText(text, amendments, "block");
  return outcome.ok || outcome.reason !== "would-change-more"
    ? outcome
    : amendText(text, amendments, "quoted");
}

type Texts = Layout["texts"];

function amendText(text: string, amendments: readonly Amendment[], texts: Texts): Outcome {
  const split = splitSections(text);
  if (!split.ok) return amendWhole(text, amendments, texts);
  const groups = groupByPart(split.sections, amendments);
  if (groups === "no-such-entry") return refused(groups);
  if (groups === "whole") return amendWhole(text, amendments, texts);
  const outcome = amendParts(text, split.sections, groups, texts);
  // What is written may itself hold a mark for which a text is not cut.
  return outcome === "not-cut" ? amendWhole(text, amendments, texts) : outcome;
}

type Groups = ReadonlyMap<number, { readonly part: TextPart; readonly inner: InnerAmendment[] }>;

/** The amendments by the part that each is in; `whole` when one of them is in none. */
function groupByPart(
  sections: readonly Section[],
  amendments: readonly Amendment[],
): Groups | "whole" | "no-such-entry" {
  const groups = new Map<number, { readonly part: TextPart; readonly inner: InnerAmendment[] }>();
  for (const { pointer, value } of amendments) {
    const steps = stepsOf(pointer);
    const section = sections.find(({ key }) => key === steps[0]);
    const isCut = section !== undefined && section.entries.length > 0;
    if (section === undefined || (isCut && steps.length === 1)) return "whole";
    const part = partOf(sections, steps);
    if (part === undefined) return "no-such-entry";
    const group = groups.get(part.from) ?? { part, inner: [] };
    group.inner.push({ steps: stepsInside(part, steps), value });
    groups.set(part.from, group);
  }
  return groups;
}

function amendParts(
  text: string,
  sections: readonly Section[],
  groups: Groups,
  texts: Texts,
): Outcome | "not-cut" {
  const first = sections.find(({ entries }) => entries.length > 0)?.entries[0];
  const dashes = first === undefined ? undefined : columnOf(text, text.indexOf("-", first));
  const all: Splice[] = [];
  const expectations: { readonly part: TextPart; readonly expected: Raw }[] = [];
  for (const { part, inner } of groups.values()) {
    const amended = amendPart(text, part, inner, dashes, texts);
    if (!amended.ok) return amended;
    all.push(...amended.splices);
    expectations.push({ part, expected: amended.expected });
  }
  const splices = inOrder(all);
  if (splices === undefined) return refused("would-change-more");
  const next = applySplices(text, splices);
  if (!isCutAlike(sections, next, expectations)) return "not-cut";
  const proven = expectations.every(({ part, expected }) => {
    const from = part.from + growthWithin(splices, 0, part.from);
    const to = part.to + growthWithin(splices, 0, part.to);
    return isProven(text.slice(part.from, part.to), next, { ...part, from, to }, expected);
  });
  return proven ? { ok: true, text: next } : refused("would-change-more");
}

/** True when a text is cut into the same sections and entries as before, and those that were added. */
function isCutAlike(
  sections: readonly Section[],
  text: string,
  expectations: readonly { readonly part: TextPart; readonly expected: Raw }[],
): boolean {
  const split = splitSections(text);
  if (!split.ok || split.sections.length !== sections.length) return false;
  return split.sections.every(({ key, entries }, index) => {
    const old = sections[index];
    if (old?.key !== key) return false;
    const added = expectations
      .filter(({ part }) => part.kind === "entry" && part.outer[0] === key)
      .reduce((sum, { expected }) => sum + (Array.isArray(expected) ? expected.length - 1 : 0), 0);
    // A section that is read as one may become a list of entries.
    return old.entries.length === 0 || entries.length === old.entries.length + added;
  });
}

function amendWhole(text: string, amendments: readonly Amendment[], texts: Texts): Outcome {
  const whole = wholeOf(text);
  const amended = amendPart(text, whole, inSteps(amendments), undefined, texts);
  if (!amended.ok) return amended;
  const splices = inOrder(amended.splices);
  if (splices === undefined) return refused("would-change-more");
  const next = applySplices(text, splices);
  const isRight =
    isProven(text, next, wholeOf(next), amended.expected) &&
    isSameValue(readAsTheToolDoes(next), amended.expected);
  return isRight ? { ok: true, text: next } : refused("would-change-more");
}

function inSteps(amendments: readonly Amendment[]): readonly InnerAmendment[] {
  return amendments.map(({ pointer, value }) => ({ steps: stepsOf(pointer), value }));
}

/** The value of a text as it reaches the register: cut where it can be. */
function readAsTheToolDoes(text: string): Raw | undefined {
  const top = new Map<string, Raw>();
  const lists = new Map<string, Raw[]>();
  const fault = openDocument("", text).read((key, index, value) => {
    if (index === undefined) top.set(key, value);
    else {
      const list = lists.get(key) ?? [];
      lists.set(key, list);
      list.push(value);
      top.set(key, list);
    }
  });
  return fault === undefined ? Object.fromEntries(top) : undefined;
}
