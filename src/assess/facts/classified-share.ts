import { isDecided } from "../../model/classes.ts";
import type { Fact } from "../fact.ts";
import { known } from "../fact.ts";

/** Share of the contracts in force whose class is decided. */
export const classifiedShare: Fact = {
  name: "classified-share",
  level: "organisation",
  kind: "share",
  needs: [],
  compute: ({ index, classOf }) => {
    const contracts = index.inForce;
    if (contracts.length === 0) return { state: "not-applicable", because: "" };
    const decided = contracts.filter(({ id }) => {
      const interval = classOf(id);
      return interval !== undefined && isDecided(interval);
    });
    return known(decided.length / contracts.length);
  },
};
