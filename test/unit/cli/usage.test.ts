import { describe, expect, test } from "vitest";
import type { CODES } from "../../../src/model/codes.ts";
import { runCommand } from "../../support/run-command.ts";

const REGISTER =
  "kind: register\nversion: 1\norganisation: { id: b, name: B }\ncontracts:\n  - { id: A, title: T }\n";
const files = { "register.yaml": REGISTER };

/** What is wrong, and how: the code, and words that stand in the message or the way out in every language. */
const WRONG: readonly {
  readonly args: readonly string[];
  readonly code: keyof typeof CODES;
  readonly names: readonly string[];
}[] = [
  { args: ["validat"], code: "U002", names: ["validat", "validate"] },
  { args: ["xyzzy"], code: "U002", names: ["xyzzy"] },
  { args: ["assess", "--fromat", "json"], code: "U001", names: ["--fromat", "--format"] },
  { args: ["assess", "--bogus"], code: "U001", names: ["--bogus"] },
  { args: ["explain"], code: "U003", names: ["subject"] },
  { args: ["import", "ted"], code: "U003", names: ["files"] },
  { args: ["init", "a", "b"], code: "U004", names: [] },
  { args: ["import", "tedd", "x.xml"], code: "U005", names: ["tedd", "ted", "eforms"] },
  {
    args: ["assess", "--as-of", "2026-02-30"],
    code: "U005",
    names: ["--as-of", "2026-02-30", "YYYY-MM-DD"],
  },
  { args: ["assess", "--as-of", "24.11.2026"], code: "U005", names: ["--as-of", "24.11.2026"] },
  { args: ["assess", "--format", "xml"], code: "U005", names: ["--format", "xml", "text", "json"] },
  { args: ["validate", "--format", "html"], code: "U005", names: ["--format", "html", "json"] },
  { args: ["report", "--format", "html,xml"], code: "U005", names: ["--format", "xml", "pdf"] },
  { args: ["clauses", "--format", "pdf"], code: "U005", names: ["--format", "docx"] },
  { args: ["clauses", "--set", "stock"], code: "U005", names: ["--set", "stock"] },
  { args: ["assess", "--fail-on", "K5"], code: "U005", names: ["--fail-on", "K5", "statutory"] },
  { args: ["assess", "--fail-on", "K4+criticl"], code: "U005", names: ["criticl", "critical"] },
  { args: ["assess", "--profile", "standrad"], code: "C007", names: ["standrad", "standard"] },
  { args: ["validate", "--profile", "standrad"], code: "C007", names: ["standrad", "standard"] },
  {
    args: ["explain", "criterion:second-source", "--profile", "standrad"],
    code: "C007",
    names: ["standard"],
  },
  { args: ["assess", "--as-of"], code: "U006", names: ["--as-of"] },
  { args: ["explain", "B-1"], code: "U007", names: ["B-1"] },
  {
    args: ["explain", "criterion:second-sorce"],
    code: "U007",
    names: ["second-sorce", "second-source"],
  },
  { args: ["clauses", "Ab"], code: "U007", names: ["Ab"] },
];

describe.each(WRONG)("beredskap $args", ({ args, code, names }) => {
  test.each(["sv", "fi", "en"])(
    "is told to be wrong use in %s, on standard error alone",
    async (language) => {
      const {
        code: exit,
        stdout,
        stderr,
      } = await runCommand(["--lang", language, ...args], { files });
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
      expect(stderr).toContain(` ${code}  `);
      for (const name of names) expect(stderr).toContain(name);
      expect(stderr.startsWith({ sv: "fel", fi: "virhe", en: "error" }[language] ?? "?")).toBe(
        true,
      );
      expect(stderr).not.toMatch(/\{[a-z-]+\}|undefined|\[object|<[a-z]+>/u);
    },
  );
});

test("a language that is none is told in the computer's", async () => {
  const said = await runCommand(["validate", "--lang", "se"], {
    files,
    environment: { LANG: "fi_FI.UTF-8" },
  });
  expect(said.code).toBe(2);
  expect(said.stderr).toMatch(/^virhe U005 .*--lang.*sv, fi, en/u);
});

test("an option of every command may stand before it", async () => {
  const after = await runCommand(["validate", "--lang", "sv", "--quiet"], { files });
  for (const args of [
    ["--lang", "sv", "--quiet", "validate"],
    ["--lang=sv", "validate", "--quiet"],
  ]) {
    expect(await runCommand(args, { files })).toEqual(after);
  }
  const alone = await runCommand(["--lang"]);
  expect(alone.code).toBe(2);
  expect(alone.stderr).not.toMatch(/--lang\?/u);
});

test("an option that may be repeated leaves the paths after it alone", async () => {
  const { code, stdout } = await runCommand(
    ["assess", "--fail-on", "P1", "--fail-on", "statutory", "register.yaml", "--format", "json"],
    { files },
  );
  expect([0, 1]).toContain(code);
  expect(JSON.parse(stdout)).toMatchObject({ inputs: [{ path: "register.yaml" }] });
});

describe("help", () => {
  test.each(["sv", "fi", "en"])(
    "of the tool and of each command stands on standard output in %s",
    async (language) => {
      const help = await runCommand(["--help"], { environment: { LANG: `${language}_FI.UTF-8` } });
      expect(help).toMatchObject({ code: 0, stderr: "" });
      for (const command of [
        "init",
        "import",
        "validate",
        "assess",
        "explain",
        "report",
        "clauses",
      ]) {
        expect(help.stdout).toContain(`  ${command} `);
        const own = await runCommand([command, "--help", "--lang", language]);
        expect(own).toMatchObject({ code: 0, stderr: "" });
        expect(own.stdout).toContain(`beredskap ${command}`);
        expect(own.stdout).not.toMatch(/undefined|command\.help|\{[a-z-]+\}/u);
        expect(await runCommand(["help", command, "--lang", language])).toEqual(own);
      }
    },
  );

  test("is what the bare command gives", async () => {
    expect(await runCommand([])).toEqual(await runCommand(["--help"]));
  });
});

test("the version is that of the package", async () => {
  const version = await runCommand(["--version"]);
  expect(version).toMatchObject({ code: 0, stderr: "" });
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  expect(await runCommand(["-V"])).toEqual(version);
});
