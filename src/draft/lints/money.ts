import { diagnose } from "../../model/diagnostic.ts";
import type { Lint, ValueSet } from "./value-set.ts";
import {
  answerIn,
  contractOf,
  draftedIn,
  numberIn,
  placeOf,
  placeOfParameter,
  recordedAt,
} from "./value-set.ts";

/** A reserved stock needs a price of its own and a rule for its shelf life (D003). */
export const stockPriced: Lint = (set) => {
  const stock = draftedIn(set, "buffer-stock");
  const days = numberIn(set, "buffer-stock", "stock");
  if (stock === undefined || days === undefined || days <= 0) return [];
  const priced =
    stock.values.get("price-line")?.amount !== undefined ||
    answerIn(recordedAt(set, "sourcing", "preparedness-priced")) === "yes";
  const kept = stock.values.get("rotate-min-shelf")?.amount !== undefined;
  const missing = [
    ...(priced ? [] : ["sourcing.preparedness-priced"]),
    ...(kept ? [] : ["buffer-stock.rotate-min-shelf"]),
  ];
  if (missing.length === 0) return [];
  const params = { contract: contractOf(set), days, missing };
  return [diagnose("D003", params, placeOfParameter(set, "buffer-stock", "stock"))];
};

/** Per cent of the yearly value that all caps on liquidated damages may come to; our proposal. */
const GREATEST_CAPS = 30;
const CAP = /^ld-(?:[a-z-]+-)?cap$/u;

/** Caps on liquidated damages add up: above a share they are likely to be adjusted, and to scare bidders (D004). */
export const capsTogether: Lint = (set) => {
  const caps = capsOf(set);
  const sum = Number(caps.reduce((total, { percent }) => total + percent, 0).toFixed(6));
  if (sum <= GREATEST_CAPS) return [];
  const params = {
    contract: contractOf(set),
    sum,
    limit: GREATEST_CAPS,
    caps: caps.map(({ blank }) => blank),
  };
  return [diagnose("D004", params, placeOf(set))];
};

/** Every cap of the draft and of the clauses that the contract has; one in euros needs a yearly value. */
function capsOf(set: ValueSet): readonly { readonly blank: string; readonly percent: number }[] {
  const { perYear, currency } = set.contract.value;
  return [...set.library.values()].flatMap(({ id, parameters }) =>
    parameters.flatMap(({ name, unit }) => {
      const amount = CAP.test(name) ? numberIn(set, id, name) : undefined;
      if (amount === undefined) return [];
      const blank = `${id}.${name}`;
      if (unit === "percent") return [{ blank, percent: amount }];
      if (perYear === undefined || perYear <= 0 || currency !== "EUR") return [];
      return [{ blank, percent: (amount / perYear) * 100 }];
    }),
  );
}

/** An option belongs to the estimated value (27 §): without room for it there the option is worth nothing (D005). */
export const optionInValue: Lint = (set) => {
  const option = numberIn(set, "option-volumes", "option-up");
  if (draftedIn(set, "option-volumes") === undefined || option === undefined || option <= 0)
    return [];
  const estimated = recordedAt(set, "value", "estimated");
  const total = recordedAt(set, "value", "total");
  if (typeof estimated === "number") {
    if (typeof total !== "number" || estimated >= total * (1 + option / 100)) return [];
  }
  const params = { contract: contractOf(set), option };
  return [diagnose("D005", params, placeOf(set, "value", "estimated"))];
};
