import type { ValueKind } from "../model/shape.ts";
import type { Raw } from "../model/values.ts";
import { parsePeriod, parseShare, parseSpan, periodInMonths } from "../model/values.ts";

/** Kinds whose values have an order. */
const ORDERED: ReadonlySet<ValueKind> = new Set([
  "number",
  "share",
  "span",
  "period",
  "span-or-period",
]);

/** True for kinds that `at-least` and its like compare. */
export function isOrdered(kind: ValueKind): boolean {
  return ORDERED.has(kind);
}

/**
 * A value written in a condition, as the number that a field of this kind is compared by: hours, months,
 * a share of 1, or itself. Undefined when it is not of the kind; of lengths of time, a bare number is not.
 */
export function amountOf(value: Raw, kind: ValueKind): number | undefined {
  if (typeof value === "number") return kind === "number" || kind === "share" ? value : undefined;
  if (typeof value !== "string") return undefined;
  switch (kind) {
    case "share":
      return parseShare(value);
    case "span":
      return parseSpan(value);
    case "period":
      return monthsIn(value);
    case "span-or-period":
      return parseSpan(value) ?? monthsIn(value);
    // The other kinds are not written as text with a unit.
    default:
      return undefined;
  }
}

/** Months of a written period such as `18 months` or `2 years`; undefined when it is none. */
export function monthsIn(value: string): number | undefined {
  const period = parsePeriod(value);
  return period === undefined ? undefined : periodInMonths(period);
}
