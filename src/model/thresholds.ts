import type { Source } from "./criterion.ts";
import type { Bounds, Day } from "./values.ts";

/** The two procurement acts: general (1397/2016) and utilities (1398/2016). */
export const SECTORS = ["general", "utilities"] as const;
export type Sector = (typeof SECTORS)[number];

/**
 * What a contract is, as far as thresholds ask. `special`: social, health and other special services
 * (annex E of the general act, where two thresholds differ; annex C of the other).
 */
export const PROCUREMENT_KINDS = [
  "central-goods-services",
  "goods-services",
  "works",
  "special-health",
  "special-other",
  "special",
  "concession",
] as const;
export type ProcurementKind = (typeof PROCUREMENT_KINDS)[number];

/** Thresholds, and the days on which they held. */
export interface ThresholdPeriod {
  readonly level: "eu" | "national";
  readonly from: Day;
  /** The last day; undefined while they hold. */
  readonly to: Day | undefined;
  /** Euros without value added tax; a kind that is not here has no threshold at this level. */
  readonly values: Readonly<Partial<Record<ProcurementKind, number>>>;
  readonly sources: readonly Source[];
}

/** The questions of the gate, in the order in which they are asked. */
export const GATE_STEPS = [
  "scope",
  "review-clause",
  "not-substantial",
  "minor",
  "additional",
  "unforeseen",
  "supplier-change",
  "new-procurement",
] as const;
export type GateStep = (typeof GATE_STEPS)[number];

/** What one of the acts says on changing a contract in force. */
export interface ProcurementAct {
  readonly id: string;
  readonly sector: Sector;
  /** Its number, `1397/2016`. */
  readonly act: string;
  /** Its sections on changes, on termination after an unlawful one, and on the notice of a change. */
  readonly modification: string;
  readonly termination: string;
  readonly notice: string;
  /** The day on which it entered into force. */
  readonly from: Day;
  /** Shares of 1 of the original value: a minor change stays below, a greater one does not exceed. */
  readonly limits: {
    readonly minor: number;
    readonly minorWorks: number;
    readonly greater: number;
  };
  /** The most value added tax that a sum may include, as a share of the sum without it. */
  readonly greatestVat: { readonly rate: number; readonly sources: readonly Source[] };
  readonly steps: Readonly<Record<GateStep, readonly Source[]>>;
  readonly periods: readonly ThresholdPeriod[];
}

/** A threshold that may apply; unknown where the day lies outside of every period that is held. */
export interface PossibleThreshold {
  readonly period: ThresholdPeriod | undefined;
  readonly value: Bounds;
}
