import { describe, expect, it } from "vitest";
import { splitSections } from "../../../src/source/split.ts";

/** Each section as its key and the first lines of its entries. */
function cut(text: string): readonly (readonly [string, ...(readonly string[])])[] | undefined {
  const split = splitSections(text);
  if (!split.ok) return undefined;
  return split.sections.map(({ key, entries }) => [
    key,
    ...entries.map((at) => text.slice(at).split(/\r?\n/u)[0]?.trim() ?? ""),
  ]);
}

describe("splitSections", () => {
  it.each([0, 2, 4])("finds the entries of a list that stands at %i", (indent) => {
    const lead = " ".repeat(indent);
    const text = `kind: register\ncontracts:\n${lead}- id: A\n${lead}  cpv:\n${lead}    - x\n${lead}- id: B\nsuppliers:\n${lead}- id: S\n`;
    expect(cut(text)).toEqual([
      ["kind"],
      ["contracts", "- id: A", "- id: B"],
      ["suppliers", "- id: S"],
    ]);
  });

  it("passes over comments and blank lines between entries, at any depth", () => {
    const text =
      "# a\n\ncontracts: # b\n# c\n  - id: A\n\n# d\n        # e\n  # f\n  - id: B\n   \n";
    expect(cut(text)).toEqual([["contracts", "- id: A", "- id: B"]]);
  });

  it("is not misled by dashes in text", () => {
    const text =
      "contracts:\n  - id: A\n    notes: |\n      - no entry\n     \n      - nor this\n  - id: B\n";
    expect(cut(text)).toEqual([["contracts", "- id: A", "- id: B"]]);
  });

  it("takes CRLF and a byte order mark for nothing", () => {
    expect(cut("\u{feff}kind: register\r\ncontracts:\r\n- id: A\r\n- id: B\r\n")).toEqual([
      ["kind"],
      ["contracts", "- id: A", "- id: B"],
    ]);
  });

  it("gives a section that is no block list as one", () => {
    expect(cut("organisation:\n  id: x\n  languages:\n    - sv\ncpv: [a,\n  b]\n")).toEqual([
      ["organisation"],
      ["cpv"],
    ]);
  });

  it("covers the text from the first key to the end", () => {
    const text = "# c\nkind: register\ncontracts:\n  - id: A\n";
    const split = splitSections(text);
    const parts = split.ok ? split.sections.map(({ from, to }) => text.slice(from, to)) : [];
    expect(parts).toEqual(["kind: register\n", "contracts:\n  - id: A\n"]);
  });

  it("tells a section that stands twice", () => {
    const split = splitSections("contracts:\n  - id: A\nkind: register\ncontracts:\n  - id: B\n");
    expect(split).toMatchObject({
      ok: false,
      repeated: { key: "contracts", first: 0, second: 36 },
    });
  });

  it.each([
    ["an anchor", "contracts:\n  - &a { id: A }\n"],
    ["an alias", "contracts:\n  - id: *a\n"],
    ["a tag", "contracts:\n  - id: !x A\n"],
    ["a tag without a name", "contracts:\n  - id: ! A\n"],
    ["a directive", "%YAML 1.2\n---\ncontracts: []\n"],
    ["a document mark", "---\ncontracts: []\n"],
    ["a second document", "kind: register\n---\nkind: register\n"],
    ["a merge key", "contracts:\n  - <<: { id: A }\n"],
    ["a complex key", "contracts:\n  - ? a\n    : b\n"],
    ["an empty key", "contracts:\n  - { : b }\n"],
    ["an old Macintosh line end", "kind: register\rversion: 1\n"],
    ["a number that readers see differently", "contracts:\n  - a: -.5\n"],
    ["brackets at the top", "{ kind: register }\n"],
    ["an indented top", "  kind: register\n"],
    ["a list at the top", "- kind: register\n"],
    ["an entry that stands out", "contracts:\n  - id: A\n - id: B\n"],
    ["nothing", ""],
    ["comments only", "# a\n"],
    [
      "more sections than a register has",
      Array.from({ length: 1001 }, (_, index) => `k${index}: 1\n`).join(""),
    ],
  ])("leaves a text with %s to be read whole", (_, text) => {
    expect(cut(text)).toBeUndefined();
  });
});
