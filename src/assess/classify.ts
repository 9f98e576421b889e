import type { ClassInterval, CriticalityClass } from "../model/classes.ts";
import { CLASSES, higherOf, isDecided, rankOf } from "../model/classes.ts";
import type { Classification, Override } from "../model/assessment.ts";
import type { Profile } from "../model/profile.ts";
import type { Contract } from "../model/register.ts";
import type { Day } from "../model/values.ts";
import { isRawObject, monthsBetween, parseDay } from "../model/values.ts";
import { evaluate } from "./evaluate.ts";
import type { FactContext } from "./fact.ts";
import type { CriticalityLevels } from "./levels.ts";
import { CRITICALITY_PATHS, criticalityLevels } from "./levels.ts";
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
  const inherited = inheritClasses(contracts, own, overrides, requirers);
  return new Map(
    contracts.map((contract) => {
      const from = requirers.get(contract.id) ?? [];
      return [contract.id, classification(contract, own, overrides, inherited, from, contextOf, profile)];
    }),
  );
}

// --- the decision table ----------------------------------------------------------------------------

function ownClass(context: ContractContext, profile: Profile): OwnClass {
  const levels = criticalityLevels(context, profile.classification.lowered.checkedWithin);
  return { low: tableClass(levels, "low", profile, context.asOf), high: tableClass(levels, "high", profile, context.asOf) };
}

function tableClass(levels: CriticalityLevels, end: "low" | "high", profile: Profile, asOf: Day): Decided {
  // An alternative makes a contract less critical: unknown counts as yes at the low end, no at the high.
  const assumed = end === "low";
  const inTime = levels.alternativeInTime ?? assumed;
  const observe = (field: string): Observation => {
    const name = field.replace(/^fact\./u, "");
    if (name === "alternative-in-time") {
      return { kind: "answer", places: [], state: "known", value: inTime ? "yes" : "no" };
    }
    const level = levels[name as keyof typeof levels];
    if (typeof level !== "object") return { kind: "number", places: [], state: "unknown", blanks: [name] };
    return { kind: "number", places: [], state: "known", value: level[end] };
  };
  const surroundings = { asOf, observe, scale: () => undefined };
  const { rows, lowered } = profile.classification;
  const row = rows.find(({ when }) => when === undefined || evaluate(when, surroundings).truth === "true");
  if (row === undefined) throw new Error("no row of the decision table holds");
  const ready = (levels.readyAlternative ?? assumed) && inTime;
  if (lowered.rows.includes(row.row) && ready) return { class: lowered.to, row: "M1", tableRow: row.row };
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

interface Inherited {
  readonly computed: ClassInterval;
  readonly decided: ClassInterval;
}

function inheritClasses(
  contracts: readonly Contract[],
  own: ReadonlyMap<string, OwnClass>,
  overrides: ReadonlyMap<string, WrittenOverride | undefined>,
  requirers: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, Inherited> {
  const result = new Map<string, Inherited>();
  const settle = (id: string): boolean => {
    let low = own.get(id)?.low.class ?? "K1";
    let high = own.get(id)?.high.class ?? "K1";
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
    return before === undefined || before.decided.low !== decided.low || before.decided.high !== decided.high;
  };
  // Classes only ever rise, so this ends after at most three rounds through the longest chain.
  const dependants = new Map<string, string[]>();
  for (const [required, ids] of requirers) for (const id of ids) (dependants.get(id) ?? dependants.set(id, []).get(id))?.push(required);
  const queue = contracts.map(({ id }) => id);
  const queued = new Set(queue);
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    queued.delete(id);
    if (!settle(id)) continue;
    for (const next of dependants.get(id) ?? []) {
      if (own.has(next) && !queued.has(next)) {
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
  contextOf: ContextOf,
  profile: Profile,
): Classification {
  const table = own.get(contract.id);
  const result = inherited.get(contract.id);
  if (table === undefined || result === undefined) throw new Error(`${contract.id} was not classified`);
  const { computed, decided } = result;
  const override = overrides.get(contract.id);
  const effective = override !== undefined && isEffective(computed, override);
  const rowAt = (end: "low" | "high"): string => {
    if (effective) return "O1";
    return rankOf(computed[end]) > rankOf(table[end].class) ? "I1" : table[end].row;
  };
  const above = requirers.filter((id) => {
    const from = inherited.get(id)?.decided;
    return from !== undefined && (rankOf(from.high) > rankOf(table.high.class) || rankOf(from.low) > rankOf(table.low.class));
  });
  return {
    decided,
    computed,
    rows: { low: rowAt("low"), high: rowAt("high") },
    tableRows: { low: table.low.tableRow, high: table.high.tableRow },
    inheritedFrom: above,
    override: override === undefined ? undefined : { ...override, effective },
    decisive: isDecided(decided) ? [] : decisiveBlanks(contract, table, result, contextOf, profile),
    stale: isStale(contract, decided, profile, contextOf(contract).asOf),
  };
}

/** Answers that are tried in a blank's place to see whether it can move a bound. */
const TRIED_ANSWERS: Readonly<Record<(typeof CRITICALITY_PATHS)[number], readonly unknown[]>> = {
  "criticality.life-health": ["none", "indirect", "serious", "life-threatening"],
  "criticality.statutory-duty": ["none", "supports", "delivers", "uninterruptible"],
  "criticality.vital-function": ["none", { link: "supporting" }, { link: "direct" }, { link: "sole" }],
  "criticality.mtpd": ["1000 h", "100 h", "48 h", "1 h"],
  "criticality.dependents": ["none", 1, 3],
  "criticality.people": [0, 50, 1000],
  "criticality.vulnerable": ["no", "yes"],
  "criticality.alternative": ["none", "in-time", "ready"],
};

/**
 * A blank is decisive when some answer to it, all other blanks left blank, changes the final interval.
 */
function decisiveBlanks(
  contract: Contract,
  table: OwnClass,
  result: Inherited,
  contextOf: ContextOf,
  profile: Profile,
): readonly string[] {
  const context = contextOf(contract);
  const levels = criticalityLevels(context, profile.classification.lowered.checkedWithin);
  const floor = { low: result.computed.low, high: result.computed.high };
  const inheritedLow = rankOf(floor.low) > rankOf(table.low.class) ? floor.low : "K1";
  const inheritedHigh = rankOf(floor.high) > rankOf(table.high.class) ? floor.high : "K1";
  const decisive: string[] = [];
  for (const path of blankPaths(context, levels)) {
    const changes = triedLevels(path, levels, context, profile).some((tried) => {
      const low = higherOf(tableClass(tried, "low", profile, context.asOf).class, inheritedLow);
      const high = higherOf(tableClass(tried, "high", profile, context.asOf).class, inheritedHigh);
      return low !== result.computed.low || high !== result.computed.high;
    });
    if (changes) decisive.push(path);
  }
  return decisive;
}

function blankPaths(context: ContractContext, levels: CriticalityLevels): readonly string[] {
  return [...CRITICALITY_PATHS, ...ALTERNATIVE_PARTS].filter((path) => {
    if (path === "criticality.alternative") return context.read(path).state === "unknown";
    if (path.startsWith("criticality.alternative.")) {
      return context.read("criticality.alternative").state === "known" && context.read(path).state === "unknown";
    }
    return context.read(path).state === "unknown" && !isSettledByFunction(path, levels);
  });
}

const ALTERNATIVE_PARTS = [
  "criticality.alternative.within",
  "criticality.alternative.ready",
  "criticality.alternative.verified",
] as const;

/** A blank whose level is settled by the functions that need the contract is not open. */
function isSettledByFunction(path: string, levels: CriticalityLevels): boolean {
  const name = LEVEL_OF_PATH[path];
  if (name === undefined) return false;
  const level = levels[name];
  return level.low === level.high;
}

type LevelName = Exclude<keyof CriticalityLevels, "alternativeInTime" | "readyAlternative">;

const LEVEL_OF_PATH: Readonly<Record<string, LevelName>> = {
  "criticality.life-health": "life-health-level",
  "criticality.statutory-duty": "statutory-duty-level",
  "criticality.vital-function": "vital-function-level",
  "criticality.mtpd": "outage-level",
  "criticality.dependents": "dependents-level",
  "criticality.people": "users-level",
  "criticality.vulnerable": "users-level",
};

/** The levels with one blank answered, for each answer that could be given. */
function triedLevels(
  path: string,
  levels: CriticalityLevels,
  context: ContractContext,
  profile: Profile,
): readonly CriticalityLevels[] {
  if (path === "criticality.alternative") {
    return [
      { ...levels, alternativeInTime: false, readyAlternative: false },
      { ...levels, alternativeInTime: true },
      { ...levels, alternativeInTime: true, readyAlternative: true },
    ];
  }
  if (path === "criticality.alternative.within") {
    return [{ ...levels, alternativeInTime: true }, { ...levels, alternativeInTime: false }];
  }
  if (path.startsWith("criticality.alternative.")) {
    const open = ["ready", "verified"].filter(
      (part) => context.read(`criticality.alternative.${part}`).state === "unknown",
    );
    const yes = open.length === 1 ? true : levels.readyAlternative;
    return [{ ...levels, readyAlternative: false }, { ...levels, readyAlternative: yes }];
  }
  const answers = TRIED_ANSWERS[path as (typeof CRITICALITY_PATHS)[number]];
  return answers.map((answer) => criticalityLevels(withAnswer(context, path, answer), profile.classification.lowered.checkedWithin));
}

/** The context of a contract in which one blank of `criticality` has an answer. */
function withAnswer(context: ContractContext, path: string, answer: unknown): ContractContext {
  const { contract } = context;
  const criticality = isRawObject(contract.raw["criticality"]) ? contract.raw["criticality"] : {};
  const key = path.replace("criticality.", "");
  const raw = { ...contract.raw, criticality: { ...criticality, [key]: answer as never } };
  const answered = { ...contract, raw };
  return { ...context, contract: answered, read: (field) => context.readOf(answered, "contract", field) };
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
