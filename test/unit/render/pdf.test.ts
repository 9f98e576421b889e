import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { beforeAll, expect, test } from "vitest";
import { renderPdf } from "../../../src/render/pdf.ts";
import {
  listElements,
  readObjects,
  readString,
  readStructure,
  type TaggedElement,
} from "../../support/pdf-objects.ts";
import { RENDER_ASSETS } from "../../support/render-assets.ts";
import { HOSTILE, renderSample, renderSampleOf } from "../../support/render-sample.ts";

const { fonts } = RENDER_ASSETS;
let bytes: Uint8Array = new Uint8Array();
let objects: ReadonlyMap<number, string> = new Map();
let elements: readonly TaggedElement[] = [];

beforeAll(async () => {
  bytes = await renderPdf(renderSample("sv"), fonts);
  objects = readObjects(bytes);
  elements = listElements(readStructure(objects));
});

function catalogue(): string {
  return [...objects.values()].find((source) => source.includes("/Type /Catalog")) ?? "";
}

function pick(type: string): readonly TaggedElement[] {
  return elements.filter((element) => element.type === type);
}

test("the same report gives the same bytes", async () => {
  expect(Buffer.compare(bytes, await renderPdf(renderSample("sv"), fonts))).toBe(0);
});

test("is tagged, titled, and says its language and its date of assessment", () => {
  expect(catalogue()).toContain("/Lang (sv)");
  const all = [...objects.values()].join("\n");
  expect(all).toContain("/Marked true");
  expect(all).toContain("/DisplayDocTitle true");
  expect(all).toContain("(D:20261124000000Z)");
  expect(all).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(all).not.toMatch(/D:(?!20261124)\d{8}/u);
});

test("properties with markup in them are well-formed XML", async () => {
  const report = {
    ...renderSampleOf("en", []),
    title: "R&D <b> ]]> \u0000",
    organisation: HOSTILE,
    producer: "x & y",
  };
  const source = [...readObjects(await renderPdf(report, fonts)).values()].find((text) =>
    text.includes("/Type /Metadata"),
  );
  const [, xml = ""] = /stream\n([\s\S]*)\nendstream/u.exec(source ?? "") ?? [];
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (text) => texts.push(text));
  parser
    .write(
      Buffer.from(xml, "latin1")
        .toString("utf8")
        .replace(/<\?xpacket[^>]*\?>/gu, ""),
    )
    .close();
  expect(texts).toContain("R&D <b> ]]> \ufffd");
  expect(texts).toContain("x & y");
});

test("headings are in order and each has a bookmark", () => {
  const depths = elements
    .map(({ type }) => /^H(\d)$/u.exec(type)?.[1])
    .filter((depth) => depth !== undefined);
  expect(depths).toEqual(["1", "2", "3", "2", "3"]);
  const titles = [...objects.values()]
    .filter((source) => source.includes("/Dest [") && source.includes("/Parent"))
    .map((source) => readString(source, "Title"));
  expect(titles.sort()).toEqual([
    "Hostile <b>|*# \ufffd",
    "Kontrakten ett för ett",
    "Sammandrag",
    "Sammandrag 2",
  ]);
});

test("every row of a table has a cell for each column, and heads say what they are the head of", () => {
  const [big, small] = pick("Table");
  expect(big?.children.map(({ type }) => type)).toEqual([
    "Caption",
    ...Array.from({ length: 31 }, () => "TR"),
  ]);
  const [head, ...rows] = big?.children.slice(1) ?? [];
  expect(head?.children.map(({ source }) => /\/Scope \/(\w+)/u.exec(source)?.[1])).toEqual(
    Array.from({ length: 4 }, () => "Column"),
  );
  for (const row of rows)
    expect(row.children.map(({ type }) => type)).toEqual(["TH", "TD", "TD", "TD"]);
  for (const row of rows) expect(row.children[0]?.source).toContain("/Scope /Row");
  expect(small?.children).toHaveLength(3);
});

test("lists have labels and bodies and say how they are numbered", () => {
  const [figures, ordered, plain] = pick("L");
  expect(figures?.children).toHaveLength(5);
  expect(ordered?.source).toContain("/ListNumbering /Decimal");
  expect(plain?.source).toContain("/ListNumbering /Disc");
  expect(ordered?.children[0]?.children.map(({ type }) => type)).toEqual(["Lbl", "LBody"]);
});

test("a chart is a figure that tells its numbers and where it stands", () => {
  const [figure, ...others] = pick("Figure");
  expect(others).toEqual([]);
  expect(readString(figure?.source ?? "", "Alt")).toContain("Nödsändarsystemunderhåll: 39–64 %");
  expect(figure?.source).toMatch(/\/BBox \[[\d. ]+\]/u);
});

test("links have words, lead out by https only, and inside to a place that exists", () => {
  const all = [...objects.values()];
  const out = all
    .filter((source) => source.includes("/S /URI"))
    .map((source) => readString(source, "URI"));
  expect(out).toEqual(["https://www.finlex.fi/"]);
  const within = all
    .filter((source) => source.includes("/S /GoTo"))
    .map((source) => readString(source, "D"));
  expect(within).toEqual(["contracts"]);
  expect(all.some((source) => source.includes("(contracts) ["))).toBe(true);
  const annotations = all.filter((source) => source.includes("/Subtype /Link"));
  expect(annotations.map((source) => readString(source, "Contents"))).toEqual([
    "Kontrakten ett för ett",
    "finlex.fi",
  ]);
  expect(annotations.every((source) => source.includes("/StructParent "))).toBe(true);
});

test("both fonts are embedded in part, and no other is named", () => {
  const all = [...objects.values()];
  const names = all.flatMap((source) =>
    [...source.matchAll(/\/BaseFont \/(\S+)/gu)].map(([, name]) => name),
  );
  expect(new Set(names.map((name) => name?.replace(/^[A-Z]{6}\+/u, "")))).toEqual(
    new Set(["IBMPlexSans-Regular", "IBMPlexSans-Bold"]),
  );
  expect(names.every((name) => /^[A-Z]{6}\+/u.test(name ?? ""))).toBe(true);
  expect(all.filter((source) => source.includes("/FontFile2"))).toHaveLength(2);
  expect(bytes.length).toBeLessThan(100_000);
});

test("a chapter may begin a page, and a long document lists its contents with pages", async () => {
  expect(objects.size).toBeGreaterThan(0);
  const filler = {
    kind: "paragraph",
    text: [{ kind: "text", text: "Text ".repeat(2500) }],
  } as const;
  const blocks = ["a", "b", "c"].flatMap((anchor) => [
    { kind: "heading", level: 1, anchor, text: anchor } as const,
    filler,
  ]);
  const structure = readStructure(
    readObjects(await renderPdf(renderSampleOf("sv", blocks), fonts)),
  );
  const contents = listElements(structure).find(({ type }) => type === "TOC");
  expect(contents?.children.map(({ type }) => type)).toEqual(["Caption", "TOCI", "TOCI", "TOCI"]);
  expect(elements.some(({ type }) => type === "TOC")).toBe(false);
});

/** Runs a tool of Poppler or qpdf on the sample; undefined when the machine has none. */
function inspect(command: string, ...options: string[]): string | undefined {
  if (spawnSync(command, ["--version"]).error !== undefined) return undefined;
  const file = join(mkdtempSync(join(tmpdir(), "beredskap-pdf-")), "sample.pdf");
  writeFileSync(file, bytes);
  const { status, stdout, stderr } = spawnSync(command, [...options, file], { encoding: "utf8" });
  expect(`${status} ${stderr}`).toBe("0 ");
  return stdout;
}

test("qpdf finds no fault", (context) => {
  const told = inspect("qpdf", "--check");
  if (told === undefined) return context.skip("no qpdf on this machine");
  expect(told).toContain("No syntax or stream encoding errors found");
});

test("the text reads whole in the order of the structure, without soft hyphens", (context) => {
  const told = inspect("pdfinfo", "-struct-text");
  if (told === undefined) return context.skip("no pdfinfo on this machine");
  expect(told).toContain(
    '"Av 42 kontrakt är 9 kritiska. I fyra av dem saknas avtalsvillkor om störningssituationer och i tre vet ingen om leverantören har ett buffertlager. −12 345 € ≥ 50 % • ÅÄÖ §."',
  );
  expect(told).toContain("K-2026-0001");
  expect(told).not.toContain("\u00ad");
});
