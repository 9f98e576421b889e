import type { Fact } from "../fact.ts";
import { known, unknownFor } from "../fact.ts";
import { termEnd } from "../term.ts";

/** `yes` when the contract has a recorded end, `no` when it runs until further notice. */
export const fixedTerm: Fact = {
  name: "fixed-term",
  level: "contract",
  kind: "answer",
  needs: ["term.end", "term.open-ended"],
  compute: ({ contract, read }) => {
    read("term.end");
    read("term.open-ended");
    const end = termEnd(contract?.raw ?? {});
    if (end.state === "open-ended") return known("no");
    return end.state === "ends" ? known("yes") : unknownFor("term.end");
  },
};
