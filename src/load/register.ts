import type { Diagnostic, Place, Span } from "../model/diagnostic.ts";
import { diagnose, isError } from "../model/diagnostic.ts";
import { isRegisterList } from "../model/lists.ts";
import type { Entry, InputFile, Register } from "../model/register.ts";
import type { Platform } from "../model/platform.ts";
import type { Day, RawObject } from "../model/values.ts";
import { nearest } from "../schema/suggest.ts";
import type { SourceDocument } from "../source/document.ts";
import { countIncomplete } from "./completeness.ts";
import { checkCycles } from "./cycles.ts";
import type { Collected } from "./entries.ts";
import { emptyCollection } from "./entries.ts";
import type { OpenedFile } from "./files.ts";
import { openFiles } from "./files.ts";
import { buildRegister } from "./build.ts";
import { checkReferences, referenceCheck } from "./references.ts";
import { readDocument } from "./read-document.ts";
import { checkEntry, readRegisterFile } from "./register-file.ts";
import { checkStrategy } from "./strategy.ts";

/** Kinds of document that may lie in a register's folder. */
const KINDS = [
  "register",
  "policy",
  "strategy",
  "criterion",
  "adjustment",
  "profile",
  "clause",
  "scenario",
  "figure",
  "portfolio-model",
  "assessment",
] as const;

/** Kinds that a coming version reads. */
const NOT_READ_YET: ReadonlySet<string> = new Set(["scenario", "figure", "portfolio-model"]);

/** How many things were looked at: the closing line of every check. */
export interface Examined {
  readonly files: number;
  readonly contracts: number;
  readonly suppliers: number;
  /** Contracts that lack an answer asked before all others. */
  readonly incomplete: number;
}

/** What reading gave: a register unless something is wrong, and always the diagnostics. */
export interface Loaded {
  /** Undefined when a diagnostic is an error. */
  readonly register: Register | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly examined: Examined;
  /** Every file that was read, in the order read, by the names that places have. */
  readonly files: readonly string[];
  /** Finds the line and column of a place in any file that was read. */
  readonly locate: (place: Place) => Span | undefined;
  /** A file's path as outputs show it: from the register's folder. */
  readonly nameOf: (file: string) => string;
  /** The text of a line of a file that was read. */
  readonly lineOf: (file: string, line: number) => string | undefined;
  /** The policy found in the folder, if any, with its place. */
  readonly policy: Entry | undefined;
  /** Reads the register again from changed entries: for asking what would change a result. */
  readonly rebuild: (change: (entry: Entry) => RawObject) => Register;
  /** What would be wrong with an entry of a list if it said this instead. */
  readonly faultsWith: (entry: Entry, raw: RawObject) => readonly Diagnostic[];
}

export interface LoadOptions {
  /** The day of running: nothing that has happened can be dated later. */
  readonly today: Day;
  /** Ids of the criteria that may be accepted. */
  readonly criteria: ReadonlySet<string>;
  /** What the policy lays over the catalogue: its folder is no part of the register. */
  readonly overlayOf?: (policy: Entry | undefined) => OverlayFound;
}

/** The folder of an overlay as it is opened, and the ids of the criteria in it. */
interface OverlayFound {
  readonly folder: string | undefined;
  readonly criteria: ReadonlyMap<string, unknown>;
}

/** Kinds of document that are read in an overlay and nowhere else. */
const CATALOGUE_KINDS: ReadonlySet<string | undefined> = new Set([
  ...["criterion", "adjustment", "profile", "clause"],
]);

/** Reads the register at the paths: several files are one register. */
export function loadRegister(
  paths: readonly string[],
  platform: Platform,
  options: LoadOptions,
): Loaded {
  const found = openFiles(paths, platform);
  let diagnostics: Diagnostic[] = [...found.diagnostics];
  const collected = emptyCollection();
  const inputs: InputFile[] = [];
  const beside: InputFile[] = [];
  const documents = new Map<string, SourceDocument>();
  const named = ({ input }: OpenedFile): InputFile => ({
    ...input,
    path: relativeTo(found.folder, input.path),
  });
  let policy: Entry | undefined;
  let strategy: Entry | undefined;
  const kinds = found.files.map((opened) => ({ opened, kind: kindOf(opened) }));
  for (const { opened, kind } of kinds) {
    const { document } = opened;
    documents.set(document.file, document);
    if (kind.kind !== "policy") continue;
    beside.push(named(opened));
    const twice = once(policy, kind.kind, document);
    diagnostics.push(...twice);
    if (twice.length === 0) policy = readSettings(document, "policy", diagnostics);
  }
  const overlay = options.overlayOf?.(policy);
  for (const { opened, kind } of kinds) {
    const { document } = opened;
    if (isWithin(document.file, overlay?.folder)) continue;
    diagnostics.push(...kind.diagnostics, ...unusedKind(kind.kind, document.file));
    if (kind.kind === "register") {
      inputs.push(named(opened));
      // Not by `push(...)`: a file can have more faults than a call takes arguments.
      diagnostics = [...diagnostics, ...readRegisterFile(document, collected, options.today)];
    } else if (kind.kind === "strategy") {
      beside.push(named(opened));
      const twice = once(strategy, kind.kind, document);
      diagnostics.push(...twice);
      if (twice.length === 0) strategy = readSettings(document, "strategy", diagnostics);
      if (strategy !== undefined && twice.length === 0)
        diagnostics.push(...checkStrategy(strategy));
    }
  }
  diagnostics.push(
    ...whatIsMissing(inputs, found.folder, collected, diagnostics, found.files[0]?.document.file),
  );
  const criteria = new Set([...options.criteria, ...(overlay?.criteria.keys() ?? [])]);
  diagnostics = [
    ...diagnostics,
    ...checkReferences(collected, criteria),
    ...checkCycles(collected),
  ];
  const checkReferencesOf = referenceCheck(collected, criteria);
  const build = (change: (entry: Entry) => RawObject): Register =>
    buildRegister(collected, strategy, [...inputs, ...beside], change);
  return {
    register: diagnostics.some(isError) ? undefined : build((entry) => entry.raw),
    diagnostics: inOrder(diagnostics, documents),
    examined: {
      files: found.files.length,
      contracts: collected.lists.contracts.length,
      suppliers: collected.lists.suppliers.length,
      incomplete: countIncomplete(collected.lists.contracts),
    },
    files: [...documents.keys()],
    locate: (place) => documents.get(place.file)?.locate(place),
    nameOf: (file) => relativeTo(found.folder, file),
    lineOf: (file, line) => documents.get(file)?.lines.lineAt(line),
    policy,
    rebuild: build,
    faultsWith: (entry, raw) => {
      const { file, pointer } = entry.place;
      const list = pointer.split("/")[1] ?? "";
      if (!isRegisterList(list)) return [];
      return [
        ...checkEntry(list, raw, file, pointer, options.today),
        ...checkReferencesOf({ ...entry, raw }, list),
      ];
    },
  };
}

function isWithin(file: string, folder: string | undefined): boolean {
  return folder !== undefined && file.startsWith(`${folder}/`);
}

/** A document of the catalogue outside of the overlay folder changes nothing, and whoever wrote it should know. */
function unusedKind(kind: string | undefined, file: string): readonly Diagnostic[] {
  if (kind === undefined || !CATALOGUE_KINDS.has(kind)) return [];
  return [diagnose("C028", { kind }, { file, pointer: "/kind", part: "value" })];
}

interface Placed {
  readonly diagnostic: Diagnostic;
  readonly index: number;
  readonly file: number;
  /** Where the entry begins that it is about. */
  readonly piece: number;
}

/** By file in the order read, then by place; what has no place comes last. Only entries with several are read again for it. */
function inOrder(
  diagnostics: readonly Diagnostic[],
  documents: ReadonlyMap<string, SourceDocument>,
): readonly Diagnostic[] {
  const files = new Map([...documents.keys()].map((file, index) => [file, index]));
  const placed = diagnostics.map((diagnostic, index): Placed => {
    const { at } = diagnostic;
    const document = at === undefined ? undefined : documents.get(at.file);
    const file = at === undefined ? files.size : (files.get(at.file) ?? -1);
    if (at === undefined || document === undefined) return { diagnostic, index, file, piece: 0 };
    if ("span" in at)
      return { diagnostic, index, file, piece: document.pieceStart(at.span.start.offset) };
    return { diagnostic, index, file, piece: "pointer" in at ? document.pieceStart(at) : 0 };
  });
  placed.sort(
    (left, right) => left.file - right.file || left.piece - right.piece || left.index - right.index,
  );
  const ordered: Diagnostic[] = [];
  for (let from = 0, to = 0; from < placed.length; from = to) {
    while (placed[to]?.file === placed[from]?.file && placed[to]?.piece === placed[from]?.piece)
      to += 1;
    const group = placed.slice(from, to);
    for (const { diagnostic } of group.length === 1 ? group : byOffset(group, documents))
      ordered.push(diagnostic);
  }
  return ordered;
}

function byOffset(
  group: readonly Placed[],
  documents: ReadonlyMap<string, SourceDocument>,
): readonly Placed[] {
  const offsets = new Map<Placed, number>();
  for (const each of group) {
    const { at } = each.diagnostic;
    if (at === undefined || !("span" in at || "pointer" in at)) offsets.set(each, 0);
    else
      offsets.set(
        each,
        "span" in at
          ? at.span.start.offset
          : (documents.get(at.file)?.locate(at).start.offset ?? 0),
      );
  }
  const offsetOf = (each: Placed): number => offsets.get(each) ?? 0;
  return group.toSorted(
    (left, right) => offsetOf(left) - offsetOf(right) || left.index - right.index,
  );
}

/** The path of a file as outputs show it: from the register's folder. */
function relativeTo(folder: string, path: string): string {
  const prefix = folder.endsWith("/") ? folder : `${folder}/`;
  if (path.startsWith(prefix)) return path.slice(prefix.length);
  return folder === path ? (path.split("/").at(-1) ?? path) : path;
}

interface KindFound {
  readonly kind: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const REGISTER_KEYS = [
  "organisation",
  "functions",
  "resources",
  "suppliers",
  "contracts",
  "actions",
  "decisions",
];

/** What kind of document a file is, by its top-level `kind`. */
function kindOf({ document, named }: OpenedFile): KindFound {
  const { kind, keys, empty } = topOf(document);
  const place: Place = { file: document.file, pointer: "/kind", part: "value" };
  if (typeof kind === "string") {
    if (NOT_READ_YET.has(kind)) return { kind, diagnostics: [diagnose("C010", { kind }, place)] };
    if ((KINDS as readonly string[]).includes(kind)) return { kind, diagnostics: [] };
    const params = { value: kind, suggestion: nearest(kind, KINDS) };
    return { kind: undefined, diagnostics: [diagnose("S020", params, place)] };
  }
  // A file that cannot be read says so when it is read as a register.
  if (keys === undefined) return { kind: "register", diagnostics: [] };
  const top: Place = { file: document.file, pointer: "", part: "value" };
  if (empty)
    return named
      ? { kind: undefined, diagnostics: [diagnose("Y017", {}, top)] }
      : { kind: undefined, diagnostics: [] };
  const ours = keys.some((key) => REGISTER_KEYS.includes(key) || nearest(key, ["kind"]) !== "");
  if (named || ours) return { kind: undefined, diagnostics: [diagnose("S024", {}, top)] };
  return { kind: undefined, diagnostics: [] };
}

interface Top {
  readonly kind: unknown;
  /** Undefined when the text cannot be read. */
  readonly keys: readonly string[] | undefined;
  readonly empty: boolean;
}

const KIND_LINE = /^kind:[ \t]+["']?([\w-]+)["']?[ \t]*(?:#.*)?\r?$/mu;

/** The top of a document, without reading all of it where the kind stands on a line of its own. */
function topOf(document: SourceDocument): Top {
  const line = KIND_LINE.exec(document.text);
  if (line !== null) return { kind: line[1], keys: ["kind"], empty: false };
  const keys: string[] = [];
  let kind: unknown;
  let empty = false;
  const fault = document.read((key, index, value) => {
    if (index === undefined || index === 0) keys.push(key);
    if (key === "kind") kind = value;
    if (key === "" && value === null) empty = true;
  });
  return fault === undefined
    ? { kind, keys, empty }
    : { kind: undefined, keys: undefined, empty: false };
}

/** A register has at most one policy and one strategy. */
function once(
  earlier: Entry | undefined,
  kind: string,
  { file }: SourceDocument,
): readonly Diagnostic[] {
  const place: Place = { file, pointer: "", part: "value" };
  return earlier === undefined ? [] : [diagnose("C008", { kind }, place, [earlier.place])];
}

/** The whole of a document that is one object. */
function readSettings(
  document: SourceDocument,
  id: string,
  diagnostics: Diagnostic[],
): Entry | undefined {
  const place: Place = { file: document.file, pointer: "", part: "value" };
  const read = readDocument(document);
  if (read.ok) return { id, raw: read.raw, place };
  diagnostics.push(read.fault);
  return undefined;
}

/** Nothing read, or no contract among it, must never look like a pass. */
function whatIsMissing(
  inputs: readonly InputFile[],
  folder: string,
  collected: Collected,
  diagnostics: readonly Diagnostic[],
  first: string | undefined,
): readonly Diagnostic[] {
  if (diagnostics.some(isError)) return [];
  if (inputs.length === 0) return [diagnose("F008", { path: folder }, { file: folder })];
  const file = first ?? folder;
  if (collected.lists.contracts.length === 0) return [diagnose("F009", {}, { file })];
  return collected.organisation === undefined ? [diagnose("R023", {}, { file })] : [];
}
