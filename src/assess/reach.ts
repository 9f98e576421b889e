import type { Test } from "../model/condition.ts";
import type { Criterion, ProofKind } from "../model/criterion.ts";
import { shapeAt } from "../model/shapes.ts";
import type { Day, Raw, RawObject } from "../model/values.ts";
import type { Edit } from "./edit.ts";
import type { Trace } from "./evaluate.ts";
import type { FactContext } from "./fact.ts";
import { numberIn } from "./fact.ts";
import { tolerableDisruption } from "./facts/mtpd.ts";
import { proofPath } from "./judge.ts";
import type { SubjectSurroundings } from "./surroundings.ts";

/** For whom edits are sought. */
export interface ReachFor {
  readonly shape: Edit["shape"];
  readonly entry: string;
  readonly asOf: Day;
  readonly criterion: Criterion;
  readonly at: SubjectSurroundings;
  readonly context: FactContext;
}

/**
 * Edits that would make a condition true (or false), the fewest first; undefined when none is known.
 * They are proposals: the caller applies them and keeps only those whose result is the one wanted.
 */
export function editsToReach(trace: Trace, wanted: boolean, reach: ReachFor): readonly Edit[] | undefined {
  const already = trace.truth === (wanted ? "true" : "false");
  if (already) return [];
  const { condition } = trace;
  switch (condition.join) {
    case "test":
      return editsForTest(condition, trace, wanted, reach);
    case "not":
      return trace.parts[0] === undefined ? undefined : editsToReach(trace.parts[0], !wanted, reach);
    case "all":
    case "any":
      return (condition.join === "all") === wanted
        ? allOf(trace.parts, wanted, reach)
        : shortestOf(trace.parts, wanted, reach);
  }
}

function allOf(parts: readonly Trace[], wanted: boolean, reach: ReachFor): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const part of parts) {
    const needed = editsToReach(part, wanted, reach);
    if (needed === undefined) return undefined;
    edits.push(...needed);
  }
  return joinEdits(edits);
}

function shortestOf(parts: readonly Trace[], wanted: boolean, reach: ReachFor): readonly Edit[] | undefined {
  const choices = parts.flatMap((part) => {
    const edits = editsToReach(part, wanted, reach);
    return edits === undefined ? [] : [edits];
  });
  return choices.reduce<readonly Edit[] | undefined>(
    (best, each) => (best === undefined || each.length < best.length ? each : best),
    undefined,
  );
}

/** One edit for each path; a later one for the same path is the same answer. */
function joinEdits(edits: readonly Edit[]): readonly Edit[] {
  const byPath = new Map(edits.map((edit) => [edit.path, edit]));
  return [...byPath.values()];
}

function editsForTest(test: Test, trace: Trace, wanted: boolean, reach: ReachFor): readonly Edit[] | undefined {
  const edit = (path: string, value: Raw): Edit => ({ shape: reach.shape, entry: reach.entry, path, value });
  if (test.field.startsWith("fact.")) return editsForFact(test.field.slice(5), trace, wanted, reach, edit);
  const value = valueFor(test, trace.against, wanted, reach);
  return value === undefined ? undefined : [edit(test.field, value)];
}

/** A value of the field for which the test comes out as wanted. */
function valueFor(test: Test, against: Raw | undefined, wanted: boolean, reach: ReachFor): Raw | undefined {
  const kind = shapeAt(reach.shape, test.field.split("."))?.shape.kind;
  switch (test.word) {
    case "is": {
      if (kind === "answer") return answer(wanted ? against : against === "yes" || against === true ? "no" : "yes", reach);
      if (kind === "clause") return clause(wanted ? against : "none");
      if (wanted) return against;
      return against === "none" ? recordedValue(kind, reach) : kind === "word" ? undefined : "none";
    }
    case "is-one-of":
      return wanted && Array.isArray(against) ? (against[0] as Raw) : undefined;
    case "recorded":
      return wanted ? recordedValue(kind, reach) : undefined;
    case "at-least":
    case "at-most":
      return wanted ? against : undefined;
    case "no-older-than":
      return wanted ? reach.asOf : undefined;
    default:
      return undefined;
  }
}

/** `yes` counts in full only with the proof that the criterion asks for. */
function answer(word: Raw | undefined, { criterion, asOf }: ReachFor): Raw | undefined {
  if (word === undefined) return undefined;
  const status = word === true ? "yes" : word === false ? "no" : word;
  return status === "yes" ? { status, evidence: freshEvidence(criterion.proof.kind, asOf) } : status;
}

function clause(word: Raw | undefined): Raw | undefined {
  return word === undefined ? undefined : { status: word };
}

export function freshEvidence(kind: ProofKind, asOf: Day): RawObject {
  const written = kind === "register" ? "document" : kind;
  return { kind: written, date: asOf };
}

function recordedValue(kind: string | undefined, { asOf, at }: ReachFor): Raw | undefined {
  switch (kind) {
    case "day":
      return asOf;
    case "span":
      return String(at.scale("rto") ?? "4 h");
    case "period":
      return "12 months";
    case "number":
      return 1;
    case "share":
      return "50 %";
    case "text":
      return "kontraktsansvarig";
    case "word":
      return undefined;
    default:
      return undefined;
  }
}

/** Facts are computed: what to write so that they come out as wanted is known fact by fact. */
function editsForFact(
  name: string,
  trace: Trace,
  wanted: boolean,
  reach: ReachFor,
  edit: (path: string, value: Raw) => Edit,
): readonly Edit[] | undefined {
  const { context } = reach;
  const read = (path: string): number | undefined => numberIn(context.read(path));
  switch (name) {
    case "stock-cover":
    case "agreed-stock-cover": {
      const path = name === "stock-cover" ? "stock.lasts" : "clauses.buffer-stock.parameters.stock";
      const lead = read("stock.lead-time");
      const hours = lead ?? 240;
      const ratio = Number(trace.against);
      const days = wanted ? Math.ceil((hours * ratio) / 24) : Math.max(0, Math.ceil((hours * ratio) / 24) - 1);
      const edits = [edit(path, `${days} d`)];
      return lead === undefined ? [...edits, edit("stock.lead-time", "10 d")] : edits;
    }
    case "rto-below-mtpd": {
      const path = "clauses.recovery-objectives.parameters.rto";
      const tolerable = tolerableDisruption(context);
      const hours = tolerable.state === "known" ? Number(tolerable.value) : 48;
      const edits = [edit(path, wanted ? `${Math.max(0, Math.ceil(hours) - 1)} h` : `${Math.ceil(hours)} h`)];
      return tolerable.state === "known" ? edits : [...edits, edit("criticality.mtpd", "48 h")];
    }
    case "sote-set":
      return wanted ? minimumTerms(edit) : [edit("clauses.exit-assistance", { status: "none" })];
    case "exercise-followed-up":
      return [edit("monitoring.last-exercise.corrective-actions", wanted ? "done" : "open")];
    case "renewal-slack":
      return wanted ? undefined : [edit("term.end", reach.asOf), edit("procurement.next.started", "no")];
    case "fixed-term":
      return undefined;
    case "types":
      return undefined;
    default:
      return undefined;
  }
}

function minimumTerms(edit: (path: string, value: Raw) => Edit): readonly Edit[] {
  const clauses = ["continuity-plan", "flow-down", "exit-assistance", "duty-to-continue", "liquidated-damages", "termination"];
  return [
    ...clauses.map((id) => edit(`clauses.${id}`, { status: "present" })),
    edit("procurement.award-reasons-15", "yes"),
  ];
}

/** The edit that renews the proof of a criterion. */
export function renewedProof(reach: ReachFor): readonly Edit[] {
  const path = proofPath(reach.criterion);
  if (path === "") return [];
  const { shape, entry, asOf, criterion } = reach;
  if (path.endsWith(".tested") || path.endsWith(".verified")) return [{ shape, entry, path, value: asOf }];
  const kind = shapeAt(shape, path.split("."))?.shape.kind;
  const holder = kind === "answer" || kind === "clause" || kind === "block" ? path : path.split(".").slice(0, -1).join(".");
  return [{ shape, entry, path: `${holder}.evidence`, value: freshEvidence(criterion.proof.kind, asOf) }];
}
