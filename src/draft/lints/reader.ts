import type { ClauseParameter } from "../../model/clause.ts";
import { diagnose } from "../../model/diagnostic.ts";
import { addMonths } from "../../model/values.ts";
import { readParameterValue } from "../parameter-value.ts";
import type { Lint, SetValue } from "./value-set.ts";
import { contractOf, placeOf } from "./value-set.ts";

const NUMERIC: readonly ClauseParameter["kind"][] = ["span", "period", "share", "money", "number"];

/** A number that is missing leaves an obligation that nobody can price (D012). */
export const numbersFilled: Lint = (set) => {
  const blanks = set.drafted.flatMap(({ clause, values }) =>
    [...values.values()]
      .filter(({ parameter, amount }) => NUMERIC.includes(parameter.kind) && amount === undefined)
      .map(({ parameter }) => `${clause.id}.${parameter.name}`),
  );
  if (blanks.length === 0) return [];
  const params = { contract: contractOf(set), count: blanks.length, blanks };
  return [diagnose("D012", params, placeOf(set))];
};

/** From this many values as strict as the proposals for K4, a small supplier may stay away; our proposal. */
const MANY_STRICT = 3;

/** Very strict terms keep small suppliers away: lots or a market dialogue may help (D014). */
export const smallSuppliers: Lint = (set) => {
  const blanks = set.drafted.flatMap(({ clause, values }) =>
    [...values.values()].filter(isStrict).map(({ parameter }) => `${clause.id}.${parameter.name}`),
  );
  if (blanks.length < MANY_STRICT) return [];
  const params = { contract: contractOf(set), count: blanks.length, blanks };
  return [diagnose("D014", params, placeOf(set))];
};

/** As strict as the proposal for K4, where K4 asks for more than K3 does. */
function isStrict({ parameter, amount }: SetValue): boolean {
  const [third, fourth] = [defaultOf(parameter, "K3"), defaultOf(parameter, "K4")];
  if (typeof amount !== "number" || fourth === undefined) return false;
  if (third === undefined || third === fourth) return false;
  return fourth < third ? amount <= fourth : amount >= fourth;
}

function defaultOf(parameter: ClauseParameter, criticality: "K3" | "K4"): number | undefined {
  const raw = parameter.defaults[criticality];
  const read = raw === null ? undefined : readParameterValue(parameter, raw, "recorded");
  return read?.ok === true && typeof read.value === "number" ? read.value : undefined;
}

/** Months for which what an act says counts as known; our proposal. */
const LAW_MONTHS = 6;
const NUMBER_OF_ACT = /^\d+\/\d{4}$/u;

/** Law changes: what was read long ago must be read again before the draft is used (D015). */
export const lawDataFresh: Lint = (set) => {
  const old = set.sources.filter(
    ({ act, checked }) =>
      NUMBER_OF_ACT.test(act) && checked !== undefined && addMonths(checked, LAW_MONTHS) < set.asOf,
  );
  if (old.length === 0) return [];
  const acts = [...new Set(old.map(({ act }) => act))].sort();
  const checked = old.flatMap((source) => source.checked ?? []).sort()[0] ?? "";
  const params = { contract: contractOf(set), acts, checked, months: LAW_MONTHS };
  return [diagnose("D015", params)];
};
