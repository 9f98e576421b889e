import { describe, expect, it } from "vitest";
import { loadFiles, textOf } from "../../support/register-of.ts";
import { observeFact } from "../../support/observe-fact.ts";

const CONTRACTS = [{ id: "c", title: "c" }];

const MEASURABLE = {
  id: "plans",
  baseline: { value: "30 %", on: "2025-01-01" },
  target: { value: "90 %", by: "2027-12-31" },
};

/** What a fact is with these goals in the strategy; without a strategy where none are given. */
function withGoals(fact: string, goals?: unknown, asOf?: string) {
  const strategy =
    goals === undefined
      ? {}
      : { "strategy.yaml": JSON.stringify({ kind: "strategy", version: 1, goals }) };
  const { register } = loadFiles({
    "register.yaml": textOf({ contracts: CONTRACTS }),
    ...strategy,
  });
  return observeFact(fact, register, asOf);
}

function goal(id: string, indicators: unknown, tags: readonly string[] = ["preparedness"]) {
  return { id, title: id, tags, ...(indicators === undefined ? {} : { indicators }) };
}

const YES = { state: "known", value: "yes" };
const NO = { state: "known", value: "no" };

describe("a measurable goal for preparedness", () => {
  it.each<[string, unknown, object]>([
    ["all parts given", [goal("g", [MEASURABLE])], YES],
    [
      "numbers, zero among them",
      [
        goal("g", [
          { id: "stops", baseline: { value: 4 }, target: { value: 0, by: "2027-12-31" } },
        ]),
      ],
      YES,
    ],
    [
      "one of two goals is enough",
      [goal("a", undefined), goal("b", [{ id: "i" }, MEASURABLE])],
      YES,
    ],
    ["no goals", "none", NO],
    ["goals about other things", [goal("g", [MEASURABLE], ["climate"])], NO],
    ["a goal without tags", [{ id: "g", title: "g", indicators: [MEASURABLE] }], NO],
    ["no value to start from", [goal("g", [{ ...MEASURABLE, baseline: { value: "none" } }])], NO],
    [
      "no value to reach, and the rest blank",
      [goal("g", [{ id: "plans", target: { value: "none" } }])],
      NO,
    ],
    ["nobody has said which goals", "unknown", { state: "unknown", blanks: ["strategy.goals"] }],
    [
      "indicators blank",
      [goal("g", undefined)],
      { state: "unknown", blanks: ["strategy.goals.g.indicators"] },
    ],
    [
      "the day to reach it blank",
      [goal("g", [{ ...MEASURABLE, target: { value: "90 %", by: "unknown" } }])],
      { state: "unknown", blanks: ["strategy.goals.g.indicators.plans.target.by"] },
    ],
    [
      "the whole baseline blank, beside an indicator known to lack its target",
      [
        goal("g", [
          { ...MEASURABLE, target: { value: "none" } },
          { ...MEASURABLE, id: "b", baseline: {} },
        ]),
      ],
      { state: "unknown", blanks: ["strategy.goals.g.indicators.b.baseline.value"] },
    ],
  ])("%s", (_says, goals, expected) => {
    expect(withGoals("preparedness-goal", goals)).toMatchObject(expected);
  });

  it("is unknown where no strategy lies beside the register", () => {
    expect(withGoals("preparedness-goal")).toMatchObject({
      state: "unknown",
      blanks: ["strategy.goals"],
    });
  });
});

describe("the follow-up of the goals for preparedness", () => {
  const measured = (...actuals: readonly unknown[]) => [{ ...MEASURABLE, actuals }];
  const FRESH = { on: "2026-09-30", value: "55 %" };

  it.each<[string, unknown, object]>([
    ["measured in September", [goal("g", measured(FRESH))], YES],
    // From 24 October 2025 to 24 November 2026 are thirteen full months, from the 25th twelve.
    ["twelve full months ago", [goal("g", measured({ on: "2025-10-25", value: 1 }))], YES],
    ["thirteen full months ago", [goal("g", measured({ on: "2025-10-24", value: 1 }))], NO],
    [
      "an old value and a fresh one",
      [goal("g", measured({ on: "2024-01-31", value: 1 }, FRESH))],
      YES,
    ],
    [
      "one of the goal's indicators is enough",
      [goal("g", [...measured(FRESH), { id: "other", actuals: "none" }])],
      YES,
    ],
    ["never measured", [goal("g", [{ ...MEASURABLE, actuals: "none" }])], NO],
    [
      "measured, without a value to show",
      [goal("g", measured({ on: "2026-09-30", value: "none" }))],
      NO,
    ],
    [
      "every goal must be followed up",
      [goal("a", measured(FRESH)), goal("b", [{ id: "i", actuals: "none" }])],
      NO,
    ],
    [
      "a goal known to lack follow-up decides",
      [goal("a", [{ id: "i" }]), goal("b", [{ id: "i", actuals: "none" }])],
      NO,
    ],
    [
      "values blank",
      [goal("a", measured(FRESH)), goal("b", [{ id: "i" }])],
      { state: "unknown", blanks: ["strategy.goals.b.indicators.i.actuals"] },
    ],
    [
      "day blank",
      [goal("g", measured({ value: "55 %" }))],
      { state: "unknown", blanks: ["strategy.goals.g.indicators.plans.actuals"] },
    ],
    [
      "indicators blank",
      [goal("g", undefined)],
      { state: "unknown", blanks: ["strategy.goals.g.indicators"] },
    ],
    [
      "goals about other things",
      [goal("g", measured(FRESH), ["climate"])],
      { state: "not-applicable" },
    ],
    ["no goals", "none", { state: "not-applicable" }],
    ["nobody has said which goals", "unknown", { state: "unknown", blanks: ["strategy.goals"] }],
  ])("%s", (_says, goals, expected) => {
    expect(withGoals("preparedness-goal-followed-up", goals)).toMatchObject(expected);
  });

  it("is unknown where no strategy lies beside the register", () => {
    expect(withGoals("preparedness-goal-followed-up")).toMatchObject({ state: "unknown" });
  });

  it("leaves out what was measured after the day of assessment", () => {
    const lookingBack = (goals: unknown) =>
      withGoals("preparedness-goal-followed-up", goals, "2026-06-30");
    expect(lookingBack([goal("g", measured(FRESH))])).toMatchObject({ state: "unknown" });
    expect(lookingBack([goal("g", measured({ on: "2025-01-31", value: 1 }, FRESH))])).toMatchObject(
      NO,
    );
    expect(lookingBack([goal("g", measured({ on: "2026-01-31", value: 1 }, FRESH))])).toMatchObject(
      YES,
    );
  });
});

describe("the most significant wholes", () => {
  const withWholes = (strategy: unknown) => {
    const organisation = { id: "b", name: "B", strategy };
    return observeFact(
      "key-wholes-owned",
      loadFiles({ "r.yaml": textOf({ organisation, contracts: CONTRACTS }) }).register,
    );
  };
  const FOOD = { name: "Livsmedel", owner: "kategoriansvarig" };

  it.each<[string, unknown, object]>([
    ["each with an owner", { "key-wholes": [FOOD, { name: "It", owner: "it-chef" }] }, YES],
    ["none are named", { "key-wholes": "none" }, NO],
    ["one that nobody leads", { "key-wholes": [FOOD, { name: "It", owner: "none" }] }, NO],
    [
      "one whose owner is blank",
      { "key-wholes": [FOOD, { name: "It" }] },
      { state: "unknown", blanks: ["strategy.key-wholes.1.owner"] },
    ],
    [
      "nobody knows",
      { "key-wholes": "unknown" },
      { state: "unknown", blanks: ["strategy.key-wholes"] },
    ],
    ["nobody asked", "unknown", { state: "unknown", blanks: ["strategy.key-wholes"] }],
  ])("%s", (_says, strategy, expected) => {
    expect(withWholes(strategy)).toMatchObject(expected);
  });
});
