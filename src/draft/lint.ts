import type { Diagnostic } from "../model/diagnostic.ts";
import type { Lint, ValueSet } from "./lints/value-set.ts";
import { capsTogether, optionInValue, stockPriced } from "./lints/money.ts";
import { lawDataFresh, numbersFilled, smallSuppliers } from "./lints/reader.ts";
import { noticeBeforeAuthority, recoveryBeforeHarm } from "./lints/times.ts";
import {
  classReasoned,
  forceMajeureSupported,
  personalDataTerms,
  statutorySetComplete,
  termsVersioned,
} from "./lints/whole.ts";
import { placeReasoned } from "./lints/wording.ts";

/** In the order of their codes. That terms are translated alike (D013) is asked of the library, not of a draft. */
const LINTS: readonly Lint[] = [
  recoveryBeforeHarm,
  noticeBeforeAuthority,
  stockPriced,
  capsTogether,
  optionInValue,
  placeReasoned,
  personalDataTerms,
  classReasoned,
  forceMajeureSupported,
  termsVersioned,
  statutorySetComplete,
  numbersFilled,
  smallSuppliers,
  lawDataFresh,
];

/** What a set of drafted clauses and values leaves to be seen to; nothing where nothing is drafted. */
export function lintValues(set: ValueSet): readonly Diagnostic[] {
  return set.drafted.length === 0 ? [] : LINTS.flatMap((lint) => lint(set));
}
