import type { ClassInterval, CriticalityClass } from "./classes.ts";
import type { Level, Severity, Verdict } from "./criterion.ts";
import type { Place } from "./diagnostic.ts";
import type { Priority } from "./profile.ts";
import type { Contract, InputFile, Organisation, Supplier } from "./register.ts";
import type { Bounds, Day } from "./values.ts";

/** The verdict of one criterion on one subject. */
export interface Judgement {
  readonly criterion: string;
  readonly verdict: Verdict;
  /** Half in place: a detail of `not-met`. */
  readonly partial: boolean;
  /** Proof older than its validity: a detail of `met`. */
  readonly stale: boolean;
  /** Proof weaker than asked: a detail of `met`. */
  readonly weak: boolean;
  readonly accepted: boolean;
  /** The reason given for not applicable, or for acceptance. */
  readonly because: string | undefined;
  readonly severity: Severity | undefined;
  readonly weight: number;
  /** Credit between 0 and 1, before weighing. */
  readonly credit: Bounds;
  readonly evidence: readonly Place[];
  /** Paths whose answer could change the verdict. */
  readonly blanks: readonly string[];
  /** Set when the classes of the interval do not agree; the verdict is then unknown. */
  readonly dependsOnClass: Readonly<Partial<Record<CriticalityClass, Verdict>>> | undefined;
}

/** A supplier's judgement inside a contract's score. */
export interface SupplierJudgement extends Judgement {
  readonly supplier: string;
}

/** The share of required weight that is shown to be in place, and the share that may be. */
export interface Score {
  readonly bounds: Bounds;
  /** Weight of the unknown verdicts as a share of all weight, at the highest class. */
  readonly unknownShare: number;
}

export type Grade = 1 | 2 | 3 | 4;

export interface Preparedness extends Score {
  readonly grade: Grade;
  /** False when the bounds are so wide that the grade says little. */
  readonly gradeKnown: boolean;
  readonly situations: Readonly<Record<"N" | "E", Score | undefined>>;
  /** By group of criteria, in code-unit order of the group. */
  readonly groups: ReadonlyMap<string, Score | undefined>;
}

export interface Override {
  readonly class: CriticalityClass;
  readonly because: string;
  readonly by: string;
  readonly approvedBy: string | undefined;
  /** False when it goes below the computed class without `approved-by`: then it changes nothing. */
  readonly effective: boolean;
}

export interface Classification {
  /** The decided class: computed, then overridden. */
  readonly decided: ClassInterval;
  readonly computed: ClassInterval;
  /** The row that decided each end: R1-R9, M1, I1 or O1. */
  readonly rows: { readonly low: string; readonly high: string };
  /** The row of the table under M1 or I1. */
  readonly tableRows: { readonly low: string; readonly high: string };
  /** Contracts that passed their class on (I1). */
  readonly inheritedFrom: readonly string[];
  readonly override: Override | undefined;
  /** Paths whose answer could move a bound. */
  readonly decisive: readonly string[];
  /** True when the answers behind the class are older than the profile allows. */
  readonly stale: boolean;
}

export interface PriorityInterval {
  readonly low: Priority;
  readonly high: Priority;
  /** The row that gave the more urgent end. */
  readonly row: number;
}

export interface ContractAssessment {
  readonly contract: Contract;
  readonly classification: Classification;
  /** Undefined when nothing is required. */
  readonly preparedness: Preparedness | undefined;
  /** Residual risk, an ordinal index that reports leave out by default; undefined when nothing is required. */
  readonly residual: Bounds | undefined;
  readonly judgements: readonly Judgement[];
  readonly supplierJudgements: readonly SupplierJudgement[];
  readonly priority: PriorityInterval;
  /** Codes of the vital functions of society that it holds up. */
  readonly vitalFunctions: readonly string[];
  /** Ids of the actions under way for it. */
  readonly actions: readonly string[];
  readonly value: { readonly perYear: number | undefined; readonly currency: string };
}

export interface SupplierAssessment {
  readonly supplier: Supplier;
  /** The highest class among its contracts; undefined when it has none. */
  readonly class: ClassInterval | undefined;
  readonly judgements: readonly Judgement[];
  readonly preparedness: Preparedness | undefined;
}

export const FINDING_KINDS = [
  "not-met",
  "unknown",
  "stale",
  "weak",
  "class-undecided",
  "classification-stale",
  "class-lowered",
  "override-ineffective",
  "acceptance-expired",
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Something to do or to ask, in order of urgency. */
export interface Finding {
  readonly rank: number;
  readonly kind: FindingKind;
  readonly level: Level;
  /** Id of the contract, supplier or organisation; undefined for the portfolio. */
  readonly subject: string | undefined;
  /** Undefined for findings about the class. */
  readonly criterion: string | undefined;
  readonly severity: Severity | undefined;
  readonly partial: boolean;
  readonly priority: PriorityInterval;
  readonly statutory: boolean;
  /** Gain per effort inside a priority row; higher first. Not comparable over organisations. */
  readonly gain: number;
  readonly clauses: readonly string[];
  readonly blanks: readonly string[];
  readonly evidence: readonly Place[];
}

/** Five counts that add up to criteria times the subjects they look at. */
export interface Counts {
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
  readonly notApplicable: number;
  readonly accepted: number;
}

/** Something left out, or worth knowing, about the assessment as a whole. */
export interface Note {
  readonly code: "R024" | "R025" | "R026" | "R027" | "R028" | "C027";
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

export interface Assessment {
  readonly asOf: Day;
  readonly provenance: Provenance;
  readonly organisation: Organisation;
  readonly organisationJudgements: readonly Judgement[];
  readonly organisationPreparedness: Preparedness | undefined;
  /** Contracts that are not ended, in the register's order. */
  readonly contracts: readonly ContractAssessment[];
  /** Contracts whose term has ended: listed, out of every sum. */
  readonly ended: readonly Contract[];
  readonly suppliers: readonly SupplierAssessment[];
  readonly portfolioJudgements: readonly Judgement[];
  /** How many contracts are of a class for certain, and how many may be. */
  readonly classes: Readonly<Record<CriticalityClass, Bounds>>;
  /** Mean preparedness of the contracts of a class, with bounds; undefined when there are none. */
  readonly preparednessByClass: Readonly<Record<CriticalityClass, Bounds | undefined>>;
  readonly findings: readonly Finding[];
  readonly counts: Counts;
  /** For each criterion, in the catalogue's order. */
  readonly coverage: ReadonlyMap<string, Counts>;
  readonly notes: readonly Note[];
}

/** What a result was made from; it travels in every output. */
export interface Provenance {
  readonly toolVersion: string;
  readonly catalogueVersion: string;
  /** `sha256:` and hexadecimal, over every object of the catalogue in use. */
  readonly catalogueDigest: string;
  readonly profile: string;
  readonly overrides: readonly CatalogueOverride[];
  readonly inputs: readonly InputFile[];
}

/** Something in the catalogue that the organisation decided otherwise. */
export interface CatalogueOverride {
  readonly kind: "criterion" | "profile";
  readonly id: string;
  /** Added, written anew, changed in part, or not asked at all. */
  readonly what: "new" | "replaced" | "adjusted" | "off";
  /** The keys that an adjustment or a profile changes; empty for what is new, replaced or off. */
  readonly changes: readonly string[];
  readonly because: string;
  /** A role. */
  readonly by: string;
  /** The last day on which it applies; undefined: until further notice. */
  readonly until: Day | undefined;
  /** True when that day is past: then it changes nothing. */
  readonly over: boolean;
  readonly place: Place;
}
