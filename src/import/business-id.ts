import { checkBusinessId, normaliseBusinessId } from "../model/business-id.ts";
import { looksPersonal } from "./personal-code.ts";
import { isUnpublished } from "./reading.ts";
import type { RefusalReason } from "./reading.ts";

/** A company's number: a Finnish business id in its strict form, or one of another country. */
export interface CompanyNumber {
  readonly kind: "business-id" | "foreign-id";
  readonly number: string;
}

/** What a notice's text for a company's number turned out to be; `changed` when it was normalised. */
export type CompanyNumberReading =
  | { readonly ok: true; readonly company: CompanyNumber; readonly changed: boolean }
  | { readonly ok: false; readonly because: RefusalReason | "withheld" | "not-said" };

const STARTS_AS_FINNISH = /^(?:FI|Y)[\s:-]*\d/iu;
const LONGEST_FOREIGN = 40;
const FEWEST_DIGITS = 3;

/**
 * Reads a company's number as a notice gives it. `country` is ISO 3166-1 alpha-2, undefined when the
 * notice does not say. A Finnish number whose check digit is wrong is refused, never kept as foreign.
 */
export function readCompanyNumber(text: string, country: string | undefined): CompanyNumberReading {
  const written = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  if (written === "") return { ok: false, because: "not-said" };
  if (isUnpublished(written)) return { ok: false, because: "withheld" };
  if (looksPersonal(written, country)) return { ok: false, because: "personal-identity-code" };
  const finnish = normaliseBusinessId(written);
  if (country === "FI" || STARTS_AS_FINNISH.test(written)) return readFinnish(finnish, text);
  if (country !== undefined) return readForeign(written, text);
  if (finnish !== undefined && checkBusinessId(finnish).ok) return readFinnish(finnish, text);
  return { ok: false, because: "number-without-country" };
}

function readFinnish(number: string | undefined, text: string): CompanyNumberReading {
  if (number === undefined) return { ok: false, because: "not-a-business-id" };
  const check = checkBusinessId(number);
  if (check.ok) {
    return { ok: true, company: { kind: "business-id", number }, changed: number !== text };
  }
  const impossible = check.expected === undefined;
  return { ok: false, because: impossible ? "business-id-impossible" : "business-id-check-digit" };
}

function readForeign(number: string, text: string): CompanyNumberReading {
  const digits = number.replace(/\D/gu, "").length;
  if (digits < FEWEST_DIGITS || number.length > LONGEST_FOREIGN) {
    return { ok: false, because: "not-a-company-number" };
  }
  return { ok: true, company: { kind: "foreign-id", number }, changed: number !== text };
}

/** What two spellings of one company's number have in common: letters and digits, in upper case. */
export function compactNumber(number: string): string {
  return number.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
}
