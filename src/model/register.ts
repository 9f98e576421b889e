import type { Place } from "./diagnostic.ts";
import type { Day, LocalText, RawObject } from "./values.ts";

/** Anything in a register that has an id and a place: the common part of all entries. */
export interface Entry {
  readonly id: string;
  /** As written, its shape checked; facts are read from it by path (see reading.ts). */
  readonly raw: RawObject;
  /** Where it stands: file and pointer of its value. */
  readonly place: Place;
}

export const STAGES = ["planned", "tendering", "in-force", "ended"] as const;
export type Stage = (typeof STAGES)[number];

export const CONTRACT_TYPES = ["goods", "services", "works", "ict", "social-health"] as const;
export type ContractType = (typeof CONTRACT_TYPES)[number];

/** One supplier of a contract; `share` of 1, `rank` in a ranked framework. */
export interface SupplierLink {
  readonly supplier: string;
  readonly share: number | undefined;
  readonly rank: number | undefined;
}

export interface Contract extends Entry {
  readonly title: LocalText;
  readonly stage: Stage | undefined;
  readonly type: ContractType | undefined;
  readonly also: readonly ContractType[];
  readonly suppliers: readonly SupplierLink[];
  /** Ids of contracts this one cannot do without; empty when none or not said. */
  readonly requires: readonly string[];
  readonly accepted: readonly Acceptance[];
  readonly unit: string | undefined;
}

export interface Supplier extends Entry {
  readonly name: LocalText;
  /** Id of the parent company; undefined when none or not said. */
  readonly parent: string | undefined;
  readonly accepted: readonly Acceptance[];
}

export interface Organisation extends Entry {
  readonly name: LocalText;
  readonly accepted: readonly Acceptance[];
}

/** A shortfall that somebody with authority has accepted until a day. */
export interface Acceptance {
  readonly criterion: string;
  readonly because: string;
  readonly by: string;
  readonly until: Day;
  readonly place: Place;
}

/** What the buyer does for people. */
export interface PublicFunction extends Entry {
  readonly name: LocalText;
  /** Contracts it cannot do without. */
  readonly allOf: readonly string[];
  /** Contracts of which a share suffices. */
  readonly shareOf: readonly string[];
}

export interface Action extends Entry {
  /** Criteria it cures. */
  readonly for: readonly string[];
  readonly contracts: readonly string[];
}

export interface InputFile {
  /** Relative to the register's folder, with forward slashes. */
  readonly path: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** One register, whatever number of files it was written in; references are resolved. */
export interface Register {
  readonly organisation: Organisation;
  readonly contracts: readonly Contract[];
  readonly suppliers: readonly Supplier[];
  readonly functions: readonly PublicFunction[];
  readonly resources: readonly Entry[];
  readonly actions: readonly Action[];
  readonly decisions: readonly Entry[];
  /** The goals of the procurement strategy, as written; undefined where no strategy lies beside the register. */
  readonly strategy: Entry | undefined;
  readonly inputs: readonly InputFile[];
}
