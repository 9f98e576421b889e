import { loadProcurementActs } from "../../src/load/thresholds.ts";
import type { AmendmentFacts } from "../../src/model/amendment.ts";
import type { Bounds, Day } from "../../src/model/values.ts";
import { nodePlatform } from "../../src/platform/node.ts";

/** The procurement acts that are shipped. */
export const ACTS = loadProcurementActs(nodePlatform());

export const sum = (low: number, high = low): Bounds => ({ low, high });

export const onDay = (day: string): AmendmentFacts["awarded"] => ({
  from: day as Day,
  to: day as Day,
});

/** Nothing is known, not even the day. */
export const NOTHING_KNOWN: AmendmentFacts = {
  sector: undefined,
  central: undefined,
  type: undefined,
  special: undefined,
  concession: undefined,
  awarded: undefined,
  estimated: sum(0, Infinity),
  original: sum(0, Infinity),
  indexed: sum(-Infinity, Infinity),
  earlier: sum(-Infinity, Infinity),
  change: sum(-Infinity, Infinity),
  changeClass: undefined,
  reviewClause: undefined,
  sameNature: undefined,
  admitsOthers: undefined,
  additional: undefined,
  unforeseen: undefined,
  lawfulTransfer: undefined,
};

/**
 * All is known: a municipality's contract on goods of a million, awarded in 2026, and a duty against
 * payment that no clause covers, that was foreseeable and that others could take on.
 */
export const ALL_KNOWN: AmendmentFacts = {
  sector: "general",
  central: false,
  type: "goods",
  special: "no",
  concession: false,
  awarded: onDay("2026-05-04"),
  estimated: sum(1_000_000),
  original: sum(1_000_000),
  indexed: sum(0),
  earlier: sum(0),
  change: sum(50_000),
  changeClass: "C",
  reviewClause: false,
  sameNature: true,
  admitsOthers: false,
  additional: false,
  unforeseen: false,
  lawfulTransfer: false,
};
