import type { CriticalityClass } from "./classes.ts";
import type { Source } from "./criterion.ts";
import type { ContractType } from "./register.ts";
import type { Language } from "./values.ts";

/** Clauses that belong together for a type of contract and its classes. */
export interface Preset {
  readonly id: string;
  readonly types: readonly ContractType[];
  readonly classes: readonly CriticalityClass[];
  /** Ids of clauses, those of the preset it extends first. */
  readonly clauses: readonly string[];
  /** True when the law demands the terms: they are drafted without being asked for. */
  readonly statutory: boolean;
  readonly sources: readonly Source[];
  readonly text: Readonly<Record<Language, { readonly name: string; readonly why: string }>>;
}
