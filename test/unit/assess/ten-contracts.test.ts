import { describe, expect, it } from "vitest";
import type { Judgement } from "../../../src/model/assessment.ts";
import {
  assessRegister,
  contractIn,
  judgementIn,
  supplierIn,
} from "../../support/assess-register.ts";
import { exampleFiles, loadFiles } from "../../support/register-of.ts";

// What is expected here was written down before the program: ten invented contracts and a person's verdicts.

const ALL = assessRegister(loadFiles(exampleFiles("ten-contracts")).register);
const MUNICIPALITY = assessRegister(
  loadFiles(exampleFiles("ten-contracts-by-buyer/municipality")).register,
);
const COUNTY = assessRegister(loadFiles(exampleFiles("ten-contracts-by-buyer/county")).register);

/** Class, the rows that gave it, the rows of the table, decisive blanks. */
const CLASSES: readonly (readonly [
  id: string,
  low: string,
  high: string,
  rows: string,
  table: string,
  decisive: string,
])[] = [
  ["FX-01", "K2", "K2", "M1 M1", "R6 R6", ""],
  ["FX-02", "K4", "K4", "R2 R2", "R2 R2", ""],
  ["FX-03", "K3", "K3", "R4 R4", "R4 R4", ""],
  ["FX-04", "K4", "K4", "R1 R1", "R1 R1", ""],
  ["FX-05", "K3", "K3", "R4 R4", "R4 R4", ""],
  ["FX-06", "K4", "K4", "R1 R1", "R1 R1", ""],
  ["FX-07", "K1", "K1", "R9 R9", "R9 R9", ""],
  ["FX-08", "K4", "K4", "I1 I1", "R6 R6", ""],
  ["FX-09", "K2", "K3", "R8 R4", "R8 R4", "criticality.life-health"],
  ["FX-10", "K3", "K3", "R4 R4", "R4 R4", ""],
];

/**
 * `+` met, `-` not met, `p` not met but in part, `s` met and stale, `w` met and weak, `0` not applicable; every
 * other criterion on a contract is unknown, since what is written in the register is all that is known.
 */
const VERDICTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "FX-01": {
    "+": "continuity-plan substitutes-agreed sanctions-clause crisis-contacts buyer-fallback renewal-lead-time",
    w: "contract-owner",
    "-": "force-majeure-limited disruption-notice precedence-and-version flow-down",
    // By the class, by the type, and by the flags.
    "0": `second-source preparedness-priced plans-coordinated step-in vap-checked exercise-held stock-covers-lead-time
      origin-and-routes sote-minimum-terms restore-tested hosting-dependencies-known
      buffer-stock cyber-notice data-portability manual-fallback telecom-redundancy`,
  },
  "FX-02": {
    "+": "buffer-stock sanctions-clause",
    s: "continuity-plan",
    p: "disruption-notice",
    "-": "force-majeure-limited stock-covers-lead-time",
    "0": `plans-coordinated step-in key-roles-deputies vap-checked exercise-held exit-plan restore-tested
      hosting-dependencies-known sote-minimum-terms cyber-notice data-portability manual-fallback backup-power
      telecom-redundancy`,
  },
  "FX-03": {
    "+": `force-majeure-limited disruption-notice price-adjustment damages-steer termination-ladder key-roles-deputies
      renewal-lead-time`,
    w: "contract-owner",
    p: "buyer-fallback",
    "-": "duty-to-continue vap-checked exercise-held",
    // Tender 29 months away.
    "0": `tender-terms-announced stock-covers-lead-time origin-and-routes sote-minimum-terms restore-tested
      hosting-dependencies-known cyber-notice data-portability manual-fallback backup-power`,
  },
  "FX-04": {
    "+": `data-portability manual-fallback hosting-dependencies-known degraded-level renewal-lead-time`,
    // Two routes, and nothing that shows them; an owner without a document.
    w: "contract-owner telecom-redundancy",
    s: "restore-tested",
    p: "cyber-notice",
    "-": "recovery-objectives exit-plan precedence-and-version sanctions-clause",
    "0": `second-source tender-terms-announced stock-covers-lead-time sote-minimum-terms delivery-priority option-volume
      payment-continuity backup-power`,
  },
  "FX-05": {
    "+": "force-majeure-limited disruption-notice substitutes-agreed renewal-lead-time",
    p: "buffer-stock origin-and-routes",
    "-": "stock-covers-lead-time second-source delivery-priority",
    "0": `tender-terms-announced plans-coordinated step-in key-roles-deputies vap-checked exercise-held exit-plan
      restore-tested hosting-dependencies-known sote-minimum-terms cyber-notice data-portability manual-fallback
      backup-power telecom-redundancy`,
  },
  "FX-06": {
    "+": "continuity-plan flow-down duty-to-continue damages-steer termination-ladder renewal-lead-time",
    p: "backup-power",
    "-": "sote-minimum-terms exit-plan manual-fallback vap-checked telecom-redundancy",
    "0": "tender-terms-announced stock-covers-lead-time",
  },
  "FX-07": {
    "+": "contract-owner",
    "-": "disruption-notice precedence-and-version sanctions-clause crisis-contacts renewal-lead-time",
    // At K1 eight criteria apply, two of them on the supplier.
    "0": `need-risk-analysis market-alternatives-known second-source tender-terms-announced preparedness-priced
      force-majeure-limited duty-to-continue change-clause delivery-priority substitutes-agreed cover-purchase
      damages-steer termination-ladder option-volume price-adjustment sote-minimum-terms continuity-plan
      plans-coordinated recovery-objectives degraded-level buyer-fallback step-in flow-down origin-and-routes
      key-roles-deputies vap-checked cyber-notice restore-tested data-portability manual-fallback
      hosting-dependencies-known buffer-stock stock-covers-lead-time backup-power telecom-redundancy
      payment-continuity secrecy-annex risk-review-held exercise-held audit-right exit-plan joint-procurement-roles`,
  },
  "FX-08": {
    "+": `recovery-objectives backup-power telecom-redundancy restore-tested second-source audit-right
      key-roles-deputies exit-plan renewal-lead-time`,
    "-": "secrecy-annex",
    "0": `tender-terms-announced stock-covers-lead-time sote-minimum-terms delivery-priority option-volume
      payment-continuity`,
  },
  "FX-09": {
    "+": "buffer-stock price-adjustment renewal-lead-time",
    "-": "delivery-priority payment-continuity force-majeure-limited",
    "0": `tender-terms-announced plans-coordinated step-in key-roles-deputies vap-checked exercise-held exit-plan
      restore-tested hosting-dependencies-known sote-minimum-terms cyber-notice data-portability manual-fallback
      backup-power telecom-redundancy`,
  },
  "FX-10": {
    "+": "key-roles-deputies",
    p: "continuity-plan",
    "-": "step-in exit-plan backup-power second-source buyer-fallback exercise-held",
    "0": `stock-covers-lead-time origin-and-routes sote-minimum-terms restore-tested hosting-dependencies-known
      cyber-notice data-portability manual-fallback telecom-redundancy`,
  },
};

/** The verdicts written above, by criterion. */
function expectedOf(id: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(VERDICTS[id] ?? {}).flatMap(([mark, criteria]) =>
      criteria.split(/\s+/u).map((criterion) => [criterion, mark]),
    ),
  );
}

const MARKS = { met: "+", "not-met": "-", unknown: "?", "not-applicable": "0" } as const;

function markOf({ verdict, partial, stale, weak }: Judgement): string {
  if (verdict === "not-met" && partial) return "p";
  if (verdict === "met" && (stale || weak)) return stale ? "s" : "w";
  return MARKS[verdict];
}

describe("the classes of the ten contracts", () => {
  it.each(CLASSES)("%s is %s to %s", (id, low, high, rows, table, decisive) => {
    const { classification } = contractIn(ALL, id);
    expect(classification.decided).toEqual({ low, high });
    expect(classification.computed).toEqual({ low, high });
    expect(`${classification.rows.low} ${classification.rows.high}`).toBe(rows);
    expect(`${classification.tableRows.low} ${classification.tableRows.high}`).toBe(table);
    expect(classification.decisive.join(" ")).toBe(decisive);
    expect(classification.override).toBeUndefined();
  });

  it("says where FX-08 has its class from", () => {
    expect(contractIn(ALL, "FX-08").classification.inheritedFrom).toEqual(["FX-04"]);
  });

  it("leaves FX-01 between K2 and K3 when nobody has said when the alternative was checked", () => {
    const files = exampleFiles("ten-contracts");
    const text = (files["register.yaml"] ?? "").replace(", verified: 2026-07-10", "");
    const { classification } = contractIn(
      assessRegister(loadFiles({ "register.yaml": text }).register),
      "FX-01",
    );
    expect(classification.decided).toEqual({ low: "K2", high: "K3" });
    expect(classification.decisive).toEqual(["criticality.alternative.verified"]);
  });
});

describe("the verdicts on the ten contracts", () => {
  it.each(Object.keys(VERDICTS))("%s", (id) => {
    const { judgements } = contractIn(ALL, id);
    const expected = expectedOf(id);
    const found = judgements.map((each) => [each.criterion, markOf(each)]);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(
        judgements.map(({ criterion }) => [criterion, expected[criterion] ?? "?"]),
      ),
    );
    // Nothing that was written down is left unasked.
    const judged = judgements.map(({ criterion }) => criterion);
    expect(Object.keys(expected).filter((criterion) => !judged.includes(criterion))).toEqual([]);
  });

  it("say of FX-09 what they are at each class", () => {
    const { judgements } = contractIn(ALL, "FX-09");
    const at = (id: string) => judgementIn(judgements, id).dependsOnClass;
    expect(at("second-source")).toEqual({ K2: "not-applicable", K3: "met" });
    expect(at("stock-covers-lead-time")).toEqual({ K2: "not-applicable", K3: "met" });
    expect(at("preparedness-priced")).toEqual({ K2: "not-applicable", K3: "unknown" });
    expect(at("origin-and-routes")).toEqual({ K2: "not-applicable", K3: "unknown" });
  });

  it.each([
    ["fx-02-supplier", "w"],
    ["fx-05-supplier", "+"],
    ["fx-07-supplier", "0"],
    ["fx-10-supplier", "-"],
  ])("watch the finances of %s", (id, mark) => {
    expect(markOf(judgementIn(supplierIn(ALL, id).judgements, "supplier-financial-watch"))).toBe(
      mark,
    );
  });

  it("give the severities of the classes", () => {
    const severity = (id: string, criterion: string) =>
      judgementIn(contractIn(ALL, id).judgements, criterion).severity;
    expect(severity("FX-01", "force-majeure-limited")).toBe("medium");
    expect(severity("FX-04", "recovery-objectives")).toBe("critical");
    expect(severity("FX-04", "sanctions-clause")).toBe("high");
    expect(severity("FX-05", "stock-covers-lead-time")).toBe("high");
    expect(severity("FX-07", "renewal-lead-time")).toBe("low");
    expect(severity("FX-10", "continuity-plan")).toBe("high");
  });
});

describe("the ten contracts together", () => {
  it("count classes for certain and at most", () => {
    expect(ALL.classes).toEqual({
      K1: { low: 1, high: 1 },
      K2: { low: 1, high: 2 },
      K3: { low: 3, high: 4 },
      K4: { low: 4, high: 4 },
    });
  });

  it("fall short of 95 per cent classified", () => {
    const judgement = judgementIn(ALL.organisationJudgements, "org-critical-identified");
    expect(judgement.verdict).toBe("not-met");
    expect(judgement.partial).toBe(false);
  });

  it("have exactly one statutory finding, and it comes first", () => {
    const statutory = ALL.findings.filter((each) => each.statutory);
    expect(
      statutory.map(({ subject, criterion, rank, priority }) => [
        subject,
        criterion,
        rank,
        priority,
      ]),
    ).toEqual([["FX-06", "sote-minimum-terms", 1, { low: "P1", high: "P1", row: 1 }]]);
  });

  it("ask for the life and health of FX-09 first among its findings", () => {
    const first = ALL.findings.find(({ subject }) => subject === "FX-09");
    expect(first?.kind).toBe("class-undecided");
    expect(first?.blanks).toEqual(["criticality.life-health"]);
  });
});

describe("the two buyers apart", () => {
  it("make no portfolio of the municipality's two or three critical contracts", () => {
    expect(
      judgementIn(MUNICIPALITY.portfolioJudgements, "portfolio-supplier-concentration").verdict,
    ).toBe("not-applicable");
    expect(MUNICIPALITY.classes.K3).toEqual({ low: 2, high: 3 });
    expect(MUNICIPALITY.classes.K4).toEqual({ low: 0, high: 0 });
  });

  it("leave the concentration of the county's five open: no values are recorded", () => {
    expect(
      judgementIn(COUNTY.portfolioJudgements, "portfolio-supplier-concentration").verdict,
    ).toBe("unknown");
    expect(COUNTY.classes.K4).toEqual({ low: 4, high: 4 });
    expect(COUNTY.classes.K3).toEqual({ low: 1, high: 1 });
  });

  it("judge each contract as it is judged among the ten", () => {
    for (const assessment of [MUNICIPALITY, COUNTY]) {
      for (const each of assessment.contracts) {
        const same = contractIn(ALL, each.contract.id);
        expect(each.preparedness).toEqual(same.preparedness);
        expect(each.judgements.map(markOf)).toEqual(same.judgements.map(markOf));
        expect(each.classification.rows).toEqual(same.classification.rows);
      }
    }
    expect(MUNICIPALITY.contracts.length + COUNTY.contracts.length).toBe(10);
  });
});
