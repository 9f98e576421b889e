import type { ChangeClass, GateAssumption } from "../model/amendment.ts";
import { CHANGE_CLASSES } from "../model/amendment.ts";
import type { Clause } from "../model/clause.ts";
import type { DraftGate, DraftGateGroup } from "../model/draft.ts";
import type { Organisation } from "../model/register.ts";
import type { ProcurementAct } from "../model/thresholds.ts";
import type { Day } from "../model/values.ts";
import { amendmentFacts } from "./amendment-facts.ts";
import { decideAmendment } from "./amendment-gate.ts";
import type { AskedFacts } from "./asked-facts.ts";
import type { PartContext } from "./blanks.ts";
import { gateSections } from "./gate-sections.ts";

/** What decides whether a contract in force may be changed. */
export interface AmendmentRequest {
  readonly acts: readonly ProcurementAct[];
  readonly organisation: Pick<Organisation, "raw">;
  readonly asked: AskedFacts;
  readonly asOf: Day;
}

/** Whether the chosen clauses may be added to the contract, those of each class by themselves. */
export function draftGate(
  clauses: readonly Clause[],
  context: PartContext,
  request: AmendmentRequest,
): DraftGate {
  const classes = CHANGE_CLASSES.filter((each) =>
    clauses.some((clause) => classOf(clause, request.asked) === each),
  );
  const groups = classes.map((changeClass) =>
    groupOf(
      changeClass,
      clauses.filter((clause) => classOf(clause, request.asked) === changeClass),
      classes.length > 1,
      context,
      request,
    ),
  );
  return {
    title: context.wording.say("amendment.title"),
    sections: gateSections(groups, context),
    groups,
  };
}

/** The class of the clause, unless a person says what the whole change does or that it favours the supplier. */
function classOf({ retrofit }: Clause, { changeClass, favoursSupplier }: AskedFacts): ChangeClass {
  if (changeClass !== undefined) return changeClass;
  return favoursSupplier === true && retrofit !== "none" ? "D" : retrofit;
}

function groupOf(
  changeClass: ChangeClass,
  clauses: readonly Clause[],
  several: boolean,
  { contract, numbers }: PartContext,
  request: AmendmentRequest,
): DraftGateGroup {
  const { asked, acts } = request;
  const { facts, assumptions } = amendmentFacts({ ...request, contract: contract.contract });
  // Clauses without pay cost nothing, whatever the rest of the amendment costs.
  const free = changeClass === "A" || changeClass === "B";
  const change = free && asked.changeClass === undefined ? { low: 0, high: 0 } : facts.change;
  const decision = decideAmendment({ ...facts, change, changeClass }, acts);
  const own: readonly (GateAssumption | false)[] = [
    free && "no-payment",
    several && "apart",
    changeClass === "D" && "favours-supplier",
    decision.cases.some(({ threshold }) => threshold.period === undefined) && "award-outside",
  ];
  return {
    changeClass,
    clauses: clauses.map(({ id }) => ({ id, number: numbers.get(id) ?? 0 })),
    decision,
    assumptions: [...assumptions, ...own.filter((each) => each !== false)],
  };
}
