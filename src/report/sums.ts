import type {
  Assessment,
  ContractAssessment,
  Counts,
  Grade,
  Judgement,
} from "../model/assessment.ts";
import type { CriticalityClass } from "../model/classes.ts";
import { classesIn, isDecided, rankOf } from "../model/classes.ts";
import type { Criterion } from "../model/criterion.ts";
import type { Bounds } from "../model/values.ts";

/** Contracts that are K3 or K4 for certain, and those that may be. */
export function criticalContracts({ contracts }: Assessment): Bounds {
  const reaches = (end: "low" | "high"): number =>
    contracts.filter(({ classification }) => rankOf(classification.decided[end]) >= rankOf("K3"))
      .length;
  return { low: reaches("low"), high: reaches("high") };
}

/** Contracts whose class is not decided, and how many of them could be anything. */
export function undecidedContracts({ contracts }: Assessment): { open: number; blank: number } {
  const open = contracts.filter(({ classification }) => !isDecided(classification.decided));
  const blank = open.filter(({ classification: { decided } }) => classesIn(decided).length === 4);
  return { open: open.length, blank: blank.length };
}

/** Every judgement once: contracts' own, suppliers' own, the organisation's and the portfolio's. */
function allJudgements(assessment: Assessment): readonly Judgement[] {
  return [
    ...assessment.organisationJudgements,
    ...assessment.portfolioJudgements,
    ...assessment.suppliers.flatMap(({ judgements }) => judgements),
    ...assessment.contracts.flatMap(({ judgements }) => judgements),
  ];
}

/** Demands of the law that are not met, and those that may not be, accepted or not. */
export function statutoryShortfalls(
  assessment: Assessment,
  criteria: ReadonlyMap<string, Criterion>,
): Bounds {
  const lawful = allJudgements(assessment).filter(
    ({ criterion }) => criteria.get(criterion)?.statutory === true,
  );
  const low = lawful.filter(({ verdict }) => verdict === "not-met").length;
  const open = lawful.filter(({ verdict }) => verdict === "unknown").length;
  return { low, high: low + open };
}

/** Verdicts that were asked for: all but those that do not apply. */
export function askedFor({ met, notMet, unknown, accepted }: Counts): number {
  return met + notMet + unknown + accepted;
}

/** Contracts that are or may be of a class, by grade; grades without contracts are left out. */
export function contractsByGrade(
  contracts: readonly ContractAssessment[],
  criticality: CriticalityClass,
): ReadonlyMap<Grade, number> {
  const grades = contracts
    .filter(({ classification }) => classesIn(classification.decided).includes(criticality))
    .flatMap(({ preparedness }) => (preparedness === undefined ? [] : [preparedness.grade]));
  const counted = ([1, 2, 3, 4] as const).map(
    (grade) => [grade, grades.filter((each) => each === grade).length] as const,
  );
  return new Map(counted.filter(([, count]) => count > 0));
}

/** The sum of several counts. */
export function addCounts(counts: Iterable<Counts>): Counts {
  const sum = { met: 0, notMet: 0, unknown: 0, notApplicable: 0, accepted: 0 };
  for (const each of counts) {
    sum.met += each.met;
    sum.notMet += each.notMet;
    sum.unknown += each.unknown;
    sum.notApplicable += each.notApplicable;
    sum.accepted += each.accepted;
  }
  return sum;
}
