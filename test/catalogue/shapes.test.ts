import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { CORE_SCHEMA, load } from "js-yaml";
import { describe, expect, it } from "vitest";

/** Every file of a folder whose name ends so. */
function filesUnder(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();
}

const KINDS = {
  criterion: [
    ...filesUnder("templates/criteria", ".yaml"),
    ...filesUnder("examples/agency/catalogue/criteria", ".yaml"),
  ],
  adjustment: filesUnder("examples/agency/catalogue/adjustments", ".yaml"),
  profile: [
    ...filesUnder("templates/profiles", ".yaml"),
    ...filesUnder("examples/agency/catalogue/profiles", ".yaml"),
  ],
  preset: filesUnder("templates/presets", ".yaml"),
  clause: filesUnder("templates/clauses", "clause.yaml"),
  thresholds: filesUnder("templates/thresholds", ".yaml"),
  "vital-function": filesUnder("templates/vital-functions", ".yaml"),
  policy: [
    ...filesUnder("templates/register", "policy.yaml"),
    // One of the faulty policies is faulty in its shape.
    ...filesUnder("examples", "policy.yaml").filter((name) => !name.includes("C034-")),
  ],
};

describe.each(Object.entries(KINDS))("files of kind %s", (kind, files) => {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
  });
  const schema = JSON.parse(readFileSync(`schemas/${kind}.schema.json`, "utf8")) as object;
  const validate = ajv.compile(schema);

  it("exist", () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)("%s has the shape of its schema", (file) => {
    validate(load(readFileSync(file, "utf8"), { schema: CORE_SCHEMA }));
    expect(validate.errors ?? []).toEqual([]);
  });
});
