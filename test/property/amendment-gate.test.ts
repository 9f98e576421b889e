import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideAmendment } from "../../src/draft/amendment-gate.ts";
import type { AmendmentFacts } from "../../src/model/amendment.ts";
import { CHANGE_CLASSES } from "../../src/model/amendment.ts";
import { CONTRACT_TYPES } from "../../src/model/register.ts";
import type { Bounds } from "../../src/model/values.ts";
import { ACTS, NOTHING_KNOWN, onDay, sum } from "../support/amendment-facts.ts";

/** Sums at and around the limits as well as anywhere. */
const LIMITS = [
  0, 1, 21_600, 60_000, 140_000, 216_000, 221_000, 300_000, 400_000, 432_000, 500_000, 1_000_000,
  5_404_000,
];
const amount = fc.oneof(
  fc.constantFrom(...LIMITS.flatMap((limit) => [Math.max(0, limit - 1), limit, limit + 1])),
  fc.integer({ min: 0, max: 12_000_000 }),
);
const signed = fc.tuple(amount, fc.boolean()).map(([size, up]) => (up ? size : -size));
const day = fc.constantFrom(
  "2018-01-01",
  "2021-12-31",
  "2023-05-05",
  "2024-01-01",
  "2025-12-31",
  "2026-01-01",
  "2027-12-31",
);

/** Everything is known. */
const known: fc.Arbitrary<AmendmentFacts> = fc.record({
  sector: fc.constantFrom("general" as const, "utilities" as const),
  central: fc.boolean(),
  type: fc.constantFrom(...CONTRACT_TYPES),
  special: fc.constantFrom("no" as const, "health" as const, "other" as const),
  concession: fc.boolean(),
  awarded: day.map(onDay),
  estimated: amount.map((each) => sum(each)),
  original: amount.map((each) => sum(each)),
  indexed: signed.map((each) => sum(each)),
  earlier: signed.map((each) => sum(each)),
  change: signed.map((each) => sum(each)),
  changeClass: fc.constantFrom(...CHANGE_CLASSES),
  reviewClause: fc.boolean(),
  sameNature: fc.boolean(),
  admitsOthers: fc.boolean(),
  additional: fc.boolean(),
  unforeseen: fc.boolean(),
  lawfulTransfer: fc.boolean(),
});

const SUMS = ["estimated", "original", "indexed", "earlier", "change"] as const;

const JUDGEMENTS = [
  "reviewClause",
  "sameNature",
  "admitsOthers",
  "additional",
  "unforeseen",
  "lawfulTransfer",
] as const;

/** Forgets some facts, and of some sums all but bounds around them. */
function forget(
  facts: AmendmentFacts,
  forgotten: readonly boolean[],
  slack: readonly number[],
): AmendmentFacts {
  const names = Object.keys(NOTHING_KNOWN) as (keyof AmendmentFacts)[];
  const blank = names.filter((_, index) => forgotten[index] === true);
  const widened = SUMS.map((name, index): readonly [string, Bounds] => {
    const { low, high } = facts[name];
    const floor = name === "estimated" || name === "original" ? 0 : -Infinity;
    const by = slack[index] ?? 0;
    return [name, { low: Math.max(floor, low - by), high: high + by }];
  });
  return {
    ...facts,
    ...Object.fromEntries(widened),
    ...Object.fromEntries(blank.map((name) => [name, NOTHING_KNOWN[name]])),
  };
}

const gaps = fc.tuple(
  fc.array(fc.boolean(), { minLength: 18, maxLength: 18 }),
  fc.array(fc.constantFrom(0, 0, 1, 500, 100_000), { minLength: 5, maxLength: 5 }),
);

describe("the gate for amendments", () => {
  test("decides where all is known", () => {
    fc.assert(
      fc.property(known, (facts) => {
        const { outcomes, wouldDecide } = decideAmendment(facts, ACTS);
        expect(outcomes).toHaveLength(1);
        expect(wouldDecide).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("filling in what is unknown never leaves the outcomes", () => {
    fc.assert(
      fc.property(known, gaps, (facts, [forgotten, slack]) => {
        const [outcome] = decideAmendment(facts, ACTS).outcomes;
        const partly = decideAmendment(forget(facts, forgotten, slack), ACTS);
        expect(partly.outcomes).toContain(outcome);
      }),
      { numRuns: 1500 },
    );
  });

  test("learning one thing more never adds an outcome", () => {
    fc.assert(
      fc.property(known, gaps, fc.nat(17), (facts, [forgotten, slack], learnt) => {
        const before = decideAmendment(forget(facts, forgotten, slack), ACTS).outcomes;
        const less = forgotten.map((each, index) => each && index !== learnt);
        const after = decideAmendment(forget(facts, less, slack), ACTS).outcomes;
        expect(before).toEqual(expect.arrayContaining([...after]));
      }),
      { numRuns: 500 },
    );
  });

  test("is open on one judgement only where yes and no differ", () => {
    fc.assert(
      fc.property(known, fc.constantFrom(...JUDGEMENTS), (facts, name) => {
        const of = (answer: boolean | undefined) =>
          decideAmendment({ ...facts, [name]: answer }, ACTS).outcomes;
        expect(new Set(of(undefined))).toEqual(new Set([...of(true), ...of(false)]));
      }),
      { numRuns: 500 },
    );
  });

  test("is open on the value of the change only where its bounds straddle a limit", () => {
    fc.assert(
      fc.property(known, amount, amount, (facts, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const upwards = { ...facts, earlier: sum(Math.abs(facts.earlier.low)) };
        const of = (change: Bounds) => decideAmendment({ ...upwards, change }, ACTS).outcomes;
        // The ends, and every sum at which some limit can turn, with what lies just below and above.
        const reference = Math.max(0, facts.original.low + facts.indexed.low);
        const limits = [0.1, 0.15, 0.5]
          .map((share) => share * reference)
          .concat(
            ACTS.flatMap(({ periods }) => periods.flatMap(({ values }) => Object.values(values))),
          );
        const turns = limits.flatMap((limit) => [limit, limit - upwards.earlier.low]);
        const around = turns.flatMap((turn) => [turn - 0.01, turn, turn + 0.01]);
        const inside = around.map((each) => Math.min(high, Math.max(low, each)));
        const seen = [low, high, ...inside].flatMap((each) => of(sum(each)));
        expect(new Set(of(sum(low, high)))).toEqual(new Set(seen));
      }),
      { numRuns: 200 },
    );
  });
});
