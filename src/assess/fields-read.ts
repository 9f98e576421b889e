import type { Condition } from "../model/condition.ts";
import type { Criterion } from "../model/criterion.ts";
import { FACTS } from "./facts.ts";

/** A field that a criterion reads, itself or by a fact. */
export interface FieldRead {
  readonly path: string;
  /** True when it is read only to know whom the criterion concerns. */
  readonly concerns: boolean;
}

const NEEDS: ReadonlyMap<string, readonly string[]> = new Map(
  FACTS.map(({ name, needs }) => [name, needs]),
);

/** The fields of its subject that a criterion reads, those of its rule first. */
export function fieldsRead({ met, partial, applies }: Criterion): readonly FieldRead[] {
  const judged = [...pathsIn(met), ...pathsIn(partial)];
  const all = new Set([...judged, ...pathsIn(applies)]);
  return [...all].map((path) => ({ path, concerns: !judged.includes(path) }));
}

function pathsIn(condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return [];
  if (condition.join !== "test") return condition.of.flatMap(pathsIn);
  const { field } = condition;
  return field.startsWith("fact.") ? (NEEDS.get(field.slice(5)) ?? []) : [field];
}
