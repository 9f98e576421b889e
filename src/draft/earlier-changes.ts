import type { Bounds, Day, Raw, RawObject } from "../model/values.ts";
import { isRawList, isRawObject, parseDay } from "../model/values.ts";
import { hullOf, sumOf } from "./compare-bounds.ts";

/** What the changes made so far add up to, in euros. */
export interface EarlierChanges {
  /** Net sum of the minor ones. */
  readonly earlier: Bounds;
  /** By how much index adjustments have raised the price. */
  readonly indexed: Bounds;
  /** Whether some rest on the grounds that allow half of the original value each. */
  readonly greater: boolean;
}

const NOTHING: Bounds = { low: 0, high: 0 };
const ANYTHING: Bounds = { low: -Infinity, high: Infinity };

/** The recorded changes of a contract up to a day. A change on which nobody has said the ground may count or not. */
export function earlierChanges(contract: RawObject, asOf: Day): EarlierChanges {
  const written = contract["amendments"];
  if (written === "none") return { earlier: NOTHING, indexed: NOTHING, greater: false };
  if (!isRawList(written)) return { earlier: ANYTHING, indexed: ANYTHING, greater: false };
  const made = written.filter(isRawObject).filter((each) => {
    const day = typeof each["date"] === "string" ? parseDay(each["date"]) : undefined;
    return day === undefined || day <= asOf;
  });
  return {
    earlier: made.map(minorPart).reduce(sumOf, NOTHING),
    indexed: made.map(indexPart).reduce(sumOf, NOTHING),
    greater: made.some(({ ground }) => ground === "additional" || ground === "unforeseen"),
  };
}

function minorPart(change: RawObject): Bounds {
  const index = answerOf(change["index"]);
  const { ground } = change;
  if (index === true) return NOTHING;
  const open = ground === undefined || ground === null || ground === "unknown";
  if (!open && ground !== "minor") return NOTHING;
  const value = valueOf(change);
  return open || index === undefined ? hullOf([NOTHING, value]) : value;
}

function indexPart(change: RawObject): Bounds {
  const index = answerOf(change["index"]);
  if (index === false) return NOTHING;
  return index === true ? valueOf(change) : hullOf([NOTHING, valueOf(change)]);
}

function valueOf({ value }: RawObject): Bounds {
  return typeof value === "number" ? { low: value, high: value } : ANYTHING;
}

/** Left out, a change is no index adjustment. */
function answerOf(value: Raw | undefined): boolean | undefined {
  if (value === "yes" || value === true) return true;
  return value === "unknown" || value === null ? undefined : false;
}
