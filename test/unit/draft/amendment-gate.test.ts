import { describe, expect, test } from "vitest";
import { decideAmendment } from "../../../src/draft/amendment-gate.ts";
import type { AmendmentFacts, GateDecision, GateOutcome } from "../../../src/model/amendment.ts";
import { ACTS, ALL_KNOWN, NOTHING_KNOWN, onDay, sum } from "../../support/amendment-facts.ts";

const decide = (change: Partial<AmendmentFacts>): GateDecision =>
  decideAmendment({ ...ALL_KNOWN, ...change }, ACTS);
const outcomesOf = (change: Partial<AmendmentFacts>): readonly GateOutcome[] =>
  decide(change).outcomes;

/** What the facts have in common, and sums with the outcome each gives. */
type Case = readonly [
  says: string,
  facts: Partial<AmendmentFacts>,
  of: "estimated" | "change",
  sums: readonly (readonly [euros: number, outcome: GateOutcome])[],
];

// Every limit is worked out by hand beside its case, from the acts and the regulations.
const CASES: readonly Case[] = [
  [
    // Regulation 2023/2495: 221,000 for others than the state; reached by 221,000, not by a cent less.
    "1 goods of a municipality awarded on the last day of 2025",
    { awarded: onDay("2025-12-31"), change: sum(1) },
    "estimated",
    [
      [220_999.99, "free"],
      [221_000, "minor"],
    ],
  ],
  [
    // Regulation 2025/2152: 216,000.
    "2 goods of a municipality awarded on the first day of 2026",
    { awarded: onDay("2026-01-01"), change: sum(1) },
    "estimated",
    [
      [215_999.99, "free"],
      [216_000, "minor"],
    ],
  ],
  [
    // 10 % of 216,000 = 21,600; the threshold of 216,000 is far above.
    "3 ten per cent of the smallest contract in scope",
    { estimated: sum(216_000), original: sum(216_000) },
    "change",
    [
      [21_599.99, "minor"],
      [21_600, "new-procurement"],
    ],
  ],
  [
    // 10 % of 3,000,000 = 300,000, above the threshold of 2024-25, which decides: 221,000.
    "4 the threshold decides where a tenth is more, 2024-25",
    { awarded: onDay("2024-01-01"), estimated: sum(3_000_000), original: sum(3_000_000) },
    "change",
    [
      [216_000, "minor"],
      [220_999.99, "minor"],
      [221_000, "new-procurement"],
    ],
  ],
  [
    // The same in 2026-27: 216,000.
    "5 the threshold decides where a tenth is more, 2026-27",
    { awarded: onDay("2027-12-31"), estimated: sum(3_000_000), original: sum(3_000_000) },
    "change",
    [
      [215_999.99, "minor"],
      [216_000, "new-procurement"],
    ],
  ],
  [
    // Works, 15 % of 6,000,000 = 900,000, below the threshold of 5,538,000.
    "6 fifteen per cent of works, 2024-25",
    {
      type: "works",
      awarded: onDay("2024-06-01"),
      estimated: sum(5_538_000),
      original: sum(6_000_000),
    },
    "change",
    [
      [600_000, "minor"],
      [899_999.99, "minor"],
      [900_000, "new-procurement"],
    ],
  ],
  [
    // The act's own 400,000 for social and health services; 10 % of 5,000,000 would be 500,000.
    "7 social and health services: the national threshold",
    {
      type: "social-health",
      special: "health",
      estimated: sum(400_000),
      original: sum(5_000_000),
    },
    "change",
    [
      [399_999.99, "minor"],
      [400_000, "new-procurement"],
    ],
  ],
  [
    // Other special services: 300,000.
    "8 other special services come into scope at their own threshold",
    { type: "services", special: "other", original: sum(300_000), change: sum(29_999) },
    "estimated",
    [
      [299_999.99, "free"],
      [300_000, "minor"],
    ],
  ],
  [
    // A concession on works: 15 % of 3,000,000 = 450,000, below 500,000.
    "9 a concession on works",
    { type: "works", concession: true, estimated: sum(3_000_000), original: sum(3_000_000) },
    "change",
    [
      [449_999.99, "minor"],
      [450_000, "new-procurement"],
    ],
  ],
  [
    // Regulation 2023/2496: 443,000; regulation 2025/2150: 432,000. On the last day of 2025 the former holds.
    "10 goods of a water company awarded on the last day of 2025",
    { sector: "utilities", awarded: onDay("2025-12-31"), change: sum(1) },
    "estimated",
    [
      [432_000, "free"],
      [442_999.99, "free"],
      [443_000, "minor"],
    ],
  ],
  [
    "11 goods of a water company awarded on the first day of 2026",
    { sector: "utilities", awarded: onDay("2026-01-01"), change: sum(1) },
    "estimated",
    [
      [431_999.99, "free"],
      [432_000, "minor"],
    ],
  ],
  [
    // 15 % of 40,000,000 = 6,000,000, above the threshold of 5,404,000, which decides.
    "12 works of a water company, 2026-27",
    {
      sector: "utilities",
      type: "works",
      estimated: sum(40_000_000),
      original: sum(40_000_000),
    },
    "change",
    [
      [5_403_999.99, "minor"],
      [5_404_000, "new-procurement"],
    ],
  ],
  [
    // Annex C of the other act: 1,000,000; 10 % of 12,000,000 = 1,200,000.
    "13 special services of a water company, 2024-25",
    {
      sector: "utilities",
      type: "services",
      special: "yes",
      awarded: onDay("2024-02-29"),
      estimated: sum(12_000_000),
      original: sum(12_000_000),
    },
    "change",
    [
      [999_999.99, "minor"],
      [1_000_000, "new-procurement"],
    ],
  ],
  [
    // The state's 143,000 until the end of 2025.
    "14 services of a ministry, 2024-25",
    { central: true, type: "services", awarded: onDay("2025-06-30"), change: sum(1) },
    "estimated",
    [
      [142_999.99, "free"],
      [143_000, "minor"],
    ],
  ],
  [
    // 10 % of 600,000 = 60,000; 45,000 is used, 15,000 is left.
    "15 earlier minor changes count",
    { estimated: sum(600_000), original: sum(600_000), earlier: sum(45_000) },
    "change",
    [
      [14_999.99, "minor"],
      [15_000, "new-procurement"],
    ],
  ],
  [
    // Net: 70,000 up and 30,000 down are 40,000; 60,000 - 40,000 = 20,000.
    "16 earlier minor changes count net",
    { estimated: sum(600_000), original: sum(600_000), earlier: sum(70_000 - 30_000) },
    "change",
    [
      [19_999.99, "minor"],
      [20_000, "new-procurement"],
    ],
  ],
  [
    // The index has raised a million to 1,050,000: a tenth is 105,000.
    "17 the adjusted price is what the share is taken of",
    { indexed: sum(50_000) },
    "change",
    [
      [104_999.99, "minor"],
      [105_000, "new-procurement"],
    ],
  ],
  [
    // Half of 800,000 = 400,000, which may be reached; earlier minor changes are not counted.
    "18 additional deliveries up to half",
    { original: sum(800_000), earlier: sum(300_000), additional: true },
    "change",
    [
      [400_000, "additional"],
      [400_000.01, "new-procurement"],
    ],
  ],
  [
    // Half of 800,000 with the index's 20,000 = 410,000.
    "19 the unforeseen up to half of the adjusted price",
    { sector: "utilities", original: sum(800_000), indexed: sum(20_000), unforeseen: true },
    "change",
    [
      [410_000, "unforeseen"],
      [410_000.01, "new-procurement"],
    ],
  ],
  [
    // What lowers the price is measured by its size: 100,000 of a million is a tenth.
    "20 a change that lowers the price",
    {},
    "change",
    [
      [-99_999.99, "minor"],
      [-100_000, "new-procurement"],
    ],
  ],
];

describe.each(CASES)("case %s", (_, facts, of, sums) => {
  test.each(sums)("%d euros: %s", (euros, outcome) => {
    expect(outcomesOf({ ...facts, [of]: sum(euros) })).toEqual([outcome]);
  });
});

describe("every branch", () => {
  const above = { change: sum(100_000) };

  test.each<readonly [string, Partial<AmendmentFacts>, GateOutcome]>([
    ["below the threshold anything agreed is free", { estimated: sum(1) }, "free"],
    ["a review clause has no limit in money", { ...above, reviewClause: true }, "review-clause"],
    [
      "a review clause that changes the general nature does not count",
      { ...above, reviewClause: true, sameNature: false },
      "new-procurement",
    ],
    [
      "A: practical matters are not substantial",
      { changeClass: "A", admitsOthers: true },
      "not-substantial",
    ],
    [
      "B: a duty without pay is not, if nobody else would have come",
      { changeClass: "B" },
      "not-substantial",
    ],
    [
      "B: else it is tried as a minor change",
      { changeClass: "B", admitsOthers: true, change: sum(0) },
      "minor",
    ],
    [
      "B: and not even that when the general nature changes",
      { changeClass: "B", admitsOthers: true, change: sum(0), sameNature: false },
      "new-procurement",
    ],
    ["C: a minor change", { change: sum(99_999.99) }, "minor"],
    ["C: not minor when the general nature changes", { sameNature: false }, "new-procurement"],
    ["C: an additional delivery", { ...above, additional: true }, "additional"],
    [
      "C: an additional delivery before the unforeseen",
      { ...above, additional: true, unforeseen: true },
      "additional",
    ],
    [
      "C: an additional delivery whatever the general nature",
      { ...above, additional: true, sameNature: false },
      "additional",
    ],
    ["C: the unforeseen", { ...above, unforeseen: true }, "unforeseen"],
    [
      "C: the unforeseen keeps the general nature",
      { ...above, unforeseen: true, sameNature: false },
      "new-procurement",
    ],
    ["C: nothing holds", above, "new-procurement"],
    ["D: relief can be minor", { changeClass: "D" }, "minor"],
    [
      "D: relief is never merely not substantial",
      { ...above, changeClass: "D" },
      "new-procurement",
    ],
    [
      "D: relief by a review clause",
      { ...above, changeClass: "D", reviewClause: true },
      "review-clause",
    ],
    [
      "D: relief because of the unforeseen",
      { ...above, changeClass: "D", unforeseen: true },
      "unforeseen",
    ],
    [
      "E: another supplier where the act allows it",
      { changeClass: "E", lawfulTransfer: true },
      "supplier-change",
    ],
    ["E: another supplier is never minor", { changeClass: "E", change: sum(0) }, "new-procurement"],
    [
      "none: belongs in the next tender",
      { changeClass: "none", change: sum(0) },
      "new-procurement",
    ],
    ["none: below the threshold it is free", { changeClass: "none", estimated: sum(1) }, "free"],
    [
      "a concession below the act's own threshold is free",
      { concession: true, type: "services", estimated: sum(499_999) },
      "free",
    ],
  ])("%s", (_, facts, outcome) => {
    expect(outcomesOf(facts)).toEqual([outcome]);
  });

  test.each<readonly [Partial<AmendmentFacts>, string, string]>([
    [{ estimated: sum(1) }, "yes", "low"],
    [{ changeClass: "A" }, "yes", "low"],
    [{ changeClass: "B" }, "yes", "moderate"],
    [{}, "yes", "moderate"],
    [{ changeClass: "D" }, "yes", "high"],
    [{ change: sum(100_000), additional: true }, "lawyer", "high"],
    [{ change: sum(100_000), unforeseen: true }, "lawyer", "high"],
    [{ changeClass: "E", lawfulTransfer: true }, "lawyer", "high"],
    [{ change: sum(100_000) }, "no", "high"],
    [{ change: sum(90_000, 110_000) }, "open", "high"],
  ])("%j: may be made %s, risk %s", (facts, permission, risk) => {
    expect(decide(facts)).toMatchObject({ permission, risk });
  });
});

describe("what is unknown", () => {
  const estimates = (low: number, high: number, day: AmendmentFacts["awarded"]) =>
    outcomesOf({ estimated: sum(low, high), awarded: day, change: sum(1) });

  test("stays open only where the bounds straddle a limit", () => {
    // 216,000 in 2026: reached by all of [216,000, 230,000], by none of [200,000, 215,999].
    expect(estimates(216_000, 230_000, onDay("2026-02-01"))).toEqual(["minor"]);
    expect(estimates(200_000, 215_999, onDay("2026-02-01"))).toEqual(["free"]);
    expect(estimates(215_999, 216_000, onDay("2026-02-01"))).toEqual(["free", "minor"]);
    // 10 % of between 900,000 and 1,100,000 is between 90,000 and 110,000.
    const original = sum(900_000, 1_100_000);
    expect(outcomesOf({ original, change: sum(89_999) })).toEqual(["minor"]);
    expect(outcomesOf({ original, change: sum(110_000) })).toEqual(["new-procurement"]);
    expect(outcomesOf({ original, change: sum(90_000) })).toEqual(["minor", "new-procurement"]);
  });

  test("an award around the turn of the year has two thresholds", () => {
    const around = { from: onDay("2025-11-01")?.from, to: onDay("2026-01-15")?.to } as NonNullable<
      AmendmentFacts["awarded"]
    >;
    expect(estimates(218_000, 218_000, around)).toEqual(["free", "minor"]);
    expect(estimates(221_000, 221_000, around)).toEqual(["minor"]);
    expect(estimates(215_999, 215_999, around)).toEqual(["free"]);
    const { wouldDecide, answers } = decide({ estimated: sum(218_000), awarded: around });
    expect(wouldDecide).toEqual(["awarded"]);
    expect(answers[0]?.figures?.threshold).toEqual(sum(216_000, 221_000));
  });

  test("a day before the first period or after the last has no threshold that is known", () => {
    const open = ["free", "minor", "new-procurement"];
    expect(estimates(9_000_000, 9_000_000, onDay("2017-12-31"))).toEqual(open);
    expect(estimates(9_000_000, 9_000_000, onDay("2028-01-01"))).toEqual(open);
    // National thresholds have held all the time.
    const special = { type: "social-health", special: "health" } as const;
    expect(outcomesOf({ ...special, awarded: onDay("2017-12-31") })).toEqual(["minor"]);
  });

  test("an unknown kind of service: three thresholds", () => {
    const of = (euros: number) =>
      outcomesOf({ type: "services", special: undefined, estimated: sum(euros), change: sum(1) });
    expect(of(215_999)).toEqual(["free"]);
    expect(of(216_000)).toEqual(["free", "minor"]);
    expect(of(399_999)).toEqual(["free", "minor"]);
    expect(of(400_000)).toEqual(["minor"]);
    expect(
      decide({ type: "services", special: undefined, estimated: sum(250_000) }).wouldDecide,
    ).toEqual(["special"]);
  });

  test("names the facts that would decide, and no others", () => {
    expect(decide({ change: sum(0, Infinity) }).wouldDecide).toEqual(["change"]);
    expect(decide({ earlier: sum(-Infinity, Infinity) }).wouldDecide).toEqual(["earlier"]);
    expect(decide({ sector: undefined, estimated: sum(300_000) }).wouldDecide).toEqual(["sector"]);
    expect(decide({ sector: undefined }).wouldDecide).toEqual([]);
    expect(decide({ changeClass: "B", admitsOthers: undefined }).wouldDecide).toEqual([
      "admitsOthers",
    ]);
    expect(decide({ change: sum(100_000), unforeseen: undefined }).wouldDecide).toEqual([
      "unforeseen",
    ]);
    // The original value is unknown too, but the section does not apply.
    expect(decide({ estimated: sum(1), original: sum(0, Infinity) }).wouldDecide).toEqual([]);
  });

  test("says what is likely when only judgements are missing", () => {
    const blank = {
      reviewClause: undefined,
      sameNature: undefined,
      admitsOthers: undefined,
      additional: undefined,
      unforeseen: undefined,
    };
    expect(decide({ ...blank, changeClass: "B", change: sum(0) })).toMatchObject({
      likely: ["not-substantial"],
      permission: "open",
    });
    expect(decide(blank).likely).toEqual(["minor"]);
    expect(decide({ ...blank, change: sum(100_000) }).likely).toEqual(["new-procurement"]);
    expect(decide({ ...blank, change: sum(0, Infinity) }).likely).toEqual([]);
  });

  test("a likely ground may be one of several that all allow it", () => {
    const blank = { reviewClause: undefined, sameNature: undefined, admitsOthers: undefined };
    const { likely } = decide({
      ...blank,
      changeClass: "B",
      change: sum(0),
      estimated: sum(0, Infinity),
    });
    expect(likely).toEqual(["free", "not-substantial"]);
  });

  test("where nothing at all is known every outcome is possible", () => {
    expect(decideAmendment(NOTHING_KNOWN, ACTS).outcomes).toEqual([
      "free",
      "review-clause",
      "not-substantial",
      "minor",
      "additional",
      "unforeseen",
      "supplier-change",
      "new-procurement",
    ]);
  });
});

describe("the figures", () => {
  test("of a minor change: value with earlier ones, reference, share and what is left", () => {
    // 30,000 + 45,000 = 75,000 of 750,000 + 50,000 = 800,000: 9.375 %; a tenth is 80,000, less 45,000 is 35,000.
    const { answers } = decide({
      original: sum(750_000),
      indexed: sum(50_000),
      earlier: sum(45_000),
      change: sum(30_000),
    });
    expect(answers.find(({ step }) => step === "minor")?.figures).toEqual({
      value: sum(75_000),
      threshold: sum(216_000),
      reference: sum(800_000),
      share: sum(0.09375),
      limit: sum(0.1),
      room: sum(35_000),
    });
  });

  test("in bounds where values are unknown", () => {
    // Between 20,000 of a million and 30,000 of 500,000: 2 % to 6 %; a tenth is 50,000 to 100,000.
    const { answers } = decide({ original: sum(500_000, 1_000_000), change: sum(20_000, 30_000) });
    expect(answers.find(({ step }) => step === "minor")?.figures).toMatchObject({
      share: sum(0.02, 0.06),
      room: sum(50_000, 100_000),
    });
  });
});
