import type { Clause } from "../model/clause.ts";
import type { Source } from "../model/criterion.ts";
import type { DraftReason, DraftSource } from "../model/draft.ts";
import type { PartContext } from "./blanks.ts";
import { titleOf } from "./blanks.ts";
import type { ChoiceReason, ChosenClause } from "./selection.ts";

/** Why a clause is in the draft, in the order gap, statutory gap, need, wish as they were found. */
export function reasonsOf({ reasons }: ChosenClause, context: PartContext): readonly DraftReason[] {
  return reasons.map((reason) => reasonOf(reason, context));
}

function reasonOf(reason: ChoiceReason, context: PartContext): DraftReason {
  const { wording, language } = context;
  const nothing = { criterion: undefined, gaps: [], neededBy: [], sources: [] };
  if (reason.kind === "asked") {
    return { ...nothing, kind: "asked", text: wording.say("clauses.reason.asked") };
  }
  if ("preset" in reason) {
    const { preset } = reason;
    const text = wording.say(`clauses.reason.${reason.kind}`, preset.text[language]);
    const sources = preset.sources.map((source) => sourceOf(source, context));
    const kind = reason.kind === "mandatory" ? ("statutory" as const) : reason.kind;
    return { ...nothing, kind, text, sources };
  }
  if (reason.kind === "needed-by") {
    const neededBy = [...reason.clauses].sort(
      (left, right) => (context.numbers.get(left) ?? 0) - (context.numbers.get(right) ?? 0),
    );
    const clauses = neededBy.map((id) => nameOf(id, context));
    const text = wording.say("clauses.reason.needed-by", { clauses: context.format.list(clauses) });
    return { ...nothing, kind: "needed-by", neededBy, text };
  }
  const { criterion, judgement } = reason;
  const state =
    judgement.verdict === "unknown" ? "unknown" : judgement.partial ? "partial" : "missing";
  const criterionTitle = criterion.text[language].title;
  return {
    kind: reason.kind,
    criterion: criterion.id,
    gaps: criterion.gaps,
    neededBy: [],
    text: wording.say(`clauses.reason.${reason.kind}.${state}`, { criterion: criterionTitle }),
    sources: criterion.sources.map((source) => sourceOf(source, context)),
  };
}

/** A clause by its number and title where it is drafted, else by its title. */
export function nameOf(id: string, context: PartContext): string {
  const { numbers, wording } = context;
  const title = titleOf(id, context);
  const number = numbers.get(id);
  return number === undefined ? title : wording.say("clauses.clause-number", { number, title });
}

/** What a reader must know about a clause's being in the draft. */
export function remarksOf({ remarks }: ChosenClause, context: PartContext): readonly string[] {
  const { wording, contract } = context;
  return remarks.map((remark) => {
    if (remark.kind === "needs-missing") {
      const clauses = remark.clauses.map((id) => nameOf(id, context)).join(" / ");
      return wording.say("clauses.remark.needs-missing", { clauses });
    }
    return wording.say(`clauses.remark.${remark.kind}`, {
      class: contract.classification.decided.low,
    });
  });
}

/** How the clause gets into the contract: announced with the tender, or added to a contract in force. */
export function adoptionOf(clause: Clause, { wording, contract }: PartContext): readonly string[] {
  const lines = clause.tender ? [wording.say("clauses.adoption.tender")] : [];
  const { stage } = contract.contract;
  if (stage === "planned" || stage === "tendering") return lines;
  return [...lines, wording.say(`clauses.adoption.retrofit-${clause.retrofit.toLowerCase()}`)];
}

/** How the catalogue names a source that is nobody's but ours. */
const OWN_PROPOSAL = "own proposal";

const MARK_WORDS = {
  V: "verified",
  "V-old": "verified-old",
  B: "background",
  D: "proposal",
  "?": "unclear",
} as const;

/** A source with what its mark means. Only links that a browser opens safely are kept. */
export function sourceOf(source: Source, { wording, format }: PartContext): DraftSource {
  const { act, section, checked, mark, url } = source;
  if (act === OWN_PROPOSAL) {
    return { text: wording.say("clauses.own-proposal"), url: undefined, mark, standing: "" };
  }
  const meaning = wording.say(`clauses.mark.${MARK_WORDS[mark]}`);
  const day = checked === undefined ? undefined : format.day(checked);
  return {
    text: (section === undefined ? act : `${act}, ${section}`).replaceAll(" §", "\u{A0}§"),
    url: url?.startsWith("https://") === true ? url : undefined,
    mark,
    standing: day === undefined ? meaning : wording.say("clauses.checked", { mark: meaning, day }),
  };
}
