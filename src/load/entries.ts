import type { Place } from "../model/diagnostic.ts";
import type { RegisterList } from "../model/lists.ts";
import type { Entry } from "../model/register.ts";
import type { RawObject } from "../model/values.ts";
import { rawText } from "../model/values.ts";

/** The entries of all files of one register, before they become its model. */
export interface Collected {
  organisation: Entry | undefined;
  readonly lists: Readonly<Record<RegisterList, Entry[]>>;
}

export function emptyCollection(): Collected {
  return {
    organisation: undefined,
    lists: {
      functions: [],
      resources: [],
      suppliers: [],
      contracts: [],
      actions: [],
      decisions: [],
    },
  };
}

export function entryOf(raw: RawObject, file: string, pointer: string): Entry {
  return { id: rawText(raw["id"]), raw, place: { file, pointer, part: "value" } };
}

/** The place of one field of an entry. */
export function placeIn(entry: Entry, path: string, part: "key" | "value" = "value"): Place {
  return { ...entry.place, pointer: `${entry.place.pointer}/${path}`, part };
}
