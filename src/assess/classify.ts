import type { ClassInterval, CriticalityClass } from "../model/classes.ts";
import { CLASSES, higherOf, isDecided, rankOf } from "../model/classes.ts";
import type { Classification, Override } from "../model/assessment.ts";
import type { Profile } from "../model/profile.ts";
import type { Contract } from "../model/register.ts";
import type { Day } from "../model/values.ts";
import { isRawObject, monthsBetween, parseDay } from "../model/values.ts";
import { decisiveBlanks } from "./decisive-blanks.ts";
import { evaluate } from "./evaluate.ts";
import type { FactContext } from "./fact.ts";
import type { CriticalityLevels } from "./levels.ts";
import { criticalityLevels } from "./levels.ts";
import type { Observation } from "./observation.ts";

/** A class with the row that gave it. */
interface Decided {
  readonly class: CriticalityClass;
  readonly row: string;
  /** The row of the table before an alternative lowered it. */
  readonly tableRow: string;
}

/** Both ends of what the table says. */
interface OwnClass {
  readonly low: Decided;
  readonly high: Decided;
}

type ContractContext = FactContext & { readonly contract: Contract };

/** Makes the context in which a contract's fields are read. */
export type ContextOf = (contract: Contract) => ContractContext;

/**
 * The class of every current contract. The table is evaluated twice, with every unknown fact at its
 * least and at its greatest value; it is monotone, so this gives the exact bounds. Then what a
 * contract in force requires inherits its decided class, until nothing changes.
 */
export function classifyAll(
  contracts: readonly Contract[],
  contextOf: ContextOf,
  profile: Profile,
): ReadonlyMap<string, Classification> {
  const own = new Map(contracts.map((each) => [each.id, ownClass(contextOf(each), profile)]));
  const overrides = new Map(contracts.map((each) => [each.id, writtenOverride(each)]));
  const requirers = requirersOf(contracts);
  const inherited = inheritClasses(contracts, (id) => own.get(id), overrides, requirers);
  const byId = new Map(contracts.map((each) => [each.id, each]));
  return new Map(
    contracts.map((contract) => {
      const from = requirers.get(contract.id) ?? [];
      const settled = classification(
        contract,
        own,
        overrides,
        inherited,
        from,
        profile,
        contextOf(contract).asOf,
      );
      if (isDecided(settled.decided)) return [contract.id, settled];
      const context = contextOf(contract);
      const upstream = upstreamOf(contract, byId, requirers);
      const changes = (levels: CriticalityLevels): boolean => {
        const tried = ownClassAt(levels, profile, context.asOf);
        const ownOf = (id: string): OwnClass | undefined =>
          id === contract.id ? tried : own.get(id);
        const after = inheritClasses(upstream, ownOf, overrides, requirers).get(
          contract.id,
        )?.decided;
        return after?.low !== settled.decided.low || after.high !== settled.decided.high;
      };
      const { checkedWithin } = profile.classification.lowered;
      return [
        contract.id,
        { ...settled, decisive: decisiveBlanks(context, checkedWithin, changes) },
      ];
    }),
  );
}

// --- the decision table ----------------------------------------------------------------------------

function ownClass(context: ContractContext, profile: Profile): OwnClass {
  const levels = criticalityLevels(context, profile.classification.lowered.checkedWithin);
  return ownClassAt(levels, profile, context.asOf);
}

function ownClassAt(levels: CriticalityLevels, profile: Profile, asOf: Day): OwnClass {
  return {
    low: tableClass(levels, "low", profile, asOf),
    high: tableClass(levels, "high", profile, asOf),
  };
}

function tableClass(
  levels: CriticalityLevels,
  end: "low" | "high",
  profile: Profile,
  asOf: Day,
): Decided {
  // An alternative makes a contract less critical: unknown counts as yes at the low end, no at the high.
  const assumed = end === "low";
  const inTime = levels.alternativeInTime ?? assumed;
  const observe = (field: string): Observation => {
    const name = field.replace(/^fact\./u, "");
    if (name === "alternative-in-time") {
      return { kind: "answer", places: [], state: "known", value: inTime ? "yes" : "no" };
    }
    const level = levels[name as keyof typeof levels];
    if (typeof level !== "object")
      return { kind: "number", places: [], state: "unknown", blanks: [name] };
    return { kind: "number", places: [], state: "known", value: level[end] };
  };
  const surroundings = { asOf, observe, scale: () => undefined };
  const { rows, lowered } = profile.classification;
  const row = rows.find(
    ({ when }) => when === undefined || evaluate(when, surroundings).truth === "true",
  );
  if (row === undefined) throw new Error("no row of the decision table holds");
  const ready = (levels.readyAlternative ?? assumed) && inTime;
  if (lowered.rows.includes(row.row) && ready)
    return { class: lowered.to, row: "M1", tableRow: row.row };
  return { class: row.class, row: row.row, tableRow: row.row };
}

// --- what a contract requires inherits its class ---------------------------------------------------

function requirersOf(contracts: readonly Contract[]): ReadonlyMap<string, readonly string[]> {
  const requirers = new Map<string, string[]>();
  for (const contract of contracts) {
    if (contract.stage !== undefined && contract.stage !== "in-force") continue;
    for (const required of contract.requires) {
      const list = requirers.get(required);
      if (list === undefined) requirers.set(required, [contract.id]);
      else list.push(contract.id);
    }
  }
  return requirers;
}

/** A contract with all whose class may reach it: what decides its class is among these, whatever is answered. */
export function contractsAbove(
  contract: Contract,
  contracts: readonly Contract[],
): readonly Contract[] {
  return upstreamOf(
    contract,
    new Map(contracts.map((each) => [each.id, each])),
    requirersOf(contracts),
  );
}

/** A contract with all whose class may reach it. */
function upstreamOf(
  contract: Contract,
  byId: ReadonlyMap<string, Contract>,
  requirers: ReadonlyMap<string, readonly string[]>,
): readonly Contract[] {
  const found = new Map([[contract.id, contract]]);
  for (const { id } of found.values()) {
    for (const above of requirers.get(id) ?? []) {
      const requirer = byId.get(above);
      if (requirer !== undefined) found.set(above, requirer);
    }
  }
  return [...found.values()];
}

interface Inherited {
  readonly computed: ClassInterval;
  readonly decided: ClassInterval;
}

function inheritClasses(
  contracts: readonly Contract[],
  ownOf: (id: string) => OwnClass | undefined,
  overrides: ReadonlyMap<string, WrittenOverride | undefined>,
  requirers: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, Inherited> {
  const result = new Map<string, Inherited>();
  const settle = (id: string): boolean => {
    let low = ownOf(id)?.low.class ?? "K1";
    let high = ownOf(id)?.high.class ?? "K1";
    for (const requirer of requirers.get(id) ?? []) {
      const above = result.get(requirer)?.decided;
      if (above === undefined) continue;
      low = higherOf(low, above.low);
      high = higherOf(high, above.high);
    }
    const computed = { low, high };
    const decided = overridden(computed, overrides.get(id));
    const before = result.get(id);
    result.set(id, { computed, decided });
    return (
      before === undefined ||
      before.decided.low !== decided.low ||
      before.decided.high !== decided.high
    );
  };
  // Classes only ever rise, so this ends after at most three rounds through the longest chain.
  const dependants = new Map<string, string[]>();
  for (const { id: required } of contracts) {
    for (const id of requirers.get(required) ?? [])
      (dependants.get(id) ?? dependants.set(id, []).get(id))?.push(required);
  }
  const queue = contracts.map(({ id }) => id);
  const queued = new Set(queue);
  for (const id of queue) {
    queued.delete(id);
    if (!settle(id)) continue;
    for (const next of dependants.get(id) ?? []) {
      if (!queued.has(next)) {
        queued.add(next);
        queue.push(next);
      }
    }
  }
  return result;
}

// --- overrides -------------------------------------------------------------------------------------

type WrittenOverride = Omit<Override, "effective">;

function writtenOverride(contract: Contract): WrittenOverride | undefined {
  const criticality = contract.raw["criticality"];
  const override = isRawObject(criticality) ? criticality["override"] : undefined;
  if (!isRawObject(override)) return undefined;
  const wanted = CLASSES.find((each) => each === override["class"]);
  if (wanted === undefined) return undefined;
  const approvedBy = override["approved-by"];
  return {
    class: wanted,
    because: textOf(override["because"]),
    by: textOf(override["by"]),
    approvedBy: typeof approvedBy === "string" ? approvedBy : undefined,
  };
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  const texts = Object.values(value ?? {});
  return texts.length > 0 ? String(texts[0]) : "";
}

/** An override stands above what was computed; below it, it needs somebody's approval. */
function overridden(computed: ClassInterval, override: WrittenOverride | undefined): ClassInterval {
  if (override === undefined || !isEffective(computed, override)) return computed;
  return { low: override.class, high: override.class };
}

function isEffective(computed: ClassInterval, override: WrittenOverride): boolean {
  return override.approvedBy !== undefined || rankOf(override.class) >= rankOf(computed.low);
}

// --- the result ------------------------------------------------------------------------------------

function classification(
  contract: Contract,
  own: ReadonlyMap<string, OwnClass>,
  overrides: ReadonlyMap<string, WrittenOverride | undefined>,
  inherited: ReadonlyMap<string, Inherited>,
  requirers: readonly string[],
  profile: Profile,
  asOf: Day,
): Classification {
  const table = own.get(contract.id);
  const result = inherited.get(contract.id);
  if (table === undefined || result === undefined)
    throw new Error(`${contract.id} was not classified`);
  const { computed, decided } = result;
  const override = overrides.get(contract.id);
  const effective = override !== undefined && isEffective(computed, override);
  const rowAt = (end: "low" | "high"): string => {
    if (effective) return "O1";
    return rankOf(computed[end]) > rankOf(table[end].class) ? "I1" : table[end].row;
  };
  const above = requirers.filter((id) => {
    const from = inherited.get(id)?.decided;
    return (
      from !== undefined &&
      (rankOf(from.high) > rankOf(table.high.class) || rankOf(from.low) > rankOf(table.low.class))
    );
  });
  return {
    decided,
    computed,
    rows: { low: rowAt("low"), high: rowAt("high") },
    tableRows: { low: table.low.tableRow, high: table.high.tableRow },
    inheritedFrom: above,
    override: override === undefined ? undefined : { ...override, effective },
    decisive: [],
    stale: isStale(contract, decided, profile, asOf),
  };
}

/** True when the answers behind the class are older than the class allows. */
function isStale(contract: Contract, decided: ClassInterval, profile: Profile, asOf: Day): boolean {
  const criticality = contract.raw["criticality"];
  const assessed = isRawObject(criticality) ? criticality["assessed"] : undefined;
  const written = isRawObject(assessed) ? assessed["date"] : undefined;
  const day = typeof written === "string" ? parseDay(written) : undefined;
  if (day === undefined || day > asOf) return false;
  return monthsBetween(day, asOf) > profile.classification.stale[decided.high];
}
