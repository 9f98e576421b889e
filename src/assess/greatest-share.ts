import type { Bounds } from "../model/values.ts";

/** Under which keys a contract counts (countries, quarters): certainly, and where it may. */
export interface Standing {
  readonly sure: ReadonlySet<string>;
  readonly may: ReadonlySet<string> | "anywhere";
}

/** Stands for every key that nobody has named: there only those count that may stand anywhere. */
const UNNAMED = "";

/**
 * Bounds of the greatest share of the contracts that stand under one key. Every contract counts once
 * under each of its keys; those that are only `possible` may drop out of the whole.
 */
export function greatestShare(certain: readonly Standing[], possible: readonly Standing[]): Bounds {
  const all = [...certain, ...possible];
  const keys = new Set(
    all.flatMap(({ sure, may }) => [...sure, ...(may === "anywhere" ? [] : may)]),
  );
  let low = 0;
  let high = 0;
  for (const key of [UNNAMED, ...keys]) {
    const [here, perhaps] = countUnder(key, certain);
    const [possiblyHere, possiblyPerhaps] = countUnder(key, possible);
    const joining = possiblyHere + possiblyPerhaps;
    low = Math.max(low, ratio(here, all.length - possiblyHere));
    high = Math.max(high, ratio(here + perhaps + joining, certain.length + joining));
  }
  return { low, high: Math.max(low, high) };
}

/** How many stand under a key, and how many more may. */
function countUnder(
  key: string,
  standings: readonly Standing[],
): readonly [here: number, perhaps: number] {
  const here = standings.filter(({ sure }) => sure.has(key)).length;
  const perhaps = standings.filter(
    ({ sure, may }) => !sure.has(key) && (may === "anywhere" || may.has(key)),
  ).length;
  return [here, perhaps];
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
