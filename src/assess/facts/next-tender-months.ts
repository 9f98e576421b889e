import { monthsBetween } from "../../model/values.ts";
import type { Fact } from "../fact.ts";
import { dayIn, known, unknownFor } from "../fact.ts";
import { computeMonthsToEnd } from "./months-to-end.ts";

/** Full months to the next tender: to its planned day, else to the end of the term. */
export const nextTenderMonths: Fact = {
  name: "next-tender-months",
  level: "contract",
  kind: "period",
  needs: ["procurement.next.planned", "term.end", "term.open-ended", "term.options"],
  compute: (context) => {
    const planned = dayIn(context.read("procurement.next.planned"));
    if (planned !== undefined) return known(monthsBetween(context.asOf, planned));
    const months = computeMonthsToEnd(context);
    return months.state === "not-applicable" ? unknownFor("procurement.next.planned") : months;
  },
};
