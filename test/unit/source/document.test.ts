import { describe, expect, it } from "vitest";
import type { Raw } from "../../../src/model/values.ts";
import { childPointer, openDocument, stepsOf } from "../../../src/source/document.ts";

type Visited = readonly [key: string, index: number | undefined, value: Raw];

function visits(text: string): readonly Visited[] | string {
  const visited: Visited[] = [];
  const fault = openDocument("x.yaml", text).read((key, index, value) => {
    visited.push([key, index, value]);
  });
  return fault === undefined ? visited : fault.code;
}

function placeOf(
  text: string,
  pointer: string,
  part: "key" | "value" = "value",
): readonly [number, number] {
  const { start } = openDocument("x.yaml", text).locate({ file: "x.yaml", pointer, part });
  return [start.line, start.column];
}

describe("reading a document", () => {
  it("gives each entry of a list, and each other value, in order", () => {
    const text = "kind: register\ncontracts:\n  - id: A\n  - id: B\nx: { a: 1 }\ncpv: [p, q]\n";
    expect(visits(text)).toEqual([
      ["kind", undefined, "register"],
      ["contracts", 0, { id: "A" }],
      ["contracts", 1, { id: "B" }],
      ["x", undefined, { a: 1 }],
      ["cpv", 0, "p"],
      ["cpv", 1, "q"],
    ]);
  });

  it.each(["contracts: []\n", "contracts: [] # c\nkind: register\n", "{ contracts: [] }\n"])(
    "does not pass over an empty list: %j",
    (text) => {
      expect(visits(text)).toContainEqual(["contracts", undefined, []]);
    },
  );

  it.each([
    ["", null],
    ["# c\n", null],
    ["text\n", "text"],
    ["12", 12],
  ])("gives what is no map under an empty key: %j", (text, value) => {
    expect(visits(text)).toEqual([["", undefined, value]]);
  });

  it("reads several hundred entries as it reads one", () => {
    const text = `contracts:\n${Array.from({ length: 300 }, (_, index) => `  - id: "${index}"\n    # c\n    notes: 'a\n      b'\n`).join("")}`;
    expect(visits(text)).toEqual(
      Array.from({ length: 300 }, (_, index) => [
        "contracts",
        index,
        { id: String(index), notes: "a b" },
      ]),
    );
  });

  it.each([
    ["a tab", "a:\n\t- b\n", "Y002"],
    ["a key twice", "contracts:\n  - id: A\n    id: B\n", "Y003"],
    ["a key twice, written in two ways", 'contracts:\n  - id: A\n    "id": B\n', "Y003"],
    ["a section twice", "a: 1\nb: 2\na: 3\n", "Y003"],
    ["a merge key", "a: &a { b: 1 }\nc: { <<: *a }\n", "Y004"],
    ["a second document", "a: 1\n---\na: 2\n", "Y005"],
    ["a tag", "a: !!set { b }\n", "Y006"],
    ["a tag without a name", "contracts:\n  - id: ! x\n", "Y006"],
    ["an anchor that is not there", "a: *b\n", "Y013"],
    ["an anchor inside itself", "a: &a [*a]\n", "Y013"],
    ["a list as a key", "a: { [b]: c }\n", "Y015"],
    ["nothing as a key", "a: { ~: c }\n", "Y015"],
    ["a directive", "%YAML 1.2\n---\na: 1\n", "Y016"],
    ["a directive after a byte order mark", "\u{feff}%YAML 1.2\n---\na: 1\n", "Y016"],
    ["a comment that touches a quote", 'contracts:\n  - id: "A"# c\n', "Y001"],
    ["an open quote", 'contracts:\n  - id: "A\n  - id: B\n', "Y018"],
    ["too many levels", `a: ${"[".repeat(101)}${"]".repeat(101)}\n`, "Y011"],
  ])("refuses %s", (_, text, code) => {
    expect(visits(text)).toBe(code);
  });

  it("allows a hundred levels, and anchors within the file", () => {
    expect(visits(`a: ${"[".repeat(99)}${"]".repeat(99)}\n`)).not.toBe("Y011");
    expect(visits("a: &x 1\nb: [*x, *x]\n")).toEqual([
      ["a", undefined, 1],
      ["b", 0, 1],
      ["b", 1, 1],
    ]);
  });
});

describe("finding places", () => {
  const text =
    "\u{feff}kind: register\r\ncontracts:\r\n  - id: A\r\n    title: å\r\n  # c\r\n  - id: B\r\n    terms: { start: x }\r\n";

  it.each([
    ["/kind", "value", 1, 8],
    ["/kind", "key", 1, 2],
    ["/contracts", "key", 2, 1],
    ["/contracts", "value", 3, 3],
    ["/contracts/0/title", "value", 4, 12],
    ["/contracts/1", "value", 6, 5],
    ["/contracts/1/terms/start", "key", 7, 14],
    ["/contracts/1/terms/end", "value", 7, 5],
    ["/contracts/1/none", "key", 6, 5],
  ] as const)("%s (%s) is in line %i, column %i", (pointer, part, line, column) => {
    expect(placeOf(text, pointer, part)).toEqual([line, column]);
  });

  it("finds the scalar as it was written", () => {
    const document = openDocument("x.yaml", 'contracts:\n  - ref: 12.10\n    "a/b~c": 031\n');
    expect(document.scalarAt("/contracts/0/ref")?.source).toBe("12.10");
    expect(document.scalarAt("/contracts/0/a~1b~0c")?.source).toBe("031");
    expect(document.scalarAt("/contracts/1/ref")).toBeUndefined();
  });

  it("finds where the entry begins that holds a place", () => {
    const document = openDocument("x.yaml", text);
    const second = text.indexOf("  - id: B");
    expect(
      document.pieceStart({ file: "x.yaml", pointer: "/contracts/1/terms", part: "key" }),
    ).toBe(second);
    expect(document.pieceStart(text.indexOf("start"))).toBe(second);
  });
});

describe("pointers", () => {
  it("come apart as they were put together", () => {
    const steps = ["contracts", "0", "a/b~1", "~0", ""];
    expect(stepsOf(steps.reduce(childPointer, ""))).toEqual(steps);
    expect(stepsOf("")).toEqual([]);
  });
});
