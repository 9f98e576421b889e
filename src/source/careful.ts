import type { Alias, Document, Node, Pair, YAMLError, YAMLMap } from "yaml";
import {
  Lexer,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
} from "yaml";
import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Raw } from "../model/values.ts";
import { DEEPEST_NESTING } from "./fast.ts";
import type { LineIndex } from "./lines.ts";
import type { WrittenLeaf, WrittenNode } from "./written-node.ts";

/** Offsets of a part of a text, `to` exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A scalar as it was written. */
export interface WrittenScalar extends Range {
  readonly source: string;
  readonly plain: boolean;
  readonly value: unknown;
  /** The key it is the value of, or the key of the list it stands in. */
  readonly key: string | undefined;
}

/** A piece of YAML read with its places. Offsets are those of the piece. */
export interface CarefulReading {
  readonly value: Raw;
  /** Where the value (or the key) at `path` stands; undefined when there is none. */
  readonly rangeOf: (
    path: readonly (string | number)[],
    part: "key" | "value",
  ) => Range | undefined;
  readonly scalars: () => readonly WrittenScalar[];
  readonly scalarAt: (path: readonly (string | number)[]) => WrittenScalar | undefined;
  /** The value as it is written, with offsets moved by `base`; undefined where there is none. */
  readonly written: (base: number) => WrittenNode | undefined;
}

export type CarefulResult =
  | { readonly ok: true; readonly reading: CarefulReading }
  | { readonly ok: false; readonly fault: Fault };

/** A fault of the text: its code with parameters, and where, as offsets of the piece. */
export interface Fault {
  readonly make: (file: string, lines: LineIndex, base: number) => Diagnostic;
}

const GREATEST_ALIAS_COUNT = 1000;
/** Most values of a piece when every alias is written out. */
const MOST_VALUES = 300_000;
const MOST_ALIASES = 10_000;

/** Reads YAML 1.2 with exact places, and words what is wrong with it. The slow way, and the measure. */
export function readCarefully(text: string): CarefulResult {
  try {
    // The package looks for repeated keys in quadratic time; `structuralFault` does it in linear.
    const options = {
      keepSourceTokens: false,
      prettyErrors: false,
      strict: true,
      uniqueKeys: false,
    };
    const document: Document.Parsed = parseDocument(text, options);
    const targets = targetsOf(document);
    const fault = firstFault(text, document, targets);
    if (fault !== undefined) return failed(fault);
    // The package looks at every anchor for every alias.
    if (targets.size > MOST_ALIASES) return failed(explosion(MOST_ALIASES));
    if (sizeWithAliases(document, targets) > MOST_VALUES) return failed(explosion(MOST_VALUES));
    const value = document.toJS({ maxAliasCount: GREATEST_ALIAS_COUNT }) as Raw | undefined;
    return { ok: true, reading: readingOf(document, targets, value ?? null) };
  } catch (error) {
    if (error instanceof ReferenceError) return failed(explosion(GREATEST_ALIAS_COUNT));
    if (error instanceof RangeError) return failed(tooDeep(0));
    throw error;
  }
}

function explosion(limit: number): Fault {
  return at({ from: 0, to: 0 }, (place) => diagnose("Y007", { limit }, place));
}

/** What each alias stands for; undefined where the anchor is missing or not yet complete, so that a value would hold itself. */
type Targets = ReadonlyMap<Alias, Node | undefined>;

function targetsOf(document: Document.Parsed): Targets {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node | undefined>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const target = anchored.get(node.source);
        const isComplete = target !== undefined && rangeOfNode(target).to <= rangeOfNode(node).from;
        targets.set(node, isComplete ? target : undefined);
      } else if (node.anchor !== undefined) anchored.set(node.anchor, node);
    },
  });
  return targets;
}

/** How many values there are when each alias is written out. */
function sizeWithAliases(document: Document.Parsed, targets: Targets): number {
  const sizes = new Map<Node, number>();
  const sizeOf = (node: unknown): number => {
    if (isAlias(node)) {
      const anchored = targets.get(node);
      return anchored === undefined ? 1 : (sizes.get(anchored) ?? sizeOf(anchored));
    }
    if (!isCollection(node)) return 1;
    let size = 1;
    for (const item of node.items) size += isPair(item) ? sizeOf(item.value) : sizeOf(item);
    if (node.anchor !== undefined) sizes.set(node, size);
    return size;
  };
  return sizeOf(document.contents);
}

export function tooDeep(offset: number): Fault {
  return at({ from: offset, to: offset }, (place) =>
    diagnose("Y011", { limit: DEEPEST_NESTING }, place),
  );
}

function failed(fault: Fault): CarefulResult {
  return { ok: false, fault };
}

type Stretcher = Parameters<typeof diagnose>[2];

function at(range: Range, make: (place: Stretcher) => Diagnostic): Fault {
  return {
    make: (file, lines, base) =>
      make({ file, span: lines.spanOf(base + range.from, base + range.to) }),
  };
}

function firstFault(text: string, document: Document.Parsed, targets: Targets): Fault | undefined {
  const errors = [...document.errors, ...document.warnings].sort(
    (left, right) => left.pos[0] - right.pos[0],
  );
  const first = errors[0];
  if (first !== undefined) return faultOf(text, first, document);
  return structuralFault(text, document, targets);
}

function faultOf(text: string, error: YAMLError, document: Document.Parsed): Fault {
  const range = { from: error.pos[0], to: error.pos[1] };
  switch (error.code) {
    case "TAB_AS_INDENT":
      return at(range, (place) => diagnose("Y002", {}, place));
    case "MULTIPLE_DOCS":
      return at(range, (place) => diagnose("Y005", {}, place));
    case "TAG_RESOLVE_FAILED": {
      const tag = text.slice(range.from, range.to).trim();
      return at(range, (place) => diagnose("Y006", { tag }, place));
    }
    case "BAD_ALIAS": {
      const anchor = text.slice(range.from, range.to).replace(/^\*/u, "");
      return at(range, (place) => diagnose("Y013", { anchor }, place));
    }
    case "BAD_DIRECTIVE": {
      const directive = text.slice(range.from, range.to).trim();
      return at(range, (place) => diagnose("Y016", { directive }, place));
    }
    case "NON_STRING_KEY":
      return at(range, (place) => diagnose("Y015", {}, place));
    // The parser's other codes are told apart by the text around them.
    default:
      return syntaxFault(text, error, range, document);
  }
}

const TWO_COLONS = /^\s*(?:- +)*[^\s:#'"[{][^:]*:[ \t]+([^'"[{|>&*!\s][^\n]*?:[ \t][^\n]*)/u;

/** Words for the mistakes that officers make most; the rest by the reader's own code. */
function syntaxFault(
  text: string,
  error: YAMLError,
  range: Range,
  document: Document.Parsed,
): Fault {
  const line = lineAround(text, range.from);
  const sentinel = /:[ \t]+([-?])[ \t]*(?:#.*)?\r?$/u.exec(line.text);
  if (sentinel?.[1] !== undefined) {
    const value = sentinel[1];
    const from = line.from + sentinel.index + sentinel[0].indexOf(value);
    return at({ from, to: from + 1 }, (place) => diagnose("S006", { value }, place));
  }
  if (/^\s*\t/u.test(line.text)) {
    const from = line.from + line.text.indexOf("\t");
    return at({ from, to: from + 1 }, (place) => diagnose("Y002", {}, place));
  }
  const colon = TWO_COLONS.exec(line.text);
  if (colon?.[1] !== undefined && UNQUOTED.has(error.code)) {
    const said = colon[1].trimEnd();
    const from = line.from + line.text.indexOf(said);
    return at({ from, to: from + said.length }, (place) => diagnose("Y008", { text: said }, place));
  }
  if (error.code === "MISSING_CHAR" && /quote/u.test(error.message)) {
    return at(openingBefore(document, range, "quote") ?? range, (place) =>
      diagnose("Y018", {}, place),
    );
  }
  const isFlow = error.message.startsWith("Flow ");
  const missing = /without - indicator/u.test(error.message);
  const problem = isFlow
    ? "unclosed-bracket"
    : missing
      ? "bad-indent"
      : error.code.toLowerCase().replaceAll("_", "-");
  const where =
    (isFlow ? openingBefore(document, range, "bracket") : undefined) ??
    lineOfFault(text, error, range);
  return at(where, (place) => diagnose("Y001", { problem }, place));
}

/** Where the quote or bracket was opened whose end is missing at a place. */
function openingBefore(
  document: Document.Parsed,
  { from }: Range,
  what: "quote" | "bracket",
): Range | undefined {
  let opening: Range | undefined;
  visit(document, {
    Node: (_, node) => {
      const opens =
        what === "quote"
          ? isScalar(node) && node.type?.startsWith("QUOTE_") === true
          : isCollection(node) && node.flow === true;
      const range = node.range;
      if (!opens || range === null || range === undefined || range[0] > from || range[2] < from)
        return;
      opening = { from: range[0], to: range[0] + 1 };
    },
  });
  return opening;
}

/** The line that stands wrong: indentation is shown at its first character, a broken key at the line that breaks it. */
function lineOfFault(text: string, error: YAMLError, range: Range): Range {
  const split = error.code === "BLOCK_AS_IMPLICIT_KEY" || error.code === "MULTILINE_IMPLICIT_KEY";
  const line = lineAround(text, range.from);
  const next = line.from + line.text.length + 1;
  const nextText = lineAround(text, next + 1).text;
  const indent = nextText.length - nextText.trimStart().length;
  const keyColumn = /^\s*(?:- +)*/u.exec(line.text)?.[0].length ?? 0;
  if (split && next < text.length && nextText.trim() !== "" && indent > keyColumn) {
    const from = next + indent;
    return { from, to: from + 1 };
  }
  if (range.from > line.from || line.text.trim() === "") return range;
  const from = line.from + (line.text.length - line.text.trimStart().length);
  return { from, to: Math.max(range.to, from + 1) };
}

const UNQUOTED: ReadonlySet<string> = new Set([
  "BLOCK_AS_IMPLICIT_KEY",
  "MULTILINE_IMPLICIT_KEY",
  "BAD_INDENT",
  "UNEXPECTED_TOKEN",
  "IMPOSSIBLE",
]);

function lineAround(
  text: string,
  offset: number,
): { readonly from: number; readonly text: string } {
  const from = text.lastIndexOf("\n", Math.max(0, offset - 1)) + 1;
  const end = text.indexOf("\n", from);
  return { from, text: text.slice(from, end === -1 ? text.length : end) };
}

/** What YAML allows and a register refuses: directives, merge keys, keys that are not text; and a key that stands twice. */
function structuralFault(
  text: string,
  document: Document.Parsed,
  targets: Targets,
): Fault | undefined {
  const directive = /^(\u{feff}?)%.*$/mu.exec(text);
  if (document.directives.yaml.explicit === true && directive !== null) {
    const range = {
      from: directive.index + (directive[1]?.length ?? 0),
      to: directive.index + directive[0].length,
    };
    return at(range, (place) => diagnose("Y016", { directive: directive[0].trim() }, place));
  }
  let fault: Fault | undefined;
  visit(document, {
    Pair: (_, pair: Pair) => {
      if (isScalar(pair.key) && pair.key.value === "<<" && pair.key.type === "PLAIN") {
        fault = at(rangeOfNode(pair.key), (place) => diagnose("Y004", {}, place));
        return visit.BREAK;
      }
      if (!isScalar(pair.key) || pair.key.value === null) {
        fault = at(rangeOfNode((pair.key ?? pair.value) as Node | null), (place) =>
          diagnose("Y015", {}, place),
        );
        return visit.BREAK;
      }
      return undefined;
    },
    Node: (_, node) => {
      if (isAlias(node)) {
        if (targets.get(node) !== undefined) return undefined;
        fault = at(rangeOfNode(node), (place) => diagnose("Y013", { anchor: node.source }, place));
        return visit.BREAK;
      }
      const tag = "tag" in node ? node.tag : undefined;
      if (tag !== undefined && !KNOWN_TAGS.has(tag)) fault = tagFault(text, rangeOfNode(node), tag);
      else if (isMap(node)) fault = repeatedKey(node);
      return fault === undefined ? undefined : visit.BREAK;
    },
  });
  return fault;
}

/** The second of two keys that are the same text, however they are written. */
function repeatedKey(map: YAMLMap): Fault | undefined {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    const text = keyText(key);
    if (seen.has(text))
      return at(rangeOfNode(key as Node), (place) => diagnose("Y003", { key: text }, place));
    seen.add(text);
  }
  return undefined;
}

/** A tag as it is written, which is in front of the value. */
function tagFault(text: string, node: Range, tag: string): Fault {
  const before = /(!\S*)\s*$/u.exec(text.slice(Math.max(0, node.from - 200), node.from));
  const written = before?.[1] ?? tag;
  const from = before === null ? node.from : node.from - before[0].length;
  return at({ from, to: from + written.length }, (place) =>
    diagnose("Y006", { tag: written }, place),
  );
}

/** Tags that only say what a value is anyway. */
const KNOWN_TAGS: ReadonlySet<string> = new Set(
  ["str", "int", "float", "bool", "null", "map", "seq"].map((name) => `tag:yaml.org,2002:${name}`),
);

function rangeOfNode(node: Node | null | undefined): Range {
  const range = node?.range;
  return range === null || range === undefined
    ? { from: 0, to: 0 }
    : { from: range[0], to: range[1] };
}

function readingOf(document: Document.Parsed, targets: Targets, value: Raw): CarefulReading {
  return {
    value,
    rangeOf: (path, part) => {
      const found = findNode(document, targets, path);
      if (found === undefined) return undefined;
      const node = part === "key" ? (found.key ?? found.node) : (found.node ?? found.key);
      return node === undefined ? undefined : rangeOfNode(node);
    },
    scalars: () => writtenScalars(document),
    scalarAt: (path) => {
      const node = findNode(document, targets, path)?.node;
      return isScalar(node) ? written(node, undefined) : undefined;
    },
    written: (base) =>
      document.contents === null
        ? undefined
        : writtenNode(document.contents, new Set(targets.values()), base),
  };
}

/** Mark of the lexer: what comes next is the text of a scalar. */
const SCALAR_NEXT = "\u001f";

/** The comments of a text that can be read, in order. */
export function commentsIn(text: string): readonly string[] {
  const comments: string[] = [];
  let before = "";
  for (const token of new Lexer().lex(text)) {
    if (before !== SCALAR_NEXT && token.startsWith("#")) comments.push(token);
    before = token;
  }
  return comments;
}

const LEAF_KINDS: Readonly<Record<string, WrittenLeaf["kind"]>> = {
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_FOLDED: "block",
  BLOCK_LITERAL: "block",
};

function writtenNode(node: Node, shared: ReadonlySet<Node | undefined>, base: number): WrittenNode {
  const { from, to } = rangeOfNode(node);
  const placed = { from: from + base, to: to + base, shared: shared.has(node) };
  if (isMap(node)) {
    const pairs = node.items.map((pair) => {
      const key = rangeOfNode(pair.key as Node | null);
      const value = pair.value as Node | null | undefined;
      return {
        key: keyText(pair.key),
        from: key.from + base,
        to: key.to + base,
        value: value === null || value === undefined ? undefined : writtenNode(value, shared, base),
      };
    });
    return { ...placed, kind: "map", flow: node.flow === true, pairs };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => writtenNode(item as Node, shared, base));
    return { ...placed, kind: "list", flow: node.flow === true, items };
  }
  if (isAlias(node)) return { ...placed, kind: "alias" };
  const type = isScalar(node) ? (node.type ?? "") : "";
  return { ...placed, kind: LEAF_KINDS[type] ?? (from === to ? "nothing" : "plain") };
}

interface FoundNode {
  readonly key: Node | undefined;
  readonly node: Node | undefined;
}

function findNode(
  document: Document.Parsed,
  targets: Targets,
  path: readonly (string | number)[],
): FoundNode | undefined {
  let found: FoundNode = { key: undefined, node: document.contents ?? undefined };
  for (const step of path) {
    const parent = isAlias(found.node) ? targets.get(found.node) : found.node;
    const next = childOf(parent, step);
    if (next === undefined) return undefined;
    found = next;
  }
  return found;
}

function childOf(parent: Node | undefined, step: string | number): FoundNode | undefined {
  if (isSeq(parent)) {
    const item = parent.items[Number(step)];
    if (item === undefined || isPair(item)) return undefined;
    return { key: undefined, node: item as Node };
  }
  if (!isMap(parent)) return undefined;
  const pair = pairsOf(parent).get(String(step));
  if (pair === undefined) return undefined;
  return { key: pair.key as Node, node: (pair.value as Node | null) ?? undefined };
}

const pairsByKey = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

/** The pairs of a map by key: a map with very many keys is asked very often when many of them are wrong. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  let pairs = pairsByKey.get(map);
  if (pairs === undefined) {
    pairs = new Map(map.items.map((pair) => [keyText(pair.key), pair]));
    pairsByKey.set(map, pairs);
  }
  return pairs;
}

function keyText(key: unknown): string {
  return isScalar<string | number | boolean | null>(key) ? String(key.value ?? "") : "";
}

function writtenScalars(document: Document.Parsed): readonly WrittenScalar[] {
  const scalars: WrittenScalar[] = [];
  visit(document, {
    Scalar: (key, node, ancestors) => {
      if (key === "key") return;
      const pair = ancestors.findLast((each) => isPair(each));
      scalars.push(written(node, pair === undefined ? undefined : keyText(pair.key)));
    },
  });
  return scalars;
}

function written(
  node: { source?: string; type?: string; value: unknown; range?: unknown },
  key: string | undefined,
): WrittenScalar {
  const range = rangeOfNode(node as Node);
  const source = node.source ?? String(node.value);
  return { ...range, source, plain: node.type === "PLAIN", value: node.value, key };
}
