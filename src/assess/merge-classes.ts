import type { Judgement } from "../model/assessment.ts";
import type { CriticalityClass } from "../model/classes.ts";
import type { Verdict } from "../model/criterion.ts";
import type { Judged } from "./judge.ts";
import { placesSeen } from "./judge.ts";

/**
 * One judgement from those at each class of an interval, lowest first. Verdicts that agree stand;
 * others are unknown, and say what they are at each class.
 */
export function mergeClasses(byClass: readonly (readonly [CriticalityClass, Judged])[]): Judgement {
  const last = byClass.at(-1)?.[1];
  if (last === undefined) throw new Error("no class to judge at");
  if (byClass.length === 1) return withoutTraces(last);
  const judged = byClass.map(([, each]) => each);
  if (judged.every(({ verdict }) => verdict === last.verdict)) {
    return {
      ...withoutTraces(last),
      partial: judged.every(({ partial }) => partial),
      stale: judged.some(({ stale }) => stale),
      weak: judged.some(({ weak }) => weak),
      credit: {
        low: Math.min(...judged.map(({ credit }) => credit.low)),
        high: Math.max(...judged.map(({ credit }) => credit.high)),
      },
      blanks: union(judged.map(({ blanks }) => blanks)),
    };
  }
  const dependsOnClass: Partial<Record<CriticalityClass, Verdict>> = {};
  for (const [criticality, { verdict }] of byClass) dependsOnClass[criticality] = verdict;
  const required = judged.filter(({ verdict }) => verdict !== "not-applicable");
  return {
    ...withoutTraces(last, judged),
    verdict: "unknown",
    partial: false,
    stale: false,
    weak: false,
    because: undefined,
    severity: last.severity ?? required.at(-1)?.severity,
    weight: last.weight === 0 ? (required.at(-1)?.weight ?? 0) : last.weight,
    credit: {
      low: Math.min(...required.map(({ credit }) => credit.low)),
      high: Math.max(...required.map(({ credit }) => credit.high)),
    },
    blanks: [
      "class",
      ...union(judged.map(({ blanks }) => blanks)).filter((each) => each !== "class"),
    ],
    dependsOnClass,
  };
}

/** The judgement alone: traces are made again when somebody asks why. Written out, since spreading is slow. */
function withoutTraces(judged: Judged, all: readonly Judged[] = [judged]): Judgement {
  return {
    criterion: judged.criterion,
    verdict: judged.verdict,
    partial: judged.partial,
    stale: judged.stale,
    weak: judged.weak,
    accepted: judged.accepted,
    because: judged.because,
    severity: judged.severity,
    weight: judged.weight,
    credit: judged.credit,
    evidence: placesSeen(all),
    blanks: judged.blanks,
    dependsOnClass: judged.dependsOnClass,
  };
}

/** The paths in any of the lists, once. */
function union(lists: readonly (readonly string[])[]): readonly string[] {
  const [first, ...others] = lists;
  if (first === undefined || others.every((each) => each === first)) return first ?? [];
  return [...new Set(lists.flat())];
}
