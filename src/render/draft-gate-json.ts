import type { AmendmentFact, AmendmentFacts, GateAnswer, GateCase } from "../model/amendment.ts";
import { AMENDMENT_FACT_NAMES } from "../model/amendment.ts";
import type { Source } from "../model/criterion.ts";
import type { Draft, DraftGateGroup, DraftPart } from "../model/draft.ts";
import type { ProcurementAct } from "../model/thresholds.ts";
import type { Bounds } from "../model/values.ts";

/** What the gate decided for each contract of a draft, for other programs. */
export function renderGateJson(draft: Draft): string {
  const written = {
    kind: "amendment-gate",
    version: 1,
    "as-of": draft.asOf,
    producer: draft.producer,
    contracts: draft.parts.flatMap((part) => contractOf(part)),
  };
  return `${JSON.stringify(written, undefined, 2)}\n`;
}

function contractOf({ contract, gate }: DraftPart): readonly object[] {
  return gate === undefined ? [] : [{ contract, groups: gate.groups.map(groupOf) }];
}

function groupOf({ changeClass, clauses, decision, assumptions }: DraftGateGroup): object {
  const { facts, outcomes, likely, permission, answers, cases, wouldDecide, risk } = decision;
  const acts = [...new Set(cases.map(({ act }) => act))];
  return {
    class: changeClass,
    clauses: clauses.map(({ id }) => id),
    permission,
    outcomes,
    likely,
    risk,
    steps: answers.map((answer) => stepOf(answer, acts)),
    thresholds: thresholdsOf(cases),
    "would-decide": wouldDecide.map((fact) => AMENDMENT_FACT_NAMES[fact]),
    assumptions,
    facts: factsOf(facts),
  };
}

function stepOf({ step, holds, figures }: GateAnswer, acts: readonly ProcurementAct[]): object {
  const sources = acts.flatMap((act) => act.steps[step].map(sourceOf));
  if (figures === undefined) return { step, holds, sources };
  const { value, threshold, reference, share, limit, room } = figures;
  const shown = { value, threshold, reference, share, limit, room };
  return {
    step,
    holds,
    figures: Object.fromEntries(
      Object.entries(shown).map(([key, bounds]) => [key, boundsOf(bounds)]),
    ),
    sources,
  };
}

function sourceOf({ act, section, url, checked, mark }: Source): object {
  return {
    act,
    section: section ?? null,
    url: url ?? null,
    checked: checked ?? null,
    mark,
  };
}

/** Each threshold once; without a value where the library holds none for the day. */
function thresholdsOf(cases: readonly GateCase[]): readonly object[] {
  const seen = new Map<string, object>();
  for (const { act, kind, threshold } of cases) {
    const { period, value } = threshold;
    seen.set(`${act.id} ${kind} ${period?.from ?? ""}`, {
      act: act.act,
      kind,
      level: period?.level ?? null,
      value: period === undefined ? null : value.low,
      from: period?.from ?? null,
      to: period?.to ?? null,
      sources: (period?.sources ?? []).map(sourceOf),
    });
  }
  return [...seen.values()];
}

function factsOf(facts: AmendmentFacts): object {
  const names = Object.entries(AMENDMENT_FACT_NAMES) as [AmendmentFact, string][];
  return Object.fromEntries(names.map(([fact, name]) => [name, valueOf(facts[fact])]));
}

function valueOf(value: AmendmentFacts[AmendmentFact]): unknown {
  if (value === undefined) return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object" && "low" in value) return boundsOf(value);
  return value;
}

/** Lowest and highest; `null` for an end that nothing bounds. */
function boundsOf(bounds: Bounds | undefined): object | null {
  if (bounds === undefined) return null;
  const end = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return { low: end(bounds.low), high: end(bounds.high) };
}
