import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CLASSES } from "../../../src/model/classes.ts";
import { faultsBy } from "../../support/output-schemas.ts";
import { generatedRegister } from "../../support/generated-register.ts";
import { exampleFiles, textOf } from "../../support/register-of.ts";
import { runCommand } from "../../support/run-command.ts";
import { SHIPPED } from "../../support/shipped-catalogue.ts";

const faults = faultsBy("assessment");

interface BoundsJson {
  readonly low: number;
  readonly high: number;
}

interface VerdictJson extends BoundsJson {
  readonly criterion: string;
  readonly verdict: string;
  readonly evidence: readonly {
    readonly file: string;
    readonly pointer: string;
    readonly line: number;
    readonly column: number;
  }[];
}

/** As another program would read it. */
interface AssessmentDocument {
  readonly contracts: readonly {
    readonly id: string;
    readonly title: Readonly<Record<string, string>>;
    readonly class: BoundsJson;
    readonly preparedness: (BoundsJson & { readonly unknownShare: number }) | null;
    readonly verdicts: readonly VerdictJson[];
    readonly supplierVerdicts: readonly VerdictJson[];
    readonly priority: { readonly low: string; readonly high: string };
  }[];
  readonly suppliers: readonly {
    readonly class: unknown;
    readonly verdicts: readonly VerdictJson[];
  }[];
  readonly organisation: { readonly verdicts: readonly VerdictJson[] };
  readonly portfolio: {
    readonly verdicts: readonly VerdictJson[];
    readonly classes: Readonly<Record<string, readonly [number, number]>>;
  };
  readonly findings: readonly { readonly rank: number }[];
  readonly coverage: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly counts: Readonly<Record<string, number>>;
}

async function assess(
  files: Readonly<Record<string, string>>,
  ...more: readonly string[]
): Promise<{ readonly text: string; readonly document: AssessmentDocument }> {
  const inFolder = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`r/${path}`, text]),
  );
  const { code, stdout, stderr } = await runCommand(["assess", "r", "--format", "json", ...more], {
    files: inFolder,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return { text: stdout, document: JSON.parse(stdout) as AssessmentDocument };
}

const FIVE = ["met", "notMet", "unknown", "notApplicable", "accepted"] as const;
const sumOf = (counts: Readonly<Record<string, number>> | undefined): number =>
  FIVE.reduce((sum, each) => sum + (counts?.[each] ?? 0), 0);
const ofLevel = (level: string): number =>
  [...SHIPPED.criteria.values()].filter((each) => each.level === level).length;

function expectSums({
  contracts,
  suppliers,
  counts,
  coverage,
  portfolio,
}: AssessmentDocument): void {
  const used = suppliers.filter((each) => each.class !== null).length;
  const judged =
    ofLevel("contract") * contracts.length +
    ofLevel("supplier") * used +
    ofLevel("organisation") +
    ofLevel("portfolio");
  expect(sumOf(counts)).toBe(judged);
  expect(Object.values(coverage).reduce((sum, each) => sum + sumOf(each), 0)).toBe(judged);
  for (const each of FIVE)
    expect(
      Object.values(coverage).reduce((sum, criterion) => sum + (criterion[each] ?? 0), 0),
    ).toBe(counts[each]);
  expect(counts["criteria"]).toBe(SHIPPED.criteria.size);
  expect(counts["contracts"]).toBe(contracts.length);
  for (const criticality of CLASSES) {
    const certain = contracts.filter(
      (each) => String(each.class.low) === criticality && String(each.class.high) === criticality,
    ).length;
    const possible = contracts.filter(
      (each) => String(each.class.low) <= criticality && criticality <= String(each.class.high),
    ).length;
    expect(portfolio.classes[criticality]).toEqual([certain, possible]);
  }
}

function verdictsIn({
  contracts,
  suppliers,
  organisation,
  portfolio,
}: AssessmentDocument): readonly VerdictJson[] {
  return [
    ...contracts.flatMap((each) => [...each.verdicts, ...each.supplierVerdicts]),
    ...suppliers.flatMap((each) => each.verdicts),
    ...organisation.verdicts,
    ...portfolio.verdicts,
  ];
}

describe.each([
  "minimal",
  "ten-contracts",
  "kommun",
  "hyvinvointialue",
  "ten-contracts-by-buyer/municipality",
  "ten-contracts-by-buyer/county",
])("the assessment of %s", (name) => {
  const files = exampleFiles(name);

  test("is as the schema says, and its counts add up", async () => {
    const { document } = await assess(files);
    expect(faults(document)).toEqual([]);
    expectSums(document);
    expect(document.findings.map(({ rank }) => rank)).toEqual(
      document.findings.map((_, at) => at + 1),
    );
  });

  test("points at the line where the field stands", async () => {
    const { document } = await assess(files);
    const evidence = verdictsIn(document).flatMap((each) => each.evidence);
    const astray = evidence.filter(({ file, pointer, line, column }) => {
      const key = pointer.split("/").at(-1) ?? "";
      return (
        files[file]
          ?.split("\n")
          [line - 1]?.slice(column - 1)
          .startsWith(`${key}:`) !== true
      );
    });
    expect(astray).toEqual([]);
    if (name !== "minimal") expect(evidence.length).toBeGreaterThan(20);
  });

  test("is the same in every language and locale", async () => {
    const texts = await Promise.all(
      [[], ["--lang", "sv"], ["--lang", "fi"], ["--lang", "en"]].map(
        async (more) => (await assess(files, ...more)).text,
      ),
    );
    expect(new Set(texts).size).toBe(1);
  });
});

test("the assessments of 50 generated registers are as the schema says, and add up", async () => {
  const seen = new Set<string>();
  for (const entries of fc.sample(generatedRegister, { seed: 20261124, numRuns: 50 })) {
    const { document } = await assess({ "register.yaml": textOf(entries) });
    expect(faults(document)).toEqual([]);
    expectSums(document);
    for (const { verdict, low, high } of verdictsIn(document)) {
      seen.add(verdict);
      expect(low).toBeLessThanOrEqual(high);
    }
    // The lower end of a priority is the less urgent one: P4 comes after P1.
    for (const { priority } of document.contracts) expect(priority.low >= priority.high).toBe(true);
  }
  expect([...seen].sort()).toEqual(["met", "not-applicable", "not-met", "unknown"]);
});

test("numbers are not rounded", async () => {
  const { document } = await assess(exampleFiles("kommun"));
  const shares = document.contracts.flatMap(({ preparedness }) =>
    preparedness === null ? [] : [preparedness.low, preparedness.high, preparedness.unknownShare],
  );
  const fractions = shares.filter((share) => share * 1000 !== Math.round(share * 1000));
  expect(fractions.length).toBeGreaterThan(10);
  // Weights are whole and credits are multiples of 1/16, so a share is a fraction with a small denominator.
  const isFraction = (share: number): boolean => {
    for (let weight = 1; weight <= 1000; weight += 1)
      if (Math.abs(share * weight * 16 - Math.round(share * weight * 16)) < 1e-9) return true;
    return false;
  };
  expect(shares.filter((share) => !isFraction(share))).toEqual([]);
});

describe("text without a language", () => {
  const contracts = "contracts:\n  - { id: A, title: Mat }\n";
  const register = (organisation: string): string =>
    `kind: register\nversion: 1\norganisation: { id: b, name: B${organisation} }\n${contracts}`;
  const titleIn = async (files: Readonly<Record<string, string>>): Promise<unknown> =>
    (await assess(files, "--lang", "fi")).document.contracts[0]?.title;

  test("is in the organisation's first language", async () => {
    expect(await titleIn({ "register.yaml": register(", languages: [sv, fi]") })).toEqual({
      sv: "Mat",
    });
  });

  test("else in the policy's", async () => {
    expect(
      await titleIn({
        "register.yaml": register(""),
        "policy.yaml": "kind: policy\nversion: 1\nlanguage: en\n",
      }),
    ).toEqual({ en: "Mat" });
  });

  test("else in one that nobody has said, whatever language messages are in", async () => {
    expect(await titleIn({ "register.yaml": register("") })).toEqual({ und: "Mat" });
  });
});
