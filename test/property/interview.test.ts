import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Edit } from "../../src/assess/edit.ts";
import { nextQuestion } from "../../src/interview/order.ts";
import { openQuestions } from "../../src/interview/open-questions.ts";
import type { Question } from "../../src/interview/question.ts";
import { keyOf } from "../../src/interview/question.ts";
import type { Standing } from "../../src/interview/standing.ts";
import { answered, standingOf } from "../../src/interview/standing.ts";
import { contractOf, supplierOf } from "../../src/load/build.ts";
import type { ContractAssessment } from "../../src/model/assessment.ts";
import { CLASSES } from "../../src/model/classes.ts";
import type { Condition } from "../../src/model/condition.ts";
import { SEVERITIES } from "../../src/model/criterion.ts";
import type { Register } from "../../src/model/register.ts";
import type { Raw } from "../../src/model/values.ts";
import { assessRegister, contractIn } from "../support/assess-register.ts";
import type { Files } from "../support/edit-text.ts";
import { editText } from "../support/edit-text.ts";
import { generatedRegister } from "../support/generated-register.ts";
import { TODAY } from "../support/memory-platform.ts";
import { exampleFiles, loadFiles, textOf } from "../support/register-of.ts";
import { SHIPPED } from "../support/shipped-catalogue.ts";

function standingIn(register: Register, id: string): Standing {
  const standing = standingOf(
    {
      register,
      catalogue: SHIPPED,
      asOf: TODAY,
      toolVersion: "0.0.0",
      make: { contract: contractOf, supplier: supplierOf },
    },
    id,
  );
  if (standing === undefined) throw new Error(`no contract ${id}`);
  return standing;
}

// --- the same by brute force: every answer is typed into the files, and all of them read and assessed -----

interface Weighed {
  readonly key: string;
  readonly decides: boolean;
  readonly classes: number;
  readonly bounds: number;
  readonly severity: number;
  readonly criterion: string;
  readonly path: string;
  readonly entry: string;
}

/** The first question by the slow way; undefined when none is open. */
function slowNext(
  files: Files,
  id: string,
  candidates: ReadonlyMap<string, Question>,
  asked: ReadonlySet<string>,
): string | undefined {
  const { register } = loadFiles(files);
  const before = contractIn(assessRegister(register), id);
  const open = slowOpenings(before, register).filter(({ key }) => !asked.has(key));
  const weighed = open.map((opening): Weighed => {
    const tried = candidates.get(opening.key)?.candidates ?? [];
    const after = tried.map((edits) => assessedAfter(files, register, edits, id));
    return {
      ...opening,
      classes: mean(after.map((each) => classWidth(before) - classWidth(each))),
      bounds: mean(after.map((each) => boundsWidth(before) - boundsWidth(each))),
    };
  });
  return weighed.reduce<Weighed | undefined>(
    (best, each) => (best === undefined || isBefore(each, best) ? each : best),
    undefined,
  )?.key;
}

function assessedAfter(
  files: Files,
  register: Register,
  edits: readonly Edit[],
  id: string,
): ContractAssessment {
  return contractIn(assessRegister(loadFiles(editText(files, register, edits)).register), id);
}

const NEAR = 1e-8;

function isBefore(one: Weighed, other: Weighed): boolean {
  if (one.decides !== other.decides) return one.decides;
  if (Math.abs(one.classes - other.classes) > NEAR) return one.classes > other.classes;
  if (Math.abs(one.bounds - other.bounds) > NEAR) return one.bounds > other.bounds;
  if (one.severity !== other.severity) return one.severity > other.severity;
  const keys = (each: Weighed): readonly string[] => [each.criterion, each.path, each.entry];
  const differing = keys(one).findIndex((each, index) => each !== keys(other)[index]);
  return (keys(one)[differing] ?? "") < (keys(other)[differing] ?? "");
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
}

function classWidth({ classification: { decided } }: ContractAssessment): number {
  return CLASSES.indexOf(decided.high) - CLASSES.indexOf(decided.low);
}

function boundsWidth({ preparedness }: ContractAssessment): number {
  return preparedness === undefined ? 0 : preparedness.bounds.high - preparedness.bounds.low;
}

type Opening = Omit<Weighed, "classes" | "bounds">;

/** Blanks as the assessment itself lists them. */
function slowOpenings(assessed: ContractAssessment, register: Register): readonly Opening[] {
  const { classification, contract } = assessed;
  const openings = new Map<string, Opening>();
  const { low, high } = classification.decided;
  const add = (
    shape: "contract" | "supplier",
    entry: string,
    path: string,
    decides: boolean,
    criterion: string,
  ): void => {
    const key = `${shape} ${entry} ${path}`;
    const severity = CLASSES.slice(CLASSES.indexOf(low), CLASSES.indexOf(high) + 1)
      .map((each) => SHIPPED.criteria.get(criterion)?.severity[each])
      .findLast((each) => each !== undefined);
    const grave = severity === undefined ? -1 : SEVERITIES.indexOf(severity);
    const made = { key, decides, severity: grave, criterion, path, entry };
    const known = openings.get(key);
    const first =
      known === undefined ||
      made.severity > known.severity ||
      (made.severity === known.severity && criterion < known.criterion);
    const kept = first ? made : known;
    openings.set(key, { ...kept, decides: decides || known?.decides === true });
  };
  if (low !== high)
    for (const path of classification.decisive) add("contract", contract.id, path, true, "");
  const judgements = [
    ...assessed.judgements.map((each) => ({ ...each, shape: "contract" as const, of: contract })),
    ...assessed.supplierJudgements.map((each) => ({
      ...each,
      shape: "supplier" as const,
      of: register.suppliers.find(({ id }) => id === each.supplier),
    })),
  ];
  for (const { verdict, blanks, criterion, shape, of } of judgements) {
    if (verdict !== "unknown" || of === undefined) continue;
    for (const path of blanks) {
      if (path === "class") continue;
      const written = valueAt(of.raw, path.split("."));
      if (isBlank(written) || path === proofFieldOf(criterion))
        add(shape, of.id, path, false, criterion);
    }
  }
  return [...openings.values()];
}

function valueAt(value: Raw | undefined, [step, ...rest]: readonly string[]): Raw | undefined {
  if (step === undefined) return value;
  if (typeof value !== "object" || value === null) return undefined;
  return valueAt((value as Readonly<Record<string, Raw>>)[step], rest);
}

function isBlank(value: Raw | undefined): boolean {
  return value === undefined || value === null || value === "unknown";
}

function proofFieldOf(id: string): string {
  const criterion = SHIPPED.criteria.get(id);
  const firstOf = (condition: Condition): string | undefined =>
    condition.join === "test"
      ? condition.field
      : condition.of.map(firstOf).find((each) => each !== undefined && !each.startsWith("fact."));
  return criterion?.proof.of ?? (criterion === undefined ? "" : (firstOf(criterion.met) ?? ""));
}

// --- the two ways agree -------------------------------------------------------------------------------

interface Compared {
  readonly questions: number;
  /** Those asked for a criterion alone. */
  readonly ofCriteria: number;
}

/** Asks as an interview does, answers by the script, and compares each next question with the slow way. */
function compareWays(start: Files, id: string, script: readonly number[]): Compared {
  let files = start;
  let standing = standingIn(loadFiles(files).register, id);
  const asked = new Set<string>();
  const compared = { questions: 0, ofCriteria: 0 };
  for (const choice of [...script, 0]) {
    const candidates = new Map(openQuestions(standing).map((each) => [keyOf(each), each]));
    const next = nextQuestion(standing, asked);
    const key = next === undefined ? undefined : keyOf(next);
    expect(key).toBe(slowNext(files, id, candidates, asked));
    if (next === undefined) return compared;
    compared.questions += 1;
    if (!next.decidesClass) compared.ofCriteria += 1;
    asked.add(keyOf(next));
    const edits = next.candidates[choice % next.candidates.length] ?? [];
    files = editText(files, loadFiles(files).register, edits);
    standing = answered(standing, edits);
  }
  return compared;
}

describe("the next question", () => {
  test.each([
    ["FX-09", [1, 0]],
    ["FX-04", [0]],
    ["FX-05", [0]],
  ] as const)("is the one found by brute force: %s of the ten contracts", (id, script) => {
    expect(compareWays(exampleFiles("ten-contracts"), id, script).questions).toBeGreaterThan(1);
  });

  test("is the one found by brute force in generated registers", () => {
    const compared = { questions: 0, ofCriteria: 0 };
    fc.assert(
      fc.property(
        generatedRegister,
        fc.array(fc.nat(3), { minLength: 1, maxLength: 2 }),
        fc.nat(1),
        (entries, script, pick) => {
          // Every answer is read and judged in the whole register: a small one must do.
          const contracts = (entries["contracts"] as readonly unknown[]).slice(0, 2);
          const files = { "register.yaml": textOf({ ...entries, contracts }) };
          const assessed = assessRegister(loadFiles(files).register).contracts;
          const contract = assessed[pick % Math.max(1, assessed.length)]?.contract.id;
          if (contract === undefined) return;
          const { questions, ofCriteria } = compareWays(files, contract, script);
          compared.questions += questions;
          compared.ofCriteria += ofCriteria;
        },
      ),
      { numRuns: 10, seed: 20261124 },
    );
    expect(compared.questions).toBeGreaterThan(15);
    expect(compared.ofCriteria).toBeGreaterThan(5);
  });
});
