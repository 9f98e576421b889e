import type { Contract } from "../model/register.ts";
import type { Bounds, Day, Raw } from "../model/values.ts";
import { exactly, isRawObject, monthsBetween, rawText } from "../model/values.ts";
import type { FactContext } from "./fact.ts";
import { numberIn, yesIn } from "./fact.ts";
import { tolerableDisruption } from "./facts/mtpd.ts";
import type { Reading } from "./reading.ts";

/** The facts behind a class, each as a level with bounds; 1 is the least serious. */
export interface CriticalityLevels {
  readonly "life-health-level": Bounds;
  readonly "statutory-duty-level": Bounds;
  readonly "vital-function-level": Bounds;
  readonly "outage-level": Bounds;
  readonly "dependents-level": Bounds;
  readonly "users-level": Bounds;
  /** Whether the same can be had elsewhere in time: true, false, or undefined when not known. */
  readonly alternativeInTime: boolean | undefined;
  /** Whether the alternative is ready and checked recently enough to lower a class (M1). */
  readonly readyAlternative: boolean | undefined;
}

/** Where the answers behind a class stand in the register; each is asked for when it is blank. */
export const CRITICALITY_PATHS = [
  "criticality.life-health",
  "criticality.statutory-duty",
  "criticality.vital-function",
  "criticality.mtpd",
  "criticality.dependents",
  "criticality.people",
  "criticality.vulnerable",
  "criticality.alternative",
] as const;

const LIFE_HEALTH = ["none", "indirect", "serious", "life-threatening"];
const STATUTORY_DUTY = ["none", "supports", "delivers", "uninterruptible"];
const LINK = ["none", "supporting", "direct", "sole"];

type Context = FactContext & { readonly contract: Contract };

/** Reads the levels of a contract. `checkedWithin`: full months a check of the alternative stays good. */
export function criticalityLevels(context: Context, checkedWithin: number): CriticalityLevels {
  const outage = outageLevel(context);
  return {
    "life-health-level": wordLevel(context.read("criticality.life-health"), LIFE_HEALTH),
    "statutory-duty-level": statutoryLevel(context),
    "vital-function-level": vitalFunctionLevel(context),
    "outage-level": outage.level,
    "dependents-level": dependentsLevel(context.read("criticality.dependents")),
    "users-level": usersLevel(context),
    alternativeInTime: alternativeInTime(context, outage.hours),
    readyAlternative: readyAlternative(context, checkedWithin),
  };
}

/** `none` is both a word of these lists and the format's word for a thing known to be absent. */
function wordLevel(reading: Reading, words: readonly string[]): Bounds {
  if (reading.state === "none") return exactly(1);
  if (reading.state !== "known") return { low: 1, high: words.length };
  return exactly(words.indexOf(rawText(reading.value)) + 1);
}

function statutoryLevel(context: Context): Bounds {
  const own = context.read("criticality.statutory-duty");
  if (own.state !== "unknown") return wordLevel(own, STATUTORY_DUTY);
  const levels = context.index
    .functionsOf(context.contract.id)
    .flatMap(({ function: each, whole }) => {
      const statutory = yesIn(context.readOf(each, "function", "statutory"));
      return statutory === false
        ? []
        : [{ low: statutory === true ? levelNeeding(whole) : 1, high: levelNeeding(whole) }];
    });
  // That no function says it is statutory tells nothing of the contract itself.
  return levels.some(({ low }) => low > 1)
    ? gravest(levels)
    : { low: 1, high: STATUTORY_DUTY.length };
}

/** Level of what a function gives a contract that it needs, all of it or a share. */
function levelNeeding(whole: boolean): number {
  return whole ? 3 : 2;
}

function gravest(levels: readonly Bounds[]): Bounds {
  return {
    low: Math.max(...levels.map(({ low }) => low)),
    high: Math.max(...levels.map(({ high }) => high)),
  };
}

/** The strongest link counts. A function that needs the contract gives a link where the contract has none of its own. */
function vitalFunctionLevel(context: Context): Bounds {
  const own = context.read("criticality.vital-function");
  if (own.state === "none") return exactly(1);
  if (own.state !== "known") return linkFromFunctions(context);
  const links: readonly Raw[] =
    typeof own.value === "object" && Symbol.iterator in own.value ? own.value : [own.value];
  return gravest(
    links.map(
      (link) =>
        linkLevel(isRawObject(link) ? link["link"] : undefined) ?? linkFromFunctions(context),
    ),
  );
}

function linkFromFunctions(context: Context): Bounds {
  const levels = context.index.functionsOf(context.contract.id).map(({ function: each, whole }) => {
    const code = context.readOf(each, "function", "vital-function");
    if (code.state === "none") return exactly(1);
    return { low: code.state === "known" ? levelNeeding(whole) : 1, high: levelNeeding(whole) };
  });
  return levels.length === 0 ? { low: 1, high: LINK.length } : gravest(levels);
}

function linkLevel(link: Raw | undefined): Bounds | undefined {
  const level = typeof link === "string" ? LINK.indexOf(link) + 1 : 0;
  return level > 0 ? exactly(level) : undefined;
}

const SLOWEST_HOURS = 336;
const SLOW_HOURS = 72;
const DAY_HOURS = 24;

/** Level of the longest tolerable disruption in hours: over two weeks, over three days, a day, less. */
function hoursLevel(hours: number): number {
  if (hours > SLOWEST_HOURS) return 1;
  if (hours > SLOW_HOURS) return 2;
  return hours >= DAY_HOURS ? 3 : 4;
}

function outageLevel(context: Context): { readonly level: Bounds; readonly hours: Bounds } {
  const tolerable = tolerableDisruption(context);
  let hours: Bounds = { low: 0, high: Number.POSITIVE_INFINITY };
  if (tolerable.state === "known") hours = exactly(Number(tolerable.value));
  else if (tolerable.state === "between") hours = { low: tolerable.low, high: tolerable.high };
  return { level: { low: hoursLevel(hours.high), high: hoursLevel(hours.low) }, hours };
}

function dependentsLevel(reading: Reading): Bounds {
  if (reading.state === "none") return exactly(1);
  if (reading.state !== "known") return { low: 1, high: 3 };
  const count = Array.isArray(reading.value) ? reading.value.length : Number(reading.value);
  return exactly(count === 0 ? 1 : count <= 2 ? 2 : 3);
}

const MANY_PEOPLE = 1000;
const SOME_PEOPLE = 50;

function usersLevel(context: Context): Bounds {
  const people = peopleOf(context);
  const vulnerable = vulnerableOf(context);
  return {
    low: peopleLevel(people.low, vulnerable === true),
    high: peopleLevel(people.high, vulnerable !== false),
  };
}

function peopleLevel(people: number, vulnerable: boolean): number {
  if (people >= MANY_PEOPLE || (vulnerable && people >= SOME_PEOPLE)) return 3;
  return people >= SOME_PEOPLE || vulnerable ? 2 : 1;
}

/** The contract's own number, else the most people of the functions that need it. */
function peopleOf(context: Context): Bounds {
  const own = numberIn(context.read("criticality.people"));
  if (own !== undefined) return exactly(own);
  const counts = context.index
    .functionsOf(context.contract.id)
    .map(({ function: each }) => numberIn(context.readOf(each, "function", "people")));
  if (counts.length === 0) return { low: 0, high: Number.POSITIVE_INFINITY };
  const most = Math.max(0, ...counts.flatMap((count) => count ?? []));
  return { low: most, high: counts.includes(undefined) ? Number.POSITIVE_INFINITY : most };
}

function vulnerableOf(context: Context): boolean | undefined {
  const own = yesIn(context.read("criticality.vulnerable"));
  if (own !== undefined) return own;
  const answers = context.index
    .functionsOf(context.contract.id)
    .map(({ function: each }) => yesIn(context.readOf(each, "function", "vulnerable")));
  if (answers.includes(true)) return true;
  return answers.length === 0 || answers.includes(undefined) ? undefined : false;
}

/** Whether something else can be had within the longest tolerable disruption. */
function alternativeInTime(context: Context, hours: Bounds): boolean | undefined {
  if (context.read("criticality.alternative").state === "none") return false;
  const within = numberIn(context.read("criticality.alternative.within"));
  if (within === undefined) return undefined;
  if (within <= hours.low) return true;
  return within > hours.high ? false : undefined;
}

function readyAlternative(context: Context, checkedWithin: number): boolean | undefined {
  if (context.read("criticality.alternative").state === "none") return false;
  const ready = yesIn(context.read("criticality.alternative.ready"));
  const checked = checkedRecently(context, checkedWithin);
  if (ready === false || checked === false) return false;
  return ready === undefined ? undefined : checked;
}

function checkedRecently(context: Context, checkedWithin: number): boolean | undefined {
  const verified = context.read("criticality.alternative.verified");
  if (verified.state === "none") return false;
  if (verified.state !== "known") return undefined;
  return monthsBetween(verified.value as Day, context.asOf) <= checkedWithin;
}
