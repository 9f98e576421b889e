import { monthsBetween } from "../../model/values.ts";
import type { Fact, FactContext, FactResult } from "../fact.ts";
import { between, unknownFor } from "../fact.ts";
import { termEnd } from "../term.ts";

/** Full months from the day of assessment to the end of the term, exercised options included. */
export const monthsToEnd: Fact = {
  name: "months-to-end",
  level: "contract",
  kind: "period",
  needs: ["term.end", "term.open-ended", "term.options"],
  compute: computeMonthsToEnd,
};

export function computeMonthsToEnd({ contract, read, asOf }: FactContext): FactResult {
  for (const path of ["term.end", "term.open-ended", "term.options"]) read(path);
  const end = termEnd(contract?.raw ?? {});
  if (end.state === "open-ended") return { state: "not-applicable", because: "" };
  if (end.state === "unknown") return unknownFor("term.end");
  return between(monthsBetween(asOf, end.earliest), monthsBetween(asOf, end.latest), end.blanks);
}
