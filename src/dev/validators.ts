import { readFileSync, readdirSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import type { GeneratedFile } from "./generated-file.ts";

/** Entries of a register that are checked one at a time, so that a large file never stands whole in memory. */
const REGISTER_PARTS = [
  "organisation",
  "function",
  "resource",
  "supplier",
  "contract",
  "action",
  "decision",
] as const;

/** Kinds of document that are read. What we only write is checked by the tests. */
const CHECKED_AT_RUN_TIME: ReadonlySet<string> = new Set([
  "register",
  "policy",
  "strategy",
  "baseline",
  "criterion",
  "adjustment",
  "profile",
]);

/**
 * The schemas compiled to plain code: constructing ajv and compiling at start costs ten times the
 * time of loading this. One module per schema, so that a command loads only what it checks.
 */
export async function generateValidators(): Promise<readonly GeneratedFile[]> {
  const files: GeneratedFile[] = [];
  for (const name of readdirSync("schemas").sort()) {
    const kind = /^(.+)\.schema\.json$/u.exec(name)?.[1];
    if (kind === undefined || !CHECKED_AT_RUN_TIME.has(kind)) continue;
    const schema = JSON.parse(readFileSync(`schemas/${name}`, "utf8")) as { $id: string };
    files.push({
      path: `src/schema/generated/${kind}.js`,
      text: await compile(schema, kind === "register" ? REGISTER_PARTS : []),
      kept: false,
    });
  }
  return files;
}

async function compile(schema: { $id: string }, parts: readonly string[]): Promise<string> {
  const bare = withoutAnnotations(schema) as typeof schema;
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: false },
  });
  ajv.addSchema(bare);
  const names: Record<string, string> = { whole: schema.$id };
  for (const part of parts) {
    const $id = `part-${part}`;
    ajv.addSchema({ $id, $ref: `${schema.$id}#/$defs/${part}` });
    names[`part_${part}`] = $id;
  }
  const bundled = await build({
    stdin: { contents: standaloneCode.default(ajv, names), resolveDir: "." },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
    minify: true,
  });
  return bundled.outputFiles[0]?.text ?? "";
}

const ANNOTATIONS: ReadonlySet<string> = new Set(["title", "description", "examples"]);

/** The schema without what only people and editors read: half the size, the same judgement. */
function withoutAnnotations(schema: unknown, inProperties = false): unknown {
  if (Array.isArray(schema)) return schema.map((each) => withoutAnnotations(each));
  if (typeof schema !== "object" || schema === null) return schema;
  const kept = Object.entries(schema).filter(([key]) => inProperties || !ANNOTATIONS.has(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, withoutAnnotations(value, !inProperties && NAMED.has(key))]),
  );
}

/** Keywords whose own keys are names, not keywords. */
const NAMED: ReadonlySet<string> = new Set(["properties", "$defs", "patternProperties"]);
