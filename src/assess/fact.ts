import type { ClassInterval, CriticalityClass } from "../model/classes.ts";
import type { Level } from "../model/criterion.ts";
import type { Profile } from "../model/profile.ts";
import type { Contract, Entry, Register } from "../model/register.ts";
import type { ValueKind } from "../model/shape.ts";
import type { Day } from "../model/values.ts";
import type { FieldValue, Reading } from "./reading.ts";
import type { RegisterIndex } from "./register-index.ts";

/** What a fact found. Bounds carry the paths of the blanks that widen them. */
export type FactResult =
  | { readonly state: "known"; readonly value: FieldValue }
  | {
      readonly state: "between";
      readonly low: number;
      readonly high: number;
      readonly blanks: readonly string[];
    }
  | { readonly state: "unknown"; readonly blanks: readonly string[] }
  /** `because` is a person's reason; empty where the fact itself does not apply. */
  | { readonly state: "not-applicable"; readonly because: string };

/** What a fact may look at. What it reads is noted as its evidence. */
export interface FactContext {
  readonly asOf: Day;
  readonly register: Register;
  readonly index: RegisterIndex;
  readonly profile: Profile;
  /** Reads a field of the subject. */
  readonly read: (path: string) => Reading;
  /** Reads a field of another entry. */
  readonly readOf: (entry: Entry, shape: string, path: string) => Reading;
  /** The contract that is looked at, on level contract. */
  readonly contract: Contract | undefined;
  /** The class at which the contract is judged. */
  readonly class: CriticalityClass | undefined;
  /** The decided class of a contract that is not ended. */
  readonly classOf: (contract: string) => ClassInterval | undefined;
}

/** A named value computed from the register: what conditions cannot say in their closed words. */
export interface Fact {
  /** As conditions name it after `fact.`; also the name of its file. */
  readonly name: string;
  readonly level: Level;
  readonly kind: ValueKind;
  /** Fields of the subject that it reads; the catalogue's reference prints them. */
  readonly needs: readonly string[];
  /** True when it reads the class at which the subject is judged. */
  readonly classed?: true;
  readonly compute: (context: FactContext) => FactResult;
}

export function known(value: FieldValue): FactResult {
  return { state: "known", value };
}

/** Bounds, or the one value they agree on. */
export function between(low: number, high: number, blanks: readonly string[]): FactResult {
  return low === high ? known(low) : { state: "between", low, high, blanks: [...new Set(blanks)] };
}

export function unknownFor(...blanks: readonly string[]): FactResult {
  return { state: "unknown", blanks };
}

/** The number a reading holds, or undefined when it is not a known number. */
export function numberIn(reading: Reading): number | undefined {
  return reading.state === "known" && typeof reading.value === "number" ? reading.value : undefined;
}

/** The day a reading holds, or undefined. */
export function dayIn(reading: Reading): Day | undefined {
  return reading.state === "known" && reading.kind === "day" ? (reading.value as Day) : undefined;
}

/** True, false, or undefined when nobody has said. */
export function yesIn(reading: Reading): boolean | undefined {
  if (reading.state === "known") return reading.value === "yes";
  return reading.state === "none" ? false : undefined;
}
