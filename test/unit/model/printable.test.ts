import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printable, shorten } from "../../../src/model/printable.ts";

describe("text that any document can hold", () => {
  test.each([
    ["plain å ä ö €", "plain å ä ö €"],
    ["a\u{0}b", "a\u{FFFD}b"],
    ["a\r\n\tb\u{2028}c", "a b c"],
    ["\u{202E}evil", "\u{FFFD}evil"],
    ["\u{D83D}", "\u{FFFD}"],
    ["\u{1F600}", "\u{1F600}"],
    ["\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"],
  ])("%j becomes %j", (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  test("once made printable it stays as it is, and holds only characters that XML allows", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = printable(text);
        expect(printable(once)).toBe(once);
        expect(once).toMatch(/^[\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u);
      }),
    );
  });
});

describe("a shortened text", () => {
  test("keeps whole characters and shows that something was cut", () => {
    expect(shorten("abc", 3)).toBe("abc");
    expect(shorten("a\u{1F600}\u{1F600}b", 3)).toBe("a\u{1F600}…");
  });
});
