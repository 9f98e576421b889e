/** What the check of a Finnish business id found; `expected` is the right check digit, undefined when no digit can be right or the form is wrong. */
export type BusinessIdCheck =
  { readonly ok: true } | { readonly ok: false; readonly expected: string | undefined };

const STRICT = /^(\d{7})-(\d)$/u;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2] as const;
const MODULUS = 11;

/**
 * Checks a Finnish business id (Y-tunnus, FO-nummer) of the form `1234567-8`. The seven digits are
 * weighed by 7, 9, 10, 5, 8, 4 and 2; of the sum the remainder by 11 decides the last digit: 0 gives
 * 0, 1 is never issued, any other gives 11 less the remainder.
 */
export function checkBusinessId(text: string): BusinessIdCheck {
  const parts = STRICT.exec(text);
  if (parts === null) return { ok: false, expected: undefined };
  const [, digits = "", given = ""] = parts;
  const expected = checkDigitOf(digits);
  return expected === given ? { ok: true } : { ok: false, expected };
}

function checkDigitOf(digits: string): string | undefined {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const remainder = sum % MODULUS;
  if (remainder === 1) return undefined;
  return remainder === 0 ? "0" : String(MODULUS - remainder);
}

const LOOSE = /^(?:(?:FI|Y)[\s:-]*)?(\d{6,7})[\s-]*(\d)$/iu;
const SEPARATED = /\d[\s-]+\d$/u;

/**
 * A Finnish business id as people write it (`1234567-8`, `12345678`, `FI12345678`, `FI 1234567-8`,
 * `Y-1234567-8`, the older `123456-7`) in the strict form `1234567-8`, or undefined when the text has
 * another shape. The check digit is not looked at.
 */
export function normaliseBusinessId(text: string): string | undefined {
  const trimmed = text.trim().replace(/[‐-―−]/gu, "-");
  const parts = LOOSE.exec(trimmed);
  if (parts === null) return undefined;
  const [, digits = "", check = ""] = parts;
  if (digits.length === 6 && !SEPARATED.test(trimmed)) return undefined;
  return `${digits.padStart(7, "0")}-${check}`;
}
