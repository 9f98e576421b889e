import { describe, expect, test } from "vitest";
import type { ProcurementAct, ProcurementKind, Sector } from "../../../src/model/thresholds.ts";
import { addDays } from "../../../src/model/values.ts";
import type { Day } from "../../../src/model/values.ts";
import { ACTS } from "../../support/amendment-facts.ts";

function actOf(sector: Sector): ProcurementAct {
  const act = ACTS.find((each) => each.sector === sector);
  if (act === undefined) throw new Error(`no act for ${sector}`);
  return act;
}

function valueOn(day: string, sector: Sector, kind: ProcurementKind, level = "eu") {
  return actOf(sector)
    .periods.filter((period) => period.level === level)
    .filter(({ from, to }) => from <= day && (to === undefined || to >= day))
    .map(({ values }) => values[kind]);
}

describe("the thresholds that are shipped", () => {
  // The tables of the Commission's regulations, and 25 § of the act.
  test.each<readonly [string, Sector, ProcurementKind, number]>([
    ["2024-01-01", "general", "central-goods-services", 143_000],
    ["2025-12-31", "general", "goods-services", 221_000],
    ["2025-12-31", "general", "works", 5_538_000],
    ["2026-01-01", "general", "central-goods-services", 140_000],
    ["2026-01-01", "general", "goods-services", 216_000],
    ["2027-12-31", "general", "works", 5_404_000],
    ["2024-01-01", "utilities", "goods-services", 443_000],
    ["2025-12-31", "utilities", "works", 5_538_000],
    ["2025-12-31", "utilities", "concession", 5_538_000],
    ["2026-01-01", "utilities", "goods-services", 432_000],
    ["2026-01-01", "utilities", "works", 5_404_000],
    ["2026-01-01", "utilities", "concession", 5_404_000],
    ["2026-01-01", "utilities", "special", 1_000_000],
  ])("%s, %s, %s: %d euros", (day, sector, kind, euros) => {
    expect(valueOn(day, sector, kind)).toEqual([euros]);
  });

  test("the national ones", () => {
    const national = (kind: ProcurementKind) => valueOn("2026-11-24", "general", kind, "national");
    expect(national("goods-services")).toEqual([60_000]);
    expect(national("works")).toEqual([150_000]);
    expect(national("special-health")).toEqual([400_000]);
    expect(national("special-other")).toEqual([300_000]);
    expect(national("concession")).toEqual([500_000]);
    expect(actOf("utilities").periods.some(({ level }) => level === "national")).toBe(false);
  });

  test.each(ACTS.map((act) => [act.id, act] as const))(
    "%s: periods follow each other without a gap",
    (_, act) => {
      for (const level of ["eu", "national"]) {
        const periods = act.periods.filter((period) => period.level === level);
        const next = periods.map(({ to }) => (to === undefined ? undefined : addDays(to, 1)));
        expect(periods.slice(1).map(({ from }) => from)).toEqual(next.slice(0, -1));
        expect(periods.every(({ from }) => from >= act.from)).toBe(true);
      }
    },
  );

  test("the limits are those of the acts, and every step and sum says where it comes from", () => {
    for (const { limits, steps, periods, act, modification } of ACTS) {
      expect(limits).toEqual({ minor: 0.1, minorWorks: 0.15, greater: 0.5 });
      for (const sources of Object.values(steps)) {
        expect(sources.length).toBeGreaterThan(0);
        expect(sources[0]).toMatchObject({ act, checked: "2026-11-24" as Day });
      }
      expect(steps.minor[0]?.section).toMatch(new RegExp(`^${modification}`, "u"));
      for (const { sources, from } of periods) {
        // What nobody has read is not marked as read.
        const read = sources.filter(({ mark }) => mark === "V" || mark === "V-old");
        expect(read.every(({ checked }) => checked !== undefined)).toBe(true);
        if (from >= "2024-01-01") expect(sources.map(({ mark }) => mark)).toContain("V");
      }
    }
  });
});
