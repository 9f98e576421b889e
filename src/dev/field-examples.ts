import { readFileSync } from "node:fs";
import type { GeneratedFile } from "./generated-file.ts";

interface Property {
  readonly examples?: readonly unknown[];
}

interface Definition {
  readonly properties?: Readonly<Record<string, Property>>;
}

/** Keys that stand in every block beside what it says, and are never asked for by themselves. */
const BESIDE: ReadonlySet<string> = new Set(["evidence", "date", "by", "note", "because"]);

/** The examples that the register schema gives for each field, for those who ask for an answer. */
export function generateFieldExamples(): GeneratedFile {
  const schema = JSON.parse(readFileSync("schemas/register.schema.json", "utf8")) as {
    readonly $defs: Readonly<Record<string, Definition>>;
  };
  const examples: Record<string, readonly unknown[]> = {};
  for (const [name, { properties = {} }] of Object.entries(schema.$defs)) {
    for (const [field, { examples: given }] of Object.entries(properties)) {
      // The long form of a block is a definition of its own, and its fields are the block's.
      const key = `${name.replace(/-object$/u, "")}.${field}`;
      if (given !== undefined && !BESIDE.has(field)) examples[key] = given;
    }
  }
  const text = [
    "// Generated from schemas/register.schema.json by npm run generate. Do not edit.",
    'import type { Raw } from "./values.ts";',
    "",
    "/** Examples of what a field may hold, by the name of its block's shape and its own. */",
    `export const FIELD_EXAMPLES: Readonly<Record<string, readonly Raw[]>> = ${JSON.stringify(examples)};`,
    "",
  ].join("\n");
  return { path: "src/model/field-examples.ts", text, kept: true };
}
