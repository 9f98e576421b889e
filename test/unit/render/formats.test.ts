import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { LANGUAGES } from "../../../src/model/values.ts";
import { cleanText } from "../../../src/render/clean.ts";
import { FORMATS, type FormatName } from "../../../src/render/formats.ts";
import { RENDER_ASSETS } from "../../support/render-assets.ts";
import { renderSample } from "../../support/render-sample.ts";

async function draw(name: FormatName, report: Report): Promise<string | Uint8Array> {
  const render = await FORMATS[name].load();
  return render(report, RENDER_ASSETS);
}

async function drawText(name: FormatName, report: Report): Promise<string> {
  const drawn = await draw(name, report);
  if (typeof drawn !== "string") throw new Error(`${name} is not text`);
  return drawn;
}

/** Headings with their depth, and captions of tables, as the report has them. */
function expected(report: Report): { headings: readonly string[]; tables: readonly string[] } {
  const depths: Readonly<Record<string, number>> = {
    summary: 2,
    chart: 3,
    contracts: 2,
    hostile: 3,
  };
  const blocks = report.blocks.flatMap((block) => (block.kind === "heading" ? [block] : []));
  return {
    headings: [
      `1 ${report.title}`,
      ...blocks.map(({ anchor, text }) => `${depths[anchor] ?? 0} ${cleanText(text)}`),
    ],
    tables: report.blocks.flatMap((block) =>
      block.kind === "table" ? [cleanText(block.caption)] : [],
    ),
  };
}

function unescapeHtml(html: string): string {
  const names: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };
  return html.replace(/&(?:#x([0-9A-F]+)|(\w+));/gu, (_, code: string | undefined, name: string) =>
    code === undefined ? (names[name] ?? "?") : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

function unescapeMarkdown(markdown: string): string {
  return markdown.replaceAll("<!-- -->", "").replace(/\\([!-/:-@[-`{-~])/gu, "$1");
}

for (const language of LANGUAGES) {
  const report = renderSample(language);
  const { headings, tables } = expected(report);

  test(`the html in ${language} has the headings and tables of the report`, async () => {
    const html = await drawText("html", report);
    expect(
      [...html.matchAll(/<h(\d)[^>]*>([^<]*)</gu)].map(
        ([, depth, text = ""]) => `${depth} ${unescapeHtml(text)}`,
      ),
    ).toEqual(headings);
    expect(
      [...html.matchAll(/<caption[^>]*>([^<]*)</gu)].map(([, text = ""]) => unescapeHtml(text)),
    ).toEqual(tables);
  });

  test(`the Markdown in ${language} has the headings and tables of the report`, async () => {
    const markdown = await drawText("md", report);
    expect(
      [...markdown.matchAll(/^(#+) (.*)$/gmu)].map(
        ([, signs = "", text = ""]) => `${signs.length} ${unescapeMarkdown(text)}`,
      ),
    ).toEqual(headings);
    expect(
      [...markdown.matchAll(/^\*\*(.*)\*\*\n\n\|/gmu)].map(([, text = ""]) =>
        unescapeMarkdown(text),
      ),
    ).toEqual(tables);
  });

  test(`the text in ${language} has the headings and tables of the report`, async () => {
    const text = (await drawText("terminal", report)).replace(/\s+/gu, " ");
    for (const words of [...headings.map((heading) => heading.slice(2)), ...tables])
      expect(text).toContain(words.replace(/\s+/gu, " ").trim());
  });

  test(`the pdf in ${language} has the headings and tables of the report`, async (context) => {
    const bytes = await draw("pdf", report);
    if (spawnSync("pdfinfo", ["-v"]).error !== undefined)
      return context.skip("no pdfinfo on this machine");
    const file = join(mkdtempSync(join(tmpdir(), "beredskap-pdf-")), "report.pdf");
    writeFileSync(file, bytes);
    const told = spawnSync("pdfinfo", ["-struct-text", file], { encoding: "utf8" }).stdout;
    const texts = (pattern: RegExp): readonly string[] =>
      [...told.matchAll(pattern)].map(([, depth = "", text = ""]) => `${depth} ${text}`.trim());
    expect(texts(/^ *H(\d) \(block\)\n *"(.*)"$/gmu)).toEqual(headings);
    expect(texts(/^ *(?:Caption\b.*)()\n *"(.*)"$/gmu)).toEqual(tables);
  });
}

test("each form loads by itself and gives the same twice", async () => {
  for (const name of Object.keys(FORMATS) as FormatName[]) {
    expect(FORMATS[name].extension).toMatch(/^\.[a-z]+$/u);
    expect(await draw(name, renderSample("en"))).toEqual(await draw(name, renderSample("en")));
  }
});
