import type { Condition, Test } from "../model/condition.ts";
import type { ValueKind } from "../model/shape.ts";
import type { Day, Raw } from "../model/values.ts";
import { addMonths } from "../model/values.ts";

/** Every test that a condition makes of a field. */
export function testsOf(condition: Condition | undefined, field: string): readonly Test[] {
  if (condition === undefined) return [];
  if (condition.join === "test") return condition.field === field ? [condition] : [];
  return condition.of.flatMap((part) => testsOf(part, field));
}

/** Two amounts as a register writes them: one on each side of a limit. */
export type AmountPair = readonly [Raw, Raw];

/**
 * An amount for which a test comes out true and one for which it does not; `limit` is in the unit that the
 * kind compares in (hours, months, a share of 1, a plain number). Undefined where the test has no two sides.
 */
export function aroundLimit(test: Test, limit: number, kind: ValueKind): AmountPair | undefined {
  const below = Math.floor(limit / 2);
  const sides: Readonly<Record<string, readonly [number, number]>> = {
    "at-least": [limit, kind === "share" ? limit / 2 : below],
    "at-most": [limit, kind === "share" ? Math.min(1, limit * 2) : Math.ceil(limit) * 2 + 1],
    above: [kind === "share" ? 1 : Math.ceil(limit) * 2 + 1, limit],
    below: [kind === "share" ? limit / 2 : below, limit],
  };
  const found = sides[test.word];
  if (found === undefined || found[0] === found[1]) return undefined;
  return [written(found[0], kind), written(found[1], kind)];
}

function written(value: number, kind: ValueKind): Raw {
  switch (kind) {
    case "span":
    case "span-or-period":
      return `${Math.round(value * 1000) / 1000} h`;
    case "period":
      return `${Math.ceil(value)} months`;
    case "share":
      return `${Math.round(value * 100_000) / 1000} %`;
    // Plain numbers are written as they are.
    default:
      return value;
  }
}

/** A day on each side of an age or a time ahead, in months. */
export function aroundDay(test: Test, months: number, asOf: Day): AmountPair | undefined {
  const past = Math.floor(months) + 2;
  if (test.word === "no-older-than") return [asOf, addMonths(asOf, -past)];
  if (test.word === "within-next") return [addMonths(asOf, 1), addMonths(asOf, past)];
  return undefined;
}

/** Long enough for any procurement. */
const MONTHS_AHEAD = 48;

/** A little and a lot of each kind, where no test names a limit; undefined for what is no amount. */
export function extremesOf(kind: ValueKind, asOf: Day): AmountPair | undefined {
  switch (kind) {
    case "span":
    case "span-or-period":
      return ["1 h", "10000 h"];
    case "period":
      return ["1 months", "120 months"];
    case "share":
      return ["0 %", "100 %"];
    case "number":
      return [0, 100];
    case "day":
      return [addMonths(asOf, 1), addMonths(asOf, MONTHS_AHEAD)];
    // Words, texts, lists and blocks are answered otherwise.
    default:
      return undefined;
  }
}
