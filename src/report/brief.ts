import type { Assessment, Finding } from "../model/assessment.ts";
import type { Criterion } from "../model/criterion.ts";
import type { Place } from "../model/diagnostic.ts";
import type { Profile } from "../model/profile.ts";
import type { LocalText } from "../model/values.ts";
import type { VitalFunction } from "../model/vital-function.ts";
import type { Format } from "../wording/format.ts";
import type { Wording } from "../wording/wording.ts";

/** The parts of a profile that a report prints. */
export type PrintedProfile = Pick<
  Profile,
  "weights" | "must" | "grades" | "asked" | "stale" | "validityFactor"
>;

/** Everything a report is made of: nothing else is looked up while it is built. */
export interface ReportBrief {
  readonly assessment: Assessment;
  /** The criteria in use, by id: their titles, reasons and questions. */
  readonly criteria: ReadonlyMap<string, Criterion>;
  /** The vital functions of society, by code: their names. */
  readonly vitalFunctions: ReadonlyMap<string, VitalFunction>;
  /** Ids of the clauses that can be drafted; others are not proposed. */
  readonly library: ReadonlySet<string>;
  /** What the organisation calls groups of criteria of its own, by their id. */
  readonly groups: ReadonlyMap<string, LocalText>;
  /** Has the areas `terms` and `report`, in the report's language. */
  readonly wording: Wording;
  readonly format: Format;
  /** A place as a person looks it up, for example `registers/2026.yaml:84`. */
  readonly locate: (place: Place) => string;
  readonly tool: { readonly name: string; readonly version: string };
  /** Weights and limits to print in the method section; left out there when undefined. */
  readonly profile: PrintedProfile | undefined;
  /** Printed in the head of every page; may be empty. */
  readonly marking: string;
  /** Most entries to print of a long list; undefined prints all. What is counted does not change. */
  readonly most: number | undefined;
  /** Findings that a baseline has; undefined where none was given. */
  readonly known?: ReadonlySet<Finding>;
}
