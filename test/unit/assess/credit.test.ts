import { describe, expect, it } from "vitest";
import { worthOf } from "../../../src/assess/credit.ts";
import type { Proof } from "../../../src/assess/reading.ts";
import type { Criterion, ProofKind } from "../../../src/model/criterion.ts";
import type { Day } from "../../../src/model/values.ts";
import { addDays, addMonths } from "../../../src/model/values.ts";
import { TODAY } from "../../support/memory-platform.ts";
import { criterionOf, SHIPPED } from "../../support/shipped-catalogue.ts";

function criterion(kind: ProofKind, valid: number | null): Criterion {
  return criterionOf("c", "high", {
    met: {
      join: "test",
      field: "unit",
      word: "recorded",
      operand: { kind: "literal", value: "yes" },
    },
    proof: {
      kind: { K1: kind, K2: kind, K3: kind, K4: kind },
      valid: { K1: valid, K2: valid, K3: valid, K4: valid },
      of: undefined,
      strictAt: [],
    },
  });
}

function worth(kind: ProofKind, valid: number | null, proof: Proof) {
  return worthOf(proof, criterion(kind, valid), "K3", SHIPPED.profile, TODAY);
}

function evidence(kind: string | undefined, date?: Day): Proof {
  return { evidence: [{ kind, date }], answered: undefined, parts: [] };
}

describe("the strength of evidence", () => {
  it.each<[ProofKind, string | undefined, number]>([
    ["test", "test", 1],
    ["test", "audit", 1],
    ["test", "document", 0.5],
    ["test", "contract-text", 0.5],
    ["test", "supplier-statement", 0.25],
    ["test", undefined, 0.25],
    ["document", "test", 1],
    ["document", "audit", 1],
    ["document", "document", 1],
    ["document", "contract-text", 1],
    ["document", "supplier-statement", 0.5],
    ["document", undefined, 0.25],
    ["supplier-statement", "test", 1],
    ["supplier-statement", "document", 1],
    ["supplier-statement", "supplier-statement", 1],
    ["supplier-statement", undefined, 0.25],
    ["contract-text", undefined, 1],
    ["contract-text", "supplier-statement", 1],
    ["register", undefined, 1],
  ])("asked for %s, %s is worth %d", (wanted, kind, strength) => {
    expect(worth(wanted, null, evidence(kind, TODAY)).strength).toBe(strength);
    if (kind === undefined)
      expect(worth(wanted, null, { evidence: [], answered: TODAY, parts: [] }).strength).toBe(
        strength,
      );
  });
});

describe("the freshness of evidence that is valid for 12 months", () => {
  it.each([
    [0, 1, false, false],
    [12, 1, false, false],
    [13, 0.75, true, false],
    [18, 0.75, true, false],
    [19, 0.5, true, false],
    [24, 0.5, true, false],
    [25, 0.5, true, true],
    [60, 0.5, true, true],
  ])("%d full months old is worth %d", (months, freshness, stale, expired) => {
    const date = addMonths(TODAY, -months);
    expect(worth("document", 12, evidence("document", date))).toMatchObject({
      freshness,
      stale,
      expired,
    });
    // One day short of the next full month it is still as old.
    const almost = addDays(addMonths(TODAY, -(months + 1)), 1);
    expect(worth("document", 12, evidence("document", almost))).toMatchObject({
      freshness,
      stale,
      expired,
    });
  });

  it("counts from the day of the answer where the evidence has none", () => {
    const answered = addMonths(TODAY, -13);
    expect(
      worth("document", 12, {
        evidence: [{ kind: "document", date: undefined }],
        answered,
        parts: [],
      }),
    ).toMatchObject({
      strength: 1,
      freshness: 0.75,
      stale: true,
    });
  });

  it("is half, and not stale, where nothing has a day", () => {
    expect(worth("document", 12, evidence("document"))).toEqual({
      strength: 1,
      freshness: 0.5,
      stale: false,
      expired: false,
    });
  });
});

describe("the freshness of evidence with a validity of odd months", () => {
  it.each([
    [3, 1],
    [4, 0.75],
    // One and a half times three is four and a half: four months are within, five are not.
    [5, 0.5],
    [6, 0.5],
  ])("3 months valid, %d months old is worth %d", (months, freshness) => {
    expect(worth("test", 3, evidence("test", addMonths(TODAY, -months))).freshness).toBe(freshness);
  });

  it("does not age where the proof has no validity, or is computed", () => {
    const old = addMonths(TODAY, -200);
    for (const result of [
      worth("document", null, evidence("document", old)),
      worth("register", 24, evidence(undefined, old)),
      worth("document", null, evidence("document")),
    ]) {
      expect(result).toMatchObject({ freshness: 1, stale: false, expired: false });
    }
  });
});

describe("several pieces of evidence", () => {
  it("count by the best of them", () => {
    const proof: Proof = {
      evidence: [
        { kind: "supplier-statement", date: TODAY },
        { kind: "document", date: addMonths(TODAY, -13) },
        { kind: "test", date: addMonths(TODAY, -30) },
      ],
      answered: undefined,
      parts: [],
    };
    // 0.5 x 1, 1 x 0.75, and one that is too old to count.
    expect(worth("document", 12, proof)).toEqual({
      strength: 1,
      freshness: 0.75,
      stale: true,
      expired: false,
    });
  });

  it("are too old only when all of them are", () => {
    const proof: Proof = {
      evidence: [
        { kind: "document", date: addMonths(TODAY, -30) },
        { kind: "test", date: addMonths(TODAY, -26) },
      ],
      answered: undefined,
      parts: [],
    };
    expect(worth("document", 12, proof).expired).toBe(true);
  });
});

describe("a list whose items carry evidence", () => {
  const fresh = evidence("document", TODAY);

  it("is worth what its least proven item is", () => {
    const old = evidence("document", addMonths(TODAY, -13));
    const list: Proof = { evidence: [], answered: undefined, parts: [fresh, old, fresh] };
    expect(worth("document", 12, list)).toMatchObject({ strength: 1, freshness: 0.75 });
    const bare: Proof = { evidence: [], answered: undefined, parts: [fresh, evidence(undefined)] };
    expect(worth("document", 12, bare)).toMatchObject({ strength: 0.25, freshness: 0.5 });
  });

  it("is too old as soon as one item is", () => {
    const expired = evidence("document", addMonths(TODAY, -25));
    const list: Proof = { evidence: [], answered: undefined, parts: [expired, fresh] };
    expect(worth("document", 12, list).expired).toBe(true);
  });
});
