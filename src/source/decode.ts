import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import { indexLines } from "./lines.ts";

/** Largest file that is read. Larger registers are split over files, which the format allows. */
export const LARGEST_FILE_BYTES = 256 * 1024 * 1024;

const CONTROL_CHARACTER = /[\0-\x08\v\f\x0e-\x1f\x7f\u{fffe}\u{ffff}]/u;

/** The text of a file in UTF-8. A byte order mark is kept in the offsets and no part of the text. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

export function decodeText(file: string, bytes: Uint8Array): Decoded {
  if (bytes.byteLength > LARGEST_FILE_BYTES) {
    return refused(diagnose("Y014", { limit: "256 MB" }, { file }));
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refused(diagnose("Y010", {}, { file }));
  }
  const control = CONTROL_CHARACTER.exec(text);
  if (control !== null) {
    const character = `U+${(control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    const span = indexLines(text).spanOf(control.index, control.index + 1);
    return refused(diagnose("Y009", { character }, { file, span }));
  }
  return { ok: true, text };
}

function refused(diagnostic: Diagnostic): Decoded {
  return { ok: false, diagnostic };
}
