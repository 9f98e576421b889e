const PERSONAL_CODE =
  /(?<![\dA-Z])(\d{2})(\d{2})(\d{2})[-+A-FU-Y](\d{3})([0-9A-FHJ-NPR-Y])(?![\dA-Z])/gu;
const CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

/**
 * True when the text holds a Finnish personal identity code: a date, a century sign, a number and the
 * check character that fits. A register holds roles, never persons.
 */
export function holdsPersonalCode(text: string): boolean {
  for (const [, day, month, year, number, check] of text.matchAll(PERSONAL_CODE)) {
    if (Number(day) < 1 || Number(day) > 31 || Number(month) < 1 || Number(month) > 12) continue;
    const remainder = Number(`${day}${month}${year}${number}`) % 31;
    if (CHECK_CHARACTERS[remainder] === check) return true;
  }
  return false;
}
