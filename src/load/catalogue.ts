import { parseClauseText } from "../draft/clause-text.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Clause, ClauseItem } from "../model/clause.ts";
import type { Criterion } from "../model/criterion.ts";
import { Failure } from "../model/failure.ts";
import type { Platform } from "../model/platform.ts";
import type { Day, Language, RawObject } from "../model/values.ts";
import { LANGUAGES, byCodeUnits } from "../model/values.ts";
import { profileShelf } from "./check-own.ts";
import { layOver } from "./lay-over.ts";
import type { Overlay } from "./overlay.ts";
import { NO_OVERLAY } from "./overlay.ts";
import { parseClause } from "./parse-clause.ts";
import { parseCriterion } from "./parse-criterion.ts";
import { parsePresets } from "./parse-preset.ts";
import { parseProfile } from "./parse-profile.ts";
import { parseVitalFunction } from "./parse-vital-function.ts";
import { wholeProfile } from "./profiles.ts";
import {
  criterionFiles,
  groupOf,
  presetFiles,
  profileFiles,
  vitalFunctionFiles,
  yamlOf,
} from "./shipped.ts";
import { underProfile } from "./under-profile.ts";

/** Version of the catalogue that is shipped: raised when a verdict may change without a change in a register. */
const CATALOGUE_VERSION = "0.2.0";

/** What is laid over the shipped catalogue, and the day on which it is used. */
export interface OverlayInUse {
  readonly overlay: Overlay;
  /** What is over on this day no longer applies. */
  readonly asOf: Day | undefined;
}

/** Reads the catalogue with one of its profiles, and lays the organisation's own over it. A file of ours that cannot be read is a defect. */
export function loadCatalogue(
  platform: Platform,
  profile: string,
  { overlay, asOf }: OverlayInUse = { overlay: NO_OVERLAY, asOf: undefined },
): Catalogue {
  const digest = overlay.files.map(({ path, sha256 }) => `overlay/${path} ${sha256}`);
  const read = (path: string): string => {
    const bytes = platform.readFile(`${platform.home}/${path}`);
    digest.push(`${path} ${platform.sha256(bytes)}`);
    return new TextDecoder().decode(bytes);
  };
  const readYaml = (path: string): RawObject => yamlOf(path, read(path));
  const shipped = [...criterionFiles(platform).values()].map((path) =>
    parseCriterion(readYaml(path), groupOf(path)),
  );
  const clauses = shippedClauses(platform, read, readYaml);
  const presets = parsePresets(presetFiles(platform).map(readYaml));
  const vitalFunctions = vitalFunctionFiles(platform).map((path) =>
    parseVitalFunction(readYaml(path)),
  );
  const files = profileFiles(platform);
  const whole = wholeProfile(
    profile,
    {
      ...profileShelf(overlay.profiles, platform),
      shipped: (id) => (files.has(id) ? readYaml(files.get(id) ?? "") : undefined),
    },
    asOf,
  );
  if (!whole.ok) throw new Failure([whole.fault], 2);
  const chosen = parseProfile({ ...whole.raw, id: profile });
  const laid = layOver(shipped, overlay, whole.own, asOf);
  return {
    version: CATALOGUE_VERSION,
    digest: `sha256:${platform.sha256(new TextEncoder().encode([...new Set(digest)].sort(byCodeUnits).join("\n")))}`,
    criteria: byId(laid.criteria.map((each) => underProfile(each, chosen))),
    clauses: new Map(clauses.map((each) => [each.id, each])),
    presets,
    groups: laid.groups,
    vitalFunctions: new Map(vitalFunctions.map((each) => [each.id, each])),
    profile: chosen,
    overrides: laid.overrides,
  };
}

function byId(criteria: readonly Criterion[]): ReadonlyMap<string, Criterion> {
  const sorted = criteria.toSorted((left, right) => byCodeUnits(left.id, right.id));
  return new Map(sorted.map((each) => [each.id, each]));
}

function shippedClauses(
  platform: Platform,
  read: (path: string) => string,
  readYaml: (path: string) => RawObject,
): readonly Clause[] {
  return platform
    .list(`${platform.home}/templates/clauses`)
    .filter(
      (name) =>
        platform.kindOf(`${platform.home}/templates/clauses/${name}/clause.yaml`) === "file",
    )
    .map((name) => {
      const folder = `templates/clauses/${name}`;
      return parseClause(readYaml(`${folder}/clause.yaml`), itemsIn(folder, read));
    });
}

/** The clauses that are shipped, by id. */
export function loadClauses(platform: Platform): ReadonlyMap<string, Clause> {
  const read = (path: string): string =>
    new TextDecoder().decode(platform.readFile(`${platform.home}/${path}`));
  const clauses = shippedClauses(platform, read, (path) => yamlOf(path, read(path)));
  return new Map(clauses.map((each) => [each.id, each]));
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
