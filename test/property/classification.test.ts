import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groundOf } from "../../src/assess/assess.ts";
import type { Classification } from "../../src/model/assessment.ts";
import type { ClassInterval } from "../../src/model/classes.ts";
import type { Day } from "../../src/model/values.ts";
import { addMonths } from "../../src/model/values.ts";
import { TODAY } from "../support/memory-platform.ts";
import { registerFrom } from "../support/register-of.ts";
import { SHIPPED } from "../support/shipped-catalogue.ts";
import type { Interval, Path, WrittenContract, WrittenFacts } from "../support/decision-table.ts";
import { decisiveIn, NAMES, ownInterval, settle, tableOf } from "../support/decision-table.ts";

const blank = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

const FACTS: fc.Arbitrary<WrittenFacts> = fc.record({
  lifeHealth: blank(fc.constantFrom("none", "none", "indirect", "serious", "life-threatening")),
  statutoryDuty: blank(fc.constantFrom("none", "supports", "delivers", "uninterruptible")),
  link: blank(fc.constantFrom("none", "supporting", "direct", "sole")),
  mtpd: blank(fc.constantFrom(1, 23, 24, 48, 72, 73, 336, 337)),
  dependents: blank(fc.constantFrom(0, 1, 2, 3)),
  people: blank(fc.constantFrom(0, 49, 50, 999, 1000)),
  vulnerable: blank(fc.boolean()),
  alternative: blank(
    fc.oneof(
      { weight: 1, arbitrary: fc.constant("none" as const) },
      {
        weight: 4,
        arbitrary: fc.record({
          within: blank(fc.constantFrom(1, 24, 48, 60, 400)),
          ready: blank(fc.boolean()),
          verified: blank(fc.constantFrom(0, 12, 13, "none" as const)),
        }),
      },
    ),
  ),
});

function registerEntry(
  { facts, requires, stage, override }: WrittenContract,
  index: number,
): Record<string, unknown> {
  const { alternative, link } = facts;
  const criticality: Record<string, unknown> = {
    "life-health": facts.lifeHealth,
    "statutory-duty": facts.statutoryDuty,
    "vital-function": link === undefined || link === "none" ? link : { code: "VF5.water", link },
    mtpd: facts.mtpd === undefined ? undefined : `${facts.mtpd} h`,
    dependents: facts.dependents,
    people: facts.people,
    vulnerable: facts.vulnerable === undefined ? undefined : facts.vulnerable ? "yes" : "no",
    alternative:
      alternative === undefined || alternative === "none"
        ? alternative
        : {
            // A block must say something; who vouches for it decides nothing.
            by: "kontraktsansvarig",
            within: alternative.within === undefined ? "unknown" : `${alternative.within} h`,
            ready: alternative.ready === undefined ? undefined : alternative.ready ? "yes" : "no",
            verified:
              typeof alternative.verified === "number"
                ? addMonths(TODAY, -alternative.verified)
                : alternative.verified,
          },
    override:
      override === undefined
        ? undefined
        : {
            class: NAMES[override.class - 1],
            because: "beslut",
            by: "ledningsgruppen",
            date: "2026-01-01",
            "approved-by": override.approved ? "kommunstyrelsen" : undefined,
          },
  };
  return {
    id: `c${index}`,
    title: `Contract ${index}`,
    stage,
    criticality: JSON.stringify(criticality) === "{}" ? "unknown" : criticality,
    requires: requires.length === 0 ? undefined : requires.map((each) => `c${each}`),
  };
}

function classify(
  contracts: readonly WrittenContract[],
  asOf: Day = TODAY,
): readonly Classification[] {
  const register = registerFrom({ contracts: contracts.map(registerEntry) });
  const request = { register, catalogue: SHIPPED, asOf, toolVersion: "" };
  const { classifications } = groundOf(request, () => undefined);
  return contracts.map((_each, index) => {
    const found = classifications.get(`c${index}`);
    if (found === undefined) throw new Error(`c${index}`);
    return found;
  });
}

function alone(facts: WrittenFacts): WrittenContract {
  return { facts, requires: [], stage: "in-force", override: undefined };
}

function named({ low, high }: Interval): Partial<Record<keyof ClassInterval, string | undefined>> {
  return { low: NAMES[low - 1], high: NAMES[high - 1] };
}

const PATHS: Readonly<Record<Path, string>> = {
  lifeHealth: "criticality.life-health",
  statutoryDuty: "criticality.statutory-duty",
  link: "criticality.vital-function",
  mtpd: "criticality.mtpd",
  dependents: "criticality.dependents",
  people: "criticality.people",
  vulnerable: "criticality.vulnerable",
  alternative: "criticality.alternative",
  within: "criticality.alternative.within",
  ready: "criticality.alternative.ready",
  verified: "criticality.alternative.verified",
};

const CONTRACTS: fc.Arbitrary<readonly WrittenContract[]> = fc
  .integer({ min: 1, max: 4 })
  .chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_each, index) =>
        fc.record({
          facts: FACTS,
          requires: fc.subarray(
            Array.from({ length: count }, (_other, other) => other).filter(
              (other) => other !== index,
            ),
          ),
          stage: fc.constantFrom(
            "in-force" as const,
            "in-force" as const,
            "planned" as const,
            "tendering" as const,
            undefined,
          ),
          override: fc.option(
            fc.record({ class: fc.integer({ min: 1, max: 4 }), approved: fc.boolean() }),
            {
              nil: undefined,
              freq: 1,
            },
          ),
        }),
      ),
    ),
  );

describe("the class of one contract", () => {
  it("lies exactly between the least and the greatest class over every filling of its blanks", () => {
    fc.assert(
      fc.property(FACTS, (facts) => {
        const [found] = classify([alone(facts)]);
        expect(found?.computed).toEqual(named(ownInterval(facts)));
        expect(found?.decided).toEqual(found?.computed);
      }),
      { numRuns: 400 },
    );
  });

  it("is given by the row that the table names when nothing is blank", () => {
    const whole = FACTS.map((facts): WrittenFacts => ({
      lifeHealth: facts.lifeHealth ?? "none",
      statutoryDuty: facts.statutoryDuty ?? "none",
      link: facts.link ?? "none",
      mtpd: facts.mtpd ?? 30,
      dependents: facts.dependents ?? 3,
      people: facts.people ?? 0,
      vulnerable: facts.vulnerable ?? false,
      alternative: facts.alternative ?? "none",
    }));
    fc.assert(
      fc.property(whole, (facts) => {
        const { alternative, mtpd = 0, people = 0, dependents = 0 } = facts;
        fc.pre(alternative === "none" || !Object.values(alternative ?? {}).includes(undefined));
        const block = alternative === "none" ? undefined : alternative;
        const { row, class: expected } = tableOf({
          LH:
            1 + ["none", "indirect", "serious", "life-threatening"].indexOf(facts.lifeHealth ?? ""),
          SD:
            1 +
            ["none", "supports", "delivers", "uninterruptible"].indexOf(facts.statutoryDuty ?? ""),
          VF: 1 + ["none", "supporting", "direct", "sole"].indexOf(facts.link ?? ""),
          OT: mtpd > 336 ? 1 : mtpd > 72 ? 2 : mtpd >= 24 ? 3 : 4,
          DP: dependents > 2 ? 3 : dependents > 0 ? 2 : 1,
          US:
            people >= 1000 || (facts.vulnerable === true && people >= 50)
              ? 3
              : people >= 50 || facts.vulnerable === true
                ? 2
                : 1,
          A: block !== undefined && (block.within ?? Infinity) <= mtpd,
          ready: block?.ready === true,
          recent: typeof block?.verified === "number" && block.verified <= 12,
        });
        const [found] = classify([alone(facts)]);
        expect(found?.rows).toEqual({ low: row, high: row });
        expect(found?.decided).toEqual(named({ low: expected, high: expected }));
      }),
      { numRuns: 300 },
    );
  });

  it("asks for exactly the blanks of which some answer would move it", () => {
    fc.assert(
      fc.property(FACTS, (facts) => {
        const [found] = classify([alone(facts)]);
        const expected = decisiveIn([alone(facts)], 0).map((path) => PATHS[path]);
        expect([...(found?.decisive ?? [])].sort()).toEqual(expected.sort());
      }),
      { numRuns: 250 },
    );
  });
});

describe("the classes of contracts that require each other", () => {
  it("are the fixed point of inheritance and overrides, cycles or not", () => {
    fc.assert(
      fc.property(CONTRACTS, (contracts) => {
        const own = contracts.map(({ facts }) => ownInterval(facts));
        const expected = settle(contracts, own);
        const found = classify(contracts);
        found.forEach((classification, index) => {
          const settled = expected[index];
          if (settled === undefined) throw new Error(String(index));
          expect(classification.computed).toEqual(named(settled.computed));
          expect(classification.decided).toEqual(named(settled.decided));
          const override = contracts[index]?.override;
          const stands =
            override !== undefined && (override.approved || override.class >= settled.computed.low);
          expect(classification.override?.effective).toBe(
            override === undefined ? undefined : stands,
          );
          for (const end of ["low", "high"] as const) {
            const raised = settled.computed[end] > (own[index]?.[end] ?? 0);
            if (stands) expect(classification.rows[end]).toBe("O1");
            else if (raised) expect(classification.rows[end]).toBe("I1");
            else
              expect(classification.rows[end]).toBe(
                classification.tableRows[end].match(/R[67]/u) && settled.computed[end] === 2
                  ? "M1"
                  : classification.tableRows[end],
              );
          }
        });
      }),
      { numRuns: 250 },
    );
  });

  it("ask for exactly the blanks of which some answer would move the final class", () => {
    fc.assert(
      fc.property(CONTRACTS, (contracts) => {
        const found = classify(contracts);
        found.forEach((classification, index) => {
          const expected = decisiveIn(contracts, index).map((path) => PATHS[path]);
          expect([...classification.decisive].sort()).toEqual(expected.sort());
        });
      }),
      { numRuns: 120 },
    );
  });

  it("do not depend on the order of the contracts", () => {
    fc.assert(
      fc.property(CONTRACTS, (contracts) => {
        const last = contracts.length - 1;
        const turned = contracts
          .map((each) => ({ ...each, requires: each.requires.map((other) => last - other) }))
          .reverse();
        const found = classify(contracts).map(({ decided, rows, decisive }) => ({
          decided,
          rows,
          decisive,
        }));
        const other = classify(turned).map(({ decided, rows, decisive }) => ({
          decided,
          rows,
          decisive,
        }));
        expect([...other].reverse()).toEqual(found);
      }),
      { numRuns: 100 },
    );
  });
});
