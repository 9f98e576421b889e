import { describe, expect, test } from "vitest";
import type { Draft, DraftRun } from "../../../src/model/draft.ts";
import type { Day } from "../../../src/model/values.ts";
import { LANGUAGES } from "../../../src/model/values.ts";
import { assessedOf, clauseOf, criterionOf, draftOf, judgementOf, parameterOf } from "./cases.ts";

const NOTICE = clauseOf(
  "notice",
  "DC-02",
  {
    parameters: [
      parameterOf("first", "span", {
        unit: "hours",
        defaults: { K1: "48 h", K2: "24 h", K3: "8 h", K4: "2 h" },
        range: { least: 1, greatest: 168 },
      }),
      parameterOf("annex-contacts", "annex"),
      parameterOf("ref-change", "reference", { refersTo: "change" }),
      parameterOf("reports", "choice", { defaults: { K1: "no", K2: "yes", K3: "yes", K4: null } }),
      parameterOf("every", "span", {
        unit: "hours",
        defaults: { K1: null, K2: "72 h", K3: "24 h", K4: "8 h" },
      }),
      parameterOf("general-terms", "text"),
    ],
    conflicts: [
      { with: "JYSE", text: { sv: "j", fi: "j", en: "j" } },
      { with: "YSE", text: { sv: "y", fi: "y", en: "y" } },
      { with: "change", text: { sv: "c", fi: "c", en: "c" } },
    ],
  },
  [
    "1. Within {{first}} hours under annex {{annex-contacts}}, clause {{ref-change}}.",
    "2. At once.{{#if reports}} Every {{every}} hours.{{/if}}",
    "3. Instead of {{general-terms}}:",
    "   a) one {{undescribed}},",
    "   as said.",
  ].join("\n"),
);
const FIRST = clauseOf("force", "DC-01", {}, "1. Words.");
const CHANGE = clauseOf("change", "DC-16", {}, "1. Words.");
const CRITERIA = ["notice", "force", "change"].map((id) => criterionOf(`on-${id}`, [id]));
const GAPS = CRITERIA.map(({ id }) => judgementOf(id, "not-met"));
const CLAUSES = [NOTICE, FIRST, CHANGE];

function clauseIn(draft: Draft, id: string) {
  const clause = draft.parts[0]?.clauses.find((candidate) => candidate.id === id);
  if (clause === undefined) throw new Error(`no ${id}`);
  return clause;
}

function runsOf(draft: Draft, id: string): readonly DraftRun[] {
  return clauseIn(draft, id).items.flatMap((item) => [
    ...item.runs,
    ...item.points.flat(),
    ...(item.after ?? []),
  ]);
}

/** The clause as one reads it. */
function readOf(draft: Draft, id: string): string {
  const read = (runs: readonly DraftRun[]): string =>
    runs
      .map((run) => {
        if (run.kind === "reference") return `#${String(run.number)}`;
        if (run.kind === "open") return `[${run.parameter}]`;
        return run.kind === "option" ? `<${read(run.runs)}>` : run.text;
      })
      .join("");
  return read(runsOf(draft, id));
}

describe("a drafted clause", () => {
  test("has its values in the sentence's unit, its references as numbers, and blanks for the rest", () => {
    const draft = draftOf(assessedOf(GAPS), CLAUSES, CRITERIA);
    expect(readOf(draft, "notice")).toBe(
      "Within 8 hours under annex [annex-contacts], clause #3.At once. Every 24 hours." +
        "Instead of [general-terms]:one [undescribed],as said.",
    );
    expect(
      clauseIn(draft, "notice").parameters.map(({ name, value, origin }) => [name, value, origin]),
    ).toEqual([
      ["first", "8 timmar", "class-default"],
      ["annex-contacts", undefined, "open"],
      ["reports", "ja", "class-default"],
      ["every", "24 timmar", "class-default"],
      ["general-terms", undefined, "open"],
      ["undescribed", undefined, "open"],
    ]);
  });

  test("without the chosen words their blanks are nobody's to fill", () => {
    const draft = draftOf(assessedOf(GAPS, {}, { low: "K1" }), CLAUSES, CRITERIA);
    expect(readOf(draft, "notice")).toContain("At once.Instead of");
    const names = clauseIn(draft, "notice").parameters.map(({ name }) => name);
    expect(names).toContain("reports");
    expect(names).not.toContain("every");
  });

  test("a choice that nobody has made stays for a person", () => {
    const draft = draftOf(assessedOf(GAPS, {}, { low: "K4" }), CLAUSES, CRITERIA);
    expect(readOf(draft, "notice")).toContain("At once.< Every 8 hours.>");
    expect(
      clauseIn(draft, "notice").parameters.find(({ name }) => name === "reports")?.origin,
    ).toBe("open");
  });

  test("a weaker recorded value gives way, and the note says which", () => {
    const raw = { clauses: { notice: { status: "partly", parameters: { first: "24 h" } } } };
    const parameter = clauseIn(draftOf(assessedOf(GAPS, raw), CLAUSES, CRITERIA), "notice")
      .parameters[0];
    expect(parameter).toMatchObject({ value: "8 timmar", origin: "class-default" });
    expect(parameter?.note).toContain("24 h");
  });

  test("takes the lower class of two", () => {
    const draft = draftOf(assessedOf(GAPS, {}, { low: "K2", high: "K4" }), CLAUSES, CRITERIA);
    expect(readOf(draft, "notice")).toContain("Within 24 hours");
  });
});

describe("numbers and references (E2)", () => {
  test("taking a clause out renumbers the rest, and references follow", () => {
    const draft = draftOf(assessedOf(GAPS), CLAUSES, CRITERIA, { without: ["force"] });
    expect(draft.parts[0]?.clauses.map(({ id, number }) => [id, number])).toEqual([
      ["notice", 1],
      ["change", 2],
    ]);
    expect(readOf(draft, "notice")).toContain("clause #2.");
  });

  test("a reference to what is not in the draft is an open blank with a note", () => {
    const draft = draftOf(assessedOf(GAPS), CLAUSES, CRITERIA, { without: ["change"] });
    expect(readOf(draft, "notice")).toContain("clause [ref-change].");
    const parameter = clauseIn(draft, "notice").parameters.find(
      ({ name }) => name === "ref-change",
    );
    expect(parameter?.note).toContain("change sv");
  });

  test("a reference to what the contract has already names its place there", () => {
    const raw = { clauses: { change: { status: "present", ref: "12.3" } } };
    const gaps = GAPS.filter(({ criterion }) => criterion !== "on-change");
    const draft = draftOf(assessedOf(gaps, raw), CLAUSES, CRITERIA);
    expect(readOf(draft, "notice")).toContain("clause 12.3 i det gällande kontraktet.");
    expect(
      clauseIn(draft, "notice").parameters.find(({ name }) => name === "ref-change")?.origin,
    ).toBe("register");
  });
});

describe("general terms", () => {
  const withTerms = (terms: string | Record<string, string>) =>
    draftOf(assessedOf(GAPS, { "general-terms": terms }), CLAUSES, CRITERIA, {}, "en");

  test("are named with their version, and only theirs is the collision", () => {
    const draft = withTerms({ name: "JYSE", version: "2014" });
    expect(readOf(draft, "notice")).toContain("Instead of JYSE 2014:");
    expect(clauseIn(draft, "notice").conflicts).toEqual([
      { with: "JYSE", number: undefined, possible: false, text: "j" },
      { with: "3 change en", number: 3, possible: false, text: "c" },
    ]);
  });

  test("without a version, or not known, they are an open blank", () => {
    expect(readOf(withTerms({ name: "JYSE", version: "none-stated" }), "notice")).toContain(
      "Instead of [general-terms]:",
    );
    const unknown = draftOf(assessedOf(GAPS), CLAUSES, CRITERIA);
    expect(
      clauseIn(unknown, "notice").conflicts.map(({ with: other, possible }) => [other, possible]),
    ).toEqual([
      ["JYSE", true],
      ["YSE", true],
      ["3 change sv", false],
    ]);
  });

  test("known to be none collide with nothing", () => {
    expect(clauseIn(withTerms("none"), "notice").conflicts.map(({ with: other }) => other)).toEqual(
      ["3 change en"],
    );
  });
});

describe("a person's own values", () => {
  const value = (clause: string, parameter: string, text: string) => ({
    clause,
    parameter,
    value: text,
  });

  test("stand in the text", () => {
    const values = [
      value("notice", "first", "4 h"),
      value("notice", "annex-contacts", "7"),
      value("notice", "ref-change", "20"),
    ];
    const draft = draftOf(assessedOf(GAPS), CLAUSES, CRITERIA, { values });
    expect(readOf(draft, "notice")).toContain("Within 4 hours under annex 7, clause 20.");
    expect(draft.refused).toEqual([]);
  });

  test("that cannot be used are given back with the reason, and change nothing", () => {
    const values = [
      value("nowhere", "first", "4 h"),
      value("notice", "nothing", "4 h"),
      value("notice", "first", "often"),
      value("notice", "first", "500 h"),
      value("change", "x", "1"),
    ];
    const draft = draftOf(assessedOf(GAPS), CLAUSES, CRITERIA, { values });
    expect(draft.refused.map(({ because }) => because)).toEqual([
      "unknown-clause",
      "unknown-parameter",
      "unreadable",
      "out-of-range",
      "unknown-parameter",
    ]);
    expect(draft.refused[3]?.range).toEqual({ least: 1, greatest: 168 });
    expect(readOf(draft, "notice")).toContain("Within 8 hours");
  });
});

describe("languages (E3)", () => {
  test("one draft has the same structure in all three", () => {
    const shapes = LANGUAGES.map((language) => {
      const draft = draftOf(assessedOf(GAPS), CLAUSES, CRITERIA, {}, language);
      return draft.parts.map((part) => ({
        facts: part.facts.length,
        clauses: part.clauses.map((clause) => ({
          number: clause.number,
          reasons: clause.reasons.map(({ kind, criterion }) => [kind, criterion]),
          parameters: clause.parameters.map(({ name, origin }) => [name, origin]),
          items: clause.items.map((item) => [
            item.runs.map(({ kind }) => kind),
            item.points.length,
            item.after?.length,
          ]),
        })),
      }));
    });
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(shapes[0]);
  });

  test("the marking says draft in each, with a classification beside it", () => {
    const marks = LANGUAGES.map(
      (language) =>
        draftOf(assessedOf(GAPS), CLAUSES, CRITERIA, { marking: "24 §" }, language).marking,
    );
    expect(marks.map((mark) => mark.split(" ")[0])).toEqual(["UTKAST", "LUONNOS", "DRAFT"]);
    expect(marks.every((mark) => mark.endsWith("24 §"))).toBe(true);
  });
});

describe("a clause that others lean on", () => {
  test("names them by number, in their order", () => {
    const needs = [["change"]];
    const leaning = [
      { ...FIRST, needs },
      { ...NOTICE, needs },
    ];
    const gaps = GAPS.filter(({ criterion }) => criterion !== "on-change").reverse();
    const draft = draftOf(assessedOf(gaps), [...leaning, CHANGE], CRITERIA, {}, "en");
    expect(clauseIn(draft, "change").reasons).toMatchObject([
      {
        kind: "needed-by",
        neededBy: ["force", "notice"],
        text: "Needed for: 1 force en and 2 notice en",
      },
    ]);
  });
});

describe("clauses asked for and not wanted", () => {
  test("come in and stay out, and the draft says so", () => {
    const draft = draftOf(assessedOf([]), CLAUSES, CRITERIA, {
      asked: ["force", "change"],
      without: ["change"],
    });
    expect(draft.parts[0]?.clauses.map(({ id, reasons }) => [id, reasons[0]?.kind])).toEqual([
      ["force", "asked"],
    ]);
    expect(draft.parts[0]?.leftOut.map(({ clause, title }) => [clause, title])).toEqual([
      ["change", "change sv"],
      ["notice", "notice sv"],
    ]);
  });
});

describe("several contracts", () => {
  test("each have their own clauses, numbered from 1", () => {
    const other = assessedOf(GAPS.slice(0, 1), {}, { contract: { id: "NS-2" } });
    const draft = draftOf([assessedOf(GAPS), other], CLAUSES, CRITERIA);
    expect(
      draft.parts.map((part) => [
        part.contract,
        part.clauses.map(({ id, number }) => `${String(number)} ${id}`),
      ]),
    ).toEqual([
      ["NS-1", ["1 force", "2 notice", "3 change"]],
      ["NS-2", ["1 notice"]],
    ]);
  });

  test("without any clause there is nothing to define", () => {
    const draft = draftOf(assessedOf([]), CLAUSES, CRITERIA);
    expect(draft.definitions).toEqual([]);
    expect(draft.parts[0]?.clauses).toEqual([]);
  });
});

describe("review by a lawyer", () => {
  test("is in the marking only when every clause has had it", () => {
    const reviewed = { ...FIRST, status: "reviewed" as const };
    const gap = GAPS.filter(({ criterion }) => criterion === "on-force");
    expect(draftOf(assessedOf(gap), [reviewed], CRITERIA).marking).toBe("UTKAST");
    expect(draftOf(assessedOf(GAPS), [reviewed, NOTICE, CHANGE], CRITERIA).marking).toBe(
      "UTKAST – inte granskat av jurist",
    );
  });
});

describe("sources", () => {
  test("keep their mark and the day they were read; only safe links stay links", () => {
    const source = (url: string) => ({
      act: "124/2025",
      section: "11 §",
      url,
      checked: "2026-11-23" as Day,
      mark: "V" as const,
    });
    const clause = {
      ...FIRST,
      sources: [source("https://www.finlex.fi/"), source("javascript:alert(1)")],
    };
    const draft = draftOf(assessedOf(GAPS), [clause, NOTICE, CHANGE], CRITERIA, {}, "en");
    expect(clauseIn(draft, "force").sources).toEqual([
      {
        text: "124/2025, 11\u{A0}§",
        url: "https://www.finlex.fi/",
        mark: "V",
        standing: "checked in the source 23 November 2026",
      },
      {
        text: "124/2025, 11\u{A0}§",
        url: undefined,
        mark: "V",
        standing: "checked in the source 23 November 2026",
      },
    ]);
  });
});

describe("titles that others wrote", () => {
  test("lose what cannot be printed and keep the rest as it is", () => {
    const title = "A\u{0}<b>&{{x}}\u{202E}txt\nB";
    const draft = draftOf(assessedOf(GAPS, {}, { contract: { title } }), CLAUSES, CRITERIA);
    expect(draft.parts[0]?.title).toBe("A\u{FFFD}<b>&{{x}}\u{FFFD}txt B");
  });
});
