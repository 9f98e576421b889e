import type { Raw } from "../model/values.ts";
import { isRawList, isRawObject } from "../model/values.ts";
import { stepsOf } from "./document.ts";
import { splitSections } from "./split.ts";
import { partOf, readPart, stepsInside, wholeOf } from "./text-part.ts";

/** The value at a pointer of a text, read without the rest of the text where that can be cut; undefined when it is not there. */
export function valueIn(text: string, pointer: string): Raw | undefined {
  const steps = stepsOf(pointer);
  const split = splitSections(text);
  const part = (split.ok ? partOf(split.sections, steps) : undefined) ?? wholeOf(text);
  const read = readPart(text, part);
  return read.ok ? valueAt(read.reading.value, stepsInside(part, steps)) : undefined;
}

/** The value that steps lead to; undefined where one of them is not there. */
export function valueAt(value: Raw | undefined, steps: readonly string[]): Raw | undefined {
  let current = value;
  for (const step of steps) {
    if (isRawList(current)) current = current[Number(step)];
    else if (isRawObject(current))
      current = Object.hasOwn(current, step) ? current[step] : undefined;
    else return undefined;
  }
  return current;
}
