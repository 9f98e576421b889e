import type { Grade, Judgement, Preparedness, Score } from "../model/assessment.ts";
import type { CriticalityClass } from "../model/classes.ts";
import type { Criterion, Verdict } from "../model/criterion.ts";
import type { Profile } from "../model/profile.ts";
import type { Bounds } from "../model/values.ts";

/** One requirement in a score: a criterion with its credit, once, however many suppliers it looks at. */
export interface Item {
  readonly criterion: Criterion;
  readonly verdict: Verdict;
  readonly severity: Judgement["severity"];
  readonly weight: number;
  readonly credit: Bounds;
}

export function itemOf(criterion: Criterion, judgement: Judgement): Item {
  const { verdict, severity, weight, credit } = judgement;
  return { criterion, verdict, severity, weight, credit };
}

/** The share of the required weight that is met, with bounds; undefined when nothing is required. */
export function share(items: readonly Item[]): Bounds | undefined {
  const weight = total(items, ({ weight: each }) => each);
  if (weight === 0) return undefined;
  return {
    low: total(items, (item) => item.weight * item.credit.low) / weight,
    high: total(items, (item) => item.weight * item.credit.high) / weight,
  };
}

function total(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

function unknownShare(items: readonly Item[]): number {
  const weight = total(items, (item) => item.weight);
  const open = total(items, (item) => (item.verdict === "unknown" ? item.weight : 0));
  return weight === 0 ? 0 : open / weight;
}

/** The requirements of one subject at each class it may be of, lowest first. */
export type ItemsByClass = ReadonlyMap<CriticalityClass, readonly Item[]>;

/**
 * Preparedness over a class interval: the least low and the greatest high bound over its classes, the
 * unknown share at the highest, the lowest grade.
 */
export function preparednessOf(byClass: ItemsByClass, profile: Profile): Preparedness | undefined {
  const score = scoreOf(byClass, () => true);
  if (score === undefined) return undefined;
  const grades = [...byClass.values()].flatMap((items) => gradeOf(items, profile) ?? []);
  const groups = new Set([...byClass.values()].flat().map(({ criterion }) => criterion.group));
  return {
    ...score,
    grade: grades.reduce<Grade>((least, grade) => (grade < least ? grade : least), 4),
    gradeKnown: score.bounds.high - score.bounds.low <= profile.grades.widest,
    situations: {
      N: scoreOf(byClass, ({ criterion }) => criterion.situations.includes("N")),
      E: scoreOf(byClass, ({ criterion }) => criterion.situations.includes("E")),
    },
    groups: new Map(
      [...groups]
        .sort()
        .map((group) => [group, scoreOf(byClass, ({ criterion }) => criterion.group === group)]),
    ),
  };
}

function scoreOf(byClass: ItemsByClass, belongs: (item: Item) => boolean): Score | undefined {
  let bounds: Bounds | undefined;
  let open = 0;
  for (const items of byClass.values()) {
    const chosen = items.filter((item) => item.verdict !== "not-applicable" && belongs(item));
    const part = share(chosen);
    if (part === undefined) continue;
    bounds =
      bounds === undefined
        ? part
        : { low: Math.min(bounds.low, part.low), high: Math.max(bounds.high, part.high) };
    open = unknownShare(chosen);
  }
  return bounds === undefined ? undefined : { bounds, unknownShare: open };
}

/** The grade at one class: how much is shown to be met, capped by what is known to be missing. */
function gradeOf(items: readonly Item[], profile: Profile): Grade | undefined {
  const required = items.filter((item) => item.verdict !== "not-applicable");
  const bounds = share(required);
  if (bounds === undefined) return undefined;
  const missing = new Set(
    required.filter((item) => item.verdict === "not-met").map((item) => item.severity),
  );
  const { four, three, two } = profile.grades;
  if (bounds.low >= four && !missing.has("critical") && !missing.has("high")) return 4;
  if (bounds.low >= three && !missing.has("critical")) return 3;
  return bounds.low >= two ? 2 : 1;
}
