import { checkBusinessId } from "../model/business-id.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Shape } from "../model/shape.ts";
import type { Search } from "../model/shapes.ts";
import { searchFor, someScalar, visitScalars } from "../model/shapes.ts";
import type { Day, Raw } from "../model/values.ts";
import { parseDay } from "../model/values.ts";
import { isSentinel } from "../schema/explain.ts";
import { nearest } from "../schema/suggest.ts";
import { knownCountries, knownCurrencies } from "./codes.ts";
import { checkCpv } from "./cpv.ts";
import { holdsPersonalCode } from "./personal-code.ts";

/** Keys of days that say what has happened: such a day cannot lie ahead. */
const PAST_DAYS: ReadonlySet<string> = new Set([
  "date",
  "recorded",
  "verified",
  "tested",
  "trained",
  "last-report",
  "asked",
  "done",
]);

/**
 * Checks what the schema's patterns cannot: that a day exists and a past one is not ahead, that a
 * country, currency, CPV code and business id can be right, that no person's code is written.
 */
export function checkValues(
  value: Raw,
  shapeName: string,
  file: string,
  pointer: string,
  today: Day,
): readonly Diagnostic[] {
  const isWrong = (
    each: string | number | boolean,
    shape: Shape,
    _: string,
    key: string,
  ): boolean => faultOf(each, shape, key, today) !== undefined;
  if (!someScalar(value, searchIn(shapeName), isWrong)) return [];
  const diagnostics: Diagnostic[] = [];
  visitScalars(value, shapeName, pointer, (each, shape, _, key, at) => {
    const place: Place = { file, pointer: at, part: "value" };
    const made = faultOf(each, shape, key, today)?.(place);
    if (made !== undefined) diagnostics.push(made);
  });
  return diagnostics;
}

/** Kinds of value that are checked here. */
const CHECKED: ReadonlySet<Shape["kind"]> = new Set([
  "day",
  "country",
  "currency",
  "cpv",
  "business-id",
  "text",
]);

const searches = new Map<string, Search>();

function searchIn(shapeName: string): Search {
  const search =
    searches.get(shapeName) ?? searchFor(shapeName, (_, { kind }) => CHECKED.has(kind));
  searches.set(shapeName, search);
  return search;
}

type Fault = (place: Place) => Diagnostic;

/** Kinds whose values are codes, where another system's word for "unknown" cannot be meant. */
const TYPED: ReadonlySet<Shape["kind"]> = new Set(["country", "currency", "cpv", "business-id"]);

function faultOf(
  value: string | number | boolean,
  shape: Shape,
  key: string,
  today: Day,
): Fault | undefined {
  // What is empty has been said by the schema.
  if (typeof value !== "string" || value === "") return undefined;
  if (TYPED.has(shape.kind) && isSentinel(value))
    return (place) => diagnose("S006", { value }, place);
  switch (shape.kind) {
    case "day":
      return dayFault(value, key, today);
    case "country":
      return countryFault(value);
    case "currency":
      if (value === "unknown" || knownCurrencies().has(value)) return undefined;
      return (place) =>
        diagnose("R009", { value, suggestion: nearest(value, knownCurrencies()) }, place);
    case "cpv":
      return value === "unknown" ? undefined : cpvFault(value);
    case "business-id":
      return value === "unknown" ? undefined : businessIdFault(value);
    case "text":
      return textFault(value);
    // Other kinds are checked whole by their shape, or hold values that are checked one by one.
    default:
      return undefined;
  }
}

function dayFault(value: string, key: string, today: Day): Fault | undefined {
  // What does not look like a day has been said by the schema.
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value)) return undefined;
  if (isSentinel(value)) return (place) => diagnose("S006", { value }, place);
  const day = parseDay(value);
  if (day === undefined) return (place) => diagnose("S009", { value }, place);
  if (PAST_DAYS.has(key) && day > today) {
    return (place) => diagnose("R019", { date: day, today }, place);
  }
  return undefined;
}

function countryFault(value: string): Fault | undefined {
  if (value === "unknown" || knownCountries().has(value)) return undefined;
  if (value === "no" || value === "No")
    return (place) => diagnose("S017", { source: value }, place);
  const upper = value.toUpperCase();
  const suggestion = knownCountries().has(upper)
    ? upper
    : upper === "UK"
      ? "GB"
      : upper === "EL"
        ? "GR"
        : "";
  return (place) => diagnose("R008", { value, suggestion }, place);
}

function cpvFault(value: string): Fault | undefined {
  const check = checkCpv(value);
  if (check.ok) return undefined;
  if (check.fault === "digit") {
    return (place) => diagnose("R006", { value, digit: check.expected }, place);
  }
  return (place) => diagnose("R007", { value }, place);
}

function businessIdFault(value: string): Fault | undefined {
  const check = checkBusinessId(value);
  if (check.ok) return undefined;
  if (check.expected === undefined) return (place) => diagnose("R004", { value }, place);
  return (place) => diagnose("R005", { value, digit: check.expected ?? "" }, place);
}

function textFault(value: string): Fault | undefined {
  if (holdsPersonalCode(value)) return (place) => diagnose("R020", {}, place);
  return undefined;
}
