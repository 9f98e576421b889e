import type { Diagnostic } from "../model/diagnostic.ts";
import type { Raw, RawObject } from "../model/values.ts";
import type { SourceDocument } from "../source/document.ts";

/** A small document as one map, or the fault that stops its reading. */
export type DocumentRead =
  | { readonly ok: true; readonly raw: RawObject }
  | { readonly ok: false; readonly fault: Diagnostic };

/** Reads a document whole: for those that are no register, and never long. */
export function readDocument(document: SourceDocument): DocumentRead {
  // Without prototypes, so that keys such as `constructor` are keys like any other.
  const raw = Object.create(null) as Record<string, Raw>;
  const lists = Object.create(null) as Record<string, Raw[]>;
  const fault = document.read((key, index, value) => {
    if (index === undefined) raw[key] = value;
    else (lists[key] ??= []).push(value);
  });
  return fault === undefined ? { ok: true, raw: { ...raw, ...lists } } : { ok: false, fault };
}
