import type { CriticalityClass } from "./classes.ts";
import type { Condition } from "./condition.ts";
import type { Source } from "./criterion.ts";
import type { ContractType } from "./register.ts";
import type { Day, Language, Raw } from "./values.ts";

/** What kind of value a clause parameter takes; `annex` and `reference` name another part of the contract. */
export type ParameterKind =
  "span" | "period" | "share" | "money" | "number" | "text" | "annex" | "reference" | "choice";

export interface ClauseParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** Unit in which the sentence counts: minutes, hours, days, months, percent, euros. */
  readonly unit:
    "minutes" | "hours" | "days" | "weeks" | "months" | "percent" | "euros" | undefined;
  /** Default for each class; `null` where the class has none and a person must fill it in. */
  readonly defaults: Readonly<Record<CriticalityClass, Raw>>;
  /** Least and greatest value that may be filled in, in `unit`. */
  readonly range: { readonly least: number; readonly greatest: number } | undefined;
  /** The clause a `reference` points at, by id. */
  readonly refersTo: string | undefined;
  /** What the parameter is, and why its default is what it is. */
  readonly text: Readonly<Record<Language, { readonly name: string; readonly why: string }>>;
}

/** One numbered item of a clause; `{{parameter}}` marks a blank. */
export interface ClauseItem {
  readonly text: string;
  readonly points: readonly string[];
  /** Text after the lettered points, where the sentence goes on. */
  readonly after: string | undefined;
}

export interface ClauseText {
  readonly title: string;
  readonly purpose: string;
  readonly items: readonly ClauseItem[];
  /** What the organisation's lawyer must decide. */
  readonly decide: readonly string[];
  /** What the wording assumes. */
  readonly assumes: readonly string[];
}

/** A collision with general terms or with another clause. */
export interface ClauseConflict {
  /** JYSE, JIT, YSE, KSE, or the id of a clause. */
  readonly with: string;
  readonly text: Readonly<Record<Language, string>>;
}

export interface Clause {
  readonly id: string;
  /** The code that documents print, DC-01 to DC-30. */
  readonly code: string;
  readonly version: string;
  readonly status: "draft" | "reviewed";
  readonly reviewed: Day | undefined;
  readonly types: readonly ContractType[];
  /** Classes at which it is proportionate. */
  readonly classes: readonly CriticalityClass[];
  readonly applies: Condition | undefined;
  readonly gaps: readonly string[];
  /** Must be in the tender documents because it bears on price or on the will to bid. */
  readonly tender: boolean;
  readonly retrofit: "A" | "B" | "C" | "D" | "none";
  /** Clauses this one leans on: each entry is a list of which at least one is needed. */
  readonly needs: readonly (readonly string[])[];
  readonly conflicts: readonly ClauseConflict[];
  readonly parameters: readonly ClauseParameter[];
  readonly sources: readonly Source[];
  readonly text: Readonly<Record<Language, ClauseText>>;
}
