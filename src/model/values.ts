/** The languages the tool speaks; all three are equal, none is the default of another. */
export const LANGUAGES = ["sv", "fi", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A calendar day, `YYYY-MM-DD`, that exists. Days compare as strings. */
export type Day = string & { readonly brand: "day" };

/** Text that the organisation wrote: one string, or one for each of some languages. */
export type LocalText = string | Readonly<Partial<Record<Language, string>>>;

/** A value as it stands in a file, after YAML: no meaning attached yet. */
export type Raw = string | number | boolean | null | readonly Raw[] | RawObject;
export interface RawObject {
  readonly [key: string]: Raw | undefined;
}

export function isRawObject(value: Raw | undefined): value is RawObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isRawList(value: Raw | undefined): value is readonly Raw[] {
  return Array.isArray(value);
}

/** A word, number or answer as text; empty for nothing, for a list and for a block, which are no text. */
export function rawText(value: Raw | undefined): string {
  return typeof value === "object" || value === undefined ? "" : String(value);
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;
const MILLISECONDS_PER_DAY = 86_400_000;

/** The day written in `text`, or undefined when it is not `YYYY-MM-DD` or does not exist. */
export function parseDay(text: string): Day | undefined {
  const parts = DAY.exec(text);
  if (parts === null) return undefined;
  const [, year, month, date] = parts.map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) {
    return undefined;
  }
  return text as Day;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function partsOf(day: Day): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function dayOf(year: number, month: number, date: number): Day {
  const pad = (part: number, width: number): string => String(part).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}` as Day;
}

/** `day` moved by whole calendar months; a day that the month lacks becomes its last day. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = partsOf(day);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (index % 12) + 1;
  return dayOf(targetYear, targetMonth, Math.min(date, daysInMonth(targetYear, targetMonth)));
}

function dayNumber(day: Day): number {
  const [year, month, date] = partsOf(day);
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, date);
  return Math.round(moment.getTime() / MILLISECONDS_PER_DAY);
}

/** `day` moved by `days` days. */
export function addDays(day: Day, days: number): Day {
  const moment = new Date(dayNumber(day) * MILLISECONDS_PER_DAY + days * MILLISECONDS_PER_DAY);
  return dayOf(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * Full calendar months from `from` to `to`: the greatest n for which `from` plus n months is not
 * after `to`; negative when `to` is earlier. Every age in the tool is counted so.
 */
export function monthsBetween(from: Day, to: Day): number {
  const [fromYear, fromMonth] = partsOf(from);
  const [toYear, toMonth] = partsOf(to);
  const estimate = (toYear - fromYear) * 12 + (toMonth - fromMonth);
  return addMonths(from, estimate) > to ? estimate - 1 : estimate;
}

/** A closed interval of numbers; `low` is never above `high`. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export function exactly(value: number): Bounds {
  return { low: value, high: value };
}

const SPAN = /^(\d+(?:\.\d+)?) ?(min|h|hours?|d|days?|weeks?)$/u;
const HOURS: Readonly<Record<string, number>> = {
  min: 1 / 60,
  h: 1,
  hour: 1,
  hours: 1,
  d: 24,
  day: 24,
  days: 24,
  week: 168,
  weeks: 168,
};

/** An exact length of time (`4 h`, `3 d`, `2 weeks`) in hours, or undefined when it is none. */
export function parseSpan(text: string): number | undefined {
  const parts = SPAN.exec(text);
  if (parts === null) return undefined;
  const factor = HOURS[parts[2] ?? ""];
  return factor === undefined ? undefined : Number(parts[1]) * factor;
}

/** A calendar length: whole months, or whole days where a field counts days. */
export type Period = { readonly months: number } | { readonly days: number };

const PERIOD = /^(\d+) ?(months?|years?|d|days?)$/u;

/** A calendar length of time (`6 months`, `4 years`, `90 d`), or undefined when it is none. */
export function parsePeriod(text: string): Period | undefined {
  const parts = PERIOD.exec(text);
  if (parts === null) return undefined;
  const amount = Number(parts[1]);
  const unit = parts[2] ?? "";
  if (unit.startsWith("month")) return { months: amount };
  if (unit.startsWith("year")) return { months: amount * 12 };
  return { days: amount };
}

/** `day` plus `period`, counted as the calendar counts. */
export function addPeriod(day: Day, period: Period, times = 1): Day {
  return "months" in period
    ? addMonths(day, period.months * times)
    : addDays(day, period.days * times);
}

/** Mean length of a month in days, used only to compare a period in days with one in months. */
const DAYS_PER_MONTH = 365.2425 / 12;

/** The period in months; days are converted by the mean length of a month. */
export function periodInMonths(period: Period): number {
  return "months" in period ? period.months : period.days / DAYS_PER_MONTH;
}

const SHARE = /^(\d+(?:\.\d+)?) ?%$/u;

/** A share: a number, or a percentage written as text, as a number where 1 is the whole. */
export function parseShare(value: Raw | undefined): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  const parts = SHARE.exec(value);
  return parts === null ? undefined : Number(parts[1]) / 100;
}

/** Orders by code units: the same on every machine, whatever its locale. */
export function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
