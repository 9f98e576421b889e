import type { Contract } from "../../model/register.ts";
import type { Day } from "../../model/values.ts";
import { addMonths } from "../../model/values.ts";
import { criticalContracts } from "../critical-contracts.ts";
import type { Fact } from "../fact.ts";
import { between } from "../fact.ts";
import type { Standing } from "../greatest-share.ts";
import { greatestShare } from "../greatest-share.ts";
import type { TermEnd } from "../term.ts";
import { FAR_OFF, termEnd } from "../term.ts";

/** How far ahead ends are looked at, in months. */
const MONTHS_AHEAD = 24;

/**
 * Greatest share of the critical contracts that end in one calendar quarter, exercised options counted,
 * within 24 months of the day of assessment. A contract without an end counts in the whole only.
 */
export const quarterEndShare: Fact = {
  name: "quarter-end-share",
  level: "portfolio",
  kind: "share",
  needs: [],
  compute: (context) => {
    const { certain, possible } = criticalContracts(context);
    if (certain.length + possible.length === 0) return { state: "not-applicable", because: "" };
    const blanks: string[] = possible.map(({ id }) => `contracts.${id}.criticality`);
    const standingOf = ({ id, raw }: Contract): Standing => {
      const end = termEnd(raw);
      if (end.state === "unknown") blanks.push(`contracts.${id}.term.end`);
      if (end.state === "ends")
        blanks.push(...end.blanks.map((blank) => `contracts.${id}.${blank}`));
      return quartersOf(end, context.asOf);
    };
    const { low, high } = greatestShare(certain.map(standingOf), possible.map(standingOf));
    return between(low, high, blanks);
  },
};

const NOWHERE: ReadonlySet<string> = new Set();

function quartersOf(end: TermEnd, asOf: Day): Standing {
  if (end.state === "unknown") return { sure: NOWHERE, may: "anywhere" };
  if (end.state === "open-ended") return { sure: NOWHERE, may: NOWHERE };
  const limit = addMonths(asOf, MONTHS_AHEAD);
  const isNear = (day: Day): boolean => day >= asOf && day <= limit;
  const { earliest, latest, blanks } = end;
  // One option that may or may not be used leaves two ends; more leave any between.
  const ends =
    blanks.length > 1 || latest === FAR_OFF
      ? daysBetweenEnds(end, asOf, limit)
      : [earliest, latest];
  const quarters = new Set(ends.filter(isNear).map(quarterOf));
  const isSure = quarters.size === 1 && ends.every(isNear);
  return isSure ? { sure: quarters, may: NOWHERE } : { sure: NOWHERE, may: quarters };
}

/** The ends themselves, and a day in each quarter between them that is looked at. */
function daysBetweenEnds(
  { earliest, latest }: Extract<TermEnd, { readonly state: "ends" }>,
  asOf: Day,
  limit: Day,
): readonly Day[] {
  const days: Day[] = [earliest, latest];
  for (let months = 0; months <= MONTHS_AHEAD; months += 1) {
    const day = addMonths(asOf, months);
    if (day >= earliest && day <= latest && day <= limit) days.push(day);
  }
  return days;
}

function quarterOf(day: Day): string {
  return `${day.slice(0, 4)} Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
