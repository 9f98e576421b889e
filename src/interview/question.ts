import type { Edit } from "../assess/edit.ts";
import type { Criterion, Severity } from "../model/criterion.ts";
import type { ValueKind } from "../model/shape.ts";

/** A field that nobody has answered, or whose proof is too old to count, and what its answer would decide. */
export interface Question {
  /** Whose field it is: in an interview the contract's or a supplier's. */
  readonly shape: Edit["shape"];
  /** Id of the entry. */
  readonly entry: string;
  /** Dotted path of the field in the entry. */
  readonly path: string;
  readonly kind: ValueKind;
  /** The words that the field takes, `unknown` left out; empty where it takes none. */
  readonly words: readonly string[];
  /** True when its answer moves an end of the class interval. */
  readonly decidesClass: boolean;
  /** The criteria that its answer would help to decide: the gravest first, then by id. */
  readonly criteria: readonly Criterion[];
  /** The gravest severity of those at the highest class the contract may be of; undefined where there are none. */
  readonly severity: Severity | undefined;
  /** What may be answered that matters, each as the edits that write it; empty where only the organisation's own ids can be. */
  readonly candidates: readonly (readonly Edit[])[];
}

/** What tells two questions about a contract and its suppliers apart. */
export function keyOf({ shape, entry, path }: Pick<Question, "shape" | "entry" | "path">): string {
  return `${shape} ${entry} ${path}`;
}
