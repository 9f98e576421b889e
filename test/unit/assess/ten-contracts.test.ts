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

/** `+` met, `-` not met, `p` not met but in part, `s` met and stale, `w` met and weak, `?` unknown, `0` not applicable. */
const VERDICTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "FX-01": {
    "origin-and-routes": "0",
    "vap-checked": "0",
    "cyber-notice": "0",
    "restore-tested": "0",
    "key-roles-deputies": "?",
    "exit-plan": "?",
    "contract-owner": "w",
    "continuity-plan": "+",
    "sanctions-clause": "+",
    "crisis-contacts": "+",
    "renewal-lead-time": "+",
    "force-majeure-limited": "-",
    "disruption-notice": "-",
    "precedence-and-version": "-",
    "flow-down": "-",
    "second-source": "0",
    "exercise-held": "0",
    "buffer-stock": "0",
    "stock-covers-lead-time": "0",
    "sote-minimum-terms": "0",
    "change-clause": "?",
    "recovery-objectives": "?",
  },
  "FX-02": {
    "vap-checked": "0",
    "exit-plan": "0",
    "key-roles-deputies": "0",
    "origin-and-routes": "?",
    "risk-review-held": "?",
    "force-majeure-limited": "-",
    "disruption-notice": "p",
    "buffer-stock": "+",
    "stock-covers-lead-time": "-",
    "second-source": "?",
    "continuity-plan": "s",
    "sanctions-clause": "+",
    "exercise-held": "0",
    "sote-minimum-terms": "0",
    "change-clause": "?",
    "crisis-contacts": "?",
    "contract-owner": "?",
    "flow-down": "?",
    "precedence-and-version": "?",
    "recovery-objectives": "?",
    // 14 months less the 15 of K4, and nobody has said whether the next procurement has begun.
    "renewal-lead-time": "?",
  },
  "FX-03": {
    "key-roles-deputies": "+",
    "vap-checked": "-",
    "cyber-notice": "0",
    "origin-and-routes": "0",
    "exit-plan": "?",
    "force-majeure-limited": "+",
    "disruption-notice": "+",
    "contract-owner": "w",
    "renewal-lead-time": "+",
    "exercise-held": "-",
    "stock-covers-lead-time": "0",
    "sote-minimum-terms": "0",
    "buffer-stock": "?",
    "second-source": "?",
    "continuity-plan": "?",
    "crisis-contacts": "?",
    "change-clause": "?",
    "flow-down": "?",
    "sanctions-clause": "?",
    "precedence-and-version": "?",
    "recovery-objectives": "?",
  },
  "FX-04": {
    "cyber-notice": "p",
    "restore-tested": "s",
    "data-portability": "+",
    "manual-fallback": "+",
    "hosting-dependencies-known": "+",
    "exit-plan": "-",
    "vap-checked": "?",
    "contract-owner": "w",
    "renewal-lead-time": "+",
    "recovery-objectives": "-",
    "precedence-and-version": "-",
    "sanctions-clause": "-",
    "second-source": "0",
    "stock-covers-lead-time": "0",
    "sote-minimum-terms": "0",
    "force-majeure-limited": "?",
    "disruption-notice": "?",
    "continuity-plan": "?",
    "crisis-contacts": "?",
    "change-clause": "?",
    "flow-down": "?",
    "exercise-held": "?",
    // Nobody has said whether the system uses consumables.
    "buffer-stock": "?",
  },
  "FX-05": {
    "origin-and-routes": "p",
    "cyber-notice": "0",
    "exit-plan": "0",
    "audit-right": "?",
    "force-majeure-limited": "+",
    "disruption-notice": "+",
    "renewal-lead-time": "+",
    "stock-covers-lead-time": "-",
    "buffer-stock": "p",
    "second-source": "-",
    "exercise-held": "0",
    "sote-minimum-terms": "0",
    "continuity-plan": "?",
    "sanctions-clause": "?",
    "crisis-contacts": "?",
    "contract-owner": "?",
    "change-clause": "?",
    "flow-down": "?",
    "precedence-and-version": "?",
    "recovery-objectives": "?",
  },
  "FX-06": {
    "exit-plan": "-",
    "manual-fallback": "-",
    "vap-checked": "-",
    "cyber-notice": "?",
    "restore-tested": "?",
    "continuity-plan": "+",
    "flow-down": "+",
    "renewal-lead-time": "+",
    "sote-minimum-terms": "-",
    "crisis-contacts": "?",
    "stock-covers-lead-time": "0",
    "force-majeure-limited": "?",
    "disruption-notice": "?",
    "sanctions-clause": "?",
    "contract-owner": "?",
    "change-clause": "?",
    "precedence-and-version": "?",
    "recovery-objectives": "?",
    "second-source": "?",
    "exercise-held": "?",
    // Nobody has said whether the service uses consumables.
    "buffer-stock": "?",
  },
  "FX-07": {
    "risk-review-held": "0",
    "audit-right": "0",
    "exit-plan": "0",
    "joint-procurement-roles": "0",
    "cyber-notice": "0",
    "contract-owner": "+",
    "disruption-notice": "-",
    "precedence-and-version": "-",
    "sanctions-clause": "-",
    "crisis-contacts": "-",
    "renewal-lead-time": "-",
    "force-majeure-limited": "0",
    "continuity-plan": "0",
    "change-clause": "0",
    "flow-down": "0",
    "second-source": "0",
    "exercise-held": "0",
    "buffer-stock": "0",
    "stock-covers-lead-time": "0",
    "recovery-objectives": "0",
    "sote-minimum-terms": "0",
  },
  "FX-08": {
    "restore-tested": "+",
    "audit-right": "+",
    "key-roles-deputies": "+",
    "exit-plan": "+",
    "vap-checked": "?",
    "recovery-objectives": "+",
    "second-source": "+",
    "renewal-lead-time": "+",
    "exercise-held": "?",
    "stock-covers-lead-time": "0",
    "sote-minimum-terms": "0",
    "force-majeure-limited": "?",
    "disruption-notice": "?",
    "continuity-plan": "?",
    "sanctions-clause": "?",
    "crisis-contacts": "?",
    "contract-owner": "?",
    "change-clause": "?",
    "flow-down": "?",
    "precedence-and-version": "?",
    "buffer-stock": "?",
  },
  "FX-09": {
    "origin-and-routes": "?",
    "vap-checked": "0",
    "exit-plan": "0",
    "buffer-stock": "+",
    "renewal-lead-time": "+",
    "force-majeure-limited": "-",
    "second-source": "?",
    "stock-covers-lead-time": "?",
    "exercise-held": "0",
    "sote-minimum-terms": "0",
    "disruption-notice": "?",
    "continuity-plan": "?",
    "sanctions-clause": "?",
    "crisis-contacts": "?",
    "contract-owner": "?",
    "change-clause": "?",
    "flow-down": "?",
    "precedence-and-version": "?",
    "recovery-objectives": "?",
  },
  "FX-10": {
    "key-roles-deputies": "+",
    "exit-plan": "-",
    "vap-checked": "?",
    "manual-fallback": "0",
    "continuity-plan": "p",
    "second-source": "-",
    "exercise-held": "-",
    "renewal-lead-time": "?",
    "buffer-stock": "?",
    "force-majeure-limited": "?",
    "stock-covers-lead-time": "0",
    "sote-minimum-terms": "0",
    "disruption-notice": "?",
    "sanctions-clause": "?",
    "crisis-contacts": "?",
    "contract-owner": "?",
    "change-clause": "?",
    "flow-down": "?",
    "precedence-and-version": "?",
    "recovery-objectives": "?",
  },
};

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
  it.each(Object.entries(VERDICTS))("%s", (id, expected) => {
    const { judgements } = contractIn(ALL, id);
    const found = Object.fromEntries(
      judgements
        .filter(({ criterion }) => criterion in expected)
        .map((each) => [each.criterion, markOf(each)]),
    );
    expect(found).toEqual(expected);
  });

  it("say of FX-09 what they are at each class", () => {
    const { judgements } = contractIn(ALL, "FX-09");
    const at = (id: string) => judgementIn(judgements, id).dependsOnClass;
    expect(at("second-source")).toEqual({ K2: "not-applicable", K3: "met" });
    expect(at("stock-covers-lead-time")).toEqual({ K2: "not-applicable", K3: "met" });
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
