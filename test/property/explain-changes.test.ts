import { describe, expect, test } from "vitest";
import { explainClass } from "../../src/assess/explain-class.ts";
import { explainVerdict } from "../../src/assess/explain.ts";
import type { VerdictExplanation } from "../../src/assess/explain.ts";
import type { Edit } from "../../src/assess/edit.ts";
import type { Assessment, Judgement } from "../../src/model/assessment.ts";
import type { Level } from "../../src/model/criterion.ts";
import { yamlText } from "../../src/commands/yaml-text.ts";
import { assessRegister, contractIn, judgementIn, supplierIn } from "../support/assess-register.ts";
import { editText } from "../support/edit-text.ts";
import { TODAY } from "../support/memory-platform.ts";
import { exampleFiles, loadFiles } from "../support/register-of.ts";
import { SHIPPED } from "../support/shipped-catalogue.ts";

/** An example, and how many of its contracts and suppliers are left out for each one that is taken. */
const EXAMPLES = [
  { name: "ten-contracts", every: 3 },
  { name: "kommun", every: 40 },
  { name: "hyvinvointialue", every: 30 },
] as const;

/** Criteria whose verdict no answer about their own subject settles, and why. */
const COMPUTED: Readonly<Record<string, string>> = {
  "org-critical-identified":
    "counts the contracts whose class is decided: each is explained by itself",
  "supplier-identified": "asks for the supplier's own id, which nobody can propose",
  "portfolio-supplier-concentration":
    "sums the yearly values and owners of all critical contracts: buying elsewhere is no answer",
  "portfolio-hidden-common-dependency":
    "compares what stands behind all critical contracts: each supplier has its own lists",
  "portfolio-country-concentration": "compares where all critical contracts have their sources",
  "portfolio-renewal-peak": "compares the ends of all critical contracts",
  "strategy-preparedness-goal": "reads the goals, which stand in the strategy's own file",
  "strategy-goal-followed-up": "reads the goals, which stand in the strategy's own file",
};

interface Subject {
  readonly level: Level;
  readonly id: string;
}

describe.each(EXAMPLES)("what explain promises for $name", ({ name, every }) => {
  const files = exampleFiles(name);
  const { register, rebuild } = loadFiles(files);
  const request = { register, catalogue: SHIPPED, asOf: TODAY, toolVersion: "0.0.0" };
  const assessment = assessRegister(register);
  const taken = <T>(all: readonly T[]): readonly T[] =>
    all.filter((_, index) => index % every === 0);
  const contracts = taken(assessment.contracts).map(({ contract }) => contract.id);
  const subjects: readonly Subject[] = [
    ...contracts.map((id) => ({ level: "contract" as const, id })),
    ...taken(assessment.suppliers.filter((each) => each.class !== undefined)).map(
      ({ supplier }) => ({ level: "supplier" as const, id: supplier.id }),
    ),
    { level: "organisation", id: register.organisation.id },
    { level: "portfolio", id: register.organisation.id },
  ];
  const explained = subjects.flatMap((subject) =>
    [...SHIPPED.criteria.values()]
      .filter(({ level }) => level === subject.level)
      .map((criterion) => ({
        subject,
        explanation: explainVerdict(request, subject.id, criterion, rebuild),
      })),
  );

  /** Types the edits into the register's text, and assesses it as the command does. */
  const after = (edits: readonly Edit[]): Assessment =>
    assessRegister(loadFiles(editText(files, register, edits)).register);

  test("the verdict explained is the verdict assessed", () => {
    expect(explained.length).toBeGreaterThan(40);
    for (const { subject, explanation } of explained) {
      const judgement = judgementIn(
        judgementsOf(assessment, subject),
        explanation?.criterion.id ?? "",
      );
      expect({ subject, judgement: explanation?.judgement }).toEqual({ subject, judgement });
    }
  });

  test("each change, typed into the file, gives the verdict it promises", () => {
    const broken: string[] = [];
    let tried = 0;
    for (const { subject, explanation } of explained) {
      for (const change of explanation?.changes ?? []) {
        const said = `${titleOf(subject, explanation)}: ${editsAsTyped(change.edits)}`;
        const { verdict, partial } = judgementIn(
          judgementsOf(after(change.edits), subject),
          explanation?.criterion.id ?? "",
        );
        if (verdict !== change.verdict || partial !== change.partial)
          broken.push(`${said}: ${verdict}, promised ${change.verdict}`);
        tried += 1;
      }
    }
    expect(broken).toEqual([]);
    expect(tried).toBeGreaterThan(50);
  });

  test("each change, typed into the file, gives the class it promises", () => {
    const broken: string[] = [];
    let tried = 0;
    for (const id of contracts) {
      for (const change of explainClass(request, id, rebuild)?.changes ?? []) {
        const { decided } = contractIn(after(change.edits), id).classification;
        if (decided.low !== change.class.low || decided.high !== change.class.high) {
          broken.push(
            `${id}: ${editsAsTyped(change.edits)}: ${decided.low}-${decided.high}, promised ${change.class.low}-${change.class.high}`,
          );
        }
        tried += 1;
      }
    }
    expect(broken).toEqual([]);
    expect(tried).toBeGreaterThan(3);
  });

  test("every unknown verdict has a way out, every verdict not met a way to met", () => {
    const stuck = explained.flatMap(({ subject, explanation }) => {
      if (explanation === undefined || explanation.criterion.id in COMPUTED) return [];
      const { judgement, changes } = explanation;
      const isStuck =
        (judgement.verdict === "unknown" && changes.length === 0) ||
        (judgement.verdict === "not-met" && !changes.some(({ verdict }) => verdict === "met"));
      return isStuck ? [titleOf(subject, explanation)] : [];
    });
    expect(stuck).toEqual([]);
  });

  test("no change proposes what is so already", () => {
    const idle = explained.flatMap(({ subject, explanation }) => {
      const { judgement, changes = [] } = explanation ?? {};
      const doubtful = judgement?.stale === true || judgement?.weak === true;
      return changes
        .filter(
          ({ edits, verdict, partial }) =>
            edits.length === 0 ||
            (verdict === judgement?.verdict && partial === judgement.partial && !doubtful),
        )
        .map(() => titleOf(subject, explanation));
    });
    expect(idle).toEqual([]);
  });
});

describe("the words of a change are the organisation's", () => {
  test.each([
    ["[sv, fi]", "kontraktsansvarig", "ersättare"],
    ["[fi]", "sopimusvastaava", "varahenkilö"],
    ["[en]", "contract owner", "deputy"],
    ["unknown", "contract owner", "deputy"],
  ])("languages %s", (languages, owner, deputy) => {
    const yaml = `kind: register\nversion: 1\norganisation: { id: b, name: B, languages: ${languages} }\ncontracts:\n  - { id: A, title: T, criticality: { life-health: serious } }\n`;
    const { register, rebuild } = loadFiles({ "register.yaml": yaml });
    const criterion = SHIPPED.criteria.get("contract-owner");
    if (criterion === undefined) throw new Error("no criterion");
    const explanation = explainVerdict(
      { register, catalogue: SHIPPED, asOf: TODAY, toolVersion: "0" },
      "A",
      criterion,
      rebuild,
    );
    const met = explanation?.changes.find(({ verdict }) => verdict === "met");
    const values = Object.fromEntries((met?.edits ?? []).map(({ path, value }) => [path, value]));
    expect(values).toMatchObject({ "owner.role": owner, "owner.deputy": deputy });
  });
});

test("a value is printed so that it is read as what it is", () => {
  const printed = [
    "2014",
    "1e3",
    "0x1A",
    "true",
    "null",
    "NO",
    "yes",
    "4 h",
    "2026-11-24",
    "a: b",
    "trailing ",
    "",
  ].map((text) => yamlText(text));
  expect(printed).toEqual([
    '"2014"',
    '"1e3"',
    '"0x1A"',
    '"true"',
    '"null"',
    '"NO"',
    "yes",
    "4 h",
    "2026-11-24",
    '"a: b"',
    '"trailing "',
    '""',
  ]);
});

function judgementsOf(assessment: Assessment, { level, id }: Subject): readonly Judgement[] {
  switch (level) {
    case "contract":
      return contractIn(assessment, id).judgements;
    case "supplier":
      return supplierIn(assessment, id).judgements;
    case "organisation":
      return assessment.organisationJudgements;
    case "portfolio":
      return assessment.portfolioJudgements;
  }
}

function titleOf({ level, id }: Subject, explanation: VerdictExplanation | undefined): string {
  return `${level} ${id} ${explanation?.criterion.id} (${explanation?.judgement.verdict})`;
}

function editsAsTyped(edits: readonly Edit[]): string {
  return edits.map(({ entry, path, value }) => `${entry}.${path}: ${yamlText(value)}`).join("; ");
}
