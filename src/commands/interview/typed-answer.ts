import { wordsOf } from "../../interview/candidates.ts";
import type { Question } from "../../interview/question.ts";
import { shapeAt } from "../../model/shapes.ts";
import type { Raw } from "../../model/values.ts";
import { isRawList, isRawObject } from "../../model/values.ts";
import { readFast } from "../../source/fast.ts";

/** How a thing may rest on a contract, where a question asks for the thing and that. */
export function linksOf({ shape, path }: Question): readonly string[] {
  const found = shapeAt(shape, [...path.split("."), "link"]);
  return found === undefined ? [] : wordsOf(found.shape);
}

/** What a question offers to choose from; empty where the value is typed. */
export function choicesOf(question: Question): readonly string[] {
  const { shape, path, kind, words } = question;
  const codes = shapeAt(shape, [...path.split("."), "code"]);
  if (codes !== undefined && linksOf(question).length > 0) return [...wordsOf(codes.shape), "none"];
  if (kind !== "answer" && kind !== "clause" && kind !== "word") return [];
  const fields = shapeAt(shape, path.split("."))?.shape.fields;
  return fields?.["because"] === undefined ? words : [...words, "not-applicable"];
}

/** The choice that a number or a word names. */
export function chosen(line: string, choices: readonly string[]): string | undefined {
  const number = /^\d+$/u.test(line) ? Number(line) : 0;
  return choices[number - 1] ?? choices.find((each) => each.toLowerCase() === line.toLowerCase());
}

/** A typed value as the register writes it; undefined for what no register could hold in the field. */
export function typedValue(line: string, { shape, path, kind, words }: Question): Raw | undefined {
  const word = [...words, "none"].find((each) => each === line.toLowerCase());
  if (word !== undefined) return word;
  switch (kind) {
    case "number":
      return /^\d+(?:[.,]\d+)?$/u.test(line) ? Number(line.replace(",", ".")) : line;
    case "share":
    case "span":
    case "period":
    case "span-or-period":
      return spaced(line);
    case "list":
    case "block":
      return structured(line, shape, path, kind);
    // Days, texts and codes stand as they are typed.
    default:
      return line.replace(/^"(.*)"$/u, "$1");
  }
}

/** `8h` and `2,5 %` as the register writes them. */
function spaced(line: string): string {
  const parts = /^(\d+)(?:[.,](\d+))?\s*([a-z]+|%)$/iu.exec(line);
  if (parts === null) return line;
  const [, whole = "", part, unit = ""] = parts;
  return `${whole}${part === undefined ? "" : `.${part}`} ${unit.toLowerCase()}`;
}

/** Lists and blocks are typed in YAML's flow form; a list of plain items also with commas alone. */
function structured(
  line: string,
  shape: string,
  path: string,
  kind: "list" | "block",
): Raw | undefined {
  const steps = path.split(".");
  if (kind === "block" && !line.startsWith("{")) return shorthand(line, shape, steps);
  if (!/^[[{]/u.test(line)) {
    // How many there are may stand for which.
    if (/^\d+$/u.test(line)) return Number(line);
    const items = line.split(",").map((each) => each.trim());
    return shapeAt(shape, [...steps, "0"])?.shape.kind === "block" ? undefined : items;
  }
  const read = readFast(line);
  if (!read.ok) return undefined;
  if (isRawList(read.value)) return read.value;
  if (!isRawObject(read.value)) return undefined;
  return kind === "list" ? [read.value] : read.value;
}

/** A block whose first field is a length of time may be answered by that alone: the alternative, for one. */
function shorthand(line: string, shape: string, steps: readonly string[]): Raw | undefined {
  const [first] = Object.keys(shapeAt(shape, steps)?.shape.fields ?? {});
  const below = first === undefined ? undefined : shapeAt(shape, [...steps, first]);
  return first !== undefined && below?.shape.kind === "span"
    ? { [first]: spaced(line) }
    : undefined;
}
