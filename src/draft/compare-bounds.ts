import type { Holds } from "../model/amendment.ts";
import type { Bounds } from "../model/values.ts";

/** Whether a value is less than a limit, each known within bounds. */
export function isBelow(value: Bounds, limit: Bounds): Holds {
  if (value.high < limit.low) return "yes";
  return value.low >= limit.high ? "no" : "unknown";
}

/** Whether a value is at most a limit. */
export function isAtMost(value: Bounds, limit: Bounds): Holds {
  return not(isBelow(limit, value));
}

/** Whether a value is at least a limit. */
export function isAtLeast(value: Bounds, limit: Bounds): Holds {
  return not(isBelow(value, limit));
}

export function not(holds: Holds): Holds {
  return holds === "unknown" ? "unknown" : holds === "yes" ? "no" : "yes";
}

/** Kleene's and: one no settles it. */
export function both(...parts: readonly Holds[]): Holds {
  if (parts.includes("no")) return "no";
  return parts.includes("unknown") ? "unknown" : "yes";
}

/** An answer that a person has given, or nobody has. */
export function said(answer: boolean | undefined): Holds {
  return answer === undefined ? "unknown" : answer ? "yes" : "no";
}

/** Sums in euros are exact to the hundredth of a cent: what binary fractions add is cut off. */
export function sumOf(left: Bounds, right: Bounds): Bounds {
  return { low: settle(left.low + right.low), high: settle(left.high + right.high) };
}

function settle(euros: number): number {
  return Math.round(euros * 10_000) / 10_000;
}

/** Bounds that hold the values of all. */
export function hullOf(all: readonly Bounds[]): Bounds {
  return {
    low: Math.min(...all.map(({ low }) => low)),
    high: Math.max(...all.map(({ high }) => high)),
  };
}

/** The size of a change, whether it raises or lowers the value. */
export function sizeOf({ low, high }: Bounds): Bounds {
  if (low >= 0) return { low, high };
  if (high <= 0) return { low: -high, high: -low };
  return { low: 0, high: Math.max(-low, high) };
}

/** A share of a value; the share is from 0 to 1, the value not negative. */
export function partOf(value: Bounds, share: number): Bounds {
  return { low: settle(value.low * share), high: settle(value.high * share) };
}

/** One value as a share of another; without an upper bound where the other may be nothing. */
export function ratioOf(value: Bounds, reference: Bounds): Bounds {
  const low = value.low === 0 || reference.high === Infinity ? 0 : value.low / reference.high;
  const high = value.high === 0 ? 0 : reference.low === 0 ? Infinity : value.high / reference.low;
  return { low, high: Math.max(low, high) };
}
