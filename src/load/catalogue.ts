import { parseClauseText } from "../draft/clause-text.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { ClauseItem } from "../model/clause.ts";
import type { Platform } from "../model/platform.ts";
import type { Language, Raw, RawObject } from "../model/values.ts";
import { LANGUAGES, byCodeUnits, isRawObject } from "../model/values.ts";
import { readFast } from "../source/fast.ts";
import { parseClause } from "./parse-clause.ts";
import { parseCriterion } from "./parse-criterion.ts";
import { parseProfile } from "./parse-profile.ts";
import { parseVitalFunction } from "./parse-vital-function.ts";

/** Version of the catalogue that is shipped: raised when a verdict may change without a change in a register. */
const CATALOGUE_VERSION = "0.2.0";

/** Ids of the criteria that are shipped: the names of their files. */
export function criterionIds(platform: Platform): ReadonlySet<string> {
  return new Set(filesUnder(platform, "templates/criteria").map((path) => nameOf(path)));
}

/** Names of the profiles that are shipped. */
export function profileNames(platform: Platform): readonly string[] {
  return filesUnder(platform, "templates/profiles").map(nameOf);
}

/** Reads the shipped catalogue with one of its profiles. A file of ours that cannot be read is a defect. */
export function loadCatalogue(platform: Platform, profile: string): Catalogue {
  const digest: string[] = [];
  const read = (path: string): string => {
    const bytes = platform.readFile(`${platform.home}/${path}`);
    digest.push(`${path} ${platform.sha256(bytes)}`);
    return new TextDecoder().decode(bytes);
  };
  const readYaml = (path: string): RawObject => yamlOf(path, read(path));
  const criteria = filesUnder(platform, "templates/criteria").map((path) =>
    parseCriterion(readYaml(path), path.split("/").at(-2) ?? ""),
  );
  const clauses = platform
    .list(`${platform.home}/templates/clauses`)
    .filter(
      (name) =>
        platform.kindOf(`${platform.home}/templates/clauses/${name}/clause.yaml`) === "file",
    )
    .map((name) => {
      const folder = `templates/clauses/${name}`;
      return parseClause(readYaml(`${folder}/clause.yaml`), itemsIn(folder, read));
    });
  const vitalFunctions = filesUnder(platform, "templates/vital-functions").map((path) =>
    parseVitalFunction(readYaml(path)),
  );
  const chosen = parseProfile(readYaml(`templates/profiles/${profile}.yaml`));
  return {
    version: CATALOGUE_VERSION,
    digest: `sha256:${platform.sha256(new TextEncoder().encode(digest.sort(byCodeUnits).join("\n")))}`,
    criteria: new Map(
      criteria.sort((left, right) => byCodeUnits(left.id, right.id)).map((each) => [each.id, each]),
    ),
    clauses: new Map(clauses.map((each) => [each.id, each])),
    profile: chosen,
    vitalFunctions: new Map(vitalFunctions.map((each) => [each.id, each])),
    overrides: [],
  };
}

/** The definitions that all clauses share. */
export function loadDefinitions(platform: Platform, language: Language): readonly ClauseItem[] {
  const path = `templates/clauses/definitions/${language}.md`;
  const text = new TextDecoder().decode(platform.readFile(`${platform.home}/${path}`));
  return itemsOf(path, text);
}

function itemsIn(
  folder: string,
  read: (path: string) => string,
): Readonly<Record<Language, readonly ClauseItem[]>> {
  return Object.fromEntries(
    LANGUAGES.map((language) => {
      const path = `${folder}/${language}.md`;
      return [language, itemsOf(path, read(path))];
    }),
  ) as Record<Language, readonly ClauseItem[]>;
}

function itemsOf(path: string, text: string): readonly ClauseItem[] {
  const parsed = parseClauseText(text);
  if (!parsed.ok)
    throw new Error(`${path}:${parsed.problems[0]?.line}: ${parsed.problems[0]?.fault}`);
  return parsed.items;
}

/** The value of one of our own YAML files. */
export function yamlOf(path: string, text: string): RawObject {
  const result = readFast(text);
  const value: Raw = result.ok ? result.value : null;
  if (!isRawObject(value)) throw new Error(`${path} is not a YAML map`);
  return value;
}

function filesUnder(platform: Platform, folder: string): readonly string[] {
  return platform.list(`${platform.home}/${folder}`).flatMap((name): readonly string[] => {
    const path = `${folder}/${name}`;
    if (name.endsWith(".yaml")) return [path];
    return platform.kindOf(`${platform.home}/${path}`) === "folder"
      ? filesUnder(platform, path)
      : [];
  });
}

function nameOf(path: string): string {
  return (path.split("/").at(-1) ?? path).replace(/\.yaml$/u, "");
}
