import type { PriorityInterval } from "../model/assessment.ts";
import type { ClassInterval, CriticalityClass } from "../model/classes.ts";
import { classesIn } from "../model/classes.ts";
import type { Severity, Verdict } from "../model/criterion.ts";
import type { PriorityRow, Profile } from "../model/profile.ts";
import { PRIORITIES } from "../model/profile.ts";
import type { Contract } from "../model/register.ts";
import type { Day } from "../model/values.ts";
import { daysBetween, isRawList, isRawObject, parseDay } from "../model/values.ts";
import { evaluate } from "./evaluate.ts";
import type { Observation } from "./observation.ts";

/** What the rows of the priority table look at. */
export interface Urgency {
  readonly class: ClassInterval | undefined;
  readonly verdict: Verdict;
  /** How grave the criterion is at a class; undefined where it is not required. */
  readonly severityAt: (criticality: CriticalityClass) => Severity | undefined;
  readonly statutory: boolean;
  /** Days until something can be done; undefined when nobody has said. */
  readonly daysToAct: number | undefined;
}

/**
 * The priority by the first row that holds, as an interval where the class or the day is not known.
 * Until there are stress tests, row 2 reads criteria only.
 */
export function prioritise(urgency: Urgency, profile: Profile, asOf: Day): PriorityInterval {
  // A contract that may be of any class has no level yet: the rows that name a class pass it by.
  const unclassified = isUnclassified(urgency.class);
  const classes: readonly (CriticalityClass | undefined)[] =
    urgency.class === undefined || unclassified ? [undefined] : classesIn(urgency.class);
  const days =
    urgency.daysToAct === undefined ? [0, Number.POSITIVE_INFINITY] : [urgency.daysToAct];
  const rows = classes.flatMap((criticality) =>
    days.map((each) => firstRow(urgency, criticality, each, profile, asOf)),
  );
  const order = (row: PriorityRow): number => PRIORITIES.indexOf(row.priority);
  const most = rows.reduce((left, right) =>
    order(right) < order(left) || (order(right) === order(left) && right.row < left.row)
      ? right
      : left,
  );
  const least = rows.reduce((left, right) => (order(right) > order(left) ? right : left));
  return { low: least.priority, high: most.priority, row: most.row };
}

/**
 * Rows found before, for as long as their profile is in use: thousands of findings ask the same few
 * questions, and a row depends on the answers alone.
 */
const FOUND_ROWS = new WeakMap<Profile, Map<string, PriorityRow>>();

/** True when the class may be any: nothing about its facts is known yet. */
export function isUnclassified(interval: ClassInterval | undefined): boolean {
  return interval?.low === "K1" && interval.high === "K4";
}

function firstRow(
  urgency: Urgency,
  criticality: CriticalityClass | undefined,
  days: number,
  profile: Profile,
  asOf: Day,
): PriorityRow {
  const severity = criticality === undefined ? undefined : urgency.severityAt(criticality);
  const must =
    criticality !== undefined &&
    severity !== undefined &&
    profile.must[criticality].includes(severity);
  const known = !isUnclassified(urgency.class);
  const rows = FOUND_ROWS.get(profile) ?? new Map<string, PriorityRow>();
  FOUND_ROWS.set(profile, rows);
  const question = `${criticality ?? ""} ${urgency.verdict} ${must} ${urgency.statutory} ${days} ${known} ${asOf}`;
  let row = rows.get(question);
  if (row === undefined) {
    const values = {
      "fact.class": criticality ?? "none",
      "fact.verdict": urgency.verdict,
      "fact.must": must ? "yes" : "no",
      "fact.statutory": urgency.statutory ? "yes" : "no",
      "fact.days-to-act": days,
      "fact.class-known": known ? "yes" : "no",
    };
    row = rowFor(values, profile, asOf);
    rows.set(question, row);
  }
  return row;
}

function rowFor(
  values: Readonly<Record<string, string | number>>,
  profile: Profile,
  asOf: Day,
): PriorityRow {
  const observe = (field: string): Observation => {
    const value = values[field];
    if (value === undefined) return { kind: "word", places: [], state: "unknown", blanks: [field] };
    return {
      kind: typeof value === "number" ? "number" : "word",
      places: [],
      state: "known",
      value,
    };
  };
  const surroundings = { asOf, observe, scale: () => undefined };
  const row = profile.priorities.find(
    ({ when }) => when === undefined || evaluate(when, surroundings).truth === "true",
  );
  if (row === undefined) throw new Error("no row of the priority table holds");
  return row;
}

/**
 * Days until the earliest moment at which something can be done about a contract: the last day to
 * decide on an option, the end of the term, the planned next procurement; at once when it can be
 * terminated at notice any day. Undefined when none of them is recorded.
 */
export function daysToAct(contract: Contract, asOf: Day): number | undefined {
  if (contract.stage === "planned" || contract.stage === "tendering") return 0;
  const term = isRawObject(contract.raw["term"]) ? contract.raw["term"] : {};
  const openEnded = term["open-ended"] === "yes" || term["open-ended"] === true;
  if (openEnded && typeof term["notice"] === "string" && term["notice"] !== "unknown") return 0;
  const procurement = isRawObject(contract.raw["procurement"]) ? contract.raw["procurement"] : {};
  const next = isRawObject(procurement["next"]) ? procurement["next"] : {};
  const options = isRawList(term["options"]) ? term["options"] : [];
  const days = [
    term["end"],
    next["planned"],
    ...options.map((option) => (isRawObject(option) ? option["decide-by"] : undefined)),
  ]
    .flatMap((value) => (typeof value === "string" ? (parseDay(value) ?? []) : []))
    .map((day) => daysBetween(asOf, day))
    .filter((count) => count >= 0);
  return days.length === 0 ? undefined : Math.min(...days);
}

/** The most urgent of several priorities, and the least urgent of their low ends that is still as urgent. */
export function mostUrgent(
  priorities: readonly PriorityInterval[],
  otherwise: PriorityInterval,
): PriorityInterval {
  return priorities.reduce((left, right) => {
    const byHigh = PRIORITIES.indexOf(right.high) - PRIORITIES.indexOf(left.high);
    const high = byHigh < 0 || (byHigh === 0 && right.row < left.row) ? right : left;
    const low = PRIORITIES.indexOf(right.low) < PRIORITIES.indexOf(left.low) ? right.low : left.low;
    return { low, high: high.high, row: high.row };
  }, otherwise);
}
