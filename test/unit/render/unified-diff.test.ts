import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unifiedDiff } from "../../../src/render/unified-diff.ts";
import { runProgram } from "../../support/run-tool.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "diff-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What `git apply` makes of a text and a difference. */
function applied(
  before: string,
  diff: string,
): { readonly status: number | null; readonly text: string } {
  writeFileSync(join(folder, "register.yaml"), before);
  writeFileSync(join(folder, "change.diff"), diff);
  const { status } = runProgram("git", ["apply", "--unidiff-zero", "change.diff"], { folder });
  const shown = runProgram("cat", ["register.yaml"], { folder });
  return { status, text: shown.stdout };
}

describe("a unified difference", () => {
  test("is empty for equal texts", () => {
    expect(unifiedDiff("r.yaml", "a\nb\n", "a\nb\n")).toBe("");
  });

  test("shows three lines around a change", () => {
    const before = ["1", "2", "3", "4", "5", "6", "7", "8", "9", ""].join("\n");
    expect(unifiedDiff("r.yaml", before, before.replace("5\n", "five\n5b\n"))).toBe(
      [
        "--- a/r.yaml",
        "+++ b/r.yaml",
        "@@ -2,7 +2,8 @@",
        " 2",
        " 3",
        " 4",
        "-5",
        "+five",
        "+5b",
        " 6",
        " 7",
        " 8",
        "",
      ].join("\n"),
    );
  });

  test("says where a line has no end", () => {
    expect(unifiedDiff("r.yaml", "a\nb", "a\nb\n")).toBe(
      "--- a/r.yaml\n+++ b/r.yaml\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n",
    );
  });

  test("is what git makes the new text of", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c", "", "  d: 1"), { minLength: 1, maxLength: 25 })
      .map((lines) => `${lines.join("\n")}\n`);
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = unifiedDiff("register.yaml", before, after);
        if (before === after) return;
        expect(applied(before, diff)).toEqual({ status: 0, text: after });
      }),
      { numRuns: 60, seed: 20261124 },
    );
  });

  test("changes no more lines than were changed in a long text", () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `line ${index}`);
    const changed = lines.with(10, "other").with(199_990, "another");
    const diff = unifiedDiff("r.yaml", lines.join("\n"), changed.join("\n"));
    expect(diff.match(/^[-+](?![-+])/gmu)).toHaveLength(4);
  });
});
