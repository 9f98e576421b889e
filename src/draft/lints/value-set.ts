import type { ContractAssessment } from "../../model/assessment.ts";
import type { Clause, ClauseParameter } from "../../model/clause.ts";
import type { Source } from "../../model/criterion.ts";
import type { Diagnostic, Place } from "../../model/diagnostic.ts";
import type { ValueOrigin } from "../../model/draft.ts";
import type { Preset } from "../../model/preset.ts";
import type { Day, Raw, RawObject } from "../../model/values.ts";
import { isRawObject } from "../../model/values.ts";
import type { Amount } from "../parameter-value.ts";
import { readParameterValue } from "../parameter-value.ts";
import { recordedClause, recordedParameter } from "../recorded.ts";

/** One filled or open blank of a drafted clause. */
export interface SetValue {
  readonly parameter: ClauseParameter;
  /** In the parameter's unit; undefined while it is open. */
  readonly amount: Amount | undefined;
  readonly origin: ValueOrigin;
  /** True when somebody has given a reason for the value. */
  readonly reasoned: boolean;
}

/** A drafted clause with the values that its text shows, by parameter. */
export interface DraftedValues {
  readonly clause: Clause;
  readonly values: ReadonlyMap<string, SetValue>;
}

/** The clauses drafted for one contract with their values, and what they are checked against. */
export interface ValueSet {
  readonly contract: ContractAssessment;
  readonly organisation: RawObject;
  readonly asOf: Day;
  /** Longest tolerable disruption in hours, where it is known. */
  readonly tolerable: number | undefined;
  readonly drafted: readonly DraftedValues[];
  readonly library: ReadonlyMap<string, Clause>;
  /** Sets that the law demands of this contract. */
  readonly mandatory: readonly Preset[];
  /** Sources of the drafted clauses and of what called for them. */
  readonly sources: readonly Source[];
}

/** One check of a set of values. */
export type Lint = (set: ValueSet) => readonly Diagnostic[];

/** Id of the contract, as every finding names it. */
export function contractOf({ contract }: ValueSet): string {
  return contract.contract.id;
}

/** The drafted clause `id`; undefined when it is not in the draft. */
export function draftedIn(set: ValueSet, id: string): DraftedValues | undefined {
  return set.drafted.find(({ clause }) => clause.id === id);
}

/** True when the draft or the contract has clause `id`. */
export function hasClause(set: ValueSet, id: string): boolean {
  const { raw } = set.contract.contract;
  return draftedIn(set, id) !== undefined || recordedClause(raw, id).status === "present";
}

/** The number in a blank, in its own unit: of the draft, else of the clause that the contract has. */
export function numberIn(set: ValueSet, clause: string, name: string): number | undefined {
  const amount = amountIn(set, clause, name);
  return typeof amount === "number" ? amount : undefined;
}

function amountIn(set: ValueSet, id: string, name: string): Amount | undefined {
  const drafted = draftedIn(set, id);
  if (drafted !== undefined) return drafted.values.get(name)?.amount;
  const parameter = set.library.get(id)?.parameters.find((each) => each.name === name);
  const recorded = recordedClause(set.contract.contract.raw, id);
  const raw = recordedParameter(recorded, name);
  if (parameter === undefined || raw === undefined || recorded.status !== "present")
    return undefined;
  const read = readParameterValue(parameter, raw, "recorded");
  return read.ok ? read.value : undefined;
}

const HOURS: Readonly<Record<string, number>> = { hours: 1, days: 24, weeks: 168 };

/** A length of time in a blank, in hours. */
export function hoursIn(set: ValueSet, clause: string, name: string): number | undefined {
  const amount = numberIn(set, clause, name);
  const parameter = set.library.get(clause)?.parameters.find((each) => each.name === name);
  const factor = HOURS[parameter?.unit ?? ""];
  return amount === undefined || factor === undefined ? undefined : amount * factor;
}

/** What the register says at a path of the contract; undefined where it says nothing. */
export function recordedAt(set: ValueSet, ...path: readonly string[]): Raw | undefined {
  return valueAt(set.contract.contract.raw, path);
}

/** What an object of the register holds at a path; undefined where it holds nothing. */
export function valueAt(raw: RawObject, path: readonly string[]): Raw | undefined {
  let value: Raw | undefined = raw;
  for (const key of path) {
    if (!isRawObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** An answer, whether it is written as a word or with its proof. */
export function answerIn(value: Raw | undefined): string | undefined {
  const said = isRawObject(value) ? value["status"] : value;
  if (typeof said === "boolean") return said ? "yes" : "no";
  return typeof said === "string" ? said : undefined;
}

/** Where the register has a path of the contract; the contract itself where it does not. */
export function placeOf(set: ValueSet, ...path: readonly string[]): Place {
  const { place } = set.contract.contract;
  if (recordedAt(set, ...path) === undefined) return place;
  return { file: place.file, pointer: `${place.pointer}/${path.join("/")}`, part: "value" };
}

/** Where the register has a parameter of a clause; the contract itself where it does not. */
export function placeOfParameter(set: ValueSet, clause: string, name: string): Place {
  return placeOf(set, "clauses", clause, "parameters", name);
}
