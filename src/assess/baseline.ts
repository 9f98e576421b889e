import type { Assessment, Finding, Judgement } from "../model/assessment.ts";
import type { Baseline, BaselineEntry } from "../model/baseline.ts";
import { SEVERITIES } from "../model/criterion.ts";
import type { Severity } from "../model/criterion.ts";
import { byCodeUnits } from "../model/values.ts";

/** How the findings of an assessment stand to a baseline. */
export interface Compared {
  /** Findings that the baseline has and that have got no worse. */
  readonly known: ReadonlySet<Finding>;
  /** Entries that no finding answers to any more: cured, or changed into something else. */
  readonly absent: readonly BaselineEntry[];
  /** The baseline without what is absent, and as good as things are now: no way back. */
  readonly pruned: Baseline;
}

/** Each finding as an entry of a baseline, sorted; `digest` gives the digest of the facts it stands on. */
export function baselineOf(assessment: Assessment, digest: (finding: Finding) => string): Baseline {
  const judged = judgementsBySubject(assessment);
  const entries = assessment.findings.map((finding) => entryOf(finding, judged, digest));
  return { entries: sorted(entries) };
}

/**
 * A finding is known when the baseline has one of the same kind and criterion on the same subject, its
 * severity has not risen, and either the facts are the same or things are better: more is shown to be
 * in place, or fewer answers are missing. Anything else is new.
 */
export function compareWithBaseline(
  assessment: Assessment,
  baseline: Baseline,
  digest: (finding: Finding) => string,
): Compared {
  const judged = judgementsBySubject(assessment);
  const before = new Map(baseline.entries.map((entry) => [keyOf(entry), entry]));
  const known = new Set<Finding>();
  const kept: BaselineEntry[] = [];
  const answered = new Set<BaselineEntry>();
  for (const finding of assessment.findings) {
    const then = before.get(keyOf(finding));
    if (then === undefined) continue;
    const now = entryOf(finding, judged, digest);
    if (!isNoWorse(now, then)) continue;
    known.add(finding);
    answered.add(then);
    // The same facts may be read beside more blanks of others: what was written before stays the measure.
    kept.push(now.facts === then.facts ? { ...then, severity: now.severity } : now);
  }
  return {
    known,
    absent: baseline.entries.filter((entry) => !answered.has(entry)),
    pruned: { entries: sorted(kept) },
  };
}

function isNoWorse(now: BaselineEntry, then: BaselineEntry): boolean {
  if (severityRank(now.severity) > severityRank(then.severity)) return false;
  if (now.facts === then.facts) return true;
  return now.low > then.low || (now.low === then.low && now.blanks < then.blanks);
}

function severityRank(severity: Severity | undefined): number {
  return severity === undefined ? -1 : SEVERITIES.indexOf(severity);
}

function entryOf(
  finding: Finding,
  judged: ReadonlyMap<string, readonly Judgement[]>,
  digest: (finding: Finding) => string,
): BaselineEntry {
  const { level, subject, criterion, kind, severity, blanks } = finding;
  const judgement = judged
    .get(`${level} ${subject ?? ""}`)
    ?.find((each) => each.criterion === criterion);
  return {
    level,
    subject,
    criterion,
    kind,
    severity,
    low: judgement?.credit.low ?? 0,
    blanks: blanks.length,
    facts: digest(finding),
  };
}

function judgementsBySubject(assessment: Assessment): ReadonlyMap<string, readonly Judgement[]> {
  const { organisation } = assessment;
  return new Map([
    [`organisation ${organisation.id}`, assessment.organisationJudgements],
    ["portfolio ", assessment.portfolioJudgements],
    ...assessment.contracts.map(
      ({ contract, judgements }) => [`contract ${contract.id}`, judgements] as const,
    ),
    ...assessment.suppliers.map(
      ({ supplier, judgements }) => [`supplier ${supplier.id}`, judgements] as const,
    ),
  ]);
}

type Key = Pick<BaselineEntry, "level" | "subject" | "criterion" | "kind">;

function keyOf({ level, subject, criterion, kind }: Key): string {
  return JSON.stringify([level, subject ?? "", criterion ?? "", kind]);
}

/** By level, subject, criterion and kind; the keys are made once, since there may be very many. */
function sorted(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const keyed = entries.map((entry) => [keyOf(entry), entry] as const);
  return keyed.sort(([left], [right]) => byCodeUnits(left, right)).map(([, entry]) => entry);
}
