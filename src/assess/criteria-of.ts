import type { Catalogue } from "../model/catalogue.ts";
import type { Criterion, Level } from "../model/criterion.ts";
import { LEVELS } from "../model/criterion.ts";

const BY_LEVEL = new WeakMap<Catalogue, ReadonlyMap<Level, readonly Criterion[]>>();

/** The criteria on a level, in the catalogue's order. */
export function criteriaOf(catalogue: Catalogue, level: Level): readonly Criterion[] {
  let byLevel = BY_LEVEL.get(catalogue);
  if (byLevel === undefined) {
    const all = [...catalogue.criteria.values()];
    byLevel = new Map(LEVELS.map((each) => [each, all.filter((one) => one.level === each)]));
    BY_LEVEL.set(catalogue, byLevel);
  }
  return byLevel.get(level) ?? [];
}
