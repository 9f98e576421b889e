import currencies from "currency-codes";
import countries from "i18n-iso-countries/index.js";

let countryCodes: ReadonlySet<string> | undefined;
let currencyCodes: ReadonlySet<string> | undefined;

/** Every country code of ISO 3166-1 alpha-2, and XK, which is in wide use for Kosovo. */
export function knownCountries(): ReadonlySet<string> {
  countryCodes ??= new Set([...Object.keys(countries.getAlpha2Codes()), "XK"]);
  return countryCodes;
}

/** Every currency code of ISO 4217. */
export function knownCurrencies(): ReadonlySet<string> {
  currencyCodes ??= new Set(currencies.codes());
  return currencyCodes;
}
