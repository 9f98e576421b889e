import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CORE_SCHEMA, load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { isRawList, isRawObject, LANGUAGES } from "../../src/model/values.ts";
import type { Language, Raw, RawObject } from "../../src/model/values.ts";
import { MARK, marksIn, parseItems, shapeOf } from "./clause-markdown.ts";
import { faultsOfDefaults, textAt } from "./parameter-defaults.ts";

const FOLDER = fileURLToPath(new URL("../../templates/clauses", import.meta.url));
const DEFINITIONS = "definitions";
const GENERAL_TERMS = ["JYSE", "JIT", "YSE", "KSE"];

/** The ids of the clause library with the codes that documents print, as the register format lists them. */
const CODES: Readonly<Record<string, string>> = {
  "force-majeure": "DC-01",
  "disruption-notice": "DC-02",
  "continuity-plan": "DC-03",
  "risk-review": "DC-04",
  "buffer-stock": "DC-05",
  substitutes: "DC-06",
  "delivery-priority": "DC-07",
  "flow-down": "DC-08",
  "origin-and-routes": "DC-09",
  exercises: "DC-10",
  audit: "DC-11",
  "cyber-notice": "DC-12",
  "recovery-objectives": "DC-13",
  "data-portability": "DC-14",
  "personnel-continuity": "DC-15",
  "change-clause": "DC-16",
  "option-volumes": "DC-17",
  "price-adjustment": "DC-18",
  "step-in": "DC-19",
  "cover-purchase": "DC-20",
  "exit-assistance": "DC-21",
  sanctions: "DC-22",
  "secrecy-annex": "DC-23",
  "duty-to-continue": "DC-24",
  "crisis-contacts": "DC-25",
  "backup-power": "DC-26",
  "payment-continuity": "DC-27",
  "liquidated-damages": "DC-28",
  termination: "DC-29",
  precedence: "DC-30",
};

/** Words of Sweden's administration and law, or left alone where Finland's term is longer. */
const SWEDEN_ONLY =
  /upphandlande myndighet|\bLOU\b|\bregion(en|er|erna)?\b|krisberedskap|samhällsviktig|\bMSB\b|höjd beredskap|försörjningstrygghet|\bvite(t|n)?\b|upphandlingsmyndighet|avropsberättigad|skyddsupplag/iu;

function listAt(object: RawObject, key: string): readonly Raw[] {
  const list = object[key];
  return isRawList(list) ? list : [];
}

function parametersOf(clause: RawObject): readonly RawObject[] {
  return listAt(clause, "parameters").filter(isRawObject);
}

function readText(id: string, language: Language): string {
  return readFileSync(join(FOLDER, id, `${language}.md`), "utf8");
}

function readClause(id: string): RawObject {
  const loaded = load(readFileSync(join(FOLDER, id, "clause.yaml"), "utf8"), {
    schema: CORE_SCHEMA,
  });
  const clause = loaded as Raw | undefined;
  if (!isRawObject(clause)) throw new Error(`${id}: not an object`);
  return clause;
}

const folders = readdirSync(FOLDER).sort();
const ids = folders.filter((folder) => folder !== DEFINITIONS);

describe("the small reader of this test", () => {
  it("refuses a line that belongs to no item", () => {
    expect(() => parseItems("# Heading\n")).toThrow("line 1 belongs to no item");
    expect(() => parseItems("1. One\n3. Three\n")).toThrow("line 2: number");
    expect(() => parseItems("1. One\n   b) point\n")).toThrow("line 2: letter");
  });

  it("tells apart the blanks of items, points and continuations", () => {
    const items = parseItems("1. One {{a}}\n   a) {{b}}\n\n   and {{#if c}}so{{/if}}\n\n2. Two\n");
    expect(shapeOf(items)).toEqual([
      [["a"], ["b"], ["#if c"]],
      [[], []],
    ]);
  });
});

describe("the check of defaults", () => {
  const hours = { name: "x", kind: "span", unit: "hours", range: { least: 1, greatest: 24 } };

  it("accepts values within the range, and none", () => {
    expect(
      faultsOfDefaults({ ...hours, defaults: { K1: "none", K2: "1 h", K3: "24 h", K4: "1 d" } }),
    ).toEqual([]);
  });

  it("names each value outside the range or of another kind", () => {
    const faults = faultsOfDefaults({
      ...hours,
      defaults: { K1: "25 h", K2: "2 months", K3: 3, K4: "4 h" },
    });
    expect(faults.map((fault) => fault.slice(0, 11))).toEqual([
      "x: 25 h is ",
      "x: 2 months",
      "x: 3 is out",
    ]);
  });
});

describe("the clause library", () => {
  it("has the first clauses and the definitions", () => {
    const first = [
      "force-majeure",
      "disruption-notice",
      "continuity-plan",
      "buffer-stock",
      "flow-down",
      "change-clause",
      "sanctions",
      "precedence",
    ];
    expect(folders).toEqual(expect.arrayContaining([...first, DEFINITIONS]));
    expect(ids.filter((id) => !(id in CODES))).toEqual([]);
  });

  it.each(folders)("says the same in three languages: %s", (id) => {
    const [sv, fi, en] = LANGUAGES.map((language) => shapeOf(parseItems(readText(id, language))));
    expect(sv?.length).toBeGreaterThan(4);
    expect(fi).toEqual(sv);
    expect(en).toEqual(sv);
  });

  it.each(folders)("cites the same acts in three languages: %s", (id) => {
    const cited = LANGUAGES.map(
      (language) => readText(id, language).match(/\d{1,4}\/\d{4}/gu) ?? [],
    );
    expect(cited[1]).toEqual(cited[0]);
    expect(cited[2]).toEqual(cited[0]);
  });

  it.each(folders)("has well-formed marks and no foreign braces: %s", (id) => {
    for (const language of LANGUAGES) {
      const text = readText(id, language);
      const opened = text.match(/\{\{#if /gu)?.length ?? 0;
      expect(text.match(/\{\{\/if\}\}/gu)?.length ?? 0).toBe(opened);
      expect(text.replace(MARK, "").replaceAll("{{/if}}", "")).not.toMatch(/[{}]/u);
    }
  });

  it.each(folders)("keeps Sweden's words out of the Swedish: %s", (id) => {
    expect(readText(id, "sv")).not.toMatch(SWEDEN_ONLY);
    if (id !== DEFINITIONS) {
      const own = JSON.stringify(readClause(id), (key, value: unknown) =>
        key === "fi" || key === "en" ? undefined : value,
      );
      expect(own).not.toMatch(SWEDEN_ONLY);
    }
  });

  it("would notice Sweden's words", () => {
    for (const word of ["upphandlande myndighet", "regionen", "vitet", "LOU", "krisberedskapen"])
      expect(word).toMatch(SWEDEN_ONLY);
    for (const word of ["avtalsvite", "avtalsvitet", "störningssituation", "upphandlande enhet"])
      expect(word).not.toMatch(SWEDEN_ONLY);
  });
});

describe.each(ids)("clause %s", (id) => {
  const clause = readClause(id);
  const parameters = parametersOf(clause);
  const names = parameters.map((parameter) => textAt(parameter, "name"));

  it("is named by its folder and carries its code", () => {
    expect(clause["id"]).toBe(id);
    expect(clause["code"]).toBe(CODES[id]);
  });

  it.each(LANGUAGES)("declares each blank once and uses each parameter (%s)", (language) => {
    const used = new Set(marksIn(readText(id, language)).map((mark) => mark.replace("#if ", "")));
    expect([...used].sort()).toEqual([...names].sort());
  });

  it("switches text with choices and fills blanks with the rest", () => {
    const marks = new Set(marksIn(readText(id, "sv")));
    const choices = parameters.filter((parameter) => parameter["kind"] === "choice");
    const switches = [...marks]
      .filter((mark) => mark.startsWith("#if "))
      .map((mark) => mark.slice(4));
    expect(switches.sort()).toEqual(choices.map((parameter) => textAt(parameter, "name")).sort());
    expect(choices.filter((parameter) => marks.has(textAt(parameter, "name")))).toEqual([]);
  });

  it("points only at known clauses, never at itself", () => {
    const references = parameters.filter((parameter) => parameter["kind"] === "reference");
    const targets = references.map((parameter) => textAt(parameter, "refers-to"));
    const needed = listAt(clause, "needs").flatMap((group) => (isRawList(group) ? group : []));
    const rivals = listAt(clause, "conflicts").map((conflict) => textAt(conflict, "with"));
    const pointed = [
      ...targets,
      ...needed.map(String),
      ...rivals.filter((rival) => !GENERAL_TERMS.includes(rival)),
    ];
    expect(pointed.filter((target) => !(target in CODES) || target === id)).toEqual([]);
    const strays = parameters.filter(
      (parameter) => parameter["kind"] !== "reference" && "refers-to" in parameter,
    );
    expect(strays).toEqual([]);
  });

  it("names references, annexes and general terms by their kind", () => {
    for (const parameter of parameters) {
      const name = textAt(parameter, "name");
      expect(name.startsWith("ref-")).toBe(parameter["kind"] === "reference");
      expect(name.startsWith("annex-")).toBe(parameter["kind"] === "annex");
    }
  });

  it("has defaults of the right kind within their ranges", () => {
    expect(parameters.flatMap(faultsOfDefaults)).toEqual([]);
  });

  it("says everything in three languages", () => {
    const blanks: string[] = [];
    const demand = (value: Raw | undefined, place: string, ...path: readonly string[]): void => {
      if (textAt(value, ...path).trim() === "") blanks.push(`${place} ${path.join(".")}`);
    };
    for (const language of LANGUAGES) {
      for (const key of ["title", "purpose"]) demand(clause, id, "text", language, key);
      for (const conflict of listAt(clause, "conflicts"))
        demand(conflict, textAt(conflict, "with"), "text", language);
      for (const parameter of parameters) {
        for (const key of ["name", "why"])
          demand(parameter, textAt(parameter, "name"), "text", language, key);
      }
    }
    expect(blanks).toEqual([]);
  });

  it.each(["decide", "assumes"])("lists the same number of notes in each language: %s", (key) => {
    const texts = isRawObject(clause["text"]) ? clause["text"] : {};
    const counts = LANGUAGES.map((language) => {
      const text = texts[language];
      return isRawObject(text) ? listAt(text, key).length : 0;
    });
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(new Set(counts).size).toBe(1);
  });

  it("gives a day only to sources that were read", () => {
    const sources = listAt(clause, "sources").filter(isRawObject);
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect("checked" in source).toBe(source["mark"] === "V");
  });
});
