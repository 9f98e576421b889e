import type { CriticalityClass } from "../model/classes.ts";
import type { Condition } from "../model/condition.ts";
import type { Profile } from "../model/profile.ts";
import type { Day } from "../model/values.ts";
import { evaluate } from "./evaluate.ts";

/**
 * True when a condition is decided at a class although nothing at all is known: then no register can
 * change it. So it is when all that it asks is a scale that asks nothing there.
 */
export function isFixed(
  condition: Condition,
  criticality: CriticalityClass,
  profile: Profile,
  asOf: Day,
): boolean {
  const { truth } = evaluate(condition, {
    asOf,
    observe: (field) => ({ kind: "text", places: [], state: "unknown", blanks: [field] }),
    scale: (name) => profile.scales[name]?.[criticality],
  });
  return truth === "true" || truth === "false";
}
