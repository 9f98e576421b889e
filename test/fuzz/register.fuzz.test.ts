import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Loaded } from "../../src/load/register.ts";
import { loadRegister } from "../../src/load/register.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { isError } from "../../src/model/diagnostic.ts";
import { Failure } from "../../src/model/failure.ts";
import { LANGUAGES, parseDay } from "../../src/model/values.ts";
import { nodePlatform } from "../../src/platform/node.ts";
import { sayDiagnostic } from "../../src/render/diagnostics.ts";
import { removeFolder } from "../support/measured-tool.ts";
import { PROJECT } from "../support/run-tool.ts";
import { wordingFor } from "../support/wording.ts";

/** A seed of one's own finds other mistakes: FUZZ_SEED=7 FUZZ_CASES=5000. */
const SEED = Number(process.env["FUZZ_SEED"] ?? 20261124);
const CASES = Number(process.env["FUZZ_CASES"] ?? 400);
const MOST_MILLISECONDS = 20_000 * Math.max(1, CASES / 400);

const SOURCES = [
  "minimal/register.yaml",
  "ten-contracts/register.yaml",
  "kommun/organisation.yaml",
  "kommun/contracts/bildning.yaml",
].map((name) => readFileSync(`${PROJECT}examples/${name}`));
const WORDINGS = LANGUAGES.map((language) => wordingFor(language, ["diagnostics"]));

/** A small generator of even numbers from 0 up to 1, the same on every machine (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PIECES = [
  "\0",
  "\t",
  "\r",
  "\u{feff}",
  "- ",
  ": ",
  " #",
  '"',
  "'",
  "[",
  "]",
  "{",
  "}",
  "&a ",
  "*a ",
  "!x ",
  "|\n",
  ">",
  "%",
  "---\n",
  "? ",
  "<<: ",
  "~",
  "NO",
  "010",
  "1:30",
  "9999-12-31",
  "{{x}}",
  "{a}",
  "__proto__: ",
  "constructor: ",
  "\u202e",
  "\ud83d\ude00",
  "é",
];

type Mutation = (bytes: Buffer, pick: (below: number) => number) => Buffer;

const MUTATIONS: readonly Mutation[] = [
  (bytes, pick) => {
    const changed = Buffer.from(bytes);
    changed[pick(bytes.length)] = pick(256);
    return changed;
  },
  (bytes, pick) => {
    const at = pick(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + pick(40))]);
  },
  (bytes, pick) => {
    const at = pick(bytes.length);
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from(PIECES[pick(PIECES.length)] ?? ""),
      bytes.subarray(at),
    ]);
  },
  (bytes, pick) => bytes.subarray(0, pick(bytes.length)),
  changeLines((lines, pick) => lines.toSpliced(pick(lines.length), 1)),
  changeLines((lines, pick) => {
    const at = pick(lines.length);
    return lines.toSpliced(pick(lines.length), 0, lines[at] ?? "");
  }),
  changeLines((lines, pick) => {
    const at = pick(lines.length);
    return lines.with(at, " ".repeat(pick(4)) + (lines[at] ?? ""));
  }),
  changeLines((lines, pick) => {
    const at = pick(lines.length);
    return lines.with(at, (lines[at] ?? "").replace(/^ {2}/u, ""));
  }),
  changeLines((lines, pick) => {
    const at = pick(lines.length);
    return lines.with(
      at,
      (lines[at] ?? "").replace(/: .*/u, `: ${PIECES[pick(PIECES.length)] ?? ""}`),
    );
  }),
  changeLines((lines, pick) => {
    const from = pick(lines.length);
    return lines.toSpliced(from, pick(20), ...lines.slice(pick(lines.length)).slice(0, 5));
  }),
];

function changeLines(
  change: (lines: readonly string[], pick: (below: number) => number) => readonly string[],
): Mutation {
  return (bytes, pick) => Buffer.from(change(bytes.toString("utf8").split("\n"), pick).join("\n"));
}

/** The mutated register of a number: one to three changes in one of the examples. */
function mutate(index: number): Buffer {
  const next = generator(SEED + index);
  const pick = (below: number): number => Math.floor(next() * Math.max(1, below));
  let bytes = Buffer.from(SOURCES[index % SOURCES.length] ?? "");
  for (let times = 1 + pick(3); times > 0; times -= 1) {
    bytes = Buffer.from((MUTATIONS[pick(MUTATIONS.length)] ?? ((same) => same))(bytes, pick));
  }
  return bytes;
}

const TODAY = parseDay("2026-11-24");
const NOWHERE: Pick<Loaded, "locate" | "lineOf"> = {
  locate: () => undefined,
  lineOf: () => undefined,
};

interface Outcome {
  readonly exit: 0 | 3;
  readonly diagnostics: readonly Diagnostic[];
  readonly source: Pick<Loaded, "locate" | "lineOf">;
}

/** Reads as `validate` does; anything that is thrown but a failure of ours is a defect and passes through. */
function read(path: string): Outcome {
  if (TODAY === undefined) throw new Error("no such day");
  try {
    const loaded = loadRegister([path], nodePlatform(), {
      today: TODAY,
      criteria: new Set(["exit-plan", "exercise-held"]),
    });
    expect(loaded.register === undefined).toBe(loaded.diagnostics.some(isError));
    return {
      exit: loaded.register === undefined ? 3 : 0,
      diagnostics: loaded.diagnostics,
      source: loaded,
    };
  } catch (error) {
    if (!(error instanceof Failure) || error.exitCode !== 3) throw error;
    return { exit: 3, diagnostics: error.diagnostics, source: NOWHERE };
  }
}

function expectSound(
  diagnostic: Diagnostic,
  source: Outcome["source"],
  path: string,
  length: number,
  original: string,
): void {
  for (const wording of WORDINGS) {
    const { message, help, start, end, file } = sayDiagnostic(diagnostic, wording, source);
    expect(file).toBe(path);
    expect(message.trim()).not.toBe("");
    for (const text of [message, help]) {
      expect(text).not.toMatch(/undefined|\[object|NaN/u);
      for (const [left] of text.matchAll(/\{[a-z][a-z-]*\}/gu))
        expect(original, `left over: ${left}`).toContain(left);
    }
    if (start === undefined || end === undefined) continue;
    expect(start.line).toBeGreaterThan(0);
    expect(start.column).toBeGreaterThan(0);
    expect(start.offset).toBeLessThanOrEqual(end.offset);
    expect(end.offset).toBeLessThanOrEqual(length);
  }
}

describe("a register with accidental damage", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "fuzz-"));
  });
  afterAll(() => {
    removeFolder(folder);
  });

  it("is read or refused with places and words, and never stops the reader", () => {
    const path = join(folder, "register.yaml");
    const until = performance.now() + MOST_MILLISECONDS;
    let run = 0;
    let refused = 0;
    for (; run < CASES && performance.now() < until; run += 1) {
      const bytes = mutate(run);
      writeFileSync(path, bytes);
      const text = bytes.toString("utf8");
      let outcome: Outcome;
      try {
        outcome = read(path);
      } catch (error) {
        throw new Error(`case ${run} of seed ${SEED}`, { cause: error });
      }
      expect(outcome.exit === 3).toBe(outcome.diagnostics.some(isError));
      for (const diagnostic of outcome.diagnostics) {
        expect([run, diagnostic.at === undefined]).toEqual([run, false]);
        expectSound(diagnostic, outcome.source, path, text.length, text);
      }
      if (outcome.exit === 3) refused += 1;
    }
    expect(run).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(run / 4);
    expect(refused).toBeLessThan(run);
  });
});
