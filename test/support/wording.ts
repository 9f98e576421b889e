import { readFileSync } from "node:fs";
import { CORE_SCHEMA, load } from "js-yaml";
import type { Language } from "../../src/model/values.ts";
import type { Sentence, Wording } from "../../src/wording/wording.ts";
import { makeWording } from "../../src/wording/wording.ts";
import { flattenWords } from "../../src/wording/words.ts";

const WORDING = new URL("../../templates/wording/", import.meta.url);

/** The words of some areas in one language, read from `templates/wording`. */
export function wordingFor(language: Language, areas: readonly string[]): Wording {
  const words = new Map<string, Sentence>();
  for (const area of areas) {
    const text = readFileSync(new URL(`${language}/${area}.yaml`, WORDING), "utf8");
    for (const [key, sentence] of flattenWords(area, load(text, { schema: CORE_SCHEMA }))) {
      words.set(key, sentence);
    }
  }
  return makeWording(language, words);
}
