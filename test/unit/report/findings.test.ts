import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/model/report.ts";
import { proseOf, sampleReport, section, written } from "../../support/sample-report.ts";

function rowsOf(blocks: readonly Block[]): string[][] {
  return blocks
    .flatMap((block) => (block.kind === "table" ? block.rows : []))
    .map((row) => row.map(({ text }) => written(text)));
}

describe("what to do", () => {
  it("prints every finding once, in its order, under the row that placed it", () => {
    const blocks = section(sampleReport("en"), "findings");
    expect(rowsOf(blocks).map(([rank]) => rank)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
    expect(proseOf(blocks)).toContain("8 findings, the most urgent first.");
    const headings = blocks.flatMap((block) =>
      block.kind === "heading" && block.level === 2 ? [block.text] : [],
    );
    expect(headings).toEqual([
      "P1, row 1: 1 finding",
      "P1, row 2: 1 finding",
      "P1, row 3: 1 finding",
      "P2, row 7: 1 finding",
      "P2, row 6: 1 finding",
      "P4, row 9: 3 findings",
    ]);
  });

  it("marks what the law demands", () => {
    const [lawful, other] = rowsOf(section(sampleReport("en"), "findings"));
    expect(lawful?.[1]).toBe("Not met: Title of data-agreement. Statutory.");
    expect(other?.[1]).not.toContain("Statutory");
  });

  it("names the draft clauses that cure a gap", () => {
    const rows = rowsOf(section(sampleReport("en"), "findings"));
    expect(rows[1]?.[3]).toBe(
      "Do disruption-notice. Draft clause: disruption-notice, change-clause",
    );
    expect(rows[0]?.[3]).toBe("Do data-agreement.");
  });

  it("gives old evidence and expired acceptances an act of their own", () => {
    const rows = rowsOf(section(sampleReport("en"), "findings"));
    expect(rows[6]?.[3]).toBe("Ask for new evidence and record its day.");
    expect(rows[7]?.[3]).toBe("Cure the shortfall or decide again with a new end.");
  });

  it("loses nothing when a list is cut: printed and left out add up to all", () => {
    const whole = sampleReport("en");
    const short = sampleReport("en", { most: 1 });
    const blocks = section(short, "findings");
    const left = [...proseOf(blocks).matchAll(/(\d+) more rows? (?:is|are) counted/gu)];
    const leftOut = left.reduce((sum, [, count]) => sum + Number(count), 0);
    expect(rowsOf(blocks)).toHaveLength(6);
    expect(leftOut).toBe(2);
    expect(proseOf(blocks)).toContain("beredskap assess");
    expect(proseOf(blocks)).toContain("8 findings");
    const figures = (blocksOf: readonly Block[]) =>
      blocksOf.filter(({ kind }) => kind === "figures");
    expect(figures(short.blocks)).toEqual(figures(whole.blocks));
  });
});

describe("questions to answer", () => {
  it("puts each blank that decides a class as its own question, in the order of the findings", () => {
    const rows = rowsOf(section(sampleReport("en"), "questions"));
    expect(rows.map((row) => [row[0], row[1], row[4]])).toEqual([
      ["1", "Ask supplier-continuity?", "continuity.management"],
      ["2", "How many hours before harm is unacceptable?", "criticality.mtpd"],
      ["3", "Is the alternative ready for use?", "criticality.alternative.ready"],
      ["4", "Ask disruption-notice?", "clauses.disruption-notice"],
    ]);
    expect(rows[1]?.[3]).toBe("Decides the class of the contract");
  });

  it("says how many were left out", () => {
    const prose = proseOf(section(sampleReport("en", { most: 3 }), "questions"));
    expect(prose).toContain("4 questions");
    expect(prose).toContain("1 more row is counted but not printed.");
  });
});
