import { diagnose } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import type { Day, Language } from "../model/values.ts";
import { LANGUAGES, parseDay } from "../model/values.ts";

/** What the parser gives: option names in camel case. */
export type Parsed = Readonly<Record<string, unknown>>;

/** One of the allowed words, or the failure that names them. */
export function wordOption<T extends string>(
  parsed: Parsed,
  key: string,
  option: string,
  allowed: readonly T[],
): T | undefined {
  const value = parsed[key];
  if (value === undefined) return undefined;
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw badValue(option, typeof value === "string" ? value : "", allowed);
  return found;
}

/** Several of the allowed words, separated by commas. */
export function wordsOption<T extends string>(
  parsed: Parsed,
  key: string,
  option: string,
  allowed: readonly T[],
): readonly T[] | undefined {
  const value = parsed[key];
  if (typeof value !== "string") return undefined;
  return value.split(",").map((each) => {
    const found = allowed.find((word) => word === each.trim());
    if (found === undefined) throw badValue(option, each, allowed);
    return found;
  });
}

function badValue(option: string, value: string, allowed: readonly string[]): Failure {
  return new Failure([diagnose("U005", { option, value, allowed })], 2);
}

function languageOption(parsed: Parsed): Language | undefined {
  return wordOption(parsed, "lang", "--lang", LANGUAGES);
}

/** The day of assessment, where one is given. */
export function dayOption(parsed: Parsed): Day | undefined {
  const value = parsed["asOf"];
  if (typeof value !== "string") return undefined;
  const day = parseDay(value);
  if (day === undefined) throw badValue("--as-of", value, ["YYYY-MM-DD"]);
  return day;
}

export function textOption(parsed: Parsed, key: string): string | undefined {
  const value = parsed[key];
  return typeof value === "string" ? value : undefined;
}

export function listOption(parsed: Parsed, key: string): readonly string[] {
  const value = parsed[key];
  if (Array.isArray(value))
    return value
      .map(String)
      .flatMap((each) => each.split(","))
      .map((each) => each.trim());
  return [];
}

export function common(parsed: Parsed): {
  readonly lang: Language | undefined;
  readonly quiet: boolean;
  readonly colour: boolean;
} {
  return {
    lang: languageOption(parsed),
    quiet: parsed["quiet"] === true,
    colour: parsed["color"] !== false && parsed["plain"] !== true,
  };
}

export function register(
  parsed: Parsed,
  paths: readonly string[],
): ReturnType<typeof common> & {
  readonly paths: readonly string[];
  readonly asOf: Day | undefined;
  readonly profile: string | undefined;
} {
  return {
    ...common(parsed),
    paths,
    asOf: dayOption(parsed),
    profile: textOption(parsed, "profile"),
  };
}
