import type { ContractAssessment, Judgement } from "../model/assessment.ts";
import type { Clause } from "../model/clause.ts";
import type { Truth } from "../model/condition.ts";
import type { Criterion } from "../model/criterion.ts";

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
  | { readonly kind: "asked" };

/** What is odd about a chosen clause. */
export type ChoiceRemark =
  | { readonly kind: "not-for-type" | "not-proportionate" | "present" | "does-not-apply" }
  /** None of these clauses, of which it needs one, is in the draft or in the contract. */
  | { readonly kind: "needs-missing"; readonly clauses: readonly string[] };

export interface ChosenClause {
  readonly clause: Clause;
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
  | "removed";

export interface Omission {
  readonly clause: string;
  readonly because: OmissionReason;
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
