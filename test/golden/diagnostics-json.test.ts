import { readFileSync, readdirSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { faultsBy } from "../support/output-schemas.ts";
import { exampleFiles } from "../support/register-of.ts";
import type { Finished } from "../support/run-command.ts";
import { runCommand } from "../support/run-command.ts";

const faults = faultsBy("diagnostics");
const FAULTY = new URL("../../examples/faulty/", import.meta.url).pathname;

interface DiagnosticsDocument {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly class: string;
    readonly file: string | null;
    readonly line: number | null;
    readonly message: string;
  }[];
  readonly counts: Readonly<Record<string, number>>;
}

function filesOf(name: string): Readonly<Record<string, string>> {
  if (statSync(`${FAULTY}${name}`).isDirectory()) return exampleFiles(`faulty/${name}`);
  return { [name]: readFileSync(`${FAULTY}${name}`, "utf8") };
}

async function validate(
  files: Readonly<Record<string, string>>,
  language: string,
): Promise<Finished & { readonly document: DiagnosticsDocument }> {
  const inFolder = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`r/${path}`, text]),
  );
  const [only, ...others] = Object.keys(inFolder);
  const path = others.length === 0 && only !== undefined ? only : "r";
  const finished = await runCommand(["validate", path, "--format", "json", "--lang", language], {
    files: inFolder,
  });
  return { ...finished, document: JSON.parse(finished.stdout) as DiagnosticsDocument };
}

/** The document without its sentences. */
function withoutWords({ diagnostics, ...rest }: DiagnosticsDocument): unknown {
  return { ...rest, diagnostics: diagnostics.map((each) => ({ ...each, message: "", help: "" })) };
}

function expectSound({
  code,
  document,
  stderr,
}: Finished & { readonly document: DiagnosticsDocument }): void {
  expect(faults(document)).toEqual([]);
  expect(stderr).toBe("");
  const { counts, diagnostics } = document;
  for (const [name, each] of [
    ["errors", "error"],
    ["warnings", "warning"],
    ["notes", "note"],
  ] as const) {
    expect(counts[name]).toBe(diagnostics.filter((diagnostic) => diagnostic.class === each).length);
  }
  expect(code).toBe(counts["errors"] === 0 ? 0 : 3);
}

describe("validate --format json is as its schema says, and only its words follow the language", () => {
  const names = readdirSync(FAULTY).filter((name) => /^[YSRC]\d{3}-/u.test(name));

  test("there are examples", () => {
    expect(names.length).toBeGreaterThan(50);
  });

  test.each(names)("faulty/%s", async (name) => {
    const [sv, fi, en] = [
      await validate(filesOf(name), "sv"),
      await validate(filesOf(name), "fi"),
      await validate(filesOf(name), "en"),
    ];
    for (const each of [sv, fi, en]) expectSound(each);
    expect(withoutWords(fi.document)).toEqual(withoutWords(sv.document));
    expect(withoutWords(en.document)).toEqual(withoutWords(sv.document));
    expect(fi.document.diagnostics[0]?.message).not.toBe(sv.document.diagnostics[0]?.message);
    expect(sv.document.diagnostics[0]?.code).toBe(name.slice(0, 4));
  });

  test.each(["minimal", "ten-contracts", "kommun", "hyvinvointialue"])("%s", async (name) => {
    const valid = await validate(exampleFiles(name), "en");
    expectSound(valid);
    expect(valid.document.counts["errors"]).toBe(0);
  });
});
