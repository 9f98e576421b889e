import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const ROOT = new URL("../../", import.meta.url);

/** A file of the project that is text. */
export interface TextFile {
  /** From the root of the project, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** The paths of the files that git keeps or would keep, in the order of their code units. */
export function projectPaths(): readonly string[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "-z"],
    {
      cwd: ROOT,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const paths = listed.split("\0").filter((path) => path !== "" && existsSync(new URL(path, ROOT)));
  if (paths.length === 0) throw new Error("git lists no files");
  return [...new Set(paths)].sort();
}

/** The text files of the project whose paths match. Throws when there are none: a test would hold for nothing. */
export function textFiles(matching: RegExp): readonly TextFile[] {
  const found = projectPaths()
    .filter((path) => matching.test(path))
    .map((path) => ({ path, text: readFileSync(new URL(path, ROOT), "utf8") }))
    .filter(({ text }) => !text.includes("\0"));
  if (found.length === 0) throw new Error(`no file matches ${String(matching)}`);
  return found;
}

/** Each place where a pattern is found, as `path:line: what was found`. */
export function placesOf(pattern: RegExp, files: readonly TextFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map((found) => {
      const line = text.slice(0, found.index).split("\n").length;
      return `${path}:${line}: ${found[0].trim()}`;
    }),
  );
}
