import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readNotices } from "../../src/import/read-notices.ts";
import type { NoticeFile, NoticeSource } from "../../src/import/read-notices.ts";
import { writeMappingReport } from "../../src/import/mapping-report.ts";
import { writeRegister } from "../../src/import/write-register.ts";
import { wordingFor } from "../support/wording.ts";
import { makeRegisterCheck } from "../unit/import/register-schema.ts";

const corpus = process.env["BEREDSKAP_CORPUS"];
const skipped = corpus === undefined || corpus === "";

/** Real notices are not part of the project: their folder is named by an environment variable. */
const SETS: readonly {
  readonly source: NoticeSource;
  readonly folder: string;
  readonly files: number;
}[] = [
  { source: "ted", folder: "ted-xml/fi", files: 53 },
  { source: "eforms", folder: "eforms/norway", files: 30 },
  { source: "eforms", folder: "eforms/sdk", files: 36 },
  { source: "eforms", folder: "eforms/hilma", files: 3 },
];

function readFolder(folder: string): readonly NoticeFile[] {
  const path = join(corpus ?? "", folder);
  return readdirSync(path)
    .filter((name) => name.endsWith(".xml"))
    .map((name) => ({ path: name, text: readFileSync(join(path, name), "utf8") }));
}

/** Counts contracts without reading XML: what the importer is held against. */
function countByPattern(source: NoticeSource, text: string): number {
  const plain = text.replace(/<!--[\s\S]*?-->/gu, "");
  if (source === "ted") return plain.match(/<AWARDED_CONTRACT[\s>/]/gu)?.length ?? 0;
  const withoutResults = plain.replace(/<efac:LotResult>[\s\S]*?<\/efac:LotResult>/gu, "");
  return withoutResults.match(/<efac:SettledContract>/gu)?.length ?? 0;
}

if (skipped) {
  console.info(
    "Skipped: import of real notices. Set BEREDSKAP_CORPUS to the folder that holds them.",
  );
}

describe.skipIf(skipped)("the import of real notices", () => {
  it.each(SETS)(
    "makes a contract of every one in $folder, file by file",
    ({ source, folder, files }) => {
      const all = readFolder(folder);
      expect(all).toHaveLength(files);
      for (const file of all) {
        const { contracts, mapping } = readNotices(source, [file]);
        const untitled = mapping.remarks.filter(({ kind }) => kind === "contract-without-title");
        if (!file.path.startsWith("INVALID_")) expect(untitled, file.path).toEqual([]);
        expect(contracts + untitled.length, file.path).toBe(countByPattern(source, file.text));
      }
    },
  );

  it.each(SETS)("makes one valid register of $folder that reads back", ({ source, folder }) => {
    const check = makeRegisterCheck();
    const files = readFolder(folder);
    const { register, contracts, mapping } = readNotices(source, files);
    const counted = files.reduce((sum, { text }) => sum + countByPattern(source, text), 0);
    const otherwise = mapping.remarks.filter(
      ({ kind }) => kind === "contract-without-title" || kind === "contract-updated",
    );
    expect(contracts + otherwise.length).toBe(counted);
    expect(mapping.files).toHaveLength(files.length);
    expect(check(register)).toEqual([]);
    expect(parse(writeRegister(register), { version: "1.2" })).toEqual(register);
    expect(writeMappingReport(mapping, wordingFor("fi", ["import"])).length).toBeGreaterThan(10);
  });

  it("refuses by name, and only, what holds no contracts", () => {
    for (const { source, folder } of SETS) {
      const files = new Map(readFolder(folder).map((file) => [file.path, file.text]));
      for (const { path, reason } of readNotices(source, [...toFiles(files)]).refused) {
        expect(["not-an-award-notice", "ted-r208"], path).toContain(reason);
        expect(countByPattern(source, files.get(path) ?? ""), path).toBe(0);
      }
    }
  });

  it("never writes a zero, and withholds what the publisher's samples withhold", () => {
    const sdk = readFolder("eforms/sdk").filter(({ path }) => path.startsWith("can_25_withheld"));
    expect(sdk).toHaveLength(2);
    for (const file of sdk) {
      const text = writeRegister(readNotices("eforms", [file]).register);
      expect(text).not.toMatch(/total:|procedure:|stage:|tenders-received:/u);
    }
    for (const { source, folder } of SETS) {
      const text = writeRegister(readNotices(source, readFolder(folder)).register);
      expect(text).not.toMatch(/: 0$/mu);
    }
  });
});

function* toFiles(files: ReadonlyMap<string, string>): Generator<NoticeFile> {
  for (const [path, text] of files) yield { path, text };
}
