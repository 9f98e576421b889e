import { describe, expect, it } from "vitest";
import type { RawObject } from "../../../src/model/values.ts";
import {
  assessRegister,
  contractIn,
  findingIn,
  judgementIn,
} from "../../support/assess-register.ts";
import { registerFrom, registerOf } from "../../support/register-of.ts";
import { reducedTo } from "../../support/shipped-catalogue.ts";

const AT_K3 = {
  override: { class: "K3", because: "prov", by: "a", "approved-by": "b", date: "2026-01-01" },
};

describe("a term that only a tender can bring", () => {
  const gain = (fields: RawObject): number => {
    const contract = {
      id: "c",
      title: "c",
      type: "goods",
      criticality: AT_K3,
      clauses: { "buffer-stock": "none", sanctions: "none" },
      ...fields,
    };
    const assessment = assessRegister(registerFrom({ contracts: [contract] }), {
      catalogue: reducedTo(["buffer-stock", "sanctions-clause"]),
    });
    // The two weigh the same; the stock costs three times the effort.
    return (
      (3 * findingIn(assessment, "c", "buffer-stock").gain) /
      findingIn(assessment, "c", "sanctions-clause").gain
    );
  };

  it.each<[string, RawObject, number]>([
    ["18 full months to the end", { term: { end: "2028-06-23" } }, 2],
    ["19 full months to the end", { term: { end: "2028-06-24" } }, 1],
    [
      "a procurement that is planned sooner than the end",
      { term: { end: "2030-01-01" }, procurement: { next: { planned: "2027-03-01" } } },
      2,
    ],
    [
      "the last day to decide on an option",
      {
        term: { end: "2030-01-01", options: [{ extends: "12 months", "decide-by": "2027-03-01" }] },
      },
      1,
    ],
    [
      "an option that may bring the tender no nearer",
      { term: { end: "2028-01-01", options: [{ extends: "24 months" }] } },
      2,
    ],
    ["nothing recorded", {}, 1],
    ["an open end", { term: { "open-ended": "yes" } }, 1],
    ["a contract still to be tendered", { stage: "planned" }, 2],
  ])("weighs double only when it is near: %s", (_says, fields, factor) => {
    expect(gain(fields)).toBeCloseTo(factor, 9);
  });
});

describe("a verdict that agrees at both classes of an interval", () => {
  it("keeps the widest credit, and what is old at one of them", () => {
    const register = registerOf(`
contracts:
  - id: c
    title: c
    type: goods
    clauses: { continuity-plan: present }
    continuity: { plan: { delivered: yes, evidence: { kind: document, date: 2025-03-24 } } }
    criticality: { statutory-duty: supports, vital-function: none, mtpd: 120 h, dependents: 4, people: 0, alternative: none }
`);
    const contract = contractIn(
      assessRegister(register, { catalogue: reducedTo(["continuity-plan"]) }),
      "c",
    );
    expect(contract.classification.decided).toEqual({ low: "K2", high: "K3" });
    // 20 months old: fresh at K2 (24 months), between one and a half and twice the 12 months of K3.
    expect(judgementIn(contract.judgements, "continuity-plan")).toMatchObject({
      verdict: "met",
      stale: true,
      credit: { low: 0.5, high: 1 },
      severity: "high",
      weight: 4,
    });
    expect(contract.preparedness?.bounds).toEqual({ low: 0.5, high: 1 });
  });
});

describe("what is put right at a supplier", () => {
  it("gains in each of its contracts", () => {
    const contract = (id: string): RawObject => ({
      id,
      title: id,
      stage: "in-force",
      suppliers: ["s"],
      criticality: AT_K3,
    });
    const gain = (...contracts: readonly RawObject[]): number => {
      const register = registerFrom({
        suppliers: [{ id: "s", name: "s", finance: { warning: "yes" } }],
        contracts,
      });
      const assessment = assessRegister(register, {
        catalogue: reducedTo(["supplier-financial-watch"]),
      });
      return findingIn(assessment, "s", "supplier-financial-watch").gain;
    };
    const one = gain(contract("a"));
    // Impact 9; all that is left of the exposure is 0.95 x 0.75 x 0.85 (country) x 0.80 (warning) x 0.85 (lead time)
    // x 0.85 (incident) x 0.85 (alternatives); 0.8 can be removed, by the only requirement there is.
    expect(one).toBeCloseTo(9 * (1 - 0.95 * 0.75 * 0.8 * 0.85 ** 4) * 0.8, 9);
    expect(gain(contract("a"), contract("b"))).toBeCloseTo(2 * one, 9);
  });
});
