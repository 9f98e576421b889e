import { describe, expect, test } from "vitest";
import type { CriticalityClass } from "../../../src/model/classes.ts";
import type { ClauseParameter } from "../../../src/model/clause.ts";
import type { Criterion } from "../../../src/model/criterion.ts";
import type { Raw } from "../../../src/model/values.ts";
import { fillParameter } from "../../../src/draft/fill.ts";
import { readParameterValue } from "../../../src/draft/parameter-value.ts";
import { clauseOf, criterionOf, parameterOf } from "./cases.ts";

const HOURS = parameterOf("notify", "span", {
  unit: "hours",
  defaults: { K1: "48 h", K2: "24 h", K3: "8 h", K4: "2 h" },
  range: { least: 1, greatest: 168 },
});
const DAYS = parameterOf("stock", "span", {
  unit: "days",
  defaults: { K1: null, K2: "7 d", K3: "21 d", K4: "45 d" },
});

function fill(
  parameter: ClauseParameter,
  said: {
    asked?: string;
    recorded?: Raw;
    class?: CriticalityClass;
    criteria?: readonly Criterion[];
    currency?: string;
  } = {},
) {
  const filled = fillParameter({
    clause: clauseOf("clause", "DC-02"),
    parameter,
    class: said.class ?? "K3",
    asked: said.asked,
    recorded: said.recorded,
    criteria: said.criteria ?? [],
    currency: said.currency ?? "EUR",
  });
  return [filled.value, filled.origin, filled.setAside?.because];
}

describe("where a value comes from", () => {
  test("a person's word goes before the register, the register before the class", () => {
    expect(fill(HOURS, { asked: "12 h", recorded: "4 h" })).toEqual([
      12,
      "command-line",
      undefined,
    ]);
    expect(fill(HOURS, { recorded: "4 h" })).toEqual([4, "register", undefined]);
    expect(fill(HOURS)).toEqual([8, "class-default", undefined]);
    expect(fill(DAYS, { class: "K1" })).toEqual([undefined, "open", undefined]);
  });

  test("a recorded value as strong as the class needs is kept, a weaker one is the gap itself", () => {
    expect(fill(HOURS, { recorded: "8 h" })).toEqual([8, "register", undefined]);
    expect(fill(HOURS, { recorded: "24 h" })).toEqual([8, "class-default", "weaker"]);
    expect(fill(DAYS, { recorded: "30 d" })).toEqual([30, "register", undefined]);
    expect(fill(DAYS, { recorded: "2 weeks" })).toEqual([21, "class-default", "weaker"]);
  });

  test("where the class proposes nothing the recorded value stands", () => {
    expect(fill(DAYS, { class: "K1", recorded: "3 d" })).toEqual([3, "register", undefined]);
  });

  test("a value whose strength nobody can tell gives way, unless a criterion tells", () => {
    const flat = parameterOf("report", "span", {
      unit: "days",
      defaults: { K1: "30 d", K2: "30 d", K3: "30 d", K4: "30 d" },
    });
    const test: Criterion["met"] = {
      join: "all",
      of: [
        {
          join: "test",
          field: "clauses.clause.parameters.report",
          word: "at-most",
          operand: { kind: "literal", value: "30 d" },
        },
      ],
    };
    expect(fill(flat, { recorded: "14 d" })).toEqual([30, "class-default", "incomparable"]);
    expect(fill(flat, { recorded: "30 d" })).toEqual([30, "register", undefined]);
    expect(
      fill(flat, { recorded: "14 d", criteria: [criterionOf("c", [], { met: test })] }),
    ).toEqual([14, "register", undefined]);
  });

  test("what does not fit the sentence is not used", () => {
    expect(fill(HOURS, { recorded: "soon" })).toEqual([8, "class-default", "unusable"]);
    expect(fill(HOURS, { recorded: "200 h" })).toEqual([8, "class-default", "unusable"]);
    const money = parameterOf("sum", "money", { unit: "euros" });
    expect(fill(money, { recorded: 500 })).toEqual([500, "register", undefined]);
    expect(fill(money, { recorded: 500, currency: "SEK" })).toEqual([
      undefined,
      "open",
      "unusable",
    ]);
  });

  test("a choice that the class proposes is not undone by a no", () => {
    const choice = parameterOf("reports", "choice", {
      defaults: { K1: "no", K2: "yes", K3: "yes", K4: "yes" },
    });
    expect(fill(choice, { recorded: "no" })).toEqual([true, "class-default", "weaker"]);
    expect(fill(choice, { recorded: "yes", class: "K1" })).toEqual([true, "register", undefined]);
  });
});

describe("units", () => {
  test.each<
    [
      Partial<ClauseParameter> & { kind: ClauseParameter["kind"] },
      Raw,
      number | string | boolean | undefined,
    ]
  >([
    [{ kind: "span", unit: "hours" }, "2 d", 48],
    [{ kind: "span", unit: "hours" }, "30 min", 0.5],
    [{ kind: "span", unit: "minutes" }, "15 min", 15],
    [{ kind: "span", unit: "minutes" }, "4 h", 240],
    [{ kind: "span", unit: "days" }, "48 h", 2],
    [{ kind: "span", unit: "days" }, "1 h", undefined],
    [{ kind: "span", unit: "days" }, "1 month", undefined],
    [{ kind: "span", unit: "weeks" }, "14 d", 2],
    [{ kind: "period", unit: "months" }, "2 years", 24],
    [{ kind: "period", unit: "months" }, "90 d", undefined],
    [{ kind: "period", unit: "days" }, "90 d", 90],
    [{ kind: "share", unit: "percent" }, "0.5 %", 0.5],
    [{ kind: "share", unit: "percent" }, 0.07, 7],
    [{ kind: "number" }, 2, 2],
    [{ kind: "number" }, "2", undefined],
    [{ kind: "choice" }, "yes", true],
    [{ kind: "choice" }, "maybe", undefined],
    [{ kind: "annex" }, "  3 ", "3"],
    [{ kind: "text" }, "", undefined],
  ])("%j reads %j as %j", ({ kind, ...change }, raw, value) => {
    const read = readParameterValue(parameterOf("p", kind, change), raw, "recorded");
    expect(read.ok ? read.value : undefined).toEqual(value);
  });

  test("a person may leave out the unit that the sentence says", () => {
    const share = parameterOf("cap", "share", { unit: "percent" });
    expect(readParameterValue(HOURS, "4", "typed")).toEqual({ ok: true, value: 4 });
    expect(readParameterValue(share, "0,5", "typed")).toEqual({ ok: true, value: 0.5 });
    expect(readParameterValue(HOURS, "0", "typed")).toEqual({ ok: false, because: "out-of-range" });
  });
});
