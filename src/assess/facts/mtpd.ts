import type { Fact, FactContext, FactResult } from "../fact.ts";
import { between, known, numberIn, unknownFor } from "../fact.ts";

/** Longest tolerable disruption in hours: the contract's own, else the shortest of the functions that need it. */
export const mtpd: Fact = {
  name: "mtpd",
  level: "contract",
  kind: "span",
  needs: ["criticality.mtpd"],
  compute: tolerableDisruption,
};

/** A function whose own time is blank may be the shortest of all: it bounds, it is not skipped. */
export function tolerableDisruption({ contract, index, read, readOf }: FactContext): FactResult {
  const own = numberIn(read("criticality.mtpd"));
  if (own !== undefined) return known(own);
  const readings = index
    .functionsOf(contract?.id ?? "")
    .map(({ function: each }) => numberIn(readOf(each, "function", "mtpd")));
  const shortest = Math.min(...readings.flatMap((hours) => hours ?? []));
  if (shortest === Number.POSITIVE_INFINITY) return unknownFor("criticality.mtpd");
  return readings.includes(undefined)
    ? between(0, shortest, ["criticality.mtpd"])
    : known(shortest);
}
