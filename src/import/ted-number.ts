const JOURNAL = /^(\d{4})\/S \d{1,3}-0*(\d{1,6})$/u;
const NUMBER = /^0*(\d{1,8})-(\d{4})$/u;
const WIDTH = 6;

/**
 * The number of a notice in TED as `580342-2021`, out of that form, the one with leading zeros or
 * the older `2021/S 220-580342`; undefined when the text is none of them.
 */
export function tedNumber(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const journal = JOURNAL.exec(text.trim());
  if (journal !== null) return `${(journal[2] ?? "").padStart(WIDTH, "0")}-${journal[1] ?? ""}`;
  const number = NUMBER.exec(text.trim());
  return number === null
    ? undefined
    : `${(number[1] ?? "").padStart(WIDTH, "0")}-${number[2] ?? ""}`;
}
