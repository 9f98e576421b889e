import type { ContractType } from "./register.ts";
import type { GateStep, PossibleThreshold, ProcurementAct, ProcurementKind } from "./thresholds.ts";
import type { Sector } from "./thresholds.ts";
import type { Bounds, Day } from "./values.ts";

/**
 * What a change does. A: practical matters; B: a new duty at the supplier's cost; C: a new duty
 * against payment; D: relief for the supplier; E: another supplier; `none`: what belongs in the
 * next tender.
 */
export const CHANGE_CLASSES = ["A", "B", "C", "D", "E", "none"] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/** Which kind of special service it is: `yes` when only that it is one of them is known. */
export type SpecialService = "no" | "health" | "other" | "yes";

/**
 * What is known of a change to a contract in force. Undefined: nobody has said. Money is in euros
 * without value added tax, as bounds that hold the true sum; an unknown sum has infinite bounds.
 */
export interface AmendmentFacts {
  readonly sector: Sector | undefined;
  /** Whether the buyer is a central government authority. */
  readonly central: boolean | undefined;
  readonly type: ContractType | undefined;
  readonly special: SpecialService | undefined;
  readonly concession: boolean | undefined;
  /** The first and the last day on which the contract can have been awarded. */
  readonly awarded: { readonly from: Day; readonly to: Day } | undefined;
  /** The estimated value stated in the notice, options included. */
  readonly estimated: Bounds;
  /** The value of the contract as it was signed. */
  readonly original: Bounds;
  /** By how much adjustments under an index clause have raised the price; negative when they lowered it. */
  readonly indexed: Bounds;
  /** The net sum of the earlier minor changes. */
  readonly earlier: Bounds;
  /** What this change adds to what the buyer pays; negative when it lowers it. */
  readonly change: Bounds;
  readonly changeClass: ChangeClass | undefined;
  /** Whether a clear, precise and unambiguous clause of the contract covers the change. */
  readonly reviewClause: boolean | undefined;
  /** Whether the general nature of the contract stays the same. */
  readonly sameNature: boolean | undefined;
  /** Whether the new terms would have let others take part or another tender win. */
  readonly admitsOthers: boolean | undefined;
  /** Whether necessary additional deliveries cannot be bought from anybody else without major inconvenience. */
  readonly additional: boolean | undefined;
  /** Whether the need comes from circumstances that a diligent buyer could not foresee. */
  readonly unforeseen: boolean | undefined;
  /** Whether the supplier's place passes to another in a way that the act allows. */
  readonly lawfulTransfer: boolean | undefined;
}

/** What an answer may decide, by the name of the fact. */
export type AmendmentFact = keyof AmendmentFacts;

/** The names of the facts as people and files write them; those that can be said with `--change` have its names. */
export const AMENDMENT_FACT_NAMES: Readonly<Record<AmendmentFact, string>> = {
  sector: "sector",
  central: "central",
  type: "type",
  special: "special",
  concession: "concession",
  awarded: "awarded",
  estimated: "estimated",
  original: "original",
  indexed: "indexed",
  earlier: "earlier",
  change: "value",
  changeClass: "class",
  reviewClause: "review-clause",
  sameNature: "same-nature",
  admitsOthers: "admits-others",
  additional: "additional",
  unforeseen: "unforeseen",
  lawfulTransfer: "lawful-transfer",
};

/** True, false, or not known. */
export type Holds = "yes" | "no" | "unknown";

/** How a change can be carried through; each follows from the step of the same name. */
export const GATE_OUTCOMES = [
  "free",
  "review-clause",
  "not-substantial",
  "minor",
  "additional",
  "unforeseen",
  "supplier-change",
  "new-procurement",
] as const;
export type GateOutcome = (typeof GATE_OUTCOMES)[number];

/** Figures of a step that counts money. */
export interface GateFigures {
  /** What is compared: the estimate, or the absolute net value of this and earlier minor changes. */
  readonly value: Bounds;
  /** The threshold of the act, in euros; undefined where the step has none. */
  readonly threshold: Bounds | undefined;
  /** What the share is taken of: the original value with its index adjustments. */
  readonly reference: Bounds | undefined;
  /** The value as a share of the reference, where 1 is the whole. */
  readonly share: Bounds | undefined;
  /** The share that the act allows. */
  readonly limit: Bounds | undefined;
  /** What is left for this change, in euros: it must stay below (minor) or not exceed (the others). */
  readonly room: Bounds | undefined;
}

/** One question of the gate and its answer. */
export interface GateAnswer {
  readonly step: GateStep;
  /** `scope` holds when the section applies; the others when the change may be made on that ground. */
  readonly holds: Holds;
  readonly figures: GateFigures | undefined;
  /** Facts that nobody has said and that this step asked for. */
  readonly blanks: readonly AmendmentFact[];
}

/** One way in which what is unknown about act, kind, day of award, class and general nature can turn out. */
export interface GateCase {
  readonly act: ProcurementAct;
  readonly kind: ProcurementKind;
  readonly works: boolean;
  readonly threshold: PossibleThreshold;
  readonly changeClass: ChangeClass;
  readonly sameNature: boolean;
}

export type GateRisk = "low" | "moderate" | "high";

/** May the change be made: yes; only after a lawyer's assessment and with a notice; no; or it cannot be said. */
export type Permission = "yes" | "lawyer" | "no" | "open";

/** The decision of the gate, with everything it rests on. */
export interface GateDecision {
  readonly facts: AmendmentFacts;
  /** Everything that can be the outcome, in the order of the steps; one when it is decided. */
  readonly outcomes: readonly GateOutcome[];
  /** The outcomes if what usually holds for a change of its class holds here; empty where even so it cannot be said whether it is allowed. */
  readonly likely: readonly GateOutcome[];
  readonly permission: Permission;
  /** Each question that was reached, in order; the last one that can be reached decides. */
  readonly answers: readonly GateAnswer[];
  readonly cases: readonly GateCase[];
  /** The facts whose answers can narrow the outcomes. */
  readonly wouldDecide: readonly AmendmentFact[];
  readonly risk: GateRisk;
}

/** What is taken for granted; a lawyer must look at each. */
export const GATE_ASSUMPTIONS = [
  "lawyer",
  "award-day",
  "award-after-notice",
  "award-before-start",
  "award-unknown",
  "award-outside",
  "net-value",
  "no-payment",
  "apart",
  "favours-supplier",
  "tax",
  "currency",
  "main-type",
  "central",
  "special",
  "no-change-clause",
  "framework",
  "no-circumvention",
] as const;
export type GateAssumption = (typeof GATE_ASSUMPTIONS)[number];
