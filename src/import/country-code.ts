import { knownCountries, twoLetterCountry } from "../load/codes.ts";

/** Codes that notices use beside ISO 3166-1: Greece and the United Kingdom in TED, Kosovo in both. */
const NOTICE_CODES: ReadonlyMap<string, string> = new Map([
  ["EL", "GR"],
  ["UK", "GB"],
  ["1A", "XK"],
  ["1A0", "XK"],
  ["XKX", "XK"],
]);

/** The ISO 3166-1 alpha-2 code of a country as a notice codes it (two or three letters), or undefined when it is none. */
export function countryOf(code: string): string | undefined {
  const written = code.trim().toUpperCase();
  const special = NOTICE_CODES.get(written);
  if (special !== undefined) return special;
  if (/^[A-Z]{2}$/u.test(written)) return knownCountries().has(written) ? written : undefined;
  return /^[A-Z]{3}$/u.test(written) ? twoLetterCountry(written) : undefined;
}
