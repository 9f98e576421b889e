import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { generateFactIndex } from "./facts.ts";
import { generateFields } from "./fields.ts";
import { generateValidators } from "./validators.ts";

/** A generated file: its path from the project's root, its text, and whether git keeps it. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
  readonly kept: boolean;
}

const files: readonly GeneratedFile[] = [generateFields(), generateFactIndex(), ...(await generateValidators())];

const check = process.argv.includes("--check");
let stale = 0;
for (const file of files) {
  const before = existsSync(file.path) ? readFileSync(file.path, "utf8") : undefined;
  if (before === file.text) continue;
  if (check && file.kept) {
    process.stderr.write(`${file.path} is not fresh: run npm run generate\n`);
    stale += 1;
    continue;
  }
  mkdirSync(dirname(file.path), { recursive: true });
  writeFileSync(file.path, file.text);
}
if (stale > 0) process.exitCode = 1;
