import type { CriticalityClass } from "../../src/model/classes.ts";

/**
 * A second implementation of the decision table, written from its description and from nothing in
 * the program: plain loops over every way to fill the blanks.
 */

/** Facts of one contract as a person writes them; undefined is blank. Hours are numbers. */
export interface WrittenFacts {
  readonly lifeHealth: "none" | "indirect" | "serious" | "life-threatening" | undefined;
  readonly statutoryDuty: "none" | "supports" | "delivers" | "uninterruptible" | undefined;
  readonly link: "none" | "supporting" | "direct" | "sole" | undefined;
  readonly mtpd: number | undefined;
  readonly dependents: number | undefined;
  readonly people: number | undefined;
  readonly vulnerable: boolean | undefined;
  readonly alternative: WrittenAlternative | "none" | undefined;
}

/** `verified` in full months before the day of assessment. */
export interface WrittenAlternative {
  readonly within: number | undefined;
  readonly ready: boolean | undefined;
  readonly verified: number | "none" | undefined;
}

export type Path = keyof WrittenFacts | "within" | "ready" | "verified";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export const NAMES: readonly CriticalityClass[] = ["K1", "K2", "K3", "K4"];

interface Levels {
  readonly LH: number;
  readonly SD: number;
  readonly VF: number;
  readonly OT: number;
  readonly DP: number;
  readonly US: number;
  readonly A: boolean;
  readonly ready: boolean;
  readonly recent: boolean;
}

/** The class, 1 to 4, and the row that gave it. */
export function tableOf({ LH, SD, VF, OT, DP, US, A, ready, recent }: Levels): {
  readonly class: number;
  readonly row: string;
} {
  if (LH === 4 && OT === 4) return { class: 4, row: "R1" };
  if (LH === 4 && OT >= 3 && !A) return { class: 4, row: "R2" };
  if (OT === 4 && VF >= 3 && SD >= 3 && !A) return { class: 4, row: "R3" };
  if (LH >= 3) return { class: 3, row: "R4" };
  if (SD === 4) return { class: 3, row: "R5" };
  const replaced = A && ready && recent;
  if (OT >= 3 && (SD >= 3 || VF >= 3))
    return replaced ? { class: 2, row: "M1" } : { class: 3, row: "R6" };
  if (OT >= 3 && DP === 3) return replaced ? { class: 2, row: "M1" } : { class: 3, row: "R7" };
  if (LH >= 2 || SD >= 2 || VF >= 2 || DP >= 2 || US === 3 || OT >= 3)
    return { class: 2, row: "R8" };
  return { class: 1, row: "R9" };
}

const WORDS = {
  lifeHealth: ["none", "indirect", "serious", "life-threatening"],
  statutoryDuty: ["none", "supports", "delivers", "uninterruptible"],
  link: ["none", "supporting", "direct", "sole"],
} as const;

/** Every answer that could be given to a blank: one of each kind that the table tells apart. */
function answersTo(path: Path, facts: WrittenFacts): readonly WrittenFacts[] {
  switch (path) {
    case "lifeHealth":
    case "statutoryDuty":
    case "link":
      return WORDS[path].map((each) => ({ ...facts, [path]: each }));
    case "mtpd":
      return HOURS.map((mtpd) => ({ ...facts, mtpd }));
    case "dependents":
      return [0, 1, 2, 3, 7].map((dependents) => ({ ...facts, dependents }));
    case "people":
      return [0, 49, 50, 999, 1000].map((people) => ({ ...facts, people }));
    case "vulnerable":
      return [true, false].map((vulnerable) => ({ ...facts, vulnerable }));
    case "alternative":
      return ["none" as const, ...wholeAlternatives()].map((alternative) => ({
        ...facts,
        alternative,
      }));
    default:
      return answersWithin(path, facts);
  }
}

const HOURS = [0.5, 1, 10, 23, 24, 30, 48, 71, 72, 73, 100, 336, 337, 1000];
const WITHIN = [0, 1, 24, 60, 72, 400, 100_000];

function answersWithin(
  path: "within" | "ready" | "verified",
  facts: WrittenFacts,
): readonly WrittenFacts[] {
  const { alternative } = facts;
  if (alternative === undefined || alternative === "none") return [];
  const answers: readonly Partial<WrittenAlternative>[] =
    path === "within"
      ? WITHIN.map((within) => ({ within }))
      : path === "ready"
        ? [{ ready: true }, { ready: false }]
        : [{ verified: 0 }, { verified: 30 }, { verified: "none" }];
  return answers.map((answer) => ({ ...facts, alternative: { ...alternative, ...answer } }));
}

function wholeAlternatives(): readonly WrittenAlternative[] {
  return WITHIN.flatMap((within) =>
    [true, false].flatMap((ready) => [0, 30].map((verified) => ({ within, ready, verified }))),
  );
}

/** Paths nobody has answered. */
function blanksIn(facts: WrittenFacts): readonly Path[] {
  const paths: Path[] = (
    [
      "lifeHealth",
      "statutoryDuty",
      "link",
      "mtpd",
      "dependents",
      "people",
      "vulnerable",
      "alternative",
    ] as const
  ).filter((path) => facts[path] === undefined);
  const { alternative } = facts;
  if (alternative !== undefined && alternative !== "none") {
    paths.push(
      ...(["within", "ready", "verified"] as const).filter(
        (path) => alternative[path] === undefined,
      ),
    );
  }
  return paths;
}

/** The least and the greatest class over every way to fill every blank. */
export function ownInterval(facts: WrittenFacts): Interval {
  let low = 4;
  let high = 1;
  for (const levels of fillings(facts)) {
    const { class: found } = tableOf(levels);
    low = Math.min(low, found);
    high = Math.max(high, found);
  }
  return { low, high };
}

function* fillings(facts: WrittenFacts): Generator<Levels> {
  const timesAndAlternatives = distinct(filled("mtpd", facts).flatMap(alternativesOf));
  const users = distinct(
    filled("people", facts)
      .flatMap((each) => filled("vulnerable", each))
      .map(usersLevel),
  );
  const dependents = distinct(
    filled("dependents", facts).map(({ dependents: count }) =>
      count === undefined || count > 2 ? 3 : count === 0 ? 1 : 2,
    ),
  );
  for (const { lifeHealth } of filled("lifeHealth", facts))
    for (const { statutoryDuty } of filled("statutoryDuty", facts))
      for (const { link } of filled("link", facts))
        for (const DP of dependents)
          for (const US of users)
            for (const time of timesAndAlternatives)
              yield {
                LH: 1 + WORDS.lifeHealth.indexOf(lifeHealth ?? "none"),
                SD: 1 + WORDS.statutoryDuty.indexOf(statutoryDuty ?? "none"),
                VF: 1 + WORDS.link.indexOf(link ?? "none"),
                DP,
                US,
                ...time,
              };
}

function filled(path: Path, facts: WrittenFacts): readonly WrittenFacts[] {
  return blanksIn(facts).includes(path) ? answersTo(path, facts) : [facts];
}

function usersLevel({ people = 0, vulnerable = false }: WrittenFacts): number {
  if (people >= 1000 || (vulnerable && people >= 50)) return 3;
  return people >= 50 || vulnerable ? 2 : 1;
}

type Time = Pick<Levels, "OT" | "A" | "ready" | "recent">;

function alternativesOf(facts: WrittenFacts): readonly Time[] {
  const mtpd = facts.mtpd ?? 0;
  const OT = mtpd > 336 ? 1 : mtpd > 72 ? 2 : mtpd >= 24 ? 3 : 4;
  return filled("alternative", facts)
    .flatMap((each) => filled("within", each))
    .flatMap((each) => filled("ready", each))
    .flatMap((each) => filled("verified", each))
    .map(({ alternative }) => {
      if (alternative === undefined || alternative === "none")
        return { OT, A: false, ready: false, recent: false };
      const { within = Infinity, ready = false, verified = "none" } = alternative;
      return { OT, A: within <= mtpd, ready, recent: verified !== "none" && verified <= 12 };
    });
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

// --- inheritance and overrides ---------------------------------------------------------------------

/** One contract of a small register. */
export interface WrittenContract {
  readonly facts: WrittenFacts;
  /** Numbers of the contracts it cannot do without. */
  readonly requires: readonly number[];
  readonly stage: "in-force" | "planned" | "tendering" | undefined;
  readonly override: { readonly class: number; readonly approved: boolean } | undefined;
}

export interface Settled {
  readonly computed: Interval;
  readonly decided: Interval;
}

/** Every class after inheritance and overrides, by rounds over the whole list until nothing changes. */
export function settle(
  contracts: readonly WrittenContract[],
  own: readonly Interval[],
): readonly Settled[] {
  let settled = contracts.map((contract, index) =>
    settledOf(contract, own[index] ?? { low: 1, high: 1 }),
  );
  for (;;) {
    const next = contracts.map((contract, index) => {
      const above = contracts.flatMap((each, other) => {
        const passesOn = each.stage === "in-force" || each.stage === undefined;
        return passesOn && each.requires.includes(index)
          ? [settled[other]?.decided ?? { low: 1, high: 1 }]
          : [];
      });
      const base = own[index] ?? { low: 1, high: 1 };
      const low = Math.max(base.low, ...above.map((each) => each.low));
      const high = Math.max(base.high, ...above.map((each) => each.high));
      return settledOf(contract, { low, high });
    });
    if (JSON.stringify(next) === JSON.stringify(settled)) return settled;
    settled = next;
  }
}

function settledOf({ override }: WrittenContract, computed: Interval): Settled {
  const stands = override !== undefined && (override.approved || override.class >= computed.low);
  return { computed, decided: stands ? { low: override.class, high: override.class } : computed };
}

/** Blanks of which some answer, every other blank left as it is, changes the contract's final class. */
export function decisiveIn(contracts: readonly WrittenContract[], index: number): readonly Path[] {
  const own = contracts.map(({ facts }) => ownInterval(facts));
  const before = JSON.stringify(settle(contracts, own)[index]?.decided);
  const facts = contracts[index]?.facts;
  if (facts === undefined) return [];
  return blanksIn(facts).filter((path) =>
    answersTo(path, facts).some((answered) => {
      const changed = own.map((interval, each) =>
        each === index ? ownInterval(answered) : interval,
      );
      return JSON.stringify(settle(contracts, changed)[index]?.decided) !== before;
    }),
  );
}
