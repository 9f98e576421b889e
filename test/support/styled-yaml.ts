import fc from "fast-check";
import type { Raw, RawObject } from "../../src/model/values.ts";
import { isRawList, isRawObject } from "../../src/model/values.ts";

/** How a text is laid out; each number of `choices` decides one thing, in turn. */
export interface Style {
  readonly indent: number;
  /** Columns of a list's dashes below their key. */
  readonly dash: number;
  readonly lineBreak: string;
  readonly mark: string;
  readonly endsOpen: boolean;
  readonly end: string;
  readonly comments: boolean;
  readonly choices: readonly number[];
}

export const style: fc.Arbitrary<Style> = fc
  .record({
    indent: fc.constantFrom(2, 2, 3, 4),
    unindented: fc.boolean(),
    lineBreak: fc.constantFrom("\n", "\n", "\r\n"),
    mark: fc.constantFrom("", "", "\u{feff}"),
    endsOpen: fc.boolean(),
    end: fc.constantFrom("", "", "", "...\n", "# the end\n"),
    comments: fc.boolean(),
    choices: fc.array(fc.nat(99), { minLength: 20, maxLength: 60 }),
  })
  .map(({ unindented, ...rest }) => ({ ...rest, dash: unindented ? 0 : rest.indent }));

/** A YAML text of a map in a style: block and flow, comments, blank lines, quotes of all kinds. */
export function styled(value: RawObject, given: Style): string {
  let turn = 0;
  let comments = 0;
  // A comment that stands deep below a block of text would be text.
  let isBelowText = false;
  const pick = (below: number): number =>
    (given.choices[turn++ % given.choices.length] ?? 0) % below;
  const comment = (): string => {
    comments += 1;
    return `# c${comments}`;
  };
  const text = pairs(value, 0) + given.end;
  const whole = given.endsOpen && given.end === "" ? text.replace(/\n+$/u, "") : text;
  return given.mark + whole.replaceAll("\n", given.lineBreak);

  function between(column: number): string {
    const blank = pick(8) === 0 ? "\n" : "";
    if (!given.comments || pick(4) !== 0) return blank;
    const deep = pick(5) === 0 && !isBelowText ? 3 : 0;
    const line = `${" ".repeat(column + deep)}${comment()}\n`;
    return pick(2) === 0 ? blank + line : line + blank;
  }

  function tail(): string {
    return given.comments && pick(5) === 0 ? `${" ".repeat(1 + pick(4))}${comment()}` : "";
  }

  function pairs(map: RawObject, column: number, begun = false): string {
    return Object.entries(map)
      .map(([key, each], index) => {
        const lead = begun && index === 0 ? "" : between(column) + " ".repeat(column);
        isBelowText = false;
        const name = pick(12) === 0 ? `"${key}"` : key;
        return `${lead}${name}:${placed(each ?? null, column + given.indent, column + given.dash)}`;
      })
      .join("");
  }

  function items(list: readonly Raw[], column: number): string {
    return list
      .map((item) => {
        const lead = `${between(column)}${" ".repeat(column)}-`;
        isBelowText = false;
        if (isRawObject(item) && Object.keys(item).length > 0 && pick(3) !== 0)
          return `${lead} ${pairs(item, column + 2, true)}`;
        return lead + placed(item, column + 2, column + 2);
      })
      .join("");
  }

  /** What follows a colon or a dash, to the end of its last line. */
  function placed(each: Raw, column: number, dashes: number): string {
    if (typeof each === "string" && each.includes("\n") && isPlainText(each) && pick(2) === 0) {
      isBelowText = true;
      return ` |-${tail()}\n${indented(each, column)}`;
    }
    const isFull = typeof each === "object" && each !== null && Object.keys(each).length > 0;
    if (each === null && pick(2) === 0) return `${tail()}\n`;
    if (!isFull || pick(4) === 0) return ` ${flow(each, column)}${tail()}\n`;
    return `${tail()}\n${isRawList(each) ? items(each, dashes) : pairs(each, column)}`;
  }

  function indented(each: string, column: number): string {
    const lines = each.split("\n").map((line) => (line === "" ? "" : " ".repeat(column) + line));
    return `${lines.join("\n")}\n`;
  }

  function flow(each: Raw, column: number): string {
    if (typeof each !== "object" || each === null) return scalar(each);
    const parts = isRawList(each)
      ? each.map((item) => flow(item, column))
      : Object.entries(each).map(([key, item]) => `${key}: ${flow(item ?? null, column)}`);
    const [open, close] = isRawList(each) ? ["[", "]"] : ["{ ", " }"];
    if (parts.length === 0) return open.trim() + close.trim();
    if (pick(4) !== 0) return open + parts.join(", ") + close;
    // One to a line.
    const lead = `\n${" ".repeat(column + 1)}`;
    const isTrailing = pick(2) === 0;
    const lines = parts.map((part, index) => {
      const isLast = index === parts.length - 1;
      return `${lead}${part}${isLast && !isTrailing ? "" : ","}${tail()}`;
    });
    return `${open.trim()}${lines.join("")}${lead}${close.trim()}`;
  }

  function scalar(each: string | number | boolean | null): string {
    if (each === null) return pick(2) === 0 ? "null" : "~";
    if (typeof each !== "string") return String(each);
    const isBare = /^[a-zåäö](?:[a-zåäö0-9 -]*[a-zåäö0-9])?$/iu.test(each) && each !== "null";
    if (isBare && pick(4) !== 0 && !/^(?:true|false)$/iu.test(each)) return each;
    if (isPlainText(each) && !each.includes("\n") && pick(2) === 0)
      return `'${each.replaceAll("'", "''")}'`;
    return JSON.stringify(each).replace(
      /[\u007f-\u009f\u2028\u2029\u{feff}]/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
  }
}

function isPlainText(text: string): boolean {
  return (
    /^[\p{L}\d][\p{L}\d ,:'#-]*(?:\n[\p{L}\d][\p{L}\d ,:'#-]*)*$/u.test(text) &&
    !/ $| \n/u.test(text)
  );
}
