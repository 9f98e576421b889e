import { proofPath } from "../assess/judge.ts";
import type { CriticalityClass } from "../model/classes.ts";
import type { Criterion, ProofKind } from "../model/criterion.ts";
import { shapeAt } from "../model/shapes.ts";

/** Where the evidence of an answer is written, and the kind that counts in full. */
export interface ProofPlace {
  /** Dotted path of the field that carries the evidence; empty for the entry itself. */
  readonly holder: string;
  /** True when that is the answered field itself, in its long form. */
  readonly own: boolean;
  readonly kind: "test" | "document" | "supplier-statement";
}

/**
 * The place of the evidence of an answer to a field, as far as a criterion weighs evidence there;
 * undefined where an answer carries none, or where it is its own proof. Without a criterion (a class
 * fact) only an answer with a long form carries evidence.
 */
export function proofPlace(
  shape: string,
  path: string,
  criterion: Criterion | undefined,
  criticality: CriticalityClass,
): ProofPlace | undefined {
  // The day of a test is itself the proof of one.
  if (/\.(tested|verified)$/u.test(path)) return undefined;
  const kind = criterion?.proof.kind[criticality] ?? "document";
  const steps = path.split(".");
  const own = carriesEvidence(shape, steps);
  const isAnswer = shapeAt(shape, steps)?.shape.kind === "answer";
  if (own && isAnswer) return { holder: path, own, kind: weighed(kind) ?? "document" };
  const proof = criterion === undefined ? "" : proofPath(criterion);
  const asked = weighed(kind);
  if (asked === undefined || proof === "") return undefined;
  const holder = holderOf(shape, steps);
  if (holder === undefined || holder !== holderOf(shape, proof.split("."))) return undefined;
  return { holder, own: own && holder === path, kind: asked };
}

/** The contract's text and what is computed are their own proof. */
function weighed(kind: ProofKind): ProofPlace["kind"] | undefined {
  return kind === "contract-text" || kind === "register" ? undefined : kind;
}

function holderOf(shape: string, steps: readonly string[]): string | undefined {
  for (let length = steps.length; length >= 0; length -= 1) {
    const upTo = steps.slice(0, length);
    if (carriesEvidence(shape, upTo)) return upTo.join(".");
  }
  return undefined;
}

/** The items of a list carry evidence by themselves; a list as such does not. */
function carriesEvidence(shape: string, steps: readonly string[]): boolean {
  const found = shapeAt(shape, steps)?.shape;
  return found?.fields?.["evidence"] !== undefined && found.kind !== "list";
}
