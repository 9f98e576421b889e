import { SHAPES } from "../../model/fields.ts";
import type { Shape, ValueKind } from "../../model/shape.ts";
import { shapeAt } from "../../model/shapes.ts";

/** How a field is answered on a form. */
export interface AnswerForm {
  /** Name of the list of words that may be chosen; empty where there is none. */
  readonly list: string;
  /** Register words, in the order in which they are offered. */
  readonly words: readonly string[];
  /** `choice`: one of the words; the others: something written, or one of the words where there are any. */
  readonly kind: "choice" | "day" | "count" | "written";
  /** What is written, for the hint. */
  readonly value: ValueKind;
  /** True where what proves the answer can be written beside it. */
  readonly proven: boolean;
}

/** Shapes of whole numbers from 0 on. */
const COUNTS: ReadonlySet<string> = new Set(["count", "per-year"]);

/** Facts that are known without proof, or that only say whom a question concerns. */
const UNPROVEN =
  /^(?:flags|criticality|term|type|also|stage|procurement\.next|general-terms)(?:\.|$)/u;

/** How the field at a path of an entry is answered. */
export function answerForm(shape: string, path: string): AnswerForm {
  const steps = path.split(".");
  const found = shapeAt(shape, steps);
  if (found === undefined) throw new Error(`no field ${path} of ${shape}`);
  const words = wordsOf(found.shape);
  const proven = !UNPROVEN.test(path) && carriesEvidence(shape, steps);
  const base = {
    list: words.length === 0 ? "" : found.name,
    words,
    value: found.shape.kind,
    proven,
  };
  switch (found.shape.kind) {
    case "answer":
    case "clause":
    case "word":
      return { ...base, kind: "choice" };
    case "day":
      // Where "never" is an answer too, the cell must take it.
      return { ...base, kind: found.name === "day" ? "day" : "written" };
    // What has no list of words of its own is written, and what may be chosen beside it is offered.
    default:
      return { ...base, kind: COUNTS.has(found.name) ? "count" : "written" };
  }
}

/** The words of a field, `unknown` last; what only the long form takes is among them. */
function wordsOf(shape: Shape): readonly string[] {
  const status = SHAPES[shape.fields?.["status"] ?? ""];
  const words = (shape.kind === "answer" || shape.kind === "clause" ? status : undefined) ?? shape;
  const all = new Set([...(shape.words ?? []), ...(words.words ?? [])]);
  if (all.size === 0) return [];
  all.delete("unknown");
  return [...all, "unknown"];
}

/** True where the field, or a block that holds it, may carry evidence. */
function carriesEvidence(shape: string, steps: readonly string[]): boolean {
  return steps.some((_, index) => {
    const found = shapeAt(shape, steps.slice(0, index + 1))?.shape;
    return found?.fields?.["evidence"] !== undefined && found.kind !== "list";
  });
}
