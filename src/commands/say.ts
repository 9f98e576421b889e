import type { Diagnostic } from "../model/diagnostic.ts";
import type { Platform } from "../model/platform.ts";
import type { SaidDiagnostic, SourceView } from "../render/diagnostics.ts";
import { printDiagnostic, sayDiagnostic } from "../render/diagnostics.ts";
import type { Paint } from "../render/paint.ts";
import type { Wording } from "../wording/wording.ts";

/** Most diagnostics that are printed before the rest is only counted. */
const MOST_PRINTED = 50;

/** Diagnostics for people, with a last line that says how many were left out. */
export function diagnosticsText(
  diagnostics: readonly Diagnostic[],
  source: SourceView,
  wording: Wording,
  paint: Paint,
  all: boolean,
): string {
  const shown = all ? diagnostics : diagnostics.slice(0, MOST_PRINTED);
  const lines = shown.map((each) =>
    printDiagnostic(sayDiagnostic(each, wording, source), wording, source, paint),
  );
  const left = diagnostics.length - shown.length;
  if (left > 0) lines.push(`${wording.say("command.left-out", { count: left })}\n`);
  return lines.join("\n");
}

/** Diagnostics for programs: `schemas/diagnostics` in version 1. */
export function diagnosticsJson(
  diagnostics: readonly Diagnostic[],
  source: SourceView,
  wording: Wording,
  counts: Readonly<Record<string, number>>,
): string {
  const said = diagnostics.map((each) => jsonOf(sayDiagnostic(each, wording, source)));
  return `${JSON.stringify({ kind: "diagnostics", version: 1, diagnostics: said, counts }, undefined, 2)}\n`;
}

function jsonOf(said: SaidDiagnostic): Readonly<Record<string, unknown>> {
  return {
    code: said.code,
    name: said.name,
    class: said.class,
    file: said.file ?? null,
    line: said.start?.line ?? null,
    column: said.start?.column ?? null,
    endLine: said.end?.line ?? null,
    endColumn: said.end?.column ?? null,
    related: said.related.map(({ file, start }) => ({
      file,
      line: start?.line ?? null,
      column: start?.column ?? null,
    })),
    params: said.params,
    message: said.message,
    help: said.help,
  };
}

/** A source view for diagnostics that point at no text. */
export const NO_SOURCE: SourceView = { locate: () => undefined, lineOf: () => undefined };

/** Talk that `--quiet` silences. */
export function talk(text: string, quiet: boolean, platform: Platform): void {
  if (!quiet) platform.warn(text.endsWith("\n") ? text : `${text}\n`);
}
