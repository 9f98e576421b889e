import { parseDay } from "../model/values.ts";
import { shapeOf } from "./field-shape.ts";
import type { ShapeName } from "./field-shape.ts";

/** How a scalar stood before, so that a text in quotes stays one. */
export type Quotes = "single" | "double" | undefined;

/** Text that means itself without quotes: nothing in it is a mark of YAML. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ,;!%._/()&+'’–—-]*[\p{L}\p{M}\p{N}.)%])?$/u;
/** What ends a value in braces or brackets. */
const FLOW_MARK = /[,[\]{}]/u;
/** Words that YAML 1.1 or 1.2 reads as true, false, nothing or a number. */
const WORDS = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"]);
/** What some version of YAML takes for a number, an octal, a time or a moment. */
const NUMBER_LIKE = /^(?:[\d_.,:]+(?:e[-+]?\d+)?|0[xob][\da-f_]+|\d{4}-\d\d?-\d\d?(?:[Tt ].*)?)$/iu;

/** A scalar as it is written on one line, in a flow collection or not. */
export function writeScalar(
  value: string | number | boolean | null,
  shape: ShapeName,
  flow: boolean,
  quotes?: Quotes,
): string {
  if (typeof value === "number") return writeNumber(value);
  if (typeof value !== "string") return String(value);
  if (quotes === "single" && isPrintable(value)) return `'${value.replaceAll("'", "''")}'`;
  if (quotes !== "double" && isPlain(value, shape, flow)) return value;
  return quote(value);
}

/** A key as it is written. */
export function writeKey(key: string): string {
  return isPlain(key, undefined, true) ? key : quote(key);
}

function isPlain(text: string, shape: ShapeName, flow: boolean): boolean {
  if (parseDay(text) !== undefined) return true;
  if (!PLAIN.test(text) || NUMBER_LIKE.test(text) || (flow && FLOW_MARK.test(text))) return false;
  // The format's own words, `yes` and `no` above all, are text in YAML 1.2 and stand bare.
  return !WORDS.has(text.toLowerCase()) || shapeOf(shape)?.words?.includes(text) === true;
}

/** YAML 1.1 takes an exponent only after a decimal point. */
function writeNumber(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  return text.includes("e") && !text.includes(".") ? text.replace("e", ".0e") : text;
}

/** Characters that may not stand in a file as they are: controls, line ends, marks of order, surrogates. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

/** True when a text may stand in a file as it is. */
export function isPrintable(text: string): boolean {
  return text.search(UNPRINTABLE) === -1;
}

/** Double quotes, with JSON's escapes, which YAML shares. */
function quote(text: string): string {
  return JSON.stringify(text).replace(UNPRINTABLE, (character) => {
    const point = (character.codePointAt(0) ?? 0).toString(16);
    return character.length === 1 ? `\\u${point.padStart(4, "0")}` : `\\U${point.padStart(8, "0")}`;
  });
}
