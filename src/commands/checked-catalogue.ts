import type { Place, Span } from "../model/diagnostic.ts";
import type { Platform } from "../model/platform.ts";
import type { Day } from "../model/values.ts";
import { checkOverlay } from "./check-overlay.ts";
import { checkShipped } from "./check-shipped.ts";
import type { FoundCheck } from "./found-check.ts";

/** What was looked at, what is wrong with it, and where that stands. */
export interface CatalogueUnderCheck extends Omit<FoundCheck, "documents"> {
  readonly files: number;
  readonly locate: (place: Place) => Span | undefined;
  readonly lineOf: (file: string, line: number) => string | undefined;
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
