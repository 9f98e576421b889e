import currencies from "currency-codes";
import countries from "i18n-iso-countries/index.js";

let countryCodes: ReadonlySet<string> | undefined;
let currencyCodes: ReadonlySet<string> | undefined;

/** Every country code of ISO 3166-1 alpha-2, and XK, which is in wide use for Kosovo. */
export function knownCountries(): ReadonlySet<string> {
  countryCodes ??= new Set([...Object.keys(countries.getAlpha2Codes()), "XK"]);
  return countryCodes;
}

/** The two-letter code of a country's three-letter code, or undefined when it is none. */
export function twoLetterCountry(threeLetters: string): string | undefined {
  return countries.alpha3ToAlpha2(threeLetters);
}

/** Every currency code of ISO 4217. */
export function knownCurrencies(): ReadonlySet<string> {
  currencyCodes ??= new Set(currencies.codes());
  return currencyCodes;
}
