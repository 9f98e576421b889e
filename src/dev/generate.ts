import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { generateFactIndex } from "./facts.ts";
import { generateFieldExamples } from "./field-examples.ts";
import { generateCatalogueFields, generateFields } from "./fields.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { generateValidators } from "./validators.ts";

const files: readonly GeneratedFile[] = [
  generateFields(),
  generateFieldExamples(),
  generateCatalogueFields(),
  generateFactIndex(),
  ...(await generateValidators()),
];

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
