import type { Source } from "./criterion.ts";
import type { Language } from "./values.ts";

/** A vital function of society in the Finnish security strategy. */
export interface VitalFunction {
  /** `VF1` to `VF7`. */
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly sources: readonly Source[];
  /** The parts that contracts are linked to, by whole code (`VF6.health`). */
  readonly parts: ReadonlyMap<string, Readonly<Record<Language, string>>>;
}

/** The name of a function or of one of its parts by its code; undefined for a code that is not ours. */
export function vitalFunctionName(
  code: string,
  functions: ReadonlyMap<string, VitalFunction>,
  language: Language,
): string | undefined {
  const whole = functions.get(code.split(".")[0] ?? "");
  if (whole === undefined) return undefined;
  return code === whole.id ? whole.name[language] : whole.parts.get(code)?.[language];
}
