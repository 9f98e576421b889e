import type { FindingKind } from "./assessment.ts";
import type { Level, Severity } from "./criterion.ts";

/** A finding as it was when the baseline was written. No place: lines come and go. */
export interface BaselineEntry {
  readonly level: Level;
  /** Id of the contract, supplier or organisation; undefined for the portfolio. */
  readonly subject: string | undefined;
  /** Undefined for findings about the class. */
  readonly criterion: string | undefined;
  readonly kind: FindingKind;
  readonly severity: Severity | undefined;
  /** What was shown to be in place, 0 to 1. */
  readonly low: number;
  /** How many answers were missing. */
  readonly blanks: number;
  /** Digest, in hexadecimal, of the values that the verdict read. */
  readonly facts: string;
}

/** The findings that an organisation already knows of: they do not fail a gate, as long as they get no worse. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
}
