import { describe, expect, test } from "vitest";
import { assess } from "../../../src/assess/assess.ts";
import type { AskedScope } from "../../../src/assess/asked-fields.ts";
import {
  contractFields,
  levelFields,
  organisationFields,
  supplierFields,
} from "../../../src/assess/asked-fields.ts";
import type { Assessment } from "../../../src/model/assessment.ts";
import { keyOfField } from "../../../src/model/asked-field.ts";
import type { AskedField } from "../../../src/model/asked-field.ts";
import { CLASSES } from "../../../src/model/classes.ts";
import { TODAY } from "../../support/memory-platform.ts";
import { registerOf } from "../../support/register-of.ts";
import { SHIPPED, reducedTo } from "../../support/shipped-catalogue.ts";

/** Facts that give K1, K3 and K4, by rows R9, R4 and R1 of the table. */
const FACTS = {
  K1: "life-health: none, statutory-duty: none, vital-function: none, mtpd: 500 h, dependents: none, people: 10, vulnerable: no, alternative: none",
  K3: "life-health: serious, statutory-duty: none, vital-function: none, mtpd: 500 h, dependents: none, people: 10, vulnerable: no, alternative: none",
  K4: "life-health: life-threatening, statutory-duty: none, vital-function: none, mtpd: 4 h, dependents: none, people: 10, vulnerable: no, alternative: none",
} as const;

function assessed(yaml: string, catalogue = SHIPPED): Assessment {
  return assess({ register: registerOf(yaml), catalogue, asOf: TODAY, toolVersion: "0" });
}

function asked(yaml: string, catalogue = SHIPPED, scope: AskedScope = "open") {
  const [contract] = assessed(yaml, catalogue).contracts;
  if (contract === undefined) throw new Error("no contract");
  return contractFields(contract, scope, catalogue, TODAY);
}

const pathsOf = (fields: readonly AskedField[]): readonly string[] =>
  fields.map(({ path }) => path);

describe("what is open about a contract", () => {
  const one = reducedTo(["disruption-notice"]);
  const contract = (rest: string, facts: string = FACTS.K3): string =>
    `contracts: [{ id: A, title: T, stage: in-force, criticality: { ${facts} }${rest} }]`;

  test("is asked about once, and no more when it is answered", () => {
    expect(pathsOf(asked(contract(""), one).fields)).toEqual([
      "clauses.disruption-notice",
      "clauses.disruption-notice.parameters.notify-first",
    ]);
    const answered = ", clauses: { disruption-notice: none }";
    expect(asked(contract(answered), one).fields).toEqual([]);
  });

  test("is the parameter alone where the clause is there and its time is not", () => {
    const fields = asked(contract(", clauses: { disruption-notice: present }"), one).fields;
    expect(pathsOf(fields)).toEqual(["clauses.disruption-notice.parameters.notify-first"]);
  });

  test("is an answer whose proof is too old to count, with what the register says now", () => {
    const old =
      ", type: services, monitoring: { last-exercise: { status: yes, evidence: { kind: test, date: 2020-01-01 } } }";
    const fields = asked(contract(old), reducedTo(["exercise-held"])).fields;
    expect(pathsOf(fields)).toContain("monitoring.last-exercise");
    const found = fields.find(({ path }) => path === "monitoring.last-exercise");
    expect(found?.recorded).toMatchObject({ status: "yes" });
  });

  test("begins with what decides the class, in parts that can be answered in a cell", () => {
    const open = asked("contracts: [{ id: A, title: T, stage: in-force, type: goods }]").fields;
    const deciding = open.filter(({ decidesClass }) => decidesClass);
    expect(deciding.length).toBeGreaterThan(5);
    expect(open.slice(0, deciding.length)).toEqual(deciding);
    expect(pathsOf(deciding)).toContain("criticality.life-health");
    expect(pathsOf(deciding)).toContain("criticality.vital-function.code");
    expect(pathsOf(deciding)).not.toContain("criticality.vital-function");
  });

  test("asks nothing for a class that is decided", () => {
    const open = asked(contract(", type: goods")).fields;
    expect(open.length).toBeGreaterThan(10);
    expect(open.filter(({ decidesClass }) => decidesClass)).toEqual([]);
  });

  test("comes with the gravest first", () => {
    const grave = { low: 0, medium: 1, high: 2, critical: 3 };
    const ranks = asked(contract(", type: goods", FACTS.K4)).fields.map(({ severity }) =>
      severity === undefined ? -1 : grave[severity],
    );
    expect(ranks).toEqual(ranks.toSorted((left, right) => right - left));
    expect(ranks[0]).toBe(3);
  });

  test("asks a flag only where a criterion of a possible class reads it", () => {
    // Whether the site is fixed is read by backup-power alone, which asks nothing of K1.
    expect(SHIPPED.criteria.get("backup-power")?.severity.K1).toBeUndefined();
    const rest = ", type: services";
    expect(pathsOf(asked(contract(rest)).fields)).toContain("flags.site-bound");
    expect(pathsOf(asked(contract(rest, FACTS.K1)).fields)).not.toContain("flags.site-bound");
  });
});

describe("a contract that can only be of the lowest class", () => {
  test("is asked at most ten questions whatever its type, and says how many were left out", () => {
    const most = ["goods", "services", "works", "ict", "social-health"].map((type) => {
      const yaml = `contracts: [{ id: A, title: T, stage: in-force, type: ${type}, criticality: { ${FACTS.K1} } }]`;
      const { fields, left } = asked(yaml);
      const all = asked(yaml, SHIPPED, "all").fields;
      expect(fields.length + left).toBeLessThanOrEqual(all.length);
      return fields.length;
    });
    expect(Math.max(...most)).toBeLessThanOrEqual(10);
    expect(Math.max(...most)).toBeGreaterThan(0);
  });

  test("leaves nothing out in silence", () => {
    // Nothing is known but the class: more than ten fields are open.
    const yaml = `contracts: [{ id: A, title: T, stage: in-force, criticality: { ${FACTS.K1} } }]`;
    const { fields, left } = asked(yaml);
    expect(fields).toHaveLength(10);
    expect(left).toBeGreaterThan(0);
  });
});

describe("a supplier's form", () => {
  const yaml = `
suppliers: [{ id: s, name: S Ab }, { id: other, name: O Ab }]
contracts:
  - { id: A, title: T, stage: in-force, type: goods, suppliers: [s], criticality: { ${FACTS.K3} } }
  - { id: B, title: U, stage: in-force, type: goods, suppliers: [s], criticality: { ${FACTS.K4} } }
  - { id: C, title: V, stage: in-force, type: goods, suppliers: [other], criticality: { ${FACTS.K4} } }`;
  const { fields } = supplierFields("s", "open", assessed(yaml), SHIPPED);
  const keys = fields.map(keyOfField);

  test("asks about the supplier once, and about each of its contracts, in one form", () => {
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain("supplier s finance.warning");
    expect(keys).toContain("contract A stock.lead-time");
    expect(keys).toContain("contract B stock.lead-time");
    expect(fields.filter(({ shape }) => shape === "supplier").length).toBeGreaterThan(5);
  });

  test("names no other contract and no other supplier", () => {
    expect(new Set(fields.map(({ entry }) => entry))).toEqual(new Set(["s", "A", "B"]));
  });

  test("asks it nothing that only the buyer knows", () => {
    const buyers = /^(?:owner|criticality|flags|clauses|sourcing|procurement|monitoring)\b/u;
    expect(pathsOf(fields).filter((path) => buyers.test(path))).toEqual([]);
  });
});

describe("a form about nobody in particular", () => {
  test("asks about every field that the criteria on its level read, each once", () => {
    for (const level of ["organisation", "supplier", "contract"] as const) {
      const { fields } = levelFields(level, CLASSES, SHIPPED);
      const paths = pathsOf(fields);
      expect(new Set(paths).size).toBe(paths.length);
      expect(fields.every(({ entry }) => entry === "*")).toBe(true);
      const read = [...SHIPPED.criteria.values()].filter((each) => each.level === level);
      const missing = read.filter((criterion) =>
        fields.every(({ criteria }) => !criteria.includes(criterion)),
      );
      // What is computed of the whole register has no field to ask about.
      expect(missing.map(({ id }) => id)).toEqual(
        level === "organisation"
          ? ["org-training", "strategy-goal-followed-up", "strategy-preparedness-goal"]
          : [],
      );
    }
  });

  test("asks less at a lower class", () => {
    const at = (each: (typeof CLASSES)[number]): number =>
      levelFields("contract", [each], SHIPPED).fields.length;
    expect(at("K1")).toBeLessThan(at("K2"));
    expect(at("K2")).toBeLessThanOrEqual(at("K4"));
  });
});

test("the organisation is asked about itself, and about its contracts together where there are enough", () => {
  const critical = (count: number): string =>
    `contracts: [${Array.from(
      { length: count },
      (_, index) => `{ id: A${index}, title: T, stage: in-force, criticality: { ${FACTS.K4} } }`,
    ).join(", ")}]`;
  const paths = (count: number): readonly string[] =>
    pathsOf(organisationFields("open", assessed(critical(count)), SHIPPED).fields);
  expect(paths(1)).toContain("governance.policy");
  expect(paths(4)).not.toContain("portfolio.stress-test");
  expect(paths(5)).toContain("portfolio.stress-test");
});
