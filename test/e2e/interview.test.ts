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
    readonly valueKind: string;
    readonly words: readonly string[];
  }[];
}

describe("in a register with comments", () => {
  test("the difference holds only the answers", () => {
    cpSync(`${PROJECT}examples/ten-contracts/register.yaml`, join(folder, "register.yaml"));
    commit();
    let answers = 0;
    for (const contract of ["FX-02", "FX-09"]) {
      const listed = runTool(
        ["interview", contract, "--list", "--format", "json", "--as-of", "2026-11-24"],
        { folder },
      );
      const { questions } = JSON.parse(listed.stdout) as Listing;
      expect(questions.length).toBeGreaterThan(3);
      for (const { entry, path, valueKind, words } of questions) {
        const value =
          { span: "8 h", period: "6 months", number: "1", day: "2026-10-01" }[valueKind] ??
          words[0] ??
          "JYSE";
        const field = entry.kind === "supplier" ? `suppliers.${entry.id}.${path}` : path;
        writeFileSync(join(folder, "answer.txt"), `${field}: ${value}\n`);
        const before = changed();
        const ran = runTool(
          ["interview", contract, "--answers", "answer.txt", "--as-of", "2026-11-24"],
          { folder },
        );
        expect({
          field,
          value,
          status: ran.status,
          stderr: ran.status === 0 ? "" : ran.stderr,
        }).toEqual({ field, value, status: 0, stderr: "" });
        answers += 1;
        const put = (counts: typeof before): number =>
          counts.reduce((sum, each) => sum + each.put + each.taken, 0);
        expect(put(changed()) - put(before)).toBeLessThanOrEqual(6);
      }
    }
    expect(answers).toBeGreaterThan(10);
    const comments = (text: string): readonly string[] => text.match(/#.*/gu) ?? [];
    const original = readFileSync(`${PROJECT}examples/ten-contracts/register.yaml`, "utf8");
    expect(comments(readFileSync(join(folder, "register.yaml"), "utf8"))).toEqual(
      comments(original),
    );
    const { status } = runTool(["validate", "register.yaml"], { folder });
    expect(status).toBe(0);
  });

  test("whoever could not read the file cannot read it afterwards", () => {
    const file = join(folder, "register.yaml");
    cpSync(`${PROJECT}examples/ten-contracts/register.yaml`, file);
    chmodSync(file, 0o600);
    writeFileSync(join(folder, "answer.txt"), "clauses.audit: none\n");
    const { status } = runTool(["interview", "FX-02", "--answers", "answer.txt"], { folder });
    expect(status).toBe(0);
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
