import { isRawList, isRawObject, parseDay } from "../model/values.ts";
import type { Raw, RawObject } from "../model/values.ts";
import { byFormatOrder } from "./key-order.ts";

/** The first line of a register: it tells an editor where the format is described. */
export const SCHEMA_COMMENT = "# yaml-language-server: $schema=register-1.schema.json";

/**
 * Writes a register value as YAML: block style, keys in the format's order, text in quotes wherever
 * YAML 1.2 or 1.1 could read it as something else. Days stand bare, as the format writes them. The
 * same value gives the same text.
 */
export function writeRegister(register: RawObject): string {
  return [SCHEMA_COMMENT, ...writeMap(register, "", "")].join("\n") + "\n";
}

const INDENT = "  ";

/** The lines of a map; the first line begins with `lead`, the others with `indent`. */
function writeMap(map: RawObject, lead: string, indent: string): readonly string[] {
  const entries = Object.entries(map).filter(
    (entry): entry is [string, Raw] => entry[1] !== undefined,
  );
  const lines = entries
    .toSorted(([left], [right]) => byFormatOrder(left, right))
    .flatMap(([key, value]) => writeEntry(key, value, indent));
  const [first = "", ...rest] = lines;
  return [lead + first.slice(indent.length), ...rest];
}

function writeEntry(key: string, value: Raw, indent: string): readonly string[] {
  const name = `${indent}${writeText(key)}:`;
  if (isEmpty(value) || !isCollection(value)) return [`${name} ${writeScalar(key, value)}`];
  const inner = indent + INDENT;
  if (isRawList(value)) return [name, ...writeList(value, inner)];
  return [name, ...writeMap(value, inner, inner)];
}

function writeList(list: readonly Raw[], indent: string): readonly string[] {
  return list.flatMap((item) => {
    const lead = `${indent}- `;
    const inner = indent + INDENT;
    if (isEmpty(item) || !isCollection(item)) return [`${lead}${writeScalar("", item)}`];
    if (isRawObject(item)) return writeMap(item, lead, inner);
    return [`${indent}-`, ...writeList(item, inner)];
  });
}

function isCollection(value: Raw): value is readonly Raw[] | RawObject {
  return typeof value === "object" && value !== null;
}

function isEmpty(value: Raw): boolean {
  if (isRawList(value)) return value.length === 0;
  return isRawObject(value) && Object.values(value).every((part) => part === undefined);
}

/** Keys whose value is an answer, where `yes` and `no` are the format's own words. */
const ANSWERS = new Set(["annex-e", "ex-vat", "open-ended"]);

function writeScalar(key: string, value: Raw): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return writeNumber(value);
  if (typeof value !== "string") return isRawList(value) ? "[]" : "{}";
  if (ANSWERS.has(key) && (value === "yes" || value === "no")) return value;
  return writeText(value);
}

/** YAML 1.1 takes an exponent only after a decimal point and with a sign. */
function writeNumber(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  return text.includes("e") && !text.includes(".") ? text.replace("e", ".0e") : text;
}

/** Text that means itself without quotes: it begins with a letter, and nothing in it is a mark of YAML. */
const PLAIN = /^\p{L}(?:[\p{L}\p{N} ,;!%._/()&+'’–—-]*[\p{L}\p{N}.)])?$/u;

/** Words that YAML 1.1 or 1.2 reads as true, false or nothing. */
const WORDS = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"]);

function writeText(text: string): string {
  if (parseDay(text) !== undefined) return text;
  const plain = PLAIN.test(text) && !WORDS.has(text.toLowerCase());
  return plain ? text : quote(text);
}

/** Characters that may not stand in a file as they are: controls, line ends, marks of order, surrogates. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

/** Double quotes, with JSON's escapes, which YAML shares. */
function quote(text: string): string {
  return JSON.stringify(text).replace(UNPRINTABLE, (character) => {
    const units = Array.from({ length: character.length }, (_, index) =>
      character.charCodeAt(index).toString(16).padStart(4, "0"),
    );
    const [point = 0] = [character.codePointAt(0)];
    return units.length === 1
      ? `\\u${units[0] ?? ""}`
      : `\\U${point.toString(16).padStart(8, "0")}`;
  });
}
