import { describe, expect, it } from "vitest";
import { checkStrategy } from "../../../src/load/strategy.ts";
import type { RawObject } from "../../../src/model/values.ts";

const GOAL: RawObject = {
  id: "prepared",
  title: "Critical contracts are prepared",
  tags: ["preparedness"],
  owner: { role: "procurement director" },
  indicators: [
    {
      id: "plans",
      unit: "share",
      direction: "up",
      baseline: { value: "30 %", on: "2025-01-01" },
      target: { value: "90 %", by: "2027-12-31" },
      actuals: [{ on: "2026-09-30", value: 0.55 }],
    },
  ],
};

function told(raw: RawObject) {
  const place = { file: "strategy.yaml", pointer: "", part: "value" } as const;
  return checkStrategy({ id: "strategy", raw, place }).map(({ code, at, params }) => [
    code,
    at !== undefined && "pointer" in at ? at.pointer : "",
    params,
  ]);
}

describe("a strategy", () => {
  it("is sound with goals, with none, and with what nobody has said", () => {
    for (const goals of [[GOAL], "none", "unknown"])
      expect(told({ kind: "strategy", version: 1, goals })).toEqual([]);
  });

  it("gives one diagnostic for each mistake, at its place, with the nearest right key", () => {
    const misspelled = { ...GOAL, id: "b", indicator: GOAL["indicators"] ?? null };
    const impossible = {
      ...GOAL,
      id: "c",
      indicators: [{ id: "i", target: { by: "2027-02-30" } }],
    };
    expect(
      told({ kind: "strategy", version: 1, goals: [GOAL, misspelled, impossible, GOAL] }),
    ).toEqual([
      ["S001", "/goals/1/indicator", { key: "indicator", suggestion: "indicators" }],
      ["R002", "/goals/3/id", { kind: "goal", id: "prepared" }],
      ["S009", "/goals/2/indicators/0/target/by", { value: "2027-02-30" }],
    ]);
  });
});
