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

/** The gravest of several classes, end by end; undefined when there are none. */
export function gravestOf(intervals: readonly ClassInterval[]): ClassInterval | undefined {
  const [first, ...others] = intervals;
  if (first === undefined) return undefined;
  return others.reduce(
    (above, each) => ({
      low: higherOf(above.low, each.low),
      high: higherOf(above.high, each.high),
    }),
    first,
  );
}

/** Most open questions on a contract that can only be of the lowest class: more is not worth anyone's time. */
export const MOST_AT_K1 = 10;

/** Every class of the interval, lowest first. */
export function classesIn(interval: ClassInterval): readonly CriticalityClass[] {
  return CLASSES.slice(rankOf(interval.low), rankOf(interval.high) + 1);
}

export function isDecided(interval: ClassInterval): boolean {
  return interval.low === interval.high;
}
