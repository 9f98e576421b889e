import { attributeOf, firstAt, textAt, textOf } from "./element.ts";
import type { Element } from "./element.ts";
import { isWithheld } from "./eforms-source.ts";
import type { ContractParts, EformsShared, EformsSource } from "./eforms-source.ts";
import type { Amount } from "./notice.ts";
import { derived, missing, refused, taken, valueOf } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { readAmount } from "./values.ts";

const FROM = "efac:LotTender/cac:LegalMonetaryTotal/cbc:PayableAmount";

/**
 * Reads the value of a contract: that of its winning tenders; where they state none, the contract's
 * own in Hilma's national extension. A notice that withholds its total withholds each part of it.
 */
export function readTotal(
  parts: ContractParts,
  source: EformsSource,
  shared: EformsShared,
): Reading<Amount> {
  const ofTenders = isWithheld(source.result, "not-val")
    ? missing<Amount>("withheld")
    : sumOf(parts, shared);
  if (ofTenders.outcome !== "missing" || ofTenders.because !== "not-said") return ofTenders;
  const national = firstAt(source.national.get(parts.key), "hilma:ContractValueAmount");
  const own = readAmount(
    textOf(national),
    attributeOf(national, "currencyID"),
    "hilma:SettledContract/hilma:ContractValueAmount",
  );
  return own.outcome === "taken" ? derived(own.value, own.from, "national-value") : own;
}

function sumOf(parts: ContractParts, shared: EformsShared): Reading<Amount> {
  const { tenders, allTenders } = parts;
  const amounts = tenders.map(readTenderValue);
  if (amounts.some((amount) => amount.outcome === "missing" && amount.because === "withheld")) {
    return missing("withheld");
  }
  const values = amounts.map(valueOf).filter((amount) => amount !== undefined);
  const [first, second] = values;
  if (first === undefined) return amounts[0] ?? missing();
  if (!allTenders) return refused("reference-unknown", FROM);
  if (tenders.some((tender) => shared.sharedTenders.has(textAt(tender, "cbc:ID") ?? ""))) {
    return refused("tender-of-several-contracts", FROM);
  }
  if (values.length < tenders.length) return refused("part-without-value", FROM);
  if (second === undefined) return taken(first, FROM);
  if (values.some((value) => value.currency !== first.currency)) {
    return refused("several-currencies", FROM);
  }
  const sum = { amount: sumInHundredths(values), currency: first.currency };
  return derived(sum, FROM, "sum-of-tenders");
}

/** Adds in hundredths, so that no binary fraction shows. */
function sumInHundredths(values: readonly Amount[]): number {
  return values.reduce((sum, value) => sum + Math.round(value.amount * 100), 0) / 100;
}

function readTenderValue(tender: Element): Reading<Amount> {
  const total = firstAt(tender, "cac:LegalMonetaryTotal");
  const marked = isWithheld(tender, "win-ten-val", "ten-val") || isWithheld(total);
  if (marked) return missing("withheld");
  const payable = firstAt(total, "cbc:PayableAmount");
  return readAmount(textOf(payable), attributeOf(payable, "currencyID"), FROM);
}
