import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Day } from "../../../src/model/values.ts";
import { stabiliseOfficeFile } from "../../../src/render/stable-zip.ts";

const DAY = "2026-11-24" as Day;

function packed(moment: string, link: string): Uint8Array {
  return zipSync(
    {
      "word/document.xml": strToU8(
        `<w:hyperlink r:id="rId${link}"/><w:headerReference r:id="rId7"/>`,
      ),
      "word/_rels/document.xml.rels": strToU8(`<R Id="rId7" T="h"/><R Id="rId${link}" T="l"/>`),
      "docProps/core.xml": strToU8(
        `<dcterms:created xsi:type="x">${moment}</dcterms:created><dcterms:modified xsi:type="x">${moment}</dcterms:modified>`,
      ),
      "[Content_Types].xml": strToU8("<Types/>"),
    },
    { mtime: moment },
  );
}

describe("an Office file packed anew", () => {
  test("has the same bytes whenever and with whatever random ids it was made", () => {
    const first = stabiliseOfficeFile(packed("2020-01-01T10:00:00Z", "-abc_d1"), DAY);
    const second = stabiliseOfficeFile(packed("2024-06-05T23:59:58Z", "xy9-zw"), DAY);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  test("says 1 January 1980, midnight, of every part", () => {
    const bytes = Buffer.from(stabiliseOfficeFile(packed("2020-01-01T10:00:00Z", "-abc"), DAY));
    const heads: string[] = [];
    for (
      let at = bytes.indexOf("PK\u0003\u0004");
      at !== -1;
      at = bytes.indexOf("PK\u0003\u0004", at + 4)
    ) {
      heads.push(bytes.subarray(at + 10, at + 14).toString("hex"));
    }
    // Time 0, then the date as zip files write it: year 0, month 1, day 1.
    expect(heads).toEqual(["00002100", "00002100", "00002100", "00002100"]);
  });

  test("keeps the package's own ids, follows the others, and dates by the day given", () => {
    const parts = unzipSync(stabiliseOfficeFile(packed("2020-01-01T10:00:00Z", "-abc"), DAY));
    expect(Object.keys(parts)[0]).toBe("[Content_Types].xml");
    expect(strFromU8(parts["word/document.xml"] ?? new Uint8Array())).toBe(
      '<w:hyperlink r:id="rIdLink1"/><w:headerReference r:id="rId7"/>',
    );
    expect(strFromU8(parts["word/_rels/document.xml.rels"] ?? new Uint8Array())).toBe(
      '<R Id="rId7" T="h"/><R Id="rIdLink1" T="l"/>',
    );
    expect(
      strFromU8(parts["docProps/core.xml"] ?? new Uint8Array()).match(/2026-11-24T00:00:00Z/gu),
    ).toHaveLength(2);
  });
});
