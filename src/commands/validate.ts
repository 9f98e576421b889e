import type { Diagnostic } from "../model/diagnostic.ts";
import { classOf, isError } from "../model/diagnostic.ts";
import { EXIT } from "../model/exit.ts";
import type { Platform } from "../model/platform.ts";
import { makePaint } from "../render/paint.ts";
import type { Wording } from "../wording/wording.ts";
import { digestOf } from "./results/digest.ts";
import { resultsOfDiagnostics } from "./results/of-diagnostics.ts";
import type { Wanted } from "./results/outputs.ts";
import { deliver, readWanted } from "./results/outputs.ts";
import { diagnosticsJson, diagnosticsText, talk } from "./say.ts";
import type { RegisterRequest, Workspace } from "./workspace.ts";
import { openWorkspace, toolVersion, wantsColour, wordsFor } from "./workspace.ts";

export interface ValidateRequest extends RegisterRequest {
  /** Names of forms, or `name=path`; none: text for people. */
  readonly formats: readonly string[];
  /** Print every diagnostic, however many. */
  readonly all: boolean;
  readonly out: string | undefined;
  readonly force: boolean;
}

/** Is the register well formed, and does it agree with itself? */
export async function validate(request: ValidateRequest, platform: Platform): Promise<number> {
  const wanted = readWanted(request.formats, request.out);
  const workspace = openWorkspace(request, platform);
  const { loaded, language } = workspace;
  const { diagnostics } = loaded;
  const wording = wordsFor(language, ["diagnostics", "command", "results"], platform);
  const counts = { ...loaded.examined, ...countClasses(diagnostics), ...countFaults(diagnostics) };
  const written = await deliver(
    wanted,
    {
      draw: async (each) =>
        each.format === "json"
          ? diagnosticsJson(diagnostics, loaded, wording, counts)
          : drawText(each, request, workspace, wording, counts, platform),
      results: () =>
        resultsOfDiagnostics({
          command: "validate",
          loaded,
          diagnostics,
          wording,
          counts,
          tool: { name: "beredskap", version: toolVersion(platform) },
          digest: (text) => digestOf(text, 32, platform),
        }),
      wording: () => wording,
      also: [],
      force: request.force,
    },
    platform,
  );
  if (written.length > 0) {
    const said = wording.say("command.written", { count: written.length });
    talk([said, ...written.map((path) => `  ${path}`)].join("\n"), request.quiet, platform);
  }
  return diagnostics.some(isError) ? EXIT.input : EXIT.ok;
}

function drawText(
  wanted: Wanted,
  request: ValidateRequest,
  { loaded }: Workspace,
  wording: Wording,
  counts: Readonly<Record<string, number>>,
  platform: Platform,
): string {
  const paint = makePaint(wanted.path === undefined && wantsColour(request, platform));
  const shown = diagnosticsText(loaded.diagnostics, loaded, wording, paint, request.all);
  const params = closingParams(counts, wording.say);
  const lines = [
    ...(shown === "" ? [] : [shown]),
    ...(request.quiet
      ? []
      : [
          wording.say("command.validate.faults", params),
          wording.say("command.validate.closing", params),
        ]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** How many diagnostics there are of each class. */
export function countClasses(diagnostics: readonly Diagnostic[]): {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
} {
  const counts = { errors: 0, warnings: 0, notes: 0 };
  for (const diagnostic of diagnostics) counts[`${classOf(diagnostic)}s`] += 1;
  return counts;
}

/**
 * Faults that keep a register from being used, of two kinds: what cannot be read, and what is read but
 * contradicts itself. What is merely incomplete is no fault.
 */
function countFaults(diagnostics: readonly Diagnostic[]): {
  readonly unreadable: number;
  readonly contradictory: number;
} {
  const errors = diagnostics.filter(isError);
  const contradictory = errors.filter(({ code }) => code.startsWith("R")).length;
  return { unreadable: errors.length - contradictory, contradictory };
}

/** Each count with its noun, in the reader's language. */
export function closingParams(
  counts: Readonly<Record<string, number>>,
  say: (key: string, params: Readonly<Record<string, number>>) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, say(`command.counts.${name}`, { count })]),
  );
}
