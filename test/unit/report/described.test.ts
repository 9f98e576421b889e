import { describe, expect, it } from "vitest";
import { describeFinding, firstSentence } from "../../../src/report/described.ts";
import { SAMPLE_ASSESSMENT } from "../../support/sample-assessment.ts";
import { sampleBrief } from "../../support/sample-report.ts";

describe("the first sentence", () => {
  it("ends where another begins", () => {
    expect(firstSentence("Hours run. Write them down.")).toBe("Hours run.");
    expect(firstSentence("Vem beslutar? Är en ersättare utsedd?")).toBe("Vem beslutar?");
    expect(firstSentence("Say “at once.” Write hours.")).toBe("Say “at once.”");
    expect(firstSentence("Write hours. “At once” is partly.")).toBe("Write hours.");
  });

  it("does not end at an abbreviation or a number", () => {
    const law = "Se 40 § 2 mom. 4 p. i lagen, t.ex. vid brådska.";
    expect(firstSentence(`${law} Gör så.`)).toBe(law);
    expect(firstSentence("Stock lasts 1.5 days and no more. Fill it.")).toBe(
      "Stock lasts 1.5 days and no more.",
    );
  });

  it("is the whole text when there is but one", () => {
    expect(firstSentence("No full stop")).toBe("No full stop");
    expect(firstSentence("")).toBe("");
  });
});

describe("a finding in words", () => {
  const [finding] = SAMPLE_ASSESSMENT.findings;
  if (finding === undefined) throw new Error("no finding");

  it("says what the criterion says when it is not met", () => {
    expect(describeFinding(sampleBrief("en"), finding)).toEqual({
      what: "Not met: Title of data-agreement.",
      why: "Why data-agreement.",
      act: "Do data-agreement.",
    });
  });

  it("names the criterion by its id when the catalogue no longer has it", () => {
    const brief = sampleBrief("en", { criteria: new Map() });
    expect(describeFinding(brief, finding)).toEqual({
      what: "Not met: data-agreement",
      why: "",
      act: "",
    });
  });

  it("asks for what is missing when evidence is weak", () => {
    const weak = describeFinding(sampleBrief("fi"), { ...finding, kind: "weak" });
    expect(weak.what).toBe("Heikko näyttö: Title of data-agreement.");
    expect(weak.act).toBe("Pyytäkää vahvempi näyttö, esimerkiksi asiakirja tai testi.");
  });

  it("has words of its own when it is about the class", () => {
    const about = { ...finding, criterion: undefined, kind: "override-ineffective" } as const;
    expect(describeFinding(sampleBrief("sv"), about)).toEqual({
      what: "Beslutet om lägre klass saknar godkännande.",
      why: "En klass under den beräknade gäller bara om någon med befogenhet har godkänt den.",
      act: "Skaffa godkännandet eller ta bort beslutet.",
    });
  });
});
