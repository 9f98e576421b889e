import type { FieldOutcome, Mapping, Subject } from "../../../src/import/mapping.ts";
import { isRawList, isRawObject } from "../../../src/model/values.ts";
import type { Raw, RawObject } from "../../../src/model/values.ts";

/** The entries of one list of a register. */
export function entriesOf(
  register: RawObject,
  list: "contracts" | "suppliers",
): readonly RawObject[] {
  const entries: Raw | undefined = register[list];
  return isRawList(entries) ? entries.filter(isRawObject) : [];
}

/** The only contract of a register. */
export function onlyContract(register: RawObject): RawObject {
  const [contract, ...others] = entriesOf(register, "contracts");
  if (contract === undefined || others.length > 0) throw new Error("not one contract");
  return contract;
}

/** What became of a field: its kind, and the rule or reason; of several entries the first. */
export function outcomeOf(mapping: Mapping, subject: Subject, field: string, id?: string): string {
  const record = mapping.fields.find(
    (one) => one.subject === subject && one.field === field && (id === undefined || one.id === id),
  );
  if (record === undefined) throw new Error(`no record of ${subject} ${field}`);
  return describeOutcome(record.outcome);
}

function describeOutcome(outcome: FieldOutcome): string {
  if (outcome.kind === "taken") return "taken";
  return `${outcome.kind}: ${outcome.kind === "derived" ? outcome.rule : outcome.because}`;
}
