import type { ContractAssessment } from "../model/assessment.ts";
import type { Clause } from "../model/clause.ts";
import type { Condition } from "../model/condition.ts";
import type { Criterion } from "../model/criterion.ts";
import type { Preset } from "../model/preset.ts";
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
  const askedForText = criterion !== undefined && parametersRead(criterion, id, request).length > 0;
  if (isPresent(contract, id) && !askedForText) return "present";
  if (!suitsType(clause, contract)) return "not-for-type";
  if (isExcluded(clause, request)) return "does-not-apply";
  if (criterion?.statutory === true || isProportionate(clause, contract)) return undefined;
  return "not-proportionate";
}

/**
 * The parameters of clause `id` that a criterion reads, itself or through a fact. Drafting anew what
 * the contract has helps only where the values in it can be at fault.
 */
function parametersRead(
  criterion: Criterion,
  id: string,
  { factNeeds }: SelectionRequest,
): readonly string[] {
  const start = `clauses.${id}.parameters.`;
  return fieldsOf(criterion.met)
    .flatMap((field) => [field, ...throughFact(field, factNeeds)])
    .filter((field) => field.startsWith(start))
    .map((field) => field.slice(start.length));
}

/** The parameters of clause `id` that a criterion reads through a fact: no class's default need be enough for them. */
export function parametersThroughFacts(
  criterion: Criterion,
  id: string,
  { factNeeds }: SelectionRequest,
): readonly string[] {
  const start = `clauses.${id}.parameters.`;
  return fieldsOf(criterion.met)
    .flatMap((field) => throughFact(field, factNeeds))
    .filter((field) => field.startsWith(start))
    .map((field) => field.slice(start.length));
}

const FACT = "fact.";

function throughFact(field: string, needs: SelectionRequest["factNeeds"]): readonly string[] {
  return field.startsWith(FACT) ? (needs?.(field.slice(FACT.length)) ?? []) : [];
}

function fieldsOf(condition: Condition): readonly string[] {
  return condition.join === "test" ? [condition.field] : condition.of.flatMap(fieldsOf);
}

/** True when a preset is meant for a type of the contract and for the lowest class it can have. */
export function isMeantFor(preset: Preset, contract: ContractAssessment): boolean {
  const types = typesOf(contract.contract);
  return (
    preset.classes.includes(contract.classification.decided.low) &&
    (types.length === 0 ? !preset.statutory : types.some((type) => preset.types.includes(type)))
  );
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
