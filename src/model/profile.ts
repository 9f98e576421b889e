import type { CriticalityClass } from "./classes.ts";
import type { Condition } from "./condition.ts";
import type { Severity } from "./criterion.ts";
import type { Language, Raw } from "./values.ts";

/** A row of the decision table: the first row whose condition holds gives the class. */
export interface ClassificationRow {
  readonly row: string;
  readonly class: CriticalityClass;
  /** `undefined`: always holds (the last row). */
  readonly when: Condition | undefined;
}

/** Rows of the priority table; the first that holds gives the priority. */
export interface PriorityRow {
  readonly row: number;
  readonly priority: Priority;
  readonly act: "now" | "ask" | "plan" | "classify" | "watch";
  readonly when: Condition | undefined;
}

export const PRIORITIES = ["P1", "P2", "P3", "P4"] as const;
/** How urgent a finding is: P1 first. */
export type Priority = (typeof PRIORITIES)[number];

/** A value for each class; `null`: nothing is asked at that class. */
export type Scale = Readonly<Record<CriticalityClass, Raw>>;

/** The weights, limits and tables by which the catalogue is applied. All are proposals, and say so. */
export interface Profile {
  readonly id: string;
  readonly weights: Readonly<Record<Severity, number>>;
  /** Severities that count as `must` at a class (priority rows 2-8). */
  readonly must: Readonly<Record<CriticalityClass, readonly Severity[]>>;
  readonly classification: {
    readonly rows: readonly ClassificationRow[];
    /** Rows whose class an alternative in time may lower, and how old its check may be in months. */
    readonly lowered: {
      readonly rows: readonly string[];
      readonly to: CriticalityClass;
      readonly checkedWithin: number;
    };
    /** Months after which the answers behind a class are old, for each class. */
    readonly stale: Readonly<Record<CriticalityClass, number>>;
  };
  readonly grades: {
    /** Least low bound for grades 4, 3 and 2. */
    readonly four: number;
    readonly three: number;
    readonly two: number;
    /** Wider bounds than this leave the grade not yet known. */
    readonly widest: number;
  };
  readonly strength: { readonly equal: number; readonly weaker: number; readonly weakest: number };
  readonly freshness: {
    readonly fresh: number;
    readonly aging: number;
    readonly old: number;
    readonly undated: number;
  };
  readonly partialCredit: number;
  /** How proof counts that is older than its validity: by its freshness, or in the high bound alone. */
  readonly stale: "partial" | "high-only";
  /** By what the greatest age of every proof is multiplied. */
  readonly validityFactor: number;
  /** The severities asked at each class, and at the levels without one; what the law demands is always asked. */
  readonly asked: Readonly<
    Record<CriticalityClass | "organisation" | "portfolio", readonly Severity[]>
  >;
  /** True when a gate fails on what is unknown as on what is known to be missing. */
  readonly unknownFails: boolean;
  /** A criterion that more than `share` of at least `least` contracts fail is itself doubted. */
  readonly suspicious: { readonly share: number; readonly least: number };
  /** Examples of roles and of a whole of procurement, for what would change a result. */
  readonly exampleWords: Readonly<Record<ExampleWord, Readonly<Record<Language, string>>>>;
  readonly impact: Readonly<Record<CriticalityClass, number>>;
  readonly exposure: Readonly<Record<ExposureFact | "base", number>>;
  /** Greatest part of the exposure that preparedness can remove. */
  readonly removable: number;
  readonly scales: Readonly<Record<string, Scale>>;
  /** Time a procurement takes, by the procedure planned for it: periods such as `8 months`. */
  readonly leadTimes: Readonly<Record<string, Raw>>;
  readonly priorities: readonly PriorityRow[];
}

export const EXAMPLE_WORDS = ["owner", "deputy", "whole"] as const;
/** What an example may be needed of. */
export type ExampleWord = (typeof EXAMPLE_WORDS)[number];

export const EXPOSURE_FACTS = [
  "single-supplier",
  "sole-country",
  "financial-warning",
  "long-lead-time",
  "recent-incident",
  "no-alternative",
] as const;
/** Structural facts that make a contract more exposed. */
export type ExposureFact = (typeof EXPOSURE_FACTS)[number];
