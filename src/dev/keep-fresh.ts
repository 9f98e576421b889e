import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { GeneratedFile } from "./generated-file.ts";

/**
 * Writes the files that are not as they should be; with `--check` on the command line those that git keeps
 * are only named, and the run fails.
 */
export function keepFresh(files: readonly GeneratedFile[]): void {
  for (const { path, text, kept } of files) {
    const before = existsSync(path) ? readFileSync(path, "utf8") : undefined;
    if (before === text || (kept && isStale(path))) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** Takes away what lies in a folder of generated files and is generated no more. */
export function keepOnly(folder: string, files: readonly GeneratedFile[]): void {
  if (!existsSync(folder)) return;
  const wanted = new Set(files.map(({ path }) => path));
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = `${folder}/${name.replaceAll("\\", "/")}`;
    if (path.endsWith(".md") && !wanted.has(path) && !isStale(path)) rmSync(path);
  }
}

/** True, and said, where files are only to be checked. */
function isStale(path: string): boolean {
  if (!process.argv.includes("--check")) return false;
  process.stderr.write(`${path} is not fresh: run npm run generate\n`);
  process.exitCode = 1;
  return true;
}
