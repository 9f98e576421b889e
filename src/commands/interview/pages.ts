import { Failure } from "../../model/failure.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Platform } from "../../model/platform.ts";
import { decodeText } from "../../source/decode.ts";

/** The text of a file of the register, and what tells whether the file still says it. */
export interface Page {
  readonly text: string;
  readonly digest: string;
}

export type PageRead =
  | { readonly ok: true; readonly page: Page }
  | { readonly ok: false; readonly failure: readonly Diagnostic[] };

/** Reads a file as it is now. */
export function readPage(file: string, platform: Platform): PageRead {
  const read = attempt(() => platform.readFile(file));
  if (!read.ok) return read;
  const decoded = decodeText(file, read.value);
  if (!decoded.ok) return { ok: false, failure: [decoded.diagnostic] };
  return { ok: true, page: { text: decoded.text, digest: platform.sha256(read.value) } };
}

/** Puts a text in the place of a file's, whole; a link stays a link, and what it leads to is rewritten. */
export function writePage(file: string, text: string, platform: Platform): PageRead {
  const content = new TextEncoder().encode(text);
  const written = attempt(() => {
    platform.write([{ path: platform.resolve(file), content }], true);
  });
  return written.ok ? { ok: true, page: { text, digest: platform.sha256(content) } } : written;
}

type Attempted<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: readonly Diagnostic[] };

/** A disk that fails must not take the answer with it that somebody has just given. */
function attempt<T>(action: () => T): Attempted<T> {
  try {
    return { ok: true, value: action() };
  } catch (error) {
    if (error instanceof Failure) return { ok: false, failure: error.diagnostics };
    throw error;
  }
}
