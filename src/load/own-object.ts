import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Day, RawObject } from "../model/values.ts";
import { parseDay, rawText } from "../model/values.ts";

/** Something that the organisation decided otherwise than the catalogue: what, why, who and until when. */
export interface OwnObject {
  readonly id: string;
  readonly raw: RawObject;
  readonly place: Place;
  readonly because: string;
  /** A role. */
  readonly by: string;
  /** The last day on which it applies; undefined: until further notice. */
  readonly until: Day | undefined;
}

/** An own object from a document that has the shape of its schema. */
export function ownObject(id: string, raw: RawObject, file: string): OwnObject {
  const { until } = raw;
  return {
    id,
    raw,
    place: { file, pointer: "", part: "value" },
    because: rawText(raw["because"]).trim(),
    by: rawText(raw["by"]).trim(),
    until: typeof until === "string" ? parseDay(until) : undefined,
  };
}

/** Whoever decides otherwise says why, and in which role. */
export function checkReasons(raw: RawObject, file: string): readonly Diagnostic[] {
  return ["because", "by"]
    .filter((key) => raw[key] === undefined)
    .map((key) => diagnose("C013", { key }, { file, pointer: "/kind", part: "key" }));
}

/** True while it applies: to the end of its last day. */
export function applies({ until }: OwnObject, asOf: Day): boolean {
  return until === undefined || until >= asOf;
}
