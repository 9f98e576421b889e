import type { RegisterList } from "../model/lists.ts";
import type { CompiledSchema } from "./shape-error.ts";
// @ts-expect-error -- generated JavaScript without types
import * as generated from "./generated/register.js";

const compiled = generated as Readonly<Record<string, CompiledSchema>>;

function schemaNamed(name: string): CompiledSchema {
  const schema = compiled[name];
  if (schema === undefined) throw new Error(`no compiled schema ${name}`);
  return schema;
}

/** The schema of a whole register file, its lists left out. */
export const REGISTER_SCHEMA: CompiledSchema = schemaNamed("whole");

/** The schemas of the entries of a register's lists. */
export const ENTRY_SCHEMAS: Readonly<Record<RegisterList, CompiledSchema>> = {
  functions: schemaNamed("part_function"),
  resources: schemaNamed("part_resource"),
  suppliers: schemaNamed("part_supplier"),
  contracts: schemaNamed("part_contract"),
  actions: schemaNamed("part_action"),
  decisions: schemaNamed("part_decision"),
};
