import type { Block, Inline, Report } from "../../src/model/report.ts";
import type { Language } from "../../src/model/values.ts";
import type { ReportBrief } from "../../src/report/brief.ts";
import { buildReport } from "../../src/report/report.ts";
import { makeFormat } from "../../src/wording/format.ts";
import { SAMPLE_ASSESSMENT, SAMPLE_CRITERIA } from "./sample-assessment.ts";
import { SHIPPED } from "./shipped-catalogue.ts";
import { wordingFor } from "./wording.ts";

/** What the sample report is made of; `changes` replaces parts of it. */
export function sampleBrief(language: Language, changes: Partial<ReportBrief> = {}): ReportBrief {
  return {
    assessment: SAMPLE_ASSESSMENT,
    criteria: SAMPLE_CRITERIA,
    vitalFunctions: SHIPPED.vitalFunctions,
    library: new Set(["disruption-notice", "change-clause"]),
    groups: new Map(),
    wording: wordingFor(language, ["terms", "report"]),
    format: makeFormat(language),
    locate: ({ file, pointer }) => `${file}:${pointer}`,
    tool: { name: "beredskap", version: "1.0.0" },
    profile: undefined,
    marking: "",
    most: undefined,
    ...changes,
  };
}

/** The report on the sample assessment: every kind of block and a hostile title are in it. */
export function sampleReport(language: Language, changes: Partial<ReportBrief> = {}): Report {
  return buildReport(sampleBrief(language, changes));
}

/** A block's running texts: cells, items, lines. */
export function textsOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case "paragraph":
    case "callout":
    case "source":
      return [block.text];
    case "list":
      return block.items;
    case "table":
      return block.rows.flat().map(({ text }) => text);
    case "verdict":
      return block.lines;
    default:
      return [];
  }
}

/** What the pieces say together. */
export function written(text: readonly Inline[]): string {
  return text.map((piece) => piece.text).join("");
}

/** The blocks from the heading with `anchor` up to the next heading of its level or above. */
export function section(report: Report, anchor: string): readonly Block[] {
  const start = report.blocks.findIndex(
    (block) => block.kind === "heading" && block.anchor === anchor,
  );
  const head = report.blocks[start];
  if (head?.kind !== "heading") throw new Error(`no section ${anchor}`);
  const rest = report.blocks.slice(start + 1);
  const end = rest.findIndex((block) => block.kind === "heading" && block.level <= head.level);
  return [head, ...(end === -1 ? rest : rest.slice(0, end))];
}

/** Everything that blocks say, one line for each piece of running text. */
export function proseOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => [
      "text" in block && typeof block.text === "string" ? block.text : "",
      "title" in block ? block.title : "",
      ...textsOf(block).map(written),
      ...(block.kind === "figures" ? block.figures.map(Object.values).map(String) : []),
    ])
    .join("\n");
}
