import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanHref, cleanText } from "../../../src/render/clean.ts";

test("line breaks and tabs of every kind become one space", () => {
  expect(cleanText("a\r\n\tb\u2028c\u0085d")).toBe("a b c d");
});

test("soft hyphens, zero widths and changes of direction go", () => {
  expect(cleanText("upp\u00adhand\u200bling \u202etxt\u2066\ufeff")).toBe("upphandling txt");
});

test("other control characters and half surrogates are shown as replaced", () => {
  expect(cleanText("\u001b[31m\u0000\ud800x\u007f")).toBe("\ufffd[31m\ufffd\ufffdx\ufffd");
});

test("whatever the text, one line without control characters is left, and cleaning again changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const clean = cleanText(text);
      expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\u00ad\u2028\u2029\u202a-\u202e]/u);
      expect(cleanText(clean)).toBe(clean);
    }),
  );
});

test.each([
  ["https://www.finlex.fi/sv/§ 1", "https://www.finlex.fi/sv/%C2%A7%201"],
  ["javascript:alert(1)", undefined],
  ["http://example.org/", undefined],
  ["data:text/html,x", undefined],
  ["//example.org/", undefined],
  ["java\nscript:alert(1)", undefined],
  ["", undefined],
])("%j leads to %j", (href, expected) => {
  expect(cleanHref(href)).toBe(expected);
});
