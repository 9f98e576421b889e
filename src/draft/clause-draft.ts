import type { Clause } from "../model/clause.ts";
import type { DraftClause, DraftConflict, DraftParameter } from "../model/draft.ts";
import { parametersUsed } from "./clause-text.ts";
import { fillItem, parametersIn } from "./fill-text.ts";
import type { Blank, PartContext } from "./blanks.ts";
import { resolveBlank } from "./blanks.ts";
import { recordedClause, recordedGeneralTerms } from "./recorded.ts";
import { adoptionOf, nameOf, reasonsOf, remarksOf, sourceOf } from "./reasons.ts";
import type { ChosenClause } from "./selection.ts";

/** One chosen clause with its number, its blanks filled or left open, and what a lawyer must know of it. */
export function draftClause(
  chosen: ChosenClause,
  number: number,
  context: PartContext,
): DraftClause {
  const { clause } = chosen;
  const text = clause.text[context.language];
  const blanks = new Map<string, Blank>();
  for (const name of parametersUsed(text.items))
    blanks.set(name, resolveBlank(clause, name, context));
  const items = text.items.map((item) => fillItem(item, blanks));
  const standing = parametersIn(items);
  return {
    id: clause.id,
    code: clause.code,
    number,
    title: text.title,
    purpose: text.purpose,
    version: versionOf(clause, context),
    reasons: reasonsOf(chosen, context),
    remarks: remarksOf(chosen, context),
    items,
    parameters: [...blanks.values()].flatMap((blank) => parameterOf(blank, standing)),
    conflicts: conflictsOf(clause, context),
    decide: text.decide,
    assumes: text.assumes,
    sources: clause.sources.map((source) => sourceOf(source, context)),
    adoption: adoptionOf(clause, context),
  };
}

/** A blank inside words that were left out is nobody's to fill. */
function parameterOf(blank: Blank, standing: ReadonlySet<string>): readonly DraftParameter[] {
  if (blank.kind === "reference") return [];
  const decided = blank.chosen !== undefined;
  return decided || standing.has(blank.parameter.name) ? [blank.parameter] : [];
}

function versionOf(clause: Clause, { wording, format }: PartContext): string {
  const { code, version, reviewed } = clause;
  if (clause.status === "draft") return wording.say("clauses.version.draft", { code, version });
  if (reviewed === undefined) return wording.say("clauses.version.reviewed", { code, version });
  return wording.say("clauses.version.reviewed-on", { code, version, day: format.day(reviewed) });
}

const GENERAL_TERMS = /^[A-Z]{2,}/u;

/** Collisions that can happen here: with clauses of the draft or the contract, and with general terms. */
function conflictsOf(clause: Clause, context: PartContext): readonly DraftConflict[] {
  const { contract, numbers, language, wording } = context;
  const terms = recordedGeneralTerms(contract.contract.raw);
  return clause.conflicts.flatMap((conflict): readonly DraftConflict[] => {
    const text = conflict.text[language];
    const other = conflict.with;
    if (GENERAL_TERMS.test(other)) {
      if (terms === undefined) return [{ with: other, number: undefined, possible: true, text }];
      return terms !== "none" && terms.name === other
        ? [{ with: other, number: undefined, possible: false, text }]
        : [];
    }
    const number = numbers.get(other);
    if (number !== undefined)
      return [{ with: nameOf(other, context), number, possible: false, text }];
    if (recordedClause(contract.contract.raw, other).status !== "present") return [];
    const said = wording.say("clauses.in-contract", { ref: nameOf(other, context) });
    return [{ with: said, number: undefined, possible: false, text }];
  });
}
