import { describe, expect, it } from "vitest";
import { checkContract, checkSupplier } from "../../../src/load/contract-checks.ts";
import { checkCpv, cpvCheckDigit } from "../../../src/load/cpv.ts";
import { holdsPersonalCode } from "../../../src/load/personal-code.ts";
import { loadRegister } from "../../../src/load/register.ts";
import { checkBusinessId } from "../../../src/model/business-id.ts";
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import type { RawObject } from "../../../src/model/values.ts";
import { memoryPlatform, TODAY } from "../../support/memory-platform.ts";

const HEAD = "kind: register\nversion: 1\norganisation: { id: provby, name: Provby kommun }\n";
const CONTRACTS = "contracts:\n  - id: PB-1\n    title: Skolmåltider\n";

function read(yaml: string): readonly Diagnostic[] {
  return loadRegister(["r.yaml"], memoryPlatform({ "r.yaml": HEAD + yaml }), {
    today: TODAY,
    criteria: new Set(),
  }).diagnostics;
}

const codesOf = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code }) => code);
const contract = (raw: RawObject): readonly Diagnostic[] =>
  checkContract(raw, "r.yaml", "/contracts/0", TODAY);

describe("the term of a contract", () => {
  it.each([
    ["2026-01-01", "2025-12-31", ["R014"]],
    ["2026-01-01", "2026-01-01", []],
    ["2026-01-01", "2026-02-30", []],
  ])("from %s to %s", (start, end, codes) => {
    expect(codesOf(contract({ term: { start, end } }))).toEqual(codes);
  });

  it.each([
    // register.md's own example: six months before the last day of April is the last day of October.
    ["2027-04-30", "6 months", "2026-10-31", []],
    ["2027-04-30", "6 months", "2026-11-01", ["R015"]],
    ["2028-02-29", "1 month", "2028-01-31", []],
    ["2028-02-29", "1 month", "2028-02-01", ["R015"]],
    ["2027-04-30", "90 d", "2027-01-30", []],
    ["2027-04-30", "90 d", "2027-01-31", ["R015"]],
    ["2027-12-31", "1 year", "2026-12-31", []],
    ["2027-12-31", "1 year", "2027-01-01", ["R015"]],
    ["2027-04-30", undefined, "2027-04-30", []],
    ["2027-04-30", undefined, "2027-05-01", ["R015"]],
  ])("ends %s, notice %s: an option to be decided by %s", (end, notice, day, codes) => {
    const options = [{ extends: "12 months", "decide-by": day, exercised: "no" }];
    expect(
      codesOf(contract({ term: { end, options, ...(notice === undefined ? {} : { notice }) } })),
    ).toEqual(codes);
  });

  it("counts a second option from where the first would end", () => {
    const option = (day: string): RawObject => ({
      extends: "12 months",
      "decide-by": day,
      exercised: "no",
    });
    const term = (second: string): RawObject => ({
      term: {
        end: "2027-04-30",
        notice: "6 months",
        options: [option("2026-10-31"), option(second)],
      },
    });
    expect(codesOf(contract(term("2027-10-31")))).toEqual([]);
    expect(codesOf(contract(term("2027-11-01")))).toEqual(["R015"]);
  });

  it("notes an option whose day has passed with nothing decided", () => {
    const options = (exercised: string): RawObject => ({
      term: {
        end: "2027-04-30",
        options: [{ extends: "1 year", "decide-by": "2026-11-23", exercised }],
      },
    });
    expect(codesOf(contract(options("unknown")))).toEqual(["R022"]);
    expect(codesOf(contract(options("yes")))).toEqual([]);
  });
});

describe("shares of a whole", () => {
  it.each([
    [["60 %", "40 %"], []],
    [["33.4 %", "33.3 %", "33.3 %"], []],
    [[0.6, 0.41], ["R010"]],
    [["60 %", 0.5], ["R010"]],
    [["unknown", "100 %"], []],
  ])("%j", (shares, codes) => {
    const list = shares.map((share, index) => ({ supplier: `s${index}`, share }));
    expect(codesOf(contract({ suppliers: list }))).toEqual(codes);
    expect(codesOf(checkSupplier({ owners: list }, "r.yaml", "/suppliers/0", TODAY))).toEqual(
      codes,
    );
  });
});

function ring(count: number, field: (next: number) => string, closed: boolean): string {
  const lines = Array.from({ length: count }, (_, index) => {
    const link = index + 1 < count || closed ? `, ${field((index + 1) % count)}` : "";
    return `  - { id: s${index}, name: S${link} }\n`;
  });
  return `${CONTRACTS}suppliers:\n${lines.join("")}`;
}

const parent = (next: number): string => `parent: s${next}`;
const subcontractor = (next: number): string => `subcontractors: [{ supplier: s${next} }]`;

describe("suppliers that lead back to themselves", () => {
  it.each([
    [1, parent, "R011"],
    [2, parent, "R012"],
    [1, subcontractor, "R011"],
    [2, subcontractor, "R013"],
    [10_000, parent, "R012"],
    [10_000, subcontractor, "R013"],
  ])("a ring of %i", (count, field, code) => {
    const diagnostics = read(ring(count, field, true));
    expect(codesOf(diagnostics)).toEqual([code]);
    const [found] = diagnostics;
    if (found?.code === "R012" || found?.code === "R013") {
      const steps = String(found.params.path).split(" → ");
      expect(steps).toHaveLength(count + 1);
      expect(steps.at(-1)).toBe(steps[0]);
    }
  });

  it("a chain of 10,000 is no ring", () => {
    expect(read(ring(10_000, parent, false))).toEqual([]);
    expect(read(ring(10_000, subcontractor, false))).toEqual([]);
  });

  it("two rings that do not touch are two warnings", () => {
    const link = (from: string, to: string): string =>
      `  - { id: ${from}, name: S, subcontractors: [{ supplier: ${to} }] }\n`;
    const yaml = `${CONTRACTS}suppliers:\n${link("a", "b")}${link("b", "a")}${link("c", "d")}${link("d", "c")}`;
    expect(codesOf(read(yaml))).toEqual(["R013", "R013"]);
  });
});

describe("codes that can be checked", () => {
  // Codes and digits as published in regulation (EC) No 213/2008.
  it.each([
    "03000000-1",
    "33100000-1",
    "33181500-7",
    "55524000-9",
    "72000000-5",
    "85000000-9",
    "98000000-3",
    "51000000-9",
    "33181500",
  ])("CPV %s is right", (code) => {
    expect(checkCpv(code)).toEqual({ ok: true });
  });

  it.each([
    ["33181500-8", "digit"],
    ["99000000-0", "division"],
    ["3318150-7", "shape"],
    ["33181500-", "shape"],
    ["３３181500", "shape"],
  ])("CPV %s is wrong in its %s", (code, fault) => {
    expect(checkCpv(code)).toMatchObject({ ok: false, fault });
  });

  it("the digit of dialysis consumables is 7", () => {
    expect(cpvCheckDigit("33181500")).toBe("7");
  });

  // 0737546-2 is the example of the tax administration's instruction on the check digit.
  it.each([
    ["0737546-2", true],
    ["9990001-6", true],
    ["9990003-2", true],
    ["0737546-3", false],
    ["07375462", false],
    ["9990018-1", false],
  ])("business id %s: %s", (id, ok) => {
    expect(checkBusinessId(id).ok).toBe(ok);
  });

  // 131052-308T is the example of the Digital and Population Data Services Agency.
  it.each([
    ["131052-308T", true],
    ["ring 131052-308T nu", true],
    ["131052A308T", true],
    ["131052-308U", false],
    ["311352-308T", false],
    ["1131052-308T", false],
    ["131052-308TX", false],
    ["kontrakt 131052-3081", false],
  ])("personal identity code in %j: %s", (text, holds) => {
    expect(holdsPersonalCode(text)).toBe(holds);
  });

  it("a personal identity code is found in any text, and never repeated", () => {
    const diagnostics = read(`${CONTRACTS}    notes: { sv: "Sköts av 131052-308T" }\n`);
    expect(codesOf(diagnostics)).toEqual(["R020"]);
    expect(JSON.stringify(diagnostics)).not.toContain("131052");
  });
});

describe("countries and currencies", () => {
  const country = (written: string): readonly Diagnostic[] =>
    read(`${CONTRACTS}suppliers:\n  - id: s\n    name: S\n    country: ${written}\n`);

  it.each([
    ["FI", []],
    ['"NO"', []],
    ["XK", []],
    ["unknown", []],
    ["NO", ["S023"]],
    ["no", ["S017"]],
    ["No", ["S017"]],
    ["false", ["S017"]],
    ["UK", ["R008"]],
    ["fi", ["R008"]],
    ["EL", ["R008"]],
    ["ZZ", ["R008"]],
    ["-", ["S006"]],
    ["N/A", ["S006"]],
  ])("country: %s", (written, codes) => {
    expect(codesOf(country(written))).toEqual(codes);
  });

  it.each([
    ["UK", "GB"],
    ["EL", "GR"],
    ["fi", "FI"],
    ["ZZ", ""],
  ])("%s is met with %j", (written, suggestion) => {
    expect(country(written)).toMatchObject([{ params: { value: written, suggestion } }]);
  });

  it.each([
    ["EUR", []],
    ["SEK", []],
    ["EURO", ["R009"]],
    ["eur", ["R009"]],
  ])("currency: %s", (written, codes) => {
    const yaml = `kind: register\nversion: 1\norganisation: { id: p, name: P, currency: ${written} }\n${CONTRACTS}`;
    const { diagnostics } = loadRegister(["r.yaml"], memoryPlatform({ "r.yaml": yaml }), {
      today: TODAY,
      criteria: new Set(),
    });
    expect(codesOf(diagnostics)).toEqual(codes);
  });
});
