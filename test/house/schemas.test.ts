import { readFileSync, readdirSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}

const SCHEMAS = new URL("../../schemas/", import.meta.url);
const names = readdirSync(SCHEMAS).filter((name) => name.endsWith(".json"));

/** Keywords whose schemas only ask a question of a value, and describe nothing to a reader. */
const QUESTIONS = new Set([
  "if",
  "then",
  "else",
  "not",
  "allOf",
  "anyOf",
  "oneOf",
  "dependentSchemas",
]);

interface Part {
  readonly pointer: string;
  readonly schema: JsonObject;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const escaped = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** Every schema inside a document that describes something, with where it stands. */
function partsOf(value: Json | undefined, pointer = ""): readonly Part[] {
  if (Array.isArray(value))
    return value.flatMap((each: Json, at) => partsOf(each, `${pointer}/${at}`));
  if (!isObject(value)) return [];
  const inner = Object.entries(value)
    .filter(
      ([key]) => !QUESTIONS.has(key) && !["examples", "enum", "const", "default"].includes(key),
    )
    .flatMap(([key, each]) => partsOf(each, `${pointer}/${escaped(key)}`));
  return [{ pointer, schema: value }, ...inner];
}

/** The schema of each key that a user may write. */
function propertiesOf(schema: JsonObject): readonly Part[] {
  return partsOf(schema).flatMap(({ pointer, schema: part }) =>
    isObject(part["properties"]) && !pointer.endsWith("/properties")
      ? Object.entries(part["properties"]).map(([key, each]) => ({
          pointer: `${pointer}/properties/${escaped(key)}`,
          schema: isObject(each) ? each : {},
        }))
      : [],
  );
}

test("there are schemas", () => {
  expect(names).toContain("register.schema.json");
});

describe.each(names)("%s", (name) => {
  const text = readFileSync(new URL(name, SCHEMAS), "utf8");
  const schema = JSON.parse(text) as JsonObject;
  const id = typeof schema["$id"] === "string" ? schema["$id"] : "";
  const properties = propertiesOf(schema);
  const ajv = new Ajv2020({
    allErrors: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
  });

  test("is a schema by the 2020-12 metaschema, and says so", () => {
    expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true);
  });

  test("is named and versioned by its file", () => {
    const kind = name.replace(".schema.json", "");
    expect(id).toMatch(new RegExp(`^${kind}-\\d+\\.schema\\.json$`, "u"));
  });

  test("describes every key: a title, a description and an example", () => {
    expect(properties.length).toBeGreaterThan(3);
    const bare = properties.filter(
      ({ schema: each }) =>
        typeof each["title"] !== "string" ||
        typeof each["description"] !== "string" ||
        !Array.isArray(each["examples"]) ||
        each["examples"].length === 0,
    );
    expect(bare.map(({ pointer }) => pointer)).toEqual([]);
  });

  test("takes its own examples", () => {
    ajv.addSchema(schema);
    const refused = partsOf(schema).flatMap(({ pointer, schema: part }) => {
      const examples = part["examples"];
      if (!Array.isArray(examples) || pointer.endsWith("/properties")) return [];
      const accepts = ajv.compile({ $ref: `${id}#${encodeURI(pointer)}` });
      return examples
        .filter((example: Json) => !accepts(example))
        .map((example: Json) => `${pointer}: ${JSON.stringify(example)}`);
    });
    expect(refused).toEqual([]);
  });

  test("is closed: a misspelled key is found", () => {
    const open = partsOf(schema).filter(
      ({ pointer, schema: part }) =>
        isObject(part["properties"]) &&
        !pointer.endsWith("/properties") &&
        part["additionalProperties"] !== false &&
        part["unevaluatedProperties"] !== false,
    );
    expect(open.map(({ pointer }) => pointer)).toEqual([]);
  });
});
