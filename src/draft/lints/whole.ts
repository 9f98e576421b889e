import { diagnose } from "../../model/diagnostic.ts";
import { recordedClause, recordedGeneralTerms } from "../recorded.ts";
import type { Lint } from "./value-set.ts";
import { answerIn, contractOf, draftedIn, hasClause, placeOf, recordedAt } from "./value-set.ts";

const ON_DATA = ["data-portability", "cyber-notice"];
const PERSONAL_DATA = "personal-data";

/** Clauses on data and on incidents lean on terms on personal data, which the library does not have (D007). */
export const personalDataTerms: Lint = (set) => {
  const clauses = ON_DATA.filter((id) => draftedIn(set, id) !== undefined);
  const handlesNone = answerIn(recordedAt(set, "flags", "handles-data")) === "no";
  if (clauses.length === 0 || handlesNone || hasClause(set, PERSONAL_DATA)) return [];
  const params = { contract: contractOf(set), clauses };
  return [diagnose("D007", params, placeOf(set, "flags", "handles-data"))];
};

/** The terms of K3 and K4 must be proportionate (3 §): who found the class, and when, must be on record (D008). */
export const classReasoned: Lint = (set) => {
  const { decided, override } = set.contract.classification;
  if (decided.low !== "K3" && decided.low !== "K4") return [];
  const assessed = recordedAt(set, "criticality", "assessed");
  const isReasoned = assessed !== undefined && assessed !== null && assessed !== "unknown";
  if (isReasoned || override?.effective === true) return [];
  const params = { contract: contractOf(set), class: decided.low };
  return [diagnose("D008", params, placeOf(set, "criticality"))];
};

const BESIDE_FORCE_MAJEURE = ["disruption-notice", "precedence"];

/** Limits on force majeure work only with a notice in hours and above the general terms (D009). */
export const forceMajeureSupported: Lint = (set) => {
  const { raw } = set.contract.contract;
  if (!hasClause(set, "force-majeure")) return [];
  const isDrafted = draftedIn(set, "force-majeure") !== undefined;
  const clauses = BESIDE_FORCE_MAJEURE.filter(
    // Beside a clause that the contract has, what nobody has said is a question, not a lack.
    (id) => !hasClause(set, id) && (isDrafted || recordedClause(raw, id).status === "none"),
  );
  if (clauses.length === 0) return [];
  const params = { contract: contractOf(set), clauses };
  return [diagnose("D009", params, placeOf(set, "clauses", "force-majeure"))];
};

/** What general terms say differs between their versions (D010). */
export const termsVersioned: Lint = (set) => {
  const terms = recordedGeneralTerms(set.contract.contract.raw);
  if (terms === undefined || terms === "none" || terms.version !== undefined) return [];
  const params = { contract: contractOf(set), terms: terms.name };
  return [diagnose("D010", params, placeOf(set, "general-terms"))];
};

/** What the law demands of such a contract must be in it or in the draft (D011). */
export const statutorySetComplete: Lint = (set) =>
  set.mandatory.flatMap((preset) => {
    const clauses = preset.clauses.filter((id) => !hasClause(set, id));
    if (clauses.length === 0) return [];
    const law = preset.sources.map(({ act, section }) => `${act} ${section ?? ""}`.trim());
    const params = { contract: contractOf(set), clauses, law };
    return [diagnose("D011", params, placeOf(set, "clauses"))];
  });
