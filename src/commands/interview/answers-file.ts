import type { Diagnostic, Place } from "../../model/diagnostic.ts";
import { diagnose } from "../../model/diagnostic.ts";
import { Failure } from "../../model/failure.ts";
import type { Platform } from "../../model/platform.ts";
import type { Entry, Register } from "../../model/register.ts";
import { shapeAt } from "../../model/shapes.ts";
import type { Raw } from "../../model/values.ts";
import { isRawObject } from "../../model/values.ts";
import { nearest } from "../../schema/suggest.ts";
import { decodeText } from "../../source/decode.ts";
import type { SourceDocument } from "../../source/document.ts";
import { childPointer, openDocument } from "../../source/document.ts";

/** One answer as it stands in a file of answers. */
export interface WrittenAnswer {
  readonly shape: "contract" | "supplier";
  readonly entry: Entry;
  /** Dotted path of the field in the entry. */
  readonly path: string;
  readonly value: Raw;
  /** Where it stands in the file of answers. */
  readonly place: Place;
}

export interface AnswersRead {
  readonly document: SourceDocument;
  readonly answers: readonly WrittenAnswer[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The name under which answers from a pipe are shown. */
const STANDARD_INPUT = "<stdin>";

/**
 * Reads scripted answers: a map of paths to values for one contract, or of contracts to such maps. A path
 * that begins with `suppliers.` and a supplier's id is that supplier's.
 */
export function readAnswers(
  file: string,
  contract: string | undefined,
  register: Register,
  platform: Platform,
): AnswersRead {
  const name = file === "-" ? STANDARD_INPUT : file;
  const decoded = decodeText(name, file === "-" ? platform.readInput() : platform.readFile(file));
  if (!decoded.ok) throw new Failure([decoded.diagnostic], 3);
  const document = openDocument(name, decoded.text);
  const top = topOf(document);
  const diagnostics: Diagnostic[] = [...top.diagnostics];
  const answers: WrittenAnswer[] = [];
  const take = (key: string, value: Raw, pointer: string, of: string | undefined): void => {
    const place: Place = { file: name, pointer, part: "key" };
    const found = fieldNamed(key, of, register, place);
    if ("entry" in found) answers.push({ ...found, value, place });
    else diagnostics.push(found);
  };
  for (const [key, value] of top.values) {
    const pointer = childPointer("", key);
    const isContract = register.contracts.some(({ id }) => id === key);
    if (!isContract || !isRawObject(value)) take(key, value, pointer, contract);
    else
      for (const [path, each] of Object.entries(value))
        take(path, each ?? null, childPointer(pointer, path), key);
  }
  return { document, answers, diagnostics };
}

function topOf(document: SourceDocument): {
  readonly values: ReadonlyMap<string, Raw>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const values = new Map<string, Raw>();
  const fault = document.read((key, index, value) => {
    const list = values.get(key);
    if (index === undefined) values.set(key, value);
    else values.set(key, [...(Array.isArray(list) ? (list as readonly Raw[]) : []), value]);
  });
  const place: Place = { file: document.file, pointer: "", part: "value" };
  if (fault !== undefined) return { values: new Map(), diagnostics: [fault] };
  if (!values.has("")) return { values, diagnostics: [] };
  const isEmpty = values.get("") === null;
  const faulty = isEmpty
    ? diagnose("Y017", {}, place)
    : diagnose("S002", { expected: "block", found: "text" }, place);
  return { values: new Map(), diagnostics: [faulty] };
}

type Field = Pick<WrittenAnswer, "shape" | "entry" | "path">;

function fieldNamed(
  key: string,
  contract: string | undefined,
  register: Register,
  place: Place,
): Field | Diagnostic {
  const supplier = register.suppliers.find(({ id }) => key.startsWith(`suppliers.${id}.`));
  if (supplier !== undefined) {
    const path = key.slice(`suppliers.${supplier.id}.`.length);
    return checked({ shape: "supplier", entry: supplier, path }, key, place);
  }
  const entry = register.contracts.find(({ id }) => id === contract);
  if (entry !== undefined) return checked({ shape: "contract", entry, path: key }, key, place);
  const ids = register.contracts.map(({ id }) => id);
  const named = contract ?? key;
  return diagnose("U007", { id: named, suggestion: nearest(named, ids) }, place);
}

/** The field where the format has it; an id is no answer. */
function checked(field: Field, key: string, place: Place): Field | Diagnostic {
  const steps = field.path.split(".");
  const isKnown = shapeAt(field.shape, steps) !== undefined && field.path !== "id";
  if (isKnown) return field;
  return diagnose("U031", { path: key, suggestion: suggestionFor(field.shape, steps) }, place);
}

/** The path with the first step that the format does not know put right, as far as something is near. */
function suggestionFor(shape: string, steps: readonly string[]): string {
  const at = steps.findIndex((_, index) => shapeAt(shape, steps.slice(0, index + 1)) === undefined);
  if (at === -1) return "";
  const fields = shapeAt(shape, steps.slice(0, at))?.shape.fields ?? {};
  const near = nearest(steps[at] ?? "", Object.keys(fields));
  return near === "" ? "" : steps.with(at, near).join(".");
}
