import { CLASSES } from "../../src/model/classes.ts";
import { isRawObject, parsePeriod, parseShare, parseSpan } from "../../src/model/values.ts";
import type { Raw, RawObject } from "../../src/model/values.ts";

/** The text at a path of keys, or the empty text. */
export function textAt(value: Raw | undefined, ...path: readonly string[]): string {
  let place = value;
  for (const step of path) place = isRawObject(place) ? place[step] : undefined;
  return typeof place === "string" ? place : "";
}

/** A default as a number in the unit of its range, or undefined when it does not fit its kind. */
function amountOf(value: Raw | undefined, kind: string, unit: string): number | undefined {
  if (kind === "number" || kind === "money") return typeof value === "number" ? value : undefined;
  if (kind === "share") {
    const share = typeof value === "string" ? parseShare(value) : undefined;
    return share === undefined ? undefined : share * 100;
  }
  if (typeof value !== "string") return undefined;
  if (kind === "period") {
    const period = parsePeriod(value);
    return period !== undefined && "months" in period ? period.months : undefined;
  }
  const hours = parseSpan(value);
  return hours === undefined
    ? undefined
    : hours / ({ minutes: 1 / 60, hours: 1, days: 24, weeks: 168 }[unit] ?? NaN);
}

/** What is wrong with the defaults of a parameter, one sentence each. */
export function faultsOfDefaults(parameter: RawObject): string[] {
  const name = textAt(parameter, "name");
  const kind = textAt(parameter, "kind");
  const { defaults, range } = parameter;
  if (["annex", "reference", "text"].includes(kind))
    return defaults === undefined ? [] : [`${name} has defaults`];
  if (!isRawObject(defaults)) return [`${name} has no defaults`];
  const given = CLASSES.map((criticality) => defaults[criticality]);
  if (kind === "choice") {
    return given.every((value) => value === "yes" || value === "no" || value === "none")
      ? []
      : [`${name}: yes, no or none`];
  }
  const least = isRawObject(range) ? range["least"] : undefined;
  const greatest = isRawObject(range) ? range["greatest"] : undefined;
  if (typeof least !== "number" || typeof greatest !== "number" || least > greatest)
    return [`${name} has no range`];
  return given
    .filter((value) => value !== "none")
    .filter((value) => {
      const amount = amountOf(value, kind, textAt(parameter, "unit"));
      return amount === undefined || amount < least || amount > greatest;
    })
    .map((value) => `${name}: ${String(value)} is outside its range or of another kind`);
}
