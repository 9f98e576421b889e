import type { Raw } from "../model/values.ts";

const PLAIN = /^[\p{L}\d][\p{L}\d ._/%-]*$/u;
/** Words that YAML 1.2 does not read as text, and the country code that other readers take for "no". */
const NOT_TEXT = /^(?:true|false|null)$/iu;

function isPlain(text: string): boolean {
  return (
    PLAIN.test(text) &&
    !text.endsWith(" ") &&
    Number.isNaN(Number(text)) &&
    !NOT_TEXT.test(text) &&
    text !== "NO"
  );
}

/** A value in YAML's flow form, as one would type it. */
export function yamlText(value: Raw | undefined): string {
  if (value === null || value === undefined) return "unknown";
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return isPlain(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((each: Raw) => yamlText(each)).join(", ")}]`;
  return `{ ${Object.entries(value)
    .map(([key, each]) => `${key}: ${yamlText(each as Raw)}`)
    .join(", ")} }`;
}
