import { diagnose } from "../../model/diagnostic.ts";
import type { Lint, ValueSet } from "./value-set.ts";
import {
  answerIn,
  contractOf,
  draftedIn,
  hoursIn,
  placeOfParameter,
  valueAt,
} from "./value-set.ts";

/** Recovery must be over before the harm begins: the agreed time is strictly shorter (D001). */
export const recoveryBeforeHarm: Lint = (set) => {
  const rto = hoursIn(set, "recovery-objectives", "rto");
  const agreed = hoursIn(set, "recovery-objectives", "mtpd");
  const limits = [set.tolerable, agreed].filter((hours) => hours !== undefined);
  const harm = Math.min(...limits);
  if (rto === undefined || draftedIn(set, "recovery-objectives") === undefined || rto < harm)
    return [];
  const params = { contract: contractOf(set), recovery: rto, harm };
  return [diagnose("D001", params, placeOfParameter(set, "recovery-objectives", "rto"))];
};

/** Hours within which an entity under 124/2025 or 310/2025 must tell its own authority. */
const AUTHORITY_HOURS = 24;

const FIRST_NOTICES = [
  ["disruption-notice", "notify-first"],
  ["cyber-notice", "cyber-first"],
] as const;

/** A buyer with a time limit of its own must hear of it no later than that (D002). */
export const noticeBeforeAuthority: Lint = (set) => {
  if (!hasOwnTimeLimit(set)) return [];
  return FIRST_NOTICES.flatMap(([clause, name]) => {
    const hours = hoursIn(set, clause, name);
    if (draftedIn(set, clause) === undefined || hours === undefined || hours <= AUTHORITY_HOURS)
      return [];
    const params = {
      contract: contractOf(set),
      blank: `${clause}.${name}`,
      hours,
      limit: AUTHORITY_HOURS,
    };
    return [diagnose("D002", params, placeOfParameter(set, clause, name))];
  });
};

/** A status that is secret is not told by a warning either. */
function hasOwnTimeLimit({ organisation }: ValueSet): boolean {
  return ["nis2", "cer"].some(
    (duty) => answerIn(valueAt(organisation, ["duties", duty])) === "yes",
  );
}
