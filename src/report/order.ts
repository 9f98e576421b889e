import type { ContractAssessment } from "../model/assessment.ts";
import { rankOf } from "../model/classes.ts";
import { PRIORITIES } from "../model/profile.ts";
import { mostUrgent } from "./phrases.ts";

/** Highest class first, then the most urgent, then the least prepared; else the register's order. */
export function byUrgency(contracts: readonly ContractAssessment[]): readonly ContractAssessment[] {
  const keys = ({ classification: { decided }, priority, preparedness }: ContractAssessment) => [
    -rankOf(decided.high),
    -rankOf(decided.low),
    PRIORITIES.indexOf(mostUrgent(priority)),
    preparedness?.bounds.low ?? 1,
  ];
  return contracts.toSorted((left, right) => {
    const others = keys(right);
    const differing = keys(left).map((key, index) => key - (others[index] ?? 0));
    return differing.find((difference) => difference !== 0) ?? 0;
  });
}
