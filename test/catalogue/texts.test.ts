import { describe, expect, it } from "vitest";
import type { Criterion } from "../../src/model/criterion.ts";
import type { Language } from "../../src/model/values.ts";
import { LANGUAGES } from "../../src/model/values.ts";
import { SHIPPED } from "../support/shipped-catalogue.ts";
import { textsIn, userTexts } from "../support/user-texts.ts";
import { breachesOf, WORD_RULES } from "../support/word-rules.ts";

const TEXTS = userTexts();

describe("the texts that people read", () => {
  it("are found in every room and in each language", () => {
    const rooms = ["criteria", "clauses", "wording", "register", "report"];
    const missing = rooms.flatMap((room) =>
      LANGUAGES.filter(
        (each) =>
          !TEXTS.some(
            ({ language, place }) => language === each && place.startsWith(`templates/${room}/`),
          ),
      ).map((each) => `${room} ${each}`),
    );
    expect(missing).toEqual([]);
    expect(TEXTS.length).toBeGreaterThan(1000);
  });

  it("are told apart by the language they stand under", () => {
    const value = {
      id: "a",
      text: { sv: { title: "Avtal" }, fi: { title: "Sopimus" }, en: { decide: ["Who pays?"] } },
      sv: "no language: there is nothing in the others",
    };
    expect(textsIn(value, "a.yaml", undefined)).toEqual([
      { language: "sv", place: "a.yaml text sv title", text: "Avtal" },
      { language: "fi", place: "a.yaml text fi title", text: "Sopimus" },
      { language: "en", place: "a.yaml text en decide 0", text: "Who pays?" },
    ]);
  });
});

describe.each(WORD_RULES.map((rule) => [`${rule.language}: ${rule.says}`, rule] as const))(
  "%s",
  (_says, rule) => {
    it.each(rule.wrong)("finds “%s”", (text) => {
      const place = "templates/criteria/a.yaml";
      expect(breachesOf(rule, [{ language: rule.language, place, text }])).not.toEqual([]);
    });

    it.each(rule.right)("leaves “%s” alone", (text) => {
      const place = "templates/criteria/a.yaml";
      expect(breachesOf(rule, [{ language: rule.language, place, text }])).toEqual([]);
    });

    it("holds in every text", () => {
      expect(breachesOf(rule, TEXTS)).toEqual([]);
    });
  },
);

// --- the texts of the criteria ---------------------------------------------------------------------

type CriterionText = Criterion["text"][Language];

/** How many sentences a text has; a capital after a full stop begins the next. */
function sentencesIn(text: string): number {
  return text.trim().split(/(?<=[.!?]["”’)]?)\s+(?=["“”(]?\p{Lu})/u).length;
}

/** What is wrong with the form of a criterion's text. */
function faultsIn(text: CriterionText): readonly string[] {
  const faults: string[] = [];
  for (const part of ["title", "why", "do"] as const)
    if (!/\.[”’)]?$/u.test(text[part].trim())) faults.push(`${part} does not end`);
  if (!text.ask.trim().endsWith("?")) faults.push("ask is no question");
  if (sentencesIn(text.title) !== 1) faults.push("title is not one sentence");
  if (sentencesIn(text.why) !== 2) faults.push("why is not two sentences");
  if (sentencesIn(text.do) < 2) faults.push("do does not say both what to do and what proves it");
  return faults;
}

/** Parts that say the same in two languages: one of them has not been translated. */
function untranslatedIn(text: Criterion["text"]): readonly string[] {
  return (["title", "why", "do", "ask"] as const).filter(
    (part) => new Set(LANGUAGES.map((language) => text[language][part])).size < LANGUAGES.length,
  );
}

const WELL_FORMED: CriterionText = {
  title: "There is a plan.",
  why: "Without a plan time is lost. With one “all goes well.”",
  do: "Write a plan. The proof is the plan, section 2 item 3.",
  ask: "Where is the plan?",
};

describe("the form of a criterion's text", () => {
  it.each([
    ["nothing", {}, []],
    ["a title without its full stop", { title: "A plan" }, ["title does not end"]],
    ["a title of two sentences", { title: "A plan. Yes." }, ["title is not one sentence"]],
    ["one sentence of why", { why: "Time is lost." }, ["why is not two sentences"]],
    ["three sentences of why", { why: "So. And so. On." }, ["why is not two sentences"]],
    [
      "an instruction without proof",
      { do: "Write a plan." },
      ["do does not say both what to do and what proves it"],
    ],
    ["a question that asks nothing", { ask: "The plan." }, ["ask is no question"]],
    ["an empty text", { why: " " }, ["why does not end", "why is not two sentences"]],
  ])("%s is found", (_says, changes, expected) => {
    expect(faultsIn({ ...WELL_FORMED, ...changes })).toEqual(expected);
  });

  it("shows what has not been translated", () => {
    const said = (ask: string): CriterionText => ({
      title: `${ask} T`,
      why: `${ask} W`,
      do: `${ask} D`,
      ask,
    });
    expect(untranslatedIn({ sv: said("a"), fi: said("b"), en: said("c") })).toEqual([]);
    expect(
      untranslatedIn({ sv: said("a"), fi: { ...said("b"), why: "c W" }, en: said("c") }),
    ).toEqual(["why"]);
  });

  it.each([...SHIPPED.criteria.values()].map(({ id, text }) => [id, text] as const))(
    "is right in %s",
    (_id, text) => {
      const faults = LANGUAGES.flatMap((language) =>
        faultsIn(text[language]).map((fault) => `${language}: ${fault}`),
      );
      expect(faults).toEqual([]);
      expect(untranslatedIn(text)).toEqual([]);
    },
  );
});
