import ts from "typescript";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/model/values.ts";
import type { Sentence } from "../../src/wording/wording.ts";
import { placesOf, textFiles } from "./project-files.ts";
import { readWords } from "./words.ts";

const WORDS = new Map(LANGUAGES.map((language) => [language, readWords(language)]));
const ENGLISH = WORDS.get("en") ?? new Map<string, Sentence>();
const AREAS = [...new Set([...ENGLISH.keys()].map((key) => key.split(".")[0] ?? ""))];

/** The parameters of a sentence, over all its forms. */
function parametersOf(sentence: Sentence | undefined): readonly string[] {
  const forms = typeof sentence === "string" ? [sentence] : Object.values(sentence ?? {});
  return [
    ...new Set(
      forms.flatMap((form) =>
        [...form.matchAll(/\{([a-z][A-Za-z-]*)\}/gu)].map((found) => found[1] ?? ""),
      ),
    ),
  ].sort();
}

describe.each(LANGUAGES)("the words in %s", (language) => {
  const words = WORDS.get(language) ?? new Map<string, Sentence>();

  test("have the keys that English has", () => {
    expect(ENGLISH.size).toBeGreaterThan(100);
    expect([...words.keys()].filter((key) => !ENGLISH.has(key))).toEqual([]);
    expect([...ENGLISH.keys()].filter((key) => !words.has(key))).toEqual([]);
  });

  test("take the parameters that English takes", () => {
    const odd = [...words].filter(
      ([key, each]) => parametersOf(each).join() !== parametersOf(ENGLISH.get(key)).join(),
    );
    expect(
      odd.map(
        ([key, each]) =>
          `${key}: ${parametersOf(each).join()} | ${parametersOf(ENGLISH.get(key)).join()}`,
      ),
    ).toEqual([]);
  });

  test("have each plural form of the language, and no other", () => {
    const needed = new Intl.PluralRules(language)
      .resolvedOptions()
      .pluralCategories.toSorted()
      .join();
    const plural = [...words].filter(([, each]) => typeof each !== "string");
    expect(plural.length).toBeGreaterThan(5);
    expect(
      plural.filter(([, each]) => Object.keys(each).sort().join() !== needed).map(([key]) => key),
    ).toEqual([]);
  });

  test("are written, without space at either end", () => {
    const forms = [...words].flatMap(([key, each]) =>
      (typeof each === "string" ? [each] : Object.values(each)).map((form) => [key, form] as const),
    );
    // What is only worth knowing needs no way out.
    const written = forms.filter(([key]) => !/^diagnostics\.\w+\.help$/u.test(key));
    expect(written.filter(([, form]) => form.trim() === "").map(([key]) => key)).toEqual([]);
    expect(forms.filter(([, form]) => form !== form.trim()).map(([key]) => key)).toEqual([]);
  });
});

interface Spoken {
  readonly place: string;
  readonly key: RegExp;
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** What a text in the source says as a key: all of it, or its fixed parts with anything between them. */
function keyIn(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return quoted(node.text);
  if (!ts.isTemplateExpression(node)) return undefined;
  return (
    quoted(node.head.text) +
    node.templateSpans.map((span) => `.+${quoted(span.literal.text)}`).join("")
  );
}

/** True for the first argument of a call that says something, or a part of it. */
function isSaid(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent)) {
    const named = ts.isPropertyAccessExpression(parent.expression)
      ? parent.expression.name
      : parent.expression;
    return parent.arguments[0] === node && /^(say|has)$/u.test(named.getText());
  }
  return ts.isConditionalExpression(parent) && isSaid(parent);
}

/** Every text in the source that is said, or that begins as a key of the wording does. */
function spokenKeys(): readonly Spoken[] {
  // A path of a field in a register may begin with "clauses" too.
  const area = new RegExp(`^(${AREAS.filter((name) => name !== "clauses").join("|")})\\\\.`, "u");
  const isFile = /\s|\.(yaml|ts|js|json|html|pdf|md|docx|txt)$/u;
  return textFiles(/^src\/(?!dev\/|assess\/).*\.ts$/u).flatMap(({ path, text }) => {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
    const found: Spoken[] = [];
    const visit = (node: ts.Node): void => {
      const said = keyIn(node);
      if (
        said !== undefined &&
        !isFile.test(said) &&
        (area.test(said) || (said.includes(".") && isSaid(node)))
      ) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push({
          place: `${path}:${line + 1}: ${said.replaceAll("\\", "")}`,
          key: new RegExp(`^${said}$`, "u"),
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

test("every key that the source says has a sentence", () => {
  const keys = [...ENGLISH.keys()];
  const spoken = spokenKeys();
  expect(spoken.length).toBeGreaterThan(100);
  // A key may also be the beginning of keys, to which a word is added later.
  const begins = (pattern: RegExp): RegExp =>
    new RegExp(pattern.source.replace(/\$$/u, "(\\.|$)"), "u");
  expect(
    spoken
      .filter(({ key }) => !keys.some((each) => begins(key).test(each)))
      .map(({ place }) => place),
  ).toEqual([]);
});

describe("the words of the trade", () => {
  const texts = textFiles(/^(templates|schemas|examples)\/.*\.(ya?ml|md|hbs|json|css)$/u);
  const word = (text: string): RegExp => new RegExp(`(?<![\\p{L}-])(${text})(?!\\p{L})`, "giu");

  test("are those of Finland, not those of Sweden", () => {
    const swedens = [
      "upphandlande myndighet(en|er|erna)?s?",
      "krisberedskap(en)?s?",
      "samhällsviktiga? verksamhet(en|er)?s?",
      "höjd beredskap(en)?",
      "försörjningstrygghet(en)?s?",
      "vite(t|n|na)?s?",
    ];
    expect(placesOf(word(swedens.join("|")), texts)).toEqual([]);
    expect(placesOf(/(?<!\p{L})(LOU|MSB)(?!\p{L})/gu, texts)).toEqual([]);
  });

  test("never say that the guide requires", () => {
    const claims = [
      "guide (requires?|demands?|obliges?|mandates?)",
      "(required|demanded|mandated) by the guide",
      "requirements? (of|in) the guide",
      "(guiden|handboken|vägledningen) (kräver|fordrar|förutsätter|ålägger)",
      "(krävs|fordras|förutsätts) (av|i|enligt) (guiden|handboken|vägledningen)",
      "(guidens|handbokens|vägledningens) krav",
      "opas (edellyttää|vaatii|velvoittaa)",
      "oppaassa (edellytetään|vaaditaan)",
      "oppaan (vaatimus|vaatimukset|edellyttäm\\p{L}*|vaatim[aiy]\\p{L}*)",
    ];
    expect(placesOf(word(claims.join("|").replaceAll(" ", "\\s+")), texts)).toEqual([]);
  });
});
