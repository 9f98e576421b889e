import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Raw, RawObject } from "../model/values.ts";
import { isRawList, isRawObject, parseDay } from "../model/values.ts";
import type { OwnKind } from "../schema/catalogue-schemas.ts";
import { CATALOGUE_SCHEMAS } from "../schema/catalogue-schemas.ts";
import { explainShapeError } from "../schema/explain.ts";
import { shapeErrors } from "../schema/shape-error.ts";

/** Faults that only the count of keys in a condition gives. */
const OF_CONDITIONS: ReadonlySet<string> = new Set(["minProperties", "maxProperties"]);

/** Whether a document of the catalogue has the shape of its schema, and the days in it exist. */
export function checkShape(raw: RawObject, kind: OwnKind, file: string): readonly Diagnostic[] {
  const shape = `${kind}/whole`;
  const faults = shapeErrors(CATALOGUE_SCHEMAS[kind], raw).map((error) => {
    const isCondition = /^\/(?:met|applies|partial|.*\/when)(?:\/|$)/u.test(error.instancePath);
    if (isCondition && OF_CONDITIONS.has(error.keyword))
      return diagnose("C004", {}, { file, pointer: error.instancePath, part: "value" });
    return explainShapeError(error, { file, pointer: "", value: raw, shape });
  });
  return faults.length > 0 ? faults : missingDays(raw, "", file);
}

const DAY_KEYS: ReadonlySet<string> = new Set(["until", "checked", "review-by"]);

function missingDays(value: Raw | undefined, pointer: string, file: string): readonly Diagnostic[] {
  if (isRawList(value))
    return value.flatMap((each, index) => missingDays(each, `${pointer}/${index}`, file));
  if (!isRawObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    // What an example gives is checked as a piece of a register.
    if (key === "given") return [];
    const at = `${pointer}/${key}`;
    if (!DAY_KEYS.has(key) || typeof each !== "string") return missingDays(each, at, file);
    const place = { file, pointer: at, part: "value" } as const;
    return parseDay(each) === undefined ? [diagnose("S009", { value: each }, place)] : [];
  });
}
