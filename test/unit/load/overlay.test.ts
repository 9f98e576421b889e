import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openWorkspace } from "../../../src/commands/workspace.ts";
import { isError } from "../../../src/model/diagnostic.ts";
import { nodePlatform } from "../../../src/platform/node.ts";
import { adjustment, ownCriterion, OWN_POLICY } from "../../support/overlay-files.ts";
import { runCommand } from "../../support/run-command.ts";

const K3 = "criticality: { life-health: serious, mtpd: 500 h, alternative: none }";
const REGISTER = `kind: register
version: 1
organisation: { id: b, name: B }
contracts:
  - id: A
    title: T
    stage: in-force
    type: goods
    suppliers: none
    ${K3}
    clauses: { audit: none, sanctions: none, force-majeure: none }
`;

interface Told {
  readonly code: number;
  readonly contracts: readonly {
    readonly verdicts: readonly Verdict[];
    readonly preparedness: { readonly groups: object };
  }[];
  readonly catalogue: {
    readonly digest: string;
    readonly profile: string;
    readonly overrides: readonly Readonly<Record<string, unknown>>[];
  };
  readonly counts: Readonly<Record<string, number>>;
  readonly notes: readonly { readonly code: string }[];
}
interface Verdict {
  readonly criterion: string;
  readonly verdict: string;
  readonly severity: string | null;
  readonly weight: number;
  readonly accepted: boolean;
}

async function assessed(
  own: Readonly<Record<string, string>>,
  { register = REGISTER, policy = OWN_POLICY, asOf = "2026-11-24" } = {},
): Promise<Told> {
  const files = {
    "register.yaml": register,
    "policy.yaml": policy,
    ...Object.fromEntries(Object.entries(own).map(([path, text]) => [`own/${path}`, text])),
  };
  const { code, stdout, stderr } = await runCommand(
    ["assess", "--format", "json", "--as-of", asOf],
    { files },
  );
  expect(stderr).toBe("");
  return { code, ...(JSON.parse(stdout) as Omit<Told, "code">) };
}

async function refused(
  own: Readonly<Record<string, string>>,
  policy = OWN_POLICY,
): Promise<readonly string[]> {
  const files = {
    "register.yaml": REGISTER,
    "policy.yaml": policy,
    ...Object.fromEntries(Object.entries(own).map(([path, text]) => [`own/${path}`, text])),
  };
  const { code, stdout } = await runCommand(["validate", "--format", "json"], { files });
  const { diagnostics } = JSON.parse(stdout) as {
    readonly diagnostics: readonly Readonly<Record<string, string | number>>[];
  };
  expect(code).toBe(diagnostics.some((each) => each["class"] === "error") ? 3 : 0);
  return diagnostics.map(
    ({ code: found, file, line, column }) =>
      `${String(found)} ${String(file)}:${String(line)}:${String(column)}`,
  );
}

function verdictOf({ contracts }: Told, criterion: string): Verdict | undefined {
  return contracts[0]?.verdicts.find((each) => each.criterion === criterion);
}

describe("an overlay", () => {
  it("adds a criterion that is judged, counted and digested", async () => {
    const without = await assessed({
      "sanctions-clause.yaml": adjustment("sanctions-clause", "weight-factor: 1"),
    });
    const told = await assessed({ "checks/own-rule.yaml": ownCriterion() });
    expect(verdictOf(told, "own-rule")).toMatchObject({
      verdict: "not-met",
      severity: "high",
      weight: 4,
    });
    expect(told.counts["criteria"]).toBe((without.counts["criteria"] ?? 0) + 1);
    expect(told.catalogue.digest).not.toBe(without.catalogue.digest);
    expect(told.contracts[0]?.preparedness.groups).toHaveProperty("checks");
    expect(told.catalogue.overrides).toEqual([
      {
        kind: "criterion",
        id: "own-rule",
        what: "new",
        changes: [],
        because: "A reason.",
        by: "head of procurement",
        until: null,
        over: false,
        file: "own/checks/own-rule.yaml",
        line: 1,
      },
    ]);
  });

  it("replaces a criterion of the same id", async () => {
    const told = await assessed({
      "sanctions-clause.yaml": ownCriterion({ id: "sanctions-clause" }).replaceAll(
        "audit",
        "exercises",
      ),
    });
    expect(verdictOf(told, "sanctions-clause")?.verdict).toBe("unknown");
    expect(told.catalogue.overrides).toMatchObject([{ id: "sanctions-clause", what: "replaced" }]);
  });

  it("weighs a criterion otherwise, class by class", async () => {
    const told = await assessed({
      "sanctions-clause.yaml": adjustment(
        "sanctions-clause",
        "severity: { K3: critical }\nweight-factor: 0.5",
      ),
    });
    // Critical weighs 8 in the standard profile, and half of that here.
    expect(verdictOf(told, "sanctions-clause")).toMatchObject({ severity: "critical", weight: 4 });
    expect(told.catalogue.overrides).toMatchObject([
      { what: "adjusted", changes: ["severity", "weight-factor"], by: "board" },
    ]);
  });

  it("leaves the classes that an adjustment does not name as they are", async () => {
    const told = await assessed({
      "sanctions-clause.yaml": adjustment("sanctions-clause", "severity: { K4: low }"),
    });
    expect(verdictOf(told, "sanctions-clause")?.severity).toBe("high");
  });

  it("switches a criterion off: it has no verdict, is counted nowhere and is listed", async () => {
    const plain = await assessed({ "own-rule.yaml": ownCriterion() });
    const told = await assessed({
      "own-rule.yaml": ownCriterion(),
      "sanctions-clause.yaml": adjustment("sanctions-clause", "off: yes"),
    });
    expect(verdictOf(told, "sanctions-clause")).toBeUndefined();
    expect(told.counts["criteria"]).toBe((plain.counts["criteria"] ?? 0) - 1);
    expect(told.counts["notMet"]).toBe((plain.counts["notMet"] ?? 0) - 1);
    expect(told.catalogue.overrides).toContainEqual(
      expect.objectContaining({ id: "sanctions-clause", what: "off", because: "Because." }),
    );
  });

  it("applies to the end of its last day, and is listed as over with a note from then on", async () => {
    const own = {
      "sanctions-clause.yaml": adjustment("sanctions-clause", "until: 2026-12-31\noff: yes"),
    };
    const last = await assessed(own, { asOf: "2026-12-31" });
    expect(verdictOf(last, "sanctions-clause")).toBeUndefined();
    expect(last.notes).toEqual([]);
    const after = await assessed(own, { asOf: "2027-01-01" });
    expect(verdictOf(after, "sanctions-clause")?.verdict).toBe("not-met");
    expect(after.catalogue.overrides).toMatchObject([{ over: true, until: "2026-12-31" }]);
    expect(after.notes).toEqual([
      { code: "C027", params: { id: "sanctions-clause", until: "2026-12-31" } },
    ]);
  });

  it("lets an acceptance name a criterion of the organisation's own", async () => {
    const register = `${REGISTER}    accepted: [{ criterion: own-rule, because: B, by: board, until: 2027-12-31 }]\n`;
    const told = await assessed({ "own-rule.yaml": ownCriterion() }, { register });
    expect(verdictOf(told, "own-rule")?.accepted).toBe(true);
    const { code, stdout } = await runCommand(["validate"], {
      files: { "register.yaml": register },
    });
    expect(code).toBe(3);
    expect(stdout).toContain("R001");
  });

  it("warns of an acceptance of what is switched off", async () => {
    const register = `${REGISTER}    accepted: [{ criterion: sanctions-clause, because: B, by: board, until: 2027-12-31 }]\n`;
    const own = { "sanctions-clause.yaml": adjustment("sanctions-clause", "off: yes") };
    const told = await assessed(own, { register });
    expect(told.notes).toEqual([
      { code: "R027", params: { subject: "A", criterion: "sanctions-clause" } },
    ]);
  });

  it("brings a profile of its own, which the policy or the command names", async () => {
    const own = {
      "ours.yaml":
        "kind: profile\nversion: 1\nid: ours\nbecause: B\nby: board\nweights: { high: 5 }\n",
      "own-rule.yaml": ownCriterion(),
    };
    const told = await assessed(own, { policy: `${OWN_POLICY}profile: ours\n` });
    expect(told.catalogue.profile).toBe("ours");
    expect(verdictOf(told, "own-rule")?.weight).toBe(5);
    expect(told.catalogue.overrides.map(({ kind, id, changes }) => [kind, id, changes])).toEqual([
      ["profile", "ours", ["weights"]],
      ["criterion", "own-rule", []],
    ]);
    // Not in use, it changes nothing and is not listed.
    const unused = await assessed(own);
    expect(unused.catalogue.overrides.map(({ kind }) => kind)).toEqual(["criterion"]);
  });

  it("needs texts in the languages of the policy only, and shows them in the others", async () => {
    const own = { "own-rule.yaml": ownCriterion() };
    expect(await refused(own)).toEqual([]);
    expect(await refused(own, OWN_POLICY.replace("[en]", "[en, fi]"))).toEqual([
      "C012 own/own-rule.yaml:16:1",
    ]);
    expect(await refused(own, OWN_POLICY.replace("languages: [en]\n", ""))).toEqual([
      "C012 own/own-rule.yaml:16:1",
      "C012 own/own-rule.yaml:16:1",
    ]);
    const files = {
      "register.yaml": REGISTER,
      "policy.yaml": OWN_POLICY,
      "own/own-rule.yaml": ownCriterion(),
    };
    const { stdout } = await runCommand(["explain", "criterion:own-rule", "--lang", "fi"], {
      files,
    });
    expect(stdout).toContain("Our own rule.");
    expect(stdout).toContain("A reason. (head of procurement)");
  });

  it("names its own groups in the report", async () => {
    const files = {
      "register.yaml": REGISTER,
      "policy.yaml": OWN_POLICY,
      "own/own-rule.yaml": ownCriterion({
        head: "because: A reason.\nby: board\ngroup: ice\ngroup-name: { en: ice-breaking }",
      }),
      "own/snow/own-snow.yaml": ownCriterion({ id: "own-snow" }),
    };
    const { stdout } = await runCommand(["report", "--format", "md", "--lang", "en"], { files });
    expect(stdout).toContain("Ice-breaking");
    expect(stdout).toContain("Snow");
  });

  it("is refused where it lowers what the law demands, and taken where it is stricter", async () => {
    const lowered = (body: string) =>
      refused({ "sote-minimum-terms.yaml": adjustment("sote-minimum-terms", body) });
    for (const body of [
      "off: yes",
      "severity: { K1: high }",
      "severity: { K1: none }",
      "weight-factor: 0.9",
    ])
      expect(await lowered(body)).toEqual(["C014 own/sote-minimum-terms.yaml:6:1"]);
    for (const body of ["weight-factor: 2", "valid: 12 months", "severity: critical"])
      expect(await lowered(body)).toEqual([]);
    expect(
      await refused({ "sote-minimum-terms.yaml": ownCriterion({ id: "sote-minimum-terms" }) }),
    ).toEqual(["C014 own/sote-minimum-terms.yaml:3:5"]);
  });

  it("suggests the key that was meant, at each depth", async () => {
    const text = ownCriterion()
      .replace("is: present", "ist: present")
      .replace("effort: 1", "efort: 1");
    const files = {
      "register.yaml": REGISTER,
      "policy.yaml": OWN_POLICY,
      "own/own-rule.yaml": text,
    };
    const { stdout } = await runCommand(["validate", "--lang", "en"], { files });
    expect(stdout).toContain("“ist”");
    expect(stdout).toContain("“is”");
    expect(stdout).toContain("“effort”");
  });

  it("changes nothing from outside of the named folder, and says so", async () => {
    const files = {
      "register.yaml": REGISTER,
      "other/sanctions-clause.yaml": adjustment("sanctions-clause", "off: yes"),
      "policy.yaml": "kind: policy\nversion: 1\n",
    };
    const { code, stdout } = await runCommand(["validate", "--lang", "en"], { files });
    expect(code).toBe(0);
    expect(stdout).toContain("other/sanctions-clause.yaml:1:7  warning C028");
    const json = await runCommand(["assess", "--format", "json"], { files });
    expect(json.stdout).toContain('"criterion": "sanctions-clause"');
  });

  it("is no part of the register", async () => {
    expect(await refused({ "register.yaml": REGISTER })).toEqual(["C031 own/register.yaml:1:7"]);
  });
});

describe("a hostile overlay", () => {
  it.each([
    ["a key of every object", "kind: adjustment\nversion: 1\n__proto__: { off: yes }\n", "S001"],
    ["nothing", "# nothing\n", "S024"],
    ["no YAML", "kind: [adjustment\n", "Y001"],
    [
      "many aliases",
      `kind: adjustment\na: &a [x]\nb: &b [${"*a,".repeat(99)}*a]\nc: [${"*b,".repeat(999)}*b]\n`,
      "Y007",
    ],
    ["deep lists", `kind: adjustment\nx-a: ${"[".repeat(101)}${"]".repeat(101)}\n`, "Y011"],
    [
      "a deep condition",
      ownCriterion({ met: `${"{ not: ".repeat(60)}{ field: a.b, is: x }${" }".repeat(60)}` }),
      "C001",
    ],
  ])("of %s gives a diagnostic at its place, never a defect", async (_, text, code) => {
    const told = await refused({ "own-rule.yaml": text });
    expect(told.map((each) => each.slice(0, 4))).toContain(code);
    expect(told.every((each) => / own\/own-rule\.yaml:/u.test(each))).toBe(true);
  });

  it.each(["../own", "/own", "own/../..", ".", "..", "own\\..\\x", "C:/own", "own/./x"])(
    "at the path %s is out of the policy's folder",
    async (path) => {
      expect(await refused({}, OWN_POLICY.replace("overlay: own", `overlay: '${path}'`))).toEqual([
        "C029 policy.yaml:4:10",
      ]);
    },
  );

  it("behind a link that leads out is refused, and a link that stays inside is not", () => {
    const folder = mkdtempSync(join(tmpdir(), "overlay-"));
    try {
      const register = join(folder, "register");
      mkdirSync(join(register, "real"), { recursive: true });
      mkdirSync(join(folder, "secret"));
      writeFileSync(join(folder, "secret", "own-rule.yaml"), ownCriterion());
      writeFileSync(join(register, "real", "own-rule.yaml"), ownCriterion());
      writeFileSync(join(register, "register.yaml"), REGISTER);
      symlinkSync(join(folder, "secret"), join(register, "out"));
      symlinkSync(join(register, "real"), join(register, "in"));
      const codesWith = (overlay: string): readonly string[] => {
        writeFileSync(
          join(register, "policy.yaml"),
          OWN_POLICY.replace("overlay: own", `overlay: ${overlay}`),
        );
        const request = {
          ...{ lang: undefined, quiet: false, colour: false, asOf: undefined, profile: undefined },
          paths: [register],
        };
        const { loaded } = openWorkspace(request, nodePlatform());
        return loaded.diagnostics.filter(isError).map(({ code }) => code);
      };
      expect(codesWith("out")).toEqual(["C029"]);
      expect(codesWith("in")).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
