import type { Test } from "../model/condition.ts";
import type { ProofKind } from "../model/criterion.ts";
import { shapeAt } from "../model/shapes.ts";
import type { Day, Raw, RawObject } from "../model/values.ts";
import type { Edit } from "./edit.ts";
import { joinEdits } from "./edit.ts";
import type { Trace } from "./evaluate.ts";
import { ANY_CLASS, proofPath } from "./judge.ts";
import { editsForFact } from "./reach-fact.ts";
import type { ReachFor } from "./reach-for.ts";
import { recordedValue } from "./recorded-value.ts";

/**
 * Edits that would make a condition true (or false), the fewest first; undefined when none is known.
 * They are proposals: the caller applies them and keeps only those whose result is the one wanted.
 */
export function editsToReach(
  trace: Trace,
  wanted: boolean,
  reach: ReachFor,
): readonly Edit[] | undefined {
  const already = trace.truth === (wanted ? "true" : "false");
  if (already) return [];
  const { condition } = trace;
  switch (condition.join) {
    case "test":
      return editsForTest(condition, trace, wanted, reach);
    case "not":
      return trace.parts[0] === undefined
        ? undefined
        : editsToReach(trace.parts[0], !wanted, reach);
    case "all":
    case "any":
      return (condition.join === "all") === wanted
        ? allOf(trace.parts, wanted, reach)
        : shortestOf(trace.parts, wanted, reach);
  }
}

function allOf(
  parts: readonly Trace[],
  wanted: boolean,
  reach: ReachFor,
): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const part of parts) {
    const needed = editsToReach(part, wanted, reach);
    if (needed === undefined) return undefined;
    edits.push(...needed);
  }
  return joinEdits(edits);
}

function shortestOf(
  parts: readonly Trace[],
  wanted: boolean,
  reach: ReachFor,
): readonly Edit[] | undefined {
  const choices = parts.flatMap((part) => {
    const edits = editsToReach(part, wanted, reach);
    return edits === undefined ? [] : [edits];
  });
  return choices.reduce<readonly Edit[] | undefined>(
    (best, each) => (best === undefined || each.length < best.length ? each : best),
    undefined,
  );
}

function editsForTest(
  test: Test,
  trace: Trace,
  wanted: boolean,
  reach: ReachFor,
): readonly Edit[] | undefined {
  if (test.field.startsWith("fact."))
    return editsForFact(test.field.slice(5), trace, wanted, reach);
  const value = valueFor(test, trace.against, wanted, reach);
  return value === undefined
    ? undefined
    : [{ shape: reach.shape, entry: reach.entry, path: test.field, value }];
}

/** A value of the field for which the test comes out as wanted. */
function valueFor(
  test: Test,
  against: Raw | undefined,
  wanted: boolean,
  reach: ReachFor,
): Raw | undefined {
  const shape = shapeAt(reach.shape, test.field.split("."))?.shape;
  switch (test.word) {
    case "is":
      if (shape?.kind === "answer")
        return answer(against, wanted, shape.fields !== undefined, reach);
      if (shape?.kind === "clause")
        return against === undefined ? undefined : { status: wanted ? against : "none" };
      return wanted ? against : recordedValue(test.field, against, reach);
    case "is-one-of":
      return wanted && Array.isArray(against) ? (against[0] as Raw) : undefined;
    case "recorded":
      return wanted ? recordedValue(test.field, "none", reach) : undefined;
    case "at-least":
    case "at-most":
      return wanted ? against : undefined;
    case "no-older-than":
      return wanted ? reach.asOf : undefined;
    // Nobody can be told what to write for the other words.
    default:
      return undefined;
  }
}

/** `yes` counts in full only with the proof that the criterion asks for, where the answer can carry one. */
function answer(
  against: Raw | undefined,
  wanted: boolean,
  carriesProof: boolean,
  reach: ReachFor,
): Raw {
  const isYes = (against === "yes" || against === true) === wanted;
  if (!isYes) return "no";
  return carriesProof
    ? { status: "yes", evidence: freshEvidence(proofKindFor(reach), reach.asOf) }
    : "yes";
}

/** The proof that the criterion asks for at the class in question. */
function proofKindFor({ criterion, at }: ReachFor): ProofKind {
  return criterion.proof.kind[at.class ?? ANY_CLASS];
}

function freshEvidence(kind: ProofKind, asOf: Day): RawObject {
  return { kind: kind === "register" ? "document" : kind, date: asOf };
}

/** The edit that renews the proof of a criterion. */
export function renewedProof(reach: ReachFor): readonly Edit[] {
  const path = proofPath(reach.criterion);
  const { shape, entry, asOf } = reach;
  const kind = proofKindFor(reach);
  if (path === "" || kind === "register" || kind === "contract-text") return [];
  if (path.endsWith(".tested") || path.endsWith(".verified"))
    return [{ shape, entry, path, value: asOf }];
  const found = shapeAt(shape, path.split("."))?.shape;
  const holder =
    found?.fields?.["evidence"] === undefined ? path.split(".").slice(0, -1).join(".") : path;
  const at = holder === "" ? "evidence" : `${holder}.evidence`;
  return [{ shape, entry, path: at, value: freshEvidence(kind, asOf) }];
}
