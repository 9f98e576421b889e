import type {
  AmendmentFact,
  AmendmentFacts,
  ChangeClass,
  GateAnswer,
  GateCase,
  GateFigures,
  GateOutcome,
  Holds,
} from "../model/amendment.ts";
import type { GateStep } from "../model/thresholds.ts";
import type { Bounds } from "../model/values.ts";
import {
  both,
  isAtLeast,
  isAtMost,
  isBelow,
  not,
  partOf,
  ratioOf,
  said,
  sizeOf,
  sumOf,
} from "./compare-bounds.ts";

/** The grounds on which a change of each class can be carried through, in the order in which they are tried. */
const GROUNDS: Readonly<Record<ChangeClass, readonly GateOutcome[]>> = {
  A: ["not-substantial"],
  B: ["not-substantial", "minor", "additional", "unforeseen", "new-procurement"],
  C: ["minor", "additional", "unforeseen", "new-procurement"],
  D: ["minor", "additional", "unforeseen", "new-procurement"],
  E: ["supplier-change", "new-procurement"],
  none: ["new-procurement"],
};

/** What one case comes to. */
export interface CaseAnswers {
  readonly outcomes: readonly GateOutcome[];
  /** Every question of the case, those after a decision as well. */
  readonly answers: readonly GateAnswer[];
  /** The questions that are asked before something decides. */
  readonly reached: ReadonlySet<GateStep>;
}

/** The answers of one case, and the outcomes that they leave possible. */
export function answerCase(facts: AmendmentFacts, gateCase: GateCase): CaseAnswers {
  const scope = answerScope(facts, gateCase);
  const answers = [scope];
  const outcomes: GateOutcome[] = scope.holds === "yes" ? [] : ["free"];
  const reached = new Set<GateStep>(["scope"]);
  if (scope.holds === "no") return { outcomes, answers, reached };
  let open = true;
  let none: Holds = "yes";
  for (const ground of ["review-clause", ...GROUNDS[gateCase.changeClass]] as const) {
    const answer = answerGround(ground, none, facts, gateCase);
    answers.push(answer);
    none = both(none, not(answer.holds));
    // Both have the same limit: where additional deliveries fail by their value, the unforeseen does too.
    const passed = ground === "unforeseen" && facts.additional === true;
    if (!open || passed) continue;
    reached.add(answer.step);
    if (answer.holds !== "no") outcomes.push(ground);
    open = answer.holds !== "yes";
  }
  return { outcomes, answers, reached };
}

/** Whether the section on changes applies: the estimate reaches the threshold for the kind of contract. */
function answerScope({ estimated }: AmendmentFacts, { threshold }: GateCase): GateAnswer {
  const holds = isAtLeast(estimated, threshold.value);
  const figures: GateFigures = {
    value: estimated,
    threshold: threshold.value,
    reference: undefined,
    share: undefined,
    limit: undefined,
    room: undefined,
  };
  return answer("scope", holds, holds === "unknown" ? numbers({ estimated }) : [], figures);
}

function answerGround(
  ground: GateOutcome,
  none: Holds,
  facts: AmendmentFacts,
  gateCase: GateCase,
): GateAnswer {
  switch (ground) {
    case "review-clause":
      return answered("review-clause", facts, "reviewClause", gateCase.sameNature);
    case "not-substantial":
      return answerNotSubstantial(facts, gateCase);
    case "minor":
      return answerMinor(facts, gateCase);
    case "additional":
      return answerGreater("additional", true, facts, gateCase);
    case "unforeseen":
      return answerGreater("unforeseen", gateCase.sameNature, facts, gateCase);
    case "supplier-change":
      return answered("supplier-change", facts, "lawfulTransfer", true);
    case "free":
    case "new-procurement":
      return answer("new-procurement", none, []);
  }
}

/** Holds when the fact is so, and the contract keeps its general nature where that is asked for. */
function answered(
  step: GateStep,
  facts: AmendmentFacts,
  fact: "reviewClause" | "additional" | "unforeseen" | "lawfulTransfer",
  sameNature: boolean,
): GateAnswer {
  const holds = both(said(facts[fact]), said(sameNature));
  return answer(step, holds, holds === "unknown" ? [fact] : []);
}

/** Practical matters never are; a new duty without pay is not, unless it would have drawn others to the tender. */
function answerNotSubstantial(facts: AmendmentFacts, { changeClass }: GateCase): GateAnswer {
  if (changeClass === "A") return answer("not-substantial", "yes", []);
  const holds = not(said(facts.admitsOthers));
  return answer("not-substantial", holds, holds === "unknown" ? ["admitsOthers"] : []);
}

/** Below the threshold, and below ten per cent of the original value or fifteen for works, earlier ones counted. */
function answerMinor(facts: AmendmentFacts, gateCase: GateCase): GateAnswer {
  const { act, works, threshold, sameNature } = gateCase;
  const limit = works ? act.limits.minorWorks : act.limits.minor;
  const value = sizeOf(sumOf(facts.change, facts.earlier));
  const reference = referenceOf(facts);
  const allowed = partOf(reference, limit);
  const belowThreshold = isBelow(value, threshold.value);
  const belowShare = isBelow(value, allowed);
  const holds = both(belowThreshold, belowShare, said(sameNature));
  const least: Bounds = {
    low: Math.min(allowed.low, threshold.value.low),
    high: Math.min(allowed.high, threshold.value.high),
  };
  const figures: GateFigures = {
    value,
    threshold: threshold.value,
    reference,
    share: ratioOf(value, reference),
    limit: { low: limit, high: limit },
    room: roomIn(least, facts.earlier),
  };
  const blanks = holds === "unknown" ? blankMoney(facts, belowThreshold, belowShare) : [];
  return answer("minor", holds, blanks, figures);
}

/** At most half of the original value for each change by itself. */
function answerGreater(
  step: "additional" | "unforeseen",
  sameNature: boolean,
  facts: AmendmentFacts,
  { act }: GateCase,
): GateAnswer {
  const limit = act.limits.greater;
  const value = sizeOf(facts.change);
  const reference = referenceOf(facts);
  const within = isAtMost(value, partOf(reference, limit));
  const ground = answered(step, facts, step, sameNature);
  const holds = both(within, ground.holds);
  const figures: GateFigures = {
    value,
    threshold: undefined,
    reference,
    share: ratioOf(value, reference),
    limit: { low: limit, high: limit },
    room: partOf(reference, limit),
  };
  const { change, original, indexed } = facts;
  const money = within === "unknown" ? numbers({ change, original, indexed }) : [];
  const blanks = holds === "unknown" ? [...money, ...ground.blanks] : [];
  return answer(step, holds, blanks, figures);
}

/** What the limits are counted from: the original value, adjusted by the index clause where there is one. */
function referenceOf({ original, indexed }: AmendmentFacts): Bounds {
  const { low, high } = sumOf(original, indexed);
  return { low: Math.max(0, low), high: Math.max(0, high) };
}

/** What a limit leaves for this change after the earlier ones. */
function roomIn(limit: Bounds, earlier: Bounds): Bounds {
  return {
    low: Math.max(0, limit.low - earlier.high),
    high: Math.max(0, limit.high - earlier.low),
  };
}

function blankMoney(
  facts: AmendmentFacts,
  belowThreshold: Holds,
  belowShare: Holds,
): readonly AmendmentFact[] {
  const { change, earlier, original, indexed } = facts;
  if (belowShare === "unknown") return numbers({ change, earlier, original, indexed });
  return belowThreshold === "unknown" ? numbers({ change, earlier }) : [];
}

const MONEY = ["estimated", "change", "original", "indexed", "earlier"] as const;

/** The sums that are known only within bounds. */
function numbers(
  facts: Readonly<Partial<Record<(typeof MONEY)[number], Bounds>>>,
): readonly AmendmentFact[] {
  return MONEY.filter((fact) => {
    const bounds = facts[fact];
    return bounds !== undefined && bounds.low !== bounds.high;
  });
}

function answer(
  step: GateStep,
  holds: Holds,
  blanks: readonly AmendmentFact[],
  figures?: GateFigures,
): GateAnswer {
  return { step, holds, blanks, figures };
}
