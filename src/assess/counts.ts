import type { Counts, Judgement } from "../model/assessment.ts";

/** Counts verdicts; an accepted shortfall counts as accepted alone. */
export function countVerdicts(judgements: Iterable<Judgement>): Counts {
  const counts = { met: 0, notMet: 0, unknown: 0, notApplicable: 0, accepted: 0 };
  for (const { verdict, accepted } of judgements) {
    if (accepted) counts.accepted += 1;
    else if (verdict === "met") counts.met += 1;
    else if (verdict === "not-met") counts.notMet += 1;
    else if (verdict === "unknown") counts.unknown += 1;
    else counts.notApplicable += 1;
  }
  return counts;
}

/** The counts of each criterion, in the order of `ids`. */
export function countByCriterion(
  judgements: readonly Judgement[],
  ids: Iterable<string>,
): ReadonlyMap<string, Counts> {
  const byCriterion = new Map<string, Judgement[]>();
  for (const id of ids) byCriterion.set(id, []);
  for (const judgement of judgements) byCriterion.get(judgement.criterion)?.push(judgement);
  return new Map([...byCriterion].map(([id, each]) => [id, countVerdicts(each)]));
}
