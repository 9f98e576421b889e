import { describe, expect, it } from "vitest";
import { exposureOf } from "../../../src/assess/exposure.ts";
import { groundOf } from "../../../src/assess/assess.ts";
import { contractSubject, judgeContract } from "../../../src/assess/judge-contract.ts";
import { factContext, surroundingsOf } from "../../../src/assess/surroundings.ts";
import type { Bounds } from "../../../src/model/values.ts";
import type { Catalogue } from "../../../src/model/catalogue.ts";
import type { Register } from "../../../src/model/register.ts";
import type { Verdict } from "../../../src/model/criterion.ts";
import { TODAY } from "../../support/memory-platform.ts";
import {
  assessRegister,
  contractIn,
  findingIn,
  judgementIn,
  supplierIn,
} from "../../support/assess-register.ts";
import { exampleFiles, loadFiles, registerOf } from "../../support/register-of.ts";
import { reducedTo, SHIPPED } from "../../support/shipped-catalogue.ts";

// Every number in this file was worked out by hand; none was taken from the program.

function exposure(
  register: Register,
  catalogue: Catalogue,
  id: string,
  secondSource: Verdict,
): Bounds {
  const { ground } = groundOf(
    { register, catalogue, asOf: TODAY, toolVersion: "" },
    () => undefined,
  );
  const contract = register.contracts.find((each) => each.id === id);
  if (contract === undefined) throw new Error(id);
  const subject = contractSubject(contract);
  const { read } = surroundingsOf(subject, undefined, ground);
  return exposureOf(
    { ...factContext(subject, undefined, ground, read), contract },
    secondSource,
    catalogue.profile,
  );
}

function judged(register: Register, catalogue: Catalogue, id: string) {
  const { ground, classifications } = groundOf(
    { register, catalogue, asOf: TODAY, toolVersion: "" },
    () => undefined,
  );
  const contract = register.contracts.find((each) => each.id === id);
  const interval = classifications.get(id)?.decided;
  if (contract === undefined || interval === undefined) throw new Error(id);
  return judgeContract(contract, interval, catalogue, ground);
}

describe("worked example A: dialysis supplies, class K4, eight criteria", () => {
  const catalogue = reducedTo([
    "force-majeure-limited",
    "disruption-notice",
    "buffer-stock",
    "stock-covers-lead-time",
    "second-source",
    "continuity-plan",
    "sanctions-clause",
    "supplier-financial-watch",
  ]);
  const { register } = loadFiles(exampleFiles("ten-contracts"));
  const assessment = assessRegister(register, { catalogue });
  const contract = contractIn(assessment, "FX-02");

  it.each([
    [
      "force-majeure-limited",
      8,
      { verdict: "not-met", partial: false, stale: false, weak: false, credit: [0, 0] },
    ],
    [
      "disruption-notice",
      8,
      { verdict: "not-met", partial: true, stale: false, weak: false, credit: [0.5, 0.5] },
    ],
    [
      "buffer-stock",
      8,
      { verdict: "met", partial: false, stale: false, weak: false, credit: [1, 1] },
    ],
    [
      "stock-covers-lead-time",
      8,
      { verdict: "not-met", partial: false, stale: false, weak: false, credit: [0, 0] },
    ],
    [
      "second-source",
      8,
      { verdict: "unknown", partial: false, stale: false, weak: false, credit: [0, 1] },
    ],
    [
      "continuity-plan",
      8,
      { verdict: "met", partial: false, stale: true, weak: false, credit: [0.5, 1] },
    ],
    [
      "sanctions-clause",
      4,
      { verdict: "met", partial: false, stale: false, weak: false, credit: [1, 1] },
    ],
    [
      "supplier-financial-watch",
      4,
      { verdict: "met", partial: false, stale: false, weak: true, credit: [0.5, 1] },
    ],
  ])("%s weighs %d and gives its credit", (id, weight, expected) => {
    const judgement = judgementIn([...contract.judgements, ...contract.supplierJudgements], id);
    const { verdict, partial, stale, weak, credit } = judgement;
    expect({ verdict, partial, stale, weak, credit: [credit.low, credit.high] }).toEqual(expected);
    expect(judgement.weight).toBe(weight);
  });

  it("adds up to 22 and 36 of 56", () => {
    expect(contract.classification.decided).toEqual({ low: "K4", high: "K4" });
    expect(contract.classification.rows).toEqual({ low: "R2", high: "R2" });
    expect(contract.preparedness?.bounds.low).toBeCloseTo(22 / 56, 12);
    expect(contract.preparedness?.bounds.high).toBeCloseTo(36 / 56, 12);
    expect(contract.preparedness?.bounds.low).toBeCloseTo(0.392857, 6);
    expect(contract.preparedness?.bounds.high).toBeCloseTo(0.642857, 6);
    expect(contract.preparedness?.unknownShare).toBeCloseTo(8 / 56, 12);
    expect(contract.preparedness?.grade).toBe(2);
    expect(contract.preparedness?.gradeKnown).toBe(true);
  });

  it("gives the residual risk", () => {
    const { residual } = judged(register, catalogue, "FX-02");
    expect(residual?.low).toBeCloseTo(4.112968, 6);
    expect(residual?.high).toBeCloseTo(8.983479, 6);
  });

  it("gives the exposure of a sole country, a long lead time and perhaps a single supplier", () => {
    const bounds = exposure(register, catalogue, "FX-02", "unknown");
    expect(bounds.low).toBeCloseTo(0.313625, 9);
    expect(bounds.high).toBeCloseTo(0.48521875, 9);
    const { exposure: used, weightAtHighest } = judged(register, catalogue, "FX-02");
    expect(used).toEqual(bounds);
    expect(weightAtHighest).toBe(56);
  });

  it.each([
    ["FX-02", "stock-covers-lead-time", 0.998164],
    ["FX-02", "force-majeure-limited", 0.748623],
    ["FX-02", "continuity-plan", 0.748623],
    ["FX-02", "second-source", 0.748623],
    ["FX-02", "disruption-notice", 0.748623],
    ["fx-02-supplier", "supplier-financial-watch", 0.374312],
  ])("gives %s %s the gain per effort of %d", (subject, criterion, gain) => {
    expect(findingIn(assessment, subject, criterion).gain).toBeCloseTo(gain, 6);
  });

  it("puts priority rows first, then gain, severity, what is known, and the id", () => {
    const ours = assessment.findings.filter(
      ({ subject }) => subject === "FX-02" || subject === "fx-02-supplier",
    );
    expect(ours.map(({ criterion, priority }) => [criterion, priority.row])).toEqual([
      ["stock-covers-lead-time", 2],
      ["disruption-notice", 2],
      ["force-majeure-limited", 2],
      ["second-source", 3],
      ["continuity-plan", 9],
      ["supplier-financial-watch", 9],
    ]);
  });

  it("counts the supplier's own picture by itself", () => {
    const supplier = supplierIn(assessment, "fx-02-supplier");
    expect(supplier.class).toEqual({ low: "K4", high: "K4" });
    expect(supplier.preparedness?.bounds).toEqual({ low: 0.5, high: 1 });
  });
});

describe("worked example B: class between K2 and K3, six criteria", () => {
  const catalogue = reducedTo([
    "disruption-notice",
    "force-majeure-limited",
    "second-source",
    "crisis-contacts",
    "contract-owner",
    "exercise-held",
  ]);
  const register = registerOf(`
suppliers:
  - { id: s, name: Leverantören }
contracts:
  - id: B
    title: Ett exempel
    stage: in-force
    type: services
    suppliers: [s]
    term: { end: 2029-12-31 }
    owner: { role: kontraktsansvarig, deputy: upphandlare, evidence: { kind: document, date: 2026-08-24 } }
    criticality:
      statutory-duty: supports
      vital-function: { code: VF5.fuel, link: supporting }
      mtpd: 120 h
      dependents: 4
      people: 0
      alternative: none
    sourcing: { alternatives: { count: 3 } }
    clauses:
      disruption-notice: { status: present, parameters: { notify-first: 24 h } }
      force-majeure: present
      crisis-contacts: none
    chain: { components: [{ name: bränsle, origin: [FI, NO], critical: yes }] }
    stock: { lead-time: 5 d }
    monitoring: { last-exercise: no, incidents: [{ date: 2025-11-03, lasted: 9 h }] }
`);
  const assessment = assessRegister(register, { catalogue });
  const contract = contractIn(assessment, "B");

  it("is judged once per class of its interval", () => {
    expect(contract.classification.decided).toEqual({ low: "K2", high: "K3" });
    expect(contract.classification.decisive).toEqual(["criticality.life-health"]);
    const verdicts = contract.judgements.map(({ criterion, verdict, dependsOnClass }) => [
      criterion,
      verdict,
      dependsOnClass,
    ]);
    expect(verdicts).toEqual([
      ["disruption-notice", "unknown", { K2: "met", K3: "not-met" }],
      ["force-majeure-limited", "met", undefined],
      ["second-source", "unknown", { K2: "not-applicable", K3: "unknown" }],
      ["crisis-contacts", "not-met", undefined],
      ["contract-owner", "met", undefined],
      ["exercise-held", "unknown", { K2: "not-applicable", K3: "not-met" }],
    ]);
  });

  it("spans from 10 of 24 at K3 to 8 of 10 at K2", () => {
    expect(contract.preparedness?.bounds.low).toBeCloseTo(10 / 24, 12);
    expect(contract.preparedness?.bounds.high).toBeCloseTo(0.8, 12);
    expect(contract.preparedness?.grade).toBe(2);
    expect(contract.preparedness?.gradeKnown).toBe(true);
    expect(contract.preparedness?.unknownShare).toBeCloseTo(4 / 24, 12);
  });

  it("is exposed by an incident, and perhaps by a single supplier in trouble", () => {
    const bounds = exposure(register, catalogue, "B", "unknown");
    expect(bounds.low).toBeCloseTo(0.1925, 12);
    expect(bounds.high).toBeCloseTo(0.5155, 12);
    expect(judged(register, catalogue, "B").exposure).toEqual(bounds);
  });

  it("gives the residual risk over the classes", () => {
    const { residual } = judged(register, catalogue, "B");
    expect(residual?.low).toBeCloseTo(0.2079, 10);
    expect(residual?.high).toBeCloseTo(3.093, 10);
  });

  it("asks for the class before anything else", () => {
    const [first] = assessment.findings;
    expect(first?.kind).toBe("class-undecided");
    expect(first?.blanks).toEqual(["criticality.life-health"]);
  });
});

describe("the profile", () => {
  it("holds the weights, impacts and exposures of the worked examples", () => {
    const { profile } = SHIPPED;
    expect(profile.weights).toEqual({ low: 1, medium: 2, high: 4, critical: 8 });
    expect(profile.impact).toEqual({ K1: 1, K2: 3, K3: 9, K4: 27 });
    expect(profile.removable).toBe(0.8);
    expect(profile.exposure).toEqual({
      base: 0.05,
      "single-supplier": 0.25,
      "sole-country": 0.15,
      "financial-warning": 0.2,
      "long-lead-time": 0.15,
      "recent-incident": 0.15,
      "no-alternative": 0.15,
    });
  });
});
