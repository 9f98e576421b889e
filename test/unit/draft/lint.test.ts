import { describe, expect, test } from "vitest";
import type { DraftOptions } from "../../../src/draft/draft.ts";
import type { CriticalityClass } from "../../../src/model/classes.ts";
import type { Clause, ClauseParameter } from "../../../src/model/clause.ts";
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import type { Preset } from "../../../src/model/preset.ts";
import type { Contract } from "../../../src/model/register.ts";
import type { Day, Language, RawObject } from "../../../src/model/values.ts";
import { LANGUAGES } from "../../../src/model/values.ts";
import { assessedOf, clauseOf, draftOf, parameterOf } from "./cases.ts";

/** What a draft is made of; everything that is left out is as plain as can be. */
interface Case {
  /** Parameters by clause: a number is the default of every class, in the unit of the parameter. */
  readonly clauses: readonly Clause[];
  readonly raw?: RawObject;
  readonly low?: CriticalityClass;
  readonly organisation?: RawObject;
  readonly options?: Partial<DraftOptions>;
  readonly contract?: Partial<Contract>;
  readonly perYear?: number;
  readonly tolerable?: number;
  readonly mandatory?: readonly Preset[];
  readonly asOf?: string;
  readonly language?: Language;
}

function partOf(given: Case) {
  const assessed = assessedOf([], given.raw ?? {}, {
    low: given.low ?? "K2",
    ...(given.contract === undefined ? {} : { contract: given.contract }),
  });
  const contract = { ...assessed, value: { perYear: given.perYear, currency: "EUR" } };
  const draft = draftOf(
    contract,
    given.clauses,
    [],
    { asked: given.clauses.map(({ id }) => id), ...given.options },
    given.language ?? "en",
    {
      assessment: {
        asOf: (given.asOf ?? "2026-11-24") as Day,
        organisation: {
          id: "b",
          raw: given.organisation ?? {},
          place: { file: "register.yaml", pointer: "/organisation", part: "value" },
          name: "B",
          accepted: [],
        },
        provenance: {
          toolVersion: "0",
          catalogueVersion: "0",
          catalogueDigest: "",
          profile: "standard",
          overrides: [],
          inputs: [],
        },
      },
      mandatory: given.mandatory ?? [],
      tolerable: () => given.tolerable,
    },
  );
  const part = draft.parts[0];
  if (part === undefined) throw new Error("no part");
  return part;
}

function found(code: Diagnostic["code"], given: Case): readonly Diagnostic["params"][] {
  return partOf(given)
    .checks.filter(({ finding }) => finding.code === code)
    .map(({ finding }) => finding.params);
}

/** The one finding of a code. */
function only(code: Diagnostic["code"], given: Case): Diagnostic["params"] {
  const all = found(code, given);
  expect(all).toHaveLength(1);
  return all[0] ?? {};
}

type Kind = ClauseParameter["kind"];
const same = (value: string | number | null) => ({ K1: value, K2: value, K3: value, K4: value });

function withParameter(
  id: string,
  name: string,
  kind: Kind,
  unit: ClauseParameter["unit"],
  value: string | number | null,
): Clause {
  const parameter = parameterOf(name, kind, { unit, defaults: same(value) });
  return clauseOf(id, "DC-01", { parameters: [parameter] }, `1. As {{${name}}}.`);
}

/** The same clause with the parameters of several. */
function joined(...clauses: readonly Clause[]): Clause {
  const parameters = clauses.flatMap((clause) => clause.parameters);
  const text = parameters.map(({ name }, at) => `${String(at + 1)}. As {{${name}}}.`).join("\n");
  return clauseOf(clauses[0]?.id ?? "", "DC-01", { parameters }, text);
}

const PLAIN = clauseOf("plain", "DC-09");

describe("D001: recovery is over before the harm begins", () => {
  const rto = (value: string) =>
    withParameter("recovery-objectives", "rto", "span", "hours", value);

  test("at the very hour of harm it is too late, an hour earlier is not", () => {
    expect(only("D001", { clauses: [rto("24 h")], tolerable: 24 })).toMatchObject({
      recovery: 24,
      harm: 24,
    });
    expect(found("D001", { clauses: [rto("25 h")], tolerable: 24 })).toHaveLength(1);
    expect(found("D001", { clauses: [rto("23 h")], tolerable: 24 })).toEqual([]);
  });

  test("the time agreed in the clause itself counts too, and days are hours", () => {
    const days = withParameter("recovery-objectives", "rto", "span", "days", "2 d");
    const agreed = withParameter("recovery-objectives", "mtpd", "span", "hours", "48 h");
    expect(only("D001", { clauses: [joined(days, agreed)], tolerable: 99 })).toMatchObject({
      recovery: 48,
      harm: 48,
    });
  });

  test("what nobody knows is no finding", () => {
    expect(found("D001", { clauses: [rto("24 h")] })).toEqual([]);
    expect(found("D001", { clauses: [PLAIN], tolerable: 1 })).toEqual([]);
  });
});

describe("D002: the buyer hears of it within its own limit", () => {
  const notice = (value: string) =>
    withParameter("disruption-notice", "notify-first", "span", "hours", value);
  const cyber = (value: string) =>
    withParameter("cyber-notice", "cyber-first", "span", "hours", value);
  const nis2 = { duties: { nis2: "yes" } };

  test("24 h is in time, 25 h is not", () => {
    expect(found("D002", { clauses: [notice("24 h")], organisation: nis2 })).toEqual([]);
    expect(only("D002", { clauses: [notice("25 h")], organisation: nis2 })).toMatchObject({
      blank: "disruption-notice.notify-first",
      hours: 25,
      limit: 24,
    });
  });

  test("a critical entity and the notice of a cyber incident too", () => {
    const cer = { duties: { cer: { status: "yes" } } };
    expect(found("D002", { clauses: [cyber("24 h")], organisation: cer })).toEqual([]);
    expect(found("D002", { clauses: [cyber("25 h")], organisation: cer })).toHaveLength(1);
  });

  test.each([{}, { duties: { nis2: "no" } }, { duties: { cer: "secret" } }])(
    "nothing is said of %j",
    (organisation) => {
      expect(found("D002", { clauses: [notice("48 h")], organisation })).toEqual([]);
    },
  );
});

describe("D003: a stock is priced and rotated", () => {
  const stock = (days: string) => withParameter("buffer-stock", "stock", "span", "days", days);
  const shelf = (share: string | null) =>
    withParameter("buffer-stock", "rotate-min-shelf", "share", "percent", share);
  const priced = { sourcing: { "preparedness-priced": "yes" } };

  test("one day is a stock, none is not", () => {
    expect(only("D003", { clauses: [joined(stock("1 d"), shelf(null))] })).toMatchObject({
      days: 1,
      missing: ["sourcing.preparedness-priced", "buffer-stock.rotate-min-shelf"],
    });
    expect(found("D003", { clauses: [joined(stock("0 d"), shelf(null))] })).toEqual([]);
  });

  test("each half is asked for by itself, and both silence it", () => {
    const rotated = joined(stock("7 d"), shelf("50 %"));
    const unrotated = joined(stock("7 d"), shelf(null));
    expect(only("D003", { clauses: [rotated] })).toMatchObject({
      missing: ["sourcing.preparedness-priced"],
    });
    expect(only("D003", { clauses: [unrotated], raw: priced })).toMatchObject({
      missing: ["buffer-stock.rotate-min-shelf"],
    });
    expect(found("D003", { clauses: [rotated], raw: priced })).toEqual([]);
  });

  test("a price line in the clause is a price", () => {
    const line = withParameter("buffer-stock", "price-line", "text", undefined, "line 7");
    expect(found("D003", { clauses: [joined(stock("7 d"), shelf("50 %"), line)] })).toEqual([]);
  });
});

describe("D004: caps on liquidated damages together", () => {
  const cap = (id: string, name: string, value: string) =>
    withParameter(id, name, "share", "percent", value);

  test("30 % is enough, more is not", () => {
    const stock = cap("buffer-stock", "ld-stock-cap", "15 %");
    const at = [cap("liquidated-damages", "ld-cap", "15 %"), stock];
    const past = [cap("liquidated-damages", "ld-cap", "15.5 %"), stock];
    expect(found("D004", { clauses: at })).toEqual([]);
    expect(only("D004", { clauses: past })).toMatchObject({
      sum: 30.5,
      limit: 30,
      caps: ["liquidated-damages.ld-cap", "buffer-stock.ld-stock-cap"],
    });
  });

  test("a cap in euros counts against the yearly value, where that is known", () => {
    const money = withParameter("disruption-notice", "ld-notice-cap", "money", "euros", 10_100);
    const clauses = [cap("liquidated-damages", "ld-cap", "20 %"), money];
    expect(found("D004", { clauses, perYear: 101_000 })).toEqual([]);
    expect(only("D004", { clauses, perYear: 100_000 })).toMatchObject({ sum: 30.1 });
    expect(found("D004", { clauses })).toEqual([]);
  });

  test("the caps of clauses that the contract has already are added", () => {
    const raw = {
      clauses: { "liquidated-damages": { status: "present", parameters: { "ld-cap": "16 %" } } },
    };
    const damages = cap("liquidated-damages", "ld-cap", "1 %");
    const stock = cap("buffer-stock", "ld-stock-cap", "15 %");
    const options = { asked: ["buffer-stock"] };
    expect(only("D004", { clauses: [damages, stock], raw, options })).toMatchObject({ sum: 31 });
  });
});

describe("D005: an option is in the estimated value", () => {
  const option = (value: string) =>
    withParameter("option-volumes", "option-up", "share", "percent", value);
  const valued = (estimated: number, total?: number) => ({
    value: total === undefined ? { estimated } : { estimated, total },
  });

  test("the value must hold the total with the option, to the euro", () => {
    const clauses = [option("20 %")];
    expect(found("D005", { clauses, raw: valued(120_000, 100_000) })).toEqual([]);
    expect(only("D005", { clauses, raw: valued(119_999, 100_000) })).toMatchObject({ option: 20 });
  });

  test("a value that nobody has stated holds no option; one without a total is believed", () => {
    expect(found("D005", { clauses: [option("20 %")] })).toHaveLength(1);
    expect(found("D005", { clauses: [option("20 %")], raw: valued(1) })).toEqual([]);
    expect(found("D005", { clauses: [option("0 %")] })).toEqual([]);
  });
});

describe("D006: place, nationality and origin need a reason", () => {
  const text = (value: string) =>
    withParameter("secrecy-annex", "storage", "text", undefined, value);
  const blank = text("x").parameters[0];

  test.each([
    ["Varorna lagras i Finland.", ["i Finland"]],
    ["Vain suomalainen toimittaja, varasto Suomessa.", ["suomalainen", "Suomessa"]],
    ["A Finnish supplier, goods by country of origin.", ["Finnish", "country of origin"]],
  ])("%s", (value, words) => {
    expect(only("D006", { clauses: [text(value)] })).toMatchObject({ words });
  });

  test.each([
    "Delivered within 24 h also when sea transport is interrupted.",
    "Finlands lag",
    "EES",
  ])("a function is no place: %s", (value) => {
    expect(blank?.name).toBe("storage");
    expect(found("D006", { clauses: [text(value)] })).toEqual([]);
  });

  test("a language is no nationality", () => {
    const language = withParameter(
      "precedence",
      "prevailing-language",
      "text",
      undefined,
      "Finnish",
    );
    expect(found("D006", { clauses: [language] })).toEqual([]);
  });

  const sea = clauseOf(
    "buffer-stock",
    "DC-05",
    { parameters: [parameterOf("sea-independent", "choice", { defaults: same("yes") })] },
    "1. Delivered{{#if sea-independent}} without ships{{/if}}.",
  );

  test("delivery without ships needs one too, and a given reason is one", () => {
    expect(found("D006", { clauses: [sea] })).toHaveLength(1);
    const values = [{ clause: "buffer-stock", parameter: "sea-independent", value: "yes" }];
    expect(found("D006", { clauses: [sea], options: { values } })).toHaveLength(1);
    const because = "An island.";
    expect(found("D006", { clauses: [sea], options: { values, because } })).toEqual([]);
    const no = [{ clause: "buffer-stock", parameter: "sea-independent", value: "no" }];
    expect(found("D006", { clauses: [sea], options: { values: no } })).toEqual([]);
  });

  test("the policy always gives its reason", () => {
    const policyValues = [
      {
        clause: "buffer-stock",
        parameter: "sea-independent",
        value: "yes",
        classes: ["K2"] as const,
        because: "An island.",
        by: "head of preparedness",
      },
    ];
    expect(found("D006", { clauses: [sea], options: { policyValues } })).toEqual([]);
  });
});

describe("D007: terms on personal data", () => {
  test.each(["data-portability", "cyber-notice"])("%s leans on them", (id) => {
    const clauses = [clauseOf(id, "DC-14")];
    expect(only("D007", { clauses })).toMatchObject({ clauses: [id] });
    expect(found("D007", { clauses, raw: { flags: { "handles-data": "no" } } })).toEqual([]);
    expect(found("D007", { clauses, raw: { flags: { "handles-data": "yes" } } })).toHaveLength(1);
    expect(found("D007", { clauses: [...clauses, clauseOf("personal-data", "DC-99")] })).toEqual(
      [],
    );
  });

  test("other clauses do not", () => {
    expect(found("D007", { clauses: [PLAIN] })).toEqual([]);
  });
});

describe("D008: a strict class has a recorded basis", () => {
  test("K2 needs none, K3 and K4 do", () => {
    expect(found("D008", { clauses: [PLAIN], low: "K2" })).toEqual([]);
    expect(only("D008", { clauses: [PLAIN], low: "K3" })).toMatchObject({ class: "K3" });
    expect(only("D008", { clauses: [PLAIN], low: "K4" })).toMatchObject({ class: "K4" });
  });

  test("an assessment with its day is one, an unknown one is not", () => {
    const assessed = (value: RawObject | string) => ({ criticality: { assessed: value } });
    const case3 = { clauses: [PLAIN], low: "K3" } as const;
    expect(found("D008", { ...case3, raw: assessed({ date: "2026-01-01", by: "x" }) })).toEqual([]);
    expect(found("D008", { ...case3, raw: assessed("unknown") })).toHaveLength(1);
  });
});

describe("D009: force majeure does not stand alone", () => {
  const fm = clauseOf("force-majeure", "DC-01");
  const notice = clauseOf("disruption-notice", "DC-02");
  const precedence = clauseOf("precedence", "DC-30");

  test("it needs notice and precedence, in the draft or in the contract", () => {
    expect(only("D009", { clauses: [fm] })).toMatchObject({
      clauses: ["disruption-notice", "precedence"],
    });
    expect(only("D009", { clauses: [fm, notice] })).toMatchObject({ clauses: ["precedence"] });
    expect(found("D009", { clauses: [fm, notice, precedence] })).toEqual([]);
    const raw = { clauses: { precedence: "present" } };
    expect(found("D009", { clauses: [fm, notice], raw })).toEqual([]);
  });

  test("a limit that the contract has is checked against what is known only", () => {
    const has = (precedenceIs?: string) => ({
      clauses: {
        "force-majeure": "present",
        "disruption-notice": "present",
        ...(precedenceIs === undefined ? {} : { precedence: precedenceIs }),
      },
    });
    expect(found("D009", { clauses: [PLAIN], raw: has("none") })).toHaveLength(1);
    expect(found("D009", { clauses: [PLAIN], raw: has() })).toEqual([]);
  });

  test("without it nothing is asked", () => {
    expect(found("D009", { clauses: [notice] })).toEqual([]);
  });
});

describe("D010: general terms have a version", () => {
  test.each([
    [{ name: "JYSE" }, 1],
    [{ name: "JYSE", version: "none-stated" }, 1],
    [{ name: "JYSE", version: "2014" }, 0],
    ["none", 0],
    ["unknown", 0],
  ] as const)("%j", (terms, count) => {
    const given = { clauses: [PLAIN], raw: { "general-terms": terms } };
    expect(found("D010", given)).toHaveLength(count);
  });
});

describe("D011: what the law demands is complete", () => {
  const law: Preset = {
    id: "law",
    types: ["social-health"],
    classes: ["K1", "K2", "K3", "K4"],
    clauses: ["continuity-plan", "termination"],
    statutory: true,
    sources: [
      { act: "612/2021", section: "15 §", url: undefined, checked: undefined, mark: "V-old" },
    ],
    text: {
      sv: { name: "n", why: "w" },
      fi: { name: "n", why: "w" },
      en: { name: "n", why: "w" },
    },
  };
  const plan = clauseOf("continuity-plan", "DC-03");
  const end = clauseOf("termination", "DC-29");
  const care = { type: "social-health" } as const;

  test("the last clause missing is an error, none missing is silence", () => {
    const given = { clauses: [plan], mandatory: [law], contract: care };
    expect(only("D011", given)).toMatchObject({ clauses: ["termination"], law: ["612/2021 15 §"] });
    expect(found("D011", { ...given, clauses: [plan, end] })).toEqual([]);
    expect(found("D011", { ...given, raw: { clauses: { termination: "present" } } })).toEqual([]);
  });

  test("care as a second type counts, other contracts are not asked", () => {
    const given = { clauses: [plan], mandatory: [law] };
    const also = { type: "services", also: ["social-health"] } as const;
    expect(found("D011", { ...given, contract: also })).toHaveLength(1);
    expect(found("D011", { ...given, contract: { type: "services" } })).toEqual([]);
  });
});

describe("D012: every number is filled in", () => {
  test("one open number is enough, an open name is not a number", () => {
    const open = withParameter("a", "first", "span", "hours", null);
    expect(only("D012", { clauses: [open] })).toMatchObject({ count: 1, blanks: ["a.first"] });
    const filled = withParameter("a", "first", "span", "hours", "8 h");
    const annex = withParameter("b", "annex-x", "annex", undefined, null);
    expect(found("D012", { clauses: [filled, annex] })).toEqual([]);
  });
});

describe("D014: many values as strict as those for K4", () => {
  const strict = (name: string, value: string) =>
    withSteps(name, { K1: "48 h", K2: "24 h", K3: "8 h", K4: "2 h" }, value);
  function withSteps(name: string, defaults: Record<CriticalityClass, string>, value: string) {
    const parameter = parameterOf(name, "span", { unit: "hours", defaults });
    const clause = clauseOf("a", "DC-01", { parameters: [parameter] });
    return { clause, value: { clause: "a", parameter: name, value } };
  }
  const draftWith = (...each: readonly ReturnType<typeof strict>[]): Case => ({
    clauses: [joined(...each.map(({ clause }) => clause))],
    options: { values: each.map(({ value }) => value) },
  });

  test("two are none of our business, three are worth a word", () => {
    const [one, two, three] = [strict("x", "2"), strict("y", "1"), strict("z", "2")];
    expect(found("D014", draftWith(one, two, strict("z", "3")))).toEqual([]);
    expect(only("D014", draftWith(one, two, three))).toMatchObject({ count: 3 });
  });

  test("where more is stricter, more counts", () => {
    const long = (name: string, value: string) =>
      withSteps(name, { K1: "1 h", K2: "4 h", K3: "12 h", K4: "72 h" }, value);
    expect(found("D014", draftWith(long("x", "72"), long("y", "80"), long("z", "71")))).toEqual([]);
    expect(
      found("D014", draftWith(long("x", "72"), long("y", "80"), long("z", "72"))),
    ).toHaveLength(1);
  });

  test("a value that is the same for K3 and K4 says nothing", () => {
    const flat = (name: string) =>
      withSteps(name, { K1: "30 h", K2: "30 h", K3: "30 h", K4: "30 h" }, "1");
    expect(found("D014", draftWith(flat("x"), flat("y"), flat("z")))).toEqual([]);
  });
});

describe("D015: what the law says was read lately", () => {
  const read = (act: string, checked: string | undefined) =>
    clauseOf("a", "DC-01", {
      sources: [
        { act, section: "1 §", url: undefined, checked: checked as Day | undefined, mark: "V" },
      ],
    });

  test("on the day half a year later it holds, the day after it does not", () => {
    const clauses = [read("1397/2016", "2026-05-24")];
    expect(found("D015", { clauses, asOf: "2026-11-24" })).toEqual([]);
    expect(only("D015", { clauses, asOf: "2026-11-25" })).toMatchObject({
      acts: ["1397/2016"],
      checked: "2026-05-24",
      months: 6,
    });
  });

  test("general terms are no act, and what nobody has read has no age", () => {
    expect(found("D015", { clauses: [read("JYSE 2014", "2020-01-01")] })).toEqual([]);
    expect(found("D015", { clauses: [read("1397/2016", undefined)] })).toEqual([]);
  });
});

test("where nothing is drafted nothing is checked", () => {
  const options = { asked: [] };
  expect(partOf({ clauses: [PLAIN], low: "K4", options }).checks).toEqual([]);
});

test.each(LANGUAGES)("what is found is said in %s, without a gap", (language) => {
  const clauses = [withParameter("a", "first", "span", "hours", null)];
  const [first] = partOf({ clauses, low: "K3", language }).checks;
  expect(first?.finding.code).toBe("D008");
  expect(first?.text).toContain("K3");
  expect(`${first?.text}${first?.help}`).not.toMatch(/[{}]|undefined/u);
});

test("a finding on a recorded value points at it", () => {
  const raw = { "general-terms": { name: "JYSE" } };
  const check = partOf({ clauses: [PLAIN], raw }).checks.find(
    ({ finding }) => finding.code === "D010",
  );
  expect(check?.finding.at).toEqual({
    file: "register.yaml",
    pointer: "/contracts/0/general-terms",
    part: "value",
  });
});
