import { shapeAt } from "../model/shapes.ts";
import type { Raw } from "../model/values.ts";
import { isRawList, isRawObject } from "../model/values.ts";

/** Shapes that hold the id of another entry: an example's ids are not those of the register at hand. */
const REFERENCE = /(?<!business)-(?:ref|ids?)$/u;

/** An example of the shape `name` without what refers to other entries; undefined where nothing is left. */
export function withoutReferences(value: Raw, name: string): Raw | undefined {
  if (REFERENCE.test(name)) return undefined;
  if (isRawList(value)) {
    const item = shapeAt(name, ["0"])?.name ?? name;
    const kept = value.flatMap((each) => {
      const left = withoutReferences(each, item);
      // Not by `flatMap` alone, which would open a list in the list.
      return left === undefined ? [] : [left];
    });
    return kept.length === 0 ? undefined : kept;
  }
  if (!isRawObject(value)) return value;
  const fields = Object.entries(value).flatMap(([key, each]) => {
    const below = shapeAt(name, [key])?.name;
    const left = below === undefined || each === undefined ? each : withoutReferences(each, below);
    return left === undefined ? [] : [[key, left] as const];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}
