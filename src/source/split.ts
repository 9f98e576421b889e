/**
 * Cuts a register's text into top-level sections, and a section that is a block list into its
 * entries, by line starts alone. This is what makes reading fast and bounded: entries are parsed in
 * small pieces and need not be kept. It is only done where the cut cannot change the meaning (see
 * README.md); in every other case the whole file is read at once.
 */
export interface Section {
  readonly key: string;
  /** Offset of the key. */
  readonly from: number;
  readonly to: number;
  /** Offsets of the entries' first lines, when the section is a block list; else empty. */
  readonly entries: readonly number[];
}

export interface RepeatedKey {
  readonly key: string;
  readonly first: number;
  readonly second: number;
}

export type Split =
  | { readonly ok: true; readonly sections: readonly Section[] }
  | { readonly ok: false; readonly repeated?: RepeatedKey };

const SECTION_KEY = /([A-Za-z][\w-]*):(?:[ \t]+(?!#)(\S))?/uy;

/**
 * Marks that reach over entries or that the two YAML readers see differently: anchors, aliases, tags,
 * directives, document marks, merge and complex keys, a lone carriage return, and scalars of which one
 * reader makes another value.
 */
const WHOLE_FILE =
  /(?:^|[:,-][ \t]|[[{])[ \t]*(?:(?:[&*]\S|!)|<<[ \t]*:|[-+]0(?![-\d])|[-+]?0b|[-+]\.)|^(?:%|---|\.\.\.)|^[ ]*(?:- +)*\?(?:\s|$)|\r(?!\n)|(?:^|[\s{,])(?:null|Null|NULL|~)[ \t]*:(?:[\s,\]}]|$)|[[{,][ \t]*:|\{[ \t]*[{[]|^[ ]*(?:- +)*[{[].*[}\]][ \t]*:/mu;

/** A register has some ten sections. */
const MOST_SECTIONS = 1000;

/** True when the text holds one of the marks for which it is read whole, and carefully. */
export function hasWholeFileMarks(text: string): boolean {
  return WHOLE_FILE.test(text);
}

export function splitSections(text: string): Split {
  if (hasWholeFileMarks(text)) return { ok: false };
  const sections: Open[] = [];
  for (let at = text.startsWith("\u{feff}") ? 1 : 0; at < text.length; at = nextLine(text, at)) {
    const open = sections.at(-1);
    const kind = kindOfLine(text, at);
    if (kind === "blank") continue;
    if (kind === "top") {
      SECTION_KEY.lastIndex = at;
      const match = SECTION_KEY.exec(text);
      if (match?.[1] === undefined || sections.length === MOST_SECTIONS) return { ok: false };
      sections.push({
        key: match[1],
        from: at,
        inline: match[2] !== undefined,
        indent: -1,
        entries: [],
      });
      continue;
    }
    if (open === undefined) return { ok: false };
    if (!addLine(text, at, open)) return { ok: false };
  }
  return finish(sections, text.length);
}

interface Open {
  key: string;
  from: number;
  /** The value begins on the key's own line: then the section is parsed as one. */
  inline: boolean;
  /** Indentation of the entries: -1 not yet known, -2 not a list. */
  indent: number;
  entries: number[];
}

/** Notes the line where it begins an entry; false when the text is not of the simple kind. */
function addLine(text: string, at: number, open: Open): boolean {
  if (open.inline || open.indent === -2) return !isDash(text, at);
  const indent = indentOf(text, at);
  const dash = isDash(text, at + indent);
  if (open.indent === -1) open.indent = dash ? indent : -2;
  if (open.indent === -2) return indent > 0;
  if (indent < open.indent) return false;
  if (indent > open.indent) return true;
  if (!dash) return false;
  open.entries.push(at);
  return true;
}

type LineKind = "blank" | "top" | "inner";

function kindOfLine(text: string, at: number): LineKind {
  const indent = indentOf(text, at);
  const code = text.charCodeAt(at + indent);
  if (Number.isNaN(code) || code === NEWLINE || code === RETURN || code === HASH) return "blank";
  return indent === 0 && !isDash(text, at) ? "top" : "inner";
}

const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const HASH = 35;
const DASH = 45;

function indentOf(text: string, at: number): number {
  let indent = 0;
  while (text.charCodeAt(at + indent) === SPACE) indent += 1;
  return indent;
}

function isDash(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== DASH) return false;
  const next = text.charCodeAt(at + 1);
  return next === SPACE || next === NEWLINE || next === RETURN || Number.isNaN(next);
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end + 1;
}

function finish(open: readonly Open[], length: number): Split {
  const first = new Map<string, number>();
  const sections: Section[] = [];
  for (const [index, section] of open.entries()) {
    const earlier = first.get(section.key);
    if (earlier !== undefined) {
      return { ok: false, repeated: { key: section.key, first: earlier, second: section.from } };
    }
    first.set(section.key, section.from);
    const to = open[index + 1]?.from ?? length;
    sections.push({ key: section.key, from: section.from, to, entries: section.entries });
  }
  return sections.length === 0 ? { ok: false } : { ok: true, sections };
}
