import { describe, expect, it } from "vitest";
import { LARGEST_FILE_BYTES, decodeText } from "../../../src/source/decode.ts";

function decode(bytes: string | Uint8Array): ReturnType<typeof decodeText> {
  return decodeText("x.yaml", typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
}

function codeOf(bytes: string | Uint8Array): string {
  const decoded = decode(bytes);
  return decoded.ok ? "" : decoded.diagnostic.code;
}

describe("decodeText", () => {
  it.each([
    "",
    "å ä ö € 日本 😀\n",
    "\u{feff}kind: register\n",
    "a\r\nb\r\n",
    "a\tb\n",
    "a\rb",
    "\u0085\u2028",
  ])("keeps %j as it is", (text) => {
    expect(decode(text)).toEqual({ ok: true, text });
  });

  it.each([
    ["Latin-1", Buffer.from("Avtal för skolmåltider", "latin1")],
    ["a cut character", Buffer.from("å").subarray(0, 1)],
    ["a surrogate", Uint8Array.of(0xed, 0xa0, 0x80)],
    ["an overlong form", Uint8Array.of(0xc0, 0xaf)],
    ["UTF-16 with its mark", Buffer.from("\u{feff}kind: register", "utf16le")],
  ])("refuses %s as no UTF-8", (_, bytes) => {
    expect(codeOf(bytes)).toBe("Y010");
  });

  it.each([
    ["\0", "U+0000"],
    ["\u0008", "U+0008"],
    ["\v", "U+000B"],
    ["\u001b", "U+001B"],
    ["\u007f", "U+007F"],
    ["\uffff", "U+FFFF"],
  ])("refuses %j where it stands", (character, name) => {
    const decoded = decode(`a: å\nb: x${character}y\n`);
    expect(decoded).toMatchObject({
      ok: false,
      diagnostic: {
        code: "Y009",
        params: { character: name },
        at: { span: { start: { line: 2, column: 5 } } },
      },
    });
  });

  it("refuses what is larger than any file may be", () => {
    expect(codeOf(new Uint8Array(LARGEST_FILE_BYTES + 1))).toBe("Y014");
  });
});
