import { diagnose } from "../../model/diagnostic.ts";
import { Failure } from "../../model/failure.ts";
import type { Output, Platform } from "../../model/platform.ts";
import type { Results } from "../../model/results.ts";
import { renderGithubSummary } from "../../render/github-summary.ts";
import { RESULT_FORMATS } from "../../render/result-formats.ts";
import type { Wording } from "../../wording/wording.ts";

/** The forms that `validate` and `assess` can take: for people, as a document of ours, and for other programs. */
export type OutputFormat = "text" | "json" | keyof typeof RESULT_FORMATS;
const OUTPUT_FORMATS = [
  "text",
  "json",
  ...(Object.keys(RESULT_FORMATS) as (keyof typeof RESULT_FORMATS)[]),
] as const satisfies readonly OutputFormat[];

/** A form, and the file it goes to; undefined: standard output. */
export interface Wanted {
  readonly format: OutputFormat;
  readonly path: string | undefined;
}

/**
 * What was asked for with `--format`, each a name or `name=path`; text where nothing was. A form without
 * a path goes to `--out`, else to standard output. Two in one place are refused.
 */
export function readWanted(written: readonly string[], out: string | undefined): readonly Wanted[] {
  const asked = written.length === 0 ? ["text"] : written;
  const wanted = asked.map((each): Wanted => {
    const cut = each.indexOf("=");
    const name = cut === -1 ? each : each.slice(0, cut);
    const path = cut === -1 ? out : each.slice(cut + 1);
    const format = OUTPUT_FORMATS.find((known) => known === name);
    if (format === undefined || path === "")
      throw new Failure(
        [diagnose("U005", { option: "--format", value: each, allowed: OUTPUT_FORMATS })],
        2,
      );
    return { format, path };
  });
  for (const { path } of wanted) {
    const there = wanted.filter((each) => each.path === path);
    if (there.length === 1) continue;
    const formats = there.map(({ format }) => format);
    if (path === undefined) throw new Failure([diagnose("U022", { formats })], 2);
    throw new Failure([diagnose("U020", { formats, path })], 2);
  }
  return wanted;
}

/** True when a form for other programs is asked for: only then the results are made. */
function wantsResults(wanted: readonly Wanted[]): boolean {
  return wanted.some(({ format }) => format in RESULT_FORMATS);
}

/** What is delivered: results for other programs, and the texts that a command makes itself. */
export interface Delivery {
  /** The forms that a command draws itself; undefined where there is nothing to draw. */
  readonly draw: (wanted: Wanted) => Promise<string | undefined>;
  /** Asked for once, when a form for other programs is wanted. */
  readonly results: () => Results;
  /** Has the area `results`. */
  readonly wording: () => Wording;
  /** Written together with the files of the forms. */
  readonly also: readonly Output[];
  readonly force: boolean;
}

/** Writes all files or none, then prints the one form that goes to standard output. Gives the paths written. */
export async function deliver(
  wanted: readonly Wanted[],
  delivery: Delivery,
  platform: Platform,
): Promise<readonly string[]> {
  const results = wantsResults(wanted) ? delivery.results() : undefined;
  const outputs: Output[] = [...delivery.also];
  let printed = "";
  for (const each of wanted) {
    const content = await contentOf(each, results, delivery);
    if (content === undefined) continue;
    if (each.path === undefined) printed = content;
    else outputs.push({ path: each.path, content });
  }
  platform.write(outputs, delivery.force);
  if (printed !== "") platform.print(printed);
  const summary = platform.environment("GITHUB_STEP_SUMMARY") ?? "";
  if (results !== undefined && summary !== "" && wanted.some(({ format }) => format === "github"))
    platform.append(summary, renderGithubSummary(results, delivery.wording()));
  return outputs.map(({ path }) => path);
}

async function contentOf(
  wanted: Wanted,
  results: Results | undefined,
  { draw, wording }: Delivery,
): Promise<string | undefined> {
  const { format } = wanted;
  if (format === "text" || format === "json") return draw(wanted);
  if (results === undefined) return undefined;
  const render = await RESULT_FORMATS[format]();
  return render(results, wording());
}
