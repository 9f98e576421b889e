import { describe, expect, it } from "vitest";
import { FIELDS, SUBJECTS } from "../../../src/import/mapping.ts";
import type { Mapping } from "../../../src/import/mapping.ts";
import { writeMappingReport } from "../../../src/import/mapping-report.ts";
import { NOTICE_REFUSALS } from "../../../src/import/notice.ts";
import { readNotices } from "../../../src/import/read-notices.ts";
import { ABSENCES, REFUSALS, RULES } from "../../../src/import/reading.ts";
import { XML_REFUSALS } from "../../../src/import/xml.ts";
import { LANGUAGES } from "../../../src/model/values.ts";
import { wordingFor } from "../../support/wording.ts";
import { award, contractor, tedNotice } from "./notice-xml.ts";

const MAPPING: Mapping = {
  files: [
    { outcome: "read", path: "a.xml", form: "F21", contracts: 1, lotsWithoutContract: 2 },
    { outcome: "refused", path: "länge\u0007/b.xml", form: undefined, reason: "not-xml" },
  ],
  fields: [
    {
      subject: "contract",
      id: "NS-1",
      field: "title",
      file: "a.xml",
      outcome: { kind: "taken", value: "Kost", from: "TITLE" },
    },
    {
      subject: "contract",
      id: "NS-1",
      field: "stage",
      file: "a.xml",
      outcome: { kind: "missing", because: "before-conclusion" },
    },
    {
      subject: "contract",
      id: "NS-1",
      field: "value.total",
      file: "a.xml",
      outcome: { kind: "refused", because: "range-only", from: "VAL", said: "200–600" },
    },
    ...["1", "2", "3", "4", "5", "6", "7"].map(
      (id) =>
        ({
          subject: "supplier",
          id,
          field: "size",
          file: "a.xml",
          outcome: { kind: "refused", because: "size-not-exact", from: "SME", said: "" },
        }) as const,
    ),
    {
      subject: "supplier",
      id: "1",
      field: "country",
      file: "a.xml",
      outcome: { kind: "derived", value: "FI", from: "COUNTRY", rule: "code-translated" },
    },
  ],
  remarks: [{ kind: "same-name", name: "A Oy", suppliers: ["a-oy", "a-oy-2"] }],
};

describe("the account of an import", () => {
  it("shows files, fields, what was refused and why, and the four numbers", () => {
    expect(writeMappingReport(MAPPING, wordingFor("en", ["import"]))).toEqual([
      "Import of notices",
      "",
      "Files",
      "  File          Form  Result",
      "  a.xml         F21   read, 1 contract; lots that ended without a contract: 2",
      "  länge�/b.xml  –     refused: not well-formed XML",
      "",
      "Fields",
      "  Field                  Taken  Converted  Missing  Refused",
      "  Supplier: country          0          1        0        0",
      "  Supplier: size             0          0        0        7",
      "  Contract: title            1          0        0        0",
      "  Contract: stage            0          0        1        0",
      "  Contract: total value      0          0        0        1",
      "",
      "How values were converted",
      "  Supplier: country. The notice's code, put in the register's word (1)",
      "",
      "Missing for a reason",
      "  Contract: stage. The notice was published before the contract was concluded (1): NS-1",
      "",
      "Refused",
      "  Supplier: size. Small or medium-sized, but not which (7): 1, 2, 3, 4, 5 and 2 more",
      "  Contract: total value. Only the lowest and the highest tender are stated (1): NS-1 (200–600)",
      "",
      "To look at",
      "  A Oy occurs as several suppliers: a-oy, a-oy-2. If it is one company, make it one supplier.",
      "",
      "Notices say nothing about preparedness. Those answers are unknown until someone gives them.",
      "Fields: 1 taken as they stood, 1 converted, 1 missing, 8 refused.",
    ]);
  });

  it("never repeats a number that looks personal, nor a control character", () => {
    const text = tedNotice({
      awards: award(
        "",
        `<CONTRACTORS>${contractor("A\u202eB", "131052-308T")}${contractor("A\u202eB")}</CONTRACTORS>`,
      ),
    });
    const { mapping } = readNotices("ted", [{ path: "a.xml", text }]);
    const report = writeMappingReport(mapping, wordingFor("sv", ["import"])).join("\n");
    expect(report).toContain("personbeteckning");
    expect(report).not.toContain("131052");
    expect(report).not.toContain("\u202e");
  });

  it.each(LANGUAGES)("has words in %s for all that can be said", (language) => {
    const wording = wordingFor(language, ["import"]);
    const remarks = [
      "buyer-as-unit",
      "other-names",
      "same-name",
      "contract-updated",
      "contract-without-title",
    ];
    const keys = [
      ...SUBJECTS.flatMap((subject) => FIELDS[subject].map((field) => `field.${subject}.${field}`)),
      ...SUBJECTS.map((subject) => `subject.${subject}`),
      ...RULES.map((rule) => `rule.${rule}`),
      ...ABSENCES.map((absence) => `absence.${absence}`),
      ...REFUSALS.map((refusal) => `refusal.${refusal}`),
      ...[...XML_REFUSALS, ...NOTICE_REFUSALS].map((reason) => `file-reason.${reason}`),
      ...remarks.map((remark) => `remarks.${remark}`),
    ];
    expect(keys.filter((key) => !wording.has(`import.${key}`))).toEqual([]);
    expect(() => writeMappingReport(MAPPING, wording)).not.toThrow();
  });
});
