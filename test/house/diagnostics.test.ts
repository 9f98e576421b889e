import { describe, expect, test } from "vitest";
import { CODES } from "../../src/model/codes.ts";
import type { Code } from "../../src/model/codes.ts";
import { LANGUAGES } from "../../src/model/values.ts";
import { readWords } from "./words.ts";

const codes = Object.keys(CODES) as Code[];
const FIRST_LETTERS = /^diagnostics\.([YSRCDFU]\d{3})(\.|$)/u;

test("there are codes, each with a name of its own", () => {
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.filter((code) => !/^[YSRCDFU]\d{3}$/u.test(code))).toEqual([]);
  const names = codes.map((code) => CODES[code].name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

describe.each(LANGUAGES)("in %s", (language) => {
  const words = readWords(language);
  const textOf = (key: string): string => {
    const said = words.get(`diagnostics.${key}`);
    return typeof said === "string" ? said : Object.values(said ?? {}).join("\n");
  };
  const parametersIn = (text: string): readonly string[] =>
    [...text.matchAll(/\{([a-z][a-z-]*)\}/gu)].map((found) => found[1] ?? "");

  test("every code has a sentence, a way out and a page", () => {
    const missing = codes.flatMap((code) =>
      ["says", "help", "page"]
        .map((part) => `${code}.${part}`)
        .filter((key) => !words.has(`diagnostics.${key}`)),
    );
    expect(missing).toEqual([]);
  });

  test("none of them is empty, but the way out of what is only worth knowing", () => {
    const silent = codes.flatMap((code) => {
      const parts = CODES[code].class === "note" ? ["says", "page"] : ["says", "help", "page"];
      return parts.map((part) => `${code}.${part}`).filter((key) => textOf(key).trim() === "");
    });
    expect(silent).toEqual([]);
  });

  test("every code with a suggestion has a way out that gives it", () => {
    const suggesting = codes.filter((code) =>
      (CODES[code].params as readonly string[]).includes("suggestion"),
    );
    expect(suggesting.length).toBeGreaterThan(3);
    const silent = suggesting.filter(
      (code) => !parametersIn(textOf(`${code}.help-suggestion`)).includes("suggestion"),
    );
    expect(silent).toEqual([]);
  });

  test("a code is said with exactly its parameters", () => {
    const odd = codes.flatMap((code) => {
      const known: readonly string[] = CODES[code].params;
      const said = parametersIn(
        ["says", "help", "help-suggestion"].map((part) => textOf(`${code}.${part}`)).join("\n"),
      );
      const foreign = said
        .filter((name) => !known.includes(name))
        .map((name) => `${code} has no ${name}`);
      const unsaid = known
        .filter((name) => !said.includes(name))
        .map((name) => `${code} never says ${name}`);
      return [...foreign, ...unsaid];
    });
    expect(odd).toEqual([]);
  });

  test("a way out without a suggestion, and a page, stand alone", () => {
    const leaning = codes.filter(
      (code) =>
        parametersIn(textOf(`${code}.help`)).includes("suggestion") ||
        parametersIn(textOf(`${code}.page`)).length > 0,
    );
    expect(leaning).toEqual([]);
  });

  test("no sentence is left of a code that is gone", () => {
    const said = new Set([...words.keys()].flatMap((key) => FIRST_LETTERS.exec(key)?.[1] ?? []));
    expect([...said].filter((code) => !(code in CODES))).toEqual([]);
  });
});
