import { describe, expect, it } from "vitest";
import type { Counts } from "../../../src/model/assessment.ts";
import { assessRegister } from "../../support/assess-register.ts";
import { exampleFiles, loadFiles } from "../../support/register-of.ts";
import { SHIPPED } from "../../support/shipped-catalogue.ts";

function sum(counts: Counts): number {
  return counts.met + counts.notMet + counts.unknown + counts.notApplicable + counts.accepted;
}

describe.each(["minimal", "ten-contracts", "kommun", "hyvinvointialue"])(
  "the counts of %s",
  (name) => {
    const { register } = loadFiles(exampleFiles(name));
    const assessment = assessRegister(register);
    const current = new Set(assessment.contracts.map(({ contract }) => contract.id));
    const supplying = new Set(
      register.contracts
        .filter(({ id }) => current.has(id))
        .flatMap(({ suppliers }) => suppliers.map(({ supplier }) => supplier)),
    );
    const subjects = {
      organisation: 1,
      portfolio: 1,
      supplier: register.suppliers.filter(({ id }) => supplying.has(id)).length,
      contract: current.size,
    };

    it("add up to every criterion times the subjects that it looks at", () => {
      const expected = [...SHIPPED.criteria.values()].reduce(
        (total, { level }) => total + subjects[level],
        0,
      );
      expect(sum(assessment.counts)).toBe(expected);
      expect(current.size + assessment.ended.length).toBe(register.contracts.length);
    });

    it("add up for each criterion, and the criteria to the whole", () => {
      expect([...assessment.coverage.keys()]).toEqual([...SHIPPED.criteria.keys()]);
      for (const [id, counts] of assessment.coverage) {
        const level = SHIPPED.criteria.get(id)?.level;
        if (level === undefined) throw new Error(id);
        expect([id, sum(counts)]).toEqual([id, subjects[level]]);
      }
      for (const key of ["met", "notMet", "unknown", "notApplicable", "accepted"] as const) {
        const total = [...assessment.coverage.values()].reduce(
          (all, counts) => all + counts[key],
          0,
        );
        expect(total).toBe(assessment.counts[key]);
      }
    });

    it("agree with the verdicts, one by one", () => {
      const all = [
        ...assessment.organisationJudgements,
        ...assessment.portfolioJudgements,
        ...assessment.suppliers.flatMap(({ judgements }) => judgements),
        ...assessment.contracts.flatMap(({ judgements }) => judgements),
      ];
      expect(all.filter(({ accepted }) => accepted).length).toBe(assessment.counts.accepted);
      expect(all.filter(({ verdict, accepted }) => verdict === "not-met" && !accepted).length).toBe(
        assessment.counts.notMet,
      );
      expect(all.filter(({ verdict }) => verdict === "unknown").length).toBe(
        assessment.counts.unknown,
      );
    });

    it("rank every finding once, from 1", () => {
      expect(assessment.findings.map(({ rank }) => rank)).toEqual(
        assessment.findings.map((_each, index) => index + 1),
      );
      const rows = assessment.findings.map(({ priority }) => priority.row);
      expect(rows).toEqual([...rows].sort((left, right) => left - right));
    });
  },
);
