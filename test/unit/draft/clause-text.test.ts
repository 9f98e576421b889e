import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseClauseText, parseTemplate, parametersUsed } from "../../../src/draft/clause-text.ts";

function problemsOf(source: string) {
  const result = parseClauseText(source);
  return result.ok ? [] : result.problems.map(({ line, fault }) => ({ line, fault }));
}

describe("items of a clause", () => {
  test("numbered items, lettered points and the end of the sentence after them", () => {
    const source = [
      "1. First {{days}} days.",
      "2. A change needs that",
      "   a) one thing,",
      "      said over two lines, or",
      "   b) another,",
      "",
      "   and that it is needed.",
      "3. Last, over",
      "   two lines.",
    ].join("\r\n");
    expect(parseClauseText(source)).toEqual({
      ok: true,
      items: [
        { text: "First {{days}} days.", points: [], after: undefined },
        {
          text: "A change needs that",
          points: ["one thing, said over two lines, or", "another,"],
          after: "and that it is needed.",
        },
        { text: "Last, over two lines.", points: [], after: undefined },
      ],
    });
  });

  test.each([
    ["", 1, "no-items"],
    ["# Heading\n1. Words.", 1, "stray-line"],
    ["1. Words.\n3. Words.", 2, "number-out-of-order"],
    ["1. Words\n   a) one\n   c) two", 3, "letter-out-of-order"],
    ["   a) one\n1. Words.", 1, "point-outside-item"],
    ["1. Words\n   a) one\n   and so on\n   b) two", 4, "point-after-continuation"],
    ["1. Words {{open\n2. Words.", 1, "blank-malformed"],
    ["1. Words.\n2. Words {{Big Name}}.", 2, "blank-malformed"],
    ["1. Words {{#if a}} never closed.", 1, "choice-malformed"],
    ["1. Words {{/if}}.", 1, "choice-malformed"],
    ["1. Words {{#if a}}x{{#if b}}y{{/if}}{{/if}}.", 1, "choice-malformed"],
  ])("%j is faulty at line %i", (source, line, fault) => {
    expect(problemsOf(source)).toContainEqual({ line, fault });
  });

  test("no text makes it throw", () => {
    const pieces = fc.constantFrom(
      "1. ",
      "2. ",
      "   a) ",
      "{{",
      "}}",
      "{{x}}",
      "{{#if x}}",
      "{{/if}}",
      "\n",
      "\t",
      "words",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (parts) => {
        const result = parseClauseText(parts.join(""));
        return result.ok ? result.items.length > 0 : result.problems.length > 0;
      }),
    );
  });
});

describe("blanks and choices", () => {
  test("are split from the words", () => {
    expect(parseTemplate("Within {{reach}} hours{{#if sea}}, also by {{way}}{{/if}}.")).toEqual({
      ok: true,
      runs: [
        { kind: "text", text: "Within " },
        { kind: "blank", parameter: "reach" },
        { kind: "text", text: " hours" },
        {
          kind: "choice",
          parameter: "sea",
          runs: [
            { kind: "text", text: ", also by " },
            { kind: "blank", parameter: "way" },
          ],
        },
        { kind: "text", text: "." },
      ],
    });
  });
});

const LIBRARY = new URL("../../../templates/clauses/", import.meta.url);

describe("the library's texts", () => {
  const clauses = readdirSync(LIBRARY).filter((id) => existsSync(new URL(`${id}/sv.md`, LIBRARY)));

  test("are there", () => {
    expect(clauses.length).toBeGreaterThan(0);
  });

  test.each(clauses)("%s has the same items, points and parameters in each language", (id) => {
    const shapes = ["sv", "fi", "en"].map((language) => {
      const result = parseClauseText(
        readFileSync(new URL(`${id}/${language}.md`, LIBRARY), "utf8"),
      );
      if (!result.ok) return result.problems;
      return result.items.map((item) => ({
        points: item.points.length,
        after: item.after !== undefined,
        parameters: [...parametersUsed([item])].sort(),
      }));
    });
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(shapes[0]);
    expect(shapes[0]).not.toContainEqual(expect.objectContaining({ fault: expect.anything() }));
  });
});
