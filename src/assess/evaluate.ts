import type { Condition, Operand, Test, Truth } from "../model/condition.ts";
import type { ValueKind } from "../model/shape.ts";
import type { Day, Raw } from "../model/values.ts";
import { addMonths, isRawList } from "../model/values.ts";
import type { Observation } from "./observation.ts";
import { comparableOf } from "./reading.ts";

/** What conditions may ask while they are evaluated. */
export interface Surroundings {
  readonly asOf: Day;
  /** The field or fact at a path. */
  readonly observe: (field: string) => Observation;
  /** The class's value on a scale; `none` when nothing is asked there. */
  readonly scale: (name: string) => Raw | undefined;
  readonly parameter?: (name: string) => Raw | undefined;
}

/** The truth of a condition with the truth of its parts: what `explain` prints. */
export interface Trace {
  readonly condition: Condition;
  readonly truth: Truth;
  readonly parts: readonly Trace[];
  /** What a test saw, and what it compared with. */
  readonly seen: Observation | undefined;
  readonly against: Raw | undefined;
  /** Paths whose answer could change the truth. */
  readonly blanks: readonly string[];
}

export function evaluate(condition: Condition, surroundings: Surroundings): Trace {
  switch (condition.join) {
    case "test":
      return evaluateTest(condition, surroundings);
    case "not": {
      const part = evaluate(condition.of[0], surroundings);
      return { ...joined(condition, opposite(part.truth), [part]), blanks: part.blanks };
    }
    case "all":
      return fold(condition, surroundings, "false", "true");
    case "any":
      return fold(condition, surroundings, "true", "false");
  }
}

function opposite(truth: Truth): Truth {
  if (truth === "true") return "false";
  return truth === "false" ? "true" : truth;
}

/** Kleene's `all` (decided by false) and `any` (decided by true); not applicable parts drop out. */
function fold(
  condition: Condition & { readonly join: "all" | "any" },
  surroundings: Surroundings,
  deciding: Truth,
  otherwise: Truth,
): Trace {
  const parts = condition.of.map((part) => evaluate(part, surroundings));
  const applicable = parts.filter((part) => part.truth !== "not-applicable");
  if (applicable.length === 0) return joined(condition, "not-applicable", parts);
  if (applicable.some((part) => part.truth === deciding)) return joined(condition, deciding, parts);
  const open = applicable.filter((part) => part.truth === "unknown");
  if (open.length === 0) return joined(condition, otherwise, parts);
  const blanks = [...new Set(open.flatMap((part) => part.blanks))];
  return { ...joined(condition, "unknown", parts), blanks };
}

function joined(condition: Condition, truth: Truth, parts: readonly Trace[]): Trace {
  return { condition, truth, parts, seen: undefined, against: undefined, blanks: [] };
}

function evaluateTest(test: Test, surroundings: Surroundings): Trace {
  const seen = surroundings.observe(test.field);
  const against = operandOf(test.operand, surroundings);
  const truth = truthOf(test, seen, against, surroundings.asOf);
  const blanks = truth === "unknown" && "blanks" in seen ? seen.blanks : [];
  return { condition: test, truth, parts: [], seen, against, blanks };
}

function operandOf(operand: Operand, surroundings: Surroundings): Raw | undefined {
  switch (operand.kind) {
    case "literal":
      return operand.value;
    case "scale":
      return surroundings.scale(operand.scale);
    case "parameter":
      return surroundings.parameter?.(operand.parameter);
  }
}

function truthOf(test: Test, seen: Observation, against: Raw | undefined, asOf: Day): Truth {
  if (seen.state === "not-applicable") return "not-applicable";
  if (test.word === "recorded")
    return seen.state === "unknown" ? "unknown" : truth(against !== "no" && against !== false);
  // A scale without a value for the class asks nothing.
  if (
    test.operand.kind === "scale" &&
    (against === "none" || against === undefined || against === null)
  )
    return "true";
  switch (seen.state) {
    case "unknown":
      return "unknown";
    case "none":
      return truth(matchesNone(test, against));
    case "between":
      return compareBounds(test, seen.low, seen.high, against, seen.kind);
    case "known":
      return compare(test, seen, against, asOf);
  }
}

function truth(value: boolean): Truth {
  return value ? "true" : "false";
}

function matchesNone(test: Test, against: Raw | undefined): boolean {
  if (test.word === "is") return against === "none";
  if (test.word === "is-one-of") return isRawList(against) && against.includes("none");
  return false;
}

type Known = Observation & { readonly state: "known" };

function compare(test: Test, seen: Known, against: Raw | undefined, asOf: Day): Truth {
  const { value } = seen;
  switch (test.word) {
    case "is":
      return truth(isSame(value, against, seen.kind));
    case "is-one-of":
      return truth(isRawList(against) && against.some((each) => isSame(value, each, seen.kind)));
    case "includes":
      return truth(Array.isArray(value) && value.includes(against));
    case "no-older-than":
      return withinDays(value, against, asOf, -1);
    case "within-next":
      return withinDays(value, against, asOf, 1);
    // The words that compare amounts.
    default:
      return typeof value === "number"
        ? compareBounds(test, value, value, against, seen.kind)
        : "false";
  }
}

function isSame(value: unknown, against: Raw | undefined, kind: ValueKind): boolean {
  const wanted = typeof against === "boolean" ? (against ? "yes" : "no") : against;
  if (value === wanted) return true;
  return (
    typeof value === "number" && typeof wanted === "string" && numberOf(wanted, kind) === value
  );
}

/** A day is recent when it is not earlier than the limit, and near when it is not later. */
function withinDays(value: unknown, against: Raw | undefined, asOf: Day, sign: 1 | -1): Truth {
  const months = against === undefined ? undefined : numberOf(against, "period");
  if (typeof value !== "string" || months === undefined) return "false";
  // "12 months old" is twelve full months or fewer: the day after the thirteenth has not come.
  if (sign === -1)
    return truth(value <= asOf && addMonths(value as Day, Math.floor(months) + 1) > asOf);
  return truth(value >= asOf && value <= addMonths(asOf, Math.floor(months)));
}

function compareBounds(
  test: Test,
  low: number,
  high: number,
  against: Raw | undefined,
  kind: ValueKind,
): Truth {
  const limit = against === undefined ? undefined : numberOf(against, kind);
  if (limit === undefined) return "false";
  const holds = (value: number): boolean => {
    switch (test.word) {
      case "at-least":
        return value >= limit;
      case "at-most":
        return value <= limit;
      case "above":
        return value > limit;
      case "below":
        return value < limit;
      case "is":
        return value === limit;
      // The other words do not compare amounts.
      default:
        return false;
    }
  };
  const atLow = holds(low);
  const atHigh = holds(high);
  if (test.word === "is" && low !== high)
    return low <= limit && limit <= high ? "unknown" : "false";
  return atLow === atHigh ? truth(atLow) : "unknown";
}

/** An operand in the unit that the field's kind compares in. */
function numberOf(value: Raw, kind: ValueKind): number | undefined {
  if (typeof value === "number") return value;
  const comparable = comparableOf(value, kind);
  return typeof comparable === "number" ? comparable : undefined;
}
