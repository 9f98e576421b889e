import { describe, expect, it } from "vitest";
import { testsIn } from "../../src/load/condition.ts";
import { FACTS } from "../../src/assess/facts.ts";
import { judge } from "../../src/assess/judge.ts";
import { indexRegister } from "../../src/assess/register-index.ts";
import type { Ground, Subject } from "../../src/assess/surroundings.ts";
import { surroundingsOf } from "../../src/assess/surroundings.ts";
import type { Condition } from "../../src/model/condition.ts";
import type { Criterion, CriterionExample } from "../../src/model/criterion.ts";
import { SHAPES } from "../../src/model/fields.ts";
import type { Register } from "../../src/model/register.ts";
import { shapeAt } from "../../src/model/shapes.ts";
import { nodePlatform } from "../../src/platform/node.ts";
import { TODAY } from "../support/memory-platform.ts";
import { registerFrom } from "../support/register-of.ts";
import { SHIPPED } from "../support/shipped-catalogue.ts";

const CRITERIA = [...SHIPPED.criteria.values()];
const ID = "example";

/** The smallest register in which an example's entry stands: the loader checks what is given. */
function registerAround({ level }: Criterion, { given }: CriterionExample): Register {
  switch (level) {
    case "contract":
      return registerFrom({ contracts: [{ id: ID, title: "An example", ...given }] });
    case "supplier":
      return registerFrom({
        suppliers: [{ id: ID, name: "An example", ...given }],
        contracts: [{ id: "c", title: "A contract", suppliers: [ID] }],
      });
    default:
      return registerFrom({
        organisation: { id: ID, name: "An example", ...given },
        contracts: [{ id: "c", title: "A contract" }],
      });
  }
}

function subjectIn({ level }: Criterion, register: Register): Subject {
  const contract = level === "contract" ? register.contracts[0] : undefined;
  const entry = contract ?? (level === "supplier" ? register.suppliers[0] : register.organisation);
  const shape = level === "portfolio" ? "organisation" : level;
  return { level, entry: entry ?? register.organisation, shape, contract };
}

function groundOf({ level }: Criterion, register: Register, example: CriterionExample): Ground {
  // An organisation has no class: there the contract around the example is of any class.
  const hasClass = level === "contract" || level === "supplier";
  return {
    asOf: TODAY,
    register,
    index: indexRegister(register, TODAY),
    profile: SHIPPED.profile,
    classOf: () =>
      hasClass ? { low: example.class, high: example.class } : { low: "K1", high: "K4" },
    onLater: () => undefined,
    givenFacts: Object.fromEntries(
      Object.entries(example.facts).map(([name, value]) => [name, value ?? null]),
    ),
  };
}

describe.each(CRITERIA.map((criterion) => [criterion.id, criterion] as const))(
  "examples of %s",
  (_id, criterion) => {
    it.each(criterion.examples.map((example) => [example.says, example] as const))(
      "%s",
      (_says, example) => {
        const register = registerAround(criterion, example);
        const at = surroundingsOf(
          subjectIn(criterion, register),
          example.class,
          groundOf(criterion, register, example),
        );
        const { verdict, partial } = judge(criterion, at, SHIPPED.profile);
        expect({ verdict, partial }).toEqual({
          verdict: example.verdict,
          partial: example.partial,
        });
      },
    );

    it("are four or more, of three verdicts or more, each said in its own words", () => {
      expect(criterion.examples.length).toBeGreaterThanOrEqual(4);
      expect(new Set(criterion.examples.map(({ verdict }) => verdict)).size).toBeGreaterThanOrEqual(
        3,
      );
      expect(new Set(criterion.examples.map(({ says }) => says)).size).toBe(
        criterion.examples.length,
      );
    });
  },
);

// --- references ------------------------------------------------------------------------------------

const FACTS_BY_NAME = new Map(FACTS.map((fact) => [fact.name, fact]));
const CONTRACT_CLAUSES = Object.keys(SHAPES["clauses"]?.fields ?? {});

function conditionsOf({ applies, met, partial }: Criterion): readonly Condition[] {
  return [applies, met, partial].filter((each) => each !== undefined);
}

function factNamesIn(conditions: readonly Condition[]): readonly string[] {
  return conditions
    .flatMap(testsIn)
    .flatMap(({ field }) => (field.startsWith("fact.") ? [field.slice("fact.".length)] : []));
}

function isReadable(level: Criterion["level"], path: string): boolean {
  if (path.startsWith("fact.")) {
    const fact = FACTS_BY_NAME.get(path.slice("fact.".length));
    return (
      fact?.level === level ||
      (fact !== undefined && level === "portfolio" && fact.level === "organisation")
    );
  }
  const shape = level === "portfolio" ? "organisation" : level;
  return shapeAt(shape, path.split(".")) !== undefined;
}

function filesUnder(folder: string): readonly string[] {
  const platform = nodePlatform();
  return platform.list(`${platform.home}/${folder}`).flatMap((name): readonly string[] => {
    const path = `${folder}/${name}`;
    if (platform.kindOf(`${platform.home}/${path}`) === "folder") return filesUnder(path);
    return name.endsWith(".yaml") ? [path] : [];
  });
}

describe("the references of the criteria", () => {
  it("give each file the id of its criterion and its folder the group", () => {
    const expected = CRITERIA.map(
      ({ id, group }) => `templates/criteria/${group}/${id}.yaml`,
    ).sort();
    expect([...filesUnder("templates/criteria")].sort()).toEqual(expected);
    expect(CRITERIA.length).toBeGreaterThanOrEqual(20);
  });

  it("name remedies that the register's format knows", () => {
    const unknown = CRITERIA.flatMap(({ id, remedy }) =>
      remedy.clauses
        .filter((clause) => !CONTRACT_CLAUSES.includes(clause))
        .map((clause) => `${id}: ${clause}`),
    );
    expect(unknown).toEqual([]);
    expect(CONTRACT_CLAUSES).toHaveLength(30);
  });

  it("name fields of their level and facts of their level only", () => {
    const unreadable = CRITERIA.flatMap((criterion) => {
      const fields = conditionsOf(criterion)
        .flatMap(testsIn)
        .map(({ field }) => field);
      const proof = criterion.proof.of === undefined ? [] : [criterion.proof.of];
      const bad = [...fields, ...proof].filter((path) => !isReadable(criterion.level, path));
      return bad.map((path) => `${criterion.id}: ${path}`);
    });
    expect(unreadable).toEqual([]);
  });

  it("name facts in their examples that their conditions read", () => {
    const unread = CRITERIA.flatMap((criterion) => {
      const read = factNamesIn(conditionsOf(criterion));
      const given = criterion.examples.flatMap(({ facts }) => Object.keys(facts));
      return given.filter((name) => !read.includes(name)).map((name) => `${criterion.id}: ${name}`);
    });
    expect(unread).toEqual([]);
  });

  it("name scales that the profile has", () => {
    const missing = CRITERIA.flatMap((criterion) =>
      conditionsOf(criterion)
        .flatMap(testsIn)
        .flatMap(({ operand }) => (operand.kind === "scale" ? [operand.scale] : []))
        .filter((scale) => SHIPPED.profile.scales[scale] === undefined)
        .map((scale) => `${criterion.id}: ${scale}`),
    );
    expect(missing).toEqual([]);
  });

  it("use every fact, and facts read fields that exist", () => {
    const clauses = [...SHIPPED.clauses.values()].flatMap(({ applies }) => applies ?? []);
    const used = new Set(factNamesIn([...CRITERIA.flatMap(conditionsOf), ...clauses]));
    const unused = FACTS.map(({ name }) => name).filter(
      (name) => !used.has(name) && !USED_IN_CODE.has(name),
    );
    expect(unused).toEqual([]);
    const unreadable = FACTS.flatMap(({ name, level, needs }) =>
      needs.filter((path) => !isReadable(level, path)).map((path) => `${name}: ${path}`),
    );
    expect(unreadable).toEqual([]);
  });

  it("reach every clause of the library, or another clause that needs it does", () => {
    const reached = new Set([
      ...CRITERIA.flatMap(({ remedy }) => remedy.clauses),
      ...[...SHIPPED.clauses.values()].flatMap(({ needs }) => needs.flat()),
    ]);
    expect([...SHIPPED.clauses.keys()].filter((id) => !reached.has(id))).toEqual([]);
  });
});

/** Facts that other facts are computed from, or that order findings. */
const USED_IN_CODE = new Set(["months-to-end", "mtpd", "next-tender-months"]);
