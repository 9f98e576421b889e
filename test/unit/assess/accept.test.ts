import { describe, expect, it } from "vitest";
import {
  assessRegister,
  contractIn,
  judgementIn,
  supplierIn,
} from "../../support/assess-register.ts";
import { registerOf } from "../../support/register-of.ts";
import { reducedTo } from "../../support/shipped-catalogue.ts";

const CATALOGUE = reducedTo([
  "force-majeure-limited",
  "sanctions-clause",
  "supplier-financial-watch",
]);

function assessment(accepted: string, clauses: string, asOf = "2026-11-24") {
  const register = registerOf(`
suppliers:
  - id: s
    name: s
    finance: { warning: yes }
    accepted: [{ criterion: supplier-financial-watch, because: Borgen finns, by: ekonomidirektör, until: 2026-12-31 }]
contracts:
  - id: c
    title: c
    stage: in-force
    type: goods
    suppliers: [s]
    clauses: { ${clauses} }
    accepted: [${accepted}]
    criticality: { override: { class: K3, because: prov, by: ledningen, approved-by: styrelsen, date: 2026-01-01 } }
`);
  return assessRegister(register, { catalogue: CATALOGUE, asOf });
}

const ACCEPTED =
  "{ criterion: force-majeure-limited, because: Byts i nästa upphandling, by: ledningsgruppen, until: 2026-12-31 }";

describe("an accepted shortfall", () => {
  it("keeps its verdict and its weight, says why, is counted apart and gives no finding", () => {
    const plain = assessment("", "force-majeure: none, sanctions: present");
    const accepted = assessment(ACCEPTED, "force-majeure: none, sanctions: present");
    const judgement = judgementIn(contractIn(accepted, "c").judgements, "force-majeure-limited");
    expect(judgement).toMatchObject({
      verdict: "not-met",
      accepted: true,
      because: "Byts i nästa upphandling",
    });
    expect(contractIn(accepted, "c").preparedness).toEqual(contractIn(plain, "c").preparedness);
    expect(plain.findings.map(({ criterion, kind }) => `${criterion} ${kind}`)).toContain(
      "force-majeure-limited not-met",
    );
    expect(accepted.findings.map(({ criterion }) => criterion)).not.toContain(
      "force-majeure-limited",
    );
    expect(plain.counts).toEqual({ met: 1, notMet: 1, unknown: 0, notApplicable: 0, accepted: 1 });
    expect(accepted.counts).toEqual({
      met: 1,
      notMet: 0,
      unknown: 0,
      notApplicable: 0,
      accepted: 2,
    });
  });

  it("holds to the end of its last day and comes back the day after", () => {
    const on = (day: string) => {
      const { findings } = assessment(ACCEPTED, "force-majeure: none, sanctions: present", day);
      return findings
        .filter(({ criterion }) => criterion === "force-majeure-limited")
        .map(({ kind }) => kind);
    };
    expect(on("2026-12-31")).toEqual([]);
    expect(on("2027-01-01")).toEqual(["acceptance-expired"]);
  });

  it("holds as long as the longest of several acceptances", () => {
    const two = `${ACCEPTED.replace("2026-12-31", "2026-06-30")}, ${ACCEPTED}`;
    const judgements = contractIn(assessment(two, "force-majeure: none"), "c").judgements;
    expect(judgementIn(judgements, "force-majeure-limited").accepted).toBe(true);
  });

  it("changes nothing about what is unknown, met or about other criteria", () => {
    for (const clauses of ["sanctions: none", "force-majeure: present, sanctions: none"]) {
      const accepted = assessment(ACCEPTED, clauses);
      const plain = assessment("", clauses);
      expect(contractIn(accepted, "c").judgements).toEqual(contractIn(plain, "c").judgements);
      expect(accepted.counts).toEqual(plain.counts);
      expect(judgementIn(contractIn(accepted, "c").judgements, "sanctions-clause").accepted).toBe(
        false,
      );
    }
  });

  it("of a supplier is the supplier's", () => {
    const found = assessment("", "force-majeure: present, sanctions: present");
    expect(
      judgementIn(supplierIn(found, "s").judgements, "supplier-financial-watch").accepted,
    ).toBe(true);
    expect(found.findings).toEqual([]);
    expect(found.counts).toEqual({ met: 2, notMet: 0, unknown: 0, notApplicable: 0, accepted: 1 });
  });
});
