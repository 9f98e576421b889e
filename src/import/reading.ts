/** How a value was made out of what a notice says, when it was not simply taken. */
export const RULES = [
  "id-from-reference",
  "id-from-notice",
  "code-translated",
  "number-normalised",
  "date-without-offset",
  "title-of-lot",
  "title-of-procedure",
  "contract-concluded",
  "contract-modified",
  "sum-of-tenders",
  "national-value",
  "value-after-modification",
  "start-plus-duration",
  "no-end-set",
  "not-small-or-medium",
  "form-excludes-vat",
  "several-buyers",
  "other-buyer",
  "form-for-special-services",
] as const;
/** The name of a rule by which a value was made. */
export type Rule = (typeof RULES)[number];

/** Why something that a notice says was not taken. */
export const REFUSALS = [
  "business-id-check-digit",
  "business-id-impossible",
  "not-a-business-id",
  "not-a-company-number",
  "number-without-country",
  "personal-identity-code",
  "unknown-country",
  "unknown-code",
  "not-a-number",
  "not-a-date",
  "not-a-cpv-code",
  "zero",
  "range-only",
  "currency-missing",
  "several-currencies",
  "part-without-value",
  "tender-of-several-contracts",
  "lots-differ",
  "several-kinds",
  "end-before-start",
  "length-without-start",
  "size-not-exact",
  "reference-unknown",
  "supplier-without-name",
  "no-winner-chosen",
  "described-in-words",
] as const;
/** The name of a reason for refusing. */
export type RefusalReason = (typeof REFUSALS)[number];

/** Why nothing stands in the register where a notice could have said something. */
export const ABSENCES = ["not-said", "withheld", "before-conclusion", "kind-not-said"] as const;
/** The name of a reason for saying nothing. */
export type Absence = (typeof ABSENCES)[number];

/** What became of one field: `from` is where in the notice, `said` what stands there (empty when it must not be repeated). */
export type Reading<T> =
  | { readonly outcome: "taken"; readonly value: T; readonly from: string }
  | { readonly outcome: "derived"; readonly value: T; readonly from: string; readonly rule: Rule }
  | { readonly outcome: "missing"; readonly because: Absence }
  | {
      readonly outcome: "refused";
      readonly because: RefusalReason;
      readonly from: string;
      readonly said: string;
    };

/** A value as the notice has it. */
export function taken<T>(value: T, from: string): Reading<T> {
  return { outcome: "taken", value, from };
}

/** A value made of what the notice says, by a rule. */
export function derived<T>(value: T, from: string, rule: Rule): Reading<T> {
  return { outcome: "derived", value, from, rule };
}

/** No value, because the notice gives none. */
export function missing<T>(because: Absence = "not-said"): Reading<T> {
  return { outcome: "missing", because };
}

/** No value, though the notice says something. */
export function refused<T>(because: RefusalReason, from: string, said = ""): Reading<T> {
  return { outcome: "refused", because, from, said };
}

/** The value of a reading, undefined when there is none. */
export function valueOf<T>(reading: Reading<T>): T | undefined {
  return "value" in reading ? reading.value : undefined;
}

/** The first reading with a value; failing that the first that gives a reason, failing that the first. */
export function bestOf<T>(first: Reading<T>, ...others: readonly Reading<T>[]): Reading<T> {
  const all = [first, ...others];
  return (
    all.find((reading) => "value" in reading) ??
    all.find((reading) => !("because" in reading && reading.because === "not-said")) ??
    first
  );
}

/** What the publisher puts in place of a field that is not published yet. */
const UNPUBLISHED = new Set(["unpublished", "-1", "1970-01-01", "1970-01-01Z"]);

/** True when a text stands only in the place of a field that is withheld. */
export function isUnpublished(text: string): boolean {
  return UNPUBLISHED.has(text.trim());
}
