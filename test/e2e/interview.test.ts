import { spawn } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  chmodSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PROJECT, runProgram, runTool } from "../support/run-tool.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "interview-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Lines put in and taken away since the last commit, by file. */
function changed(): readonly { readonly put: number; readonly taken: number }[] {
  const { stdout } = runProgram("git", ["diff", "--numstat"], { folder });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t").map(Number))
    .map(([put = 0, taken = 0]) => ({ put, taken }));
}

function commit(): void {
  const git = (...args: readonly string[]): void => {
    const { status, stderr } = runProgram(
      "git",
      ["-c", "user.name=t", "-c", "user.email=t@t.invalid", ...args],
      { folder },
    );
    expect({ args, status, stderr }).toEqual({ args, status: 0, stderr: "" });
  };
  git("init", "-q");
  git("add", "-A");
  git("commit", "-q", "-m", "before");
}

interface Listing {
  readonly questions: readonly {
    readonly entry: { readonly kind: string; readonly id: string };
    readonly path: string;
    readonly words: readonly string[];
    readonly example: unknown;
  }[];
}

/** An answer to each open question of a contract, as lines of a file of answers. */
function answersTo(contract: string): readonly string[] {
  const { stdout } = runTool(
    ["interview", contract, "--list", "--format", "json", "--as-of", "2026-11-24"],
    { folder },
  );
  const { questions } = JSON.parse(stdout) as Listing;
  return questions.map(({ entry, path, words, example }) => {
    const field = entry.kind === "supplier" ? `suppliers.${entry.id}.${path}` : path;
    // Examples may refer to what another register has.
    const value = words.includes("none") ? "none" : (words[0] ?? example);
    return `${field}: ${JSON.stringify(value)}`;
  });
}

function answer(contract: string, lines: readonly string[]): void {
  writeFileSync(join(folder, "answers.txt"), `${lines.join("\n")}\n`);
  const { status, stderr } = runTool(
    ["interview", contract, "--answers", "answers.txt", "--as-of", "2026-11-24"],
    { folder },
  );
  const said = status === 0 ? "" : stderr;
  expect({ lines, status, said }).toEqual({ lines, status: 0, said: "" });
}

/** Lines of the register put in and taken away since the last commit. */
function linesChanged(): number {
  return changed().reduce((sum, { put, taken }) => sum + put + taken, 0);
}

const MOST_LINES = 6;

describe("in a register with comments", () => {
  test("the difference holds only the answers", () => {
    cpSync(`${PROJECT}examples/ten-contracts/register.yaml`, join(folder, "register.yaml"));
    commit();
    const answers = answersTo("FX-09");
    expect(answers.length).toBeGreaterThan(10);
    for (const line of answers.slice(0, 6)) {
      const before = linesChanged();
      answer("FX-09", [line]);
      expect({ line, few: linesChanged() - before <= MOST_LINES }).toEqual({ line, few: true });
    }
    const before = linesChanged();
    const rest = answers.slice(6);
    answer("FX-09", rest);
    expect(linesChanged() - before).toBeLessThanOrEqual(MOST_LINES * rest.length);
    const comments = (text: string): readonly string[] => text.match(/#.*/gu) ?? [];
    const original = readFileSync(`${PROJECT}examples/ten-contracts/register.yaml`, "utf8");
    const left = readFileSync(join(folder, "register.yaml"), "utf8");
    expect(comments(left)).toEqual(comments(original));
    expect(runTool(["validate", "register.yaml"], { folder }).status).toBe(0);
  });

  test("whoever could not read the file cannot read it afterwards", () => {
    const file = join(folder, "register.yaml");
    cpSync(`${PROJECT}examples/ten-contracts/register.yaml`, file);
    chmodSync(file, 0o600);
    answer("FX-02", ["clauses.audit: none"]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

test("a pipe is asked nothing, and not waited for", async () => {
  cpSync(`${PROJECT}examples/ten-contracts/register.yaml`, join(folder, "register.yaml"));
  const child = spawn(process.execPath, [`${PROJECT}bin/beredskap.js`, "interview", "FX-09"], {
    cwd: folder,
    // The pipe stays open: whoever reads it waits for ever.
    stdio: ["pipe", "ignore", "pipe"],
  });
  const status = await new Promise((resolve) => {
    child.on("close", resolve);
  });
  expect(status).toBe(2);
});
