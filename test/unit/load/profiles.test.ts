import { describe, expect, it } from "vitest";
import { mergeProfile } from "../../../src/load/merge-profile.ts";
import { ownObject } from "../../../src/load/own-object.ts";
import type { ProfileShelf } from "../../../src/load/profiles.ts";
import { wholeProfile } from "../../../src/load/profiles.ts";
import type { Day, RawObject } from "../../../src/model/values.ts";

const STANDARD: RawObject = {
  id: "standard",
  weights: { low: 1, high: 4 },
  must: { K3: ["high", "critical"] },
  priorities: [
    { row: 1, act: "now" },
    { row: 2, act: "ask" },
    { row: 9, act: "watch" },
  ],
};

describe("the differences of a profile", () => {
  it("are merged key by key, and lists that are no tables are replaced", () => {
    const merged = mergeProfile(STANDARD, { weights: { high: 5 }, must: { K3: ["critical"] } });
    expect(merged["weights"]).toEqual({ low: 1, high: 5 });
    expect(merged["must"]).toEqual({ K3: ["critical"] });
  });

  it("replace a row by its name, and put a new one before the last", () => {
    const rows = [
      { row: 2, act: "plan" },
      { row: 7, act: "now" },
    ];
    expect(mergeProfile(STANDARD, { priorities: rows })["priorities"]).toEqual([
      { row: 1, act: "now" },
      { row: 2, act: "plan" },
      { row: 7, act: "now" },
      { row: 9, act: "watch" },
    ]);
  });
});

function shelfOf(own: Readonly<Record<string, RawObject>>): ProfileShelf {
  const shipped: Readonly<Record<string, RawObject>> = {
    standard: STANDARD,
    strict: { id: "strict", extends: "standard", weights: { low: 2 } },
  };
  return {
    own: new Map(Object.entries(own).map(([id, raw]) => [id, ownObject(id, raw, `${id}.yaml`)])),
    shipped: (id) => shipped[id],
    shippedNames: Object.keys(shipped),
  };
}

function weightsOf(id: string, own: Readonly<Record<string, RawObject>>, asOf?: string): unknown {
  const whole = wholeProfile(id, shelfOf(own), asOf as Day | undefined);
  return whole.ok ? whole.raw["weights"] : whole.fault.code;
}

describe("a profile", () => {
  it("has everything in it that it extends, over several steps", () => {
    const own = { a: { extends: "b", weights: { high: 9 } }, b: { extends: "strict" } };
    expect(weightsOf("a", own)).toEqual({ low: 2, high: 9 });
  });

  it("extends the standard one where it says nothing", () => {
    expect(weightsOf("a", { a: { weights: { high: 9 } } })).toEqual({ low: 1, high: 9 });
  });

  it("of the id of one of ours changes ours", () => {
    expect(weightsOf("strict", { strict: { weights: { high: 9 } } })).toEqual({ low: 2, high: 9 });
    expect(weightsOf("strict", { standard: { weights: { high: 9 } } })).toEqual({
      low: 2,
      high: 4,
    });
  });

  it("counts as what it extends from the day after its last", () => {
    const own = { a: { extends: "strict", until: "2026-12-31", weights: { high: 9 } } };
    expect(weightsOf("a", own, "2026-12-31")).toEqual({ low: 2, high: 9 });
    expect(weightsOf("a", own, "2027-01-01")).toEqual({ low: 2, high: 4 });
  });

  it("that extends itself over another, or what is not there, is a fault", () => {
    expect(weightsOf("a", { a: { extends: "b" }, b: { extends: "a" } })).toBe("C033");
    expect(weightsOf("a", { a: { extends: "nothing" } })).toBe("C007");
  });
});
