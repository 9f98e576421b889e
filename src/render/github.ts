import { printable } from "../model/printable.ts";
import type { Result, ResultLevel, Results } from "../model/results.ts";
import { isOpen } from "../model/results.ts";
import type { Wording } from "../wording/wording.ts";

/** GitHub shows so many annotations of each kind for a step. */
const MOST_OF_A_KIND = 10;

const KINDS = [
  ["error", "error"],
  ["warning", "warning"],
  ["note", "notice"],
] as const satisfies readonly (readonly [ResultLevel, string])[];

/** Workflow commands for the worst results of each kind, then every result as a plain line of the log. */
export function renderGithub(results: Results, wording: Wording): string {
  const open = results.results.filter(isOpen);
  const shown = KINDS.flatMap(([level, kind]) =>
    open
      .filter((result) => result.level === level)
      .slice(0, MOST_OF_A_KIND)
      .map((result) => commandOf(kind, result, results)),
  );
  const left = open.length - shown.length;
  const listed = results.results.filter(({ baseline }) => baseline !== "absent");
  const heading =
    left > 0
      ? wording.say("results.more-in-log", { count: left })
      : wording.say("results.in-log", { count: listed.length });
  return [...shown, heading, ...listed.map((result) => lineOf(result, results)), ""].join("\n");
}

function commandOf(kind: string, result: Result, { find }: Results): string {
  const place = result.at === undefined ? undefined : find(result.at);
  const span = place?.span;
  const isOneLine = span !== undefined && span.end.line === span.start.line;
  const properties: readonly (readonly [string, string | number | undefined])[] = [
    ["file", place?.path],
    ["line", span?.start.line],
    ["endLine", span?.end.line],
    ["col", isOneLine ? span.start.column : undefined],
    ["endColumn", isOneLine ? span.end.column : undefined],
    ["title", titleOf(result)],
  ];
  const written = properties.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${property(String(value))}`],
  );
  return `::${kind} ${written.join(",")}::${text(result.message)}`;
}

function titleOf({ rule, subject, severity }: Result): string {
  return [subject?.id, rule, severity].filter((each) => each !== undefined).join(" ");
}

/** The signs that would end the message. */
function text(written: string): string {
  return written.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** In a property also those that would end it. */
function property(written: string): string {
  return text(written).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** A line that is no command, whatever a register holds: the host reads `::` at the start, and `##[` anywhere. */
function lineOf(result: Result, { find }: Results): string {
  const place = result.at === undefined ? undefined : find(result.at);
  const at =
    place?.span === undefined ? "" : `:${place.span.start.line}:${place.span.start.column}`;
  const where = place === undefined ? "–" : `${place.path}${at}`;
  const line = printable(`${where}  ${result.level}  ${result.rule}  ${result.message}`);
  return line.replaceAll("##[", "## [").replace(/^(\s*):/u, "$1./:");
}
