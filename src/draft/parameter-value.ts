import type { ClauseParameter } from "../model/clause.ts";
import type { Raw } from "../model/values.ts";
import { parsePeriod, parseShare, parseSpan, rawText } from "../model/values.ts";

/** A value in the unit in which its sentence counts; text for names; yes or no for a choice. */
export type Amount = number | string | boolean;

export type ParameterReading =
  | { readonly ok: true; readonly value: Amount }
  | { readonly ok: false; readonly because: "unreadable" | "out-of-range" };

const HOURS_PER: Readonly<Record<string, number>> = {
  minutes: 1 / 60,
  hours: 1,
  days: 24,
  weeks: 168,
};
const BARE_NUMBER = /^\d+(?:[.,]\d+)?$/u;
const DECIMALS = 100;

/**
 * Reads a value for a parameter and turns it into the unit of the sentence. A number typed without
 * a unit counts in that unit; in a register it must carry one. A value that the unit cannot say
 * with two decimals (`1 h` in days) is unreadable, and so is a month where days are counted.
 */
export function readParameterValue(
  parameter: ClauseParameter,
  raw: Raw,
  written: "typed" | "recorded",
): ParameterReading {
  const value = written === "typed" ? readTyped(parameter, raw) : readRecorded(parameter, raw);
  if (value === undefined) return { ok: false, because: "unreadable" };
  if (typeof value !== "number") return { ok: true, value };
  const exact = Math.round(value * DECIMALS) / DECIMALS;
  if (Math.abs(exact - value) > 1e-9) return { ok: false, because: "unreadable" };
  const { range } = parameter;
  if (range !== undefined && (exact < range.least || exact > range.greatest)) {
    return { ok: false, because: "out-of-range" };
  }
  return { ok: true, value: exact };
}

function readTyped(parameter: ClauseParameter, raw: Raw): Amount | undefined {
  const text = rawText(raw).trim();
  const counts = !["text", "annex", "reference", "choice"].includes(parameter.kind);
  if (counts && BARE_NUMBER.test(text)) return Number(text.replace(",", "."));
  return readRecorded(parameter, text);
}

function readRecorded(parameter: ClauseParameter, raw: Raw): Amount | undefined {
  switch (parameter.kind) {
    case "span":
    case "period":
      return typeof raw === "string" ? readLength(raw, parameter.unit) : undefined;
    case "share": {
      const share = parseShare(raw);
      // Times a hundred leaves noise in the last binary places.
      return share === undefined ? undefined : Number((share * 100).toFixed(6));
    }
    case "money":
    case "number":
      return typeof raw === "number" && Number.isFinite(raw) ? raw : undefined;
    case "choice":
      return raw === true || raw === "yes"
        ? true
        : raw === false || raw === "no"
          ? false
          : undefined;
    case "text":
    case "annex":
    case "reference":
      return readName(raw);
  }
}

function readName(raw: Raw): string | undefined {
  if (typeof raw === "number") return String(raw);
  return typeof raw === "string" && raw.trim() !== "" ? raw.trim() : undefined;
}

function readLength(text: string, unit: ClauseParameter["unit"]): number | undefined {
  const period = parsePeriod(text);
  if (unit === "months")
    return period !== undefined && "months" in period ? period.months : undefined;
  const hours = parseSpan(text);
  const perUnit = HOURS_PER[unit ?? "hours"];
  return hours === undefined || perUnit === undefined ? undefined : hours / perUnit;
}
