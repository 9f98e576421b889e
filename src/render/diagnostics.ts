import type { Diagnostic, Location, Place, Position, Span } from "../model/diagnostic.ts";
import { classOf } from "../model/diagnostic.ts";
import { CODES } from "../model/codes.ts";
import { printable } from "../model/printable.ts";
import type { Wording } from "../wording/wording.ts";
import type { Paint } from "./paint.ts";

/** Finds the exact place and the source line of what a diagnostic points at. */
export interface SourceView {
  readonly locate: (place: Place) => Span | undefined;
  readonly lineOf: (file: string, line: number) => string | undefined;
}

/** A diagnostic with its sentence and exact place, as people and machines are shown it. */
export interface SaidDiagnostic {
  readonly code: string;
  readonly name: string;
  readonly class: "error" | "warning" | "note";
  readonly file: string | undefined;
  readonly start: Position | undefined;
  readonly end: Position | undefined;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
  readonly help: string;
  readonly related: readonly { readonly file: string; readonly start: Position | undefined }[];
}

/** Puts a diagnostic into words. */
export function sayDiagnostic(
  diagnostic: Diagnostic,
  wording: Wording,
  source: SourceView,
): SaidDiagnostic {
  const { code } = diagnostic;
  const params = wordedParams(diagnostic.params, wording);
  const span = spanOf(diagnostic.at, source);
  return {
    code,
    name: CODES[code].name,
    class: classOf(diagnostic),
    file: diagnostic.at?.file,
    start: span?.start,
    end: span?.end,
    params: diagnostic.params,
    message: printable(wording.say(`diagnostics.${code}.says`, params)),
    help: printable(helpOf(code, params, wording)),
    related: diagnostic.related.map((location) => ({
      file: location.file,
      start: spanOf(location, source)?.start,
    })),
  };
}

/** Help with a suggestion where there is one, and the plain way out where there is none. */
function helpOf(code: string, params: Readonly<Record<string, string>>, wording: Wording): string {
  const suggested = `diagnostics.${code}.help-suggestion`;
  const suggestion = params["suggestion"];
  if (suggestion !== undefined && suggestion !== "" && wording.has(suggested)) {
    return wording.say(suggested, params);
  }
  return wording.say(`diagnostics.${code}.help`, params);
}

/** Parameters that are words of ours (kinds, types, problems) are said in the reader's language. */
const WORDED_PARAMS: Readonly<Record<string, string>> = {
  expected: "types",
  found: "types",
  problem: "problems",
  kind: "kinds",
  relation: "relations",
  what: "paths",
  reason: "reasons",
};

function wordedParams(
  params: Readonly<Record<string, unknown>>,
  wording: Wording,
): Record<string, string> {
  const worded: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    const text = Array.isArray(value) ? value.join(", ") : String(value);
    const key = `diagnostics.${WORDED_PARAMS[name] ?? ""}.${text}`;
    worded[name] = name in WORDED_PARAMS && wording.has(key) ? wording.say(key) : text;
  }
  return worded;
}

function spanOf(location: Location | undefined, source: SourceView): Span | undefined {
  if (location === undefined) return undefined;
  if ("span" in location) return location.span;
  return "pointer" in location ? source.locate(location) : undefined;
}

/** The form for people: place, code and sentence; the line with an underline; the way out. */
export function printDiagnostic(
  said: SaidDiagnostic,
  wording: Wording,
  source: SourceView,
  paint: Paint,
): string {
  const place = placeText(said.file, said.start);
  const kind = wording.say(`diagnostics.classes.${said.class}`);
  const colour = (text: string): string =>
    paint.tone(
      said.class === "error" ? "bad" : said.class === "warning" ? "poor" : "neutral",
      text,
    );
  const lines = [
    `${place === "" ? "" : `${place}  `}${colour(`${kind} ${said.code}`)}  ${said.message}`,
  ];
  lines.push(...excerpt(said, source, paint));
  for (const related of said.related) {
    lines.push(
      `    ${wording.say("diagnostics.related", { place: placeText(related.file, related.start) })}`,
    );
  }
  if (said.help !== "") lines.push(`    ${paint.muted("→")} ${said.help}`);
  return `${lines.join("\n")}\n`;
}

function placeText(file: string | undefined, start: Position | undefined): string {
  if (file === undefined) return "";
  return start === undefined ? printable(file) : `${printable(file)}:${start.line}:${start.column}`;
}

const WIDEST_EXCERPT = 100;

function excerpt(said: SaidDiagnostic, source: SourceView, paint: Paint): readonly string[] {
  const { file, start, end } = said;
  if (file === undefined || start === undefined || end === undefined) return [];
  const whole = source.lineOf(file, start.line);
  if (whole === undefined || whole.trim() === "") return [];
  const from = start.column > WIDEST_EXCERPT ? start.column - 40 : 0;
  const line = printable(whole.slice(from, from + WIDEST_EXCERPT).replaceAll("\t", " "));
  const stop = end.line === start.line ? end.column : whole.length + 1;
  const width = Math.max(1, Math.min(stop, from + WIDEST_EXCERPT + 1) - start.column);
  const number = String(start.line);
  const gutter = " ".repeat(number.length);
  return [
    `  ${paint.muted(`${number} |`)} ${line}`,
    `  ${paint.muted(`${gutter} |`)} ${" ".repeat(start.column - 1 - from)}${paint.tone("bad", "^".repeat(width))}`,
  ];
}
