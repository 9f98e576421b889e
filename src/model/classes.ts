/** Criticality, from K1 (a nuisance when it fails) to K4 (life or a vital function within hours). */
export const CLASSES = ["K1", "K2", "K3", "K4"] as const;
export type CriticalityClass = (typeof CLASSES)[number];

/** A class known only to lie between two. */
export interface ClassInterval {
  readonly low: CriticalityClass;
  readonly high: CriticalityClass;
}

export function rankOf(criticality: CriticalityClass): number {
  return CLASSES.indexOf(criticality);
}

export function higherOf(left: CriticalityClass, right: CriticalityClass): CriticalityClass {
  return rankOf(left) >= rankOf(right) ? left : right;
}

/** Every class of the interval, lowest first. */
export function classesIn(interval: ClassInterval): readonly CriticalityClass[] {
  return CLASSES.slice(rankOf(interval.low), rankOf(interval.high) + 1);
}

export function isDecided(interval: ClassInterval): boolean {
  return interval.low === interval.high;
}
