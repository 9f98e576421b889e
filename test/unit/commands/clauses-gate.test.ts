import { describe, expect, test } from "vitest";
import { faultsBy } from "../../support/output-schemas.ts";
import { runCommand } from "../../support/run-command.ts";

/** A contract in force on goods of a municipality; the notice says a million, and it was awarded in 2026. */
const REGISTER = `kind: register
version: 1
organisation: { id: b, name: B, type: municipality, sector: general }
contracts:
  - id: A
    title: "T | <b> {{x}}"
    type: goods
    stage: in-force
    suppliers: none
    procurement: { awarded: 2026-02-02 }
    value: { estimated: 1000000, total: 900000, ex-vat: yes }
    amendments:
      - { id: M1, date: 2026-06-01, value: 30000, ground: minor }
      - { id: I1, date: 2026-09-01, value: 100000, ground: review-clause, index: yes }
    criticality: { life-health: life-threatening, mtpd: 4 h }
    clauses: { buffer-stock: none, change-clause: none }
`;
const files = { "register.yaml": REGISTER };
const AMEND = ["clauses", "A", "--lang", "en", "--mode", "amendment", "--add", "buffer-stock"];
const KNOWN = ["same-nature=yes", "additional=no", "unforeseen=no"].flatMap((each) => [
  "--change",
  each,
]);

interface Gate {
  readonly contracts: readonly {
    readonly groups: readonly {
      readonly class: string;
      readonly clauses: readonly string[];
      readonly outcomes: readonly string[];
      readonly permission: string;
      readonly thresholds: readonly { readonly value: number }[];
      readonly steps: readonly { readonly step: string; readonly figures?: object }[];
    }[];
  }[];
}

async function gateOf(change: readonly string[]): Promise<Gate> {
  const { stdout, code } = await runCommand(
    [...AMEND, "--format", "json", ...KNOWN, ...change.flatMap((each) => ["--change", each])],
    { files },
  );
  expect(code).toBe(0);
  return JSON.parse(stdout) as Gate;
}

describe("the gate as JSON", () => {
  test("counts earlier changes and the index: 10 % of 1,000,000 less 30,000 is 70,000", async () => {
    const groupC = async (value: string) =>
      (await gateOf([`value=${value}`])).contracts[0]?.groups.find((group) => group.class === "C");
    expect(await groupC("69999.99")).toMatchObject({ outcomes: ["minor"], permission: "yes" });
    expect(await groupC("70000")).toMatchObject({
      outcomes: ["new-procurement"],
      permission: "no",
    });
    const open = await groupC("60000..80000");
    expect(open).toMatchObject({ outcomes: ["minor", "new-procurement"], permission: "open" });
    expect(open?.thresholds).toMatchObject([{ value: 216_000 }]);
    expect(open?.steps.find(({ step }) => step === "minor")?.figures).toMatchObject({
      value: { low: 90_000, high: 110_000 },
      reference: { low: 1_000_000, high: 1_000_000 },
      share: { low: 0.09, high: 0.11 },
      room: { low: 70_000, high: 70_000 },
    });
  });

  test("has each drafted clause once", async () => {
    const clauses = (await gateOf([])).contracts[0]?.groups.flatMap((group) => group.clauses) ?? [];
    expect(clauses).toContain("buffer-stock");
    expect(new Set(clauses).size).toBe(clauses.length);
  });

  test("has the shape of its schema", async () => {
    const faults = faultsBy("amendment-gate");
    for (const change of [
      [],
      ["value=1"],
      ["awarded=2031-01-01"],
      ["class=E"],
      ["benefits=both"],
    ]) {
      expect(faults(await gateOf(change))).toEqual([]);
    }
  });

  test("is the same bytes again", async () => {
    const once = await gateOf(["value=1..2"]);
    expect(await gateOf(["value=1..2"])).toEqual(once);
  });
});

describe("the gate in a draft", () => {
  test.each([
    ["sv", "Får kontraktet ändras?", "Får göras som en ändring av ringa värde."],
    ["fi", "Saako sopimusta muuttaa?", "Saa tehdä vähäarvoisena muutoksena."],
    ["en", "May the contract be changed?", "May be made as a modification of minor value."],
  ])("%s", async (lang, title, outcome) => {
    const { stdout } = await runCommand(
      [...AMEND, "--lang", lang, ...KNOWN, "--change", "value=50000"],
      { files },
    );
    expect(stdout).toContain(title);
    expect(stdout).toContain(outcome);
    // 30,000 and 50,000 of 1,000,000.
    expect(stdout).toMatch(
      lang === "en" ? /8% of €1,000,000/u : /8\u{A0}% (av|arvosta) 1\u{A0}000\u{A0}000/u,
    );
  });

  test("is not there in a draft for a tender, nor for a contract that is still to be signed", async () => {
    const { stdout } = await runCommand(["clauses", "A", "--add", "buffer-stock"], { files });
    expect(stdout).not.toContain("gate_1");
    const planned = { "register.yaml": REGISTER.replace("in-force", "tendering") };
    const amended = await runCommand(AMEND, { files: planned });
    expect(amended.stdout).toContain("overview_1");
    expect(amended.stdout).not.toContain("gate_1");
  });

  test("a change that favours the supplier is relief, whatever the clauses", async () => {
    const classes = (await gateOf(["benefits=supplier"])).contracts[0]?.groups.map(
      (group) => group.class,
    );
    expect(classes?.filter((each) => each !== "none")).toEqual(["D"]);
  });
});

describe("wrong use", () => {
  test.each([
    [["--mode", "offer"], "--mode"],
    [["--format", "json"], "--format"],
    [["--change", "value=1"], "--mode"],
    [["--mode", "amendment", "--change", "valeu=1"], "--change"],
    [["--mode", "amendment", "--change", "value=much"], "--change"],
    [["--mode", "amendment", "--change", "value"], "--change"],
  ])("%j", async (args, option) => {
    const { code, stderr } = await runCommand(["clauses", "A", "--lang", "en", ...args], { files });
    expect(code).toBe(2);
    expect(stderr).toContain("U005");
    expect(stderr).toContain(option);
  });
});
