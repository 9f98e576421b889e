import { describe, expect, it } from "vitest";
import type { Block, Report } from "../../../src/model/report.ts";
import { SAMPLE_ASSESSMENT } from "../../support/sample-assessment.ts";
import { proseOf, sampleReport, section, written } from "../../support/sample-report.ts";
import { SHIPPED } from "../../support/shipped-catalogue.ts";

function rowsOf(blocks: readonly Block[]): string[][] {
  return blocks
    .flatMap((block) => (block.kind === "table" ? block.rows : []))
    .map((row) => row.map(({ text }) => written(text)));
}

function cardsOf(report: Report, anchor: string) {
  return section(report, anchor).flatMap((block) => (block.kind === "verdict" ? [block] : []));
}

const english = sampleReport("en");

describe("the contracts by class", () => {
  it("charts the bounds of each class, highest first", () => {
    const chart = english.blocks.find(({ kind }) => kind === "chart");
    if (chart?.kind !== "chart") throw new Error("no chart");
    expect(chart.of).toBe(100);
    expect(chart.bars.map(({ label, value }) => [label, value])).toEqual([
      ["K4 vital", "39–65%"],
      ["K3 critical", "50–75%"],
      ["K2 important", "80%"],
      ["K1 ordinary", "87–100%"],
    ]);
    expect(chart.bars[2]).toMatchObject({ low: 80, high: 80 });
  });

  it("puts each contract on a row with class, deciding row, bounds, grade and priority", () => {
    const rows = rowsOf(section(english, "portfolio")).slice(4);
    expect(rows.map((row) => [row[0], ...row.slice(2)])).toEqual([
      ["NS-2024-031", "K4 vital", "R2", "39–65%", "2 deficient", "P1"],
      [
        "NS-2025-007",
        "K2–K3 (important to critical)",
        "R8–R6",
        "30–80%",
        "1 weak, not yet known",
        "P1–P3",
      ],
      ["NS-2025-009", "K1 ordinary", "R9", "87–100%", "4 in order", "P4"],
    ]);
  });
});

describe("a critical contract", () => {
  it("says why it is of its class and who answered", () => {
    const prose = proseOf(section(english, "contract-ns-2024-031"));
    expect(prose).toContain("Class: K4 vital");
    expect(prose).toContain("Row R2: Life is in danger if delivery stops");
    expect(prose).toContain("answered by contract owner, day: 11 February 2026.");
    expect(prose).toContain("€600,000");
    expect(prose).toContain("exit-plan-2027");
    expect(prose).not.toContain("that is not certain");
  });

  it("says what would decide the class, and shows a decision beside the computed class", () => {
    const prose = proseOf(section(english, "contract-ns-2025-007"));
    expect(prose).toContain("The contract may be critical, but that is not certain.");
    expect(prose).toContain("At least, row R8:");
    expect(prose).toContain("At most, if the unknown is unfavourable, row R6:");
    expect(prose).toContain("How many hours before harm is unacceptable?");
    expect(prose).toContain(
      "Decision on class K2 by head of procurement, approved by: not stated.",
    );
    expect(prose).toContain("Computed class: K3 critical.");
    expect(prose).toContain("The decision has no effect");
  });

  it("has a card for each verdict that asks for something to be done", () => {
    const [notMet, ...others] = cardsOf(english, "contract-ns-2024-031");
    expect(others).toEqual([]);
    expect(notMet).toMatchObject({ verdict: "Not met, half in place", tone: "poor" });
    expect(notMet?.lines.map(written)).toEqual([
      "Do this: Do disruption-notice.",
      "Criterion disruption-notice. Severity: decisive. Weight: 8. In place: 50%.",
      "Evidence: register.yaml:/contracts/0/clauses/disruption-notice",
    ]);
    const asked = proseOf(section(english, "contract-ns-2024-031-questions"));
    expect(asked).toContain("Title of supplier-continuity. (Nordrenal Ab)");
  });

  it("tells why and on what ground once for all contracts", () => {
    const told = proseOf(section(english, "criteria"));
    expect(told).toContain("Why disruption-notice. Source: Law 1/2020 2 §");
  });

  it("prints weight and bounds of what is met too", () => {
    const met = proseOf(section(english, "contract-ns-2024-031-met"));
    expect(met).toContain("Title of buffer-stock. Weight: 8. In place: 100%.");
    expect(met).toContain("(register.yaml:/contracts/0/stock)");
  });

  it("tells how an unknown depends on the class, and where to answer", () => {
    const [notMet, ...others] = cardsOf(english, "contract-ns-2025-007");
    expect(others).toEqual([]);
    expect(notMet).toMatchObject({ verdict: "Not met", tone: "bad" });
    expect(notMet?.lines.map(written)).toContain(
      "Criterion data-agreement. Severity: high. Weight: 8. In place: 0%. Statutory.",
    );
    const asked = proseOf(section(english, "contract-ns-2025-007-questions"));
    expect(asked).toContain("The answer depends on the class. K2: Met; K3: Not met.");
    expect(asked).toContain("Fill in: clauses.disruption-notice");
  });

  it("lists what is accepted with reason, role and end, and what does not apply with its reason", () => {
    const accepted = proseOf(section(english, "contract-ns-2025-007-accepted"));
    expect(accepted).toContain("Accepted because of buffer-stock.");
    expect(accepted).toContain("Accepted by board, until 31 December 2027.");
    const outside = proseOf(section(english, "contract-ns-2024-031-not-applicable"));
    expect(outside).toContain("Title of data-agreement. Reason: No personal data.");
  });

  it("has a part of its own when it is or may be K3 or K4, the highest class first", () => {
    const anchors = english.blocks.flatMap((block) =>
      block.kind === "heading" && block.level === 2 ? [block.anchor] : [],
    );
    expect(anchors.filter((anchor) => anchor.startsWith("contract-"))).toEqual([
      "contract-ns-2024-031",
      "contract-ns-2025-007",
    ]);
    const others = rowsOf(section(english, "other-contracts"));
    expect(others.map(([id]) => id)).toEqual(["NS-2025-009"]);
  });
});

describe("suppliers", () => {
  it("come in the order of their names", () => {
    const rows = rowsOf(section(english, "suppliers"));
    expect(rows.map((row) => [row[0], row[1]])).toEqual([
      ["Kemtekno Oy", "no contracts"],
      ["Nordrenal Ab", "K4 vital"],
    ]);
  });
});

describe("coverage", () => {
  it("has a row for each criterion, and sums that are those of the assessment", () => {
    const rows = rowsOf(section(english, "coverage"));
    const { met, notMet, unknown, notApplicable, accepted } = SAMPLE_ASSESSMENT.counts;
    expect(rows).toHaveLength(SAMPLE_ASSESSMENT.coverage.size + 1);
    expect(rows.at(-1)).toEqual([
      "Sum",
      ...[met, notMet, unknown, notApplicable, accepted].map(String),
    ]);
  });

  it("doubts a criterion that nearly everybody fails", () => {
    const assessment = {
      ...SAMPLE_ASSESSMENT,
      notes: [
        { code: "R028", params: { criterion: "buffer-stock", count: 10, of: 10, share: 90 } },
      ],
    } as const;
    const doubted = section(sampleReport("en", { assessment }), "coverage");
    const callout = doubted.find(({ kind }) => kind === "callout");
    expect(callout === undefined ? "" : proseOf([callout])).toMatch(/Check: buffer-stock$/mu);
    expect(section(english, "coverage").some(({ kind }) => kind === "callout")).toBe(false);
  });
});

describe("exceptions", () => {
  it("prints every acceptance with reason, role and end, those of ended contracts too", () => {
    const { contracts, ended, suppliers, organisation } = SAMPLE_ASSESSMENT;
    const written = [
      ...organisation.accepted,
      ...contracts.flatMap(({ contract }) => contract.accepted),
      ...ended.flatMap(({ accepted }) => accepted),
      ...suppliers.flatMap(({ supplier }) => supplier.accepted),
    ];
    const rows = rowsOf(section(english, "exceptions-acceptances"));
    expect(rows).toHaveLength(written.length);
    for (const { because } of written) {
      expect(rows.filter((row) => row[2] === because && row[3] === "board")).toHaveLength(1);
    }
    expect(rows.map((row) => row[4])).toEqual([
      "31 January 2026, the time has run out",
      "31 December 2027",
      "31 January 2020, the time has run out",
    ]);
  });

  it("prints every decided class, changed criterion, demand left out and ended contract", () => {
    expect(rowsOf(section(english, "exceptions-class-overrides"))).toHaveLength(1);
    expect(rowsOf(section(english, "exceptions-catalogue-overrides"))).toEqual([
      [
        "criterion",
        "org-policy",
        "changed: severity",
        "Own rules.",
        "lawyer",
        "31 December 2027",
        "register.yaml:/kind",
      ],
    ]);
    expect(rowsOf(section(english, "exceptions-switched-off"))).toEqual([
      [
        "exit-plan",
        "Bought through others.",
        "board",
        "30 June 2026, is over",
        "register.yaml:/kind",
      ],
    ]);
    const outside = rowsOf(section(english, "exceptions-not-applicable"));
    expect(outside.map((row) => row[2])).toEqual([
      "Fewer than five critical contracts.",
      "No personal data.",
    ]);
    const ended = rowsOf(section(english, "exceptions-ended"));
    expect(ended.map((row) => row[0])).toEqual(["NS-2019-001 – Old contract"]);
  });
});

describe("method", () => {
  it("says what was read and what the guide is to it", () => {
    const prose = proseOf(section(english, "method"));
    expect(prose).toContain("in line with the aims of the guide");
    expect(prose).toContain("sha256:0123abcd");
    expect(prose).toContain("register.yaml");
    expect(prose).toContain("Day of assessment: 24 November 2026");
    expect(prose).toContain("beredskap 1.0.0");
    expect(prose).toContain("Amounts in different currencies are not added.");
    expect(prose).toContain("1 entry is dated after 24 November 2026");
    expect(prose).toContain("Row 2 of the priority table reads the criteria only.");
  });

  it("prints the weights and limits of the profile, as proposals", () => {
    const profile = {
      weights: { low: 1, medium: 2, high: 4, critical: 8 },
      must: { K1: [], K2: ["high"], K3: ["high", "critical"], K4: ["critical"] },
      grades: { four: 0.8, three: 0.6, two: 0.3, widest: 0.4 },
      asked: { ...SHIPPED.profile.asked, K1: ["high", "critical"] },
      stale: "high-only",
      validityFactor: 1.5,
    } as const;
    const blocks = section(sampleReport("en", { profile }), "method");
    const tables = blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
    const captions = tables.map(({ caption }) => caption);
    expect(captions).toContain("Weights (proposal)");
    expect(captions).toContain("Limits of the grades (proposal)");
    const rows = rowsOf(blocks).filter((row) => row.length === 2);
    expect(rows).toContainEqual(["decisive", "8"]);
    expect(rows).toContainEqual(["3 shortcomings", "60%"]);
    const prose = proseOf(blocks);
    expect(prose).toContain("When the interval is wider than 40%, the grade is not yet known.");
    expect(prose).toContain("K2: high; K3: high and decisive; K4: decisive.");
    expect(prose).toContain("Not asked in this profile: K1: low and medium.");
    expect(prose).toContain("it counts in the higher end alone.");
    expect(prose).toContain("good for 150% of the time");
    expect(proseOf(section(english, "method"))).not.toContain("wider than");
  });

  it("lists each source that was not read in its wording in force, and no other", () => {
    const rows = rowsOf(section(english, "method-sources"));
    expect(rows).toEqual([
      ["Law 9/1999", "read in an older wording", "data-agreement"],
      ["Proposal", "our own proposal", "disruption-notice, buffer-stock, supplier-continuity"],
    ]);
  });
});
