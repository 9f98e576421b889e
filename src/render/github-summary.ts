import { printable } from "../model/printable.ts";
import type { Result, Results } from "../model/results.ts";
import type { Wording } from "../wording/wording.ts";

/** GitHub drops a step's summary of more than a megabyte whole; some room is left for other steps' parts. */
const MOST_BYTES = 900_000;

/** The whole list as Markdown, for the summary of a job. */
export function renderGithubSummary(results: Results, wording: Wording): string {
  const { say } = wording;
  const listed = results.results.filter(({ baseline }) => baseline !== "absent");
  const head = [
    `## ${say("results.summary.title", { command: results.command })}`,
    "",
    say("results.summary.count", { count: listed.length }),
    "",
  ];
  if (listed.length === 0) return `${head.join("\n")}\n`;
  const columns = ["level", "subject", "rule", "message", "place"].map((name) =>
    say(`results.summary.columns.${name}`),
  );
  const lines = [...head, row(columns), row(columns.map(() => "---"))];
  const encoder = new TextEncoder();
  let bytes = 0;
  let shown = 0;
  for (const result of listed) {
    const line = row(cellsOf(result, results, wording));
    bytes += encoder.encode(line).length + 1;
    if (bytes > MOST_BYTES) break;
    lines.push(line);
    shown += 1;
  }
  const left = listed.length - shown;
  if (left > 0)
    lines.push("", say("results.summary.left-out", { count: left, command: results.command }));
  return `${lines.join("\n")}\n`;
}

function cellsOf(
  { level, fails, subject, rule, message, at, accepted, baseline }: Result,
  { find }: Results,
  { say }: Wording,
): readonly string[] {
  const place = at === undefined ? undefined : find(at);
  const line = place?.span === undefined ? "" : `:${place.span.start.line}`;
  const state =
    accepted !== undefined
      ? say("results.states.accepted")
      : baseline === "unchanged"
        ? say("results.states.known")
        : say(`results.states.${fails ? "error" : level}`);
  const where = place === undefined ? "" : plain(`${place.path}${line}`);
  return [state, plain(subject?.id ?? ""), plain(rule), plain(message), where];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Somebody else's text as text: no sign of it draws, links, names anybody or ends the cell. */
function plain(text: string): string {
  return printable(text).replace(/[\\`*_[\]<>#|~@&:$]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
