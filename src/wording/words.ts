import type { Sentence } from "./wording.ts";

const PLURAL_CATEGORIES = new Set(["zero", "one", "two", "few", "many", "other"]);

/** The sentences of one area's file, each with its dotted key. Throws when the file holds anything else. */
export function flattenWords(
  area: string,
  value: unknown,
): readonly (readonly [string, Sentence])[] {
  if (typeof value === "string") return [[area, value]];
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error(`${area}: only text and maps of text`);
  }
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key]) => PLURAL_CATEGORIES.has(key))) {
    return [[area, Object.fromEntries(entries.map(([key, text]) => [key, String(text)]))]];
  }
  return entries.flatMap(([key, nested]) => flattenWords(`${area}.${key}`, nested));
}
