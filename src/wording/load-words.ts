import type { Language } from "../model/values.ts";
import type { Sentence, Wording } from "./wording.ts";
import { makeWording } from "./wording.ts";
import { flattenWords } from "./words.ts";

/** The files under `templates/wording/<language>`. A command loads only those it speaks from. */
export const AREAS = [
  "terms",
  "diagnostics",
  "catalogue",
  "command",
  "report",
  "results",
  "clauses",
  "amendment",
  "explain",
  "import",
  "init",
  "interview",
] as const;
export type Area = (typeof AREAS)[number];

/** Reads the words of some areas; `readYaml` gives the value of a file under the wording folder. */
export function loadWording(
  language: Language,
  areas: readonly Area[],
  readYaml: (path: string) => unknown,
): Wording {
  const words = new Map<string, Sentence>();
  for (const area of areas) {
    for (const [key, sentence] of flattenWords(area, readYaml(`${language}/${area}.yaml`))) {
      words.set(key, sentence);
    }
  }
  return makeWording(language, words);
}
