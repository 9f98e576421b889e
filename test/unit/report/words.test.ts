import { describe, expect, it } from "vitest";
import { FINDING_KINDS } from "../../../src/model/assessment.ts";
import { CLASSES } from "../../../src/model/classes.ts";
import { LEVELS, SEVERITIES, VERDICTS } from "../../../src/model/criterion.ts";
import { PRIORITIES } from "../../../src/model/profile.ts";
import { CONTRACT_TYPES, STAGES } from "../../../src/model/register.ts";
import { LANGUAGES } from "../../../src/model/values.ts";
import { sampleReport, proseOf } from "../../support/sample-report.ts";
import { wordingFor } from "../../support/wording.ts";

describe.each(LANGUAGES)("the terms in %s", (language) => {
  const wording = wordingFor(language, ["terms"]);

  it.each([
    ["classes", CLASSES.map((each) => `${each}.name`)],
    ["classes", CLASSES.map((each) => `${each}.meaning`)],
    ["verdicts", VERDICTS],
    ["severities", SEVERITIES],
    ["priorities", PRIORITIES],
    ["levels", LEVELS],
    ["types", CONTRACT_TYPES],
    ["stages", STAGES],
    ["finding-kinds", FINDING_KINDS],
    ["acts", ["now", "ask", "plan", "classify", "watch"]],
    ["priority-rows", ["1", "2", "3", "4", "5", "6", "7", "8", "9"]],
    ["class-rows", ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "M1", "I1", "O1"]],
    ["source-marks", ["V", "V-old", "B", "D", "open"]],
  ])("name all %s", (kind, names) => {
    expect(names.filter((name) => !wording.has(`terms.${kind}.${name}`))).toEqual([]);
  });
});

describe("the Swedish of the report", () => {
  it("is Finland's", () => {
    const prose = proseOf(sampleReport("sv").blocks);
    expect(prose).not.toMatch(
      /upphandlande myndighet|\bLOU\b|\bMSB\b|krisberedskap|samhällsviktig|höjd beredskap|försörjningstrygghet/u,
    );
  });
});

describe("what is said of the guide", () => {
  it.each(LANGUAGES)("is never that it demands something (%s)", (language) => {
    const prose = proseOf(sampleReport(language).blocks);
    expect(prose).not.toMatch(/guide requires|guiden kräver|opas vaatii|opas edellyttää/iu);
  });
});
