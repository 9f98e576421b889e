import type { Profile } from "../model/profile.ts";
import type { Bounds } from "../model/values.ts";
import type { ItemsByClass } from "./score.ts";
import { share } from "./score.ts";

/**
 * Residual risk: impact x exposure x (1 - removable x preparedness). An ordinal index, not a
 * probability; never compared over organisations. The bounds are outer ones: the least impact with
 * the least exposure and the best preparedness, and the other way round, over the classes.
 */
export function residualOf(
  byClass: ItemsByClass,
  exposure: Bounds,
  profile: Profile,
): Bounds | undefined {
  let bounds: Bounds | undefined;
  for (const [criticality, items] of byClass) {
    const prepared = share(items.filter((item) => item.verdict !== "not-applicable"));
    if (prepared === undefined) continue;
    const impact = profile.impact[criticality];
    const low = impact * exposure.low * (1 - profile.removable * prepared.high);
    const high = impact * exposure.high * (1 - profile.removable * prepared.low);
    bounds =
      bounds === undefined
        ? { low, high }
        : { low: Math.min(bounds.low, low), high: Math.max(bounds.high, high) };
  }
  return bounds;
}
