import type { Code, CodeParams, DiagnosticClass } from "./codes.ts";
import { CODES } from "./codes.ts";

/**
 * A place in a document, kept symbolic until somebody must see it: a file, a JSON pointer, and
 * whether the key or the value is meant.
 */
export interface Place {
  readonly file: string;
  readonly pointer: string;
  readonly part: "key" | "value";
}

/** Line and column count from 1, in UTF-16 code units as editors do; `offset` from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of a file, `end` exclusive. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** A place already turned into lines and columns (all that is known of a file that cannot be read). */
export interface Stretch {
  readonly file: string;
  readonly span: Span;
}

/** Where something is said: symbolic, exact, or a whole file. */
export type Location = Place | Stretch | { readonly file: string };

/** One mistake, or one thing worth knowing, in what the user wrote. Text is made elsewhere. */
export type Diagnostic = {
  [C in Code]: {
    readonly code: C;
    readonly params: CodeParams<C>;
    readonly at: Location | undefined;
    readonly related: readonly Location[];
  };
}[Code];

/** Makes a diagnostic; the compiler checks that the parameters are those of the code. */
export function diagnose<C extends Code>(
  code: C,
  params: CodeParams<C>,
  at?: Location,
  related: readonly Location[] = [],
): Diagnostic {
  const made: unknown = { code, params, at, related };
  return made as Diagnostic;
}

export function classOf(diagnostic: Diagnostic): DiagnosticClass {
  return CODES[diagnostic.code].class;
}

export function isError(diagnostic: Diagnostic): boolean {
  return classOf(diagnostic) === "error";
}
