import type { CatalogueOverride } from "./assessment.ts";
import type { Clause } from "./clause.ts";
import type { Criterion } from "./criterion.ts";
import type { Preset } from "./preset.ts";
import type { Profile } from "./profile.ts";
import type { LocalText } from "./values.ts";
import type { VitalFunction } from "./vital-function.ts";

/** The judgements in use: ours, with the organisation's own laid over them. */
export interface Catalogue {
  readonly version: string;
  /** `sha256:` and hexadecimal, over every object in use. */
  readonly digest: string;
  /** In code-unit order of their ids. */
  readonly criteria: ReadonlyMap<string, Criterion>;
  readonly clauses: ReadonlyMap<string, Clause>;
  /** Sets of clauses that can be asked for by name. */
  readonly presets: ReadonlyMap<string, Preset>;
  /** What the organisation calls groups of its own, by their id. */
  readonly groups: ReadonlyMap<string, LocalText>;
  readonly profile: Profile;
  /** The vital functions of society by their codes, in the order of the strategy. */
  readonly vitalFunctions: ReadonlyMap<string, VitalFunction>;
  readonly overrides: readonly CatalogueOverride[];
}
