import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/assess/evaluate.ts";
import type { Observation } from "../../src/assess/observation.ts";
import type { Condition, Truth } from "../../src/model/condition.ts";
import { TODAY } from "../support/memory-platform.ts";

/** A field for each truth: its name says what a test of it for `yes` is worth. */
function truthOf(condition: Condition, truths: Readonly<Record<string, Truth>> = {}): Truth {
  return traceOf(condition, truths).truth;
}

function traceOf(condition: Condition, truths: Readonly<Record<string, Truth>> = {}) {
  const observe = (field: string): Observation => {
    const base = { kind: "answer", places: [] } as const;
    switch (truths[field] ?? field) {
      case "true":
        return { ...base, state: "known", value: "yes" };
      case "false":
        return { ...base, state: "known", value: "no" };
      case "not-applicable":
        return { ...base, state: "not-applicable", because: "reason" };
      default:
        return { ...base, state: "unknown", blanks: [field] };
    }
  };
  return evaluate(condition, { asOf: TODAY, observe, scale: () => undefined });
}

function test(field: string): Condition {
  return { join: "test", field, word: "is", operand: { kind: "literal", value: "yes" } };
}

const all = (...of: readonly Condition[]): Condition => ({ join: "all", of });
const any = (...of: readonly Condition[]): Condition => ({ join: "any", of });
const not = (of: Condition): Condition => ({ join: "not", of: [of] });

const TRUTHS: readonly Truth[] = ["true", "false", "unknown", "not-applicable"];
const KLEENE = TRUTHS.filter((each) => each !== "not-applicable");
const PAIRS = TRUTHS.flatMap((left) => TRUTHS.map((right) => [left, right] as const));

/** Kleene's tables, typed from a book; what does not apply drops out. */
const ALL_OF: Readonly<Record<string, Truth>> = {
  "true true": "true",
  "true false": "false",
  "true unknown": "unknown",
  "true not-applicable": "true",
  "false true": "false",
  "false false": "false",
  "false unknown": "false",
  "false not-applicable": "false",
  "unknown true": "unknown",
  "unknown false": "false",
  "unknown unknown": "unknown",
  "unknown not-applicable": "unknown",
  "not-applicable true": "true",
  "not-applicable false": "false",
  "not-applicable unknown": "unknown",
  "not-applicable not-applicable": "not-applicable",
};

const FIELDS = ["a", "b", "c", "d", "e"];

const CONDITION: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition; leaf: Condition }>(
  (tie) => ({
    leaf: fc.constantFrom(...FIELDS).map(test),
    condition: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      tie("leaf"),
      fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((of) => all(...of)),
      fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((of) => any(...of)),
      tie("condition").map(not),
    ),
  }),
).condition;

const assignment = (truths: readonly Truth[]): fc.Arbitrary<Record<string, Truth>> =>
  fc
    .tuple(...FIELDS.map(() => fc.constantFrom(...truths)))
    .map((values) =>
      Object.fromEntries(FIELDS.map((field, index) => [field, values[index] ?? "unknown"])),
    );

describe("joined conditions", () => {
  it.each(PAIRS)("all of %s and %s as Kleene has it", (left, right) => {
    expect(truthOf(all(test(left), test(right)))).toBe(ALL_OF[`${left} ${right}`]);
  });

  it.each(PAIRS)("any of %s and %s is the dual of all", (left, right) => {
    const dual = not(all(not(test(left)), not(test(right))));
    expect(truthOf(any(test(left), test(right)))).toBe(truthOf(dual));
  });

  it.each([
    ["true", "false"],
    ["false", "true"],
    ["unknown", "unknown"],
    ["not-applicable", "not-applicable"],
  ])("not %s is %s", (truth, opposite) => {
    expect(truthOf(not(test(truth)))).toBe(opposite);
  });

  it.each(PAIRS)("absorb: %s with %s", (left, right) => {
    // Where the first does not apply it drops out, and the second is what is left.
    const expected = left === "not-applicable" ? right : left;
    expect(truthOf(all(test(left), any(test(left), test(right))))).toBe(expected);
    expect(truthOf(any(test(left), all(test(left), test(right))))).toBe(expected);
  });

  it("do not depend on order or grouping, and doubling changes nothing", () => {
    const parts = fc.array(fc.constantFrom(...TRUTHS), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 5 }), (truths, cut) => {
        const tests = truths.map(test);
        const at = Math.min(cut, tests.length - 1);
        for (const join of [all, any]) {
          const straight = truthOf(join(...tests));
          expect(truthOf(join(...[...tests].reverse()))).toBe(straight);
          expect(truthOf(join(...tests, ...tests))).toBe(straight);
          const [head, tail] = [tests.slice(0, at), tests.slice(at)];
          expect(truthOf(join(...(head.length === 0 ? [] : [join(...head)]), join(...tail)))).toBe(
            straight,
          );
        }
      }),
    );
  });

  it("double negation changes nothing", () => {
    fc.assert(
      fc.property(CONDITION, assignment(TRUTHS), (condition, truths) => {
        expect(truthOf(not(not(condition)), truths)).toBe(truthOf(condition, truths));
      }),
    );
  });
});

describe("a condition with unknown parts", () => {
  it("keeps a truth it already has, whatever the unknown parts turn out to be", () => {
    fc.assert(
      fc.property(
        CONDITION,
        assignment(KLEENE),
        assignment(TRUTHS),
        (condition, truths, answers) => {
          const before = truthOf(condition, truths);
          fc.pre(before !== "unknown");
          const refined = Object.fromEntries(
            FIELDS.map((field) => [
              field,
              truths[field] === "unknown"
                ? (answers[field] ?? "unknown")
                : (truths[field] ?? "unknown"),
            ]),
          );
          expect(truthOf(condition, refined)).toBe(before);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is unknown only while a blank is named, and every blank named is unknown", () => {
    fc.assert(
      fc.property(CONDITION, assignment(TRUTHS), (condition, truths) => {
        const { truth, blanks } = traceOf(condition, truths);
        expect(truth === "unknown").toBe(blanks.length > 0);
        for (const blank of blanks) expect(truths[blank]).toBe("unknown");
      }),
      { numRuns: 300 },
    );
  });

  it("is unknown only when its blanks can make it something else", () => {
    fc.assert(
      fc.property(CONDITION, assignment(TRUTHS), (condition, truths) => {
        const { truth, blanks } = traceOf(condition, truths);
        fc.pre(truth === "unknown");
        // Where each field stands once, filling the named blanks settles it.
        const settled = (as: Truth) => ({
          ...truths,
          ...Object.fromEntries(blanks.map((blank) => [blank, as])),
        });
        expect(truthOf(condition, settled("true"))).not.toBe("unknown");
        expect(truthOf(condition, settled("false"))).not.toBe("unknown");
      }),
      { numRuns: 300 },
    );
  });

  it("without unknown parts is not unknown", () => {
    fc.assert(
      fc.property(
        CONDITION,
        assignment(["true", "false", "not-applicable"]),
        (condition, truths) => {
          expect(truthOf(condition, truths)).not.toBe("unknown");
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("tests of bounds", () => {
  const bounds = fc
    .tuple(fc.integer({ min: -5, max: 5 }), fc.nat({ max: 5 }))
    .map(([low, width]) => ({ low, high: low + width }));
  const words = fc.constantFrom(
    "at-least" as const,
    "at-most" as const,
    "above" as const,
    "below" as const,
    "is" as const,
  );

  it("are true or false only where every value between agrees", () => {
    const holds = {
      "at-least": (v: number, l: number) => v >= l,
      "at-most": (v: number, l: number) => v <= l,
      above: (v: number, l: number) => v > l,
      below: (v: number, l: number) => v < l,
      is: (v: number, l: number) => v === l,
    };
    fc.assert(
      fc.property(bounds, words, fc.integer({ min: -6, max: 11 }), ({ low, high }, word, limit) => {
        const seen: Observation =
          low === high
            ? { kind: "number", places: [], state: "known", value: low }
            : { kind: "number", places: [], state: "between", low, high, blanks: ["x"] };
        const condition: Condition = {
          join: "test",
          field: "x",
          word,
          operand: { kind: "literal", value: limit },
        };
        const { truth } = evaluate(condition, {
          asOf: TODAY,
          observe: () => seen,
          scale: () => undefined,
        });
        // Halves too: what lies between need not be whole.
        const values = Array.from(
          { length: 2 * (high - low) + 1 },
          (_each, step) => low + step / 2,
        );
        const truths = new Set(values.map((value) => holds[word](value, limit)));
        expect(truth).toBe(truths.size === 2 ? "unknown" : truths.has(true) ? "true" : "false");
      }),
      { numRuns: 400 },
    );
  });
});
