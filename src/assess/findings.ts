import type {
  Classification,
  Finding,
  FindingKind,
  Judgement,
  PriorityInterval,
} from "../model/assessment.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { ClassInterval } from "../model/classes.ts";
import { isDecided } from "../model/classes.ts";
import type { Level, Severity } from "../model/criterion.ts";
import { SEVERITIES } from "../model/criterion.ts";
import type { Acceptance, Contract } from "../model/register.ts";
import type { Day } from "../model/values.ts";
import { byCodeUnits } from "../model/values.ts";
import { acceptanceFor } from "./accept.ts";
import type { FactContext } from "./fact.ts";
import { nextTenderMonths } from "./facts/next-tender-months.ts";
import type { ContractJudged } from "./judge-contract.ts";
import { daysToAct, prioritise, isUnclassified } from "./prioritise.ts";

/** A finding before it has its rank; they are made in the order of the register. */
export type Unranked = Omit<Finding, "rank">;

/** Whose findings are made, and what orders them. */
export interface FindingSubject {
  readonly level: Level;
  readonly id: string | undefined;
  readonly class: ClassInterval | undefined;
  readonly daysToAct: number | undefined;
  /** True when the next tender is, or may be, at most 18 months away. */
  readonly tenderNear: boolean;
  readonly accepted: readonly Acceptance[];
  /** Gain of one unit of weight put right; 1 where there is no contract to measure by. */
  readonly gainPerWeight: number;
}

export function contractFindingSubject(
  context: FactContext & { readonly contract: Contract },
  classification: Classification,
  judged: ContractJudged,
  { profile }: Catalogue,
): FindingSubject {
  const { contract, asOf } = context;
  // A contract of which nothing is known must not push those that are known off the list.
  const { decided } = classification;
  const impact = profile.impact[isUnclassified(decided) ? decided.low : decided.high];
  const scale = judged.weightAtHighest === 0 ? 0 : 1 / judged.weightAtHighest;
  return {
    level: "contract",
    id: contract.id,
    class: classification.decided,
    daysToAct: daysToAct(contract, asOf),
    tenderNear: isTenderNear(context),
    accepted: contract.accepted,
    gainPerWeight: impact * judged.exposure.high * profile.removable * scale,
  };
}

/** Months before the next tender within which a term that only a tender can bring weighs double. */
const TENDER_WINDOW_MONTHS = 18;

function isTenderNear(context: FactContext & { readonly contract: Contract }): boolean {
  const { stage } = context.contract;
  if (stage === "planned" || stage === "tendering") return true;
  const months = nextTenderMonths.compute(context);
  if (months.state === "between") return months.low <= TENDER_WINDOW_MONTHS;
  return months.state === "known" && Number(months.value) <= TENDER_WINDOW_MONTHS;
}

/** The findings of a subject's judgements; an accepted shortfall gives none until its end. */
export function judgementFindings(
  subject: FindingSubject,
  judgements: readonly Judgement[],
  catalogue: Catalogue,
  asOf: Day,
): readonly Unranked[] {
  return judgements.flatMap((judgement) => {
    const kind = kindOf(judgement, subject, asOf);
    return kind === undefined ? [] : [findingOf(kind, subject, judgement, catalogue, asOf)];
  });
}

function kindOf(judgement: Judgement, subject: FindingSubject, asOf: Day): FindingKind | undefined {
  switch (judgement.verdict) {
    case "not-met":
      if (judgement.accepted) return undefined;
      return acceptanceFor(judgement.criterion, subject.accepted, asOf)?.expired === true
        ? "acceptance-expired"
        : "not-met";
    case "unknown":
      return "unknown";
    case "met":
      if (judgement.stale) return "stale";
      return judgement.weak ? "weak" : undefined;
    case "not-applicable":
      return undefined;
  }
}

function findingOf(
  kind: FindingKind,
  subject: FindingSubject,
  judgement: Judgement,
  catalogue: Catalogue,
  asOf: Day,
): Unranked {
  const criterion = catalogue.criteria.get(judgement.criterion);
  const missing = kind === "not-met" || kind === "acceptance-expired";
  const severity: Severity = missing || kind === "unknown" ? (judgement.severity ?? "low") : "low";
  const statutory = criterion?.statutory === true && missing;
  const priority = prioritise(
    {
      // Where the class may be any, the class is what to find out first: the rest waits (row 9).
      class: isUnclassified(subject.class) ? undefined : subject.class,
      verdict: judgement.verdict,
      severityAt: (criticality) => criterion?.severity[criticality],
      statutory,
      daysToAct: subject.daysToAct,
    },
    catalogue.profile,
    asOf,
  );
  const effort = missing ? (criterion?.remedy.effort ?? 1) : 1;
  const certainty = kind === "unknown" ? 0.5 : 1;
  const clauses = criterion?.remedy.clauses ?? [];
  const weight = judgement.weight * (1 - judgement.credit.low);
  const gain =
    (subject.gainPerWeight * weight * certainty * tenderFactor(clauses, subject, catalogue)) /
    effort;
  return {
    kind,
    level: subject.level,
    subject: subject.id,
    criterion: judgement.criterion,
    severity,
    partial: judgement.partial,
    priority,
    statutory,
    gain,
    clauses: missing ? clauses : [],
    blanks: judgement.blanks,
    evidence: judgement.evidence,
  };
}

/** 2 when the clause can hardly be added to a running contract and a tender is near, else 1. */
function tenderFactor(
  clauses: readonly string[],
  subject: FindingSubject,
  catalogue: Catalogue,
): number {
  if (!subject.tenderNear) return 1;
  const hard = clauses.some((id) => {
    const retrofit = catalogue.clauses.get(id)?.retrofit;
    return retrofit === "C" || retrofit === "D" || retrofit === "none";
  });
  return hard ? 2 : 1;
}

/** Findings about the class itself. */
export function classFindings(
  subject: FindingSubject,
  classification: Classification,
  priority: PriorityInterval,
  evidence: Finding["evidence"],
): readonly Unranked[] {
  const base = {
    level: subject.level,
    subject: subject.id,
    criterion: undefined,
    partial: false,
    statutory: false,
    gain: 0,
    clauses: [],
    evidence,
  } as const;
  const low: PriorityInterval = { low: "P4", high: "P4", row: 9 };
  const findings: Unranked[] = [];
  if (!isDecided(classification.decided)) {
    findings.push({
      ...base,
      kind: "class-undecided",
      severity: undefined,
      priority,
      blanks: classification.decisive,
    });
  }
  if (classification.override?.effective === false) {
    findings.push({
      ...base,
      kind: "override-ineffective",
      severity: "medium",
      priority: low,
      blanks: [],
    });
  } else if (isLowered(classification)) {
    findings.push({ ...base, kind: "class-lowered", severity: "low", priority: low, blanks: [] });
  }
  if (classification.stale) {
    findings.push({
      ...base,
      kind: "classification-stale",
      severity: "low",
      priority: low,
      blanks: [],
    });
  }
  return findings;
}

function isLowered({ override, computed, decided }: Classification): boolean {
  return override !== undefined && byCodeUnits(decided.low, computed.low) < 0;
}

const KIND_ORDER: readonly FindingKind[] = [
  "class-undecided",
  "not-met",
  "acceptance-expired",
  "stale",
  "weak",
  "unknown",
];

/**
 * Findings in the order in which to act: by priority row; inside a row first what decides a class,
 * then by gain per effort; ties by severity, then known before unknown, then the criterion's id, then
 * the order of the register. A large register has half a million: each key is computed once.
 */
export function rankFindings(findings: readonly Unranked[]): readonly Finding[] {
  const keys = findings.map(keyOf);
  const order = findings
    .map((_, index) => index)
    .sort((left, right) => compareKeys(keys, left, right));
  return order.flatMap((at, index): readonly Finding[] => {
    const finding = findings[at];
    return finding === undefined ? [] : [ranked(finding, index + 1)];
  });
}

interface Key {
  readonly row: number;
  readonly group: number;
  readonly gain: number;
  readonly severity: number;
  readonly kind: number;
  readonly criterion: string;
}

/** Gains that differ by less than this count as equal. */
const TOLERANCE = 1e-9;

function keyOf({ priority, kind, gain, severity, criterion }: Unranked): Key {
  return {
    row: priority.row,
    group: kind === "class-undecided" ? 0 : 1,
    gain: Math.round(gain / TOLERANCE),
    severity: severity === undefined ? -1 : SEVERITIES.indexOf(severity),
    kind: KIND_ORDER.indexOf(kind),
    criterion: criterion ?? "",
  };
}

function compareKeys(keys: readonly Key[], left: number, right: number): number {
  const one = keys[left];
  const other = keys[right];
  if (one === undefined || other === undefined) return 0;
  return (
    one.row - other.row ||
    one.group - other.group ||
    other.gain - one.gain ||
    other.severity - one.severity ||
    one.kind - other.kind ||
    byCodeUnits(one.criterion, other.criterion) ||
    left - right
  );
}

/** Written out: spreading half a million objects costs most of the time. */
function ranked(finding: Unranked, rank: number): Finding {
  return {
    rank,
    kind: finding.kind,
    level: finding.level,
    subject: finding.subject,
    criterion: finding.criterion,
    severity: finding.severity,
    partial: finding.partial,
    priority: finding.priority,
    statutory: finding.statutory,
    gain: finding.gain,
    clauses: finding.clauses,
    blanks: finding.blanks,
    evidence: finding.evidence,
  };
}
