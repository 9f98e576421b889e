import type { Raw } from "../../model/values.ts";
import { parsePeriod, periodInMonths, rawText } from "../../model/values.ts";
import type { Fact, FactContext } from "../fact.ts";
import { between, known } from "../fact.ts";
import { computeMonthsToEnd } from "./months-to-end.ts";

/**
 * Months left when the time a new procurement takes is taken from the months to the end. The time is
 * the class's need, or the lead time of the planned procedure where that is longer.
 */
export const renewalSlack: Fact = {
  name: "renewal-slack",
  level: "contract",
  kind: "number",
  classed: true,
  needs: ["term.end", "term.open-ended", "term.options", "procurement.next.procedure"],
  compute: (context) => {
    const months = computeMonthsToEnd(context);
    const need = Math.max(classNeed(context), procedureNeed(context));
    if (months.state === "between")
      return between(months.low - need, months.high - need, months.blanks);
    if (months.state === "known") return known(Number(months.value) - need);
    return months;
  },
};

function classNeed({ profile, class: criticality }: FactContext): number {
  const scale = profile.scales["renewal-need"];
  return scale === undefined || criticality === undefined ? 0 : months(scale[criticality]);
}

function procedureNeed({ profile, read }: FactContext): number {
  const procedure = read("procurement.next.procedure");
  if (procedure.state !== "known") return 0;
  return months(profile.leadTimes[rawText(procedure.value)]);
}

function months(value: Raw | undefined): number {
  const period = typeof value === "string" ? parsePeriod(value) : undefined;
  return period === undefined ? 0 : periodInMonths(period);
}
