import type { Day } from "../model/values.ts";
import { attributeOf, firstAt, textAt, textOf } from "./element.ts";
import type { Element } from "./element.ts";
import type { NoticeEnd } from "./notice.ts";
import { missing, refused } from "./reading.ts";
import type { Reading } from "./reading.ts";
import type { TedSource } from "./ted-source.ts";
import { agreeing, endAfter, notBefore, readDay } from "./values.ts";

/** Reads the first and last day on which the lots agree; F20 states its own. */
export function readTerm(
  lots: readonly Element[],
  source: TedSource,
): { readonly start: Reading<Day>; readonly end: Reading<NoticeEnd> } {
  const ownTerm = ["DATE_START", "DATE_END", "DURATION"].some(
    (name) => firstAt(source.modified, name) !== undefined,
  );
  const holders = ownTerm && source.modified !== undefined ? [source.modified] : lots;
  const starts = holders.map((holder) =>
    readDay(textAt(holder, "DATE_START"), `${holder.name}/DATE_START`),
  );
  const ends = holders.map((holder, index) => readEnd(holder, starts[index] ?? missing()));
  return { start: agreeing(starts), end: agreeing(ends) };
}

function readEnd(holder: Element, start: Reading<Day>): Reading<NoticeEnd> {
  const written = textAt(holder, "DATE_END");
  if (written !== undefined) return notBefore(start, readDay(written, `${holder.name}/DATE_END`));
  const measure = firstAt(holder, "DURATION");
  const duration = { amount: textOf(measure), unit: attributeOf(measure, "TYPE") };
  return endAfter(start, duration, `${holder.name}/DURATION`);
}

/** Options and renewals stand in words, which say no length and no day to decide by. */
export function readOptions(lots: readonly Element[]): Reading<never> {
  const [words] = lots
    .flatMap((lot) => ["RENEWAL_DESCR", "OPTIONS_DESCR"].map((name) => textAt(lot, name)))
    .filter((text) => text !== undefined);
  if (words === undefined) return missing();
  return refused("described-in-words", "OBJECT_DESCR/OPTIONS_DESCR", words);
}
