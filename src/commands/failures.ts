import { EXIT } from "../model/exit.ts";
import type { Failure } from "../model/failure.ts";
import type { Platform } from "../model/platform.ts";
import type { Language } from "../model/values.ts";
import { LANGUAGES } from "../model/values.ts";
import { makePaint } from "../render/paint.ts";
import { NO_SOURCE, diagnosticsText } from "./say.ts";
import { localeLanguage, toolVersion, wordsFor } from "./workspace.ts";

/** Words what the tool could not do, and gives the exit code. */
export function reportFailure(
  failure: Failure,
  args: readonly string[],
  platform: Platform,
): number {
  const wording = wordsFor(languageIn(args, platform), ["diagnostics", "command"], platform);
  const text = diagnosticsText(failure.diagnostics, NO_SOURCE, wording, makePaint(false), true);
  platform.warn(text);
  return failure.exitCode;
}

/** A defect of ours: what happened, and how to report it. */
export function reportDefect(error: unknown, args: readonly string[], platform: Platform): number {
  platform.warn(`${defectHeading(args, platform)}${stackOf(error)}\n`);
  return EXIT.defect;
}

/** Empty where our own words cannot be read: then that is the defect, and the trace must do. */
function defectHeading(args: readonly string[], platform: Platform): string {
  try {
    const wording = wordsFor(languageIn(args, platform), ["command"], platform);
    return `${wording.say("command.defect", { version: toolVersion(platform) })}\n\n`;
  } catch {
    return "";
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The language asked for on the command line, before it could be parsed. */
export function languageIn(args: readonly string[], platform: Platform): Language {
  const index = args.findIndex((each) => each === "--lang" || each.startsWith("--lang="));
  const written = index === -1 ? undefined : (args[index]?.split("=")[1] ?? args[index + 1]);
  return LANGUAGES.find((language) => language === written) ?? localeLanguage(platform);
}
