import { concentrationOf, shareBounds } from "../concentration.ts";
import type { Fact } from "../fact.ts";
import { between, unknownFor } from "../fact.ts";

/** Share of the largest supplier group in the yearly value of the critical contracts. */
export const topSupplierShare: Fact = {
  name: "top-supplier-share",
  level: "portfolio",
  kind: "share",
  needs: [],
  compute: (context) => {
    const { groups, blanks, complete } = concentrationOf(context);
    const shares = shareBounds(groups);
    if (!complete || shares.length === 0) return unknownFor(...blanks);
    const low = Math.max(...shares.map((share) => share.low));
    return between(low, Math.max(low, ...shares.map((share) => share.high)), blanks);
  },
};
