import type { GateAnswer, GateFigures } from "../model/amendment.ts";
import { GATE_STEPS } from "../model/thresholds.ts";
import type { Bounds } from "../model/values.ts";
import { hullOf } from "./compare-bounds.ts";
import type { CaseAnswers } from "./gate-answers.ts";

/**
 * The answers of several cases as one for each step that any of them reaches: unknown where they
 * differ, figures that hold them all.
 */
export function mergeAnswers(cases: readonly CaseAnswers[]): readonly GateAnswer[] {
  const all = cases.flatMap(({ answers }) => answers);
  return GATE_STEPS.flatMap((step): readonly GateAnswer[] => {
    const same = all.filter((answer) => answer.step === step);
    const [first] = same;
    if (first === undefined || !cases.some(({ reached }) => reached.has(step))) return [];
    const agreed = same.every(({ holds }) => holds === first.holds);
    return [
      {
        step,
        holds: agreed ? first.holds : "unknown",
        figures: mergeFigures(same.flatMap(({ figures }) => figures ?? [])),
        blanks: [...new Set(same.flatMap(({ blanks }) => blanks))],
      },
    ];
  });
}

function mergeFigures(all: readonly GateFigures[]): GateFigures | undefined {
  if (all.length === 0) return undefined;
  const merged = (of: (figures: GateFigures) => Bounds | undefined): Bounds | undefined => {
    const bounds = all.flatMap((figures) => of(figures) ?? []);
    return bounds.length === 0 ? undefined : hullOf(bounds);
  };
  return {
    value: hullOf(all.map(({ value }) => value)),
    threshold: merged(({ threshold }) => threshold),
    reference: merged(({ reference }) => reference),
    share: merged(({ share }) => share),
    limit: merged(({ limit }) => limit),
    room: merged(({ room }) => room),
  };
}
