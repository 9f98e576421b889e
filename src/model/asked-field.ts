import type { Criterion, Severity } from "./criterion.ts";
import type { Raw } from "./values.ts";

/** A field of the register that a questionnaire asks about, and what its answer serves. */
export interface AskedField {
  /** Whose field it is. */
  readonly shape: "organisation" | "supplier" | "contract";
  /** Id of the entry; `*` in a form that is not about one. */
  readonly entry: string;
  /** Dotted path of the field in the entry. */
  readonly path: string;
  /** True when its answer may change a contract's class. */
  readonly decidesClass: boolean;
  /** The criteria that read it, the gravest first. */
  readonly criteria: readonly Criterion[];
  /** True when they read it only to know whom they concern: then their own question is about something else. */
  readonly concerns: boolean;
  /** The gravest severity of those criteria at the classes that are possible. */
  readonly severity: Severity | undefined;
  /** What the register says now; undefined where it says nothing. */
  readonly recorded: Raw | undefined;
}

/** Stands for the id in a form that is not about one entry. No id can be written so. */
export const ANY_ENTRY = "*";

/** What tells a field of a register from all others: no id and no path has a space. */
export function keyOfField({
  shape,
  entry,
  path,
}: Pick<AskedField, "shape" | "entry" | "path">): string {
  return `${shape} ${entry} ${path}`;
}
