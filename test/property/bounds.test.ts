import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CriticalityClass } from "../../src/model/classes.ts";
import type { Preparedness } from "../../src/model/assessment.ts";
import type { Loaded } from "../../src/load/register.ts";
import type { Entry, Register } from "../../src/model/register.ts";
import { readField } from "../../src/assess/reading.ts";
import { SHAPES } from "../../src/model/fields.ts";
import type { Raw, RawObject } from "../../src/model/values.ts";
import { shapeAt } from "../../src/model/shapes.ts";
import { isRawObject } from "../../src/model/values.ts";
import { assessRegister, contractIn, judgementIn } from "../support/assess-register.ts";
import { TODAY } from "../support/memory-platform.ts";
import { exampleFiles, loadFiles, registerFrom, textOf } from "../support/register-of.ts";
import type { Setting, Unit, UnitState } from "../support/small-contract.ts";
import {
  fieldsOf,
  put,
  SEPARATE_UNITS,
  SHARED_UNITS,
  UNIT_STATES,
} from "../support/small-contract.ts";

type Loading = Loaded & { readonly register: Register };

const NEAR = 12;
const [SECOND_SOURCE, BUFFER] = SHARED_UNITS as readonly [Unit, Unit, ...Unit[]];

function overrideTo(criticality: CriticalityClass): RawObject {
  return {
    class: criticality,
    because: "prov",
    by: "ledningen",
    "approved-by": "styrelsen",
    date: "2026-01-01",
  };
}

interface Kind {
  readonly class: CriticalityClass;
  readonly type: string;
  readonly suppliers: Raw;
}

function entriesOf(
  kind: Kind,
  settings: readonly Setting[],
): { readonly contract: RawObject; readonly suppliers: readonly RawObject[] } {
  const fields = fieldsOf(settings);
  return {
    suppliers: [
      { id: "s0", name: "s0", ...fields.supplier },
      { id: "s1", name: "s1", finance: { warning: "yes" } },
    ],
    contract: {
      id: "c",
      title: "c",
      stage: "in-force",
      type: kind.type,
      suppliers: kind.suppliers,
      flags: { consumables: kind.type === "goods" ? "yes" : "no" },
      ...fields.contract,
      criticality: { mtpd: "24 h", override: overrideTo(kind.class) },
    },
  };
}

const EMPTY = loadFiles({
  "r.yaml": textOf({
    suppliers: [
      { id: "s0", name: "s0" },
      { id: "s1", name: "s1" },
    ],
    contracts: [{ id: "c", title: "c" }],
  }),
});

function scoreOf(kind: Kind, settings: readonly Setting[]): Preparedness {
  const { contract, suppliers } = entriesOf(kind, settings);
  const register = EMPTY.rebuild(({ id, raw }) =>
    id === "c" ? contract : (suppliers.find((each) => each["id"] === id) ?? raw),
  );
  const { preparedness, classification } = contractIn(assessRegister(register), "c");
  expect(classification.decided).toEqual({ low: kind.class, high: kind.class });
  if (preparedness === undefined) throw new Error("nothing is required");
  return preparedness;
}

function settingsOf(units: readonly Unit[], mostBlanks: number): fc.Arbitrary<readonly Setting[]> {
  const blanks = fc.subarray([...units], { minLength: 1, maxLength: mostBlanks });
  const states = fc.tuple(
    ...units.map((unit) =>
      fc.constantFrom(...UNIT_STATES.filter((state) => unit.states[state] !== undefined)),
    ),
  );
  return fc
    .tuple(blanks, states)
    .map(([open, chosen]) =>
      units.map((unit, index): Setting => [unit, open.includes(unit) ? undefined : chosen[index]]),
    );
}

/** Every way to fill the blanks with yes and fresh proof, or no. */
function fillings(settings: readonly Setting[]): readonly (readonly Setting[])[] {
  return settings.reduce<readonly (readonly Setting[])[]>(
    (all, [unit, state]) => {
      const states: readonly UnitState[] = state === undefined ? ["met", "no"] : [state];
      return all.flatMap((before) =>
        states.map((each): readonly Setting[] => [...before, [unit, each]]),
      );
    },
    [[]],
  );
}

const KINDS = fc.record({
  class: fc.constantFrom("K1" as const, "K2" as const, "K3" as const, "K4" as const),
  type: fc.constant("services"),
  suppliers: fc.constant<Raw>(["s0"]),
});

const GOODS = fc.record({
  class: fc.constantFrom("K2" as const, "K3" as const, "K4" as const),
  type: fc.constantFrom("goods", "services"),
  suppliers: fc.constantFrom<Raw[]>(
    [
      { supplier: "s0", share: 0.7 },
      { supplier: "s1", share: 0.3 },
    ],
    ["s0", "s1"],
  ),
});

function expectInside(inner: Preparedness, outer: Preparedness): void {
  expect(inner.bounds.low).toBeGreaterThanOrEqual(outer.bounds.low - 1e-12);
  expect(inner.bounds.high).toBeLessThanOrEqual(outer.bounds.high + 1e-12);
}

describe("the units of this test", () => {
  it.each(UNIT_STATES)(
    "are written as the register allows, each %s, and give that verdict",
    (state) => {
      const kind: Kind = { class: "K4", type: "goods", suppliers: ["s0"] };
      for (const unit of [...SEPARATE_UNITS, ...SHARED_UNITS]) {
        if (unit.states[state] === undefined) continue;
        const stock = unit.criterion === "stock-covers-lead-time" ? [[BUFFER, "met"] as const] : [];
        const type = unit.criterion === "exercise-held" ? "services" : "goods";
        const { contract, suppliers } = entriesOf({ ...kind, type }, [...stock, [unit, state]]);
        const found = contractIn(
          assessRegister(registerFrom({ suppliers, contracts: [contract] })),
          "c",
        );
        const judgement = judgementIn(
          [...found.judgements, ...found.supplierJudgements],
          unit.criterion,
        );
        expect([unit.criterion, judgement.verdict, judgement.partial]).toEqual([
          unit.criterion,
          state === "met" || state === "doubtful" ? "met" : "not-met",
          state === "partly",
        ]);
        expect(judgement.stale || judgement.weak).toBe(state === "doubtful");
      }
    },
  );
});

/** Small contracts tried by brute force: two hundred with blanks of their own, and two hundred with shared ones. */
const SMALL_CONTRACTS = 200;

describe("the bounds of small contracts", () => {
  it("equal the extremes over every filling where no blank is read by two criteria", () => {
    fc.assert(
      fc.property(KINDS, settingsOf(SEPARATE_UNITS, 5), (kind, settings) => {
        const printed = scoreOf(kind, settings);
        const filled = fillings(settings).map((each) => scoreOf(kind, each).bounds);
        expect(Math.min(...filled.map(({ low }) => low))).toBeCloseTo(printed.bounds.low, NEAR);
        expect(Math.max(...filled.map(({ high }) => high))).toBeCloseTo(printed.bounds.high, NEAR);
      }),
      { numRuns: SMALL_CONTRACTS },
    );
  });

  it("hold every filling where blanks are shared", () => {
    fc.assert(
      fc.property(
        GOODS,
        settingsOf([...SHARED_UNITS, ...SEPARATE_UNITS.slice(-4)], 5),
        (kind, settings) => {
          const printed = scoreOf(kind, settings);
          for (const each of fillings(settings)) expectInside(scoreOf(kind, each), printed);
        },
      ),
      { numRuns: SMALL_CONTRACTS },
    );
  });

  it("never widen when a blank is answered, however well", () => {
    fc.assert(
      fc.property(
        fc.oneof(KINDS, GOODS),
        settingsOf([...SEPARATE_UNITS, ...SHARED_UNITS], 8),
        (kind, settings) => {
          const printed = scoreOf(kind, settings);
          settings.forEach(([unit, state], index) => {
            if (state !== undefined) return;
            for (const answer of UNIT_STATES.filter((each) => unit.states[each] !== undefined)) {
              const answered = scoreOf(kind, settings.with(index, [unit, answer]));
              expectInside(answered, printed);
              expect(answered.unknownShare).toBeLessThanOrEqual(printed.unknownShare + 1e-12);
            }
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it("never fall when an answer gets better", () => {
    const better: readonly (readonly [UnitState, UnitState])[] = [
      ["no", "partly"],
      ["partly", "met"],
      ["no", "met"],
      ["no", "doubtful"],
      ["doubtful", "met"],
    ];
    // Without the stock: that none is agreed leaves open what lies on the shelf, that one day is agreed does not.
    fc.assert(
      fc.property(
        fc.oneof(KINDS, GOODS),
        settingsOf([...SEPARATE_UNITS, SECOND_SOURCE], 4),
        (kind, settings) => {
          settings.forEach(([unit], index) => {
            for (const [from, to] of better) {
              if (unit.states[from] === undefined || unit.states[to] === undefined) continue;
              const at = `${unit.criterion} ${from} ${to}`;
              const worse = scoreOf(kind, settings.with(index, [unit, from]));
              const improved = scoreOf(kind, settings.with(index, [unit, to]));
              expect(improved.bounds.low, at).toBeGreaterThanOrEqual(worse.bounds.low - 1e-12);
              expect(improved.bounds.high, at).toBeGreaterThanOrEqual(worse.bounds.high - 1e-12);
              expect(improved.grade, at).toBeGreaterThanOrEqual(worse.grade);
            }
          });
        },
      ),
      { numRuns: 15 },
    );
  });
});

// --- the examples ----------------------------------------------------------------------------------

/** Yes with fresh, sufficient proof, and no, for a blank at a path; undefined where the test has none. */
function answersAt(shape: "contract" | "supplier", path: string): readonly [Raw, Raw] | undefined {
  const special = SPECIAL[path];
  if (special !== undefined) return special;
  const evidence = { kind: "test", date: "2026-11-01" };
  const found = shapeAt(shape, path.split("."));
  switch (found?.shape.kind) {
    case "clause":
      return ["present", "none"];
    case "answer":
      return SHAPES[found.name]?.fields?.["evidence"] === undefined
        ? ["yes", "no"]
        : [{ status: "yes", evidence }, "no"];
    default:
      return undefined;
  }
}

const SPECIAL: Readonly<Record<string, readonly [Raw, Raw]>> = {
  "owner.role": ["ansvarig", "none"],
  "owner.deputy": ["ersättare", "none"],
  "general-terms.name": ["none", "JIT"],
  "general-terms.version": ["2025", "none-stated"],
  "term.end": ["2031-12-31", "2026-12-31"],
  "criticality.mtpd": ["1000 h", "1 h"],
  "stock.lasts": ["400 d", "none"],
  "stock.lead-time": ["1 d", "400 d"],
  "clauses.buffer-stock.parameters.stock": ["400 d", "0 d"],
  "clauses.disruption-notice.parameters.notify-first": ["1 h", "900 h"],
  "clauses.recovery-objectives.parameters.rto": ["0.5 h", "2000 h"],
  "clauses.crisis-contacts.tested": ["2026-11-01", "none"],
  "sourcing.second-source": [
    { status: "yes", evidence: { kind: "test", date: "2026-11-01" } },
    "no",
  ],
  type: ["goods", "services"],
};

interface Blank {
  readonly supplier: string | undefined;
  readonly path: string;
  readonly answers: readonly [Raw, Raw];
}

const MOST_BLANKS = 6;

function blanksOf(loading: Loading, id: string, from: number): readonly Blank[] {
  const contract = contractIn(assessRegister(alone(loading.register, id)), id);
  const found = new Map<string, Blank>();
  const add = (supplier: string | undefined, paths: readonly string[]): void => {
    const entries: readonly Entry[] =
      supplier === undefined ? loading.register.contracts : loading.register.suppliers;
    const entry = entries.find((each) => each.id === (supplier ?? id));
    for (const path of paths) {
      // What the law makes of a clause that is there in part is asked, but the clause is no blank.
      const shape = supplier === undefined ? "contract" : "supplier";
      if (entry === undefined || readField(entry, shape, path, TODAY).state !== "unknown") continue;
      const answers = answersAt(shape, path);
      if (answers !== undefined)
        found.set(`${supplier ?? ""} ${path}`, { supplier, path, answers });
    }
  };
  for (const { verdict, blanks } of contract.judgements)
    if (verdict === "unknown") add(undefined, blanks);
  for (const { verdict, blanks, supplier } of contract.supplierJudgements)
    if (verdict === "unknown") add(supplier, blanks);
  const all = [...found.values()];
  const start = all.length === 0 ? 0 : from % all.length;
  return [...all.slice(start), ...all.slice(0, start)].slice(0, MOST_BLANKS);
}

function alone(register: Register, id: string): Register {
  return {
    ...register,
    contracts: register.contracts.filter((each) => each.id === id),
    functions: register.functions,
  };
}

/** The contract by itself, of one class, with some blanks answered. */
function answered(
  loading: Loading,
  id: string,
  criticality: CriticalityClass,
  answers: readonly (readonly [Blank, Raw])[],
): Preparedness | undefined {
  const register = loading.rebuild((entry) => {
    let raw = entry.raw;
    for (const [{ supplier, path }, answer] of answers) {
      if (entry.id === (supplier ?? id)) raw = put(raw, path, answer);
    }
    if (entry.id !== id) return raw;
    const facts = isRawObject(raw["criticality"]) ? raw["criticality"] : {};
    return { ...raw, criticality: { ...facts, override: overrideTo(criticality) } };
  });
  return contractIn(assessRegister(alone(register, id)), id).preparedness;
}

function combinations(blanks: readonly Blank[]): readonly (readonly (readonly [Blank, Raw])[])[] {
  return blanks.reduce<readonly (readonly (readonly [Blank, Raw])[])[]>(
    (all, blank) =>
      all.flatMap((before) => blank.answers.map((answer) => [...before, [blank, answer] as const])),
    [[]],
  );
}

const TEN = loadFiles(exampleFiles("ten-contracts"));
const KOMMUN = loadFiles(exampleFiles("kommun"));

function currentIds({ register }: Loading, every: number): readonly string[] {
  return assessRegister(register)
    .contracts.map(({ contract }) => contract.id)
    .filter((_id, index) => index % every === 0)
    .slice(0, 10);
}

const EXAMPLES: readonly (readonly [id: string, loading: Loading])[] = [
  ...currentIds(TEN, 1).map((id) => [id, TEN] as const),
  ...currentIds(KOMMUN, 6).map((id) => [id, KOMMUN] as const),
];

describe("the bounds of the examples", () => {
  it.each(EXAMPLES)("hold every filling of the blanks of %s", (id, loading) => {
    const { high } = contractIn(assessRegister(loading.register), id).classification.decided;
    const printed = answered(loading, id, high, []);
    if (printed === undefined) throw new Error(`${id} requires nothing`);
    for (const from of [0, 5]) {
      const blanks = blanksOf(loading, id, from);
      for (const answers of combinations(blanks)) {
        const filled = answered(loading, id, high, answers);
        if (filled !== undefined) expectInside(filled, printed);
      }
    }
  });

  it("look at twenty contracts, most of them with blanks enough", () => {
    expect(EXAMPLES).toHaveLength(20);
    const enough = EXAMPLES.filter(([id, loading]) => blanksOf(loading, id, 0).length >= 4);
    expect(enough.length).toBeGreaterThanOrEqual(12);
  });
});
