import type { Fact } from "../fact.ts";
import { known, unknownFor, yesIn } from "../fact.ts";

/** Clauses that answer to the minimum terms of section 15 of act 612/2021. */
const MINIMUM_CLAUSES = [
  "continuity-plan",
  "flow-down",
  "exit-assistance",
  "duty-to-continue",
  "liquidated-damages",
  "termination",
] as const;

/** `complete` when every minimum term for bought social and health services is there and reasoned in the decision. */
export const soteSet: Fact = {
  name: "sote-set",
  level: "contract",
  kind: "word",
  needs: [...MINIMUM_CLAUSES.map((clause) => `clauses.${clause}`), "procurement.award-reasons-15"],
  compute: ({ read }) => {
    const blanks: string[] = [];
    let missing = false;
    for (const clause of MINIMUM_CLAUSES) {
      const reading = read(`clauses.${clause}`);
      if (reading.state === "known" && reading.value === "none") missing = true;
      // Whether a part, or the general terms, satisfy the law is for a lawyer to say.
      else if (reading.state !== "known" || reading.value !== "present") blanks.push(reading.path);
    }
    const reasoned = read("procurement.award-reasons-15");
    if (yesIn(reasoned) === undefined) blanks.push(reasoned.path);
    else if (yesIn(reasoned) === false) missing = true;
    if (missing) return known("incomplete");
    return blanks.length === 0 ? known("complete") : unknownFor(...blanks);
  },
};
