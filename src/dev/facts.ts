import { readFileSync, readdirSync } from "node:fs";
import type { GeneratedFile } from "./generated-file.ts";

/** The index of facts, from the folder: adding a fact touches one file. */
export function generateFactIndex(): GeneratedFile {
  const found = readdirSync("src/assess/facts")
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => {
      const source = readFileSync(`src/assess/facts/${name}`, "utf8");
      const constant = /export const (\w+): Fact = \{/u.exec(source)?.[1];
      if (constant === undefined) throw new Error(`src/assess/facts/${name} exports no fact`);
      return { name, constant };
    });
  const text = [
    "// Generated from the folder facts by npm run generate. Do not edit.",
    'import type { Fact } from "./fact.ts";',
    ...found.map(({ name, constant }) => `import { ${constant} } from "./facts/${name}";`),
    "",
    "/** Every fact that conditions may name. */",
    "export const FACTS: readonly Fact[] = [",
    ...found.map(({ constant }) => `  ${constant},`),
    "];",
    "",
  ].join("\n");
  return { path: "src/assess/facts.ts", text, kept: true };
}
