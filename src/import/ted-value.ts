import { firstAt, textAt } from "./element.ts";
import type { Element } from "./element.ts";
import type { Amount } from "./notice.ts";
import { bestOf, derived, missing, refused } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { isUnpublishedIn, readTedAmount } from "./ted-source.ts";
import type { TedSource } from "./ted-source.ts";

/** Sums stand in `VALUES` or right in the contract; a span from the lowest to the highest tender is no value. */
export function readTotal(awarded: Element | undefined, source: TedSource): Reading<Amount> {
  const after = firstAt(
    source.form,
    "MODIFICATIONS_CONTRACT",
    "INFO_MODIFICATIONS",
    "VALUES",
    "VAL_TOTAL_AFTER",
  );
  const changed = readTedAmount(after, "INFO_MODIFICATIONS/VALUES/VAL_TOTAL_AFTER");
  if (changed.outcome === "taken") {
    return derived(changed.value, changed.from, "value-after-modification");
  }
  return bestOf(
    readSum(source.modified, "DESCRIPTION_PROCUREMENT"),
    readSum(awarded, "AWARDED_CONTRACT"),
  );
}

function readSum(parent: Element | undefined, at: string): Reading<Amount> {
  const values = firstAt(parent, "VALUES");
  if (isUnpublishedIn(values)) return missing("withheld");
  const holder = values ?? parent;
  const total = firstAt(holder, "VAL_TOTAL");
  if (total !== undefined) return readTedAmount(total, `${at}/VALUES/VAL_TOTAL`);
  const range = firstAt(holder, "VAL_RANGE_TOTAL");
  if (range === undefined) return missing();
  if (isUnpublishedIn(range)) return missing("withheld");
  const said = [textAt(range, "LOW"), textAt(range, "HIGH")].join("–");
  return refused("range-only", `${at}/VALUES/VAL_RANGE_TOTAL`, said);
}

/** Reads the value estimated before the procedure. */
export function readEstimate(awarded: Element | undefined): Reading<Amount> {
  const values = firstAt(awarded, "VALUES");
  if (isUnpublishedIn(values)) return missing("withheld");
  const estimated = firstAt(values ?? awarded, "VAL_ESTIMATED_TOTAL");
  return readTedAmount(estimated, "AWARDED_CONTRACT/VALUES/VAL_ESTIMATED_TOTAL");
}

/** The standard forms ask for every value without value added tax. */
export function readExVat(total: Reading<Amount>, estimated: Reading<Amount>): Reading<"yes"> {
  const known = "value" in total ? total : "value" in estimated ? estimated : undefined;
  return known === undefined ? missing() : derived("yes", known.from, "form-excludes-vat");
}
