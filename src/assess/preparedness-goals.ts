import type { Register } from "../model/register.ts";
import type { RawObject } from "../model/values.ts";
import { isRawList, isRawObject, rawText } from "../model/values.ts";

/** The word by which the strategy says that a goal is about preparedness. */
const TAG = "preparedness";

/** Where a blank strategy is named among the blanks. */
export const GOALS_PATH = "strategy.goals";

/**
 * The goals of the strategy that are tagged as being about preparedness; undefined where no strategy
 * lies beside the register or nobody has said which goals it has.
 */
export function preparednessGoals({
  strategy,
}: Pick<Register, "strategy">): readonly RawObject[] | undefined {
  const goals = strategy?.raw["goals"];
  if (goals === "none") return [];
  if (!isRawList(goals)) return undefined;
  return goals.filter(isRawObject).filter(({ tags }) => isRawList(tags) && tags.includes(TAG));
}

/** The path of a goal among the blanks. */
export function goalPath(goal: RawObject): string {
  return `${GOALS_PATH}.${rawText(goal["id"])}`;
}

/** The indicators of a goal; undefined where nobody has said. */
export function indicatorsOf({ indicators }: RawObject): readonly RawObject[] | undefined {
  return isRawList(indicators) ? indicators.filter(isRawObject) : undefined;
}
