import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeMarkdown, renderMarkdown } from "../../../src/render/markdown.ts";
import { HOSTILE, renderSample, renderSampleOf } from "../../support/render-sample.ts";

/** Text without what a backslash takes the meaning from, and without the comments that break up mentions. */
function bare(markdown: string): string {
  return markdown.replace(/\\[!-/:-@[-`{-~]/gu, "").replaceAll("<!-- -->", "\u0001");
}

test.each([
  ["a|b", "a\\|b"],
  ["<b>", "\\<b\\>"],
  ["`x` *y* _z_", "\\`x\\` \\*y\\* \\_z\\_"],
  ["[a](https://b.fi)", "\\[a\\](https\\://b.fi)"],
  ["# one\ntwo", "\\# one two"],
  ["a\\|b", "a\\\\\\|b"],
  ["@team fixes #12", "@<!-- -->team fixes \\#<!-- -->12"],
  ["www.evil.example", "www\\.evil.example"],
  ["R&D &lt; 5", "R\\&D \\&lt; 5"],
  ["tre kronor (3 €) - 50 %!", "tre kronor (3 €) - 50 %!"],
])("%j is written %j", (text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected);
});

test("whatever the text, no character of markup is left with its meaning", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const left = bare(escapeMarkdown(text));
      expect(left).not.toMatch(/[\\`*_[\]<>|~$&#\n\r]|:\/\/|@\w/u);
    }),
  );
});

test.each([
  ["- no list", "\\- no list"],
  ["+ no list", "\\+ no list"],
  ["12. no list", "12\\. no list"],
  ["--- ", "\\---"],
  ["===", "\\==="],
  ["    no code", "no code"],
  ["-12 €", "-12 €"],
  ["17.6.2022", "17.6.2022"],
])("a paragraph %j begins %j", (text, expected) => {
  const report = renderSampleOf("en", [{ kind: "paragraph", text: [{ kind: "text", text }] }]);
  expect(renderMarkdown(report).trimEnd().split("\n").at(-1)?.trimEnd()).toBe(expected);
});

test("code stays code whatever backticks it holds, also in a table", () => {
  const cell = { text: [{ kind: "code", text: "a``b|c`" }] } as const;
  const columns = [{ title: "x", align: "start", width: 1 }] as const;
  const report = renderSampleOf("en", [{ kind: "table", caption: "t", columns, rows: [[cell]] }]);
  expect(renderMarkdown(report)).toContain("| ``` a``b\\|c` ``` |");
});

test("every row of a table has the cells of its head", () => {
  const lines = renderMarkdown(renderSample("sv"))
    .split("\n")
    .filter((line) => line.startsWith("|"));
  const cells = lines.map((line) => line.replaceAll("\\|", "").split("|").length - 2);
  expect(lines).toHaveLength(30 + 2 + 1 + 2);
  expect(cells.slice(0, 32).every((count) => count === 4)).toBe(true);
  expect(cells.slice(32).every((count) => count === 2)).toBe(true);
});

test("references lead to the anchors that GitHub makes of the headings", () => {
  expect(renderMarkdown(renderSample("sv"))).toContain(
    "[Kontrakten ett för ett](#kontrakten-ett-för-ett)",
  );
});

test("a link that is not https is words only", () => {
  const markdown = renderMarkdown(renderSample("en"));
  expect(markdown).toContain("no script");
  expect(markdown).not.toContain("](<javascript");
  expect(markdown).toContain("[finlex.fi](<https://www.finlex.fi/>)");
});

test("hostile text stands in the document once for each place it was given, as text", () => {
  const escaped = escapeMarkdown(HOSTILE);
  expect(renderMarkdown(renderSample("fi")).split(escaped)).toHaveLength(1 + 4);
});
