import { shapeAt } from "../model/shapes.ts";
import type { Entry } from "../model/register.ts";
import type { Raw, RawObject } from "../model/values.ts";
import { isRawList, isRawObject } from "../model/values.ts";

/** An answer written into one entry of the register: what `explain` proposes and a test applies. */
export interface Edit {
  readonly shape: "organisation" | "supplier" | "contract";
  /** Id of the entry. */
  readonly entry: string;
  /** Dotted path of the field. */
  readonly path: string;
  /** As it would be written. */
  readonly value: Raw;
}

/** Where the entries of a shape stand in their file: entries of different kinds may share an id. */
const HOLDERS: Readonly<Record<Edit["shape"], string>> = {
  organisation: "/organisation",
  supplier: "/suppliers/",
  contract: "/contracts/",
};

/** The entry's value with those of the edits written that are about it. */
export function withEdits(entry: Entry, edits: readonly Edit[]): RawObject {
  return edits
    .filter(
      (edit) => edit.entry === entry.id && entry.place.pointer.startsWith(HOLDERS[edit.shape]),
    )
    .reduce((raw, edit) => applyEdit(raw, edit), entry.raw);
}

/** One edit for each field of each entry; of several for the same field the last stands. */
export function joinEdits(edits: readonly Edit[]): readonly Edit[] {
  return [
    ...new Map(edits.map((edit) => [`${edit.shape} ${edit.entry} ${edit.path}`, edit])).values(),
  ];
}

/** The entry's value with one field written; a short answer on the way becomes its long form. */
function applyEdit(raw: RawObject, edit: Edit): RawObject {
  return write(raw, edit.shape, [], edit.path.split("."), edit.value) as RawObject;
}

function write(
  value: Raw | undefined,
  root: string,
  before: readonly string[],
  steps: readonly string[],
  written: Raw,
): Raw {
  const [step, ...rest] = steps;
  if (step === undefined) return merged(value, written);
  if (isRawList(value)) {
    const index = Number(step);
    return value.map((each, at) =>
      at === index ? write(each, root, [...before, step], rest, written) : each,
    );
  }
  const map = isRawObject(value) ? value : longForm(value, root, before);
  return { ...map, [step]: write(map[step], root, [...before, step], rest, written) };
}

/** `present` becomes `{ status: present }` where more is to be said about it. */
function longForm(value: Raw | undefined, root: string, before: readonly string[]): RawObject {
  const kind = shapeAt(root, before)?.shape.kind;
  if ((kind !== "answer" && kind !== "clause") || value === undefined || value === null) return {};
  return { status: value };
}

/** What is written replaces what it names, and leaves the rest of a long form as it was. */
function merged(value: Raw | undefined, written: Raw): Raw {
  if (!isRawObject(written)) return written;
  const kept = isRawObject(value) ? value : {};
  const parts = Object.entries(written).map(([key, each]) => [
    key,
    isRawObject(each) ? merged(kept[key], each) : (each ?? null),
  ]);
  const { because: _because, ...rest } = kept;
  return {
    ...(kept["status"] === "not-applicable" ? rest : kept),
    ...(Object.fromEntries(parts) as RawObject),
  };
}
