import { isRawObject } from "../model/values.ts";
import type { Raw, RawObject } from "../model/values.ts";
import type { FieldOutcome, FieldRecord, Subject } from "./mapping.ts";
import type { Reading } from "./reading.ts";

/** A value and the path where it is written in an entry, steps parted by full stops. */
export type Write = readonly [path: string, value: Raw];

/** One field of an entry: what became of it, and what is written for it. */
export interface FieldValue {
  readonly field: string;
  readonly file: string;
  readonly outcome: FieldOutcome;
  readonly writes: readonly Write[];
}

/** Turns a reading into a field; `write` says what stands in the register for a value. */
export function fieldOf<T>(
  field: string,
  file: string,
  reading: Reading<T>,
  write: (value: T) => readonly Write[],
): FieldValue {
  if (reading.outcome === "missing") {
    return { field, file, outcome: { kind: "missing", because: reading.because }, writes: [] };
  }
  if (reading.outcome === "refused") {
    const { because, from, said } = reading;
    return { field, file, outcome: { kind: "refused", because, from, said }, writes: [] };
  }
  const writes = write(reading.value);
  if (writes.length === 0) {
    return { field, file, outcome: { kind: "missing", because: "not-said" }, writes };
  }
  const value = writes.map(([, raw]) => showRaw(raw)).join(" ");
  const { from } = reading;
  const outcome: FieldOutcome =
    reading.outcome === "taken"
      ? { kind: "taken", value, from }
      : { kind: "derived", value, from, rule: reading.rule };
  return { field, file, outcome, writes };
}

/** Writes a value at the field's own path. */
export function fieldAt<T extends Raw>(
  field: string,
  file: string,
  reading: Reading<T>,
): FieldValue {
  return fieldOf(field, file, reading, (value) => [[field, value]]);
}

function showRaw(raw: Raw): string {
  if (raw === null) return "";
  if (typeof raw !== "object") return String(raw);
  const parts: readonly (Raw | undefined)[] = isRawObject(raw) ? Object.values(raw) : raw;
  return parts.map((part) => (part === undefined ? "" : showRaw(part))).join(", ");
}

/**
 * Of several accounts of one entry the best for each field: the first with a value, else the first
 * that gives a reason, else the first.
 */
export function chooseFields(accounts: readonly (readonly FieldValue[])[]): readonly FieldValue[] {
  const [first, ...others] = accounts;
  return (first ?? []).map((own) => {
    const all = [
      own,
      ...others.flatMap((other) => other.filter(({ field }) => field === own.field)),
    ];
    return (
      all.find(({ writes }) => writes.length > 0) ??
      all.find(({ outcome }) => "because" in outcome && outcome.because !== "not-said") ??
      own
    );
  });
}

/** The entry that fields make, and the fields as they ended up. */
export interface Assembled {
  readonly entry: RawObject;
  readonly fields: readonly FieldValue[];
}

/**
 * Writes the fields into one entry. The sums of a contract share one currency, so a field that would
 * need another is refused.
 */
export function assemble(start: RawObject, fields: readonly FieldValue[]): Assembled {
  const written = new Map<string, Raw>();
  const kept = fields.map((field) => {
    const clash = field.writes.some(
      ([path, value]) => written.has(path) && written.get(path) !== value,
    );
    if (clash) return refuseCurrency(field);
    for (const [path, value] of field.writes) written.set(path, value);
    return field;
  });
  let entry = start;
  for (const [path, value] of written) entry = writeAt(entry, path.split("."), value);
  return { entry, fields: kept };
}

function refuseCurrency(field: FieldValue): FieldValue {
  const { outcome } = field;
  const from = "from" in outcome ? outcome.from : "";
  const said = "value" in outcome ? outcome.value : "";
  return {
    ...field,
    outcome: { kind: "refused", because: "several-currencies", from, said },
    writes: [],
  };
}

function writeAt(entry: RawObject, steps: readonly string[], value: Raw): RawObject {
  const [step, ...rest] = steps;
  if (step === undefined) return entry;
  if (rest.length === 0) return { ...entry, [step]: value };
  const inner = entry[step];
  return { ...entry, [step]: writeAt(isRawObject(inner) ? inner : {}, rest, value) };
}

/** The records of an entry for the mapping, once its id is known. */
export function recordsOf(
  subject: Subject,
  id: string,
  fields: readonly FieldValue[],
): readonly FieldRecord[] {
  return fields.map(({ field, file, outcome }) => ({ subject, id, field, file, outcome }));
}
