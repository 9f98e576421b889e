import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AnySchemaObject } from "ajv";
import { Ajv } from "ajv";

const require = createRequire(import.meta.url);

/**
 * What is wrong with a log by the standard's own schema of SARIF 2.1.0; empty when nothing is. The schema
 * is written in draft 4: it names itself with `id`, and has a pattern that is none in Unicode mode.
 */
export function sarifFaults(log: unknown): readonly string[] {
  const path = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const { id, $schema, ...schema } = JSON.parse(readFileSync(path, "utf8")) as AnySchemaObject;
  if (!String(id).includes("sarif-2.1.0") || !String($schema).includes("draft-04"))
    throw new Error("the package holds another schema");
  const check = new Ajv({
    allErrors: true,
    strict: false,
    unicodeRegExp: false,
    formats: {
      uri: (text) => URL.canParse(text),
      "uri-reference": isReference,
      "date-time": isMoment,
    },
  }).compile(schema);
  if (check(log)) return [];
  return (check.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ""}`,
  );
}

/** RFC 3986: no space, no sign that must be encoded, no `%` that encodes nothing. */
function isReference(text: string): boolean {
  return /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\dA-Fa-f]{2})*$/u.test(text);
}

function isMoment(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}
