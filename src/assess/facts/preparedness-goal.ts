import type { Raw, RawObject } from "../../model/values.ts";
import { isRawObject, rawText } from "../../model/values.ts";
import type { Fact } from "../fact.ts";
import { known, unknownFor } from "../fact.ts";
import { GOALS_PATH, goalPath, indicatorsOf, preparednessGoals } from "../preparedness-goals.ts";

/**
 * `yes` when a goal of the strategy that is tagged `preparedness` has an indicator with a value to start
 * from, a value to reach and a day to reach it; `no` when none has, and no part of one is left blank.
 */
export const preparednessGoal: Fact = {
  name: "preparedness-goal",
  level: "organisation",
  kind: "answer",
  needs: [],
  compute: ({ register }) => {
    const goals = preparednessGoals(register);
    if (goals === undefined) return unknownFor(GOALS_PATH);
    const blanks: string[] = [];
    for (const goal of goals) {
      const indicators = indicatorsOf(goal);
      if (indicators === undefined) blanks.push(`${goalPath(goal)}.indicators`);
      for (const indicator of indicators ?? []) {
        const missing = PARTS.map((part) => stateOf(indicator, part));
        if (missing.every((state) => state === "given")) return known("yes");
        // A part that is known to be missing decides: what else is blank does not matter.
        if (missing.includes("none")) continue;
        const at = `${goalPath(goal)}.indicators.${rawText(indicator["id"])}`;
        for (const part of PARTS)
          if (stateOf(indicator, part) === "blank") blanks.push(`${at}.${part.join(".")}`);
      }
    }
    return blanks.length === 0 ? known("no") : unknownFor(...blanks);
  },
};

type Part = readonly [block: string, key: string];

/** What makes an indicator measurable. */
const PARTS: readonly Part[] = [
  ["baseline", "value"],
  ["target", "value"],
  ["target", "by"],
];

function stateOf(indicator: RawObject, [block, key]: Part): "given" | "none" | "blank" {
  const holder: Raw | undefined = indicator[block];
  const value = isRawObject(holder) ? holder[key] : undefined;
  if (value === undefined || value === null || value === "unknown") return "blank";
  return value === "none" ? "none" : "given";
}
