import type { Diagnostic, Place, Span } from "../model/diagnostic.ts";
import type { Platform } from "../model/platform.ts";
import type { Day, Language } from "../model/values.ts";
import { checkOverlay } from "./check-overlay.ts";
import { checkShipped } from "./check-shipped.ts";
import type { SourceDocument } from "../source/document.ts";

/** What was looked at, what is wrong with it, and where that stands. */
export interface CatalogueUnderCheck {
  readonly files: number;
  readonly criteria: number;
  readonly examples: number;
  readonly diagnostics: readonly Diagnostic[];
  /** The policy's language, where an organisation's own catalogue is checked. */
  readonly language: Language | undefined;
  readonly locate: (place: Place) => Span | undefined;
  readonly lineOf: (file: string, line: number) => string | undefined;
}

/** What a check found, with the documents in which it found it. */
export interface Check {
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly criteria: number;
  readonly examples: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly language: Language | undefined;
}

/** Checks the shipped catalogue, or what an organisation lays over it. */
export function checkedCatalogue(
  folder: string | undefined,
  asOf: Day,
  platform: Platform,
): CatalogueUnderCheck {
  const check =
    folder === undefined ? checkShipped(asOf, platform) : checkOverlay(folder, asOf, platform);
  const { documents, ...found } = check;
  return {
    ...found,
    files: documents.size,
    locate: (place) => documents.get(place.file)?.locate(place),
    lineOf: (file, line) => documents.get(file)?.lines.lineAt(line),
  };
}
