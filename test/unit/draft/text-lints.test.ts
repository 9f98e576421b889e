import { describe, expect, test } from "vitest";
import { lintPlaces, lintTerms } from "../../../src/draft/text-lints.ts";
import type { Clause } from "../../../src/model/clause.ts";
import type { Language } from "../../../src/model/values.ts";
import { clauseOf } from "./cases.ts";

/** A clause with one item in each language. */
function clauseSaying(
  texts: Readonly<Record<Language, string>>,
  decide: readonly string[] = [],
): Clause {
  const whole = clauseOf("c", "DC-01");
  const text = (language: Language) => ({
    ...whole.text[language],
    items: [{ text: texts[language], points: [], after: undefined }],
    decide,
  });
  return { ...whole, text: { sv: text("sv"), fi: text("fi"), en: text("en") } };
}

const TERMS = [
  {
    sv: { name: "undantagsförhållanden", stems: ["undantagsförhålland"] },
    fi: { name: "poikkeusolot", stems: ["poikkeusolo"] },
    en: { name: "emergency conditions", stems: ["emergency condition"] },
  },
];

describe("D013: the same term in all languages", () => {
  const right = {
    sv: "Undantagsförhållandena råder.",
    fi: "Poikkeusoloissa.",
    en: "In emergency conditions.",
  };

  test("is silent where all have it, inflected or not, or none has", () => {
    expect(lintTerms(clauseSaying(right), TERMS)).toEqual([]);
    expect(lintTerms(clauseSaying({ sv: "Kris.", fi: "Kriisi.", en: "Crisis." }), TERMS)).toEqual(
      [],
    );
  });

  test.each([
    ["sv", { ...right, sv: "Vid höjd beredskap." }, "undantagsförhållanden"],
    ["fi", { ...right, fi: "Kriisiaikana." }, "poikkeusolot"],
    ["en", { ...right, en: "In wartime." }, "emergency conditions"],
  ] as const)("names the language that lacks it: %s", (language, texts, wanted) => {
    expect(lintTerms(clauseSaying(texts), TERMS)).toMatchObject([
      {
        code: "D013",
        params: { item: "c 1", language, wanted },
        at: { file: `templates/clauses/c/${language}.md` },
      },
    ]);
  });
});

describe("D006: a text that names a place", () => {
  const placed = { sv: "Lagret finns i Finland.", fi: "Varasto.", en: "The stock." };

  test("is found in its language, unless the notes ask whether that is proportionate", () => {
    expect(lintPlaces(clauseSaying(placed))).toMatchObject([
      {
        code: "D006",
        params: { where: "c", words: ["i Finland"] },
        at: { file: "templates/clauses/c/sv.md" },
      },
    ]);
    expect(lintPlaces(clauseSaying(placed, ["Är kravet proportionerligt?"]))).toEqual([]);
  });

  test("one that names a function is not", () => {
    const function_ = { sv: "Levereras inom 24 timmar.", fi: "Varasto.", en: "The stock." };
    expect(lintPlaces(clauseSaying(function_))).toEqual([]);
  });
});
