import type { Judgement } from "../model/assessment.ts";

/**
 * Gives equal judgements without evidence one object. In a large register most of what is asked has not
 * been answered: hundreds of thousands of judgements say the same few things.
 */
export function judgementSharer(): (judgement: Judgement) => Judgement {
  const shared = new Map<string, Judgement>();
  return (judgement) => {
    if (judgement.evidence.length > 0 || judgement.because !== undefined) return judgement;
    const key = keyOf(judgement);
    const known = shared.get(key);
    if (known === undefined) shared.set(key, judgement);
    return known ?? judgement;
  };
}

function keyOf(judgement: Judgement): string {
  const { criterion, verdict, severity, weight, credit, partial, stale, weak, accepted } =
    judgement;
  const byClass = judgement.dependsOnClass;
  return [
    `${criterion} ${verdict} ${severity} ${weight} ${credit.low} ${credit.high}`,
    `${partial} ${stale} ${weak} ${accepted}`,
    byClass === undefined ? "" : Object.entries(byClass).join(" "),
    judgement.blanks.join(" "),
  ].join("|");
}
