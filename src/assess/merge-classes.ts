import type { Judgement } from "../model/assessment.ts";
import type { CriticalityClass } from "../model/classes.ts";
import type { Verdict } from "../model/criterion.ts";
import type { Place } from "../model/diagnostic.ts";
import type { Judged } from "./judge.ts";

/**
 * One judgement from those at each class of an interval, lowest first. Verdicts that agree stand;
 * others are unknown, and say what they are at each class.
 */
export function mergeClasses(byClass: readonly (readonly [CriticalityClass, Judged])[]): Judgement {
  const last = byClass.at(-1)?.[1];
  if (last === undefined) throw new Error("no class to judge at");
  if (byClass.length === 1) return withoutTraces(last);
  const judged = byClass.map(([, each]) => each);
  const base = withoutTraces(last);
  if (judged.every(({ verdict }) => verdict === last.verdict)) {
    return {
      ...base,
      partial: judged.every(({ partial }) => partial),
      stale: judged.some(({ stale }) => stale),
      weak: judged.some(({ weak }) => weak),
      credit: {
        low: Math.min(...judged.map(({ credit }) => credit.low)),
        high: Math.max(...judged.map(({ credit }) => credit.high)),
      },
      blanks: [...new Set(judged.flatMap(({ blanks }) => blanks))],
    };
  }
  const dependsOnClass: Partial<Record<CriticalityClass, Verdict>> = {};
  for (const [criticality, { verdict }] of byClass) dependsOnClass[criticality] = verdict;
  const required = judged.filter(({ verdict }) => verdict !== "not-applicable");
  return {
    ...base,
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
    evidence: placesOf(judged),
    blanks: [...new Set(["class", ...judged.flatMap(({ blanks }) => blanks)])],
    dependsOnClass,
  };
}

function placesOf(judged: readonly Judged[]): readonly Place[] {
  const places = new Map<string, Place>();
  for (const { evidence } of judged) {
    for (const place of evidence) places.set(`${place.file} ${place.pointer}`, place);
  }
  return [...places.values()];
}

/** The judgement alone: traces are made again when somebody asks why. */
function withoutTraces(judged: Judged): Judgement {
  const {
    applies: _applies,
    met: _met,
    partialTrace: _partial,
    proof: _proof,
    ...judgement
  } = judged;
  return judgement;
}
