import { rankOf } from "../model/classes.ts";
import type { Contract } from "../model/register.ts";
import type { FactContext } from "./fact.ts";

/** Current contracts of class K3 or K4: those that certainly are, and those that may be. */
export function criticalContracts({ index, classOf }: Pick<FactContext, "index" | "classOf">): {
  readonly certain: readonly Contract[];
  readonly possible: readonly Contract[];
} {
  const certain: Contract[] = [];
  const possible: Contract[] = [];
  for (const contract of index.current) {
    const interval = classOf(contract.id);
    if (interval === undefined) continue;
    if (rankOf(interval.low) >= rankOf("K3")) certain.push(contract);
    else if (rankOf(interval.high) >= rankOf("K3")) possible.push(contract);
  }
  return { certain, possible };
}
