import type { Verdict } from "../model/criterion.ts";
import type { SupplierLink } from "../model/register.ts";
import type { Bounds } from "../model/values.ts";
import type { Item } from "./score.ts";

/** A criterion's item for each supplier of a contract, in the order of the links. */
export interface SupplierItem {
  readonly link: SupplierLink;
  readonly item: Item;
}

/**
 * One item for a supplier criterion of a contract. The worst supplier counts, unless a second source
 * is met: then each counts by its share, or equally where shares are not recorded. While nobody knows
 * whether there is a second source, both readings bound the credit.
 */
export function combineSuppliers(
  items: readonly SupplierItem[],
  secondSource: Verdict,
): Item | undefined {
  const required = items.filter(({ item }) => item.verdict !== "not-applicable");
  const first = required[0]?.item;
  if (first === undefined) return items[0]?.item;
  const worst = worstOf(required);
  const shared = sharedOf(required);
  const credit: Bounds =
    secondSource === "met"
      ? shared
      : secondSource === "unknown"
        ? { low: Math.min(worst.low, shared.low), high: Math.max(worst.high, shared.high) }
        : worst;
  return { ...first, verdict: verdictOf(required), credit };
}

function worstOf(items: readonly SupplierItem[]): Bounds {
  return {
    low: Math.min(...items.map(({ item }) => item.credit.low)),
    high: Math.min(...items.map(({ item }) => item.credit.high)),
  };
}

function sharedOf(items: readonly SupplierItem[]): Bounds {
  const recorded = items.every(({ link }) => link.share !== undefined);
  const weights = items.map(({ link }) => (recorded ? (link.share ?? 0) : 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (end: "low" | "high"): number =>
    items.reduce((sum, { item }, index) => sum + item.credit[end] * (weights[index] ?? 0), 0) /
    whole;
  return whole === 0 ? worstOf(items) : { low: mean("low"), high: mean("high") };
}

/** The gravest verdict among the suppliers. */
function verdictOf(items: readonly SupplierItem[]): Verdict {
  const verdicts = new Set(items.map(({ item }) => item.verdict));
  if (verdicts.has("not-met")) return "not-met";
  return verdicts.has("unknown") ? "unknown" : "met";
}
