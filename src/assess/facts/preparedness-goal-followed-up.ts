import type { Day, RawObject } from "../../model/values.ts";
import { isRawList, isRawObject, monthsBetween, parseDay, rawText } from "../../model/values.ts";
import type { Fact } from "../fact.ts";
import { known, unknownFor } from "../fact.ts";
import { GOALS_PATH, goalPath, indicatorsOf, preparednessGoals } from "../preparedness-goals.ts";

/** An actual value older than this is no follow-up, in full months. */
const LONGEST_MONTHS = 12;

/** `yes` when every goal tagged `preparedness` has an actual value that is at most 12 full months old. */
export const preparednessGoalFollowedUp: Fact = {
  name: "preparedness-goal-followed-up",
  level: "organisation",
  kind: "answer",
  needs: [],
  compute: ({ register, asOf }) => {
    const goals = preparednessGoals(register);
    if (goals === undefined) return unknownFor(GOALS_PATH);
    if (goals.length === 0) return { state: "not-applicable", because: "" };
    const followed = goals.map((goal) => followUpOf(goal, asOf));
    if (followed.some(({ state }) => state === "no")) return known("no");
    const blanks = followed.flatMap((each) => each.blanks);
    return blanks.length === 0 ? known("yes") : unknownFor(...blanks);
  },
};

interface FollowUp {
  readonly state: "yes" | "no" | "unknown";
  readonly blanks: readonly string[];
}

/** One of a goal's indicators measured in time is enough. */
function followUpOf(goal: RawObject, asOf: Day): FollowUp {
  const indicators = indicatorsOf(goal);
  if (indicators === undefined)
    return { state: "unknown", blanks: [`${goalPath(goal)}.indicators`] };
  const blanks: string[] = [];
  for (const indicator of indicators) {
    const state = measuredInTime(indicator, asOf);
    if (state === "yes") return { state, blanks: [] };
    if (state === "unknown")
      blanks.push(`${goalPath(goal)}.indicators.${rawText(indicator["id"])}.actuals`);
  }
  return blanks.length === 0 ? { state: "no", blanks } : { state: "unknown", blanks };
}

function measuredInTime({ actuals }: RawObject, asOf: Day): FollowUp["state"] {
  if (actuals === "none") return "no";
  if (!isRawList(actuals)) return "unknown";
  let isOpen = false;
  let isOld = false;
  for (const actual of actuals.filter(isRawObject)) {
    const { on, value } = actual;
    if (value === "none") continue;
    const day = typeof on === "string" ? parseDay(on) : undefined;
    // What was measured after the day of assessment was not known on it.
    if (day !== undefined && day > asOf) continue;
    if (day !== undefined && monthsBetween(day, asOf) > LONGEST_MONTHS) isOld = true;
    else if (day === undefined || value === undefined || value === null || value === "unknown")
      isOpen = true;
    else return "yes";
  }
  const nothingYet =
    !isOld && !actuals.some((each) => isRawObject(each) && each["value"] === "none");
  return isOpen || nothingYet ? "unknown" : "no";
}
