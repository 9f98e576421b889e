import { concentrationOf, shareBounds } from "../concentration.ts";
import type { Fact } from "../fact.ts";
import { between, unknownFor } from "../fact.ts";

/** The index of one supplier alone: the square of one hundred per cent. */
const GREATEST = 10_000;

/**
 * Herfindahl-Hirschman index of the critical contracts: the sum of the squared percentages of the
 * supplier groups, from near 0 to 10 000. Its bounds are outer ones where something is not known.
 */
export const hhiCritical: Fact = {
  name: "hhi-critical",
  level: "portfolio",
  kind: "number",
  needs: [],
  compute: (context) => {
    const { groups, blanks, complete } = concentrationOf(context);
    const shares = shareBounds(groups);
    if (!complete || shares.length === 0) return unknownFor(...blanks);
    const index = (end: "low" | "high"): number =>
      Math.min(
        GREATEST,
        shares.reduce((sum, share) => sum + (100 * share[end]) ** 2, 0),
      );
    return between(index("low"), index("high"), blanks);
  },
};
