import type { Language } from "../model/values.ts";

/** Words on place, nationality or origin, by language: allowed only where they are proportionate. */
const TERRITORIAL: Readonly<Record<Language, RegExp>> = {
  sv: /(?<!\p{L})(?:finländsk\p{L}*|inhemsk\p{L}*|i Finland|nationalitet\p{L}*|medborgarskap\p{L}*|ursprungsl[aä]nd\p{L}*)(?!\p{L})/giu,
  fi: /(?<!\p{L})(?:suomalai\p{L}*|kotimai\p{L}*|Suomessa|kansalai[ns]\p{L}*|alkuperäma\p{L}*|kansallisuu\p{L}*)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:Finnish|domestic\p{L}*|in Finland|nationalit\p{L}+|citizenship|countr(?:y|ies) of origin)(?!\p{L})/giu,
};

/** The words of a text that tie a duty to a place, a nationality or an origin; each once. */
export function territorialWords(text: string, languages: readonly Language[]): readonly string[] {
  return [...new Set(languages.flatMap((language) => text.match(TERRITORIAL[language]) ?? []))];
}
