import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { SaxesParser } from "saxes";
import { afterAll, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../src/model/values.ts";
import { renderDraftDocx } from "../../../src/render/draft-docx.ts";
import { fullDraft, HOSTILE_TITLES } from "./draft-documents.ts";

function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]),
  );
}

/** Reads as XML; throws when it is not well formed. Gives the text in it. */
function textOf(xml: string): string {
  const parser = new SaxesParser();
  let text = "";
  parser.on("text", (piece) => {
    text += piece;
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return text;
}

async function documentOf(language: (typeof LANGUAGES)[number], title?: string): Promise<string> {
  return partsOf(await renderDraftDocx(fullDraft(language, title)))["word/document.xml"] ?? "";
}

function countOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

describe("a draft as a Word file", () => {
  test("equal drafts give equal bytes, in one process too", async () => {
    const [first, second] = [
      await renderDraftDocx(fullDraft("sv")),
      await renderDraftDocx(fullDraft("sv")),
    ];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  test.each(LANGUAGES)(
    "every part of the %s file is well-formed XML, and says its language",
    async (language) => {
      const parts = partsOf(await renderDraftDocx(fullDraft(language)));
      const names = Object.keys(parts);
      expect(names).toContain("word/document.xml");
      for (const name of names) textOf(parts[name] ?? "");
      const tag = { sv: "sv-FI", fi: "fi-FI", en: "en-GB" }[language];
      expect(parts["word/styles.xml"]).toContain(`<w:lang w:val="${tag}"`);
    },
  );

  test("structure is equal in the three languages", async () => {
    const shapes = await Promise.all(
      LANGUAGES.map(async (language) => {
        const xml = await documentOf(language);
        return [/<w:p>/gu, /<w:sdt>/gu, /<w:fldSimple/gu, /<w:tr>/gu, /<w:numId/gu].map((mark) =>
          countOf(xml, mark),
        );
      }),
    );
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(shapes[0]);
  });

  test("blanks are content controls with tags; the open ones show a prompt and can be gone to", async () => {
    const xml = await documentOf("en");
    const tags = [...xml.matchAll(/<w:tag w:val="([^"]+)"/gu)].map(([, tag]) => tag);
    expect(tags).toEqual(["notice.first", "notice.annex-contacts", "notice.annex-contacts"]);
    expect(countOf(xml, /<w:showingPlcHdr\/>/gu)).toBe(2);
    expect(countOf(textOf(xml), /\[__ label annex-contacts __\]/gu)).toBe(2);
    const ids = [...xml.matchAll(/<w:id w:val="(\d+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("every link and reference has its bookmark, and bookmarks are unique and closed", async () => {
    const xml = await documentOf("fi");
    const marks = [
      ...xml.matchAll(
        /<w:bookmarkStart w:name="([^"]+)" w:id="(\d+)"|<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"/gu,
      ),
    ].map((mark) => mark[1] ?? mark[4]);
    const targets = [
      ...[...xml.matchAll(/w:anchor="([^"]+)"/gu)].map(([, anchor]) => anchor),
      ...[...xml.matchAll(/REF ([a-z0-9_]+) /gu)].map(([, anchor]) => anchor),
    ];
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((target) => !marks.includes(target))).toEqual([]);
    expect(new Set(marks).size).toBe(marks.length);
    expect(countOf(xml, /<w:bookmarkEnd/gu)).toBe(marks.length);
  });

  test("head and foot of every page carry the marking, whose it is and the page", async () => {
    const parts = partsOf(await renderDraftDocx(fullDraft("sv")));
    expect(textOf(parts["word/header1.xml"] ?? "")).toContain("UTKAST – inte granskat av jurist");
    const foot = textOf(parts["word/footer1.xml"] ?? "");
    expect(foot).toContain("Aurskär stad · NS-1");
    expect(foot).toMatch(/Sida PAGE av NUMPAGES/u);
  });

  test("nothing in the file tells who made it on which machine, or when", async () => {
    const all = Object.values(partsOf(await renderDraftDocx(fullDraft("sv")))).join("\n");
    for (const secret of [hostname(), homedir(), userInfo().username, process.cwd()]) {
      if (secret.length > 4) expect(all).not.toContain(secret);
    }
    expect(all).toContain("<dc:creator>Aurskär stad</dc:creator>");
    expect(all).not.toContain("Un-named");
    const dates = [...all.matchAll(/>(\d{4}-\d{2}-\d{2}T[^<]*)</gu)].map(([, date]) => date);
    expect(new Set(dates)).toEqual(new Set(["2026-11-24T00:00:00Z"]));
  });

  test.each(HOSTILE_TITLES.map((title) => [title.slice(0, 20), title]))(
    "%j stays text",
    async (_, title) => {
      const parts = partsOf(await renderDraftDocx(fullDraft("sv", title)));
      const text = textOf(parts["word/document.xml"] ?? "");
      for (const part of Object.values(parts)) textOf(part);
      const kept = Array.from(title.replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, "\u{FFFD}"))
        .slice(0, 20)
        .join("");
      expect(text).toContain(`NS-1 ${kept}`);
      expect(text).not.toMatch(/[\u{202A}-\u{202E}\u{2066}-\u{2069}\u{200F}]/u);
    },
  );
});

describe("a library that somebody replaced", () => {
  test("cannot break the file or turn its text either", async () => {
    const draft = fullDraft("sv");
    const evil = "a\u{0}<w:p>\u{202E}b";
    const parts = draft.parts.map((part) => ({
      ...part,
      clauses: part.clauses.map((clause) => ({
        ...clause,
        title: evil,
        parameters: clause.parameters.map((parameter) => ({ ...parameter, label: evil })),
      })),
    }));
    const files = partsOf(await renderDraftDocx({ ...draft, marking: evil, parts }));
    expect(textOf(files["word/document.xml"] ?? "")).toContain("a\u{FFFD}<w:p>\u{FFFD}b");
    expect(textOf(files["word/header1.xml"] ?? "")).toContain("a\u{FFFD}<w:p>\u{FFFD}b");
  });
});

const office = spawnSync("soffice", ["--version"], { encoding: "utf8" });
const hasOffice = office.status === 0 && spawnSync("pdftotext", ["-v"]).status === 0;
if (!hasOffice)
  console.warn("skipped: soffice and pdftotext are needed to open the Word file in LibreOffice");

describe.skipIf(!hasOffice)("in LibreOffice", () => {
  const folder = mkdtempSync(join(tmpdir(), "draft-docx-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function readAsPdf(name: string, bytes: Uint8Array): string {
    const path = join(folder, `${name}.docx`);
    writeFileSync(path, bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const made = spawnSync("soffice", [
      profile,
      "--headless",
      "--convert-to",
      "pdf",
      "--outdir",
      folder,
      path,
    ]);
    if (made.status !== 0) throw new Error(String(made.stderr));
    const pdf = path.replace(/docx$/u, "pdf");
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe("%PDF-");
    return spawnSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).stdout;
  }

  test("opens, numbers clauses, items and points, and keeps controls' text in the sentence", async () => {
    const text = readAsPdf("plain", await renderDraftDocx(fullDraft("en")));
    expect(text).toMatch(/^ *1 +notice en/mu);
    expect(text).toMatch(/1\.1 +Within 8 hours under annex \[__ label annex-contacts __\]\./u);
    expect(text).toMatch(/ b\) +another under annex/u);
    expect(text).toMatch(/2\.2 +More\./u);
    expect(text).toMatch(/Page 1 of \d/u);
  });

  test("a reference is a live field: a wrong number stored in it is put right", async () => {
    const parts = unzipSync(await renderDraftDocx(fullDraft("en")));
    const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    const wrong = xml.replace(/(REF clause_1_2 [^>]*>.*?<w:t[^>]*>)2</u, "$199<");
    expect(wrong).not.toBe(xml);
    const text = readAsPdf("wrong", zipSync({ ...parts, "word/document.xml": strToU8(wrong) }));
    expect(text).toMatch(/Clause 2 holds when/u);
  });
});
