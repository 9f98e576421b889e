import fc from "fast-check";
import { expect, test } from "vitest";
import { widestWord, wrap } from "../../../src/render/wrap.ts";

const letters = (text: string): number => [...text].length;

function lines(text: string, width: number, spaces?: "hanging"): readonly string[] {
  const broken = wrap([{ text, style: "plain" }], width, letters, spaces);
  return broken.map((line) => line.map((run) => run.text).join(""));
}

test("breaks at spaces and drops them", () => {
  expect(lines("ett två tre", 7)).toEqual(["ett två", "tre"]);
});

test("keeps the space at a break where it may hang", () => {
  expect(lines("ett två tre", 7, "hanging")).toEqual(["ett två ", "tre"]);
});

test("breaks after a hyphen between letters, not inside an identifier or a date", () => {
  expect(lines("EU-rahoitus", 8)).toEqual(["EU-", "rahoitus"]);
  expect(lines("nr K-2026-0001", 11)).toEqual(["nr", "K-2026-0001"]);
});

test("does not break at a no-break space", () => {
  expect(lines("yli 12\u00a0000\u00a0€", 9)).toEqual(["yli", "12\u00a0000\u00a0€"]);
});

test("breaks a word that is wider than a line between letters, accents kept", () => {
  expect(lines("abcdefgh", 3)).toEqual(["abc", "def", "gh"]);
  expect(lines("e\u0301e\u0301e\u0301", 2)).toEqual(["e\u0301", "e\u0301", "e\u0301"]);
});

test("a word may change its style without a break in it", () => {
  const runs = [
    { text: "se ", style: "plain" },
    { text: "lag", style: "strong" },
    { text: ", och", style: "plain" },
  ];
  const texts = wrap(runs, 7, letters).map((line) => line.map(({ text }) => text));
  expect(texts).toEqual([["se ", "lag", ","], ["och"]]);
  expect(widestWord(runs, letters)).toBe(4);
});

test("no text is one empty line", () => {
  expect(lines("", 5)).toEqual([""]);
});

test("no line is wider than asked, and nothing but spaces is lost", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (text, width) => {
      const broken = lines(text, width);
      expect(Math.max(...broken.map(letters))).toBeLessThanOrEqual(width);
      expect(broken.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    }),
  );
});
