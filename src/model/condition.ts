import type { Raw } from "./values.ts";

/**
 * The closed list of words in which every condition of the catalogue is written: criteria, clauses,
 * classification and priority rows, and later scenarios, key figures and portfolio models. Whoever
 * needs more adds a fact (src/assess/facts), never a word.
 */
export const TEST_WORDS = [
  "is",
  "is-one-of",
  "includes",
  "recorded",
  "at-least",
  "at-most",
  "above",
  "below",
  "no-older-than",
  "within-next",
] as const;
export type TestWord = (typeof TEST_WORDS)[number];

/** What a test compares with: a value, the class's value on a named scale, or a parameter. */
export type Operand =
  | { readonly kind: "literal"; readonly value: Raw }
  | { readonly kind: "scale"; readonly scale: string }
  | { readonly kind: "parameter"; readonly parameter: string };

export interface Test {
  readonly join: "test";
  readonly field: string;
  readonly word: TestWord;
  readonly operand: Operand;
}

/** A condition: a test of one field, or others joined. Evaluated in four values. */
export type Condition =
  | Test
  | { readonly join: "all" | "any"; readonly of: readonly Condition[] }
  | { readonly join: "not"; readonly of: readonly [Condition] };

/**
 * What a condition is worth. `unknown` follows Kleene's logic; `not-applicable` is a field answered
 * so: it drops out of its group, and a group with nothing left is itself not applicable.
 */
export type Truth = "true" | "false" | "unknown" | "not-applicable";
