import type { Criterion } from "../model/criterion.ts";
import type { Platform } from "../model/platform.ts";
import type { Raw, RawObject } from "../model/values.ts";
import { isRawObject } from "../model/values.ts";
import { readFast } from "../source/fast.ts";
import { parseCriterion } from "./parse-criterion.ts";

/** Paths of our criteria from the tool's home, by id: the name of the file. */
export function criterionFiles(platform: Platform): ReadonlyMap<string, string> {
  return byName(filesUnder(platform, "templates/criteria"));
}

/** Paths of our profiles from the tool's home, by id. */
export function profileFiles(platform: Platform): ReadonlyMap<string, string> {
  return byName(filesUnder(platform, "templates/profiles"));
}

/** Paths of our clauses' settings from the tool's home. */
export function clauseFiles(platform: Platform): readonly string[] {
  return filesUnder(platform, "templates/clauses");
}

/** Paths of our presets from the tool's home. */
export function presetFiles(platform: Platform): readonly string[] {
  return filesUnder(platform, "templates/presets");
}

/** Paths of the vital functions from the tool's home. */
export function vitalFunctionFiles(platform: Platform): readonly string[] {
  return filesUnder(platform, "templates/vital-functions");
}

/** Ids of the criteria that are shipped. */
export function criterionIds(platform: Platform): ReadonlySet<string> {
  return new Set(criterionFiles(platform).keys());
}

/** Names of the profiles that are shipped. */
export function profileNames(platform: Platform): readonly string[] {
  return [...profileFiles(platform).keys()];
}

/** One of our criteria as its file has it; undefined when we have none of that id. */
export function shippedCriterion(id: string, platform: Platform): Criterion | undefined {
  const path = criterionFiles(platform).get(id);
  return path === undefined
    ? undefined
    : parseCriterion(shippedYaml(path, platform), groupOf(path));
}

/** One of our profiles as its file has it; undefined when we have none of that id. */
export function shippedProfile(id: string, platform: Platform): RawObject | undefined {
  const path = profileFiles(platform).get(id);
  return path === undefined ? undefined : shippedYaml(path, platform);
}

function shippedYaml(path: string, platform: Platform): RawObject {
  return yamlOf(path, new TextDecoder().decode(platform.readFile(`${platform.home}/${path}`)));
}

/** The value of one of our own YAML files. A file of ours that cannot be read is a defect. */
export function yamlOf(path: string, text: string): RawObject {
  const result = readFast(text);
  const value: Raw = result.ok ? result.value : null;
  if (!isRawObject(value)) throw new Error(`${path} is not a YAML map`);
  return value;
}

/** The group of a criterion that names none: the folder of its file. */
export function groupOf(path: string): string {
  return path.split("/").at(-2) ?? "";
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

function byName(paths: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    paths.map((path) => [(path.split("/").at(-1) ?? path).replace(/\.yaml$/u, ""), path]),
  );
}
