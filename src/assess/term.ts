import type { Day, Raw, RawObject } from "../model/values.ts";
import {
  addDays,
  addPeriod,
  isRawList,
  isRawObject,
  parseDay,
  parsePeriod,
} from "../model/values.ts";

/** When a contract ends, its exercised options counted; an option nobody has decided may go both ways. */
export type TermEnd =
  | {
      readonly state: "ends";
      readonly earliest: Day;
      readonly latest: Day;
      readonly blanks: readonly string[];
    }
  | { readonly state: "open-ended" }
  | { readonly state: "unknown" };

/** The latest end of a term that an option of unknown length may lengthen. */
export const FAR_OFF = "9999-12-31" as Day;

/** The end of a contract's term, as the register has it. */
export function termEnd(contract: RawObject): TermEnd {
  const term = contract["term"];
  if (!isRawObject(term)) return { state: "unknown" };
  if (term["open-ended"] === "yes" || term["open-ended"] === true) return { state: "open-ended" };
  const end = dayOf(term["end"]);
  if (end === undefined) return { state: "unknown" };
  let earliest = end;
  let latest = end;
  const blanks: string[] = [];
  for (const [index, option] of (isRawList(term["options"]) ? term["options"] : []).entries()) {
    if (!isRawObject(option)) continue;
    const exercised = option["exercised"];
    if (exercised === "no" || exercised === false) continue;
    const period =
      typeof option["extends"] === "string" ? parsePeriod(option["extends"]) : undefined;
    const decided = exercised === "yes" || exercised === true;
    if (!decided || period === undefined)
      blanks.push(`term.options.${index}.${decided ? "extends" : "exercised"}`);
    if (period === undefined) {
      latest = FAR_OFF;
      continue;
    }
    if (latest !== FAR_OFF) latest = addDays(addPeriod(addDays(latest, 1), period), -1);
    if (decided) earliest = addDays(addPeriod(addDays(earliest, 1), period), -1);
  }
  return { state: "ends", earliest, latest, blanks };
}

function dayOf(value: Raw | undefined): Day | undefined {
  return typeof value === "string" ? parseDay(value) : undefined;
}
