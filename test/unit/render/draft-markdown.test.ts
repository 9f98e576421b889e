import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../src/model/values.ts";
import { renderDraftMarkdown } from "../../../src/render/draft-markdown.ts";
import { fullDraft, HOSTILE_TITLES } from "./draft-documents.ts";

describe("a draft as Markdown", () => {
  test("holds list, blanks, clauses with numbers and points, and the notes", () => {
    const text = renderDraftMarkdown(fullDraft("en"));
    expect(text).toMatch(/^# Draft clauses for disruption situations\n/u);
    expect(text).toContain("| 1 | [notice en](#clause_1_1)<br>DC-02 · [notes](#notes_1_1) |");
    expect(text).toContain("**1.1** Within 8 hours under annex");
    expect(text).toContain("**1.2** Clause [2](#clause_1_2) holds when");
    expect(text).toContain("\u{2003}b) another under annex");
    expect(text).toContain(
      "[124/2025, 11\u{A0}§](<https://www.finlex.fi/fi/laki/ajantasa/2025/20250124>)",
    );
    expect(text).toContain("label first | 8 hours | proposal for the class | why first |");
  });

  test.each(LANGUAGES)(
    "every link inside the %s document has its place, and no place is there twice",
    (language) => {
      const text = renderDraftMarkdown(fullDraft(language));
      const places = [...text.matchAll(/<a id="([^"]+)">/gu)].map(([, id]) => id);
      const links = [...text.matchAll(/\]\(#([^)]+)\)/gu)].map(([, id]) => id);
      expect(links.length).toBeGreaterThan(5);
      expect(links.filter((link) => !places.includes(link))).toEqual([]);
      expect(new Set(places).size).toBe(places.length);
    },
  );

  test("shows every blank, each time it stands in the text", () => {
    const text = renderDraftMarkdown(fullDraft("en"));
    expect(text.match(/<a id="blank_1_\d+"><\/a>/gu)).toHaveLength(3);
    expect(text.match(/\\\[\\_\\_ label annex-contacts \\_\\_\\\]/gu)).toHaveLength(2);
    expect(text).not.toContain("{{");
  });

  test.each(HOSTILE_TITLES.map((title) => [title.slice(0, 20), title]))(
    "%j stays text",
    (_, title) => {
      const text = renderDraftMarkdown(fullDraft("sv", title));
      expect(text).not.toMatch(
        /[\u{0}-\u{9}\u{B}-\u{1F}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{200F}]/u,
      );
      expect(text).not.toContain("{{");
      expect(text).not.toContain("<script");
      expect(text).not.toContain("<img");
      expect(text).not.toMatch(/(?<!\\)\]\(javascript/u);
      const heading = text.split("\n").find((line) => line.includes("contract_1")) ?? "";
      expect(
        heading.startsWith('## <a id="contract_1"></a>NS\\-1') ||
          heading.startsWith('## <a id="contract_1"></a>NS-1'),
      ).toBe(true);
      expect(Array.from(heading).length).toBeLessThan(500);
    },
  );
});
