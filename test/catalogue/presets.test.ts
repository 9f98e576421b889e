import { describe, expect, test } from "vitest";
import { SHAPES } from "../../src/model/fields.ts";
import { SHIPPED } from "../support/shipped-catalogue.ts";

const CLAUSE_IDS = Object.keys(SHAPES["clauses"]?.fields ?? {});
const BASE = [
  "force-majeure",
  "disruption-notice",
  "continuity-plan",
  "flow-down",
  "change-clause",
  "sanctions",
  "crisis-contacts",
  "precedence",
];

test("the sets are those of the paper, each with what it extends", () => {
  const clauses = Object.fromEntries(
    [...SHIPPED.presets].map(([id, preset]) => [id, [...preset.clauses].sort()]),
  );
  const with_ = (...more: readonly string[]) => [...BASE, ...more].sort();
  expect(clauses).toEqual({
    light: ["crisis-contacts", "disruption-notice", "precedence", "sanctions"],
    base: with_(),
    goods: with_(
      "buffer-stock",
      "substitutes",
      "delivery-priority",
      "origin-and-routes",
      "option-volumes",
      "cover-purchase",
      "liquidated-damages",
    ),
    services: with_(
      "delivery-priority",
      "exercises",
      "recovery-objectives",
      "personnel-continuity",
      "exit-assistance",
      "duty-to-continue",
      "termination",
    ),
    ict: with_(
      "exercises",
      "audit",
      "cyber-notice",
      "recovery-objectives",
      "data-portability",
      "exit-assistance",
      "secrecy-annex",
      "backup-power",
    ),
    works: with_(
      "buffer-stock",
      "origin-and-routes",
      "price-adjustment",
      "backup-power",
      "liquidated-damages",
    ),
    "social-health": [
      "continuity-plan",
      "flow-down",
      "exit-assistance",
      "duty-to-continue",
      "payment-continuity",
      "liquidated-damages",
      "termination",
    ].sort(),
    "social-health-critical": with_(
      "delivery-priority",
      "exercises",
      "audit",
      "recovery-objectives",
      "personnel-continuity",
      "step-in",
    ),
  });
});

describe.each([...SHIPPED.presets.values()])("$id", (preset) => {
  test("names clauses that there are, written for a type and class of the set", () => {
    expect(preset.clauses.filter((id) => !CLAUSE_IDS.includes(id))).toEqual([]);
    const foreign = preset.clauses.filter((id) => {
      const clause = SHIPPED.clauses.get(id);
      if (clause === undefined) return false;
      const suits = clause.types.some((type) => preset.types.includes(type));
      return !suits || !clause.classes.some((each) => preset.classes.includes(each));
    });
    expect(foreign).toEqual([]);
  });
});

test("only what the law demands is drafted without being asked for", () => {
  const statutory = [...SHIPPED.presets.values()].filter((preset) => preset.statutory);
  expect(statutory.map(({ id, types }) => [id, types])).toEqual([
    ["social-health", ["social-health"]],
  ]);
});
