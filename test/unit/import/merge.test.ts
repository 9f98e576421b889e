import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contractIdOf, makeUnique, slugOf } from "../../../src/import/ids.ts";
import { readNotices } from "../../../src/import/read-notices.ts";
import type { NoticeFile, NoticeImport, NoticeSource } from "../../../src/import/read-notices.ts";
import { writeRegister } from "../../../src/import/write-register.ts";
import {
  ONE_CONTRACT,
  ORGANISATIONS,
  TED_BUYER,
  award,
  company,
  contractor,
  eformsNotice,
  settled,
  tedNotice,
  tender,
  tenderingParty,
} from "./notice-xml.ts";
import { entriesOf, onlyContract, outcomeOf } from "./outcomes.ts";
import { makeRegisterCheck } from "./register-schema.ts";

const read = (source: NoticeSource, ...texts: readonly string[]): NoticeImport =>
  readNotices(
    source,
    texts.map((text, index) => ({ path: `${String(index)}.xml`, text })),
  );

const contractors = (...all: readonly string[]): string =>
  `<CONTRACTORS>${all.join("")}</CONTRACTORS>`;

describe("suppliers of several notices", () => {
  const notice = (number: string, ...all: readonly string[]): string =>
    tedNotice({ number, awards: award("", contractors(...all)) });

  it("are one by their number, however it is written, and the other name is told", () => {
    const { register, mapping } = read(
      "ted",
      notice("000001-2022", contractor("Nordrenal Ab", "9990002-4")),
      notice("000002-2022", contractor("NORDRENAL OY", "FI99900024", "FI", "<NO_SME/>")),
    );
    expect(entriesOf(register, "suppliers")).toEqual([
      {
        id: "9990002-4",
        name: "Nordrenal Ab",
        "business-id": "9990002-4",
        country: "FI",
        size: "large",
      },
    ]);
    expect(mapping.remarks).toContainEqual({
      kind: "other-names",
      supplier: "9990002-4",
      names: ["Nordrenal Ab", "NORDRENAL OY"],
    });
  });

  it("are one by a foreign number only in one country", () => {
    const { register } = read(
      "ted",
      notice("000001-2022", contractor("A", "123 456", "SE"), contractor("B", "123-456", "SE")),
      notice("000002-2022", contractor("C", "123456", "NO")),
    );
    expect(entriesOf(register, "suppliers").map(({ id, name }) => [id, name])).toEqual([
      ["se-123456", "A"],
      ["no-123456", "C"],
    ]);
  });

  it("are never one by the name alone, which is told instead", () => {
    const { register, mapping } = read(
      "ted",
      notice("000001-2022", contractor("Nordrenal Ab", "9990002-4"), contractor("Kemtekno Oy")),
      notice("000002-2022", contractor("Nordrenal Ab"), contractor("KEMTEKNO OY")),
    );
    expect(entriesOf(register, "suppliers").map(({ id }) => id)).toEqual([
      "9990002-4",
      "kemtekno-oy",
      "nordrenal-ab",
      "kemtekno-oy-2",
    ]);
    expect(mapping.remarks).toEqual([
      { kind: "same-name", name: "Nordrenal Ab", suppliers: ["9990002-4", "nordrenal-ab"] },
      { kind: "same-name", name: "Kemtekno Oy", suppliers: ["kemtekno-oy", "kemtekno-oy-2"] },
    ]);
  });

  it("are not one when a digit is wrong", () => {
    const { register } = read(
      "ted",
      notice("000001-2022", contractor("Nordrenal Ab", "9990002-4")),
      notice("000002-2022", contractor("Nordrenal Ab", "9990020-4")),
    );
    expect(entriesOf(register, "suppliers")).toHaveLength(2);
  });
});

describe("the organisation of several buyers", () => {
  const other = TED_BUYER.replace("Norrskärs välfärdsområde", "Sydskärs stad").replace(
    "9990001-6",
    "9990003-2",
  );

  it("is the one with most contracts; another's name stands as the contract's unit", () => {
    const { register, mapping } = read(
      "ted",
      tedNotice({ number: "000001-2022", body: other, awards: award("", "") }),
      tedNotice({ number: "000002-2022", awards: award("", "") }),
      tedNotice({ number: "000003-2022", awards: award("", "") }),
    );
    expect(register["organisation"]).toMatchObject({ id: "9990001-6" });
    expect(entriesOf(register, "contracts").map(({ unit }) => unit)).toEqual([
      "Sydskärs stad",
      undefined,
      undefined,
    ]);
    expect(mapping.remarks).toContainEqual({
      kind: "buyer-as-unit",
      contract: "000001-2022/1",
      buyer: "Sydskärs stad",
    });
    expect(outcomeOf(mapping, "contract", "unit")).toBe("derived: other-buyer");
  });

  it("is the first of equals", () => {
    const { register } = read(
      "ted",
      tedNotice({ number: "000001-2022", body: other, awards: award("", "") }),
      tedNotice({ number: "000002-2022", awards: award("", "") }),
    );
    expect(register["organisation"]).toMatchObject({ name: "Sydskärs stad" });
  });

  it("is the buyer that signed, where eForms says who did", () => {
    const signed =
      "<cac:SignatoryParty><cac:PartyIdentification><cbc:ID>ORG-0004</cbc:ID></cac:PartyIdentification></cac:SignatoryParty>";
    const { register } = read(
      "eforms",
      eformsNotice({
        buyers: ["ORG-0001", "ORG-0004"],
        organisations: ORGANISATIONS + company("ORG-0004", "Sydskärs stad"),
        result:
          settled("CON-0001", [], "REF-0001", signed) +
          settled("CON-0002", [], "REF-0002") +
          settled("CON-0003", [], "REF-0003"),
      }),
    );
    expect(register["organisation"]).toMatchObject({ id: "9990001-6" });
    expect(entriesOf(register, "contracts")[0]).toMatchObject({
      unit: "Sydskärs stad",
      procurement: { joint: "joint" },
    });
  });

  it("keeps a foreign number beside", () => {
    const { register } = read(
      "eforms",
      eformsNotice({
        organisations: company("ORG-0001", "Moss", "920 817 521", "NOR"),
        result: settled("CON-0001", []),
      }),
    );
    expect(register["organisation"]).toEqual({
      id: "no-920817521",
      name: "Moss",
      "x-foreign-id": "920 817 521",
    });
  });
});

describe("ids of contracts", () => {
  it.each([
    ["KHS/94/02.08/2020 / 92574", "KHS/94/02.08/2020/92574"],
    ["Framework\u202f- 46 Night: Vision", "Framework-46-Night-Vision"],
    ["  Å–A\u0308rende 12:3  ", "Å-Ärende-12-3"],
    ["CON/12;34", "CON/12-34"],
  ])("make an id of the reference %j", (reference, id) => {
    expect(contractIdOf(reference, "001234-2022", "1")).toBe(id);
  });

  it.each(["1", "-", "  ", "12.", "CON-0001", undefined])(
    "come from the notice when the reference is %j",
    (reference) => {
      expect(contractIdOf(reference, "001234-2022", "3")).toBe("001234-2022/3");
    },
  );

  it("are valid for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const slug = slugOf(text);
        expect(slug === "" || /^[\p{L}0-9._/-]{1,100}$/u.test(slug)).toBe(true);
        expect(["unknown", "none", "refused", "secret"]).not.toContain(slug);
      }),
    );
    expect(slugOf("none")).toBe("none-1");
  });

  it("are each given once, equal but for case too", () => {
    const unique = makeUnique();
    expect(["a", "A", "a-2", "a", "b"].map(unique)).toEqual(["a", "A-2", "a-2-2", "a-3", "b"]);
  });
});

describe("versions and changes of a notice", () => {
  const id = "0a1b2c3d-0000-4000-8000-00000000000";
  const priced = (value: string): string =>
    tender("TEN-0001", value) +
    settled("CON-0001", ["TEN-0001"]) +
    tenderingParty("TPA-0001", ["ORG-0002"]);

  it("count the newest version, whatever order the files come in", () => {
    const old = eformsNotice({ version: "01", result: priced("1") });
    const current = eformsNotice({ version: "02", result: priced("2") });
    for (const texts of [
      [old, current, old],
      [current, old, current],
    ]) {
      const { register, refused } = read("eforms", ...texts);
      expect(onlyContract(register)["value"]).toMatchObject({ total: 2 });
      expect(refused.map(({ reason }) => reason).toSorted()).toEqual(
        texts[0] === old
          ? ["newer-version-read", "newer-version-read"]
          : ["newer-version-read", "same-notice-twice"],
      );
    }
  });

  it("join a change to its contract, with what the award said and the change did not", () => {
    const { register, mapping } = read(
      "eforms",
      eformsNotice({ id: `${id}2`, type: "can-modif", subtype: "38", result: priced("3000000") }),
      eformsNotice({ id: `${id}1`, result: ONE_CONTRACT }),
    );
    expect(onlyContract(register)).toMatchObject({
      id: "NS-2024-031",
      procurement: { "tenders-received": 2 },
      value: { total: 3000000 },
    });
    expect(mapping.remarks).toContainEqual({
      kind: "contract-updated",
      contract: "NS-2024-031",
      file: "0.xml",
    });
  });

  it("leave a change apart in another procedure, and where it could be two contracts", () => {
    const change = eformsNotice({
      id: `${id}2`,
      type: "can-modif",
      subtype: "38",
      result: priced("3"),
    });
    const elsewhere = eformsNotice({ id: `${id}1`, folder: "folder-2", result: ONE_CONTRACT });
    expect(read("eforms", change, elsewhere).contracts).toBe(2);
    const twice = eformsNotice({
      id: `${id}1`,
      result: settled("CON-0001", []) + settled("CON-0002", []),
    });
    const { register } = read("eforms", change, twice);
    expect(entriesOf(register, "contracts").map((contract) => contract["id"])).toEqual([
      "NS-2024-031",
      "NS-2024-031-2",
      "NS-2024-031-3",
    ]);
  });

  it("leaves out a contract that has no title at all, and says so", () => {
    const untitled = eformsNotice({ result: settled("CON-0001", []) }).replace(
      /<cbc:Name[^>]*>[^<]*<\/cbc:Name>/gu,
      "",
    );
    const { register, mapping } = read("eforms", untitled);
    expect(entriesOf(register, "contracts")).toEqual([]);
    expect(mapping.remarks).toContainEqual({
      kind: "contract-without-title",
      file: "0.xml",
      key: "CON-0001",
    });
  });
});

describe("the register that an import gives", () => {
  const files: readonly NoticeFile[] = [
    tedNotice({
      number: "000001-2022",
      awards: award("", contractors(contractor("A Oy"), contractor("A Oy"))),
    }),
    tedNotice({
      number: "000002-2022",
      body: TED_BUYER.replace("Norrskärs", "Sydskärs"),
      awards: award("<CONTRACT_NO>ABCD</CONTRACT_NO>", ""),
    }),
    tedNotice({
      number: "000003-2022",
      form: "F20",
      awards: award(
        "<CONTRACT_NO>abcd</CONTRACT_NO>",
        contractors(contractor("B", "123 456", "NO")),
      ),
    }),
    tedNotice({ number: "000003-2022", awards: award("", "") }),
    "not xml",
  ].map((text, index) => ({ path: `${String(index)}.xml`, text }));

  it("is the same to the byte in whatever order the files come", () => {
    const first = readNotices("ted", files);
    fc.assert(
      fc.property(fc.shuffledSubarray([...files], { minLength: files.length }), (shuffled) => {
        const again = readNotices("ted", shuffled);
        expect(writeRegister(again.register)).toBe(writeRegister(first.register));
        expect(again).toEqual(first);
      }),
    );
  });

  it("is valid by the format's schema", () => {
    const check = makeRegisterCheck();
    expect(check(readNotices("ted", files).register)).toEqual([]);
    expect(check(read("eforms", eformsNotice({ result: ONE_CONTRACT })).register)).toEqual([]);
    expect(check({ kind: "register", version: 1, contracts: [{ id: "a b" }] })).not.toEqual([]);
  });

  it("is there, and empty, when nothing could be read", () => {
    const { register, contracts, refused } = read("ted", "no", "<a/>");
    expect(register).toEqual({ kind: "register", version: 1, suppliers: [], contracts: [] });
    expect(contracts).toBe(0);
    expect(refused).toHaveLength(2);
  });

  it("never says anything about preparedness", () => {
    const text = files.map((file) => writeRegister(readNotices("ted", [file]).register)).join("");
    for (const key of [
      "clauses",
      "continuity",
      "criticality",
      "stock",
      "exit",
      "chain",
      "flags",
      "sourcing",
      "monitoring",
    ]) {
      expect(text).not.toMatch(new RegExp(`^\\s*(- )?${key}:`, "mu"));
    }
  });
});
