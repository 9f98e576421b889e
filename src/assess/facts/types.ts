import type { Fact } from "../fact.ts";
import { known, unknownFor } from "../fact.ts";

/** The contract's type and the types it is also of. */
export const types: Fact = {
  name: "types",
  level: "contract",
  kind: "list",
  needs: ["type", "also"],
  compute: ({ contract, read }) => {
    const type = read("type");
    const also = read("also");
    if (contract === undefined || type.state !== "known") return unknownFor("type");
    return known([contract.type ?? "", ...(also.state === "known" ? contract.also : [])]);
  },
};
