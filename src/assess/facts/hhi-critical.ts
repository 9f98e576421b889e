import { concentrationOf, sum } from "../concentration.ts";
import type { Fact } from "../fact.ts";
import { between, unknownFor } from "../fact.ts";

/**
 * Herfindahl-Hirschman index of the critical contracts: the sum of the squared percentages of the
 * supplier groups, from near 0 to 10 000.
 */
export const hhiCritical: Fact = {
  name: "hhi-critical",
  level: "portfolio",
  kind: "number",
  needs: [],
  compute: (context) => {
    const { groups, floating, blanks, complete } = concentrationOf(context);
    const total = sum(groups);
    if (!complete || total === 0) return unknownFor(...blanks);
    const index = (values: readonly number[]): number => sum(values.map((value) => ((100 * value) / total) ** 2));
    return between(index(groups), index(merged(groups, floating)), blanks);
  },
};

/** The most concentrated reading: every company of an unknown group belongs to the largest. */
function merged(groups: readonly number[], floating: readonly number[]): readonly number[] {
  const rest = [...groups.slice(1)];
  for (const value of floating) rest.splice(rest.indexOf(value), 1);
  return [(groups[0] ?? 0) + sum(floating), ...rest];
}
