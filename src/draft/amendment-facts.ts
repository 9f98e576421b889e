import type { AmendmentFacts, GateAssumption, SpecialService } from "../model/amendment.ts";
import type { Contract, Organisation } from "../model/register.ts";
import type { ProcurementAct, Sector } from "../model/thresholds.ts";
import { SECTORS } from "../model/thresholds.ts";
import type { Bounds, Day, Raw, RawObject } from "../model/values.ts";
import { addDays, addMonths, isRawObject, monthsBetween, parseDay } from "../model/values.ts";
import type { AskedFacts } from "./asked-facts.ts";
import { earlierChanges } from "./earlier-changes.ts";
import { recordedClause } from "./recorded.ts";
import { ANY_SUM } from "./threshold-of.ts";

/** Where the facts of a change come from. */
export interface FactSources {
  readonly contract: Contract;
  readonly organisation: Pick<Organisation, "raw">;
  readonly acts: readonly ProcurementAct[];
  /** What a person says of the change; it leads over the register. */
  readonly asked: AskedFacts;
  readonly asOf: Day;
}

/** The facts of a change, and what was taken for granted in reading them. */
export interface AssumedFacts {
  readonly facts: AmendmentFacts;
  readonly assumptions: readonly GateAssumption[];
}

/** A contract is taken to have been awarded at most so long before its term began. */
const LONGEST_FROM_AWARD = 12;

/** What the register and the person know of a change, with bounds where they do not know. */
export function amendmentFacts(sources: FactSources): AssumedFacts {
  const { contract, organisation, asked, asOf } = sources;
  const { raw } = contract;
  const procurement = blockIn(raw, "procurement");
  const value = blockIn(raw, "value");
  const assumptions = new Set<GateAssumption>(["lawyer", "award-day", "net-value"]);
  const sums = sumsOf(sources, assumptions);
  const earlier = earlierChanges(raw, asOf);
  if (earlier.greater) assumptions.add("no-circumvention");
  if (isRawObject(raw["framework"])) assumptions.add("framework");
  if (contract.also.length > 0) assumptions.add("main-type");
  const central = centralOf(organisation.raw["type"]);
  if (central === true && asked.central === undefined) assumptions.add("central");
  const concession = answerOf(procurement["concession"], false);
  const type = contract.type;
  const written = specialOf(procurement["annex-e"]);
  // Services to clients are social and health services, the first of the two kinds in the annex.
  const health = type === "social-health" && written !== "no";
  const special = health ? "health" : written;
  if (health && asked.special === undefined) assumptions.add("special");
  const reviewClause = recordedClause(raw, "change-clause").status === "none" ? false : undefined;
  if (reviewClause === false && asked.reviewClause === undefined)
    assumptions.add("no-change-clause");
  const { favoursSupplier: _, ...said } = asked;
  return {
    facts: {
      sector: sectorOf(organisation.raw["sector"]),
      central,
      type,
      special,
      concession,
      awarded: asked.awarded ?? awardedIn(procurement, blockIn(raw, "term"), asOf, assumptions),
      estimated: sums(value["estimated"]),
      original: originalOf(raw, sums),
      indexed: earlier.indexed,
      earlier: earlier.earlier,
      change: ANY_SUM,
      changeClass: undefined,
      reviewClause,
      sameNature: undefined,
      admitsOthers: undefined,
      additional: undefined,
      unforeseen: undefined,
      lawfulTransfer: undefined,
      ...said,
    },
    assumptions: [...assumptions],
  };
}

function blockIn(raw: RawObject, key: string): RawObject {
  const value = raw[key];
  return isRawObject(value) ? value : {};
}

function sectorOf(value: Raw | undefined): Sector | undefined {
  return SECTORS.find((sector) => sector === value);
}

/** The state's own authorities have the lower thresholds; of other kinds of buyer some are not said. */
function centralOf(type: Raw | undefined): boolean | undefined {
  if (type === "state") return true;
  const never = ["municipality", "joint-authority", "wellbeing-county", "company"];
  return typeof type === "string" && never.includes(type) ? false : undefined;
}

function specialOf(annexE: Raw | undefined): SpecialService | undefined {
  if (annexE === "yes" || annexE === true) return "yes";
  return annexE === "no" || annexE === false ? "no" : undefined;
}

/** What a plain fact says; `blank` is what it means to leave it out. */
function answerOf(value: Raw | undefined, blank: boolean): boolean | undefined {
  if (value === undefined) return blank;
  if (value === "yes" || value === true) return true;
  return value === "no" || value === false ? false : undefined;
}

/**
 * Reads recorded sums as euros without value added tax. A sum that may include the tax lies between
 * itself and itself without the most that can be in it; a sum in another currency is not known.
 */
function sumsOf(
  { contract, organisation, acts }: FactSources,
  assumptions: Set<GateAssumption>,
): (written: Raw | undefined) => Bounds {
  const value = blockIn(contract.raw, "value");
  const currency = value["currency"] ?? organisation.raw["currency"] ?? "EUR";
  const withoutTax = answerOf(value["ex-vat"] ?? null, false) === true;
  const rate = Math.max(0, ...acts.map(({ greatestVat }) => greatestVat.rate));
  return (written) => {
    if (typeof written !== "number") return ANY_SUM;
    if (currency !== "EUR") {
      assumptions.add("currency");
      return ANY_SUM;
    }
    if (withoutTax) return { low: written, high: written };
    assumptions.add("tax");
    return { low: Math.floor((written / (1 + rate)) * 100) / 100, high: written };
  };
}

/** The value of the contract as signed: its total, else what it costs in a year times its recorded term. */
function originalOf(raw: RawObject, sums: (written: Raw | undefined) => Bounds): Bounds {
  const { total, "per-year": perYear } = blockIn(raw, "value");
  if (typeof total === "number") return sums(total);
  const term = blockIn(raw, "term");
  const start = dayOf(term["start"]);
  const end = dayOf(term["end"]);
  if (typeof perYear !== "number" || start === undefined || end === undefined) return ANY_SUM;
  const months = monthsBetween(start, addDays(end, 1));
  if (months <= 0) return ANY_SUM;
  const whole = sums((perYear * months) / 12);
  // Options may have been counted in the value of the contract.
  return term["options"] === "none" ? whole : { low: whole.low, high: Infinity };
}

/** The day of the award as recorded, else the days between the notice and the first day of the term. */
function awardedIn(
  procurement: RawObject,
  term: RawObject,
  asOf: Day,
  assumptions: Set<GateAssumption>,
): AmendmentFacts["awarded"] {
  const awarded = dayOf(procurement["awarded"]);
  if (awarded !== undefined) return { from: awarded, to: awarded };
  const notice = dayOf(blockIn(procurement, "notice")["date"]);
  const start = dayOf(term["start"]);
  if (notice === undefined && start === undefined) {
    assumptions.add("award-unknown");
    return undefined;
  }
  const to = start ?? asOf;
  const from = notice ?? addMonths(to, -LONGEST_FROM_AWARD);
  assumptions.add(notice === undefined ? "award-before-start" : "award-after-notice");
  return from <= to ? { from, to } : { from: to, to: from };
}

function dayOf(value: Raw | undefined): Day | undefined {
  return typeof value === "string" ? parseDay(value) : undefined;
}
