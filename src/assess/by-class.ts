import type { ContractAssessment } from "../model/assessment.ts";
import type { CriticalityClass } from "../model/classes.ts";
import { CLASSES, classesIn, isDecided } from "../model/classes.ts";
import type { Bounds } from "../model/values.ts";

/** How many contracts are of each class for certain, and how many may be. */
export function countClasses(
  contracts: readonly ContractAssessment[],
): Readonly<Record<CriticalityClass, Bounds>> {
  const counts = Object.fromEntries(CLASSES.map((each) => [each, { low: 0, high: 0 }])) as Record<
    CriticalityClass,
    { low: number; high: number }
  >;
  for (const { classification } of contracts) {
    for (const each of classesIn(classification.decided)) counts[each].high += 1;
    if (isDecided(classification.decided)) counts[classification.decided.low].low += 1;
  }
  return counts;
}

/**
 * Mean preparedness of the contracts of one class. Contracts that may be of the class widen the
 * bounds: each is counted in where that makes the low end lower or the high end higher.
 */
export function meanPreparedness(
  contracts: readonly ContractAssessment[],
  criticality: CriticalityClass,
): Bounds | undefined {
  const certain: Bounds[] = [];
  const possible: Bounds[] = [];
  for (const { classification, preparedness } of contracts) {
    if (preparedness === undefined || !classesIn(classification.decided).includes(criticality))
      continue;
    (isDecided(classification.decided) ? certain : possible).push(preparedness.bounds);
  }
  if (certain.length + possible.length === 0) return undefined;
  const lows = (bounds: readonly Bounds[]): readonly number[] => bounds.map(({ low }) => low);
  const highs = (bounds: readonly Bounds[]): readonly number[] => bounds.map(({ high }) => high);
  return {
    low: extremeMean(lows(certain), lows(possible), -1),
    high: extremeMean(highs(certain), highs(possible), 1),
  };
}

/** The least (-1) or greatest (1) mean over all choices of the possible numbers. */
function extremeMean(
  certain: readonly number[],
  possible: readonly number[],
  sign: -1 | 1,
): number {
  const sorted = [...possible].sort((left, right) => sign * (right - left));
  let sum = certain.reduce((total, value) => total + value, 0);
  let count = certain.length;
  for (const value of sorted) {
    if (count > 0 && sign * (value - sum / count) <= 0) break;
    sum += value;
    count += 1;
  }
  return sum / count;
}
