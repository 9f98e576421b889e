import type { Level } from "../model/criterion.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Register } from "../model/register.ts";
import type { Raw, RawObject } from "../model/values.ts";
import { explainShapeError } from "../schema/explain.ts";
import { ENTRY_SCHEMAS, REGISTER_SCHEMA } from "../schema/register-schema.ts";
import { shapeErrors } from "../schema/shape-error.ts";
import { buildRegister } from "./build.ts";
import { emptyCollection, entryOf } from "./entries.ts";

const ID = "example";

/** The smallest register in which the entry of an example stands, for a criterion of this level. */
export function exampleRegister(level: Level, given: RawObject, file: string): Register {
  const collected = emptyCollection();
  const isOrganisation = level === "organisation" || level === "portfolio";
  const organisation = { id: ID, name: "-", ...(isOrganisation ? given : {}) };
  collected.organisation = entryOf(organisation, file, "/organisation");
  const suppliers = level === "supplier" ? { suppliers: [ID] } : {};
  const contract = { id: ID, title: "-", ...(level === "contract" ? given : suppliers) };
  collected.lists.contracts.push(entryOf(contract, file, "/contracts/0"));
  if (level === "supplier")
    collected.lists.suppliers.push(entryOf({ id: ID, name: "-", ...given }, file, "/suppliers/0"));
  return buildRegister(collected, undefined, [], (entry) => entry.raw);
}

/** What is wrong with the piece of a register that an example gives. */
export function checkGiven(
  level: Level,
  given: RawObject,
  file: string,
  pointer: string,
): readonly Diagnostic[] {
  const about = (value: Raw, shape: string) => ({ file, pointer, value, shape });
  switch (level) {
    case "contract": {
      const entry = { id: ID, title: "-", ...given };
      const checked = about(entry, "contract");
      return shapeErrors(ENTRY_SCHEMAS.contracts, entry).map((error) =>
        explainShapeError(error, checked),
      );
    }
    case "supplier": {
      const entry = { id: ID, name: "-", ...given };
      const checked = about(entry, "supplier");
      return shapeErrors(ENTRY_SCHEMAS.suppliers, entry).map((error) =>
        explainShapeError(error, checked),
      );
    }
    case "organisation":
    case "portfolio": {
      const organisation = { id: ID, name: "-", ...given };
      const checked = about(organisation, "organisation");
      const whole = { kind: "register", version: 1, organisation };
      return shapeErrors(REGISTER_SCHEMA, whole).map((error) => {
        const inside = error.instancePath.replace(/^\/organisation/u, "");
        return explainShapeError({ ...error, instancePath: inside }, checked);
      });
    }
  }
}
