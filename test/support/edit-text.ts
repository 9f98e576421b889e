import type { Document, Node, ParsedNode } from "yaml";
import { YAMLMap, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Edit } from "../../src/assess/edit.ts";
import type { Entry, Register } from "../../src/model/register.ts";
import { yamlText } from "../../src/commands/yaml-text.ts";

/** Files of a register by path, and the entry an edit is about. */
export type Files = Readonly<Record<string, string>>;

/**
 * The files with edits written into their text, each value typed as `explain` prints it. Only the text of
 * the entries that are edited changes.
 */
export function editText(
  files: Files,
  register: Register,
  edits: readonly Edit[],
  folder = "r/",
): Files {
  const changed: Record<string, string> = { ...files };
  const byEntry = new Map<Entry, Edit[]>();
  for (const edit of edits) {
    const entry = entryOf(register, edit);
    byEntry.set(entry, [...(byEntry.get(entry) ?? []), edit]);
  }
  for (const [{ place }, own] of byEntry) {
    const name = place.file.slice(folder.length);
    changed[name] = editEntry(changed[name] ?? "", stepsIn(place.pointer), own);
  }
  return changed;
}

function entryOf(register: Register, { shape, entry }: Edit): Entry {
  const entries = {
    organisation: [register.organisation],
    supplier: register.suppliers,
    contract: register.contracts,
  };
  const found = entries[shape].find(({ id }) => id === entry);
  if (found === undefined) throw new Error(`no ${shape} ${entry}`);
  return found;
}

function stepsIn(pointer: string): readonly (string | number)[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => (/^\d+$/u.test(step) ? Number(step) : step));
}

const DOCUMENTS = new Map<string, Document.Parsed>();

/** Files are large, and the same ones are edited again and again. */
function documentOf(text: string): Document.Parsed {
  const document = DOCUMENTS.get(text) ?? parseDocument(text);
  DOCUMENTS.set(text, document);
  return document;
}

function editEntry(
  text: string,
  pointer: readonly (string | number)[],
  edits: readonly Edit[],
): string {
  const [from, to] = (documentOf(text).getIn(pointer, true) as ParsedNode).range;
  const indent = from - (text.lastIndexOf("\n", from) + 1);
  const entry = parseDocument(" ".repeat(indent) + text.slice(from, to));
  if (entry.errors[0] !== undefined) throw entry.errors[0];
  for (const edit of edits) editMap(entry.contents, edit);
  const lines = entry.toString({ lineWidth: 0 }).split("\n");
  const indented = lines.map((line, at) =>
    at === 0 || line === "" ? line : " ".repeat(indent) + line,
  );
  return text.slice(0, from) + indented.join("\n") + text.slice(to);
}

function editMap(entry: Node | null, { path, value }: Edit): void {
  const written = parseDocument(yamlText(value)).contents as ParsedNode;
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  let at = entry;
  for (const step of steps) {
    if (!isMap(at)) throw new Error(`${path}: ${step} cannot be written`);
    const below = at.get(step, true) as Node | undefined;
    const map = isMap(below) ? below : longForm(below);
    if (map !== below) at.set(step, map);
    at = map;
  }
  if (!isMap(at)) throw new Error(`${path}: ${last} cannot be written`);
  at.set(last, isMap(written) ? merged(at.get(last, true), written) : written);
}

/** A word that stood in the place of a block keeps its meaning under `status`; "not said" has none to keep. */
function longForm(node: Node | undefined): YAMLMap {
  const map = new YAMLMap();
  const word = isScalar(node) ? node.value : undefined;
  if (
    typeof word === "string" &&
    ["yes", "no", "partly", "refused", "present", "general-terms-only"].includes(word)
  ) {
    map.set("status", word);
  }
  return map;
}

/** As a person types: the keys that are named are put in, the rest of the block stays. */
function merged(before: Node | undefined, written: YAMLMap): YAMLMap {
  if (isSeq(before)) return written;
  const map = isMap(before) ? before : new YAMLMap();
  if (map.get("status") === "not-applicable") map.delete("because");
  for (const { key, value } of written.items) {
    const name = isScalar(key) ? key.value : key;
    const below = map.get(name, true) as Node | undefined;
    map.set(name, isMap(value) ? merged(below, value) : value);
  }
  return map;
}
