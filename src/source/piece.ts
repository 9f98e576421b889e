import type { Raw } from "../model/values.ts";
import type { Fault } from "./careful.ts";
import { readCarefully, tooDeep } from "./careful.ts";
import { readFast } from "./fast.ts";

/** Largest text that is read in one piece, in characters: a file that cannot be cut, or a section that is no list. */
const LARGEST_PIECE = 4_000_000;
/** Most marks that may begin a value or a line in it: the careful reader takes about 1 kB of memory for each. */
const MOST_MARKS = 300_000;
/** Largest single entry, in characters and in marks. A contract of many pages is below a hundredth of it. */
const LARGEST_ENTRY = 1_000_000;
const MOST_MARKS_IN_ENTRY = 50_000;

/** True when a section or a file is more than may be read in one piece. */
export function isTooLargePiece(text: string, from: number, to: number): boolean {
  return isMoreThan(text, from, to, LARGEST_PIECE, MOST_MARKS);
}

/** True when an entry of a list is more than any entry needs. */
export function isTooLargeEntry(text: string, from: number, to: number): boolean {
  return isMoreThan(text, from, to, LARGEST_ENTRY, MOST_MARKS_IN_ENTRY);
}

function isMoreThan(
  text: string,
  from: number,
  to: number,
  characters: number,
  marks: number,
): boolean {
  if (to - from > characters) return true;
  if (to - from <= marks) return false;
  let found = 0;
  for (let at = from; at < to && found <= marks; at += 1) if (isMark(text, at)) found += 1;
  return found > marks;
}

const ALWAYS = new Set(Array.from(",[{\n", (each) => each.charCodeAt(0)));
const BEFORE_SPACE = new Set(Array.from(":?-", (each) => each.charCodeAt(0)));
const SPACE = 32;

function isMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return ALWAYS.has(code) || (BEFORE_SPACE.has(code) && text.charCodeAt(at + 1) <= SPACE);
}

/** The value of a piece of YAML, or what is wrong with it. */
export type PieceResult =
  { readonly ok: true; readonly value: Raw } | { readonly ok: false; readonly fault: Fault };

/** Reads the fast way, and the careful way wherever the fast reader fails or is known to let faults pass. */
export function readPiece(text: string): PieceResult {
  const fast = readFast(text);
  if (!fast.ok && fast.tooDeep) return { ok: false, fault: tooDeep(fast.offset) };
  if (fast.ok && !isLaxlyRead(text)) return fast;
  const careful = readCarefully(text);
  return careful.ok ? { ok: true, value: careful.reading.value } : careful;
}

/** What the fast reader may take for something else than YAML says, or for right where it is wrong. */
const LAX: readonly RegExp[] = [
  // A comment that touches a quote.
  /["']#/u,
  // Text in quotes that goes on in the next line, which must stand deeper than its key.
  /(?:^ *|[:,?[{-][ \t]*)(?:"(?:[^"\\\n]|\\.)*\\?\r?$|'(?:[^'\n]|'')*\r?$)/mu,
  // A block of text that keeps its last line breaks, says how deep it stands, or begins with a line of spaces.
  /[|>](?:\+|-?\d)|[|>][-+\d]*[ \t]*(?:#.*)?\r?\n +\r?$/mu,
  // An item without a value: first in a list inside a list, before a comment or a line of spaces, or last in its list.
  /^ *(?:- +)+-(?:[ \t]+#.*|[ \t]*)\r?$|-(?:[ \t]+#.*|[ \t]*)\r?\n[ \t]*(?:#.*)?\r?$/mu,
  /^( *)-(?:[ \t]+#.*|[ \t]*)\r?\n(?!\1 )/mu,
  // A number that no computer holds.
  /\d[eE]\+?\d{3}|\d{300}/u,
];

/** True when the fast reader is not to be trusted with the text. */
export function isLaxlyRead(text: string): boolean {
  return (
    LAX.some((pattern) => pattern.test(text)) ||
    hasTabbedLine(text) ||
    endsInSpaces(text) ||
    hasOutdentedFlow(text)
  );
}

/** A tab in front of a line's text. Hardly any text has a tab at all, which is seen much sooner. */
function hasTabbedLine(text: string): boolean {
  return text.includes("\t") && /^ *\t/mu.test(text);
}

/** A last line of spaces without an end. */
function endsInSpaces(text: string): boolean {
  const newline = text.lastIndexOf("\n");
  return newline !== -1 && /^[ \t]+$/u.test(text.slice(newline + 1));
}

const KEY_COLUMN = /[ ]*(?:- +)*/uy;

/** True when a list or group in brackets goes on in a line that may not stand deeper than its key. */
function hasOutdentedFlow(text: string): boolean {
  let open = 0;
  let column = 0;
  for (let from = 0; from < text.length;) {
    if (open === 0) from = lineOfNextOpening(text, from);
    const newline = text.indexOf("\n", from);
    const to = newline === -1 ? text.length : newline;
    KEY_COLUMN.lastIndex = from;
    const indent = KEY_COLUMN.exec(text)?.[0].length ?? 0;
    const isBlank = from + indent >= to || text.startsWith("\r", from + indent);
    if (open > 0 && !isBlank && indent <= column) return true;
    if (open === 0) column = indent;
    open = Math.max(0, open + bracketsOpened(text, from, to));
    from = to + 1;
  }
  return false;
}

const OPENING = /[[{]/gu;

/** The start of the line, at `from` or later, in which the next bracket opens; else the text's end. */
function lineOfNextOpening(text: string, from: number): number {
  OPENING.lastIndex = from;
  return OPENING.test(text) ? text.lastIndexOf("\n", OPENING.lastIndex - 1) + 1 : text.length;
}

/** Brackets opened less brackets closed; those in quotes and comments count too, which only costs time. */
function bracketsOpened(text: string, from: number, to: number): number {
  let opened = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === OPEN_BRACKET || code === OPEN_BRACE) opened += 1;
    else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) opened -= 1;
  }
  return opened;
}

const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
