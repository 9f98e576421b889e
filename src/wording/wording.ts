import type { Param } from "../model/codes.ts";
import type { Language } from "../model/values.ts";

/** One sentence, or one for each plural category of `count`. */
export type Sentence = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** The words of one language, by dotted key. */
export type Words = ReadonlyMap<string, Sentence>;

/** Says things in one language. */
export interface Wording {
  readonly language: Language;
  /**
   * The sentence of `key`, each `{name}` replaced by the parameter. A sentence with plural forms
   * takes the form of the parameter `count`. A key or parameter that is missing is a defect of ours
   * and throws.
   */
  readonly say: (key: string, params?: Readonly<Record<string, Param>>) => string;
  /** True when the key has a sentence: for keys made of data, such as the name of a field. */
  readonly has: (key: string) => boolean;
}

const PLACEHOLDER = /\{([a-z][a-z-]*)\}/gu;

/** The words that all three languages must have alike, ready to be said. */
export function makeWording(language: Language, words: Words): Wording {
  const plural = new Intl.PluralRules(language);
  const say = (key: string, params: Readonly<Record<string, Param>> = {}): string => {
    const sentence = words.get(key);
    if (sentence === undefined) throw new Error(`no words for ${key} in ${language}`);
    return fill(chooseForm(sentence, params["count"], plural), params, key);
  };
  return { language, say, has: (key) => words.has(key) };
}

function chooseForm(
  sentence: Sentence,
  count: Param | undefined,
  plural: Intl.PluralRules,
): string {
  if (typeof sentence === "string") return sentence;
  const category = plural.select(typeof count === "number" ? count : Number(count));
  return sentence[category] ?? sentence.other ?? "";
}

function fill(template: string, params: Readonly<Record<string, Param>>, key: string): string {
  return template.replace(PLACEHOLDER, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`no parameter ${name} for ${key}`);
    return typeof value === "object" ? value.join(", ") : String(value);
  });
}
