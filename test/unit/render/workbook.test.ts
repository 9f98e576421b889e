import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { afterAll, describe, expect, test } from "vitest";
import type { CellLook, Sheet, SheetCell, Workbook } from "../../../src/model/workbook.ts";
import type { Day } from "../../../src/model/values.ts";
import { renderWorkbook } from "../../../src/render/workbook.ts";

const text = (written: string, look: CellLook = "plain"): SheetCell => ({
  kind: "text",
  look,
  text: written,
});

/** Texts that a spreadsheet program would take for a formula, or that an XML reader could not read. */
const RISKY = ['=HYPERLINK("https://example.org";"x")', "+1", "-1", "@SUM(A1)", "\tcmd", "=1+1"];

const FORM: Sheet = {
  name: "Frågor & svar",
  state: "visible",
  columns: [
    { width: 20 },
    { width: 30 },
    { width: 12 },
    { width: 12 },
    { width: 10, hidden: true },
  ],
  rows: [
    [text("Rubrik", "title")],
    [text("Nr", "heading"), text("Svar", "heading")],
    [
      { kind: "number", look: "plain", value: 1.5 },
      { kind: "blank", look: "input", of: "text" },
      { kind: "day", look: "plain", day: "2026-11-24" as Day },
      { kind: "blank", look: "closed", of: "day" },
      text("contract K-17 owner.role", "muted"),
    ],
    ...RISKY.map((each) => [text(each)]),
    [text("två\nrader"), text('5 < 6 & "ja" _x000D_ \u0001')],
  ],
  frozen: { rows: 2, columns: 1 },
  protected: true,
  filtered: false,
  rules: [
    {
      from: 3,
      to: 3,
      column: 2,
      allows: { kind: "choice", sheet: "words", column: 1, from: 1, to: 2, only: true },
      hint: "Välj i listan.",
      refusal: "Välj ett av orden.",
    },
    { from: 3, to: 9, column: 4, allows: { kind: "day" }, hint: "", refusal: "En dag." },
    { from: 3, to: 3, column: 1, allows: { kind: "count" }, hint: "h".repeat(400), refusal: "" },
  ],
};
const WORDS: Sheet = {
  name: "words",
  state: "very-hidden",
  columns: [{ width: 10 }],
  rows: [[text("ja")], [text("nej")]],
  frozen: { rows: 0, columns: 0 },
  protected: false,
  filtered: false,
  rules: [],
};
const BOOK: Workbook = {
  language: "sv",
  title: "Frågor om beredskap",
  producer: "beredskap 1.2.3",
  sheets: [FORM, WORDS],
};

const bytes = renderWorkbook(BOOK);
const parts = new Map(
  Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]),
);
const part = (path: string): string => parts.get(path) ?? "";
const sheet = part("xl/worksheets/sheet1.xml");

/** The elements of a part in the order in which they begin. */
function elementsIn(xml: string): readonly string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => names.push(name));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return names;
}

describe("the package", () => {
  test("has each part that its relationships and content types name, and each is well formed", () => {
    const named = [...part("[Content_Types].xml").matchAll(/PartName="\/([^"]+)"/gu)].map(
      ([, path]) => path ?? "",
    );
    expect(named.length).toBe(6);
    expect(named.filter((path) => !parts.has(path))).toEqual([]);
    for (const xml of parts.values()) expect(elementsIn(xml).length).toBeGreaterThan(1);
    const targets = [...part("xl/_rels/workbook.xml.rels").matchAll(/Target="([^"]+)"/gu)];
    expect(targets.map(([, target]) => `xl/${target ?? ""}`).every((path) => parts.has(path))).toBe(
      true,
    );
  });

  test("names the tool and the language, and no user, machine or moment", () => {
    const core = part("docProps/core.xml");
    expect(core).toContain("<dc:creator>beredskap 1.2.3</dc:creator>");
    expect(core).toContain("<dc:language>sv-FI</dc:language>");
    expect(core).toContain("<dc:title>Frågor om beredskap</dc:title>");
    expect(core).not.toMatch(/lastModifiedBy|created|modified|\d{4}-\d{2}-\d{2}T/u);
  });

  test("is the same bytes for the same workbook, and holds no moment but the first that zips know", () => {
    expect(Buffer.from(renderWorkbook(BOOK)).equals(Buffer.from(bytes))).toBe(true);
    // Offset 10 of a local file header: time 0, and day 0x0021, the first of January 1980.
    expect([...bytes.slice(10, 14)]).toEqual([0x00, 0x00, 0x21, 0x00]);
  });

  test("hides a sheet so that no menu shows it", () => {
    expect(part("xl/workbook.xml")).toMatch(/<sheet name="words"[^>]* state="veryHidden"/u);
    expect(part("xl/workbook.xml")).toContain('<sheet name="Frågor &amp; svar"');
  });
});

describe("a sheet", () => {
  test("has its parts in the order that the schema of the format demands", () => {
    const order = [
      "sheetPr",
      "dimension",
      "sheetViews",
      "sheetFormatPr",
      "cols",
      "sheetData",
      "sheetProtection",
      "dataValidations",
      "pageMargins",
      "pageSetup",
      "headerFooter",
    ];
    expect(elementsIn(sheet).filter((name) => order.includes(name))).toEqual(order);
  });

  test("holds no formula: what looks like one is text, and stays text when it is typed again", () => {
    expect([...parts.values()].some((xml) => /<f[ >]/u.test(xml))).toBe(false);
    for (const [index, risky] of RISKY.entries()) {
      const found = new RegExp(
        `<c r="A${index + 4}" s="(\\d+)" t="inlineStr"><is><t xml:space="preserve">([^<]*)</t>`,
        "u",
      ).exec(sheet);
      expect(found?.[2]?.replaceAll("&quot;", '"')).toBe(risky.replace("\t", " "));
      const styles = [...part("xl/styles.xml").matchAll(/<xf numFmtId="(\d+)"[^>]*xfId/gu)];
      // Format 49 is "@": text.
      expect(styles[Number(found?.[1])]?.[1]).toBe("49");
    }
  });

  test("has numbers as numbers and days as days", () => {
    expect(sheet).toMatch(/<c r="A3" s="\d+"><v>1\.5<\/v><\/c>/u);
    // The first of January 2026 is day 46023 of the format's calendar, and this is the 328th day of the year.
    expect(sheet).toMatch(/<c r="C3" s="\d+"><v>46350<\/v><\/c>/u);
  });

  test("keeps line breaks, and lets nothing be read as an escape or break the file", () => {
    expect(sheet).toContain("två\nrader");
    expect(sheet).toContain("5 &lt; 6 &amp; &quot;ja&quot; _x005F_x000D_ \uFFFD");
  });

  test("freezes its head and prints it on every page", () => {
    expect(sheet).toContain(
      '<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>',
    );
    expect(part("xl/workbook.xml")).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'Frågor &amp; svar\'!$1:$2</definedName>',
    );
  });

  test("can be written in where it asks, and nowhere else", () => {
    expect(sheet).toContain('<sheetProtection sheet="1"');
    const unlocked = [
      ...part("xl/styles.xml").matchAll(/<xf [^>]*xfId="0"[^>]*?(?:\/>|>.*?<\/xf>)/gu),
    ]
      .map(([xf], index) => (xf.includes('locked="0"') ? index : -1))
      .filter((index) => index >= 0)
      // The first of these formats is the one that all others are based on.
      .map(String);
    const styleOf = (cell: string): string =>
      new RegExp(`<c r="${cell}" s="(\\d+)"`, "u").exec(sheet)?.[1] ?? "";
    expect(unlocked).toContain(styleOf("B3"));
    for (const cell of ["A1", "A3", "D3", "E3"]) expect(unlocked).not.toContain(styleOf(cell));
  });

  test("offers the words of another sheet, takes days and whole numbers, and says why not", () => {
    expect(sheet).toContain("<formula1>'words'!$A$1:$A$2</formula1>");
    expect(sheet).toMatch(
      /type="list" allowBlank="1"[^>]*prompt="Välj i listan\."[^>]*sqref="B3"/u,
    );
    expect(sheet).toMatch(/type="date"[^>]*error="En dag\."[^>]*sqref="D3:D9"/u);
    // The format takes at most 255 characters.
    expect(/type="whole"[^>]*prompt="(h+…)"/u.exec(sheet)?.[1]).toHaveLength(255);
  });

  test("is high enough for its text: a row is as high as its longest cell needs", () => {
    const heights = [...sheet.matchAll(/<row r="(\d+)" ht="(\d+)"/gu)].map(([, , height]) =>
      Number(height),
    );
    expect(heights[8]).toBe(15);
    expect(heights.at(-1)).toBe(30);
  });
});

const folder = mkdtempSync(join(tmpdir(), "beredskap-xlsx-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The first sheet as CSV by LibreOffice; undefined where there is no office that reads workbooks. */
function readByOffice(): string | undefined {
  writeFileSync(join(folder, "form.xlsx"), bytes);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1";
  const args = [profile, "--headless", "--convert-to", filter, "--outdir", folder];
  spawnSync("soffice", [...args, join(folder, "form.xlsx")], { timeout: 100_000 });
  const made = join(folder, "form.csv");
  return existsSync(made) ? readFileSync(made, "utf8") : undefined;
}

const read = readByOffice();
if (read === undefined)
  console.warn("skipped: LibreOffice Calc is needed to open the workbook in it");

test.skipIf(read === undefined)("LibreOffice reads every value as it was meant", () => {
  const lines = (read ?? "").split("\n");
  expect(lines[0]).toMatch(/^"Rubrik",/u);
  expect(lines[2]).toMatch(/^1\.5,,2026-11-24,,"contract K-17 owner\.role"/u);
  // Quoted: text. A formula would stand there as its value.
  for (const [index, risky] of RISKY.entries())
    expect(lines[3 + index]?.replaceAll('""', "'")).toBe(
      `"${risky.replaceAll('"', "'").replace("\t", " ")}",,,,`,
    );
  expect(read).toContain('5 < 6 & ""ja"" _x000D_');
});
