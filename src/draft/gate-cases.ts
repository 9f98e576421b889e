import type { AmendmentFacts, ChangeClass, GateCase } from "../model/amendment.ts";
import { CHANGE_CLASSES } from "../model/amendment.ts";
import type { ContractType } from "../model/register.ts";
import { CONTRACT_TYPES } from "../model/register.ts";
import type { ProcurementAct, ProcurementKind } from "../model/thresholds.ts";
import { possibleThresholds } from "./threshold-of.ts";

/** Every way in which what is unknown about act, kind, day of award, class and general nature can turn out. */
export function gateCases(
  facts: AmendmentFacts,
  acts: readonly ProcurementAct[],
): readonly GateCase[] {
  const classes: readonly ChangeClass[] =
    facts.changeClass === undefined ? CHANGE_CLASSES : [facts.changeClass];
  // Several grounds ask for the general nature: the answer must be the same for all of them.
  const natures = facts.sameNature === undefined ? [true, false] : [facts.sameNature];
  return acts
    .filter(({ sector }) => facts.sector === undefined || sector === facts.sector)
    .flatMap((act) =>
      kindsOf(facts, act).flatMap(({ kind, works }) =>
        possibleThresholds(act, kind, facts.awarded).flatMap((threshold) =>
          classes.flatMap((changeClass) =>
            natures.map((sameNature) => ({
              act,
              kind,
              works,
              threshold,
              changeClass,
              sameNature,
            })),
          ),
        ),
      ),
    );
}

interface PossibleKind {
  readonly kind: ProcurementKind;
  /** Whether the higher limit for minor changes to works holds. */
  readonly works: boolean;
}

/** What the contract may be, each kind once. */
function kindsOf(facts: AmendmentFacts, act: ProcurementAct): readonly PossibleKind[] {
  const types = facts.type === undefined ? CONTRACT_TYPES : [facts.type];
  const concession = facts.concession === undefined ? [true, false] : [facts.concession];
  const kinds = types.flatMap((type) =>
    concession.flatMap((each): readonly PossibleKind[] =>
      each
        ? [{ kind: "concession", works: type === "works" }]
        : plainKinds(type, facts, act).map((kind) => ({ kind, works: kind === "works" })),
    ),
  );
  return kinds.filter(
    ({ kind, works }, index) =>
      kinds.findIndex((each) => each.kind === kind && each.works === works) === index,
  );
}

function plainKinds(
  type: ContractType,
  facts: AmendmentFacts,
  act: ProcurementAct,
): readonly ProcurementKind[] {
  if (type === "works") return ["works"];
  const central = facts.central ?? "unknown";
  const ordinary: readonly ProcurementKind[] =
    act.sector === "utilities" || central === false
      ? ["goods-services"]
      : central === true
        ? ["central-goods-services"]
        : ["central-goods-services", "goods-services"];
  if (type !== "services" && type !== "social-health") return ordinary;
  const special = specialKinds(facts);
  const kinds = special.map((each): readonly ProcurementKind[] => {
    if (each === "ordinary") return ordinary;
    return act.sector === "utilities" ? ["special"] : [`special-${each}`];
  });
  return [...new Set(kinds.flat())];
}

function specialKinds({ special }: AmendmentFacts): readonly ("ordinary" | "health" | "other")[] {
  switch (special) {
    case "no":
      return ["ordinary"];
    case "health":
    case "other":
      return [special];
    case "yes":
      return ["health", "other"];
    case undefined:
      return ["ordinary", "health", "other"];
  }
}
