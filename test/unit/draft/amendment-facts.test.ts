import { describe, expect, test } from "vitest";
import { amendmentFacts } from "../../../src/draft/amendment-facts.ts";
import { readAskedFact } from "../../../src/draft/asked-facts.ts";
import type { AskedFacts } from "../../../src/draft/asked-facts.ts";
import type { Day, RawObject } from "../../../src/model/values.ts";
import { ACTS, onDay, sum } from "../../support/amendment-facts.ts";
import { assessedOf } from "./cases.ts";

function factsOf(raw: RawObject, organisation: RawObject = {}, asked: AskedFacts = {}) {
  const { contract } = assessedOf([], raw, { contract: { type: "services" } });
  const asOf = "2026-11-24" as Day;
  return amendmentFacts({ contract, organisation: { raw: organisation }, acts: ACTS, asked, asOf });
}

const NET = { "ex-vat": "yes" } as const;

describe("the sums of the register", () => {
  test("as they are where they are without tax", () => {
    const { facts, assumptions } = factsOf({
      value: { ...NET, estimated: 2_500_000, total: 2_400_000 },
    });
    expect(facts).toMatchObject({ estimated: sum(2_500_000), original: sum(2_400_000) });
    expect(assumptions).not.toContain("tax");
  });

  test("down to the sum without 25.5 % where they may include it", () => {
    // 125,500 / 1.255 = 100,000.
    const { facts, assumptions } = factsOf({ value: { estimated: 125_500 } });
    expect(facts.estimated).toEqual(sum(100_000, 125_500));
    expect(assumptions).toContain("tax");
  });

  test("not at all in another currency", () => {
    const { facts, assumptions } = factsOf({ value: { ...NET, total: 1, currency: "SEK" } });
    expect(facts.original).toEqual(sum(0, Infinity));
    expect(assumptions).toContain("currency");
  });

  test("what a year costs, times the term, where the total is not said", () => {
    const term = { start: "2025-01-01", end: "2026-06-30" };
    // 600,000 a year for eighteen months.
    const of = (more: RawObject) =>
      factsOf({ value: { ...NET, "per-year": 600_000 }, term: { ...term, ...more } }).facts
        .original;
    expect(of({ options: "none" })).toEqual(sum(900_000));
    expect(of({})).toEqual(sum(900_000, Infinity));
    expect(factsOf({ value: { ...NET, "per-year": 600_000 } }).facts.original).toEqual(
      sum(0, Infinity),
    );
  });
});

describe("the changes made so far", () => {
  const earlierOf = (amendments: RawObject[string]) => {
    const { facts } = factsOf({ amendments });
    return { earlier: facts.earlier, indexed: facts.indexed };
  };

  test("none is nothing, and silence anything", () => {
    expect(earlierOf("none")).toEqual({ earlier: sum(0), indexed: sum(0) });
    const anything = sum(-Infinity, Infinity);
    expect(earlierOf(undefined)).toEqual({ earlier: anything, indexed: anything });
  });

  test("only minor ones are added up, net, and index adjustments by themselves", () => {
    const made = [
      { value: 12_000, ground: "minor" },
      { value: -4_000, ground: "minor" },
      { value: 90_000, ground: "unforeseen" },
      { value: 30_000, ground: "review-clause", index: "yes" },
      { value: 7_000, ground: "minor", date: "2027-01-01" },
    ];
    expect(earlierOf(made)).toEqual({ earlier: sum(8_000), indexed: sum(30_000) });
    expect(factsOf({ amendments: made }).assumptions).toContain("no-circumvention");
  });

  test("one without a ground may count or not, and one without a value by any sum", () => {
    expect(earlierOf([{ value: 5_000 }])).toEqual({ earlier: sum(0, 5_000), indexed: sum(0) });
    expect(earlierOf([{ ground: "minor" }]).earlier).toEqual(sum(-Infinity, Infinity));
    expect(earlierOf([{ value: 5_000, ground: "minor", index: "unknown" }])).toEqual({
      earlier: sum(0, 5_000),
      indexed: sum(0, 5_000),
    });
  });
});

describe("the day of the award", () => {
  const awarded = (raw: RawObject) => factsOf(raw).facts.awarded;
  const notice = { notice: { date: "2025-10-01" } };
  const term = { start: "2026-02-01" };

  test("as recorded; else between the notice and the first day; else within a year before that", () => {
    expect(awarded({ procurement: { awarded: "2025-12-15", ...notice }, term })).toEqual(
      onDay("2025-12-15"),
    );
    expect(awarded({ procurement: notice, term })).toEqual({
      from: "2025-10-01",
      to: "2026-02-01",
    });
    expect(awarded({ term })).toEqual({ from: "2025-02-01", to: "2026-02-01" });
    expect(awarded({ procurement: notice })).toEqual({ from: "2025-10-01", to: "2026-11-24" });
    expect(awarded({})).toBeUndefined();
  });
});

describe("what kind of contract and buyer", () => {
  test("is read from the register, and a person's word leads over it", () => {
    const raw = { procurement: { "annex-e": "yes", concession: "unknown" } };
    expect(factsOf(raw, { sector: "utilities", type: "state" }).facts).toMatchObject({
      sector: "utilities",
      central: true,
      special: "yes",
      concession: undefined,
    });
    expect(factsOf({}, { type: "municipality" }).facts).toMatchObject({
      central: false,
      concession: false,
    });
    expect(factsOf({}, { type: "other" }).facts.central).toBeUndefined();
    expect(factsOf(raw, {}, { special: "other", central: false }).facts).toMatchObject({
      special: "other",
      central: false,
    });
  });

  test("a contract without a change clause has none that covers the change", () => {
    expect(factsOf({ clauses: { "change-clause": "none" } }).facts.reviewClause).toBe(false);
    expect(factsOf({ clauses: { "change-clause": "present" } }).facts.reviewClause).toBeUndefined();
  });
});

describe("facts on the command line", () => {
  test.each([
    ["value", "20000", { change: sum(20_000) }],
    ["value", "-5000.50", { change: sum(-5_000.5) }],
    ["value", "10000..20000", { change: sum(10_000, 20_000) }],
    ["awarded", "2026-02-28", { awarded: onDay("2026-02-28") }],
    ["unforeseen", "yes", { unforeseen: true }],
    ["benefits", "both", { favoursSupplier: true }],
    ["class", "E", { changeClass: "E" }],
  ])("%s=%s", (name, written, facts) => {
    expect(readAskedFact(name, written)).toEqual({ ok: true, facts });
  });

  test.each([
    ["value", "20 000"],
    ["value", "20000..10000"],
    ["value", "1e6"],
    ["estimated", "-1"],
    ["awarded", "2026-02-30"],
    ["unforeseen", "perhaps"],
    ["class", "F"],
  ])("%s=%s is refused", (name, written) => {
    expect(readAskedFact(name, written)).toMatchObject({ ok: false, because: "unreadable" });
  });

  test("an unknown name is refused", () => {
    expect(readAskedFact("toString", "yes")).toEqual({ ok: false, because: "unknown-fact" });
  });
});
