import type { TestWord } from "../model/condition.ts";
import { TEST_WORDS } from "../model/condition.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { ValueKind } from "../model/shape.ts";
import type { Raw, RawObject } from "../model/values.ts";
import { isRawList, isRawObject, rawText } from "../model/values.ts";
import { nearest } from "../schema/suggest.ts";
import { amountOf, isOrdered } from "./amount.ts";
import { contradictions } from "./contradictions.ts";
import type { FieldFound, FieldLookup } from "./vocabulary.ts";

/** What a condition is checked against. */
export interface ConditionGround {
  readonly file: string;
  readonly fieldAt: FieldLookup;
  readonly scales: ReadonlySet<string>;
}

/** What is wrong with a written condition that has the shape of its schema. */
export function checkCondition(
  written: Raw | undefined,
  pointer: string,
  ground: ConditionGround,
): readonly Diagnostic[] {
  if (!isRawObject(written)) return [];
  const clashes = contradictions(written, pointer, ground.fieldAt).map((clash) =>
    diagnose("C017", { field: clash.field }, placeAt(ground, clash.pointer)),
  );
  return [...checkPart(written, pointer, ground), ...clashes];
}

function checkPart(
  written: RawObject,
  pointer: string,
  ground: ConditionGround,
): readonly Diagnostic[] {
  for (const join of ["all", "any"] as const) {
    const parts = written[join];
    if (isRawList(parts))
      return parts.flatMap((part, index) =>
        isRawObject(part) ? checkPart(part, `${pointer}/${join}/${index}`, ground) : [],
      );
  }
  const inner = written["not"];
  if (isRawObject(inner)) return checkPart(inner, `${pointer}/not`, ground);
  return checkTest(written, pointer, ground);
}

function placeAt({ file }: ConditionGround, pointer: string, part: Place["part"] = "value"): Place {
  return { file, pointer, part };
}

function checkTest(
  test: RawObject,
  pointer: string,
  ground: ConditionGround,
): readonly Diagnostic[] {
  const field = rawText(test["field"]);
  const word = TEST_WORDS.find((each): each is TestWord => test[each] !== undefined);
  if (word === undefined) return [diagnose("C004", {}, placeAt(ground, pointer))];
  const found = ground.fieldAt(field);
  if (!found.known) return [unknownField(field, found.suggestion, ground, `${pointer}/field`)];
  const at = `${pointer}/${word}`;
  if (!takesWord(found.kind, word))
    return [diagnose("C016", { field, word, found: found.kind }, placeAt(ground, at, "key"))];
  return checkOperand(test[word] ?? null, word, field, found, at, ground);
}

function unknownField(
  field: string,
  suggestion: string,
  ground: ConditionGround,
  at: string,
): Diagnostic {
  const place = placeAt(ground, at);
  if (!field.startsWith("fact.")) return diagnose("C001", { field, suggestion }, place);
  return diagnose("C002", { fact: field.slice("fact.".length), suggestion }, place);
}

/** Kinds that are never a number, a day or a list, whatever a register says. */
const WORDS_ONLY: ReadonlySet<ValueKind> = new Set([
  ...["answer", "clause", "word", "text", "id", "country", "currency", "cpv"],
  "business-id",
] as const);

/** False for a word that could never hold of a field of this kind. */
function takesWord(kind: ValueKind, word: TestWord): boolean {
  switch (word) {
    case "at-least":
    case "at-most":
    case "above":
    case "below":
      return !WORDS_ONLY.has(kind) && kind !== "day";
    case "no-older-than":
    case "within-next":
      return kind === "day";
    case "includes":
      return !WORDS_ONLY.has(kind) && kind !== "day" && !isOrdered(kind);
    case "is":
    case "is-one-of":
    case "recorded":
      return true;
  }
}

function checkOperand(
  operand: Raw,
  word: TestWord,
  field: string,
  found: FieldFound & { readonly known: true },
  pointer: string,
  ground: ConditionGround,
): readonly Diagnostic[] {
  if (isRawObject(operand)) return checkScale(operand, pointer, ground);
  const place = placeAt(ground, pointer);
  const { kind } = found;
  if (word === "no-older-than" || word === "within-next") {
    // Ages count in full calendar months: days would be cut down to them without a word.
    const isPeriod = typeof operand === "string" && /^\d+ (?:month|year)s?$/u.test(operand);
    return isPeriod ? [] : [wrongKind(field, "period", operand, place)];
  }
  if (word === "is" || word === "is-one-of")
    return checkWords(operand, field, found, pointer, ground);
  const compares = word !== "recorded" && word !== "includes" && isOrdered(kind);
  if (compares && amountOf(operand, kind) === undefined)
    return [wrongKind(field, kind, operand, place)];
  return [];
}

function wrongKind(field: string, expected: string, found: Raw, place: Place): Diagnostic {
  const kind =
    typeof found === "number" ? "number" : typeof found === "boolean" ? "yes-no" : "text";
  return diagnose("C006", { field, expected, found: kind }, place);
}

function checkScale(
  operand: RawObject,
  pointer: string,
  ground: ConditionGround,
): readonly Diagnostic[] {
  const scale = operand["scale"];
  if (typeof scale !== "string" || ground.scales.has(scale)) return [];
  const params = { scale, suggestion: nearest(scale, ground.scales) };
  return [diagnose("C005", params, placeAt(ground, `${pointer}/scale`))];
}

/**
 * Words that the field can never hold; `unknown` and `not-applicable` are never compared with. Where
 * another word of the list can be held the test may still be true, and the dead word is only warned of.
 */
function checkWords(
  operand: Raw,
  field: string,
  { kind, words }: FieldFound & { readonly known: true },
  pointer: string,
  ground: ConditionGround,
): readonly Diagnostic[] {
  const isListed = kind === "answer" || kind === "clause" || kind === "word";
  if (!isListed || words === undefined) return [];
  const isList = isRawList(operand);
  const values = isList ? operand : [operand];
  const isDead = values.map((value) => !isHeld(value, words));
  const code = isDead.every(Boolean) ? "C011" : "C038";
  return values.flatMap((value, index) => {
    if (isDead[index] !== true) return [];
    const place = placeAt(ground, isList ? `${pointer}/${index}` : pointer);
    return [diagnose(code, { word: wordOf(value), field }, place)];
  });
}

function isHeld(value: Raw, words: readonly string[]): boolean {
  const word = wordOf(value);
  if (typeof value === "number" || word === "none") return true;
  return words.includes(word) && word !== "unknown";
}

function wordOf(value: Raw): string {
  return typeof value === "boolean" ? (value ? "yes" : "no") : rawText(value);
}
