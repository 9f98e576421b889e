import type { Contract, Supplier } from "../model/register.ts";
import type { Bounds } from "../model/values.ts";
import type { FactContext } from "./fact.ts";
import { criticalContracts } from "./critical-contracts.ts";
import { yearlyValue } from "./yearly-value.ts";

/** What one group of companies is paid per year. */
interface Group {
  /** For contracts that certainly are critical. */
  certain: number;
  /** For contracts that may be. */
  possible: number;
  /** Nobody has recorded who stands above it: it may belong to another group. */
  open: boolean;
}

/** What the critical contracts cost per year, by group of companies. */
export interface Concentration {
  /** A supplier alone is its own group. */
  readonly groups: readonly Readonly<Group>[];
  /** Paths of what is not known. */
  readonly blanks: readonly string[];
  /** False when a value or the shares of several suppliers are missing: then nothing can be said. */
  readonly complete: boolean;
}

export function concentrationOf(context: FactContext): Concentration {
  const { certain, possible } = criticalContracts(context);
  const blanks: string[] = possible.map(({ id }) => `contracts.${id}.criticality`);
  const groups = new Map<string, Group>();
  let complete = true;
  const add = (contract: Contract, part: "certain" | "possible"): void => {
    const value = yearlyValue(contract, context);
    const shares = sharesOf(contract);
    if (value === undefined || shares === undefined) {
      complete = false;
      blanks.push(
        `contracts.${contract.id}.${value === undefined ? "value.per-year" : "suppliers"}`,
      );
      return;
    }
    for (const [supplier, share] of shares) {
      const head = headOf(supplier, context);
      const group = groups.get(head.id) ?? { certain: 0, possible: 0, open: false };
      group[part] += value * share;
      group.open ||= head.open;
      groups.set(head.id, group);
    }
  };
  for (const contract of certain) add(contract, "certain");
  for (const contract of possible) add(contract, "possible");
  for (const [id, { open }] of groups) if (open) blanks.push(`suppliers.${id}.parent`);
  return { groups: [...groups.values()], blanks, complete };
}

/**
 * Bounds of each group's share. The least: nothing that may be is its own, all that may be is the
 * others'. The greatest: all that may be is its own, and so are the groups that nobody has placed.
 */
export function shareBounds(groups: readonly Readonly<Group>[]): readonly Bounds[] {
  const certain = sum(groups.map((group) => group.certain));
  const possible = sum(groups.map((group) => group.possible));
  return groups.map((group) => {
    const floating = groups.filter((each) => each !== group && (each.open || group.open));
    const joined = sum(floating.map((each) => each.certain + each.possible));
    const own = group.certain + group.possible + joined;
    const whole = certain + group.possible + sum(floating.map((each) => each.possible));
    return {
      low: ratio(group.certain, certain + possible - group.possible),
      high: ratio(own, whole),
    };
  });
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(1, part / whole);
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
function headOf(
  id: string,
  { index, readOf }: FactContext,
): { readonly id: string; readonly open: boolean } {
  const seen = new Set<string>();
  let current: Supplier | undefined = index.suppliers.get(id);
  while (current?.parent !== undefined && !seen.has(current.id)) {
    seen.add(current.id);
    current = index.suppliers.get(current.parent);
  }
  if (current === undefined) return { id, open: true };
  return { id: current.id, open: readOf(current, "supplier", "parent").state === "unknown" };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
