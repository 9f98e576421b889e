import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import type { Raw, RawObject } from "../../src/model/values.ts";
import { isRawList, isRawObject } from "../../src/model/values.ts";
import type { Amendment } from "../../src/source/amend.ts";
import { amend } from "../../src/source/amend.ts";
import { childPointer, stepsOf } from "../../src/source/document.ts";
import { changedLines } from "../support/changed-lines.ts";
import { style, styled } from "../support/styled-yaml.ts";
import { readableText, yamlText } from "../support/yaml-texts.ts";

/** A seed of one's own finds other texts: AMEND_SEED=7 AMEND_RUNS=50000. */
const SEED = Number(process.env["AMEND_SEED"] ?? 20261124);
const RUNS = Number(process.env["AMEND_RUNS"] ?? 400);

/** What the package makes of the whole text: neither our cut nor our fast reader. */
function valueOf(text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors[0] !== undefined) throw document.errors[0];
  return document.toJS() as unknown;
}

/** The value with another set in it; the words of answers and clauses become their long form's status. */
function setIn(value: Raw | undefined, steps: readonly string[], next: Raw): Raw {
  const [step, ...rest] = steps;
  if (step === undefined) return next;
  if (isRawList(value) || (step === "-" && !isRawObject(value))) {
    const list = isRawList(value) ? value : [];
    const index = step === "-" ? list.length : Number(step);
    return list.toSpliced(index, 1, setIn(list[index], rest, next));
  }
  const isWord = typeof value === "string" && value !== "unknown";
  const map = isRawObject(value) ? value : isWord ? { status: value } : {};
  return { ...map, [step]: setIn(Object.hasOwn(map, step) ? map[step] : undefined, rest, next) };
}

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

const text = fc.oneof(
  fc.constantFrom(
    "Avtal om mat",
    "no",
    "yes",
    "010",
    "1:30",
    "a: b",
    "#",
    "x #12",
    " a ",
    "",
    "null",
    "~",
  ),
  fc.constantFrom(
    "12.3",
    "- a",
    "[x",
    "a, b",
    "{c}",
    "it's",
    '"q"',
    "rad ett\nrad två",
    "a\n\nb\n",
    "&a",
    "*a",
    "!x",
  ),
  fc.constantFrom(
    "2026-11-24",
    "48 h",
    "35 %",
    "åäö",
    "日本 😀",
    "a\tb",
    "\u2028",
    "%x",
    "a:b",
    "...",
    "---",
    "Se: *obs",
  ),
  fc.constantFrom(
    "\u0000",
    "\ud800",
    "\u{feff}x",
    "x\u202ey",
    "\u0085",
    "a\u00a0b",
    "\r\n",
    "\u007f",
  ),
  fc.string({
    unit: fc.constantFrom(...Array.from("ab 1-:#'\"[]{},.0?!&*|>%~\\\n\t")),
    maxLength: 10,
  }),
);
const word = fc.constantFrom("yes", "no", "partly", "unknown");
const state = fc.constantFrom("present", "none", "general-terms-only");
const day = fc.constantFrom("2026-05-10", "2025-12-31");

const answer = fc.oneof(word, fc.record({ status: word, date: maybe(day), note: maybe(text) }));
const clause = fc.oneof(
  state,
  fc.record({
    status: state,
    ref: maybe(text),
    parameters: maybe(fc.record({ "notify-first": fc.constant("8 h") })),
  }),
);

const contract = fc.record({
  title: text,
  stage: maybe(fc.constantFrom("planned", "in-force")),
  suppliers: maybe(fc.array(fc.constantFrom("anna", "b-2", "c.3"), { maxLength: 3 })),
  unit: maybe(fc.oneof(text, fc.constant(null))),
  owner: maybe(fc.record({ role: fc.constantFrom("chef", "upphandlare"), deputy: maybe(text) })),
  term: maybe(fc.record({ start: day, end: maybe(day) })),
  flags: maybe(fc.record({ connected: maybe(word), consumables: maybe(word) })),
  clauses: maybe(
    fc.record({
      "force-majeure": maybe(clause),
      "disruption-notice": maybe(clause),
      exercises: maybe(clause),
    }),
  ),
  continuity: maybe(
    fc.record({ "plans-coordinated": maybe(answer), "buyer-fallback": maybe(answer) }),
  ),
  monitoring: maybe(
    fc.record({
      incidents: fc.oneof(
        fc.constant<Raw>("unknown"),
        fc.array(fc.record({ date: day, cause: text }), { maxLength: 2 }),
      ),
    }),
  ),
  notes: maybe(text),
  "x-å": maybe(fc.record({ a: fc.oneof(fc.constant(null), fc.integer(), fc.boolean()) })),
});

const register = fc
  .record({
    duties: maybe(fc.record({ nis2: word })),
    contracts: fc.array(contract, { minLength: 1, maxLength: 4 }),
  })
  .map(({ duties, contracts }) => ({
    kind: "register",
    version: 1,
    organisation: { id: "o", ...(duties === undefined ? {} : { duties }) },
    contracts: contracts.map((fields, at) => ({ id: `C-${at}`, ...fields })),
  }))
  .map((value) => JSON.parse(JSON.stringify(value)) as RawObject);

const incident = fc.record({ date: day, cause: text });
const evidence = fc.record({ kind: fc.constantFrom("test", "document"), ref: text, date: day });

/** An amendment of the entry at `at`, and the lines that it may take besides those of what was there. */
const within: fc.Arbitrary<{ readonly path: string; readonly value: Raw }> = fc.oneof(
  fc.record({
    path: fc.constantFrom("title", "unit", "notes", "owner/deputy", "clauses/exercises/ref"),
    value: text,
  }),
  fc.record({
    path: fc.constantFrom("term/notice", "x-å/b"),
    value: fc.constantFrom<Raw>("6 months", 12, true),
  }),
  fc.record({
    path: fc.constantFrom("clauses/exercises", "clauses/force-majeure", "clauses/exit"),
    value: state,
  }),
  fc.record({
    path: fc.constant("clauses/disruption-notice/parameters/notify-first"),
    value: fc.constant("24 h"),
  }),
  fc.record({
    path: fc.constantFrom("continuity/plans-coordinated", "flags/connected"),
    value: word,
  }),
  fc.record({ path: fc.constant("continuity/buyer-fallback/evidence"), value: evidence }),
  fc.record({
    path: fc.constant("continuity/buyer-fallback"),
    value: fc.record({ status: word, evidence, date: day }),
  }),
  fc.record({ path: fc.constant("suppliers/-"), value: fc.constantFrom("dora", "no") }),
  fc.record({ path: fc.constant("monitoring/incidents/-"), value: incident }),
  fc.record({
    path: fc.constant("suppliers"),
    value: fc.array(fc.constantFrom("anna", "eva"), { maxLength: 3 }),
  }),
  fc.record({ path: fc.constant("owner"), value: fc.record({ role: text, trained: day }) }),
);

const amendment: fc.Arbitrary<(contracts: number) => Amendment> = fc
  .record({ at: fc.nat(), amended: within })
  .map(({ at, amended }) => (contracts: number) => ({
    pointer: `/contracts/${at % contracts}/${amended.path}`,
    value: amended.value,
  }));

function stepsIn(pointer: string): readonly string[] {
  return pointer.split("/").slice(1);
}

function linesOf(value: Raw | undefined): number {
  if (!isRawList(value) && !isRawObject(value))
    return typeof value === "string" ? value.split("\n").length : 1;
  return Object.values(value).reduce<number>((sum, each) => sum + linesOf(each), 1);
}

function valueAt(value: Raw | undefined, steps: readonly string[]): Raw | undefined {
  return steps.reduce<Raw | undefined>(
    (at, step) => (typeof at === "object" && at !== null ? (at as RawObject)[step] : undefined),
    value,
  );
}

const COMMENT = /# (?:c\d+|the end)/gu;

describe("a value written into a register", () => {
  it("is there afterwards, and all else is as before: values, comments, and the lines around it", () => {
    let refused = 0;
    fc.assert(
      fc.property(register, style, amendment, (value, given, make) => {
        const before = styled(value, given);
        expect(valueOf(before)).toEqual(value);
        const change = make((value["contracts"] as readonly Raw[]).length);
        const steps = stepsIn(change.pointer);
        const old = valueAt(value, steps);
        const outcome = amend(before, [change]);
        if (!outcome.ok) {
          refused += 1;
          // A comment inside of what is replaced would be lost.
          expect(outcome.reason).toBe("would-change-more");
          expect([typeof old, given.comments]).toEqual(["object", true]);
          return;
        }
        expect(valueOf(outcome.text)).toEqual(setIn(value, steps, change.value));
        expect(outcome.text.match(COMMENT)).toEqual(before.match(COMMENT));
        expect(outcome.text.startsWith("\u{feff}")).toBe(before.startsWith("\u{feff}"));
        if (given.lineBreak === "\r\n") expect(outcome.text).not.toMatch(/[^\r]\n/u);
        else expect(outcome.text).not.toContain("\r");
        // The path's keys, a status, and what it says; a map in braces may be broken in two.
        const most = 2 * (linesOf(old) + linesOf(change.value)) + steps.length + 2;
        expect(changedLines(before, outcome.text)).toBeLessThanOrEqual(most);
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(refused).toBeLessThan(RUNS * 0.06);
  });

  it("is the same with others at once as one after the other", () => {
    fc.assert(
      fc.property(register, style, fc.array(amendment, { maxLength: 4 }), (value, given, make) => {
        const before = styled(value, given);
        const changes = make.map((each) => each((value["contracts"] as readonly Raw[]).length));
        const together = amend(before, changes);
        if (!together.ok) return;
        const expected = changes.reduce<Raw>(
          (at, { pointer, value: next }) => setIn(at, stepsIn(pointer), next),
          value,
        );
        expect(valueOf(together.text)).toEqual(expected);
        expect(together.text.match(COMMENT)).toEqual(before.match(COMMENT));
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

/** Some way into a value, and perhaps on where nothing is. */
const walk = fc.record({
  turns: fc.array(fc.nat(20), { maxLength: 5 }),
  beyond: fc.array(
    fc.constantFrom("a", "id", "-", "0", "7", "__proto__", "constructor", "", "status", "å b"),
    {
      maxLength: 2,
    },
  ),
});

function pointerInto(
  value: unknown,
  { turns, beyond }: { turns: readonly number[]; beyond: readonly string[] },
): string {
  let pointer = "";
  let at = value;
  for (const turn of turns) {
    if (typeof at !== "object" || at === null) break;
    const keys = Object.keys(at);
    const key = keys[turn % (keys.length + 1)];
    if (key === undefined) break;
    pointer = childPointer(pointer, key);
    at = (at as Record<string, unknown>)[key];
  }
  return beyond.reduce<string>(childPointer, pointer);
}

function valueOrNothing(text: string): unknown {
  try {
    return valueOf(text);
  } catch {
    return undefined;
  }
}

const anything: fc.Arbitrary<Raw> = fc.oneof(
  text,
  word,
  fc.double().map((each): Raw => each),
  fc.constantFrom<Raw>(null, true, [], {}, [[]], { a: [] }, [{ a: "b", c: { d: "e" } }], {
    __proto__x: 1,
    "a b": [1, [2]],
  }),
);

describe("any text", () => {
  for (const [name, texts] of [
    ["that looks like a register", yamlText],
    ["that can mostly be read", readableText],
  ] as const)
    it(`${name} is amended rightly or refused, and never stops the tool`, () => {
      let written = 0;
      fc.assert(
        fc.property(texts, walk, anything, (before, way, value) => {
          const old = valueOrNothing(before);
          const pointer = pointerInto(old, way);
          const outcome = amend(before, [{ pointer, value }]);
          if (!outcome.ok) {
            expect(typeof outcome.snippet).toBe("string");
            return;
          }
          // A fault elsewhere in the text is not looked for, and stays.
          if (old === undefined) return;
          written += 1;
          const expected = setIn(old as Raw, stepsOf(pointer), value);
          expect(valueOf(outcome.text)).toEqual(expected);
        }),
        { seed: SEED, numRuns: RUNS },
      );
      expect(written).toBeGreaterThan(RUNS / 20);
    });
});
