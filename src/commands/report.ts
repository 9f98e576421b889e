import { diagnose } from "../model/diagnostic.ts";
import { EXIT } from "../model/exit.ts";
import { Failure } from "../model/failure.ts";
import type { Output, Platform } from "../model/platform.ts";
import { buildReport } from "../report/report.ts";
import type { FormatName } from "../render/formats.ts";
import { FORMATS } from "../render/formats.ts";
import { assessOrExplain } from "./assessed.ts";
import { briefFor } from "./brief.ts";
import { talk } from "./say.ts";
import type { RegisterRequest } from "./workspace.ts";
import { wantsColour, wordsFor } from "./workspace.ts";

export interface ReportRequest extends RegisterRequest {
  /** Undefined: the terminal, or all documents when an output folder is given. */
  readonly formats: readonly FormatName[] | undefined;
  readonly out: string | undefined;
  readonly force: boolean;
}

const DOCUMENTS: readonly FormatName[] = ["html", "pdf", "md"];

/** A report for people, in one or several formats at once. */
export async function report(request: ReportRequest, platform: Platform): Promise<number> {
  const assessed = assessOrExplain(request, platform);
  if (assessed === undefined) return EXIT.input;
  const wording = wordsFor(assessed.workspace.language, ["command", "terms", "report"], platform);
  const tree = buildReport(briefFor(assessed, wording, undefined, platform));
  const formats =
    request.formats ?? (request.out === undefined ? (["terminal"] as const) : DOCUMENTS);
  const readText = (path: string): string =>
    new TextDecoder().decode(platform.readFile(`${platform.home}/templates/${path}`));
  const assets = {
    page: readText("report/page.hbs"),
    css: readText("report/style.css"),
    get fonts() {
      const font = (name: string): Uint8Array =>
        platform.readFile(`${platform.home}/templates/fonts/${name}.ttf`);
      return { regular: font("IBMPlexSans-Regular"), bold: font("IBMPlexSans-Bold") };
    },
    terminal: { width: platform.columns ?? 100, colour: wantsColour(request, platform) },
  };
  refuseToPrint(formats, request.out, platform);
  const outputs: Output[] = [];
  for (const name of formats) {
    const format = FORMATS[name];
    const render = await format.load();
    const content = await render(tree, assets);
    if (request.out === undefined) platform.print(content);
    else outputs.push({ path: outputPath(request.out, format.extension, formats.length), content });
  }
  if (request.out !== undefined) {
    platform.write(outputs, request.force);
    const paths = outputs.map(({ path }) => `  ${path}`).join("\n");
    talk(
      `${wording.say("command.written", { count: outputs.length })}\n${paths}`,
      request.quiet,
      platform,
    );
  }
  return EXIT.ok;
}

/** Several documents do not go to standard output, nor does a file that no terminal shows to a terminal. */
export function refuseToPrint(
  formats: readonly string[],
  out: string | undefined,
  platform: Platform,
): void {
  const binary = formats.some((format) => /^(?:pdf|docx|xlsx)$/u.test(format));
  const isTerminal = platform.columns !== undefined;
  if (out !== undefined || (formats.length === 1 && !(binary && isTerminal))) return;
  throw new Failure([diagnose("U012", { formats })], 2);
}

/** A file that is named as one of its format, else `report` with the format's ending in that folder. */
export function outputPath(
  out: string,
  extension: string,
  documents: number,
  name = "report",
): string {
  const isFile = out.endsWith(extension);
  if (documents === 1 && isFile) return out;
  // Several documents do not fit in one file: they need a folder, and one is not made of a file's name.
  if (isFile)
    throw new Failure(
      [
        diagnose("U005", {
          option: "--out",
          value: out,
          allowed: [out.slice(0, -extension.length)],
        }),
      ],
      2,
    );
  return `${out.replace(/\/+$/u, "")}/${name}${extension}`;
}
