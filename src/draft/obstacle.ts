import type { ContractAssessment } from "../model/assessment.ts";
import type { Clause } from "../model/clause.ts";
import type { Condition } from "../model/condition.ts";
import type { Criterion } from "../model/criterion.ts";
import { recordedClause, typesOf } from "./recorded.ts";
import type { OmissionReason, SelectionRequest } from "./selection.ts";

/**
 * What stands in the way of drafting clause `id`: for the gap of `criterion`, or because another
 * clause leans on it. Undefined when nothing does.
 */
export function obstacleTo(
  request: SelectionRequest,
  id: string,
  criterion: Criterion | undefined,
): OmissionReason | undefined {
  const { library, without, contract } = request;
  const clause = library.get(id);
  if (clause === undefined) return "not-in-library";
  if (without.includes(id)) return "removed";
  const askedForText = criterion !== undefined && readsClause(criterion.met, id);
  if (isPresent(contract, id) && !askedForText) return "present";
  if (!suitsType(clause, contract)) return "not-for-type";
  if (isExcluded(clause, request)) return "does-not-apply";
  if (criterion?.statutory === true || isProportionate(clause, contract)) return undefined;
  return "not-proportionate";
}

/** Drafting anew what the contract has helps only where the criterion finds fault with that very clause. */
function readsClause(condition: Condition, id: string): boolean {
  if (condition.join !== "test") return condition.of.some((part) => readsClause(part, id));
  return condition.field === `clauses.${id}` || condition.field.startsWith(`clauses.${id}.`);
}

/** True when the register says that the contract has the clause. */
export function isPresent(contract: ContractAssessment, id: string): boolean {
  return recordedClause(contract.contract.raw, id).status === "present";
}

/** True when the clause is written for a type of the contract, or the type is not known. */
export function suitsType(clause: Clause, contract: ContractAssessment): boolean {
  const types = typesOf(contract.contract);
  return types.length === 0 || types.some((type) => clause.types.includes(type));
}

/** True when the lowest class that the contract can have is enough for the clause. */
export function isProportionate(clause: Clause, contract: ContractAssessment): boolean {
  return clause.classes.includes(contract.classification.decided.low);
}

/** True when the clause's own condition is known not to hold. */
export function isExcluded(clause: Clause, request: SelectionRequest): boolean {
  return clause.applies !== undefined && request.applies?.(clause) === "false";
}
