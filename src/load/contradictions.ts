import type { Raw, RawObject } from "../model/values.ts";
import { isRawList, isRawObject, rawText } from "../model/values.ts";
import { amountOf, isOrdered } from "./amount.ts";
import type { FieldFound, FieldLookup } from "./vocabulary.ts";

/** A test that can never hold together with those before it in the same `all`. */
export interface Clash {
  readonly field: string;
  readonly pointer: string;
}

/** What the tests of one `all` leave possible of one field. */
interface Possible {
  /** The words it may be; undefined while any is possible. */
  words: ReadonlySet<string> | undefined;
  readonly refused: Set<string>;
  low: number;
  high: number;
  /** True when an end itself is no longer possible. */
  lowOpen: boolean;
  highOpen: boolean;
  /** Said once for each field. */
  told: boolean;
}

/** The contradictions inside each `all` of a condition: two tests of one field that no value passes. */
export function contradictions(
  written: RawObject,
  pointer: string,
  fieldAt: FieldLookup,
): readonly Clash[] {
  const all = written["all"];
  if (isRawList(all)) {
    const tests = flatten(all, `${pointer}/all`);
    const below = tests.flatMap((part) =>
      part.test["field"] === undefined ? contradictions(part.test, part.pointer, fieldAt) : [],
    );
    return [...clashesAmong(tests, fieldAt), ...below];
  }
  const any = written["any"];
  if (isRawList(any))
    return any.flatMap((part, index) =>
      isRawObject(part) ? contradictions(part, `${pointer}/any/${index}`, fieldAt) : [],
    );
  const not = written["not"];
  return isRawObject(not) ? contradictions(not, `${pointer}/not`, fieldAt) : [];
}

interface Part {
  readonly test: RawObject;
  readonly pointer: string;
}

/** The parts of an `all`, those of an `all` inside it included. */
function flatten(parts: readonly Raw[], pointer: string): readonly Part[] {
  return parts.flatMap((part, index): readonly Part[] => {
    if (!isRawObject(part)) return [];
    const at = `${pointer}/${index}`;
    const inner = part["all"];
    return isRawList(inner) ? flatten(inner, `${at}/all`) : [{ test: part, pointer: at }];
  });
}

function clashesAmong(parts: readonly Part[], fieldAt: FieldLookup): readonly Clash[] {
  const fields = new Map<string, Possible>();
  return parts.flatMap(({ test, pointer }) => {
    const denied = test["not"];
    const inner = isRawObject(denied) ? denied : test;
    const field = rawText(inner["field"]);
    if (field === "") return [];
    const possible = fields.get(field) ?? anything();
    fields.set(field, possible);
    if (inner === test) narrow(possible, test, fieldAt(field));
    else refuse(possible, inner);
    if (possible.told || !isEmpty(possible)) return [];
    possible.told = true;
    return [{ field, pointer }];
  });
}

function anything(): Possible {
  return {
    words: undefined,
    refused: new Set(),
    low: -Infinity,
    high: Infinity,
    lowOpen: false,
    highOpen: false,
    told: false,
  };
}

function narrow(possible: Possible, test: RawObject, found: FieldFound): void {
  if (!found.known) return;
  if (!isOrdered(found.kind)) {
    const words = wordsOf(test);
    const before = possible.words;
    if (words !== undefined)
      possible.words = new Set(words.filter((word) => before?.has(word) ?? true));
    return;
  }
  const limit = (word: string): number | undefined => amountOf(test[word] ?? null, found.kind);
  for (const word of ["at-least", "above"]) {
    const least = limit(word);
    if (least === undefined || least < possible.low) continue;
    possible.lowOpen = word === "above" || (least === possible.low && possible.lowOpen);
    possible.low = least;
  }
  for (const word of ["at-most", "below"]) {
    const greatest = limit(word);
    if (greatest === undefined || greatest > possible.high) continue;
    possible.highOpen = word === "below" || (greatest === possible.high && possible.highOpen);
    possible.high = greatest;
  }
}

function refuse(possible: Possible, test: RawObject): void {
  for (const word of wordsOf(test) ?? []) possible.refused.add(word);
}

/** The words that a test of identity lets through; undefined for other tests. */
function wordsOf(test: RawObject): readonly string[] | undefined {
  const one = test["is"];
  const some = test["is-one-of"];
  const values = isRawList(some) ? some : one === undefined || isRawObject(one) ? undefined : [one];
  return values?.map((value) =>
    typeof value === "boolean" ? (value ? "yes" : "no") : rawText(value),
  );
}

function isEmpty({ words, refused, low, high, lowOpen, highOpen }: Possible): boolean {
  if (words !== undefined && [...words].every((word) => refused.has(word))) return true;
  return low > high || (low === high && (lowOpen || highOpen));
}
