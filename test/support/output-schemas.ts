import { readFileSync } from "node:fs";
import type { AnySchema } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";

/** What is wrong with a value by one of the schemas in `schemas/`; empty when nothing is. */
export function faultsBy(
  name: "amendment-gate" | "assessment" | "baseline" | "catalogue" | "diagnostics",
): (value: unknown) => readonly string[] {
  const schema = JSON.parse(
    readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), "utf8"),
  ) as AnySchema;
  const check = new Ajv2020({
    allErrors: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
  }).compile(schema);
  return (value) =>
    check(value)
      ? []
      : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}
