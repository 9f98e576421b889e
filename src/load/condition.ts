import type { Condition, Operand, TestWord } from "../model/condition.ts";
import { TEST_WORDS } from "../model/condition.ts";
import type { Raw, RawObject } from "../model/values.ts";
import { isRawList, isRawObject } from "../model/values.ts";

/** A condition from its written form, in the shape of its schema. */
export function parseCondition(written: Raw | undefined): Condition {
  if (!isRawObject(written)) throw new Error("a condition is a map");
  for (const join of ["all", "any"] as const) {
    const parts = written[join];
    if (isRawList(parts)) return { join, of: parts.map(parseCondition) };
  }
  if (written["not"] !== undefined) return { join: "not", of: [parseCondition(written["not"])] };
  return parseTest(written);
}

/** A condition that may be left out. */
export function parseOptionalCondition(written: Raw | undefined): Condition | undefined {
  return written === undefined ? undefined : parseCondition(written);
}

function parseTest(written: RawObject): Condition {
  const word = TEST_WORDS.find((each): each is TestWord => written[each] !== undefined);
  const field = written["field"];
  if (word === undefined || typeof field !== "string")
    throw new Error("a test has a field and a word");
  return { join: "test", field, word, operand: parseOperand(written[word] ?? null) };
}

function parseOperand(written: Raw): Operand {
  if (isRawObject(written)) {
    if (typeof written["scale"] === "string") return { kind: "scale", scale: written["scale"] };
    if (typeof written["parameter"] === "string")
      return { kind: "parameter", parameter: written["parameter"] };
  }
  return { kind: "literal", value: written };
}

/** Every test in a condition, in the order written. */
export function testsIn(condition: Condition): readonly (Condition & { readonly join: "test" })[] {
  return condition.join === "test" ? [condition] : condition.of.flatMap(testsIn);
}
