import { describe, expect, test } from "vitest";
import { runCommand } from "../../support/run-command.ts";

const HEAD = "kind: register\nversion: 1\norganisation: { id: b, name: B }\n";

/** K4 by R1; its only shortfalls: no second source (critical at K4), and what is unknown. */
const GRAVE = `${HEAD}contracts:
  - id: A
    title: T
    type: goods
    stage: in-force
    suppliers: none
    criticality: { life-health: life-threatening, mtpd: 4 h }
    sourcing: { second-source: no }
`;

/** K1: nothing is grave. A sanctions clause is missing (medium at K1). */
const SLIGHT = `${HEAD}contracts:
  - id: A
    title: T
    type: works
    stage: in-force
    suppliers: none
    criticality: { life-health: none, statutory-duty: none, vital-function: none, mtpd: 500 h, dependents: none, people: 10, vulnerable: no, alternative: none }
    clauses: { sanctions: none }
`;

/** Social and health services without the minimum terms of the law. */
const UNLAWFUL = SLIGHT.replace("type: works", "type: social-health").replace(
  "sanctions: none",
  "termination: none",
);

async function exitOf(
  register: string,
  gates: readonly string[],
  policy?: string,
): Promise<number> {
  const files = {
    "register.yaml": register,
    ...(policy === undefined ? {} : { "policy.yaml": `kind: policy\nversion: 1\n${policy}` }),
  };
  const { code, stdout, stderr } = await runCommand(
    ["assess", ...gates.flatMap((gate) => ["--fail-on", gate])],
    { files },
  );
  expect(stderr).toBe("");
  if (gates.length > 0)
    expect(stdout).toMatch(code === 0 ? /Gate: nothing fails\./u : /Gate: \d+ findings? fails?\./u);
  return code;
}

describe("a gate on the command line", () => {
  test("without any the run passes, whatever is found", async () => {
    for (const register of [GRAVE, SLIGHT, UNLAWFUL]) expect(await exitOf(register, [])).toBe(0);
  });

  test.each<[string, string, 0 | 1]>([
    ["statutory", UNLAWFUL, 1],
    ["statutory", GRAVE, 0],
    ["P1", GRAVE, 1],
    ["P1", SLIGHT, 0],
    ["P4", SLIGHT, 1],
    ["critical", GRAVE, 1],
    ["critical", SLIGHT, 0],
    ["medium", SLIGHT, 1],
    ["high", SLIGHT, 0],
    ["K4", GRAVE, 1],
    ["K4", SLIGHT, 0],
    ["K1", SLIGHT, 1],
    ["K4+critical", GRAVE, 1],
    ["K4+critical", SLIGHT, 0],
    ["K1+critical", GRAVE, 0],
    ["K3+K4+critical", GRAVE, 1],
    ["second-source", GRAVE, 1],
    ["second-source", SLIGHT, 0],
    ["sanctions-clause", SLIGHT, 1],
    // What nobody has said fails only where the gate asks for it.
    ["force-majeure-limited", GRAVE, 0],
    ["force-majeure-limited+unknown", GRAVE, 1],
    ["flow-down+unknown", SLIGHT, 0],
    // A group stands for its criteria: second-source is in sourcing, sanctions-clause in contract-terms.
    ["sourcing", GRAVE, 1],
    ["sourcing", SLIGHT, 0],
    ["contract-terms", SLIGHT, 1],
    ["contract-terms+high", SLIGHT, 0],
    ["contract-terms", GRAVE, 0],
    ["contract-terms+unknown", GRAVE, 1],
  ])("%s", async (gate, register, exit) => {
    expect(await exitOf(register, [gate])).toBe(exit);
  });

  test("several are joined by or; commas too", async () => {
    expect(await exitOf(SLIGHT, ["statutory", "sanctions-clause"])).toBe(1);
    expect(await exitOf(SLIGHT, ["statutory,sanctions-clause"])).toBe(1);
    expect(await exitOf(SLIGHT, ["statutory", "K4"])).toBe(0);
  });

  test("an accepted shortfall passes until the day it ends", async () => {
    const accepted = (until: string): string =>
      `${GRAVE}    accepted: [{ criterion: second-source, because: one maker, by: director, until: ${until} }]\n`;
    expect(await exitOf(accepted("2026-11-24"), ["second-source"])).toBe(0);
    expect(await exitOf(accepted("2026-11-23"), ["second-source"])).toBe(1);
  });

  test("what it counts is not changed by the format", async () => {
    const { code, stdout } = await runCommand(["assess", "--fail-on", "K4", "--format", "json"], {
      files: { "register.yaml": GRAVE },
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ kind: "assessment" });
  });
});

describe("a gate in the policy", () => {
  test.each<[string, string, 0 | 1]>([
    ["gates: [{ statutory: yes, because: the law }]", UNLAWFUL, 1],
    ["gates: [{ statutory: yes }]", GRAVE, 0],
    ["gates: [{ classes: [K4], severities: [critical] }]", GRAVE, 1],
    ["gates: [{ classes: [K4], severities: [low] }]", GRAVE, 0],
    ["gates: [{ priorities: [P1] }]", GRAVE, 1],
    ["gates: [{ criteria: [force-majeure-limited] }]", GRAVE, 0],
    ["gates: [{ criteria: [force-majeure-limited], verdicts: [unknown] }]", GRAVE, 1],
    ["gates: [{ criteria: [second-source], verdicts: [unknown] }]", GRAVE, 0],
    ["gates: [{ groups: [sourcing], classes: [K4] }]", GRAVE, 1],
    ["gates: [{ groups: [sourcing], classes: [K1] }]", GRAVE, 0],
    ["gates: [{ groups: [stock, contract-terms] }]", SLIGHT, 1],
  ])("%s", async (policy, register, exit) => {
    expect(await exitOf(register, [], policy)).toBe(exit);
  });

  test("holds beside those on the command line", async () => {
    expect(await exitOf(GRAVE, ["statutory"], "gates: [{ classes: [K4] }]")).toBe(1);
    expect(await exitOf(GRAVE, ["K4"], "gates: [{ statutory: yes }]")).toBe(1);
  });
});

describe("the reason of a gate", () => {
  test("is printed once, under what the gate stops, and on one line", async () => {
    const gates =
      'gates:\n  - { criteria: [second-source], because: "Decided\\n12.5.2026" }\n  - { classes: [K4], verdicts: [unknown] }\n';
    const { code, stdout } = await runCommand(["assess", "--lang", "en"], {
      files: { "register.yaml": GRAVE, "policy.yaml": `kind: policy\nversion: 1\n${gates}` },
    });
    expect(code).toBe(1);
    expect(stdout).toContain("\n  – A second-source\n    because: Decided 12.5.2026\n  – A ");
    expect(stdout.match(/because:/gu)).toHaveLength(1);
  });

  test("is silent where the gate stops nothing", async () => {
    const { stdout } = await runCommand(["assess", "--lang", "en"], {
      files: {
        "register.yaml": GRAVE,
        "policy.yaml": "kind: policy\nversion: 1\ngates: [{ statutory: yes, because: the law }]\n",
      },
    });
    expect(stdout).toContain("Gate: nothing fails.");
    expect(stdout).not.toContain("the law");
  });
});

describe("a gate on what does not exist", () => {
  test.each([
    [
      "criteria: [second-sorce]",
      /^policy\.yaml:3:22 {2}error C020 .*second-sorce.*\n.*\n.*\n.*second-source/mu,
    ],
    ["groups: [sorcing]", /^policy\.yaml:3:20 {2}error C020 .*sorcing/mu],
  ])("%s ends in 3, and is shown by validate at its place", async (gate, expected) => {
    const files = {
      "register.yaml": GRAVE,
      "policy.yaml": `kind: policy\nversion: 1\ngates: [{ ${gate} }]\n`,
    };
    const assessed = await runCommand(["assess", "--lang", "en"], { files });
    expect({ code: assessed.code, stdout: assessed.stdout }).toEqual({ code: 3, stdout: "" });
    expect(assessed.stderr).toMatch(expected);
    const validated = await runCommand(["validate", "--lang", "en"], { files });
    expect(validated.code).toBe(3);
    expect(validated.stdout).toMatch(expected);
  });
});

describe("a gate never passes on what was not read", () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["an empty folder", {}, "F008"],
    ["no such file", { "other/x.txt": "" }, "F001"],
    ["a file without kind", { "r/x.yaml": "contracts: []\n" }, "S024"],
    ["no contracts", { "r/x.yaml": `${HEAD}suppliers: [{ id: s, name: S }]\n` }, "F009"],
    ["a mistake in the text", { "r/x.yaml": `${GRAVE}  broken: [\n` }, "Y0"],
    ["a mistake in the shape", { "r/x.yaml": `${GRAVE}    stge: planned\n` }, "S001"],
    [
      "a mistake in the policy",
      { "r/x.yaml": GRAVE, "r/policy.yaml": "kind: policy\nversion: 1\ngate: []\n" },
      "S001",
    ],
  ])("%s", async (name, files, code) => {
    const path =
      name === "an empty folder" ? "." : name === "a file without kind" ? "r/x.yaml" : "r";
    const {
      code: exit,
      stdout,
      stderr,
    } = await runCommand(["assess", path, "--fail-on", "statutory"], { files });
    expect({ exit, stdout }).toEqual({ exit: 3, stdout: "" });
    expect(stderr).toContain(code);
  });
});

describe("the profile behind a gate", () => {
  // Nothing is known to be missing, and much is unknown.
  const BLANK = GRAVE.replace("    sourcing: { second-source: no }\n", "");

  test("lets unknown pass in the standard one, and fails it in the strict one", async () => {
    expect(await exitOf(BLANK, ["K4+critical"])).toBe(0);
    expect(await exitOf(BLANK, ["K4+critical"], "profile: strict\n")).toBe(1);
    expect(await exitOf(BLANK, [], "profile: strict\n")).toBe(0);
  });
});
