import { describe, expect, it } from "vitest";
import { readNotices } from "../../../src/import/read-notices.ts";
import type { NoticeImport } from "../../../src/import/read-notices.ts";
import {
  ONE_CONTRACT,
  ORGANISATIONS,
  company,
  eformsNotice,
  lot,
  lotResult,
  settled,
  statistic,
  tender,
  tenderingParty,
  withheld,
} from "./notice-xml.ts";
import type { EformsParts } from "./notice-xml.ts";
import { entriesOf, onlyContract, outcomeOf } from "./outcomes.ts";

const read = (parts: EformsParts): NoticeImport =>
  readNotices("eforms", [{ path: "a.xml", text: eformsNotice(parts) }]);
const readOne = (parts: Partial<EformsParts> = {}): NoticeImport =>
  read({ result: ONE_CONTRACT, ...parts });

/** One contract on the given tenders, each of its own lot. */
const contractOn = (tenders: string, ids: readonly string[]): string =>
  lotResult({ contracts: ["CON-0001"] }) +
  tenders +
  settled("CON-0001", ids) +
  tenderingParty("TPA-0001", ["ORG-0002"]);

describe("an eForms award notice", () => {
  it("becomes a contract with what the notice says, and nothing else", () => {
    const { register } = readOne();
    expect(register).toEqual({
      kind: "register",
      version: 1,
      organisation: {
        id: "9990001-6",
        name: "Norrskärs välfärdsområde",
        "business-id": "9990001-6",
      },
      suppliers: [
        { id: "9990002-4", name: "Nordrenal Ab", "business-id": "9990002-4", country: "FI" },
      ],
      contracts: [
        {
          id: "NS-2024-031",
          title: "Dialysförnödenheter",
          diary: "NS/412/2024",
          stage: "in-force",
          type: "goods",
          suppliers: ["9990002-4"],
          cpv: ["33181500", "33190000"],
          procurement: {
            procedure: "open",
            "tenders-received": 2,
            notice: { date: "2024-03-14", "x-eforms": "0a1b2c3d-0000-4000-8000-000000000001" },
          },
          value: { total: 2400000.5, currency: "EUR" },
        },
      ],
    });
  });

  it("says for each field what became of it, and where in the notice it stood", () => {
    const { mapping } = readOne();
    expect(outcomeOf(mapping, "contract", "id")).toBe("taken");
    expect(outcomeOf(mapping, "contract", "title")).toBe("derived: title-of-lot");
    expect(outcomeOf(mapping, "contract", "type")).toBe("derived: code-translated");
    expect(outcomeOf(mapping, "contract", "value.total")).toBe("taken");
    expect(outcomeOf(mapping, "contract", "term.end")).toBe("missing: not-said");
    expect(outcomeOf(mapping, "supplier", "number")).toBe("derived: number-normalised");
    expect(outcomeOf(mapping, "supplier", "country")).toBe("derived: code-translated");
    expect(mapping.fields.find(({ field }) => field === "value.total")).toEqual({
      subject: "contract",
      id: "NS-2024-031",
      field: "value.total",
      file: "a.xml",
      outcome: {
        kind: "taken",
        value: "2400000.5 EUR",
        from: "efac:LotTender/cac:LegalMonetaryTotal/cbc:PayableAmount",
      },
    });
  });

  it("never takes the platform for a buyer, nor a contact person for anything", () => {
    const { register } = readOne();
    expect(JSON.stringify(register)).not.toContain("Plattformen");
    expect(JSON.stringify(register)).not.toContain("Person");
  });

  it("takes the contract's own title, in two of our languages", () => {
    const title =
      '<cbc:Title languageID="FIN">Dialyysi</cbc:Title><cbc:Title languageID="SWE">Dialys</cbc:Title>';
    const { register, mapping } = readOne({
      result:
        lotResult({ contracts: ["CON-0001"] }) +
        tender("TEN-0001", "1") +
        settled("CON-0001", ["TEN-0001"], "NS-1234", title) +
        tenderingParty("TPA-0001", ["ORG-0002"]),
    });
    expect(onlyContract(register)["title"]).toEqual({ fi: "Dialyysi", sv: "Dialys" });
    expect(outcomeOf(mapping, "contract", "title")).toBe("taken");
  });
});

describe("the value of an eForms contract", () => {
  const two = lot("LOT-0001") + lot("LOT-0002");

  it("is the sum of its tenders", () => {
    const tenders = tender("TEN-0001", "0.10") + tender("TEN-0002", "0.20", "TPA-0001", "LOT-0002");
    const { register, mapping } = read({
      result: contractOn(tenders, ["TEN-0001", "TEN-0002"]),
      lots: two,
    });
    expect(onlyContract(register)["value"]).toEqual({ total: 0.3, currency: "EUR" });
    expect(outcomeOf(mapping, "contract", "value.total")).toBe("derived: sum-of-tenders");
  });

  it.each([
    [
      "a part has none",
      tender("TEN-0001", "5") + tender("TEN-0002", ""),
      "refused: part-without-value",
    ],
    [
      "the currencies differ",
      tender("TEN-0001", "5") + tender("TEN-0002", "5").replace("EUR", "SEK"),
      "refused: several-currencies",
    ],
    ["all say nothing", tender("TEN-0001", "") + tender("TEN-0002", ""), "missing: not-said"],
    ["all are zero", tender("TEN-0001", "0") + tender("TEN-0002", "0.00"), "refused: zero"],
    [
      "one is not a number",
      tender("TEN-0001", "5 000") + tender("TEN-0002", ""),
      "refused: not-a-number",
    ],
    [
      "one is withheld by its content",
      tender("TEN-0001", "-1") + tender("TEN-0002", "5"),
      "missing: withheld",
    ],
    [
      "one is withheld by its marker",
      tender("TEN-0001", "9.99").replace("<cbc:ID>", `${withheld("win-ten-val")}<cbc:ID>`) +
        tender("TEN-0002", "5"),
      "missing: withheld",
    ],
  ])("is unknown when %s", (_, tenders, outcome) => {
    const { register, mapping } = read({ result: contractOn(tenders, ["TEN-0001", "TEN-0002"]) });
    expect(onlyContract(register)).not.toHaveProperty("value");
    expect(outcomeOf(mapping, "contract", "value.total")).toBe(outcome);
  });

  it("is unknown when the contract refers to a tender that is not there", () => {
    const { register, mapping } = read({
      result: contractOn(tender("TEN-0001", "5"), ["TEN-0001", "TEN-0009"]),
    });
    expect(onlyContract(register)).not.toHaveProperty("value");
    expect(outcomeOf(mapping, "contract", "value.total")).toBe("refused: reference-unknown");
  });

  it("is unknown when the notice withholds its total", () => {
    const { mapping } = read({
      result: withheld("not-val") + contractOn(tender("TEN-0001", "9.99"), ["TEN-0001"]),
    });
    expect(outcomeOf(mapping, "contract", "value.total")).toBe("missing: withheld");
  });

  it("is not counted twice when a tender stands in two contracts", () => {
    const { mapping } = read({
      result:
        tender("TEN-0001", "5") +
        settled("CON-0001", ["TEN-0001"], "REF-0001") +
        settled("CON-0002", ["TEN-0001"], "REF-0002") +
        tenderingParty("TPA-0001", ["ORG-0002"]),
    });
    expect(outcomeOf(mapping, "contract", "value.total", "REF-0001")).toBe(
      "refused: tender-of-several-contracts",
    );
  });

  const national =
    '<hilma:NationalExtension><hilma:NoticeResult><hilma:SettledContracts><hilma:SettledContract><cbc:ID>CON-0001</cbc:ID><hilma:ContractValueAmount currencyID="EUR">80000</hilma:ContractValueAmount></hilma:SettledContract></hilma:SettledContracts></hilma:NoticeResult></hilma:NationalExtension>';

  it("comes from Hilma's national part when the tenders have none", () => {
    const { register, mapping } = read({
      result: contractOn(tender("TEN-0001", ""), ["TEN-0001"]),
      after: national,
    });
    expect(onlyContract(register)["value"]).toEqual({ total: 80000, currency: "EUR" });
    expect(outcomeOf(mapping, "contract", "value.total")).toBe("derived: national-value");
  });

  it("does not come from there when the tender's value is withheld", () => {
    const { mapping } = read({
      result: contractOn(tender("TEN-0001", "-1"), ["TEN-0001"]),
      after: national,
    });
    expect(outcomeOf(mapping, "contract", "value.total")).toBe("missing: withheld");
  });
});

describe("a tender for a group of lots", () => {
  it("is about the lots of the results, with what they agree on", () => {
    const { register } = read({
      result:
        lotResult({ contracts: ["CON-0001"] }) +
        tender("TEN-0001", "5", "TPA-0001", "GLO-0001") +
        settled("CON-0001", ["TEN-0001"]) +
        tenderingParty("TPA-0001", ["ORG-0002"]),
      lots: lot("LOT-0001") + lot("LOT-0002", "", "", "Annat"),
    });
    expect(onlyContract(register)).toMatchObject({
      title: "Dialysförnödenheter",
      cpv: ["33181500", "33190000"],
    });
  });
});

describe("tenders received", () => {
  const withStatistics = (statistics: string): NoticeImport =>
    read({
      result:
        lotResult({ contracts: ["CON-0001"], statistics }) +
        tender("TEN-0001", "1") +
        settled("CON-0001", ["TEN-0001"]) +
        tenderingParty("TPA-0001", ["ORG-0002"]),
    });

  it.each([
    ["only those of small companies are told", statistic("t-sme", "1"), "missing: not-said"],
    ["none are told", "", "missing: not-said"],
    ["zero came in", statistic("tenders", "0"), "refused: zero"],
    ["they are withheld", statistic("tenders", "3", withheld("rec-sub-cou")), "missing: withheld"],
    [
      "their kind is withheld",
      statistic("unpublished", "-1", withheld("rec-sub-typ")),
      "missing: withheld",
    ],
  ])("are unknown when %s", (_, statistics, outcome) => {
    const { register, mapping } = withStatistics(statistics);
    expect(onlyContract(register)["procurement"]).not.toHaveProperty("tenders-received");
    expect(outcomeOf(mapping, "contract", "procurement.tenders-received")).toBe(outcome);
  });

  it("are unknown when the lots differ", () => {
    const { mapping } = read({
      result:
        lotResult({ contracts: ["CON-0001"], statistics: statistic("tenders", "2") }) +
        lotResult({
          contracts: ["CON-0001"],
          statistics: statistic("tenders", "3"),
          lotId: "LOT-0002",
        }) +
        tender("TEN-0001", "1") +
        settled("CON-0001", ["TEN-0001"]) +
        tenderingParty("TPA-0001", ["ORG-0002"]),
    });
    expect(outcomeOf(mapping, "contract", "procurement.tenders-received")).toBe(
      "refused: lots-differ",
    );
  });
});

describe("the stage of an eForms contract", () => {
  const withResult = (code: string, more = ""): string =>
    lotResult({ contracts: ["CON-0001"], code, more }) +
    tender("TEN-0001", "1") +
    settled("CON-0001", ["TEN-0001"]) +
    tenderingParty("TPA-0001", ["ORG-0002"]);

  it.each([
    ["an award", { result: withResult("selec-w") }, "derived: contract-concluded"],
    [
      "a withheld result",
      { result: withResult("selec-w", withheld("win-cho")) },
      "missing: withheld",
    ],
    ["a lost lot", { result: withResult("clos-nw") }, "refused: no-winner-chosen"],
    [
      "a notice before conclusion",
      { result: withResult("selec-w"), type: "veat", subtype: "25" },
      "missing: before-conclusion",
    ],
    [
      "a modification",
      { result: withResult("selec-w"), type: "can-modif", subtype: "38" },
      "derived: contract-modified",
    ],
  ])("of %s", (_, parts, outcome) => {
    const { register, mapping } = read(parts);
    expect(outcomeOf(mapping, "contract", "stage")).toBe(outcome);
    const known = outcome.startsWith("derived");
    expect(onlyContract(register)["stage"]).toBe(known ? "in-force" : undefined);
  });
});

describe("the term of an eForms contract", () => {
  const period = (content: string): NoticeImport =>
    readOne({ lots: lot("LOT-0001", `<cac:PlannedPeriod>${content}</cac:PlannedPeriod>`) });
  const start = "<cbc:StartDate>2024-05-01+03:00</cbc:StartDate>";

  it.each([
    [
      "both days",
      `${start}<cbc:EndDate>2027-04-30+03:00</cbc:EndDate>`,
      "2024-05-01",
      "2027-04-30",
      "derived: date-without-offset",
    ],
    [
      "a length in months",
      `${start}<cbc:DurationMeasure unitCode="MONTH">36</cbc:DurationMeasure>`,
      "2024-05-01",
      "2027-04-30",
      "derived: start-plus-duration",
    ],
    [
      "a length in years",
      `${start}<cbc:DurationMeasure unitCode="YEAR">1</cbc:DurationMeasure>`,
      "2024-05-01",
      "2025-04-30",
      "derived: start-plus-duration",
    ],
    [
      "a length in weeks",
      `${start}<cbc:DurationMeasure unitCode="WEEK">2</cbc:DurationMeasure>`,
      "2024-05-01",
      "2024-05-14",
      "derived: start-plus-duration",
    ],
    [
      "a length alone",
      '<cbc:DurationMeasure unitCode="YEAR">2</cbc:DurationMeasure>',
      undefined,
      undefined,
      "refused: length-without-start",
    ],
    [
      "an end before the start",
      `${start}<cbc:EndDate>2023-01-01Z</cbc:EndDate>`,
      "2024-05-01",
      undefined,
      "refused: end-before-start",
    ],
    [
      "a day that does not exist",
      `${start}<cbc:EndDate>2027-02-30</cbc:EndDate>`,
      "2024-05-01",
      undefined,
      "refused: not-a-date",
    ],
    [
      "a day put for no day",
      `${start}<cbc:EndDate>9999-12-31</cbc:EndDate>`,
      "2024-05-01",
      undefined,
      "refused: not-a-date",
    ],
    [
      "an unknown end",
      `${start}<cbc:DescriptionCode>UNKNOWN</cbc:DescriptionCode>`,
      "2024-05-01",
      undefined,
      "missing: not-said",
    ],
  ])("with %s", (_, content, first, last, outcome) => {
    const { register, mapping } = period(content);
    const term = onlyContract(register)["term"] ?? {};
    expect(term).toEqual({
      ...(first === undefined ? {} : { start: first }),
      ...(last === undefined ? {} : { end: last }),
    });
    expect(outcomeOf(mapping, "contract", "term.end")).toBe(outcome);
  });

  it("is open-ended only when the notice says so", () => {
    const { register } = period(`${start}<cbc:DescriptionCode>UNLIMITED</cbc:DescriptionCode>`);
    expect(onlyContract(register)["term"]).toEqual({ start: "2024-05-01", "open-ended": "yes" });
  });

  it("leaves renewals to the officer: they stand in words", () => {
    const extension =
      "<cac:ContractExtension><cbc:MaximumNumberNumeric>2</cbc:MaximumNumberNumeric><cac:Renewal><cac:Period><cbc:Description>12 månader</cbc:Description></cac:Period></cac:Renewal></cac:ContractExtension>";
    const { mapping } = readOne({ lots: lot("LOT-0001", extension) });
    expect(outcomeOf(mapping, "contract", "term.options")).toBe("refused: described-in-words");
  });

  it("is unknown when a contract's lots differ", () => {
    const one = `<cac:PlannedPeriod>${start}</cac:PlannedPeriod>`;
    const other = one.replace("2024-05-01", "2024-06-01");
    const tenders = tender("TEN-0001", "1") + tender("TEN-0002", "1", "TPA-0001", "LOT-0002");
    const { mapping } = read({
      result: contractOn(tenders, ["TEN-0001", "TEN-0002"]),
      lots: lot("LOT-0001", one) + lot("LOT-0002", other),
    });
    expect(outcomeOf(mapping, "contract", "term.start")).toBe("refused: lots-differ");
  });
});

describe("framework and procedure", () => {
  const system = (framework: string, dps = "none", more = ""): NoticeImport =>
    readOne({
      lots: lot(
        "LOT-0001",
        "",
        `<cac:ContractingSystem><cbc:ContractingSystemTypeCode listName="framework-agreement">${framework}</cbc:ContractingSystemTypeCode></cac:ContractingSystem>
         <cac:ContractingSystem><cbc:ContractingSystemTypeCode listName="dps-usage">${dps}</cbc:ContractingSystemTypeCode></cac:ContractingSystem>${more}`,
      ),
    });
  const most = (count: string): string =>
    `<cac:FrameworkAgreement><cbc:MaximumOperatorQuantity>${count}</cbc:MaximumOperatorQuantity></cac:FrameworkAgreement>`;

  it.each([
    ["none", "none", "", "none"],
    ["fa-w-rc", "none", "", { kind: "mini-competition" }],
    ["fa-mix", "none", "", { kind: "mixed" }],
    ["fa-wo-rc", "none", most("1"), { kind: "single-supplier" }],
    ["fa-wo-rc", "none", most("4"), undefined],
    ["fa-wo-rc", "none", "", undefined],
    ["none", "dps-nlist", "", { kind: "dynamic-purchasing-system" }],
    ["new-code", "none", "", undefined],
  ])("%s with system %s is the register's kind", (framework, dps, more, kind) => {
    expect(onlyContract(system(framework, dps, more).register)["framework"]).toEqual(kind);
  });

  it("leaves a withheld procedure unknown, whatever stands there", () => {
    const process = `<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>${withheld("pro-typ")}</efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions><cbc:ProcedureCode>open</cbc:ProcedureCode>`;
    const { mapping } = readOne({ process });
    expect(outcomeOf(mapping, "contract", "procurement.procedure")).toBe("missing: withheld");
  });

  it("calls a negotiated procedure without a call a direct award", () => {
    const { register } = readOne({ process: "<cbc:ProcedureCode>neg-wo-call</cbc:ProcedureCode>" });
    expect(onlyContract(register)["procurement"]).toMatchObject({ procedure: "direct-award" });
  });

  it("knows the forms for social and other specific services", () => {
    const { register } = readOne({ type: "can-social", subtype: "33" });
    expect(onlyContract(register)["procurement"]).toMatchObject({ "annex-e": "yes" });
  });
});

describe("the parties of an eForms notice", () => {
  it("are several suppliers in a group, and subcontractors below the one they name", () => {
    const below =
      "<efac:SubContractor><cbc:ID>ORG-0003</cbc:ID><efac:MainContractor><cbc:ID>ORG-0004</cbc:ID></efac:MainContractor></efac:SubContractor>";
    const { register } = read({
      organisations:
        ORGANISATIONS +
        company(
          "ORG-0004",
          "Søster AS",
          "984 710 313",
          "NOR",
          "<efbc:CompanySizeCode>medium</efbc:CompanySizeCode>",
        ),
      result:
        tender("TEN-0001", "1") +
        settled("CON-0001", ["TEN-0001"]) +
        tenderingParty("TPA-0001", ["ORG-0002", "ORG-0004"], below),
    });
    expect(onlyContract(register)["suppliers"]).toEqual(["9990002-4", "no-984710313"]);
    expect(entriesOf(register, "suppliers")).toEqual([
      { id: "9990002-4", name: "Nordrenal Ab", "business-id": "9990002-4", country: "FI" },
      {
        id: "no-984710313",
        name: "Søster AS",
        "foreign-id": "984 710 313",
        country: "NO",
        size: "medium",
        subcontractors: [{ supplier: "9990003-2" }],
      },
      { id: "9990003-2", name: "Kemtekno Oy", "business-id": "9990003-2", country: "FI" },
    ]);
  });

  it("keep a wrong business id out of the register, and say so", () => {
    const { register, mapping } = readOne({
      organisations:
        company("ORG-0001", "Norrskärs välfärdsområde", "9990001-6") +
        company("ORG-0002", "Nordrenal Ab", "9990002-5"),
    });
    expect(entriesOf(register, "suppliers")).toEqual([
      { id: "nordrenal-ab", name: "Nordrenal Ab", country: "FI" },
    ]);
    expect(outcomeOf(mapping, "supplier", "number")).toBe("refused: business-id-check-digit");
  });

  it("leave out a size that is not exact and a country that is none", () => {
    const { mapping } = readOne({
      organisations:
        company("ORG-0001", "Norrskärs välfärdsområde") +
        company("ORG-0002", "X", "", "XYZ", "<efbc:CompanySizeCode>sme</efbc:CompanySizeCode>"),
    });
    expect(outcomeOf(mapping, "supplier", "size")).toBe("refused: size-not-exact");
    expect(outcomeOf(mapping, "supplier", "country")).toBe("refused: unknown-country");
  });

  it("are refused when the notice does not describe them, and when they have no name", () => {
    const missing = readOne({ organisations: company("ORG-0001", "Norrskär") });
    expect(outcomeOf(missing.mapping, "contract", "suppliers")).toBe("refused: reference-unknown");
    const nameless = readOne({
      organisations: company("ORG-0001", "Norrskär") + company("ORG-0002", ""),
    });
    expect(outcomeOf(nameless.mapping, "contract", "suppliers")).toBe(
      "refused: supplier-without-name",
    );
    expect(entriesOf(nameless.register, "suppliers")).toEqual([]);
  });
});

describe("what is not an eForms award notice", () => {
  it.each([
    ["ContractNotice", "not-an-award-notice"],
    ["PriorInformationNotice", "not-an-award-notice"],
  ])("%s is refused by name", (root, reason) => {
    const { refused, contracts } = readOne({ root });
    expect(refused).toEqual([{ outcome: "refused", path: "a.xml", form: "eforms-29", reason }]);
    expect(contracts).toBe(0);
  });

  it.each([
    ["<TED_EXPORT/>", "other-kind-of-notice"],
    ["<html/>", "not-a-notice"],
    ["not xml", "not-xml"],
  ])("%j is refused", (text, reason) => {
    expect(readNotices("eforms", [{ path: "a", text }]).refused[0]?.reason).toBe(reason);
  });

  it("reads a notice whose lots all ended without a contract, and counts them", () => {
    const { mapping, contracts, refused } = read({
      result: lotResult({ contracts: [], code: "clos-nw" }),
    });
    expect(contracts).toBe(0);
    expect(refused).toEqual([]);
    expect(mapping.files).toEqual([
      { outcome: "read", path: "a.xml", form: "eforms-29", contracts: 0, lotsWithoutContract: 1 },
    ]);
  });
});
