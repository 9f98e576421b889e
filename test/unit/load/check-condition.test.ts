import { describe, expect, it } from "vitest";
import { FACTS } from "../../../src/assess/facts.ts";
import { checkCondition } from "../../../src/load/check-condition.ts";
import { fieldsOfLevel } from "../../../src/load/vocabulary.ts";
import type { Level } from "../../../src/model/criterion.ts";
import type { Raw } from "../../../src/model/values.ts";

const VOCABULARY = {
  facts: new Map(FACTS.map((fact) => [fact.name, fact])),
  scales: new Set(["stock"]),
};

function faultsOf(written: Raw, level: Level = "contract"): readonly string[] {
  const fieldAt = fieldsOfLevel(level, VOCABULARY);
  return checkCondition(written, "/met", { file: "f", fieldAt, scales: VOCABULARY.scales }).map(
    ({ code, at }) => `${code} ${at !== undefined && "pointer" in at ? at.pointer : ""}`,
  );
}

function suggestionFor(field: string, level: Level = "contract"): unknown {
  const fieldAt = fieldsOfLevel(level, VOCABULARY);
  const found = checkCondition({ field, is: "x" }, "", { file: "f", fieldAt, scales: new Set() });
  return (found[0]?.params as { readonly suggestion?: unknown } | undefined)?.suggestion;
}

describe("what a condition names", () => {
  it.each<[string, string]>([
    ["clauses.sanction", "clauses.sanctions"],
    ["clause.sanctions", "clauses.sanctions"],
    ["stock.duration", ""],
    ["fact.stock-covr", "stock-cover"],
  ])("%s: did you mean %s", (field, meant) => {
    expect(suggestionFor(field)).toBe(meant);
  });

  it("belongs to the level of its criterion", () => {
    expect(faultsOf({ field: "finance.warning", is: "no" })).toEqual(["C001 /met/field"]);
    expect(faultsOf({ field: "finance.warning", is: "no" }, "supplier")).toEqual([]);
    expect(faultsOf({ field: "fact.trained-share", "at-least": 0.5 })).toEqual(["C002 /met/field"]);
    expect(faultsOf({ field: "fact.trained-share", "at-least": 0.5 }, "portfolio")).toEqual([]);
  });

  it("is found at any depth", () => {
    const deep = {
      all: [
        {
          not: {
            any: [
              { field: "stock.lasts", recorded: "yes" },
              { field: "x", is: 1 },
            ],
          },
        },
      ],
    };
    expect(faultsOf(deep)).toEqual(["C001 /met/all/0/not/any/1/field"]);
  });
});

describe("a test", () => {
  it.each<[Raw, readonly string[]]>([
    [{ field: "stock.lasts", "at-least": "30 d" }, []],
    [{ field: "stock.lasts", "at-least": { scale: "stock" } }, []],
    [{ field: "stock.lasts", "at-least": { scale: "stok" } }, ["C005 /met/at-least/scale"]],
    [{ field: "stock.lasts", "at-least": 30 }, ["C006 /met/at-least"]],
    [{ field: "stock.lasts", "at-least": "30 months" }, ["C006 /met/at-least"]],
    [{ field: "term.notice", "at-least": "6 months" }, []],
    [{ field: "term.notice", "at-least": "48 h" }, ["C006 /met/at-least"]],
    [{ field: "clauses.audit", "at-least": 3 }, ["C016 /met/at-least"]],
    [{ field: "stock.lasts", includes: "x" }, ["C016 /met/includes"]],
    [{ field: "term.end", "within-next": "6 months" }, []],
    [{ field: "term.end", "within-next": "6 d" }, ["C006 /met/within-next"]],
    [{ field: "stock.lasts", "no-older-than": "6 months" }, ["C016 /met/no-older-than"]],
    [{ field: "clauses.audit", is: "none" }, []],
    [{ field: "clauses.audit", is: "maybe" }, ["C011 /met/is"]],
    [{ field: "clauses.audit", is: "unknown" }, ["C011 /met/is"]],
    [{ field: "clauses.audit", "is-one-of": ["present", "partly"] }, []],
    [{ field: "clauses.audit", "is-one-of": ["present", "prtly"] }, ["C038 /met/is-one-of/1"]],
    [
      { field: "clauses.audit", "is-one-of": ["maybe", "prtly"] },
      ["C011 /met/is-one-of/0", "C011 /met/is-one-of/1"],
    ],
    [{ field: "flags.connected", is: true }, []],
    [{ field: "type", is: "goods" }, []],
    [{ field: "type" }, ["C004 /met"]],
  ])("%j", (written, faults) => {
    expect(faultsOf(written)).toEqual(faults);
  });
});

describe("a contradiction", () => {
  const type = (word: string): Raw => ({ field: "type", is: word });
  it.each<[string, Raw, readonly string[]]>([
    ["two words of one field", { all: [type("goods"), type("ict")] }, ["C017 /met/all/1"]],
    ["the same word twice", { all: [type("goods"), type("goods")] }, []],
    ["two words of which one is enough", { any: [type("goods"), type("ict")] }, []],
    [
      "a word and its denial",
      { all: [type("goods"), { not: type("goods") }] },
      ["C017 /met/all/1"],
    ],
    ["a word and another's denial", { all: [type("goods"), { not: type("ict") }] }, []],
    [
      "lists that share nothing",
      { all: [{ field: "type", "is-one-of": ["goods", "ict"] }, type("works")] },
      ["C017 /met/all/1"],
    ],
    [
      "lists that share a word",
      { all: [{ field: "type", "is-one-of": ["goods", "ict"] }, type("ict")] },
      [],
    ],
    [
      "a list all of whose words are denied",
      {
        all: [
          { field: "type", "is-one-of": ["goods", "ict"] },
          { not: type("ict") },
          { not: type("goods") },
        ],
      },
      ["C017 /met/all/2"],
    ],
    [
      "inside another all",
      { all: [type("goods"), { all: [type("ict")] }] },
      ["C017 /met/all/1/all/0"],
    ],
    [
      "inside an any",
      { any: [type("works"), { all: [type("goods"), type("ict")] }] },
      ["C017 /met/any/1/all/1"],
    ],
    ["two fields", { all: [type("goods"), { field: "stage", is: "in-force" }] }, []],
    [
      "amounts that leave nothing",
      {
        all: [
          { field: "stock.lasts", "at-least": "2 d" },
          { field: "stock.lasts", below: "48 h" },
        ],
      },
      ["C017 /met/all/1"],
    ],
    [
      "amounts that leave one",
      {
        all: [
          { field: "stock.lasts", "at-least": "2 d" },
          { field: "stock.lasts", "at-most": "48 h" },
        ],
      },
      [],
    ],
    [
      "amounts in two units",
      {
        all: [
          { field: "stock.lasts", is: "2 d" },
          { field: "stock.lasts", is: "48 h" },
        ],
      },
      [],
    ],
    [
      "above and at most the same",
      {
        all: [
          { field: "stock.lasts", above: "2 d" },
          { field: "stock.lasts", "at-most": "2 d" },
        ],
      },
      ["C017 /met/all/1"],
    ],
    [
      "a scale, of which nothing is known",
      {
        all: [
          { field: "stock.lasts", "at-least": { scale: "stock" } },
          { field: "stock.lasts", below: "1 h" },
        ],
      },
      [],
    ],
    [
      "said once for a field",
      { all: [type("goods"), type("ict"), type("works")] },
      ["C017 /met/all/1"],
    ],
  ])("%s", (_, written, faults) => {
    expect(faultsOf(written)).toEqual(faults);
  });
});
