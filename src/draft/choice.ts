import { byCodeUnits } from "../model/values.ts";
import type { ChoiceReason, OmissionReason, SelectionRequest } from "./selection.ts";

/** The choice of clauses for one contract while it is being made. */
export interface Choice {
  readonly request: SelectionRequest;
  /** Why each clause is taken, by id. */
  readonly reasons: Map<string, ChoiceReason[]>;
  /** Why a clause is not taken, and which chosen clause keeps it out. */
  readonly omitted: Map<
    string,
    { readonly because: OmissionReason; readonly by: string | undefined }
  >;
}

/** Takes clause `id` for a reason; the same gap is one reason, known where it is known of any supplier. */
export function addReason(choice: Choice, id: string, reason: ChoiceReason): void {
  const reasons = choice.reasons.get(id) ?? [];
  choice.reasons.set(id, reasons);
  const same = reasons.findIndex((other) => isSameGap(other, reason));
  if (same === -1) reasons.push(reason);
  else if (isKnown(reason)) reasons[same] = reason;
}

/** Several suppliers of a contract may have the same gap: it is one reason. */
function isSameGap(left: ChoiceReason, right: ChoiceReason): boolean {
  return "criterion" in left && "criterion" in right && left.criterion.id === right.criterion.id;
}

/** True for a gap that is known to be one. */
export function isKnown(reason: ChoiceReason): boolean {
  return "judgement" in reason && reason.judgement.verdict !== "unknown";
}

/** Notes why clause `id` is not taken; what was noted first stands. */
export function omit(
  choice: Choice,
  id: string,
  because: OmissionReason | undefined,
  by?: string,
): void {
  if (because !== undefined && !choice.omitted.has(id)) choice.omitted.set(id, { because, by });
}

/** A chosen clause beside which clause `id` cannot stand; undefined when there is none. */
export function excluderOf(choice: Choice, id: string): string | undefined {
  const { library } = choice.request;
  return [...choice.reasons.keys()]
    .filter((other) => other !== id)
    .sort(byCodeUnits)
    .find(
      (other) =>
        library.get(other)?.excludes.includes(id) === true ||
        library.get(id)?.excludes.includes(other) === true,
    );
}

/** From the strongest reason for keeping a clause to the weakest. */
const STRENGTHS: Readonly<Record<ChoiceReason["kind"], number>> = {
  statutory: 0,
  mandatory: 0,
  asked: 1,
  gap: 2,
  preset: 3,
  "needed-by": 4,
};

/** Of two clauses that exclude each other the one with the stronger reason stays, else the first by code. */
export function resolveExclusions(choice: Choice): void {
  const { library } = choice.request;
  const strengthOf = (id: string): number =>
    Math.min(...(choice.reasons.get(id) ?? []).map(({ kind }) => STRENGTHS[kind]));
  const weakestFirst = [...choice.reasons.keys()].sort(
    (left, right) =>
      strengthOf(right) - strengthOf(left) ||
      byCodeUnits(library.get(right)?.code ?? right, library.get(left)?.code ?? left),
  );
  for (const id of weakestFirst) {
    const by = excluderOf(choice, id);
    if (by === undefined) continue;
    choice.reasons.delete(id);
    choice.omitted.set(id, { because: "excluded", by });
  }
}
