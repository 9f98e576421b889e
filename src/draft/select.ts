import type { Judgement } from "../model/assessment.ts";
import type { CriticalityClass } from "../model/classes.ts";
import type { Clause } from "../model/clause.ts";
import type { Criterion } from "../model/criterion.ts";
import { byCodeUnits } from "../model/values.ts";
import type { Choice } from "./choice.ts";
import { addReason, excluderOf, isKnown, omit, resolveExclusions } from "./choice.ts";
import {
  isExcluded,
  isPresent,
  isProportionate,
  obstacleTo,
  parametersThroughFacts,
  suitsType,
} from "./obstacle.ts";
import { takeMandatory, takePreset } from "./take-sets.ts";
import type {
  ChoiceReason,
  ChoiceRemark,
  OmissionReason,
  Selection,
  SelectionRequest,
  UnknownGap,
} from "./selection.ts";

/** Which clauses a contract needs, why each is there, and what was left out. */
export function selectClauses(request: SelectionRequest): Selection {
  const choice: Choice = { request, reasons: new Map(), omitted: new Map() };
  for (const id of request.asked) takeAsked(choice, id);
  const unknown = takeGaps(choice);
  takeMandatory(choice);
  takePreset(choice);
  resolveExclusions(choice);
  takeNeeded(choice);
  const chosen = [...choice.reasons].flatMap(([id, reasons]) => {
    const clause = request.library.get(id);
    if (clause === undefined) return [];
    const insufficient = reasons.flatMap((reason) => insufficientFor(reason, id, request));
    return [{ clause, reasons, insufficient, remarks: remarksOn(clause, choice) }];
  });
  noteUncalled(choice, unknown);
  return {
    chosen: chosen.sort((left, right) => byCodeUnits(left.clause.code, right.clause.code)),
    omitted: [...choice.omitted]
      .filter(([id]) => !choice.reasons.has(id))
      .map(([clause, { because, by }]) => ({ clause, because, by }))
      .sort((left, right) => byCodeUnits(left.clause, right.clause)),
    unknown,
  };
}

function takeAsked(choice: Choice, id: string): void {
  const { library, without } = choice.request;
  if (!library.has(id)) omit(choice, id, "not-in-library");
  else if (without.includes(id)) omit(choice, id, "removed");
  else addReason(choice, id, { kind: "asked" });
}

/** What is in the library, suits the contract and is in nobody's way, but that nothing known calls for. */
function noteUncalled(choice: Choice, unknown: readonly UnknownGap[]): void {
  const questioned = new Set(unknown.flatMap(({ criterion }) => criterion.remedy.clauses));
  for (const id of choice.request.library.keys()) {
    if (choice.reasons.has(id) || questioned.has(id)) continue;
    omit(choice, id, obstacleTo(choice.request, id, undefined) ?? "not-called-for");
  }
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
    const obstacle = judgement.accepted
      ? "accepted"
      : isUnlisted(choice.request, id)
        ? "not-listed"
        : obstacleTo(choice.request, id, criterion);
    if (obstacle !== undefined) omit(choice, id, obstacle);
    else addReason(choice, id, { kind, criterion, judgement });
  }
}

function isUnlisted({ only }: SelectionRequest, id: string): boolean {
  return only !== undefined && !only.includes(id);
}

/** The recorded values of clause `id` with which a known gap is open all the same. */
function insufficientFor(
  reason: ChoiceReason,
  id: string,
  request: SelectionRequest,
): readonly string[] {
  if (!("criterion" in reason) || !isKnown(reason)) return [];
  return parametersThroughFacts(reason.criterion, id, request);
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
      for (const id of clauses) omitForNeed(choice, id);
    }
  }
}

function obstacleToNeed(choice: Choice, id: string): OmissionReason | undefined {
  return (
    obstacleTo(choice.request, id, undefined) ??
    (excluderOf(choice, id) === undefined ? undefined : "excluded")
  );
}

function omitForNeed(choice: Choice, id: string): void {
  omit(choice, id, obstacleToNeed(choice, id), excluderOf(choice, id));
}

function nextNeed(choice: Choice): { readonly take: string; readonly by: string } | undefined {
  const open = needsOf(choice).filter(
    ({ clauses }) =>
      !clauses.some((id) => choice.reasons.has(id) || isPresent(choice.request.contract, id)),
  );
  open.sort((left, right) => left.clauses.length - right.clauses.length);
  for (const { clauses, by } of open) {
    const take = clauses.find((id) => obstacleToNeed(choice, id) === undefined);
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
    if (clauses.every((id) => isForeign(choice.request, id))) continue;
    remarks.push({ kind: "needs-missing", clauses });
  }
  return remarks;
}

/** A clause that is not for such a contract at all is not missing in it. */
function isForeign(request: SelectionRequest, id: string): boolean {
  const clause = request.library.get(id);
  if (clause === undefined) return false;
  return !suitsType(clause, request.contract) || isExcluded(clause, request);
}
