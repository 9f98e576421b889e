import type { Bounds, Day, Language, Period } from "../model/values.ts";
import { byCodeUnits } from "../model/values.ts";
import { writeShare, writeShares } from "./percentage.ts";

/** Writes values the way one language writes them. The only place in the tool that asks Intl. */
export interface Format {
  readonly language: Language;
  /** At most three decimals, thousands kept together. */
  readonly number: (value: number) => string;
  /** A share of 1 in whole per cent: never `0 %` for something, never `100 %` for less than all. */
  readonly share: (value: number) => string;
  /** Bounds of a share, rounded outward; one figure when both ends are equal. */
  readonly shares: (bounds: Bounds) => string;
  /** Bounds of a whole number; one figure when both ends are equal. */
  readonly counts: (bounds: Bounds) => string;
  readonly day: (day: Day) => string;
  /** An amount with its currency; cents only where there are any. */
  readonly money: (amount: number, currency: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** An exact length of time, given in hours. */
  readonly span: (hours: number) => string;
  /** A calendar length of time. */
  readonly period: (period: Period) => string;
  /** Orders names as this language does: `Å Ä Ö` last in sv and fi, beside `A` and `O` in en. */
  readonly compare: (left: string, right: string) => number;
}

/** The region decides details such as the order of day and month, and all three are read in Finland. */
const LOCALES: Readonly<Record<Language, string>> = { sv: "sv-FI", fi: "fi-FI", en: "en-GB" };

const HOURS_PER_DAY = 24;
/** Recovery times and notice times are spoken of in hours up to three days. */
const LONGEST_IN_HOURS = 72;
const MONTHS_PER_YEAR = 12;
const CURRENCY = /^[A-Z]{3}$/u;

/** The format of `language`, whatever the machine's own settings are. */
export function makeFormat(language: Language): Format {
  const locale = LOCALES[language];
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const listing = new Intl.ListFormat(locale, { type: "conjunction" });
  const collator = new Intl.Collator(locale, { numeric: true });
  const number = (value: number): string => settle(plain.format(value));
  const percent = language === "en" ? "%" : "\u{A0}%";
  const unit = unitWriter(locale);

  return {
    language,
    number,
    share: (value) => writeShare(value, number, percent),
    shares: (bounds) => writeShares(bounds, number, percent),
    counts: ({ low, high }) => (low === high ? number(low) : `${number(low)}–${number(high)}`),
    day: dayWriter(language, locale),
    money: (amount, currency) => writeMoney(locale, amount, currency, number),
    list: (items) => listing.format(items),
    span: (hours) => writeSpan(hours, unit),
    period: (period) => writePeriod(period, unit),
    compare: (left, right) => collator.compare(left, right) || byCodeUnits(left, right),
  };
}

/** Minus sign and thin spaces as one kind each, so that versions of Intl do not differ in bytes. */
function settle(text: string): string {
  return text.replace(/^-/u, "\u{2212}").replaceAll("\u{202F}", "\u{A0}");
}

type TimeUnit = "minute" | "hour" | "day" | "month" | "year";

function unitWriter(locale: string): (amount: number, unit: TimeUnit) => string {
  return (amount, unit) =>
    settle(
      new Intl.NumberFormat(locale, {
        style: "unit",
        unit,
        unitDisplay: "long",
        maximumFractionDigits: 2,
      }).format(amount),
    );
}

function dayWriter(language: Language, locale: string): (day: Day) => string {
  const months = new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "long" });
  return (day) => {
    const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)].map(Number);
    if (language !== "en") return `${String(date)}.${String(month)}.${String(year)}`;
    const moment = new Date(Date.UTC(2000, (month ?? 1) - 1, 15));
    return `${String(date)} ${months.format(moment)} ${String(year)}`;
  };
}

function writeMoney(
  locale: string,
  amount: number,
  currency: string,
  number: (value: number) => string,
): string {
  if (!CURRENCY.test(currency)) return `${number(amount)}\u{A0}${currency}`;
  // Several countries call their money "kr" and "$": only the euro's sign says which it is.
  const display = currency === "EUR" ? "symbol" : "code";
  const digits = Number.isInteger(amount) ? 0 : 2;
  return settle(
    new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      currencyDisplay: display,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(amount),
  );
}

function writeSpan(hours: number, unit: (amount: number, unit: TimeUnit) => string): string {
  if (hours > 0 && hours < 1) return unit(Math.round(hours * 60), "minute");
  if (hours > LONGEST_IN_HOURS && hours % HOURS_PER_DAY === 0) {
    return unit(hours / HOURS_PER_DAY, "day");
  }
  return unit(hours, "hour");
}

function writePeriod(period: Period, unit: (amount: number, unit: TimeUnit) => string): string {
  if ("days" in period) return unit(period.days, "day");
  const { months } = period;
  const wholeYears = months > MONTHS_PER_YEAR && months % MONTHS_PER_YEAR === 0;
  return wholeYears ? unit(months / MONTHS_PER_YEAR, "year") : unit(months, "month");
}
