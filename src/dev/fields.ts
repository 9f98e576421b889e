import { readFileSync } from "node:fs";
import type { GeneratedFile } from "./generated-file.ts";

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** Definitions whose name is the kind of value they hold. */
const VALUE_KINDS: Readonly<Record<string, string>> = {
  answer: "answer",
  "secret-answer": "answer",
  "exercise-answer": "answer",
  "yes-no": "answer",
  clause: "clause",
  span: "span",
  "reach-span": "span",
  "span-or-period": "span-or-period",
  period: "period",
  "period-or-days": "period",
  share: "share",
  money: "number",
  count: "number",
  number: "number",
  "per-year": "number",
  day: "day",
  "day-or-none": "day",
  "fixed-day": "day",
  country: "country",
  "country-code": "country",
  currency: "currency",
  cpv: "cpv",
  "business-id": "business-id",
  text: "text",
  reason: "text",
  id: "id",
};

interface Shape {
  kind: string;
  fields?: Record<string, string>;
  item?: string;
  words?: readonly string[];
}

/**
 * The register schema as a table of shapes by name: what kind of value stands where. Reading,
 * checking and the conditions of the catalogue all use it, so that a path is spelled in one place.
 */
export function generateFields(): GeneratedFile {
  const schema = JSON.parse(readFileSync("schemas/register.schema.json", "utf8")) as Schema;
  const definitions = schema.$defs ?? {};
  const shapes: Record<string, Shape> = { register: { kind: "block", fields: fieldsOf(schema) } };
  for (const [name, definition] of Object.entries(definitions)) {
    shapes[name] = shapeOf(name, definition, definitions);
  }
  const text = [
    "// Generated from schemas/register.schema.json by npm run generate. Do not edit.",
    'import type { Shape } from "./shape.ts";',
    "",
    "/** Shapes of a register's parts, by the name of their definition in the schema. */",
    `export const SHAPES: Readonly<Record<string, Shape>> = ${JSON.stringify(shapes)};`,
    "",
  ].join("\n");
  return { path: "src/model/fields.ts", text, kept: true };
}

/** Documents of the catalogue that users write, too. */
const CATALOGUE_KINDS = ["criterion", "adjustment", "profile"] as const;

/** Definitions of the catalogue whose name is the kind of value they hold. */
const CATALOGUE_VALUE_KINDS: Readonly<Record<string, string>> = {
  text: "text",
  id: "id",
  day: "day",
  "greatest-age": "period",
};

/** The catalogue's schemas as shapes, named `criterion/proof` and so on: what key is meant by a misspelled one. */
export function generateCatalogueFields(): GeneratedFile {
  const shapes: Record<string, Shape> = {};
  for (const kind of CATALOGUE_KINDS) {
    const schema = JSON.parse(readFileSync(`schemas/${kind}.schema.json`, "utf8")) as Schema;
    const definitions = schema.$defs ?? {};
    const within = ({ kind: value, fields, item, words }: Shape): Shape => ({
      kind: value,
      ...(fields === undefined
        ? {}
        : {
            fields: Object.fromEntries(
              Object.entries(fields).map(([key, name]) => [key, `${kind}/${name}`]),
            ),
          }),
      ...(item === undefined ? {} : { item: `${kind}/${item}` }),
      ...(words === undefined ? {} : { words }),
    });
    shapes[`${kind}/whole`] = within({ kind: "block", fields: fieldsOf(schema) });
    for (const [name, definition] of Object.entries(definitions)) {
      const shape = shapeOf(name, definition, definitions, CATALOGUE_VALUE_KINDS);
      shapes[`${kind}/${name}`] = within(shape);
    }
  }
  const text = [
    "// Generated from the catalogue's schemas by npm run generate. Do not edit.",
    'import type { Shape } from "./shape.ts";',
    "",
    "/** Shapes of the catalogue's documents, by kind and name of their definition in the schema. */",
    `export const CATALOGUE_SHAPES: Readonly<Record<string, Shape>> = ${JSON.stringify(shapes)};`,
    "",
  ].join("\n");
  return { path: "src/model/catalogue-fields.ts", text, kept: true };
}

function shapeOf(
  name: string,
  schema: Schema,
  definitions: Readonly<Record<string, Schema>>,
  kinds = VALUE_KINDS,
): Shape {
  const kind = kinds[name];
  const parts = unfold(schema, definitions);
  const fields = Object.assign({}, ...parts.map((part) => fieldsOf(part))) as Record<
    string,
    string
  >;
  const item = parts.map((part) => part.items).find((each) => each !== undefined);
  const words = parts
    .flatMap((part) => part.enum ?? [])
    .filter((word): word is string => typeof word === "string");
  const shape: Shape = { kind: kind ?? guessKind(parts, item, fields, words) };
  if (Object.keys(fields).length > 0) shape.fields = fields;
  if (item !== undefined) shape.item = nameOf(item) ?? "text";
  if (words.length > 0) shape.words = [...new Set(words)];
  return shape;
}

function guessKind(
  parts: readonly Schema[],
  item: Schema | undefined,
  fields: Readonly<Record<string, string>>,
  words: readonly string[],
): string {
  if (item !== undefined) return "list";
  if (Object.keys(fields).length > 0) return "block";
  if (words.length > 0) return "word";
  const types = parts.flatMap((part) => part.type ?? []);
  return types.includes("number") || types.includes("integer") ? "number" : "text";
}

/** The schema and every schema it may stand for by if, then and else. */
function unfold(schema: Schema, definitions: Readonly<Record<string, Schema>>): readonly Schema[] {
  const target = schema.$ref === undefined ? undefined : definitions[nameOf(schema) ?? ""];
  const next = [target, schema.then, schema.else].filter((each) => each !== undefined);
  return [schema, ...next.flatMap((each) => unfold(each, definitions))];
}

function fieldsOf(schema: Schema): Record<string, string> {
  const named = Object.entries(schema.properties ?? {}).map(([key, property]) => [
    key,
    nameOf(property) ?? "text",
  ]);
  return Object.fromEntries(named) as Record<string, string>;
}

function nameOf(schema: Schema): string | undefined {
  return /^#\/\$defs\/(.+)$/u.exec(schema.$ref ?? "")?.[1];
}
