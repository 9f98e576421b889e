import { describe, expect, it } from "vitest";
import { daysToAct, mostUrgent, prioritise } from "../../../src/assess/prioritise.ts";
import type { ClassInterval, CriticalityClass } from "../../../src/model/classes.ts";
import type { Severity, Verdict } from "../../../src/model/criterion.ts";
import { TODAY } from "../../support/memory-platform.ts";
import { assessRegister, contractIn, findingIn } from "../../support/assess-register.ts";
import { registerFrom, registerOf } from "../../support/register-of.ts";
import { criterionOf, SHIPPED, withCriteria } from "../../support/shipped-catalogue.ts";

interface Given {
  readonly class: ClassInterval | CriticalityClass | undefined;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly statutory?: boolean;
  readonly days?: number;
}

function priorityOf({ class: of, verdict, severity, statutory = false, days }: Given) {
  const interval = typeof of === "string" ? { low: of, high: of } : of;
  const urgency = {
    class: interval,
    verdict,
    severityAt: () => severity,
    statutory,
    daysToAct: days,
  };
  const { low, high, row } = prioritise(urgency, SHIPPED.profile, TODAY);
  return `${low} ${high} ${row}`;
}

describe("the rows of the priority table", () => {
  it.each<[number, Given, string]>([
    [
      1,
      { class: "K1", verdict: "not-met", severity: "critical", statutory: true, days: 900 },
      "P1 P1 1",
    ],
    [2, { class: "K4", verdict: "not-met", severity: "critical", days: 900 }, "P1 P1 2"],
    [3, { class: "K4", verdict: "unknown", severity: "critical", days: 900 }, "P1 P1 3"],
    [4, { class: "K3", verdict: "not-met", severity: "high", days: 180 }, "P1 P1 4"],
    [5, { class: "K3", verdict: "not-met", severity: "high", days: 181 }, "P2 P2 5"],
    [6, { class: "K3", verdict: "unknown", severity: "high", days: 0 }, "P2 P2 6"],
    [
      7,
      { class: { low: "K1", high: "K4" }, verdict: "not-met", severity: "critical", days: 0 },
      "P2 P2 7",
    ],
    [8, { class: "K2", verdict: "not-met", severity: "medium", days: 180 }, "P3 P3 8"],
    [9, { class: "K2", verdict: "not-met", severity: "medium", days: 181 }, "P4 P4 9"],
  ])("row %d", (_row, given, expected) => {
    expect(priorityOf(given)).toBe(expected);
  });

  it.each<[string, Given]>([
    ["nothing is a must at K1", { class: "K1", verdict: "not-met", severity: "critical", days: 0 }],
    ["low is no must at K2", { class: "K2", verdict: "not-met", severity: "low", days: 0 }],
    ["a question at K2", { class: "K2", verdict: "unknown", severity: "medium", days: 0 }],
    ["medium is no must at K3", { class: "K3", verdict: "not-met", severity: "medium", days: 0 }],
    ["high is no must at K4", { class: "K4", verdict: "not-met", severity: "high", days: 0 }],
    ["what is met", { class: "K4", verdict: "met", severity: "critical", days: 0 }],
    [
      "a question of law",
      { class: "K1", verdict: "unknown", severity: "critical", statutory: true, days: 0 },
    ],
    ["no class at all", { class: undefined, verdict: "not-met", severity: "critical", days: 0 }],
  ])("everything else: %s", (_says, given) => {
    expect(priorityOf(given)).toBe("P4 P4 9");
  });

  it("give both ends where the day is not known", () => {
    expect(priorityOf({ class: "K3", verdict: "not-met", severity: "high" })).toBe("P2 P1 4");
    expect(priorityOf({ class: "K2", verdict: "not-met", severity: "medium" })).toBe("P4 P3 8");
    expect(priorityOf({ class: "K4", verdict: "not-met", severity: "critical" })).toBe("P1 P1 2");
  });

  it("give both ends where the class is not known", () => {
    expect(
      priorityOf({
        class: { low: "K2", high: "K3" },
        verdict: "not-met",
        severity: "high",
        days: 400,
      }),
    ).toBe("P4 P2 5");
    expect(
      priorityOf({
        class: { low: "K3", high: "K4" },
        verdict: "unknown",
        severity: "critical",
        days: 400,
      }),
    ).toBe("P2 P1 3");
    expect(
      priorityOf({
        class: { low: "K1", high: "K2" },
        verdict: "not-met",
        severity: "medium",
        days: 10,
      }),
    ).toBe("P4 P3 8");
  });
});

describe("a criterion that is graver at a higher class", () => {
  it("is weighed at each class by the severity it has there", () => {
    const criterion = criterionOf("delivery", "low", {
      severity: { K2: "low", K3: "high", K4: "high" },
      met: {
        join: "test",
        field: "clauses.delivery-priority",
        word: "is",
        operand: { kind: "literal", value: "present" },
      },
    });
    const register = registerOf(`
contracts:
  - id: c
    title: c
    term: { end: 2027-01-31 }
    clauses: { delivery-priority: none }
    criticality: { statutory-duty: supports, vital-function: none, mtpd: 120 h, dependents: 4, people: 0, alternative: none }
`);
    const assessment = assessRegister(register, { catalogue: withCriteria([criterion]) });
    expect(contractIn(assessment, "c").classification.decided).toEqual({ low: "K2", high: "K3" });
    // At K2 low is no must (P4); at K3 high is, with 68 days left (P1, row 4).
    expect(findingIn(assessment, "c", "delivery").priority).toEqual({
      low: "P4",
      high: "P1",
      row: 4,
    });
  });
});

describe("the most urgent of several priorities", () => {
  it("is that of the most urgent, end by end", () => {
    const watch = { low: "P4", high: "P4", row: 9 } as const;
    expect(mostUrgent([], watch)).toEqual(watch);
    expect(
      mostUrgent(
        [
          { low: "P3", high: "P3", row: 8 },
          { low: "P4", high: "P2", row: 5 },
        ],
        watch,
      ),
    ).toEqual({ low: "P3", high: "P2", row: 5 });
    expect(
      mostUrgent(
        [
          { low: "P1", high: "P1", row: 3 },
          { low: "P1", high: "P1", row: 2 },
        ],
        watch,
      ),
    ).toEqual({ low: "P1", high: "P1", row: 2 });
  });
});

describe("the days until something can be done", () => {
  const days = (contract: Readonly<Record<string, unknown>>): number | undefined => {
    const [found] = registerFrom({ contracts: [{ id: "c", title: "c", ...contract }] }).contracts;
    if (found === undefined) throw new Error("no contract");
    return daysToAct(found, TODAY);
  };

  it.each([
    ["nothing recorded", {}, undefined],
    ["the end", { term: { end: "2026-12-24" } }, 30],
    [
      "the last day to decide on an option",
      {
        term: { end: "2027-12-31", options: [{ extends: "12 months", "decide-by": "2026-12-04" }] },
      },
      10,
    ],
    [
      "the planned procurement",
      { term: { end: "2028-12-31" }, procurement: { next: { planned: "2026-12-01" } } },
      7,
    ],
    [
      "days that have passed do not count",
      {
        term: {
          start: "2024-01-01",
          end: "2027-01-23",
          options: [{ extends: "12 months", "decide-by": "2026-10-31" }],
        },
      },
      60,
    ],
    [
      "until further notice, with a time of notice",
      { term: { "open-ended": "yes", notice: "6 months" } },
      0,
    ],
    ["until further notice, notice not known", { term: { "open-ended": "yes" } }, undefined],
    ["still to be tendered", { stage: "planned", term: { end: "2030-01-01" } }, 0],
    ["today", { term: { end: TODAY } }, 0],
  ])("%s", (_says, contract, expected) => {
    expect(days(contract)).toBe(expected);
  });
});
