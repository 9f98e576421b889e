import { describe, expect, it } from "vitest";
import type { Language } from "../../../src/model/values.ts";
import { proseOf, sampleReport, section, textsOf, written } from "../../support/sample-report.ts";

const NBSP = "\u{A0}";

function answerIn(language: Language): string {
  const callout = section(sampleReport(language), "summary").find(({ kind }) => kind === "callout");
  return callout === undefined ? "" : textsOf(callout).map(written).join(" ");
}

function figuresIn(language: Language) {
  return sampleReport(language).blocks.flatMap((block) =>
    block.kind === "figures" ? block.figures : [],
  );
}

// By hand: one contract is K4, one may be K3. Nine verdicts were asked for (3 met, 3 not, 2 unknown,
// 1 accepted), so 2/9 = 22.2 per cent are unknown. 22/56 = 39.3 and 36/56 = 64.3 per cent.
describe("the first page", () => {
  it("answers in a few short sentences, with bounds", () => {
    expect(answerIn("sv")).toBe(
      "Av registrets 3 kontrakt hör 1–2 till de kritiska eller livsviktiga (K3–K4). " +
        `Av den beredskap som krävs är 39–65${NBSP}% i klass K4 och 50–75${NBSP}% i klass K3 på plats. ` +
        `22${NBSP}% av svaren saknas.`,
    );
    expect(answerIn("fi")).toBe(
      "Sopimuksia on 3, joista kriittisiä tai elintärkeitä (K3–K4) 1–2. " +
        `Vaaditusta varautumisesta on kunnossa luokassa K4 39–65${NBSP}% ja luokassa K3 50–75${NBSP}%. ` +
        `Vastauksista puuttuu 22${NBSP}%.`,
    );
    expect(answerIn("en")).toBe(
      "Critical or vital (K3–K4): 1–2 of 3 contracts. " +
        "Of the preparedness required, 39–65% in class K4 and 50–75% in class K3 is in place. " +
        "22% of the answers are missing.",
    );
  });

  it("has six key figures, each with its bounds", () => {
    expect(figuresIn("en").map(({ value }) => value)).toEqual([
      "1–2",
      "39–65%",
      "50–75%",
      "1",
      "22%",
      "1",
    ]);
    expect(figuresIn("en").map(({ tone }) => tone)).toEqual([
      "neutral",
      "poor",
      "bad",
      "bad",
      "unknown",
      "unknown",
    ]);
  });

  it("prints beside a mean how many contracts have which grade", () => {
    const notes = figuresIn("en").map(({ note }) => note);
    expect(notes[0]).toBe("K4: 1, K3: 0–1, K2: 0–1, K1: 1.");
    expect(notes[1]).toContain("2 deficient: 1");
    expect(notes[4]).toContain("2 of 9");
  });

  it("lists the five most urgent findings in their order and says that three more follow", () => {
    const first = section(sampleReport("en"), "first-things");
    const items = first.flatMap((block) => (block.kind === "list" ? block.items : [])).map(written);
    expect(items).toHaveLength(5);
    expect(items[0]).toContain("Not met: Title of data-agreement.");
    expect(items[0]).toContain("(<script>alert(1)</script>");
    expect(items[1]).toContain("(Dialysförnödenheter)");
    expect(items[2]).toContain("(Nordrenal Ab)");
    expect(items[0]).toContain("Why data-agreement. Do data-agreement. P1: do now.");
    expect(items[1]).toContain("Not met, half in place: Title of disruption-notice.");
    expect(items[2]).toContain("Ask supplier-continuity?");
    expect(items[3]).toContain("The class is undecided.");
    expect(items[4]).toContain("P2–P4: plan.");
    expect(proseOf(first)).toContain("3 more findings are in the section What to do");
  });
});
