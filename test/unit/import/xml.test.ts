import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributeOf, childrenOf, firstAt, textAt, textOf } from "../../../src/import/element.ts";
import { parseXml } from "../../../src/import/xml.ts";

const reasonOf = (text: string, limits?: Parameters<typeof parseXml>[1]): string => {
  const reading = parseXml(text, limits);
  return reading.ok ? "read" : reading.reason;
};

describe("XML read into a tree", () => {
  it("names elements by namespace, whatever prefix the document uses", () => {
    const reading = parseXml(
      `<n xmlns="urn:n" xmlns:x="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" xmlns:a="urn:a"><x:ID k="1" a:k="2">  7 </x:ID><a:ID>8</a:ID></n>`,
    );
    if (!reading.ok) throw new Error(reading.reason);
    expect(reading.namespace).toBe("urn:n");
    expect(childrenOf(reading.root).map(({ name }) => name)).toEqual(["cbc:ID", "ID"]);
    expect(textAt(reading.root, "cbc:ID")).toBe("7");
    expect(attributeOf(firstAt(reading.root, "cbc:ID"), "k")).toBe("1");
  });

  it("keeps text in order, parts paragraphs, makes white space single and normalises letters", () => {
    const reading = parseXml(
      "<T><P>H<FT TYPE='SUB'>2</FT>O</P><P>a\n  <![CDATA[<b>]]>&amp;</P><P>A\u030a</P></T>",
    );
    if (!reading.ok) throw new Error(reading.reason);
    expect(textOf(reading.root)).toBe("H2O a <b>& \u00c5");
  });

  it("accepts a byte order mark", () => {
    expect(reasonOf("\uFEFF<a/>")).toBe("read");
  });

  it.each([
    ["", "not-xml"],
    ["plain text", "not-xml"],
    ["<a><b></a>", "not-xml"],
    ["<a/><b/>", "not-xml"],
    ["<a x='1' x='2'/>", "not-xml"],
    ["<a>&#0;</a>", "not-xml"],
    ["<q:a/>", "not-xml"],
    ["<a>&nbsp;</a>", "unknown-entity"],
    ["<!DOCTYPE a><a/>", "document-type"],
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "document-type"],
  ])("refuses %j", (text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  it("refuses what is too large, too deep or too much", () => {
    const limits = { characters: 1000, depth: 5, elements: 20 };
    expect(reasonOf("<a>" + "x".repeat(1000) + "</a>", limits)).toBe("too-large");
    expect(reasonOf("<a>".repeat(6) + "</a>".repeat(6), limits)).toBe("too-deep");
    expect(reasonOf("<a>".repeat(5) + "</a>".repeat(5), limits)).toBe("read");
    expect(reasonOf("<a>" + "<b/>".repeat(20) + "</a>", limits)).toBe("too-many-elements");
    expect(reasonOf("<a>" + "<b/>".repeat(19) + "</a>", limits)).toBe("read");
  });

  it("refuses an element deeper than any notice with the limits that it has by itself", () => {
    expect(reasonOf("<a>".repeat(50_000))).toBe("too-deep");
  });

  it("gives a reason for any text at all", () => {
    const marks = fc.constantFrom(
      "<",
      ">",
      "a",
      "/",
      "&",
      ";",
      "'",
      '"',
      "=",
      "!",
      "[",
      "]",
      "-",
      "?",
      " ",
      "\u0000",
      "\ud800",
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: marks, maxLength: 60 }), fc.string()), (text) => {
        expect(() => parseXml(text)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
