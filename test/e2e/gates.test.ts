import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSarif, readXml } from "../support/ci-results.ts";
import { runTool } from "../support/run-tool.ts";
import { sarifFaults } from "../support/sarif-schema.ts";

/** K4 by R1 without a second source; the rest is unknown. No date, so that it is the same on any day. */
const REGISTER = `kind: register
version: 1
organisation: { id: b, name: B }
contracts:
  - id: A
    title: T
    type: goods
    stage: in-force
    suppliers: none
    criticality: { life-health: life-threatening, mtpd: 4 h }
    sourcing: { second-source: no }
`;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gates-"));
  writeFileSync(join(folder, "register.yaml"), REGISTER);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const variables = { LANG: "en", GITHUB_STEP_SUMMARY: "" };
const run = (...args: readonly string[]): ReturnType<typeof runTool> =>
  runTool(args, { folder, variables });

describe("exit codes of the built command", () => {
  test.each<[number, string, readonly string[]]>([
    [0, "no gate", []],
    [0, "statutory", ["--fail-on", "statutory"]],
    [1, "a criterion", ["--fail-on", "second-source"]],
    [1, "a group", ["--fail-on", "sourcing"]],
    [1, "a class", ["--fail-on", "K4"]],
    [0, "another class", ["--fail-on", "K3"]],
    [1, "a severity", ["--fail-on", "critical"]],
    [1, "a priority", ["--fail-on", "P2"]],
    [0, "what is unknown, not asked for", ["--fail-on", "flow-down"]],
    [1, "what is unknown, asked for", ["--fail-on", "flow-down+unknown"]],
    [2, "a word that is none", ["--fail-on", "critcal"]],
    [2, "two formats to one place", ["--format", "json,sarif"]],
    [3, "no such register", ["elsewhere.yaml", "--fail-on", "statutory"]],
    [3, "no such baseline", ["--baseline", "none.json"]],
  ])("%i: %s", (expected, _, args) => {
    const { status, stderr } = run("assess", ...args);
    expect({ status, stderr: expected < 2 ? stderr : "" }).toEqual({
      status: expected,
      stderr: "",
    });
  });

  test("with a baseline: known passes, what comes back fails", () => {
    const gate = ["--fail-on", "second-source"] as const;
    expect(run("assess", "--write-baseline", "known.json").status).toBe(0);
    expect(run("assess", "--baseline", "known.json", ...gate).status).toBe(0);
    writeFileSync(
      join(folder, "register.yaml"),
      REGISTER.replace("second-source: no", "second-source: yes"),
    );
    expect(run("assess", "--baseline", "known.json", "--prune", ...gate).status).toBe(0);
    writeFileSync(join(folder, "register.yaml"), REGISTER);
    expect(run("assess", "--baseline", "known.json", ...gate).status).toBe(1);
  });
});

test("every format in one run lies in its file, whole, and the summary of the job is added to", () => {
  const summary = join(folder, "summary.md");
  writeFileSync(summary, "before\n");
  const formats = "sarif=out/a.sarif,junit=out/b.xml,gitlab=out/c.json,github";
  const { status, stdout } = runTool(
    ["assess", "--format", formats, "--fail-on", "second-source"],
    {
      folder,
      variables: { LANG: "en", GITHUB_STEP_SUMMARY: summary },
    },
  );
  expect(status).toBe(1);
  expect(stdout).toMatch(/^::error file=register\.yaml,line=11,endLine=11,col=17,endColumn=30,/mu);
  const sarif = readFileSync(join(folder, "out/a.sarif"), "utf8");
  expect(sarifFaults(JSON.parse(sarif))).toEqual([]);
  expect(readSarif(sarif).results[0]).toMatchObject({ ruleId: "second-source", level: "error" });
  expect(readXml(readFileSync(join(folder, "out/b.xml"), "utf8"))[0]?.name).toBe("testsuites");
  expect(JSON.parse(readFileSync(join(folder, "out/c.json"), "utf8"))).not.toEqual([]);
  expect(readFileSync(summary, "utf8")).toMatch(/^before\n## beredskap assess\n/u);
});
