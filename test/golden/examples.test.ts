import { readdirSync } from "node:fs";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { run } from "../../src/cli/main.ts";
import type { Language } from "../../src/model/values.ts";
import { LANGUAGES } from "../../src/model/values.ts";
import { listElements, readObjects, readString, readStructure } from "../support/pdf-objects.ts";
import type { RecordedWorld } from "../support/recording-platform.ts";
import { recordedWorld, textAt } from "../support/recording-platform.ts";
import { exampleFiles } from "../support/register-of.ts";
import { PROJECT } from "../support/run-tool.ts";
import { verdictTable } from "./verdict-table.ts";

const AS_OF = "2026-11-24";

/** An example, the language it is written in, and what is asked of `clauses`. */
interface Example {
  readonly name: string;
  readonly language: Language;
  readonly drafted: readonly string[];
  /** A large assessment is kept as a table of its verdicts. */
  readonly large?: boolean;
}

// Of the two large registers all drafts are two megabytes each, and the assessments more than one:
// a few contracts of different kinds and a table of the verdicts stand for them.
const EXAMPLES: readonly Example[] = [
  { name: "minimal", language: "en", drafted: ["PB-2", "--all-gaps"] },
  { name: "kommun", language: "sv", drafted: ["TEK-2024-11", "KOST-2023-03"], large: true },
  { name: "hyvinvointialue", language: "fi", drafted: ["SAI-2022-004"], large: true },
  { name: "ten-contracts", language: "en", drafted: [] },
  { name: "agency", language: "sv", drafted: ["MV-2025-03"] },
];

describe.each(EXAMPLES)("$name", ({ name, language, drafted, large = false }) => {
  const world = recordedWorld(inFolder("register", exampleFiles(name)));
  const asked = ["--as-of", AS_OF, "--lang", language] as const;
  const out = (file: string): string => `${PROJECT}examples/${name}/out/${file}`;

  test("assess gives the table that is kept", async () => {
    await expect(await printed(world, ["assess", "register", ...asked])).toMatchFileSnapshot(
      out("assess.txt"),
    );
  });

  test("assess gives the assessment that is kept, for programs", async () => {
    const json = await printed(world, ["assess", "register", "--format", "json", ...asked]);
    if (large) await expect(verdictTable(json)).toMatchFileSnapshot(out("verdicts.txt"));
    else await expect(json).toMatchFileSnapshot(out("assessment.json"));
  });

  test("report gives the page and the text that are kept, and a tagged PDF with the same title", async () => {
    await printed(world, ["report", "register", "--out", "made", ...asked]);
    await expect(textAt(world, "made/report.md")).toMatchFileSnapshot(out("report.md"));
    const page = textAt(world, "made/report.html");
    await expect(page).toMatchFileSnapshot(out("report.html"));
    const { title, pages, ...told } = readPdf(
      world.files.get("made/report.pdf") ?? new Uint8Array(),
    );
    expect(told).toEqual({ language, marked: true, headings: countOf(page, /<h[1-4][ >]/gu) });
    expect(title.length).toBeGreaterThan(10);
    expect(/<title>([^<]*)<\/title>/u.exec(page)?.[1]).toContain(title);
    expect(pages).toBeGreaterThan(0);
  });

  test("clauses gives the drafts that are kept, as Markdown and as Word, and nothing else is kept", async () => {
    await printed(world, [
      "clauses",
      ...drafted,
      "--register",
      "register",
      "--out",
      "drafts",
      ...asked,
    ]);
    const made = namesIn(world, "drafts/");
    expect(made.filter((file) => file.endsWith(".docx"))).not.toEqual([]);
    for (const file of made.filter((each) => each.endsWith(".md"))) {
      await expect(textAt(world, `drafts/${file}`)).toMatchFileSnapshot(out(file));
    }
    for (const file of made.filter((each) => each.endsWith(".docx"))) {
      const words = wordParagraphs(world.files.get(`drafts/${file}`) ?? new Uint8Array());
      await expect(`${words.join("\n")}\n`).toMatchFileSnapshot(out(`${file}.txt`));
    }
    const programs = large ? "verdicts.txt" : "assessment.json";
    const reports = ["assess.txt", programs, "report.html", "report.md"];
    const drafts = made.map((file) => file.replace(/\.docx$/u, ".docx.txt"));
    const known = new Set([...reports, ...drafts]);
    expect(readdirSync(out("")).filter((file) => !known.has(file))).toEqual([]);
  });
});

describe.each(LANGUAGES)("the faulty files in %s", (language) => {
  const files = exampleFiles("faulty");
  const names = [...new Set(Object.keys(files).map((path) => path.replace(/\/.*$/u, "")))];

  test("get the diagnostics that are kept", async () => {
    const told: string[] = [];
    for (const name of names) {
      const world = recordedWorld(files);
      const exit = await run(["validate", name, "--quiet", "--lang", language], world.platform);
      told.push(
        `$ beredskap validate ${name} --quiet --lang ${language}\n${world.said()}exit ${exit}\n`,
      );
    }
    await expect(told.join("\n")).toMatchFileSnapshot(
      `${PROJECT}examples/faulty/out/diagnostics.${language}.txt`,
    );
  });
});

describe.each(LANGUAGES)("what init lays down in %s", (language) => {
  const world = recordedWorld({});
  const asked = ["--as-of", AS_OF] as const;
  const out = (file: string): string => `${PROJECT}examples/init/out/${language}/${file}`;

  // The language is the policy's from here on.
  test("is assessed and reported without a change, in its own language", async () => {
    await printed(world, ["init", "register", "--lang", language]);
    await expect(await printed(world, ["assess", "register", ...asked])).toMatchFileSnapshot(
      out("assess.txt"),
    );
    await printed(world, ["report", "register", "--out", "made", ...asked]);
    await expect(textAt(world, "made/report.md")).toMatchFileSnapshot(out("report.md"));
    expect(textAt(world, "made/report.html")).toContain(`<html lang="${language}"`);
  });
});

/** Runs a command that must end well, and gives what it printed. */
async function printed(world: RecordedWorld, args: readonly string[]): Promise<string> {
  world.forget();
  const exit = await run(args, world.platform);
  expect({ args, exit, said: exit === 0 ? "" : world.said() }).toEqual({ args, exit: 0, said: "" });
  return world.printed();
}

/** The names of the files that were written into a folder. */
function namesIn({ files }: RecordedWorld, folder: string): readonly string[] {
  return [...files.keys()]
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length));
}

function inFolder(
  folder: string,
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]),
  );
}

/** What a reader of a PDF, or of its screen reader, is told of it. */
interface PdfMarks {
  readonly title: string;
  readonly language: string | undefined;
  readonly marked: boolean;
  readonly headings: number;
  readonly pages: number;
}

function readPdf(bytes: Uint8Array): PdfMarks {
  const objects = readObjects(bytes);
  const sources = [...objects.values()];
  const behind = (source: string, name: string): string => {
    const number = new RegExp(`/${name} (\\d+) 0 R`, "u").exec(source)?.[1];
    return objects.get(Number(number)) ?? "";
  };
  const catalogue = sources.find((source) => source.includes("/Type /Catalog")) ?? "";
  const about = sources.find((source) => source.includes("/Producer ")) ?? "";
  return {
    title: readString(`/Title ${behind(about, "Title")}`, "Title") ?? "",
    language: readString(catalogue, "Lang"),
    marked: behind(catalogue, "MarkInfo").includes("/Marked true"),
    headings: listElements(readStructure(objects)).filter(({ type }) => /^H\d$/u.test(type)).length,
    pages: sources.filter((source) => /\/Type \/Page\b/u.test(source)).length,
  };
}

/** The text of a Word file's body, one paragraph a line. */
function wordParagraphs(bytes: Uint8Array): readonly string[] {
  const xml = Buffer.from(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array()).toString(
    "utf8",
  );
  return [...xml.matchAll(/<w:p[ >](.*?)<\/w:p>/gsu)].map(([, inside = ""]) =>
    [...inside.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/gu)]
      .map(([, text, sign]) => (sign === undefined ? plainText(text ?? "") : " "))
      .join("")
      .trimEnd(),
  );
}

function plainText(xml: string): string {
  const signs: Readonly<Record<string, string>> = {
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    amp: "&",
  };
  return xml.replaceAll(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => signs[name] ?? "");
}

function countOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
