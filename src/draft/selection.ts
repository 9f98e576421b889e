import type { ContractAssessment, Judgement } from "../model/assessment.ts";
import type { Clause } from "../model/clause.ts";
import type { Truth } from "../model/condition.ts";
import type { Criterion } from "../model/criterion.ts";
import type { Preset } from "../model/preset.ts";

export interface SelectionRequest {
  readonly contract: ContractAssessment;
  readonly library: ReadonlyMap<string, Clause>;
  readonly criteria: ReadonlyMap<string, Criterion>;
  /** Take the clauses of unknown gaps too. */
  readonly allGaps: boolean;
  /** Ids of clauses that a person wants whatever the assessment says. */
  readonly asked: readonly string[];
  /** Ids of clauses that a person does not want. */
  readonly without: readonly string[];
  /** Only these of the clauses that gaps call for; undefined: all of them. */
  readonly only?: readonly string[] | undefined;
  /** A set of clauses to take where it is meant for the contract. */
  readonly preset?: Preset | undefined;
  /** Sets that the law demands of the contracts they are meant for. */
  readonly mandatory?: readonly Preset[] | undefined;
  /** The fields that a computed fact reads. */
  readonly factNeeds?: ((fact: string) => readonly string[]) | undefined;
  /** Whether a clause's own condition holds for the contract; asked only where it has one. */
  readonly applies?: ((clause: Clause) => Truth) | undefined;
}

/** Why a clause was chosen. */
export type ChoiceReason =
  | {
      readonly kind: "gap" | "statutory";
      readonly criterion: Criterion;
      readonly judgement: Judgement;
    }
  | { readonly kind: "needed-by"; readonly clauses: readonly string[] }
  | { readonly kind: "preset" | "mandatory"; readonly preset: Preset }
  | { readonly kind: "asked" };

/** What is odd about a chosen clause. */
export type ChoiceRemark =
  | { readonly kind: "not-for-type" | "not-proportionate" | "present" | "does-not-apply" }
  /** None of these clauses, of which it needs one, is in the draft or in the contract. */
  | { readonly kind: "needs-missing"; readonly clauses: readonly string[] };

export interface ChosenClause {
  readonly clause: Clause;
  /** Parameters whose recorded value is known not to close the gap. */
  readonly insufficient: readonly string[];
  readonly reasons: readonly ChoiceReason[];
  readonly remarks: readonly ChoiceRemark[];
}

export type OmissionReason =
  | "not-in-library"
  | "not-for-type"
  | "does-not-apply"
  | "not-proportionate"
  | "present"
  | "accepted"
  | "not-listed"
  | "not-called-for"
  | "preset-not-meant"
  | "excluded"
  | "removed-statutory"
  | "removed";

export interface Omission {
  readonly clause: string;
  readonly because: OmissionReason;
  /** The chosen clause that cannot stand beside it, or undefined. */
  readonly by: string | undefined;
}

export interface UnknownGap {
  readonly criterion: Criterion;
  readonly judgement: Judgement;
  /** True when its clauses were taken all the same. */
  readonly drafted: boolean;
}

export interface Selection {
  /** In the order of their codes. */
  readonly chosen: readonly ChosenClause[];
  readonly omitted: readonly Omission[];
  readonly unknown: readonly UnknownGap[];
}
