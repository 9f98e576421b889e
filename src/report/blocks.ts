import type { Block, Cell, Inline, Tone } from "../model/report.ts";

/** Plain text, whatever signs it holds. */
export function text(written: string): Inline {
  return { kind: "text", text: written };
}

export function strong(written: string): Inline {
  return { kind: "strong", text: written };
}

export function code(written: string): Inline {
  return { kind: "code", text: written };
}

/** A link to a heading of the same document. */
export function reference(written: string, anchor: string): Inline {
  return { kind: "reference", text: written, anchor };
}

export function heading(level: 1 | 2 | 3 | 4, anchor: string, written: string): Block {
  return { kind: "heading", level, anchor, text: written };
}

export function paragraph(...parts: readonly (string | Inline)[]): Block {
  return { kind: "paragraph", text: inlines(parts) };
}

/** Strings as plain text, other pieces as they are. */
function inlines(parts: readonly (string | Inline)[]): readonly Inline[] {
  return parts.map((part) => (typeof part === "string" ? text(part) : part));
}

/** Nothing when there are no items: an empty list says less than a sentence does. */
export function list(items: readonly (readonly Inline[])[], ordered = false): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "list", ordered, items }];
}

export function cell(content: string | readonly (string | Inline)[], tone?: Tone): Cell {
  const written = typeof content === "string" ? [text(content)] : inlines(content);
  return tone === undefined ? { text: written } : { text: written, tone };
}

/** A column of a table; the widths of a table are parts of their own sum. */
export interface Column {
  readonly title: string;
  readonly width: number;
  readonly align?: "start" | "end";
}

export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Block {
  const aligned = columns.map(({ title, width, align }) => ({
    title,
    width,
    align: align ?? ("start" as const),
  }));
  return { kind: "table", caption, columns: aligned, rows };
}

/** Pieces joined with a separator, for example evidence places with commas. */
export function join(pieces: readonly Inline[], separator: string): readonly Inline[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [text(separator), piece]));
}
