import type { CriticalityClass } from "./classes.ts";
import type { Condition } from "./condition.ts";
import type { Day, Language, RawObject } from "./values.ts";
import { LANGUAGES } from "./values.ts";

export const LEVELS = ["organisation", "portfolio", "supplier", "contract"] as const;
/** Whom a criterion looks at. */
export type Level = (typeof LEVELS)[number];

/** `N`: disruptions in normal conditions; `E`: emergency conditions. */
export type Situation = "N" | "E";

export const SEVERITIES = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * What proves an answer, weakest last: tried in practice or audited, a document the buyer has seen,
 * the supplier's word, nothing. `contract-text` and `register` (computed) are their own proof.
 */
export type ProofKind = "test" | "document" | "supplier-statement" | "contract-text" | "register";

/** How old the proof may be, in months; `null` when it does not age. */
export type Validity = Readonly<Record<CriticalityClass, number | null>>;

/** How a source was verified: `V` read in the source, `V-old` in an older wording, `B` background, `D` a proposal of ours. */
export type SourceMark = "V" | "V-old" | "B" | "D" | "?";

export interface Source {
  readonly act: string;
  readonly section: string | undefined;
  readonly url: string | undefined;
  /** The day a person last read it there; undefined when nobody has. */
  readonly checked: Day | undefined;
  readonly mark: SourceMark;
}

export interface CriterionText {
  /** A short statement of the good state. */
  readonly title: string;
  readonly why: string;
  readonly do: string;
  /** The question put to the officer when the verdict is unknown. */
  readonly ask: string;
}

/** A small case inside a criterion: documentation and test at once. */
export interface CriterionExample {
  readonly says: string;
  readonly class: CriticalityClass;
  /** Fields by path, written as in the register; the rest is blank. */
  readonly given: RawObject;
  /** Facts given instead of computed: for those that need more than one entry. */
  readonly facts: RawObject;
  readonly verdict: Verdict;
  readonly partial: boolean;
}

export interface Criterion {
  readonly id: string;
  readonly version: string;
  readonly group: string;
  readonly level: Level;
  readonly situations: readonly Situation[];
  /** `undefined` for a class means: not required there. Organisation and portfolio use one for all. */
  readonly severity: Readonly<Partial<Record<CriticalityClass, Severity>>>;
  /** By what the weight of its severity is multiplied; 1 unless the organisation weighs it otherwise. */
  readonly weightFactor: number;
  /** True when the law itself demands it: then it holds at every class and cannot be overridden away. */
  readonly statutory: boolean;
  readonly applies: Condition | undefined;
  readonly met: Condition;
  readonly partial: Condition | undefined;
  readonly proof: {
    /** What counts in full at each class. */
    readonly kind: Readonly<Record<CriticalityClass, ProofKind>>;
    readonly valid: Validity;
    /** The field whose evidence counts; the first field of `met` when not said. */
    readonly of: string | undefined;
    /** Classes at which a proof weaker than `kind` makes the verdict partial. */
    readonly strictAt: readonly CriticalityClass[];
  };
  readonly gaps: readonly string[];
  readonly remedy: { readonly clauses: readonly string[]; readonly effort: 1 | 2 | 3 };
  readonly sources: readonly Source[];
  readonly text: Readonly<Record<Language, CriterionText>>;
  readonly examples: readonly CriterionExample[];
}

export const VERDICTS = ["met", "not-met", "unknown", "not-applicable"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A criterion's words in a language; in another where an organisation has written its own in fewer. */
export function criterionWords({ text }: Criterion, language: Language): CriterionText {
  const known = [language, ...LANGUAGES].find((each) => text[each].title !== "");
  return text[known ?? language];
}
