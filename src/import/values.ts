import { addDays, addMonths, parseDay } from "../model/values.ts";
import type { Day } from "../model/values.ts";
import type { Amount, NoticeEnd } from "./notice.ts";
import { derived, isUnpublished, missing, refused, taken, valueOf } from "./reading.ts";
import type { Reading, RefusalReason } from "./reading.ts";

/** Reads a code of a notice as the register's word for it. */
export function translate<T extends string>(
  words: Readonly<Record<string, T>>,
  code: string | undefined,
  from: string,
): Reading<T> {
  if (code === undefined) return missing();
  if (isUnpublished(code)) return missing("withheld");
  const word = Object.hasOwn(words, code) ? words[code] : undefined;
  if (word === undefined) return refused("unknown-code", from, code);
  return word === code ? taken(word, from) : derived(word, from, "code-translated");
}

const DECIMAL = /^\d{1,15}(?:\.\d{1,6})?$/u;
const CURRENCY = /^[A-Z]{3}$/u;

/** Reads a sum: zero is a blank that somebody had to fill, so it is refused. */
export function readAmount(
  text: string | undefined,
  currency: string | undefined,
  from: string,
): Reading<Amount> {
  if (text === undefined) return missing();
  if (isUnpublished(text)) return missing("withheld");
  if (!DECIMAL.test(text)) return refused("not-a-number", from, text);
  const amount = Number(text);
  if (amount === 0) return refused("zero", from, text);
  if (currency === undefined || !CURRENCY.test(currency)) {
    return refused("currency-missing", from, text);
  }
  return taken({ amount, currency }, from);
}

const COUNT = /^\d{1,6}$/u;

/** Reads the number of tenders; nobody concludes a contract on none, so zero is refused. */
export function readCount(text: string | undefined, from: string): Reading<number> {
  if (text === undefined) return missing();
  if (isUnpublished(text)) return missing("withheld");
  if (!COUNT.test(text)) return refused("not-a-number", from, text);
  const count = Number(text);
  return count === 0 ? refused("zero", from, text) : taken(count, from);
}

const DATED = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/u;
const EARLIEST = "1950-01-01";
const LATEST = "2199-12-31";

/** Reads a day, with or without the offset from Greenwich that eForms adds; the day is the local one. */
export function readDay(text: string | undefined, from: string): Reading<Day> {
  if (text === undefined) return missing();
  if (isUnpublished(text)) return missing("withheld");
  const written = DATED.exec(text)?.[1];
  const day = written === undefined ? undefined : parseDay(written);
  if (day === undefined || day < EARLIEST || day > LATEST) return refused("not-a-date", from, text);
  return day === text ? taken(day, from) : derived(day, from, "date-without-offset");
}

const CPV = /^\d{8}(?:-\d)?$/u;

/** Reads CPV codes: each once, the main one first. */
export function readCpv(codes: readonly string[], from: string): Reading<readonly string[]> {
  if (codes.length === 0) return missing();
  const wrong = codes.find((code) => !CPV.test(code));
  if (wrong !== undefined) return refused("not-a-cpv-code", from, wrong);
  return taken([...new Set(codes)], from);
}

/** A length as a notice writes it; the unit is that of eForms or of TED. */
export interface Duration {
  readonly amount: string | undefined;
  readonly unit: string | undefined;
}

const MONTHS: Readonly<Record<string, number>> = { MONTH: 1, YEAR: 12 };
const DAYS: Readonly<Record<string, number>> = { DAY: 1, WEEK: 7 };
const LENGTH = /^\d{1,4}$/u;

/** The last day of a contract that starts on a known day and runs for a stated length. */
export function endAfter(
  start: Reading<Day>,
  duration: Duration,
  from: string,
): Reading<NoticeEnd> {
  const first = valueOf(start);
  const { amount = "", unit = "" } = duration;
  if (amount === "") return missing();
  if (isUnpublished(amount)) return missing("withheld");
  if (first === undefined) return refused("length-without-start", from, `${amount} ${unit}`);
  if (!LENGTH.test(amount) || Number(amount) === 0) return refused("not-a-number", from, amount);
  const months = MONTHS[unit];
  const days = DAYS[unit];
  if (months !== undefined) {
    const next = addMonths(first, Number(amount) * months);
    return derived(addDays(next, -1), from, "start-plus-duration");
  }
  if (days === undefined) return refused("unknown-code", from, `${amount} ${unit}`);
  return derived(addDays(first, Number(amount) * days - 1), from, "start-plus-duration");
}

/** Refuses an end that lies before the start. */
export function notBefore(start: Reading<Day>, end: Reading<NoticeEnd>): Reading<NoticeEnd> {
  const first = valueOf(start);
  const last = valueOf(end);
  if (first === undefined || last === undefined || last === "open-ended" || last >= first)
    return end;
  return refused("end-before-start", "from" in end ? end.from : "", last);
}

/**
 * One reading out of those of several lots: the same value everywhere, or refused. A lot that says
 * nothing leaves the whole unsaid.
 */
export function agreeing<T>(
  readings: readonly Reading<T>[],
  because: RefusalReason = "lots-differ",
): Reading<T> {
  const [first, ...others] = readings;
  if (first === undefined) return missing();
  const unsaid = readings.find((reading) => !("value" in reading));
  if (unsaid !== undefined) return unsaid;
  const said = JSON.stringify(valueOf(first));
  const same = others.every((other) => JSON.stringify(valueOf(other)) === said);
  return same ? first : refused(because, "from" in first ? first.from : "");
}
