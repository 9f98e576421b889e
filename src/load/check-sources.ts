import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Day, RawObject } from "../model/values.ts";
import { isRawObject, monthsBetween, parseDay, rawText } from "../model/values.ts";
import { listIn } from "./parse-criterion.ts";

/** How long sources count as read, and on which day that is asked. */
export interface SourceAge {
  readonly months: number;
  readonly asOf: Day;
}

/** Which sources of a document must be read again, or do not say when they were. */
export function checkSources(
  raw: RawObject,
  file: string,
  { months, asOf }: SourceAge,
): readonly Diagnostic[] {
  return listIn(raw, "sources").flatMap((source, index): readonly Diagnostic[] => {
    if (!isRawObject(source)) return [];
    const act = rawText(source["act"]);
    const at = (key: string): Place => ({
      file,
      pointer: `/sources/${index}/${key}`,
      part: "value",
    });
    const checked = parseDay(rawText(source["checked"]));
    const reviewBy = parseDay(rawText(source["review-by"]));
    if (reviewBy !== undefined && reviewBy < asOf)
      return [diagnose("C025", { act, "review-by": reviewBy }, at("review-by"))];
    if (checked === undefined)
      return source["mark"] === "V" ? [diagnose("C024", { act }, at("mark"))] : [];
    return monthsBetween(checked, asOf) > months
      ? [diagnose("C023", { act, checked, months }, at("checked"))]
      : [];
  });
}
