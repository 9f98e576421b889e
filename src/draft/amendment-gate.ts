import type {
  AmendmentFact,
  AmendmentFacts,
  GateCase,
  GateDecision,
  GateOutcome,
  GateRisk,
  Permission,
} from "../model/amendment.ts";
import { GATE_OUTCOMES } from "../model/amendment.ts";
import type { ProcurementAct } from "../model/thresholds.ts";
import { gateCases } from "./gate-cases.ts";
import type { CaseAnswers } from "./gate-answers.ts";
import { answerCase } from "./gate-answers.ts";
import { mergeAnswers } from "./merge-answers.ts";

/**
 * Whether a change to a contract in force may be made without a new procurement, and on what ground.
 * What is unknown is followed both ways, so that `outcomes` holds the outcome of every filling of it.
 */
export function decideAmendment(
  facts: AmendmentFacts,
  acts: readonly ProcurementAct[],
): GateDecision {
  const cases = gateCases(facts, acts);
  const walks = cases.map((each) => answerCase(facts, each));
  const outcomes = inOrder(walks.flatMap((walk) => walk.outcomes));
  const presumed = presume(facts);
  const likely = inOrder(
    gateCases(presumed, acts).flatMap((each) => answerCase(presumed, each).outcomes),
  );
  return {
    facts,
    outcomes,
    likely: permissionOf(likely) === "open" ? [] : likely,
    permission: permissionOf(outcomes),
    answers: mergeAnswers(walks),
    cases,
    wouldDecide: outcomes.length > 1 ? openFacts(facts, cases, walks) : [],
    risk: riskOf(outcomes, facts),
  };
}

/** What usually holds for a clause on disruptions: it keeps the general nature, and a duty without pay draws no others. */
function presume(facts: AmendmentFacts): AmendmentFacts {
  return {
    ...facts,
    sameNature: facts.sameNature ?? true,
    admitsOthers: facts.changeClass === "B" ? (facts.admitsOthers ?? false) : facts.admitsOthers,
    reviewClause: facts.reviewClause ?? false,
    additional: facts.additional ?? false,
    unforeseen: facts.unforeseen ?? false,
  };
}

function inOrder(found: readonly GateOutcome[]): readonly GateOutcome[] {
  return GATE_OUTCOMES.filter((outcome) => found.includes(outcome));
}

const NEEDS_LAWYER: ReadonlySet<GateOutcome> = new Set([
  "additional",
  "unforeseen",
  "supplier-change",
]);

function permissionOf(outcomes: readonly GateOutcome[]): Permission {
  const refused = outcomes.includes("new-procurement");
  if (refused) return outcomes.length === 1 ? "no" : "open";
  return outcomes.some((outcome) => NEEDS_LAWYER.has(outcome)) ? "lawyer" : "yes";
}

/** How much is at stake if the decision is wrong: an unlawful change can be terminated, annulled and sanctioned. */
function riskOf(outcomes: readonly GateOutcome[], { changeClass }: AmendmentFacts): GateRisk {
  if (outcomes.every((outcome) => outcome === "free")) return "low";
  const grave = outcomes.some(
    (outcome) => NEEDS_LAWYER.has(outcome) || outcome === "new-procurement",
  );
  if (grave || changeClass === "D") return "high";
  return changeClass === "A" ? "low" : "moderate";
}

/** Unknown facts that a step asked for in vain, and those about the case that lead to other outcomes. */
function openFacts(
  facts: AmendmentFacts,
  cases: readonly GateCase[],
  walks: readonly CaseAnswers[],
): readonly AmendmentFact[] {
  const asked = walks.flatMap(({ answers, reached }) =>
    answers.filter(({ step }) => reached.has(step)).flatMap(({ blanks }) => blanks),
  );
  const signs = cases.map((each, index) => ({
    ...each,
    ends: (walks[index]?.outcomes ?? []).join(),
  }));
  const differs = (of: (sign: GateCase) => string): boolean => {
    const ends = new Map<string, Set<string>>();
    for (const sign of signs) {
      const key = of(sign);
      ends.set(key, (ends.get(key) ?? new Set()).add(sign.ends));
    }
    return new Set([...ends.values()].map((each) => [...each].sort().join("|"))).size > 1;
  };
  const cased: readonly (AmendmentFact | false)[] = [
    facts.sector === undefined && differs(({ act }) => act.id) && "sector",
    facts.central === undefined &&
      differs(({ kind }) => String(kind.startsWith("central"))) &&
      "central",
    facts.type === undefined && differs(({ kind, works }) => `${kind}${String(works)}`) && "type",
    isOpenSpecial(facts) && differs(({ kind }) => kind) && "special",
    facts.concession === undefined &&
      differs(({ kind }) => String(kind === "concession")) &&
      "concession",
    isOpenDay(facts) && differs(({ threshold }) => threshold.period?.from ?? "") && "awarded",
    facts.changeClass === undefined && differs(({ changeClass }) => changeClass) && "changeClass",
    facts.sameNature === undefined &&
      differs(({ sameNature }) => String(sameNature)) &&
      "sameNature",
  ];
  const open = new Set([...cased.filter((each) => each !== false), ...asked]);
  return FACT_ORDER.filter((fact) => open.has(fact));
}

function isOpenDay({ awarded }: AmendmentFacts): boolean {
  return awarded === undefined || awarded.from !== awarded.to;
}

function isOpenSpecial({ special, type }: AmendmentFacts): boolean {
  const services = type === undefined || type === "services" || type === "social-health";
  return services && (special === undefined || special === "yes");
}

/** In the order in which a person would look them up. */
const FACT_ORDER: readonly AmendmentFact[] = [
  "sector",
  "central",
  "type",
  "special",
  "concession",
  "awarded",
  "estimated",
  "reviewClause",
  "changeClass",
  "admitsOthers",
  "change",
  "original",
  "indexed",
  "earlier",
  "sameNature",
  "additional",
  "unforeseen",
  "lawfulTransfer",
];
