import type { Grade, Judgement, Preparedness, Score } from "../model/assessment.ts";
import type { CriticalityClass } from "../model/classes.ts";
import type { Criterion, Severity, Verdict } from "../model/criterion.ts";
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

export function itemOf(criterion: Criterion, judgement: Omit<Judgement, "evidence">): Item {
  const { verdict, severity, weight, credit } = judgement;
  return { criterion, verdict, severity, weight, credit };
}

/** Weight asked for, shown, possibly in place, and open: what a share is made of. */
interface Sum {
  weight: number;
  low: number;
  high: number;
  open: number;
}

function add(sum: Sum, { weight, credit, verdict }: Item): void {
  sum.weight += weight;
  sum.low += weight * credit.low;
  sum.high += weight * credit.high;
  if (verdict === "unknown") sum.open += weight;
}

/** The share of the required weight that is met, with bounds; undefined when nothing is required. */
export function share(items: readonly Item[]): Bounds | undefined {
  const sum: Sum = { weight: 0, low: 0, high: 0, open: 0 };
  for (const item of items) add(sum, item);
  return shareOf(sum);
}

function shareOf({ weight, low, high }: Sum): Bounds | undefined {
  return weight === 0 ? undefined : { low: low / weight, high: high / weight };
}

/** The requirements of one subject at each class it may be of, lowest first. */
export type ItemsByClass = ReadonlyMap<CriticalityClass, readonly Item[]>;

/**
 * Preparedness over a class interval: the least low and the greatest high bound over its classes, the
 * unknown share at the highest, the lowest grade.
 */
export function preparednessOf(byClass: ItemsByClass, profile: Profile): Preparedness | undefined {
  const scores = new Map<string, Score | undefined>();
  for (const items of byClass.values()) widen(scores, sumsOf(items));
  const score = scores.get(WHOLE);
  if (score === undefined) return undefined;
  let grade: Grade = 4;
  for (const items of byClass.values()) {
    const each = gradeOf(items, profile);
    if (each !== undefined && each < grade) grade = each;
  }
  const groups = [...scores.keys()].filter((name) => !NOT_GROUPS.has(name)).sort();
  return {
    ...score,
    grade,
    gradeKnown: score.bounds.high - score.bounds.low <= profile.grades.widest,
    situations: { N: scores.get("N"), E: scores.get("E") },
    groups: new Map(groups.map((group) => [group, scores.get(group)])),
  };
}

const WHOLE = "";
const NOT_GROUPS: ReadonlySet<string> = new Set([WHOLE, "N", "E"]);

/** The sums at one class: of all that is asked, of each situation, and of each group. */
function sumsOf(items: readonly Item[]): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  const sumAt = (name: string): Sum => {
    let sum = sums.get(name);
    if (sum === undefined) {
      sum = { weight: 0, low: 0, high: 0, open: 0 };
      sums.set(name, sum);
    }
    return sum;
  };
  for (const item of items) {
    const group = sumAt(item.criterion.group);
    if (item.verdict === "not-applicable") continue;
    add(sumAt(WHOLE), item);
    add(group, item);
    for (const situation of item.criterion.situations) add(sumAt(situation), item);
  }
  return sums;
}

/** Widens each score by the sums at one more class; its unknown share is that at the highest. */
function widen(scores: Map<string, Score | undefined>, sums: ReadonlyMap<string, Sum>): void {
  for (const [name, sum] of sums) {
    const part = shareOf(sum);
    const before = scores.get(name);
    if (part === undefined) {
      if (!scores.has(name)) scores.set(name, undefined);
      continue;
    }
    const bounds =
      before === undefined
        ? part
        : {
            low: Math.min(before.bounds.low, part.low),
            high: Math.max(before.bounds.high, part.high),
          };
    scores.set(name, { bounds, unknownShare: sum.open / sum.weight });
  }
}

/** The grade at one class: how much is shown to be met, capped by what is known to be missing. */
function gradeOf(items: readonly Item[], profile: Profile): Grade | undefined {
  const bounds = share(items);
  if (bounds === undefined) return undefined;
  const isMissing = (severity: Severity): boolean =>
    items.some((item) => item.verdict === "not-met" && item.severity === severity);
  const { four, three, two } = profile.grades;
  if (bounds.low >= four && !isMissing("critical") && !isMissing("high")) return 4;
  if (bounds.low >= three && !isMissing("critical")) return 3;
  return bounds.low >= two ? 2 : 1;
}
