import type { Diagnostic } from "../model/diagnostic.ts";
import type { Language } from "../model/values.ts";
import type { SourceDocument } from "../source/document.ts";

/** What a check of a catalogue found, with the documents in which it found it. */
export interface FoundCheck {
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly criteria: number;
  readonly examples: number;
  readonly diagnostics: readonly Diagnostic[];
  /** The policy's language, where an organisation's own catalogue is checked. */
  readonly language: Language | undefined;
}
