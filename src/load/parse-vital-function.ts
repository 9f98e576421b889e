import type { VitalFunction } from "../model/vital-function.ts";
import type { Language, RawObject } from "../model/values.ts";
import { LANGUAGES, rawText } from "../model/values.ts";
import { listIn, objectIn, sourceOf } from "./parse-criterion.ts";

/** A vital function from its file, in the shape of its schema. */
export function parseVitalFunction(raw: RawObject): VitalFunction {
  const id = rawText(raw["id"]);
  const parts = objectIn(raw, "parts");
  return {
    id,
    name: namesIn(raw, "name"),
    sources: listIn(raw, "sources").map(sourceOf),
    parts: new Map(Object.keys(parts).map((part) => [`${id}.${part}`, namesIn(parts, part)])),
  };
}

function namesIn(raw: RawObject, key: string): Readonly<Record<Language, string>> {
  const names = objectIn(raw, key);
  return Object.fromEntries(
    LANGUAGES.map((language) => [language, rawText(names[language])]),
  ) as Record<Language, string>;
}
