import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FACTS } from "../../src/assess/facts.ts";
import { CODES } from "../../src/model/codes.ts";
import { TEST_WORDS } from "../../src/model/condition.ts";
import { EXIT } from "../../src/model/exit.ts";
import { LANGUAGES } from "../../src/model/values.ts";
import { SHIPPED } from "../support/shipped-catalogue.ts";

const REFERENCE = new URL("../../docs/reference/", import.meta.url);

describe.each(LANGUAGES)("the reference in %s", (language) => {
  const folder = new URL(`${language}/`, REFERENCE);
  const pages = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")]),
  );
  const page = (name: string): string => pages.get(`${name}.md`) ?? "";
  const criteriaPages = [...pages]
    .filter(([name]) => name.startsWith("criteria-"))
    .map(([, text]) => text)
    .join("\n");

  test("has the same pages as the others", () => {
    expect([...pages.keys()]).toEqual(readdirSync(new URL("en/", REFERENCE)));
  });

  test("has an entry for every criterion, with its words, its rule and its cases", () => {
    for (const { id, text, examples } of SHIPPED.criteria.values()) {
      const entry = criteriaPages.split(/^## /mu).find((each) => each.includes(`\n\`${id}\` `));
      expect({ id, found: entry !== undefined }).toEqual({ id, found: true });
      const plain = (entry ?? "").replaceAll("\\", "");
      for (const said of Object.values(text[language]))
        expect({ id, said: plain.includes(said) }).toEqual({ id, said: true });
      const cases = [...plain.matchAll(/^- .* → \*\*/gmu)];
      expect({ id, cases: cases.length }).toEqual({ id, cases: examples.length });
    }
  });

  test("sets a doubtful source apart, wherever a criterion rests on one", () => {
    const doubtful = [...SHIPPED.criteria.values()].flatMap(({ sources }) =>
      sources.filter(({ mark }) => mark === "V-old" || mark === "B" || mark === "?"),
    );
    expect(doubtful.length).toBeGreaterThan(5);
    const apart = [...criteriaPages.matchAll(/^- .* – \*\*.+\*\*/gmu)];
    expect(apart).toHaveLength(doubtful.length);
  });

  test("has every clause, scale, fact, vital function, word, code and exit", () => {
    for (const { id } of SHIPPED.clauses.values()) expect(page("clauses")).toContain(`\`${id}\``);
    for (const name of Object.keys(SHIPPED.profile.scales))
      expect(page("scales")).toContain(`\`${name}\``);
    for (const { name } of FACTS) expect(page("facts")).toContain(`\`fact.${name}\``);
    for (const id of SHIPPED.vitalFunctions.keys())
      expect(page("vital-functions")).toContain(`## ${id} `);
    for (const word of TEST_WORDS) expect(page("condition-words")).toContain(`| \`${word}\``);
    for (const code of Object.keys(CODES)) expect(page("diagnostics")).toContain(`### ${code}\n`);
    for (const exit of Object.values(EXIT)) expect(page("exit-codes")).toContain(`| \`${exit}\``);
  });

  test("links to nothing that is not there", () => {
    const anchorsOf = (text: string): ReadonlySet<string> => {
      const seen = new Map<string, number>();
      return new Set(
        [...text.matchAll(/^#+ (.+)$/gmu)].map(([, title = ""]) => {
          const slug = title
            .replaceAll("\\", "")
            .toLowerCase()
            .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
            .replaceAll(" ", "-");
          const times = seen.get(slug) ?? 0;
          seen.set(slug, times + 1);
          return times === 0 ? slug : `${slug}-${times}`;
        }),
      );
    };
    const links = [...pages].flatMap(([name, text]) =>
      [...text.matchAll(/\]\(((?!https:)[^)]+)\)/gu)].map(([, to = ""]) => [name, to] as const),
    );
    expect(links.length).toBeGreaterThan(150);
    const dead = links.filter(([from, to]) => {
      const [file = "", anchor] = to.split("#");
      const target = pages.get(file === "" ? from : file);
      if (target === undefined) return true;
      return anchor !== undefined && !anchorsOf(target).has(anchor);
    });
    expect(dead).toEqual([]);
  });
});
