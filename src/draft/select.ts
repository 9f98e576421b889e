import type { Judgement } from "../model/assessment.ts";
import type { CriticalityClass } from "../model/classes.ts";
import type { Clause } from "../model/clause.ts";
import type { Criterion } from "../model/criterion.ts";
import { byCodeUnits } from "../model/values.ts";
import { isExcluded, isPresent, isProportionate, obstacleTo, suitsType } from "./obstacle.ts";
import type {
  ChoiceReason,
  ChoiceRemark,
  OmissionReason,
  Selection,
  SelectionRequest,
  UnknownGap,
} from "./selection.ts";

/** The choice while it is being made. */
interface Choice {
  readonly request: SelectionRequest;
  readonly reasons: Map<string, ChoiceReason[]>;
  readonly omitted: Map<string, OmissionReason>;
}

/** Which clauses a contract needs, why each is there, and what was left out. */
export function selectClauses(request: SelectionRequest): Selection {
  const choice: Choice = { request, reasons: new Map(), omitted: new Map() };
  for (const id of request.asked) {
    if (!request.library.has(id)) choice.omitted.set(id, "not-in-library");
    else if (request.without.includes(id)) choice.omitted.set(id, "removed");
    else choice.reasons.set(id, [{ kind: "asked" }]);
  }
  const unknown = takeGaps(choice);
  takeNeeded(choice);
  const chosen = [...choice.reasons].flatMap(([id, reasons]) => {
    const clause = request.library.get(id);
    return clause === undefined ? [] : [{ clause, reasons, remarks: remarksOn(clause, choice) }];
  });
  return {
    chosen: chosen.sort((left, right) => byCodeUnits(left.clause.code, right.clause.code)),
    omitted: [...choice.omitted]
      .filter(([id]) => !choice.reasons.has(id))
      .map(([clause, because]) => ({ clause, because }))
      .sort((left, right) => byCodeUnits(left.clause, right.clause)),
    unknown,
  };
}

function takeGaps(choice: Choice): readonly UnknownGap[] {
  const { contract, criteria } = choice.request;
  const unknown = new Map<string, UnknownGap>();
  for (const judgement of [...contract.judgements, ...contract.supplierJudgements]) {
    const criterion = criteria.get(judgement.criterion);
    if (criterion === undefined || criterion.remedy.clauses.length === 0) continue;
    if (criterion.level !== "contract" && !criterion.statutory) continue;
    const verdict = verdictAtLowestClass(judgement, contract.classification.decided.low);
    const drafted =
      verdict === "not-met" || (verdict === "unknown" && takesUnknown(choice.request));
    if (drafted) takeRemedies(choice, criterion, judgement);
    if (judgement.verdict !== "unknown" || verdict === "not-met" || judgement.accepted) continue;
    if (!unknown.has(criterion.id)) unknown.set(criterion.id, { criterion, judgement, drafted });
    if (verdict === "unknown") continue;
    for (const id of criterion.remedy.clauses) omit(choice, id, "not-proportionate");
  }
  return [...unknown.values()];
}

/** What is not signed yet has no clauses that one could fail to know of. */
function takesUnknown({ allGaps, contract }: SelectionRequest): boolean {
  const { stage } = contract.contract;
  return allGaps || stage === "planned" || stage === "tendering";
}

/**
 * A class that is only known to lie between two never brings in the terms of the higher one: where
 * the classes disagree, the verdict at the lowest counts.
 */
function verdictAtLowestClass(
  judgement: Judgement,
  lowest: CriticalityClass,
): Judgement["verdict"] {
  const { dependsOnClass, verdict } = judgement;
  return dependsOnClass === undefined ? verdict : (dependsOnClass[lowest] ?? "not-applicable");
}

function takeRemedies(choice: Choice, criterion: Criterion, judgement: Judgement): void {
  const kind = criterion.statutory ? "statutory" : "gap";
  for (const id of criterion.remedy.clauses) {
    const obstacle = judgement.accepted ? "accepted" : obstacleTo(choice.request, id, criterion);
    if (obstacle !== undefined) omit(choice, id, obstacle);
    else addReason(choice, id, { kind, criterion, judgement });
  }
}

/** Brings in what chosen clauses lean on: first where there is no choice, then the first that fits. */
function takeNeeded(choice: Choice): void {
  let next = nextNeed(choice);
  while (next !== undefined) {
    addReason(choice, next.take, { kind: "needed-by", clauses: [next.by] });
    next = nextNeed(choice);
  }
  for (const { clauses, by } of needsOf(choice)) {
    const taken = clauses.find((id) => choice.reasons.has(id));
    if (taken !== undefined) noteNeed(choice, taken, by);
    else if (!clauses.some((id) => isPresent(choice.request.contract, id))) {
      for (const id of clauses) omit(choice, id, obstacleTo(choice.request, id, undefined));
    }
  }
}

function nextNeed(choice: Choice): { readonly take: string; readonly by: string } | undefined {
  const open = needsOf(choice).filter(
    ({ clauses }) =>
      !clauses.some((id) => choice.reasons.has(id) || isPresent(choice.request.contract, id)),
  );
  open.sort((left, right) => left.clauses.length - right.clauses.length);
  for (const { clauses, by } of open) {
    const take = clauses.find((id) => obstacleTo(choice.request, id, undefined) === undefined);
    if (take !== undefined) return { take, by };
  }
  return undefined;
}

function needsOf(choice: Choice): { readonly clauses: readonly string[]; readonly by: string }[] {
  return [...choice.reasons.keys()].sort(byCodeUnits).flatMap((by) => {
    const needs = choice.request.library.get(by)?.needs ?? [];
    return needs.map((clauses) => ({ clauses, by }));
  });
}

function noteNeed(choice: Choice, id: string, by: string): void {
  const reasons = choice.reasons.get(id) ?? [];
  const at = reasons.findIndex((reason) => reason.kind === "needed-by");
  const found = reasons[at];
  if (found?.kind !== "needed-by") reasons.push({ kind: "needed-by", clauses: [by] });
  else if (!found.clauses.includes(by))
    reasons[at] = { kind: "needed-by", clauses: [...found.clauses, by] };
}

function remarksOn(clause: Clause, choice: Choice): readonly ChoiceRemark[] {
  const { contract } = choice.request;
  const remarks: ChoiceRemark[] = [];
  if (isPresent(contract, clause.id)) remarks.push({ kind: "present" });
  if (!suitsType(clause, contract)) remarks.push({ kind: "not-for-type" });
  if (!isProportionate(clause, contract)) remarks.push({ kind: "not-proportionate" });
  if (isExcluded(clause, choice.request)) remarks.push({ kind: "does-not-apply" });
  for (const clauses of clause.needs) {
    if (clauses.some((id) => choice.reasons.has(id) || isPresent(contract, id))) continue;
    remarks.push({ kind: "needs-missing", clauses });
  }
  return remarks;
}

function addReason(choice: Choice, id: string, reason: ChoiceReason): void {
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

function isKnown(reason: ChoiceReason): boolean {
  return "judgement" in reason && reason.judgement.verdict !== "unknown";
}

function omit(choice: Choice, id: string, because: OmissionReason | undefined): void {
  if (because !== undefined && !choice.omitted.has(id)) choice.omitted.set(id, because);
}
