import { describe, expect, it } from "vitest";
import type { Block, Report } from "../../../src/model/report.ts";
import { LANGUAGES } from "../../../src/model/values.ts";
import { EMPTY_ASSESSMENT, HOSTILE_TITLE } from "../../support/sample-assessment.ts";
import { proseOf, sampleReport, section, textsOf, written } from "../../support/sample-report.ts";

/** What must be the same in every language: everything but the words. */
function shapeOf(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `heading ${String(block.level)} ${block.anchor}`;
    case "list":
      return `list ${String(block.items.length)}`;
    case "table":
      return `table ${String(block.columns.length)}x${String(block.rows.length)}`;
    case "figures":
      return `figures ${String(block.figures.length)}`;
    case "chart":
      return `chart ${JSON.stringify(block.bars.map(({ low, high }) => [low, high]))}`;
    case "verdict":
      return `verdict ${block.tone} ${String(block.lines.length)}`;
    default:
      return block.kind;
  }
}

function headingsOf(report: Report) {
  return report.blocks.filter((block) => block.kind === "heading");
}

describe("the report as a whole", () => {
  it("has the same headings, tables, lists and cards in all three languages", () => {
    const [swedish, finnish, english] = LANGUAGES.map((language) =>
      sampleReport(language).blocks.map(shapeOf),
    );
    expect(finnish).toEqual(swedish);
    expect(english).toEqual(swedish);
    expect(swedish?.length).toBeGreaterThan(80);
  });

  it("answers first, then says what to do, what to ask, and what it rests on", () => {
    const top = headingsOf(sampleReport("en")).filter(({ level }) => level === 1);
    expect(top.map(({ anchor }) => anchor)).toEqual([
      "summary",
      "portfolio",
      "findings",
      "questions",
      "contracts",
      "suppliers",
      "organisation",
      "coverage",
      "criteria",
      "exceptions",
      "method",
    ]);
  });

  it("has no anchor twice, and no reference without its heading", () => {
    const report = sampleReport("sv");
    const anchors = headingsOf(report).map(({ anchor }) => anchor);
    expect(new Set(anchors).size).toBe(anchors.length);
    const pieces = report.blocks.flatMap(textsOf).flat();
    const references = pieces.filter((piece) => piece.kind === "reference");
    expect(references.length).toBeGreaterThan(5);
    for (const { anchor } of references) expect(anchors).toContain(anchor);
  });

  it("has rows as wide as their tables, and no empty running text", () => {
    for (const block of sampleReport("fi").blocks) {
      if (block.kind === "table") {
        for (const row of block.rows) expect(row).toHaveLength(block.columns.length);
      }
      for (const text of textsOf(block)) expect(written(text).trim()).not.toBe("");
    }
  });

  it("leaves no placeholder but those of the page numbers", () => {
    const report = sampleReport("sv");
    const prose = proseOf(report.blocks).replaceAll("{count} **x**", "");
    expect(prose).not.toMatch(/\{[a-z-]+\}/u);
    expect(report.words.pageOf).toBe("Sida {page} av {pages}");
  });

  it("carries its language, organisation, day, marking and producer", () => {
    const report = sampleReport("fi", { marking: "SALASSA PIDETTÄVÄ" });
    expect(report).toMatchObject({
      language: "fi",
      title: "Varautuminen hankinnoissa",
      subtitle: "Mitkä sopimukset ovat kriittisiä, mitä puuttuu ja mitä tehdään ensin",
      organisation: "Pohjoiskarin hyvinvointialue",
      asOf: "2026-11-24",
      marking: "SALASSA PIDETTÄVÄ",
      producer: "beredskap 1.0.0",
    });
    // No English name is written: any of the others is better than an id.
    expect(sampleReport("en").organisation).toBe("Norrskärs välfärdsområde");
  });

  it("does not change between runs", () => {
    expect(JSON.stringify(sampleReport("sv"))).toBe(JSON.stringify(sampleReport("sv")));
  });
});

describe("titles that the organisation wrote", () => {
  it("stay plain text on one line", () => {
    const report = sampleReport("en");
    const oneLine = HOSTILE_TITLE.replace("\n", " ");
    const heading = headingsOf(report).find(({ anchor }) => anchor === "contract-ns-2025-007");
    expect(heading?.text).toBe(`NS-2025-007 – ${oneLine}`);
    const pieces = report.blocks.flatMap(textsOf).flat();
    const hostile = pieces.filter(({ text }) => text.includes("<script>"));
    expect(hostile.length).toBeGreaterThan(3);
    for (const piece of hostile) {
      // A link to the contract's own part may carry its title; nothing else may.
      expect(["text", "reference"]).toContain(piece.kind);
      expect(piece.text).toContain(oneLine);
    }
  });

  it("appear in the report's language, else in whatever language they have", () => {
    expect(proseOf(section(sampleReport("sv"), "portfolio"))).toContain("Toimistotarvikkeet");
    expect(proseOf(section(sampleReport("en"), "portfolio"))).toContain("Office supplies");
    expect(proseOf(section(sampleReport("en"), "portfolio"))).toContain("Dialysförnödenheter");
  });
});

describe("the report on an empty register", () => {
  it("says that there is nothing to assess, in each language", () => {
    const empty = "The register has no contracts to assess.";
    const texts = {
      sv: "Registret har inga kontrakt att bedöma.",
      fi: "Rekisterissä ei ole arvioitavia sopimuksia.",
      en: empty,
    };
    for (const language of LANGUAGES) {
      const report = sampleReport(language, { assessment: EMPTY_ASSESSMENT });
      expect(proseOf(section(report, "summary"))).toContain(texts[language]);
    }
  });

  it("has no table without rows but that of the sums, and claims nothing", () => {
    const report = sampleReport("en", {
      assessment: EMPTY_ASSESSMENT,
      criteria: new Map(),
    });
    const values = report.blocks.flatMap((block) =>
      block.kind === "figures" ? block.figures.map(({ value }) => value) : [],
    );
    expect(values).toEqual(["0", "no contracts", "no contracts", "0", "0%", "0"]);
    const prose = proseOf(report.blocks);
    expect(prose).toContain("There are no findings.");
    expect(prose).toContain("No questions are open.");
    expect(prose).toContain("The register has no suppliers.");
    expect(prose).not.toContain("100");
  });
});
