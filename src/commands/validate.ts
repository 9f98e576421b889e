import type { Diagnostic } from "../model/diagnostic.ts";
import { classOf, isError } from "../model/diagnostic.ts";
import { EXIT } from "../model/exit.ts";
import type { Platform } from "../model/platform.ts";
import { diagnosticsJson, diagnosticsText } from "./say.ts";
import type { RegisterRequest } from "./workspace.ts";
import { openWorkspace, paintFor, wordsFor } from "./workspace.ts";

export interface ValidateRequest extends RegisterRequest {
  readonly format: "text" | "json";
  /** Print every diagnostic, however many. */
  readonly all: boolean;
}

/** Is the register well formed, and does it agree with itself? */
export function validate(request: ValidateRequest, platform: Platform): number {
  const { loaded, language } = openWorkspace(request, platform);
  const wording = wordsFor(language, ["diagnostics", "command"], platform);
  const { diagnostics } = loaded;
  const counts = { ...loaded.examined, ...countClasses(diagnostics), ...countFaults(diagnostics) };
  if (request.format === "json") {
    platform.print(diagnosticsJson(diagnostics, loaded, wording, counts));
  } else {
    const paint = paintFor(request, platform);
    const text = diagnosticsText(diagnostics, loaded, wording, paint, request.all);
    if (text !== "") platform.print(`${text}\n`);
    if (!request.quiet) {
      const params = closingParams(counts, wording.say);
      platform.print(`${wording.say("command.validate.faults", params)}\n`);
      platform.print(`${wording.say("command.validate.closing", params)}\n`);
    }
  }
  return diagnostics.some(isError) ? EXIT.input : EXIT.ok;
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
