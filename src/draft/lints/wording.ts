import { diagnose } from "../../model/diagnostic.ts";
import { LANGUAGES } from "../../model/values.ts";
import { territorialWords } from "../territorial.ts";
import type { Lint, SetValue } from "./value-set.ts";
import { contractOf, placeOfParameter } from "./value-set.ts";

/** A choice whose yes ties the performance to a place or a route. */
const TERRITORIAL_CHOICES = ["sea-independent"];
/** "Finnish" is a language here. */
const OF_LANGUAGES = ["prevailing-language"];

/** What ties a duty to a place, a nationality or an origin needs a note on why it is proportionate (D006). */
export const placeReasoned: Lint = (set) =>
  set.drafted.flatMap(({ clause, values }) =>
    [...values.values()].flatMap((value) => {
      const words = value.reasoned ? [] : wordsIn(value);
      if (words.length === 0) return [];
      const { name } = value.parameter;
      const params = { where: `${contractOf(set)}, ${clause.id}.${name}`, words };
      return [diagnose("D006", params, placeOfParameter(set, clause.id, name))];
    }),
  );

function wordsIn({ parameter: { name }, amount }: SetValue): readonly string[] {
  if (amount === true && TERRITORIAL_CHOICES.includes(name)) return [name];
  if (typeof amount !== "string" || OF_LANGUAGES.includes(name)) return [];
  return territorialWords(amount, LANGUAGES);
}
