import { readFileSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Loaded } from "../../src/load/register.ts";
import { loadRegister } from "../../src/load/register.ts";
import { isError } from "../../src/model/diagnostic.ts";
import type { Register } from "../../src/model/register.ts";
import { memoryPlatform, TODAY } from "./memory-platform.ts";
import { SHIPPED } from "./shipped-catalogue.ts";

/** The register in some files, by path, read as the tool reads it; a mistake in them fails the test. */
export function loadFiles(
  files: Readonly<Record<string, string>>,
): Loaded & { readonly register: Register } {
  const criteria = new Set(SHIPPED.criteria.keys());
  const loaded = loadRegister(["r"], memoryPlatform(inFolder(files)), { today: TODAY, criteria });
  const { register } = loaded;
  if (register === undefined) {
    throw new Error(
      loaded.diagnostics
        .filter(isError)
        .map((each) => JSON.stringify(each))
        .join("\n"),
    );
  }
  return { ...loaded, register };
}

function inFolder(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`r/${path}`, text]));
}

const HEAD = "kind: register\nversion: 1\n";
const ORGANISATION = "organisation: { id: test-buyer, name: The buyer }\n";

/** A register from YAML without its first lines; an organisation is put in where none is written. */
export function registerOf(yaml: string): Register {
  const organisation = /^organisation:/mu.test(yaml) ? "" : ORGANISATION;
  return loadFiles({ "register.yaml": `${HEAD}${organisation}${yaml}` }).register;
}

/** A register from entries written as values. */
export function registerFrom(entries: Readonly<Record<string, unknown>>): Register {
  return loadFiles({ "register.yaml": textOf(entries) }).register;
}

/** Entries written as values, as the text of a file (JSON is YAML). */
export function textOf(entries: Readonly<Record<string, unknown>>): string {
  const organisation = { id: "test-buyer", name: "The buyer" };
  return JSON.stringify({ kind: "register", version: 1, organisation, ...entries }, null, 1);
}

const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));

/** The files of one of the example registers, by path in its folder. */
export function exampleFiles(name: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  const collect = (inside: string): void => {
    for (const each of readdirSync(`${EXAMPLES}/${name}/${inside}`).sort()) {
      const path = inside === "" ? each : `${inside}/${each}`;
      if (statSync(`${EXAMPLES}/${name}/${path}`).isDirectory()) collect(path);
      else if (path.endsWith(".yaml"))
        files[path] = readFileSync(`${EXAMPLES}/${name}/${path}`, "utf8");
    }
  };
  collect("");
  return files;
}
