import { describe, expect, test } from "vitest";
import { runCommand } from "../../support/run-command.ts";

const SECRET = "Salainen varasto";
const files = {
  "register.yaml": `kind: register\nversion: 1\norganisation: { id: b, name: B }\ncontracts:\n  - { id: A, title: ${SECRET} }\n`,
};

/** A part of the machine that breaks in a way that nobody foresaw. */
function breaking(what: string): () => never {
  return () => {
    throw new TypeError(`cannot read properties of undefined (${what})`);
  };
}

describe("a defect of ours ends in 70, says what to report, and loses nothing", () => {
  test.each([
    ["sv", /^beredskap \d+\.\d+\.\d+ .*berätta vad du gjorde/isu],
    ["fi", /^beredskap \d+\.\d+\.\d+ .*kerro, mitä teit/isu],
    ["en", /^beredskap \d+\.\d+\.\d+ .*please report what you did/isu],
  ])("in %s", async (language, words) => {
    const broken = await runCommand(
      ["assess", "--lang", language, "--out", "a.json", "--format", "json"],
      { files, instead: { sha256: breaking("sha256") } },
    );
    expect(broken.code).toBe(70);
    expect(broken.stdout).toBe("");
    expect(broken.stderr).toMatch(words);
    expect(broken.stderr).toContain("TypeError: cannot read properties of undefined (sha256)");
    expect(broken.stderr).toMatch(/^ {4}at /mu);
    expect(broken.files).toEqual(files);
    expect(broken.stderr).not.toContain(SECRET);
  });

  test("even where our own words cannot be read", async () => {
    const broken = await runCommand(["validate"], {
      files,
      instead: { readFile: breaking("readFile") },
    });
    expect(broken).toMatchObject({ code: 70, stdout: "" });
    expect(broken.stderr).toContain("TypeError: cannot read properties of undefined (readFile)");
  });

  test("even where a failure cannot be put into words", async () => {
    let reads = 0;
    const readFile = (): Uint8Array => {
      reads += 1;
      throw new TypeError("no templates");
    };
    const broken = await runCommand(["validate", "absent"], { files, instead: { readFile } });
    expect(broken.code).toBe(70);
    expect(broken.stderr).toContain("no templates");
    expect(reads).toBeGreaterThan(0);
  });

  test("also when the write breaks: the file that was there stays", async () => {
    const given = { ...files, "out/report.md": "mine\n" };
    const broken = await runCommand(
      ["report", "register.yaml", "--format", "md", "--out", "out", "--force"],
      { files: given, instead: { write: breaking("write") } },
    );
    expect(broken.code).toBe(70);
    expect(broken.files).toEqual(given);
  });
});
