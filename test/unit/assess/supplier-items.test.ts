import { describe, expect, it } from "vitest";
import { assessRegister, contractIn } from "../../support/assess-register.ts";
import { registerOf } from "../../support/register-of.ts";
import { reducedTo } from "../../support/shipped-catalogue.ts";

// Two criteria of weight 4 at K3. `good` has a fresh document (credit 1), `bad` a warning (0), `said` only
// its own word (0.5 to 1).
const CATALOGUE = reducedTo(["second-source", "supplier-financial-watch"]);

function boundsOf(suppliers: string, secondSource: string) {
  const register = registerOf(`
suppliers:
  - { id: good, name: Bra, finance: { warning: no, evidence: { kind: document, date: 2026-10-01 } } }
  - { id: bad, name: Dålig, finance: { warning: yes } }
  - { id: said, name: Egen, finance: { warning: no, evidence: { kind: supplier-statement, date: 2026-10-01 } } }
  - { id: silent, name: Tyst }
contracts:
  - id: c
    title: c
    stage: in-force
    type: services
    ${suppliers}
    sourcing: { second-source: ${secondSource} }
    criticality: { override: { class: K3, because: prov, by: ledningen, approved-by: styrelsen, date: 2026-01-01 } }
`);
  const { preparedness } = contractIn(assessRegister(register, { catalogue: CATALOGUE }), "c");
  return [preparedness?.bounds.low, preparedness?.bounds.high, preparedness?.unknownShare];
}

const YES = "{ status: yes, evidence: { kind: document, date: 2026-10-01 } }";
const SHARES = "suppliers: [{ supplier: good, share: 75 % }, { supplier: bad, share: 25 % }]";

describe("the suppliers of a contract", () => {
  it("count by the worst of them without a second source", () => {
    expect(boundsOf(SHARES, "no")).toEqual([0, 0, 0]);
    expect(boundsOf("suppliers: [good, said]", "no")).toEqual([0.5 / 2, 1 / 2, 0]);
  });

  it("count by their shares with a second source", () => {
    // The second source itself gives 1 of 2; the suppliers 0.75 of the other.
    expect(boundsOf(SHARES, YES)).toEqual([1.75 / 2, 1.75 / 2, 0]);
  });

  it("count equally where shares are not recorded for all", () => {
    expect(boundsOf("suppliers: [good, bad]", YES)).toEqual([1.5 / 2, 1.5 / 2, 0]);
    expect(boundsOf("suppliers: [{ supplier: good, share: 75 % }, bad]", YES)).toEqual([
      1.5 / 2,
      1.5 / 2,
      0,
    ]);
  });

  it("lie between the worst and the shared while nobody knows of a second source", () => {
    expect(boundsOf(SHARES, "unknown")).toEqual([0, 1.75 / 2, 0.5]);
  });

  it("count by the worst where a second source does not apply", () => {
    // Not applicable drops out of the sum: only the supplier criterion is left.
    expect(boundsOf(SHARES, "{ status: not-applicable, because: Ett system }")).toEqual([0, 0, 0]);
    expect(
      boundsOf("suppliers: [good, said]", "{ status: not-applicable, because: Ett system }"),
    ).toEqual([0.5, 1, 0]);
  });

  it("leave the criterion unknown when nobody is recorded for a running contract", () => {
    expect(boundsOf("unit: x", "no")).toEqual([0, 1 / 2, 1 / 2]);
    expect(boundsOf("suppliers: none", "no")).toEqual([0, 0, 0]);
    expect(boundsOf("suppliers: [silent]", "no")).toEqual([0, 1 / 2, 1 / 2]);
  });
});
