import type { CriticalityClass } from "../model/classes.ts";
import type { Preset } from "../model/preset.ts";
import type { ContractType } from "../model/register.ts";
import type { RawObject } from "../model/values.ts";
import { rawText } from "../model/values.ts";
import { isYes, listIn, perLanguage, sourceOf, textIn } from "./parse-criterion.ts";

/** Presets from their files, by id, each with the clauses of those it extends. A preset of ours that cannot be found is a defect. */
export function parsePresets(files: readonly RawObject[]): ReadonlyMap<string, Preset> {
  const written = new Map(files.map((raw) => [rawText(raw["id"]), raw]));
  return new Map([...written].map(([id, raw]) => [id, presetOf(raw, clausesOf(id, written, []))]));
}

function clausesOf(
  id: string,
  written: ReadonlyMap<string, RawObject>,
  below: readonly string[],
): readonly string[] {
  const raw = written.get(id);
  if (raw === undefined || below.includes(id)) throw new Error(`no preset ${id} to extend`);
  const own = listIn(raw, "clauses").map(String);
  const base = raw["extends"];
  if (typeof base !== "string") return own;
  return [...new Set([...clausesOf(base, written, [...below, id]), ...own])];
}

function presetOf(raw: RawObject, clauses: readonly string[]): Preset {
  return {
    id: rawText(raw["id"]),
    types: listIn(raw, "types") as readonly ContractType[],
    classes: listIn(raw, "classes") as readonly CriticalityClass[],
    clauses,
    statutory: isYes(raw["statutory"]),
    sources: listIn(raw, "sources").map(sourceOf),
    text: perLanguage(raw["text"], (text) => ({
      name: textIn(text, "name"),
      why: textIn(text, "why"),
    })),
  };
}
