import type { Day, Raw, RawObject } from "../model/values.ts";
import { isRawList, isRawObject } from "../model/values.ts";
import type { Reading } from "./reading.ts";
import { isDatedLater } from "./reading.ts";

/** The items of a recorded list; undefined where no list is recorded. */
export function itemsIn(reading: Reading): readonly RawObject[] | undefined {
  if (reading.state !== "known" || !isRawList(reading.value)) return undefined;
  return reading.value.filter(isRawObject);
}

/** The items of a recorded list that were known on a day; undefined where no list is recorded. */
export function itemsKnownOn(asOf: Day, reading: Reading): readonly RawObject[] | undefined {
  return itemsIn(reading)?.filter((item) => !isDatedLater(item, asOf));
}

/** What a field of an item says; true and false are yes and no, a blank is undefined. */
export function saidIn(item: RawObject, field: string): Raw | undefined {
  const value = item[field];
  if (value === null || value === "unknown") return undefined;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value;
}
