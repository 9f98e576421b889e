import type { Day } from "./values.ts";

/** What stands at a path, links not followed. */
export type PathKind = "file" | "folder" | "link" | "other" | "absent";

/** A file to be written: whole, or not at all. */
export interface Output {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** True for a file that the user asked to have rewritten. */
  readonly rewrites?: boolean;
}

/**
 * All that the tool may ask of the world. Paths are those of the host, given or relative; every
 * function that fails throws a `Failure` with a code.
 */
export interface Platform {
  readonly readFile: (path: string) => Uint8Array;
  readonly readInput: () => Uint8Array;
  /** The next line of standard input without its end, as soon as it is there; undefined after the last. */
  readonly readLine: () => string | undefined;
  /** True when standard input is a terminal, so that somebody can be asked. */
  readonly canAsk: () => boolean;
  /** Names in a folder, in code-unit order. */
  readonly list: (path: string) => readonly string[];
  readonly kindOf: (path: string) => PathKind;
  /** The path with every link resolved. */
  readonly resolve: (path: string) => string;
  readonly sizeOf: (path: string) => number;
  /** Writes all files or none; a file that exists is replaced only when `replace` is true. */
  readonly write: (outputs: readonly Output[], replace: boolean) => void;
  /** Adds to the end of a file, made where it is not there. */
  readonly append: (path: string, text: string) => void;
  readonly print: (text: string | Uint8Array) => void;
  readonly warn: (text: string) => void;
  readonly today: () => Day;
  readonly environment: (name: string) => string | undefined;
  /** The folder with our own schemas and templates. */
  readonly home: string;
  readonly sha256: (bytes: Uint8Array) => string;
  /** Columns of the terminal on standard output, or undefined when it is none. */
  readonly columns: number | undefined;
}
