import { describe, expect, it } from "vitest";
import { termEnd } from "../../../src/assess/term.ts";
import type { RawObject } from "../../../src/model/values.ts";
import { assessRegister, contractIn, judgementIn } from "../../support/assess-register.ts";
import { registerFrom } from "../../support/register-of.ts";

function option(extend: string, exercised?: string): RawObject {
  return exercised === undefined ? { extends: extend } : { extends: extend, exercised };
}

describe("the end of a term", () => {
  it.each<[string, RawObject, string, string]>([
    ["without options", { end: "2027-04-30" }, "2027-04-30", "2027-04-30"],
    [
      "with an option in use",
      { end: "2027-04-30", options: [option("12 months", "yes")] },
      "2028-04-30",
      "2028-04-30",
    ],
    [
      "with an option turned down",
      { end: "2027-04-30", options: [option("12 months", "no")] },
      "2027-04-30",
      "2027-04-30",
    ],
    [
      "with an option nobody has decided",
      { end: "2027-04-30", options: [option("12 months")] },
      "2027-04-30",
      "2028-04-30",
    ],
    [
      "with an option in use and one open",
      { end: "2027-12-31", options: [option("1 year", "yes"), option("6 months", "unknown")] },
      "2028-12-31",
      "2029-06-30",
    ],
    [
      "at the end of February",
      { end: "2027-02-28", options: [option("12 months", "yes")] },
      "2028-02-29",
      "2028-02-29",
    ],
    [
      "with an option in days",
      { end: "2026-12-31", options: [option("30 d", "yes")] },
      "2027-01-30",
      "2027-01-30",
    ],
  ])("%s", (_says, term, earliest, latest) => {
    expect(termEnd({ term })).toMatchObject({ state: "ends", earliest, latest });
  });

  it("is open, or not known", () => {
    expect(termEnd({ term: { "open-ended": "yes" } })).toEqual({ state: "open-ended" });
    expect(termEnd({ term: { start: "2025-01-01" } })).toEqual({ state: "unknown" });
    expect(termEnd({})).toEqual({ state: "unknown" });
  });

  it("may lie anywhere later when an option of unknown length is or may be in use", () => {
    for (const exercised of ["yes", "unknown"]) {
      const term = {
        end: "2025-12-31",
        options: [{ extends: "unknown", exercised }, option("12 months", "yes")],
      };
      const end = termEnd({ term });
      expect(end).toMatchObject({ state: "ends", earliest: "2026-12-31" });
      expect(end.state === "ends" && end.latest > "2100-01-01").toBe(true);
    }
  });

  it("names the options that nobody has decided", () => {
    const options = [option("12 months", "yes"), option("12 months"), option("12 months", "no")];
    expect(termEnd({ term: { end: "2027-04-30", options } })).toMatchObject({
      blanks: ["term.options.1.exercised"],
    });
  });
});

describe("a contract whose term has ended", () => {
  const contracts = (list: readonly RawObject[]) =>
    assessRegister(
      registerFrom({
        suppliers: [{ id: "s", name: "s", finance: { warning: "yes" } }],
        contracts: list.map((each) => ({ title: "c", suppliers: ["s"], ...each })),
      }),
    );

  it("is listed and out of everything else", () => {
    const assessment = contracts([
      { id: "past", term: { end: "2026-11-23" } },
      { id: "last-day", term: { end: "2026-11-24" } },
      { id: "said", stage: "ended", term: { end: "2030-01-01" } },
      { id: "used-option", term: { end: "2025-12-31", options: [option("12 months", "yes")] } },
      { id: "open-option", term: { end: "2025-12-31", options: [option("12 months")] } },
      { id: "declined", term: { end: "2025-12-31", options: [option("12 months", "no")] } },
      { id: "old-option", term: { end: "2024-12-31", options: [option("12 months", "yes")] } },
      { id: "no-end" },
      {
        id: "option-of-some-length",
        term: { end: "2025-12-31", options: [option("unknown", "yes")] },
      },
    ]);
    expect(assessment.ended.map(({ id }) => id)).toEqual([
      "past",
      "said",
      "declined",
      "old-option",
    ]);
    expect(assessment.contracts.map(({ contract }) => contract.id)).toEqual([
      "last-day",
      "used-option",
      "open-option",
      "no-end",
      "option-of-some-length",
    ]);
    expect(assessment.notes).toContainEqual({ code: "R026", params: { count: 4 } });
    expect(assessment.findings.filter(({ subject }) => subject === "past")).toEqual([]);
    expect(Object.values(assessment.classes).every(({ high }) => high <= 5)).toBe(true);
  });

  it("leaves a supplier that has no other contract without verdicts", () => {
    const assessment = contracts([{ id: "past", term: { end: "2026-11-23" } }]);
    expect(
      assessment.suppliers.map(({ class: of, judgements, preparedness }) => [
        of,
        judgements,
        preparedness,
      ]),
    ).toEqual([[undefined, [], undefined]]);
    expect(assessment.findings.filter(({ subject }) => subject === "s")).toEqual([]);
  });
});

describe("the time left for the next procurement", () => {
  const verdict = (fields: RawObject): string => {
    const criticality = {
      override: { class: "K3", because: "prov", by: "a", "approved-by": "b", date: "2026-01-01" },
    };
    const assessment = assessRegister(
      registerFrom({ contracts: [{ id: "c", title: "c", ...fields, criticality }] }),
    );
    return judgementIn(contractIn(assessment, "c").judgements, "renewal-lead-time").verdict;
  };

  it.each<[string, RawObject, string]>([
    [
      "an open option that decides it",
      {
        term: { end: "2027-05-31", options: [option("12 months")] },
        procurement: { next: { started: "no" } },
      },
      "unknown",
    ],
    [
      "an open option that cannot decide it",
      {
        term: { end: "2029-05-31", options: [option("12 months")] },
        procurement: { next: { started: "no" } },
      },
      "met",
    ],
    [
      "an option in use, nobody knows for how long",
      {
        term: { end: "2026-12-31", options: [option("unknown", "yes")] },
        procurement: { next: { started: "no" } },
      },
      "unknown",
    ],
    [
      "too late with the option too",
      {
        term: { end: "2026-12-31", options: [option("6 months")] },
        procurement: { next: { started: "no" } },
      },
      "not-met",
    ],
    ["an open end", { term: { "open-ended": "yes" } }, "not-applicable"],
    ["nothing recorded", {}, "unknown"],
  ])("%s", (_says, fields, expected) => {
    expect(verdict(fields)).toBe(expected);
  });
});
