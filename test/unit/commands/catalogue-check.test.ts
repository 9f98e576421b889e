import { describe, expect, it } from "vitest";
import { EXIT } from "../../../src/model/exit.ts";
import { nodePlatform } from "../../../src/platform/node.ts";
import { TODAY } from "../../support/memory-platform.ts";
import { faultsBy } from "../../support/output-schemas.ts";
import { adjustment, OWN_EXAMPLES, ownCriterion, OWN_POLICY } from "../../support/overlay-files.ts";
import { exampleFiles } from "../../support/register-of.ts";
import type { Finished } from "../../support/run-command.ts";
import { runCommand } from "../../support/run-command.ts";

const AS_OF = ["--as-of", TODAY] as const;

async function checked(
  own: Readonly<Record<string, string>>,
  { policy = OWN_POLICY, args = AS_OF }: { policy?: string; args?: readonly string[] } = {},
): Promise<Finished> {
  const files = {
    "policy.yaml": policy,
    ...Object.fromEntries(Object.entries(own).map(([path, text]) => [`own/${path}`, text])),
  };
  return runCommand(["catalogue", "check", ".", "--lang", "en", ...args], { files });
}

interface Told {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
    readonly help: string;
  }[];
  readonly counts: Readonly<Record<string, number>>;
}

/** The faults of one own criterion, as code, line and column. */
async function faultsOf(text: string, options = {}): Promise<readonly string[]> {
  const { code, stdout } = await checked(
    { "own-rule.yaml": text },
    { args: [...AS_OF, "--format", "json"], ...options },
  );
  const told = JSON.parse(stdout) as Told;
  expect(faultsBy("diagnostics")(told)).toEqual([]);
  expect(code).toBe(told.diagnostics.length === 0 ? EXIT.ok : EXIT.input);
  expect(told.counts["errors"]).toBe(told.diagnostics.length);
  return told.diagnostics.map(({ code: found, line, column }) => `${found} ${line}:${column}`);
}

/** Line and column of the first time that some words stand in a text, a key at the beginning of its line. */
function placeOf(words: string, text: string): string {
  const at = words.endsWith(":") ? text.indexOf(`\n${words}`) + 1 : text.indexOf(words);
  const before = text.slice(0, at).split("\n");
  return `${before.length}:${(before.at(-1) ?? "").length + 1}`;
}

describe("the catalogue that is shipped", () => {
  it("has no fault", async () => {
    const { code, stdout } = await runCommand(["catalogue", "check", "--lang", "en", ...AS_OF]);
    expect(stdout).not.toMatch(/ error C/u);
    expect(code).toBe(EXIT.ok);
    expect(stdout).toMatch(
      /Checked \d+ files, \d+ criteria with \d+ examples: 0 errors, \d+ warnings?\.\n$/u,
    );
  });

  it("tells of a fault in a criterion at its line: the build stops there", async () => {
    const disk = nodePlatform();
    const path = `${disk.home}/templates/criteria/contract-terms/sanctions-clause.yaml`;
    const readFile = (asked: string): Uint8Array => {
      const bytes = disk.readFile(asked);
      if (asked !== path) return bytes;
      const text = new TextDecoder().decode(bytes);
      return new TextEncoder().encode(
        text.replace("clauses.sanctions, is: present", "clauses.sanction, is: present"),
      );
    };
    const { code, stdout } = await runCommand(["catalogue", "check", "--lang", "en", ...AS_OF], {
      instead: { readFile },
    });
    expect(code).toBe(EXIT.input);
    expect(stdout).toContain(
      "templates/criteria/contract-terms/sanctions-clause.yaml:10:15  error C001",
    );
    expect(stdout).toContain("Did you mean “clauses.sanctions”?");
  });

  it("grows old: sources must be read again", async () => {
    const { code, stdout } = await runCommand([
      ...["catalogue", "check", "--lang", "en", "--as-of", "2029-01-01", "--all"],
    ]);
    expect(code).toBe(EXIT.input);
    expect(stdout).toContain("error C023");
    expect(stdout).toContain("more than 24 months ago");
  });
});

describe("a criterion of an organisation's own", () => {
  it("that is right passes", async () => {
    expect(await faultsOf(ownCriterion())).toEqual([]);
    const { stdout } = await checked({ "own-rule.yaml": ownCriterion() });
    expect(stdout).toBe("Checked 2 files, 1 criterion with 4 examples: 0 errors, 0 warnings.\n");
  });

  it.each<[string, string, readonly (readonly [code: string, at: string])[]]>([
    [
      "an example that gives another verdict",
      ownCriterion({ examples: OWN_EXAMPLES.replace("verdict: met", "verdict: unknown") }),
      [["C021", "unknown }"]],
    ],
    [
      "an example that is half met and does not say so",
      ownCriterion({ examples: OWN_EXAMPLES.replace(", partial: yes", "") }),
      [["C021", "not-met }"]],
    ],
    [
      "an example that is no piece of a contract",
      ownCriterion({ examples: OWN_EXAMPLES.replace("audit: none", "audti: none") }),
      [["S001", "audti"]],
    ],
    [
      "an example with a fact that nobody computes",
      ownCriterion({
        examples: OWN_EXAMPLES.replace("given: {}", "given: {}, facts: { stok-cover: 1 }"),
      }),
      [["C002", "stok-cover"]],
    ],
    [
      "three examples",
      ownCriterion({ examples: OWN_EXAMPLES.replace(/.*blank.*\n/u, "") }),
      [["C022", "examples:"]],
    ],
    [
      "a source marked as read on no day",
      ownCriterion({ sources: "[{ act: 1/2020, mark: V }]" }),
      [["C024", "V }"]],
    ],
    [
      "a source that was to be read again",
      ownCriterion({
        sources: "[{ act: 1/2020, mark: V, checked: 2026-11-01, review-by: 2026-11-23 }]",
      }),
      [["C025", "2026-11-23"]],
    ],
    [
      "a scale that asks nothing at a class",
      ownCriterion({
        met: "{ field: clauses.exercises.parameters.exercise-every, at-most: { scale: exercise-every } }",
        examples: OWN_EXAMPLES.replace(/.*says: (there|in part).*\n/gu, "").replace(
          /.*missing.*\n/u,
          "",
        ),
      }),
      [
        ["C022", "examples:"],
        ["C026", "met:"],
        ["C026", "met:"],
      ],
    ],
  ])("with %s", async (_, text, expected) => {
    expect(await faultsOf(text)).toEqual(
      expected.map(([code, at]) => `${code} ${placeOf(at, text)}`),
    );
  });

  it("has sources that are good for as long as the policy says", async () => {
    const text = ownCriterion({ sources: "[{ act: 1/2020, mark: V, checked: 2025-11-24 }]" });
    const policy = (period: string) => ({ policy: `${OWN_POLICY}recheck-sources: ${period}\n` });
    expect(await faultsOf(text)).toEqual([]);
    expect(await faultsOf(text, policy("12 months"))).toEqual([]);
    expect(await faultsOf(text, policy("11 months"))).toEqual([
      `C023 ${placeOf("2025-11-24", text)}`,
    ]);
    expect(await faultsOf(text, policy("1 year"))).toEqual([]);
  });

  it("may be asked by an adjustment only where it has something to ask", async () => {
    const own = { "exercise-held.yaml": adjustment("exercise-held", "severity: { K1: high }") };
    const { code } = await checked(own);
    expect(code).toBe(EXIT.ok);
  });

  it("is judged by the profile of the policy", async () => {
    const own = {
      "own-rule.yaml": ownCriterion({ met: "{ field: stock.lasts, at-least: { scale: ours } }" }),
      "ours.yaml":
        "kind: profile\nversion: 1\nid: ours\nbecause: B\nby: board\nscales: { ours: { K1: 1 d, K2: 2 d, K3: 3 d, K4: 4 d } }\n",
    };
    const without = await checked(own);
    expect(without.stdout).toContain("error C005");
    const within = await checked(own, { policy: `${OWN_POLICY}profile: ours\n` });
    expect(within.stdout).not.toContain("C005");
  });
});

describe("catalogue check", () => {
  it("takes an overlay without a policy, and then asks for all three languages", async () => {
    const files = { "own/own-rule.yaml": ownCriterion() };
    const { code, stdout } = await runCommand(["catalogue", "check", "own", ...AS_OF], { files });
    expect(code).toBe(EXIT.input);
    expect(stdout.match(/error C012/gu)).toHaveLength(2);
  });

  it("finds the example agency's own catalogue right", async () => {
    const { code, stdout } = await runCommand(["catalogue", "check", ".", ...AS_OF], {
      files: exampleFiles("agency"),
    });
    expect({ code, stdout }).toEqual({
      code: EXIT.ok,
      stdout: "Kontrollerade 6 filer, 2 kriterier med 10 exempel: 0 fel, 0 varningar.\n",
    });
  });

  it("says nothing but the faults when asked to be quiet", async () => {
    const { stdout } = await checked({ "own-rule.yaml": ownCriterion() }, { args: ["--quiet"] });
    expect(stdout).toBe("");
  });

  it.each([
    [["catalogue"], "U003"],
    [["catalogue", "chek"], "U005"],
    [["catalogue", "check", "--format", "xml"], "U005"],
  ])("is wrong use as %j", async (args, expected) => {
    const { code, stderr } = await runCommand(args);
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain(expected);
  });

  it.each([
    ["nowhere", {}, "F001"],
    [".", { "policy.yaml": "kind: policy\nversion: 1\n" }, "F008"],
  ])("of nothing (%s) is no pass", async (folder, files, expected) => {
    const { code, stderr } = await runCommand(["catalogue", "check", folder], { files });
    expect(code).toBe(EXIT.input);
    expect(stderr).toContain(expected);
  });
});
