import { readCompanyNumber } from "./business-id.ts";
import type { CompanyNumber } from "./business-id.ts";
import { countryOf } from "./country-code.ts";
import { derived, isUnpublished, missing, refused, taken, valueOf } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** Reads a country's code into ISO 3166-1 alpha-2. */
export function readCountry(text: string | undefined, from: string): Reading<string> {
  if (text === undefined) return missing();
  if (isUnpublished(text)) return missing("withheld");
  const country = countryOf(text);
  if (country === undefined) return refused("unknown-country", from, text);
  return country === text ? taken(country, from) : derived(country, from, "code-translated");
}

/** Reads a company's number; the country decides which kind it is. */
export function readNumber(
  text: string | undefined,
  country: Reading<string>,
  from: string,
): Reading<CompanyNumber> {
  if (text === undefined) return missing();
  const reading = readCompanyNumber(text, valueOf(country));
  if (reading.ok) {
    return reading.changed
      ? derived(reading.company, from, "number-normalised")
      : taken(reading.company, from);
  }
  const { because } = reading;
  if (because === "withheld" || because === "not-said") return missing(because);
  return refused(because, from, because === "personal-identity-code" ? "" : text);
}
