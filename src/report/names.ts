import type { ContractAssessment } from "../model/assessment.ts";
import { rankOf } from "../model/classes.ts";
import type { Contract, Supplier } from "../model/register.ts";
import type { Inline } from "../model/report.ts";
import type { Language, LocalText } from "../model/values.ts";
import { LANGUAGES } from "../model/values.ts";
import type { ReportBrief } from "./brief.ts";
import { reference, text } from "./blocks.ts";
import { capital, termOf } from "./phrases.ts";

const LINE_BREAKS = /[\t\n\v\f\r\u{85}\u{2028}\u{2029}]+/gu;
/** What an address cannot hold, and the hyphen that would look like an escape of ours. */
const NOT_FOR_ANCHORS = /[^a-z0-9-]|-(?=x)/gu;

/** The text in `language`, else in whatever language it has, on one line; undefined when it has none. */
function textIn(language: Language, local: LocalText): string | undefined {
  const written =
    typeof local === "string"
      ? local
      : [language, ...LANGUAGES].map((each) => local[each]).find((each) => each !== undefined);
  return written?.replace(LINE_BREAKS, " ");
}

/** The contract's title in the report's language, else in another, else its id. */
export function contractTitle(brief: ReportBrief, contract: Contract): string {
  return textIn(brief.wording.language, contract.title) ?? contract.id;
}

/** What a group of criteria is called: by us, else by the organisation, else its id. */
export function groupName(brief: ReportBrief, group: string): string {
  const own = brief.groups.get(group);
  const name = own === undefined ? undefined : textIn(brief.wording.language, own);
  return name ?? termOf(brief, "groups", group);
}

/** Id and title, as a contract is named in running text. */
export function contractName(brief: ReportBrief, contract: Contract): string {
  const title = contractTitle(brief, contract);
  return title === contract.id ? title : `${contract.id} – ${title}`;
}

/** The supplier's name, else its id. */
export function supplierName(brief: ReportBrief, supplier: Supplier): string {
  return textIn(brief.wording.language, supplier.name) ?? supplier.id;
}

/** The name of the supplier with this id, else the id. */
export function supplierNameOf(brief: ReportBrief, id: string): string {
  const found = brief.assessment.suppliers.find(({ supplier }) => supplier.id === id);
  return found === undefined ? id : supplierName(brief, found.supplier);
}

/** Name of the organisation in the report's language, else in another, else its id. */
export function organisationName(brief: ReportBrief): string {
  const { organisation } = brief.assessment;
  return textIn(brief.wording.language, organisation.name) ?? organisation.id;
}

/**
 * An anchor for the entry with `id`: the same in every language and every run. Ids of one kind that
 * differ have anchors that differ (a register may not hold two that differ in case alone).
 */
export function anchorOf(kind: "contract" | "supplier", id: string): string {
  const escape = (sign: string): string => `-x${(sign.codePointAt(0) ?? 0).toString(16)}-`;
  return `${kind}-${id.toLowerCase().replace(NOT_FOR_ANCHORS, escape)}`;
}

/** True for contracts that the report describes one by one: those that are, or may be, K3 or K4. */
export function hasOwnPage(assessed: ContractAssessment): boolean {
  return rankOf(assessed.classification.decided.high) >= rankOf("K3");
}

/** A contract's id, linked to its own part of the report when it has one. */
export function contractLink(assessed: ContractAssessment): Inline {
  const { id } = assessed.contract;
  return hasOwnPage(assessed) ? reference(id, anchorOf("contract", id)) : text(id);
}

/** Whom something is about, by name alone: what a reader knows who does not know the ids. */
export function plainSubject(brief: ReportBrief, subject: string | undefined): Inline {
  const assessed = brief.assessment.contracts.find(({ contract }) => contract.id === subject);
  if (assessed === undefined) {
    return text(
      subjectText(brief, subject)
        .map((piece) => piece.text)
        .join(""),
    );
  }
  const title = contractTitle(brief, assessed.contract);
  const { id } = assessed.contract;
  return hasOwnPage(assessed) ? reference(title, anchorOf("contract", id)) : text(title);
}

/** Whom a finding, an acceptance or a question is about, linked when the report has a part on it. */
export function subjectText(brief: ReportBrief, subject: string | undefined): readonly Inline[] {
  const { assessment, wording } = brief;
  if (subject === undefined) return [text(capital(wording.say("terms.levels.portfolio")))];
  const assessed = assessment.contracts.find(({ contract }) => contract.id === subject);
  if (assessed !== undefined) {
    const title = contractTitle(brief, assessed.contract);
    const link = contractLink(assessed);
    return title === subject ? [link] : [link, text(` – ${title}`)];
  }
  const ended = assessment.ended.find((contract) => contract.id === subject);
  if (ended !== undefined) return [text(contractName(brief, ended))];
  if (subject === assessment.organisation.id) return [text(organisationName(brief))];
  return [text(supplierNameOf(brief, subject))];
}

/** One subject by id and name; several by their ids alone, with their number. */
export function subjectsText(
  brief: ReportBrief,
  ids: readonly (string | undefined)[],
): readonly Inline[] {
  const [only, ...others] = ids;
  if (others.length === 0) return subjectText(brief, only);
  const count = brief.format.number(ids.length);
  const pages = new Map(brief.assessment.contracts.map((each) => [each.contract.id, each]));
  const names = ids.map((id): Inline => {
    const contract = id === undefined ? undefined : pages.get(id);
    return contract === undefined ? text(id ?? "–") : contractLink(contract);
  });
  return [
    text(`${count}: `),
    ...names.flatMap((name, index) => (index === 0 ? [name] : [text(", "), name])),
  ];
}
