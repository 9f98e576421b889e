import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const SCHEMA = new URL("../../../schemas/register.schema.json", import.meta.url);

/** What a register value has against the format's schema: nothing when it is valid. */
export function makeRegisterCheck(): (register: unknown) => readonly string[] {
  const schema: unknown = JSON.parse(readFileSync(SCHEMA, "utf8"));
  if (typeof schema !== "object" || schema === null) throw new Error("no schema");
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);
  return (register) =>
    validate(register)
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message = "", params }) =>
            `${instancePath} ${message} ${JSON.stringify(params)}`,
        );
}
