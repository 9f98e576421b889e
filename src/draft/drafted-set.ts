import type { Source } from "../model/criterion.ts";
import type { DraftClause } from "../model/draft.ts";
import type { Preset } from "../model/preset.ts";
import type { Day, RawObject } from "../model/values.ts";
import type { PartContext } from "./blanks.ts";
import { resolveBlank } from "./blanks.ts";
import type { DraftedValues, SetValue, ValueSet } from "./lints/value-set.ts";
import { isMeantFor } from "./obstacle.ts";
import { recordedClause } from "./recorded.ts";
import type { ChosenClause, Selection } from "./selection.ts";

/** A part of a draft that is to be checked, and what it is checked against. */
interface PartUnderCheck {
  readonly selection: Selection;
  readonly clauses: readonly DraftClause[];
  readonly context: PartContext;
  readonly organisation: RawObject;
  readonly asOf: Day;
  /** Hours. */
  readonly tolerable: number | undefined;
  readonly mandatory: readonly Preset[];
}

/** The clauses of one part of a draft with the values that their text shows. */
export function draftedSet(part: PartUnderCheck): ValueSet {
  const { selection, clauses, context, organisation, asOf, tolerable } = part;
  const { contract, library } = context;
  const shown = new Map(clauses.map(({ id, parameters }) => [id, parameters]));
  return {
    contract,
    organisation,
    asOf,
    tolerable,
    library,
    drafted: selection.chosen.map((chosen) =>
      valuesOf(chosen, new Set(shown.get(chosen.clause.id)?.map(({ name }) => name)), context),
    ),
    mandatory: part.mandatory.filter((preset) => isMeantFor(preset, contract)),
    sources: selection.chosen.flatMap(sourcesOf),
  };
}

function valuesOf(
  { clause }: ChosenClause,
  shown: ReadonlySet<string>,
  context: PartContext,
): DraftedValues {
  const values = new Map<string, SetValue>();
  const recorded = recordedClause(context.contract.contract.raw, clause.id);
  for (const parameter of clause.parameters) {
    if (!shown.has(parameter.name)) continue;
    const blank = resolveBlank(clause, parameter.name, context);
    if (blank.kind !== "value") continue;
    const { origin } = blank.parameter;
    const reasoned =
      origin === "policy" ||
      (origin === "command-line" && context.because !== undefined) ||
      (origin === "register" && recorded.because !== undefined);
    values.set(parameter.name, { parameter, amount: blank.amount, origin, reasoned });
  }
  return { clause, values };
}

function sourcesOf({ clause, reasons }: ChosenClause): readonly Source[] {
  const ofReasons = reasons.flatMap((reason) => {
    if ("criterion" in reason) return reason.criterion.sources;
    return "preset" in reason ? reason.preset.sources : [];
  });
  return [...clause.sources, ...ofReasons];
}
