import { criticalContracts } from "../critical-contracts.ts";
import type { Fact } from "../fact.ts";
import { between } from "../fact.ts";

/** Number of current contracts of class K3 and above. */
export const criticalContractsFact: Fact = {
  name: "critical-contracts",
  level: "portfolio",
  kind: "number",
  needs: [],
  compute: (context) => {
    const { certain, possible } = criticalContracts(context);
    const blanks = possible.map(({ id }) => `contracts.${id}.criticality`);
    return between(certain.length, certain.length + possible.length, blanks);
  },
};
