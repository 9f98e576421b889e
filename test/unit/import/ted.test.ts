import { describe, expect, it } from "vitest";
import { readNotices } from "../../../src/import/read-notices.ts";
import type { NoticeImport } from "../../../src/import/read-notices.ts";
import { TED_BUYER, award, contractor, tedNotice } from "./notice-xml.ts";
import type { TedParts } from "./notice-xml.ts";
import { entriesOf, onlyContract, outcomeOf } from "./outcomes.ts";

const read = (parts: TedParts): NoticeImport =>
  readNotices("ted", [{ path: "a.xml", text: tedNotice(parts) }]);

const CONTRACTORS = `<CONTRACTORS>${contractor("Nordrenal Ab", "9990002-4", "FI", "<NO_SME/>")}</CONTRACTORS>`;
const TENDERS =
  "<TENDERS><NB_TENDERS_RECEIVED>3</NB_TENDERS_RECEIVED><NB_TENDERS_RECEIVED_SME>1</NB_TENDERS_RECEIVED_SME></TENDERS>";
const VALUES =
  '<VALUES><VAL_ESTIMATED_TOTAL CURRENCY="EUR">500000</VAL_ESTIMATED_TOTAL><VAL_TOTAL CURRENCY="EUR">440000.00</VAL_TOTAL></VALUES>';
const LOT_1 = "<LOT_NO>1</LOT_NO>";
const NUMBER = "<CONTRACT_NO>NS/88/2022 / 7</CONTRACT_NO>";
const TITLE = "<TITLE><P>Kost, söder</P></TITLE>";

describe("an award notice in TED XML", () => {
  it("becomes a contract with what the notice says, and nothing else", () => {
    const { register } = read({
      awards: award(NUMBER + LOT_1 + TITLE, TENDERS + CONTRACTORS + VALUES),
    });
    expect(register).toEqual({
      kind: "register",
      version: 1,
      organisation: {
        id: "9990001-6",
        name: "Norrskärs välfärdsområde",
        "business-id": "9990001-6",
      },
      suppliers: [
        {
          id: "9990002-4",
          name: "Nordrenal Ab",
          "business-id": "9990002-4",
          country: "FI",
          size: "large",
        },
      ],
      contracts: [
        {
          id: "NS/88/2022/7",
          title: "Kost, söder",
          diary: "NS/88/2022",
          stage: "in-force",
          type: "services",
          suppliers: ["9990002-4"],
          cpv: ["55520000", "55521200"],
          procurement: {
            procedure: "open",
            "tenders-received": 3,
            notice: { ted: "001234-2022", date: "2022-04-15" },
          },
          value: { total: 440000, estimated: 500000, currency: "EUR", "ex-vat": "yes" },
          term: { start: "2022-06-01", end: "2025-05-31" },
        },
      ],
    });
  });

  it("falls back on the title of the lot, and of the procurement, and says so", () => {
    const ofLot = read({ awards: award("<LOT_NO>2</LOT_NO>", CONTRACTORS) });
    expect(onlyContract(ofLot.register)["title"]).toBe("Del 2: norr");
    expect(outcomeOf(ofLot.mapping, "contract", "title")).toBe("derived: title-of-lot");
    const ofWhole = read({ awards: award("", CONTRACTORS) });
    expect(onlyContract(ofWhole.register)["title"]).toBe("Kosttjänster för sjukhusen");
    expect(outcomeOf(ofWhole.mapping, "contract", "title")).toBe("derived: title-of-procedure");
  });

  it("keeps several awards of one lot apart, with ids from the notice when they have no number", () => {
    const one = award(LOT_1, `<CONTRACTORS>${contractor("A Oy", "9990002-4")}</CONTRACTORS>`);
    const two = award(LOT_1, `<CONTRACTORS>${contractor("B Oy", "9990003-2")}</CONTRACTORS>`);
    const none = "<AWARD_CONTRACT><LOT_NO>2</LOT_NO><NO_AWARDED_CONTRACT/></AWARD_CONTRACT>";
    const { register, mapping } = read({
      awards: one + two.replace('ITEM="1"', 'ITEM="2"') + none,
    });
    expect(entriesOf(register, "contracts").map(({ id, suppliers }) => [id, suppliers])).toEqual([
      ["001234-2022/1", ["9990002-4"]],
      ["001234-2022/2", ["9990003-2"]],
    ]);
    expect(outcomeOf(mapping, "contract", "id")).toBe("derived: id-from-notice");
    expect(mapping.files).toEqual([
      { outcome: "read", path: "a.xml", form: "F03", contracts: 2, lotsWithoutContract: 1 },
    ]);
  });

  it("reads sums, contractors and tenders that stand right in the contract, as the oldest forms have them", () => {
    const { register } = read({
      form: "F21",
      awards: award(
        LOT_1,
        `<NB_TENDERS_RECEIVED>8</NB_TENDERS_RECEIVED>${contractor("A Oy", "FI 9990002-4")}${contractor("B Oy")}<VAL_TOTAL CURRENCY="EUR">7000000.00</VAL_TOTAL>`,
      ),
    });
    expect(onlyContract(register)).toMatchObject({
      suppliers: ["9990002-4", "b-oy"],
      procurement: { "tenders-received": 8, "annex-e": "yes" },
      value: { total: 7000000 },
    });
  });
});

describe("what a TED notice leaves unsaid", () => {
  it.each([
    [
      "value.total",
      '<VALUES><VAL_RANGE_TOTAL CURRENCY="EUR"><LOW>200</LOW><HIGH>600</HIGH></VAL_RANGE_TOTAL></VALUES>',
      "refused: range-only",
    ],
    [
      "value.total",
      '<VALUES PUBLICATION="NO"><VAL_TOTAL CURRENCY="EUR">5</VAL_TOTAL></VALUES>',
      "missing: withheld",
    ],
    ["value.total", '<VALUES><VAL_TOTAL CURRENCY="EUR">0.00</VAL_TOTAL></VALUES>', "refused: zero"],
    ["value.total", "<VALUES><VAL_TOTAL>5</VAL_TOTAL></VALUES>", "refused: currency-missing"],
    ["value.total", "", "missing: not-said"],
    [
      "value.estimated",
      '<VALUES><VAL_ESTIMATED_TOTAL CURRENCY="SEK">5</VAL_ESTIMATED_TOTAL><VAL_TOTAL CURRENCY="EUR">5</VAL_TOTAL></VALUES>',
      "refused: several-currencies",
    ],
    [
      "procurement.tenders-received",
      '<TENDERS PUBLICATION="NO"><NB_TENDERS_RECEIVED>2</NB_TENDERS_RECEIVED></TENDERS>',
      "missing: withheld",
    ],
    [
      "suppliers",
      `<CONTRACTORS PUBLICATION="NO">${contractor("A Oy")}</CONTRACTORS>`,
      "missing: withheld",
    ],
    ["suppliers", "", "missing: not-said"],
    ["framework.kind", CONTRACTORS, "missing: not-said"],
  ])("keeps %s unknown", (field, awarded, outcome) => {
    const { register, mapping } = read({ awards: award(LOT_1, awarded) });
    expect(outcomeOf(mapping, "contract", field)).toBe(outcome);
    const [first = "", second] = field.split(".");
    const held = onlyContract(register)[first];
    if (second === undefined) expect(held).toBeUndefined();
    else expect(held ?? {}).not.toHaveProperty(second);
    expect(JSON.stringify(register)).not.toContain('"total":0');
  });

  it("does not list a supplier that is withheld", () => {
    const { register } = read({
      awards: award(LOT_1, `<CONTRACTORS PUBLICATION="NO">${contractor("A Oy")}</CONTRACTORS>`),
    });
    expect(entriesOf(register, "suppliers")).toEqual([]);
  });

  it("gives no size to a small or medium-sized company", () => {
    const { register, mapping } = read({
      awards: award(LOT_1, `<CONTRACTORS>${contractor("A Oy", "", "FI", "<SME/>")}</CONTRACTORS>`),
    });
    expect(entriesOf(register, "suppliers")[0]).not.toHaveProperty("size");
    expect(outcomeOf(mapping, "supplier", "size")).toBe("refused: size-not-exact");
  });

  it("has no term for a contract of several lots that differ", () => {
    const { mapping } = read({ awards: award("<LOT_NO>1, 2</LOT_NO>", CONTRACTORS) });
    expect(outcomeOf(mapping, "contract", "term.start")).toBe("missing: not-said");
    expect(outcomeOf(mapping, "contract", "term.options")).toBe("refused: described-in-words");
  });
});

describe("the forms of TED XML", () => {
  it("F15 comes before the contract, and rests on a directive", () => {
    const { register, mapping } = read({
      form: "F15",
      procedure:
        "<DIRECTIVE_2014_24_EU><PT_NEGOTIATED_WITHOUT_PUBLICATION/></DIRECTIVE_2014_24_EU>",
      awards: award(LOT_1, CONTRACTORS),
    });
    expect(onlyContract(register)).not.toHaveProperty("stage");
    expect(outcomeOf(mapping, "contract", "stage")).toBe("missing: before-conclusion");
    expect(onlyContract(register)["procurement"]).toMatchObject({ procedure: "direct-award" });
  });

  it("F20 gives the contract as it is after the change", () => {
    const { register, mapping } = read({
      form: "F20",
      procedure: "<NOTICE_NUMBER_OJ>2021/S 250-665169</NOTICE_NUMBER_OJ>",
      awards: award(LOT_1, CONTRACTORS + VALUES),
      more: `<MODIFICATIONS_CONTRACT><DESCRIPTION_PROCUREMENT><DATE_START>2022-01-01</DATE_START><DURATION TYPE="DAY">10</DURATION>
        <CONTRACTORS>${contractor("Kemtekno Oy", "9990003-2")}</CONTRACTORS><VALUES><VAL_TOTAL CURRENCY="EUR">1</VAL_TOTAL></VALUES></DESCRIPTION_PROCUREMENT>
        <INFO_MODIFICATIONS><VALUES><VAL_TOTAL_BEFORE CURRENCY="EUR">440000</VAL_TOTAL_BEFORE><VAL_TOTAL_AFTER CURRENCY="EUR">470000</VAL_TOTAL_AFTER></VALUES></INFO_MODIFICATIONS></MODIFICATIONS_CONTRACT>`,
    });
    expect(onlyContract(register)).toMatchObject({
      stage: "in-force",
      suppliers: ["9990003-2"],
      term: { start: "2022-01-01", end: "2022-01-10" },
      value: { total: 470000 },
    });
    expect(outcomeOf(mapping, "contract", "value.total")).toBe("derived: value-after-modification");
    expect(outcomeOf(mapping, "contract", "procurement.procedure")).toBe("missing: not-said");
  });

  it.each([
    ["<FRAMEWORK/>", undefined],
    ["<FRAMEWORK><SINGLE_OPERATOR/></FRAMEWORK>", { kind: "single-supplier" }],
    ["<DPS/>", { kind: "dynamic-purchasing-system" }],
  ])("reads the framework %s", (procedure, framework) => {
    const { register } = read({ procedure, awards: award(LOT_1, CONTRACTORS) });
    expect(onlyContract(register)["framework"]).toEqual(framework);
  });

  it("reads joint and central purchasing", () => {
    const jointOf = (mark: string): unknown =>
      onlyContract(read({ body: TED_BUYER + mark, awards: award(LOT_1, CONTRACTORS) }).register)[
        "procurement"
      ];
    expect(jointOf("<JOINT_PROCUREMENT_INVOLVED/>")).toMatchObject({ joint: "joint" });
    expect(jointOf("<CENTRAL_PURCHASING/>")).toMatchObject({ joint: "central-purchasing-body" });
    expect(jointOf("")).not.toHaveProperty("joint");
  });

  it("takes one of our languages where a notice has several originals, and counts it once", () => {
    const text = tedNotice({ awards: award(LOT_1 + TITLE, CONTRACTORS) }).replace(
      'CATEGORY="TRANSLATION" LG="EN"',
      'CATEGORY="ORIGINAL" LG="BG"',
    );
    const { register } = readNotices("ted", [{ path: "a", text }]);
    expect(onlyContract(register)["title"]).toBe("Kost, söder");
  });

  it("refuses other forms and older versions by name", () => {
    const reasonOf = (text: string): unknown =>
      readNotices("ted", [{ path: "a", text }]).refused[0];
    expect(reasonOf(tedNotice({ form: "F02", awards: "" }))).toMatchObject({
      form: "F02",
      reason: "not-an-award-notice",
    });
    expect(reasonOf(tedNotice({ form: "F21", awards: "" }))).toMatchObject({
      form: "F21",
      reason: "not-an-award-notice",
    });
    expect(
      reasonOf(
        '<TED_EXPORT xmlns="http://publications.europa.eu/TED_schema/Export"><FORM_SECTION><CONTRACT_AWARD_DEFENCE CATEGORY="ORIGINAL" FORM="18" VERSION="R2.0.8.S04.E01"/></FORM_SECTION></TED_EXPORT>',
      ),
    ).toEqual({
      outcome: "refused",
      path: "a",
      form: "CONTRACT_AWARD_DEFENCE",
      reason: "ted-r208",
    });
    expect(reasonOf("<TED_EXPORT/>")).toMatchObject({ reason: "not-a-notice" });
  });

  it("translates TED's own country codes", () => {
    const { register } = read({
      awards: award(
        LOT_1,
        `<CONTRACTORS>${contractor("A Ltd", "GB 123 456", "UK")}${contractor("B AE", "", "EL")}</CONTRACTORS>`,
      ),
    });
    expect(entriesOf(register, "suppliers").map(({ id, country }) => [id, country])).toEqual([
      ["gb-gb123456", "GB"],
      ["b-ae", "GR"],
    ]);
  });
});
