import type { Term } from "../model/glossary.ts";
import type { Platform } from "../model/platform.ts";
import { isRawObject, rawText } from "../model/values.ts";
import { listIn, perLanguage } from "./parse-criterion.ts";
import { yamlOf } from "./shipped.ts";

/** The terms that all languages of a contract must have alike. */
export function loadGlossary(platform: Platform): readonly Term[] {
  const path = "templates/glossary.yaml";
  const text = new TextDecoder().decode(platform.readFile(`${platform.home}/${path}`));
  return listIn(yamlOf(path, text), "terms")
    .filter(isRawObject)
    .map((raw) =>
      perLanguage(raw, (each) => ({
        name: rawText(each["name"]),
        stems: listIn(each, "stem").map(String),
      })),
    );
}
