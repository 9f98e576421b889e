import { readFileSync } from "node:fs";
import { CORE_SCHEMA, load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { readGates, failingFindings, underProfile } from "../../src/commands/gates.ts";
import { loadCatalogue } from "../../src/load/catalogue.ts";
import type { Assessment, Preparedness } from "../../src/model/assessment.ts";
import type { Catalogue } from "../../src/model/catalogue.ts";
import { CLASSES } from "../../src/model/classes.ts";
import type { RawObject } from "../../src/model/values.ts";
import { nodePlatform } from "../../src/platform/node.ts";
import { assessRegister, contractIn } from "../support/assess-register.ts";
import { exampleFiles, loadFiles, registerOf } from "../support/register-of.ts";
import { reducedTo, SHIPPED } from "../support/shipped-catalogue.ts";

const STRICT = loadCatalogue(nodePlatform(), "strict");
const SMALL = loadCatalogue(nodePlatform(), "small-buyer");

function keysOf(profile: string): readonly string[] {
  const text = readFileSync(`templates/profiles/${profile}.yaml`, "utf8");
  return Object.keys(load(text, { schema: CORE_SCHEMA }) as RawObject);
}

describe("the profiles that are shipped", () => {
  it("say only what differs from the standard one, and nothing twice", () => {
    const head = ["kind", "version", "id", "extends"];
    expect(keysOf("strict").filter((key) => !head.includes(key))).toEqual([
      "stale",
      "validity-factor",
      "partial-credit",
      "strength",
      "freshness",
      "grades",
      "must",
      "unknown-fails",
      "classification",
      "scales",
    ]);
    expect(keysOf("small-buyer").filter((key) => !head.includes(key))).toEqual([
      "asked",
      "validity-factor",
      "must",
      "classification",
    ]);
    for (const { profile } of [STRICT, SMALL]) {
      expect(profile.weights).toEqual({ low: 1, medium: 2, high: 4, critical: 8 });
      expect(profile.classification.rows).toEqual(SHIPPED.profile.classification.rows);
      expect(profile.priorities).toEqual(SHIPPED.profile.priorities);
    }
  });

  it("give every line of a change its reason", () => {
    for (const name of ["strict", "small-buyer"]) {
      const lines = readFileSync(`templates/profiles/${name}.yaml`, "utf8").split("\n");
      const bare = lines.filter(
        (line, index) =>
          /^ {2}[a-z-]+: \{/u.test(line) &&
          lines
            .slice(0, index)
            .findLast((each) => !/^ {2}K\d:/u.test(each))
            ?.trim()
            .startsWith("#") !== true &&
          !/^(?: {2})[a-z-]+: \[/u.test(line),
      );
      expect(bare).toEqual([]);
    }
  });

  it("let proof be good for less long, or longer, in whole months", () => {
    const ages = (catalogue: Catalogue) =>
      catalogue.criteria.get("crisis-contacts")?.proof.valid ?? {};
    expect(ages(SHIPPED)).toEqual({ K1: 12, K2: 12, K3: 6, K4: 3 });
    expect(ages(STRICT)).toEqual({ K1: 9, K2: 9, K3: 4, K4: 2 });
    expect(ages(SMALL)).toEqual({ K1: 18, K2: 18, K3: 9, K4: 4 });
  });

  it("ask what the law demands in full", () => {
    const lawful = (catalogue: Catalogue) =>
      [...catalogue.criteria.values()]
        .filter(({ statutory }) => statutory)
        .map(({ id, severity }) => ({ id, severity }));
    expect(lawful(SMALL)).toEqual(lawful(SHIPPED));
    expect(lawful(SMALL).length).toBeGreaterThan(0);
  });
});

describe("worked example A where old proof counts in the high bound alone", () => {
  const { register } = loadFiles(exampleFiles("ten-contracts"));
  const eight = reducedTo([
    "force-majeure-limited",
    "disruption-notice",
    "buffer-stock",
    "stock-covers-lead-time",
    "second-source",
    "continuity-plan",
    "sanctions-clause",
    "supplier-financial-watch",
  ]);
  const bounds = (stale: "partial" | "high-only") =>
    contractIn(
      assessRegister(register, { catalogue: { ...eight, profile: { ...eight.profile, stale } } }),
      "FX-02",
    ).preparedness?.bounds;

  it("is 18 of 56, and the high bound stays 36 of 56", () => {
    expect(bounds("high-only")?.low).toBeCloseTo(0.321429, 6);
    expect(bounds("high-only")?.low).toBeCloseTo(18 / 56, 12);
    expect(bounds("high-only")?.high).toBeCloseTo(0.642857, 6);
    expect(bounds("partial")?.low).toBeCloseTo(0.392857, 6);
  });
});

describe.each(["ten-contracts", "kommun", "hyvinvointialue"])("%s", (name) => {
  const { register } = loadFiles(exampleFiles(name));
  const of = (catalogue: Catalogue): Assessment => assessRegister(register, { catalogue });
  const standard = of(SHIPPED);
  const strict = of(STRICT);
  const small = of(SMALL);

  const scores = ({
    contracts,
    suppliers,
    organisationPreparedness,
  }: Assessment): readonly (Preparedness | undefined)[] => [
    ...contracts.map(({ preparedness }) => preparedness),
    ...suppliers.map(({ preparedness }) => preparedness),
    organisationPreparedness,
  ];

  it("has the same classes under every profile", () => {
    const classes = ({ contracts }: Assessment) =>
      contracts.map(({ classification }) => classification.decided);
    expect(classes(strict)).toEqual(classes(standard));
    expect(classes(small)).toEqual(classes(standard));
  });

  it("is never shown to be better prepared under the strict profile", () => {
    const before = scores(standard);
    const higher = scores(strict).filter(
      (score, index) => (score?.bounds.low ?? 0) > (before[index]?.bounds.low ?? 0) + 1e-12,
    );
    expect(higher).toEqual([]);
    expect(
      scores(strict).some((score, index) => score?.bounds.low !== before[index]?.bounds.low),
    ).toBe(true);
  });

  it.each([["statutory"], ["critical"], ["high"], ["K4"], ["K4+critical"], ["P1"], ["P2"]])(
    "never has fewer findings at the gate %s under the strict profile",
    (gate) => {
      const failing = (assessment: Assessment, catalogue: Catalogue) =>
        failingFindings(
          assessment,
          catalogue,
          underProfile(readGates([gate], catalogue), catalogue.profile),
          new Set(),
        ).length;
      expect(failing(strict, STRICT)).toBeGreaterThanOrEqual(failing(standard, SHIPPED));
    },
  );

  it("is never asked more under the profile for a small buyer", () => {
    // A question is a blank that somebody must fill in; what hangs on the class asks for the class.
    const questions = ({ findings }: Assessment): readonly string[] =>
      findings.flatMap(({ kind, subject = "", criterion = "", blanks }) => {
        if (kind === "class-undecided") return [`${subject} class`];
        if (kind !== "unknown") return [];
        return blanks.map((blank) =>
          blank === "class" ? `${subject} class` : `${subject} ${criterion} ${blank}`,
        );
      });
    const asked = new Set(questions(standard));
    expect(questions(small).filter((question) => !asked.has(question))).toEqual([]);
    expect(new Set(questions(small)).size).toBeLessThan(asked.size);
  });
});

describe("a contract that can only be K1", () => {
  const register = registerOf(`
contracts:
  - id: A
    title: T
    stage: in-force
    criticality: { life-health: none, statutory-duty: none, vital-function: none, mtpd: 500 h, dependents: none, people: 10, vulnerable: no, alternative: none }
`);
  const asked = (catalogue: Catalogue): number => {
    const assessment = assessRegister(register, { catalogue });
    expect(contractIn(assessment, "A").classification.decided).toEqual({ low: "K1", high: "K1" });
    const { judgements } = contractIn(assessment, "A");
    const statutory = (id: string): boolean => catalogue.criteria.get(id)?.statutory === true;
    return judgements.filter(
      ({ verdict, criterion }) => verdict === "unknown" && !statutory(criterion),
    ).length;
  };

  it("is asked at most ten questions, and hardly any of a small buyer", () => {
    expect(asked(SHIPPED)).toBeLessThanOrEqual(10);
    expect(asked(SHIPPED)).toBeGreaterThan(0);
    expect(asked(SMALL)).toBeLessThan(asked(SHIPPED));
  });
});

describe("the standard profile", () => {
  it("asks every severity at every class, as what others leave out must be said there", () => {
    for (const where of [...CLASSES, "organisation", "portfolio"] as const)
      expect(SHIPPED.profile.asked[where]).toEqual(["low", "medium", "high", "critical"]);
    expect(SHIPPED.profile.unknownFails).toBe(false);
    expect(STRICT.profile.unknownFails).toBe(true);
  });
});
