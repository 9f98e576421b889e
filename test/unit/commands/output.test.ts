import { describe, expect, test } from "vitest";
import { exampleFiles } from "../../support/register-of.ts";
import type { World } from "../../support/run-command.ts";
import { runCommand } from "../../support/run-command.ts";

const TEN = { "register.yaml": exampleFiles("ten-contracts")["register.yaml"] ?? "" };
const FAULTY = {
  "register.yaml":
    "kind: register\nversion: 1\norganisation: { id: b, name: B }\ncontracts:\n  - { id: A, title: T, stge: planned }\n",
};
const ESCAPE = "\u001b[";

describe("validate", () => {
  test("says last what it examined and what it found", async () => {
    const { code, stdout, stderr } = await runCommand(["validate"], { files: FAULTY });
    expect({ code, stderr }).toEqual({ code: 3, stderr: "" });
    expect(stdout).toContain("register.yaml:5:24  error S001");
    expect(stdout.trimEnd().split("\n").at(-1)).toBe(
      "Examined 1 file, 1 contract, 0 suppliers: 1 error, 0 warnings, 0 notes.",
    );
  });

  test("counts the same in JSON", async () => {
    const { stdout } = await runCommand(["validate", "--format", "json"], { files: FAULTY });
    expect(JSON.parse(stdout)).toMatchObject({
      counts: { files: 1, contracts: 1, suppliers: 0, errors: 1, warnings: 0, notes: 0 },
    });
  });

  test.each([".", "empty.yaml"])(
    "of nothing (%s) is no pass, and says that no contract was examined",
    async (path) => {
      const { code, stdout } = await runCommand(["validate", path], {
        files: { "empty.yaml": "a: 1\n" },
      });
      expect(code).toBe(3);
      expect(stdout.trimEnd().split("\n").at(-1)).toMatch(
        /^Examined 1 file, 0 contracts, 0 suppliers: 1 error/u,
      );
    },
  );

  test("prints fifty mistakes and counts the rest, or all of them", async () => {
    const wrong = Array.from(
      { length: 60 },
      (_, at) => `  - { id: A-${at}, title: T, stge: planned }\n`,
    ).join("");
    const files = {
      "register.yaml": `kind: register\nversion: 1\norganisation: { id: b, name: B }\ncontracts:\n${wrong}`,
    };
    const some = (await runCommand(["validate"], { files })).stdout;
    expect(some.match(/error S001/gu)).toHaveLength(50);
    expect(some).toContain("10 more");
    expect(
      (await runCommand(["validate", "--all"], { files })).stdout.match(/error S001/gu),
    ).toHaveLength(60);
  });
});

describe("a policy with a mistake", () => {
  const policy = (text: string): World => ({ files: { ...TEN, "policy.yaml": text } });

  test("a misspelled key is shown at its place, with the right one", async () => {
    const { code, stdout } = await runCommand(
      ["validate"],
      policy("kind: policy\nversion: 1\nlangauge: sv\n"),
    );
    expect(code).toBe(3);
    expect(stdout).toMatch(/^policy\.yaml:3:1 {2}error S001 .*langauge/mu);
    expect(stdout).toContain("language");
  });

  test("a misspelled key in a gate too", async () => {
    const { stdout } = await runCommand(
      ["validate"],
      policy("kind: policy\nversion: 1\ngates:\n  - classes: [K4]\n    severites: [critical]\n"),
    );
    expect(stdout).toMatch(/^policy\.yaml:5:5 {2}error S001 .*severites/mu);
    expect(stdout).toContain("severities");
  });

  test("what cannot be read as YAML is told as in a register", async () => {
    const { code, stdout } = await runCommand(
      ["validate"],
      policy("kind: policy\nversion: 1\ngates: [\n"),
    );
    expect(code).toBe(3);
    expect(stdout).toMatch(/^policy\.yaml:\d+:\d+ {2}error Y\d{3} /mu);
  });
});

describe("--quiet", () => {
  test("leaves the result, and no talk", async () => {
    expect(await runCommand(["validate", "--quiet"], { files: TEN })).toMatchObject({
      code: 0,
      stdout: "",
      stderr: "",
    });
    const loud = await runCommand(["assess"], { files: TEN });
    const quiet = await runCommand(["assess", "--quiet"], { files: TEN });
    expect(loud.stdout.startsWith(quiet.stdout.trimEnd())).toBe(true);
    expect(loud.stdout).toContain("Examined 1 file");
    expect(quiet.stdout).not.toContain("Examined");
    expect(
      (await runCommand(["report", "--format", "md", "--out", "out"], { files: TEN })).stderr,
    ).toContain("out/report.md");
    expect(
      (await runCommand(["report", "--format", "md", "--out", "out", "--quiet"], { files: TEN }))
        .stderr,
    ).toBe("");
  });

  test("hides no mistake", async () => {
    expect((await runCommand(["validate", "--quiet"], { files: FAULTY })).stdout).toContain("S001");
    expect((await runCommand(["assess", "--quiet"], { files: FAULTY })).stderr).toContain("S001");
  });
});

describe("colour", () => {
  const terminal: World = { files: TEN, columns: 100 };
  const commands = [
    ["assess"],
    ["explain", "FX-02"],
    ["explain", "FX-02", "buffer-stock"],
    ["report"],
    ["explain", "S001"],
  ];

  test.each(commands)("on a terminal: %s", async (...args) => {
    expect((await runCommand(args, terminal)).stdout).toContain(ESCAPE);
  });

  test("where it is forced, also into a pipe", async () => {
    expect(
      (await runCommand(["assess"], { files: TEN, environment: { FORCE_COLOR: "1" } })).stdout,
    ).toContain(ESCAPE);
  });

  test.each<[string, World, readonly string[]]>([
    ["in a pipe", { files: TEN }, []],
    ["NO_COLOR", { ...terminal, environment: { NO_COLOR: "1" } }, []],
    [
      "NO_COLOR before FORCE_COLOR",
      { ...terminal, environment: { NO_COLOR: "1", FORCE_COLOR: "1" } },
      [],
    ],
    ["FORCE_COLOR=0", { ...terminal, environment: { FORCE_COLOR: "0" } }, []],
    ["TERM=dumb", { ...terminal, environment: { TERM: "dumb" } }, []],
    ["ACCESSIBLE", { ...terminal, environment: { ACCESSIBLE: "1" } }, []],
    ["--plain", terminal, ["--plain"]],
    ["--no-color", { ...terminal, environment: { FORCE_COLOR: "1" } }, ["--no-color"]],
  ])("none: %s", async (_, world, options) => {
    for (const args of [...commands, ["validate"]]) {
      const { stdout, stderr } = await runCommand([...args, ...options], world);
      expect(stdout + stderr).not.toContain(ESCAPE);
    }
    const wrong = await runCommand(["validate", ...options], { ...world, files: FAULTY });
    expect(wrong.stdout).not.toContain(ESCAPE);
  });

  test("an empty NO_COLOR asks for nothing", async () => {
    expect(
      (await runCommand(["assess"], { ...terminal, environment: { NO_COLOR: "" } })).stdout,
    ).toContain(ESCAPE);
  });
});

describe("data goes to standard output, talk to standard error", () => {
  test.each([
    ["assess --format json", /^\{\n {2}"kind": "assessment"/u],
    ["validate --format json", /^\{\n {2}"kind": "diagnostics"/u],
    ["report --format md", /^(?:---|#|<)/u],
    ["report --format html", /^<!doctype html>/iu],
    ["clauses FX-02 --format md --quiet", /^(?:---|#|<)/u],
    ["explain FX-02 buffer-stock --format json", /^\{/u],
  ])("%s", async (line, start) => {
    const { code, stdout, stderr } = await runCommand(line.split(" "), { files: TEN });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(start);
  });

  test("what cannot be assessed leaves standard output empty", async () => {
    for (const command of ["assess", "report", "clauses"]) {
      const { code, stdout, stderr } = await runCommand([command], { files: FAULTY });
      expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
      expect(stderr).toContain("S001");
    }
  });

  test("with --out standard output is empty, and what was written is named on standard error", async () => {
    const { stdout, stderr } = await runCommand(["report", "--out", "out"], { files: TEN });
    expect(stdout).toBe("");
    for (const name of ["report.html", "report.pdf", "report.md"])
      expect(stderr).toContain(`out/${name}`);
  });
});

describe("--out", () => {
  test("refuses a file that exists, and writes nothing at all then", async () => {
    const files = { ...TEN, "out/report.md": "mine\n" };
    const refused = await runCommand(
      ["report", "register.yaml", "--format", "html,md", "--out", "out"],
      { files },
    );
    expect(refused.code).toBe(3);
    expect(refused.stderr).toMatch(/F005 .*out\/report\.md/u);
    expect(refused.files).toEqual(files);
  });

  test("replaces it with --force", async () => {
    const files = { ...TEN, "out/report.md": "mine\n" };
    const forced = await runCommand(
      ["report", "register.yaml", "--format", "html,md", "--out", "out", "--force"],
      { files },
    );
    expect(forced.code).toBe(0);
    expect(forced.files["out/report.md"]).not.toBe("mine\n");
    expect(forced.files["out/report.html"]).toMatch(/^<!doctype html>/iu);
    expect(forced.files["register.yaml"]).toBe(TEN["register.yaml"]);
  });

  test.each([
    ["assess --format json --out out.txt"],
    ["report --format md --out out.txt/report.md"],
    ["clauses FX-02 --format md --out out.txt/clauses.md"],
  ])("%s twice is refused the second time", async (line) => {
    const args = line.split(" ");
    const first = await runCommand(args, { files: TEN });
    expect(first.code).toBe(0);
    const second = await runCommand(args, { files: first.files });
    expect(second.code).toBe(3);
    expect(second.files).toEqual(first.files);
    expect((await runCommand([...args, "--force"], { files: first.files })).files).toEqual(
      first.files,
    );
  });
});

describe("-", () => {
  test.each(["validate", "assess"])("%s reads standard input", async (command) => {
    const { code, stdout } = await runCommand([command, "-", "--format", "json"], {
      input: TEN["register.yaml"],
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ counts: { files: 1, contracts: 10 } });
  });

  test("gives the same assessment as the file", async () => {
    const fromFile = await runCommand(["assess", "--format", "json"], { files: TEN });
    const fromInput = await runCommand(["assess", "-", "--format", "json"], {
      input: TEN["register.yaml"],
    });
    expect(fromInput.stdout.replaceAll("<stdin>", "register.yaml")).toBe(fromFile.stdout);
  });

  test("a mistake is shown in it by line and column", async () => {
    const { code, stdout } = await runCommand(["validate", "-"], {
      input: FAULTY["register.yaml"],
    });
    expect(code).toBe(3);
    expect(stdout).toContain("<stdin>:5:24  error S001");
  });

  test("nothing on it is no pass", async () => {
    expect((await runCommand(["assess", "-"], { input: "" })).code).toBe(3);
  });
});
