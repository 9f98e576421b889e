import { monthsBetween } from "../../model/values.ts";
import type { Fact } from "../fact.ts";
import { between, dayIn } from "../fact.ts";
import { criticalContracts } from "../critical-contracts.ts";

/** Training older than this no longer counts, in full months. */
export const LONGEST_MONTHS = 24;

/** Share of the contracts of class K3 and above whose owner was trained in the last 24 months. */
export const trainedShare: Fact = {
  name: "trained-share",
  level: "organisation",
  kind: "share",
  needs: [],
  compute: (context) => {
    const { certain, possible } = criticalContracts(context);
    const all = [...certain, ...possible];
    if (all.length === 0) return { state: "not-applicable", because: "" };
    const blanks: string[] = [];
    let trained = 0;
    let open = 0;
    for (const contract of all) {
      const reading = context.readOf(contract, "contract", "owner.trained");
      const day = dayIn(reading);
      const counts = day !== undefined && monthsBetween(day, context.asOf) <= LONGEST_MONTHS;
      if (reading.state === "unknown") blanks.push(`contracts.${contract.id}.owner.trained`);
      // A contract that may not be critical may also drop out of the sum.
      if (reading.state === "unknown" || possible.includes(contract)) open += 1;
      else if (counts) trained += 1;
    }
    for (const contract of possible) blanks.push(`contracts.${contract.id}.criticality`);
    const settled = all.length - open;
    if (settled === 0) return between(0, 1, blanks);
    return between(trained / (settled + open), (trained + open) / (settled + open), blanks);
  },
};
