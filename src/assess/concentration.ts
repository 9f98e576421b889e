import type { Contract, Supplier } from "../model/register.ts";
import type { FactContext } from "./fact.ts";
import { criticalContracts } from "./critical-contracts.ts";
import { yearlyValue } from "./yearly-value.ts";

/** What the critical contracts cost per year, by group of companies. */
export interface Concentration {
  /** Yearly value by the head of the group, largest first; a supplier alone is its own group. */
  readonly groups: readonly number[];
  /** Value of suppliers whose parent nobody has recorded, apart from the largest group. */
  readonly floating: readonly number[];
  /** Paths of what is not known. A missing value leaves the concentration open on both sides. */
  readonly blanks: readonly string[];
  readonly complete: boolean;
}

export function concentrationOf(context: FactContext): Concentration {
  const { certain, possible } = criticalContracts(context);
  const blanks: string[] = possible.map(({ id }) => `contracts.${id}.criticality`);
  let complete = possible.length === 0;
  const values = new Map<string, number>();
  const openGroups = new Set<string>();
  for (const contract of certain) {
    const value = yearlyValue(contract, context);
    const shares = sharesOf(contract);
    if (value === undefined || shares === undefined) {
      complete = false;
      blanks.push(`contracts.${contract.id}.${value === undefined ? "value.per-year" : "suppliers"}`);
      continue;
    }
    for (const [supplier, share] of shares) {
      const head = headOf(supplier, context);
      values.set(head.id, (values.get(head.id) ?? 0) + value * share);
      if (head.open) openGroups.add(head.id);
    }
  }
  for (const id of openGroups) blanks.push(`suppliers.${id}.parent`);
  const sorted = [...values].sort((left, right) => right[1] - left[1]);
  return {
    groups: sorted.map(([, value]) => value),
    floating: sorted.slice(1).flatMap(([id, value]) => (openGroups.has(id) || openGroups.has(sorted[0]?.[0] ?? "") ? [value] : [])),
    blanks,
    complete,
  };
}

/** Shares of a contract's suppliers; undefined when several share it and nobody has said how. */
function sharesOf(contract: Contract): readonly (readonly [string, number])[] | undefined {
  const [first, ...rest] = contract.suppliers;
  if (first === undefined) return undefined;
  if (rest.length === 0) return [[first.supplier, 1]];
  const shares = contract.suppliers.flatMap(({ supplier, share }) =>
    share === undefined ? [] : [[supplier, share] as const],
  );
  return shares.length === contract.suppliers.length ? shares : undefined;
}

/** The company at the head of a supplier's group, and whether somebody above it may be missing. */
function headOf(id: string, { index, readOf }: FactContext): { readonly id: string; readonly open: boolean } {
  const seen = new Set<string>();
  let current: Supplier | undefined = index.suppliers.get(id);
  while (current?.parent !== undefined && !seen.has(current.id)) {
    seen.add(current.id);
    current = index.suppliers.get(current.parent);
  }
  if (current === undefined) return { id, open: true };
  return { id: current.id, open: readOf(current, "supplier", "parent").state === "unknown" };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

