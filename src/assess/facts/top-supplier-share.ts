import { concentrationOf, sum } from "../concentration.ts";
import type { Fact } from "../fact.ts";
import { between, unknownFor } from "../fact.ts";

/** Share of the largest supplier group in the yearly value of the critical contracts. */
export const topSupplierShare: Fact = {
  name: "top-supplier-share",
  level: "portfolio",
  kind: "share",
  needs: [],
  compute: (context) => {
    const { groups, floating, blanks, complete } = concentrationOf(context);
    const total = sum(groups);
    if (!complete || total === 0) return unknownFor(...blanks);
    const largest = groups[0] ?? 0;
    return between(largest / total, (largest + sum(floating)) / total, blanks);
  },
};
