import { CORE_SCHEMA, load } from "js-yaml";
import type { Language } from "../../src/model/values.ts";
import { LANGUAGES } from "../../src/model/values.ts";
import { textFiles } from "../house/project-files.ts";

/** A text that an officer, a lawyer or a manager may read, and where it stands. */
export interface UserText {
  readonly language: Language;
  /** The file, and the path inside it where it is a map of texts. */
  readonly place: string;
  readonly text: string;
}

/** The texts inside a value, once it is known in which language they are; `undefined` until then. */
export function textsIn(
  value: unknown,
  place: string,
  language: Language | undefined,
): readonly UserText[] {
  if (typeof value === "string")
    return language === undefined ? [] : [{ language, place, text: value }];
  if (typeof value !== "object" || value === null) return [];
  const isOfLanguages = LANGUAGES.every((each) => each in value);
  return Object.entries(value).flatMap(([key, each]) => {
    const own = isOfLanguages ? LANGUAGES.find((known) => known === key) : undefined;
    return textsIn(each, `${place} ${key}`, own ?? language);
  });
}

/** The language that a path names by a folder or a file; undefined where it names none. */
function languageOf(path: string): Language | undefined {
  return LANGUAGES.find((each) => new RegExp(`/${each}[/.]`, "u").test(path));
}

/** Every text of the shipped templates that people read, in each of the languages. */
export function userTexts(): readonly UserText[] {
  const maps = textFiles(/^templates\/(?!register\/|profiles\/).*\.yaml$/u);
  const prose = textFiles(/^templates\/(clauses\/.*\.md|register\/.*\.yaml)$/u);
  // Comments say what a profile's numbers are; the page holds no words of its own but what is between its tags.
  const profiles = textFiles(/^templates\/profiles\/.*\.yaml$/u);
  const pages = textFiles(/^templates\/report\/.*\.hbs$/u);
  return [
    ...maps.flatMap(({ path, text }) =>
      textsIn(load(text, { schema: CORE_SCHEMA }), path, languageOf(path)),
    ),
    ...prose.flatMap(({ path, text }) => {
      const language = languageOf(path);
      return language === undefined ? [] : [{ language, place: path, text }];
    }),
    ...profiles.map(({ path, text }) => ({ language: "en" as const, place: path, text })),
    ...pages.flatMap(({ path, text }) =>
      LANGUAGES.map((language) => ({
        language,
        place: path,
        text: text.replaceAll(/<[^>]*>/gu, ""),
      })),
    ),
  ];
}
