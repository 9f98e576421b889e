import { describe, expect, test } from "vitest";
import { readSarif, readXml } from "../../support/ci-results.ts";
import { faultsBy } from "../../support/output-schemas.ts";
import type { Finished } from "../../support/run-command.ts";
import { runCommand } from "../../support/run-command.ts";

const HEAD = "kind: register\nversion: 1\norganisation: { id: b, name: B }\n";

/** K4 by R1. What stands under `more` decides what is missing. */
const contract = (id: string, more: string): string =>
  `  - id: ${id}
    title: T
    type: goods
    stage: in-force
    suppliers: none
    criticality: { life-health: life-threatening, mtpd: 4 h }
${more}`;

const NONE = "    clauses: { force-majeure: none, sanctions: none }\n";
const REGISTER = `${HEAD}contracts:\n${contract("A", NONE)}`;
const GATES = ["--fail-on", "force-majeure-limited", "--fail-on", "sanctions-clause"];

/** The baseline that is written of a register. */
async function baselineOf(register: string): Promise<string> {
  const { files } = await runCommand(["assess", "--write-baseline", "b.json"], {
    files: { "register.yaml": register },
  });
  return files["b.json"] ?? "";
}

async function assess(
  register: string,
  baseline: string,
  args: readonly string[] = [],
): Promise<Finished> {
  return runCommand(["assess", "--lang", "en", "--baseline", "b.json", ...GATES, ...args], {
    files: { "register.yaml": register, "b.json": baseline },
  });
}

describe("what is known", () => {
  test("does not fail a gate, and without the baseline it does", async () => {
    const baseline = await baselineOf(REGISTER);
    const without = await runCommand(["assess", ...GATES], {
      files: { "register.yaml": REGISTER },
    });
    expect(without.code).toBe(1);
    const { code, stdout } = await assess(REGISTER, baseline);
    expect(code).toBe(0);
    expect(stdout).toContain("Gate: nothing fails.");
    expect(stdout).toMatch(/^Baseline: \d+ known, 0 new\. /mu);
    expect(stdout).toMatch(/Not met: Force majeure is limited\.\s+\(known\)/u);
  });

  test("stays known when a hundred lines and another contract are inserted above", async () => {
    const baseline = await baselineOf(REGISTER);
    const lines = "# a line\n".repeat(100);
    const moved = `${lines}${HEAD}${lines}contracts:\n${contract("Z", "    notes: x\n")}${contract("A", NONE)}`;
    expect((await assess(moved, baseline)).code).toBe(0);
    const reordered = REGISTER.replace(
      "{ force-majeure: none, sanctions: none }",
      "{ sanctions: none, force-majeure: none }",
    );
    expect((await assess(reordered, baseline)).code).toBe(0);
  });

  test("is new on another contract", async () => {
    const baseline = await baselineOf(REGISTER);
    const { code, stdout } = await assess(`${REGISTER}${contract("Z", NONE)}`, baseline);
    expect(code).toBe(1);
    expect(stdout).toContain("Gate: 2 findings fail.\n  – Z ");
  });

  test("is new when the facts have changed to something no better", async () => {
    const baseline = await baselineOf(REGISTER);
    const other = REGISTER.replace("force-majeure: none", "force-majeure: general-terms-only");
    expect((await assess(other, baseline)).stdout).toContain("  – A force-majeure-limited\n");
  });

  test("stays known when things are better, though not yet right", async () => {
    // Half in place is better than nothing: the credit rises from 0 to 0.5.
    const half = REGISTER.replace("force-majeure: none", "force-majeure: partly");
    const better = await assess(half, await baselineOf(REGISTER), ["--format", "json"]);
    const found = (
      JSON.parse(better.stdout) as {
        findings: { criterion: string; partial: boolean; baseline: string }[];
      }
    ).findings.find(({ criterion }) => criterion === "force-majeure-limited");
    expect(found).toMatchObject({ partial: true, baseline: "known" });
    expect(better.code).toBe(0);
    // And the way back is new.
    expect((await assess(REGISTER, await baselineOf(half))).code).toBe(1);
  });

  test("is new when it has become graver", async () => {
    const slight = REGISTER.replace(
      "{ life-health: life-threatening, mtpd: 4 h }",
      "{ life-health: none, statutory-duty: none, vital-function: none, mtpd: 500 h, dependents: none, people: 10, vulnerable: no, alternative: none }",
    );
    // The sanctions clause: medium at K1, more at K4. Its own facts are the same.
    const { code, stdout } = await assess(REGISTER, await baselineOf(slight));
    expect(code).toBe(1);
    expect(stdout).toContain("  – A sanctions-clause\n");
  });

  test("unknown that turns out to be missing is new", async () => {
    const blank = REGISTER.replace("force-majeure: none, ", "");
    expect((await assess(REGISTER, await baselineOf(blank))).code).toBe(1);
  });

  test("an acceptance that has run out is new, though the shortfall was known before it", async () => {
    const expired = `${REGISTER}    accepted: [{ criterion: force-majeure-limited, because: x, by: y, until: 2026-11-23 }]\n`;
    const { code, stdout } = await assess(expired, await baselineOf(REGISTER));
    expect(code).toBe(1);
    expect(stdout).toContain("  – A force-majeure-limited\n");
  });
});

describe("what is cured", () => {
  const CURED = REGISTER.replace("sanctions: none", "sanctions: present");

  test("is told by its number", async () => {
    const { code, stdout } = await assess(CURED, await baselineOf(REGISTER));
    expect(code).toBe(0);
    expect(stdout).toContain("1 entry of the baseline is no longer found. --prune removes it.\n");
  });

  test("leaves the file with --prune, and fails when it comes back", async () => {
    const before = await baselineOf(REGISTER);
    const pruned = (await assess(CURED, before, ["--prune"])).files["b.json"] ?? "";
    expect(pruned).not.toContain('"sanctions-clause","kind":"not-met"');
    expect(pruned).toContain('"force-majeure-limited","kind":"not-met"');
    expect(pruned.split("\n").length).toBe(before.split("\n").length - 1);
    expect((await assess(CURED, pruned)).code).toBe(0);
    const back = await assess(REGISTER, pruned);
    expect(back.code).toBe(1);
    expect(back.stdout).toContain("Gate: 1 finding fails.\n  – A sanctions-clause\n");
    // Without --prune it would still be known.
    expect((await assess(REGISTER, before)).code).toBe(0);
  });

  test("takes nothing new in with --prune, and keeps the file where nothing is cured", async () => {
    const before = await baselineOf(REGISTER);
    const more = `${REGISTER}${contract("Z", NONE)}`;
    const { code, files } = await assess(more, before, ["--prune"]);
    expect({ code, after: files["b.json"] }).toEqual({ code: 1, after: before });
  });
});

describe("the file", () => {
  test("is as its schema says, holds no place and is the same however the register is ordered", async () => {
    const two = `${HEAD}contracts:\n${contract("A", NONE)}${contract("Z", NONE)}`;
    const turned = `${HEAD}contracts:\n${contract("Z", NONE)}${contract("A", NONE)}`;
    const text = await baselineOf(two);
    expect(faultsBy("baseline")(JSON.parse(text))).toEqual([]);
    expect(text).not.toMatch(/register\.yaml|\bline\b|contracts\/\d/u);
    expect(await baselineOf(turned)).toBe(text);
  });

  test("of a register without findings is empty and can be read", async () => {
    expect((await assess(REGISTER, '{"kind":"baseline","version":1,"entries":[]}')).code).toBe(1);
  });

  test("that exists is not replaced without --force", async () => {
    const files = { "register.yaml": REGISTER, "b.json": "mine" };
    const args = ["assess", "--write-baseline", "b.json"];
    const refused = await runCommand(args, { files });
    expect({ code: refused.code, files: refused.files }).toEqual({ code: 3, files });
    expect((await runCommand([...args, "--force"], { files })).files["b.json"]).toContain(
      "baseline",
    );
  });

  test("that is written does not excuse the run that writes it", async () => {
    const { code } = await runCommand(["assess", "--write-baseline", "b.json", ...GATES], {
      files: { "register.yaml": REGISTER },
    });
    expect(code).toBe(1);
  });

  test.each<[string, string, RegExp]>([
    [
      "of another kind",
      '{\n  "kind": "assessment", "version": 1 }',
      /^b\.json:2:11 {2}error F020 /u,
    ],
    ["a list", "[]", /^b\.json:1:1 {2}error F020 /u],
    [
      "no JSON",
      '{\n  "kind": "baseline",\n  "entries": [\n}',
      /^b\.json:\d:\d+ {2}error [YF]\d{3} /u,
    ],
    ["empty", "", /^b\.json(?::1:1)? {2}error [YF]\d{3} /u],
    [
      "with a misspelled key",
      '{\n  "kind": "baseline",\n  "version": 1,\n  "entires": []\n}',
      /^b\.json:4:3 {2}error S001 .*entires/u,
    ],
    [
      "with an entry that is none",
      '{\n  "kind": "baseline",\n  "version": 1,\n  "entries": [\n    { "level": "contract" }\n  ]\n}',
      /^b\.json:5:7 {2}error S004 /u,
    ],
    [
      "of a later version",
      '{\n  "kind": "baseline",\n  "version": 2,\n  "entries": []\n}',
      /^b\.json:3:14 {2}error S021 /u,
    ],
  ])("%s ends in 3, at its place", async (_, text, expected) => {
    const { code, stdout, stderr } = await assess(REGISTER, text);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(expected);
  });

  test("that is not there ends in 3", async () => {
    const { code, stderr } = await runCommand(["assess", "--baseline", "b.json"], {
      files: { "register.yaml": REGISTER },
    });
    expect({ code, told: stderr.includes("F001") }).toEqual({ code: 3, told: true });
  });
});

describe("marks", () => {
  const changed = REGISTER.replace("sanctions: none", "sanctions: present").replace(
    "force-majeure: none",
    "force-majeure: none, flow-down: none",
  );

  test("stand in SARIF: unchanged, new and absent, and all stay in the file", async () => {
    const { stdout } = await assess(changed, await baselineOf(REGISTER), ["--format", "sarif"]);
    const { results } = readSarif(stdout);
    const states = (rule: string): readonly (string | undefined)[] =>
      results.filter(({ ruleId }) => ruleId === rule).map(({ baselineState }) => baselineState);
    expect(states("force-majeure-limited")).toEqual(["unchanged"]);
    expect(states("sanctions-clause")).toEqual(["absent"]);
    // It was unknown; now it is known to be missing, which is something else.
    expect(states("flow-down")).toEqual(["new", "absent"]);
    expect(results.every(({ baselineState }) => baselineState !== undefined)).toBe(true);
  });

  test("stand in the assessment, as its schema says, and only where a baseline was given", async () => {
    const given = JSON.parse(
      (await assess(changed, await baselineOf(REGISTER), ["--format", "json"])).stdout,
    ) as { findings: { baseline?: string }[]; baseline?: Record<string, number> };
    expect(faultsBy("assessment")(given)).toEqual([]);
    const known = given.findings.filter(({ baseline }) => baseline === "known").length;
    expect(given.baseline).toEqual({ known, new: given.findings.length - known, absent: 2 });
    const bare = await runCommand(["assess", "--format", "json"], {
      files: { "register.yaml": REGISTER },
    });
    expect(bare.stdout).not.toContain('"baseline"');
  });

  test("known shortfalls are skipped in JUnit, for information in GitLab, and no annotation in GitHub", async () => {
    const baseline = await baselineOf(REGISTER);
    const junit = readXml((await assess(REGISTER, baseline, ["--format", "junit"])).stdout);
    expect(junit[0]?.attributes["failures"]).toBe("0");
    const gitlab = JSON.parse(
      (await assess(REGISTER, baseline, ["--format", "gitlab"])).stdout,
    ) as { severity: string }[];
    expect(new Set(gitlab.map(({ severity }) => severity))).toEqual(new Set(["info"]));
    const github = (await assess(REGISTER, baseline, ["--format", "github"])).stdout;
    expect(github).not.toMatch(/^::/mu);
    expect(github).toContain("(known since the baseline)");
  });
});
