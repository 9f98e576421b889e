import type { Zippable } from "fflate";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Day } from "../model/values.ts";

/** The first moment a zip file can hold, in local time as zip files count: the same bytes in every zone. */
const ZIP_EPOCH = "1980-01-01T00:00:00";
const CONTENT_TYPES = "[Content_Types].xml";
const CORE = "docProps/core.xml";
const RELATIONSHIPS = /^(.*\/)?_rels\/([^/]+)\.rels$/u;

/**
 * An Office file packed anew so that equal content gives equal bytes: parts in a fixed order with
 * a fixed time, the dates in its properties set to `day`, and random relationship ids (`rId` and
 * letters) replaced by counted ones.
 */
export function stabiliseOfficeFile(bytes: Uint8Array, day: Day): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(bytes)));
  const core = parts.get(CORE);
  if (core !== undefined) parts.set(CORE, strToU8(fixDates(strFromU8(core), day)));
  for (const path of [...parts.keys()].sort()) fixRelationships(parts, path);
  return pack(parts);
}

/** Parts by path, all of them text, as an Office file: equal parts give equal bytes. */
export function packOfficeFile(parts: ReadonlyMap<string, string>): Uint8Array {
  return pack(new Map([...parts].map(([path, text]) => [path, strToU8(text)])));
}

function pack(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const zippable: Zippable = {};
  const others = [...parts.keys()].filter((path) => path !== CONTENT_TYPES).sort();
  for (const path of [CONTENT_TYPES, ...others]) {
    const part = parts.get(path);
    if (part !== undefined) zippable[path] = part;
  }
  return zipSync(zippable, { level: 9, mtime: ZIP_EPOCH, os: 0 });
}

function fixDates(core: string, day: Day): string {
  return core.replace(
    /(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/gu,
    `$1${day}T00:00:00Z$3`,
  );
}

/** Ids that a package counts itself stay; the random ones are counted in the order of the file. */
function fixRelationships(parts: Map<string, Uint8Array>, path: string): void {
  const [, folder = "", name = ""] = RELATIONSHIPS.exec(path) ?? [];
  const relations = parts.get(path);
  const owner = parts.get(`${folder}${name}`);
  if (name === "" || relations === undefined || owner === undefined) return;
  const relationText = strFromU8(relations);
  const fixed = new Map<string, string>();
  for (const [, id = ""] of relationText.matchAll(RELATION_ID)) {
    if (!COUNTED.test(id)) fixed.set(id, `rIdLink${String(fixed.size + 1)}`);
  }
  if (fixed.size === 0) return;
  const replaceId = (written: string, id: string): string =>
    written.replace(id, fixed.get(id) ?? id);
  parts.set(path, strToU8(relationText.replace(RELATION_ID, replaceId)));
  parts.set(`${folder}${name}`, strToU8(strFromU8(owner).replace(REFERRED_ID, replaceId)));
}

const RELATION_ID = / Id="(rId[^"]*)"/gu;
const REFERRED_ID = / r:id="(rId[^"]*)"/gu;
const COUNTED = /^rId\d+$/u;
