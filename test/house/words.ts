import { readdirSync, readFileSync } from "node:fs";
import { CORE_SCHEMA, load } from "js-yaml";
import type { Language } from "../../src/model/values.ts";
import type { Sentence } from "../../src/wording/wording.ts";
import { flattenWords } from "../../src/wording/words.ts";

const WORDING = new URL("../../templates/wording/", import.meta.url);

/** Every sentence of a language under `templates/wording`, by its dotted key. */
export function readWords(language: Language): ReadonlyMap<string, Sentence> {
  const files = readdirSync(new URL(`${language}/`, WORDING)).filter((name) =>
    name.endsWith(".yaml"),
  );
  return new Map(
    files.flatMap((name) => {
      const text = readFileSync(new URL(`${language}/${name}`, WORDING), "utf8");
      return flattenWords(name.replace(".yaml", ""), load(text, { schema: CORE_SCHEMA }));
    }),
  );
}
