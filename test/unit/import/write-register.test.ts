import fc from "fast-check";
import { CORE_SCHEMA, load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseDay } from "../../../src/model/values.ts";
import type { RawObject } from "../../../src/model/values.ts";
import { SCHEMA_COMMENT, writeRegister } from "../../../src/import/write-register.ts";

/** Texts that some reader of YAML takes for something else. */
const TRAPS = [
  "",
  " ",
  "yes",
  "No",
  "NO",
  "on",
  "Off",
  "y",
  "N",
  "true",
  "FALSE",
  "null",
  "~",
  "Null",
  "nan",
  ".inf",
  "010",
  "0o17",
  "0x1F",
  "1_000",
  "1:30",
  "12.10",
  "1e3",
  "-1",
  "+1",
  ".5",
  "5.",
  "2024-01-01T00:00:00Z",
  "2024-02-30",
  "- a",
  "a: b",
  "a :b",
  "a #b",
  "#a",
  "a#b",
  "? a",
  "| a",
  "> a",
  "%YAML 1.2",
  "@a",
  "`a`",
  "*a",
  "&a",
  "!a",
  "!!str a",
  "[a]",
  "{a: b}",
  "a, b",
  "'a'",
  '"a"',
  "\\",
  "a\\nb",
  "a\nb",
  "a\r\nb",
  "\ta",
  "a\t",
  " a",
  "a ",
  "a  b",
  "---",
  "...",
  "=",
  "<<",
  "\u0000",
  "\u0007",
  "\u0085",
  "\u2028",
  "\ufeffa",
  "\u202eabc",
  "a\u00a0b",
  "\ud83d\ude00",
  "\ud800",
  "\u007f",
  "Å–’",
  "é",
  "\u{10FFFF}",
];

const text = fc.oneof(
  fc.constantFrom(...TRAPS),
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(
      "a",
      " ",
      ":",
      "#",
      "-",
      "'",
      '"',
      "\n",
      "\\",
      ",",
      "[",
      "}",
      "1",
      ".",
      "é",
    ),
  }),
);
const scalar = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
  fc.boolean(),
  fc.constant(null),
);
const key = fc.oneof(
  fc.constantFrom(
    "id",
    "title",
    "country",
    "ex-vat",
    "open-ended",
    "x-note",
    "sv",
    "no",
    "1",
    "a b",
  ),
  text.filter((written) => written !== "__proto__" && written !== "<<"),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const register = fc
  .dictionary(key, value, { minKeys: 1, maxKeys: 5, noNullPrototype: true })
  .map((made) => made as RawObject);

describe("a register written as YAML", () => {
  it("reads back as the same value, whatever is in it", () => {
    fc.assert(
      fc.property(register, (made) => {
        expect(parse(writeRegister(made), { version: "1.2" })).toEqual(made);
      }),
      { numRuns: 1000 },
    );
  });

  it("reads back as the same value with another reader", () => {
    fc.assert(
      fc.property(register, (made) => {
        expect(load(writeRegister(made), { schema: CORE_SCHEMA })).toEqual(made);
      }),
      { numRuns: 300 },
    );
  });

  it.each(TRAPS)("means the text %j in YAML 1.1 too", (trap) => {
    const written = writeRegister({ title: trap, list: [trap], [`x-${trap}`]: "a" });
    expect(parse(written, { version: "1.1" })).toEqual({
      title: trap,
      list: [trap],
      [`x-${trap}`]: "a",
    });
  });

  it("holds only characters that can be seen, and one line for each value", () => {
    fc.assert(
      fc.property(text, (made) => {
        const written = writeRegister({ title: made });
        expect(written.split("\n")).toHaveLength(3);
        expect(written.replace(/\n/gu, "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
    );
  });

  it("is in block style, with the format's order of keys, quotes only where needed", () => {
    const written = writeRegister({
      contracts: [
        {
          term: { end: parseDay("2027-04-30"), start: "2024-05-01" } as RawObject,
          title: { fi: "Dialyysi", sv: "Dialys: njurar" },
          suppliers: ["nordrenal", { supplier: "9990003-2", rank: 1 }],
          value: { "ex-vat": "yes", currency: "EUR", total: 2400000.5 },
          unit: "no",
          "x-note": [],
          id: "NS-2024-031",
          framework: "none",
        },
      ],
      suppliers: [{ country: "NO", name: "Nordrenal Ab", id: "nordrenal" }],
      version: 1,
      kind: "register",
    });
    expect(written).toBe(`# yaml-language-server: $schema=register-1.schema.json
kind: register
version: 1
suppliers:
  - id: nordrenal
    name: Nordrenal Ab
    country: "NO"
contracts:
  - id: NS-2024-031
    title:
      sv: "Dialys: njurar"
      fi: Dialyysi
    suppliers:
      - nordrenal
      - supplier: "9990003-2"
        rank: 1
    unit: "no"
    framework: none
    value:
      total: 2400000.5
      currency: EUR
      ex-vat: yes
    term:
      start: 2024-05-01
      end: 2027-04-30
    x-note: []
`);
    expect(written.startsWith(`${SCHEMA_COMMENT}\n`)).toBe(true);
  });

  it("gives the same text for the same value, however its keys were put in", () => {
    const one = { kind: "register", version: 1, "x-b": 1, "x-a": 2 };
    const other = { "x-a": 2, version: 1, "x-b": 1, kind: "register" };
    expect(writeRegister(one)).toBe(writeRegister(other));
  });
});
