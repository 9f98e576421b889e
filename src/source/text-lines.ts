/** The offset where the line of an offset begins, after a byte order mark. */
export function lineStart(text: string, at: number): number {
  const start = at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
  return start === 0 && text.startsWith("\u{feff}") ? 1 : start;
}

/** The offset where the text of the line of an offset ends, before its line break. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  if (newline === -1) return text.length;
  return newline > at && text[newline - 1] === "\r" ? newline - 1 : newline;
}

/** The offset where the next line begins; the text's end when there is none. */
export function nextLine(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  return newline === -1 ? text.length : newline + 1;
}

/** Characters in front of an offset in its line. */
export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** True when nothing but spaces stands in front of an offset in its line. */
export function isFirstInLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === "";
}

/** The line break in use around an offset: that of the line before, else the first of the text. */
export function lineBreakAt(text: string, at: number): string {
  const before = at === 0 ? -1 : text.lastIndexOf("\n", at - 1);
  const newline = before === -1 ? text.indexOf("\n") : before;
  return newline > 0 && text[newline - 1] === "\r" ? "\r\n" : "\n";
}

/** What a line holds, for whoever looks for a place between lines. */
export type LineKind = "blank" | "comment" | "other";

export function kindOfLineAt(
  text: string,
  start: number,
): { readonly kind: LineKind; readonly column: number } {
  const line = text.slice(start, lineEnd(text, start));
  const column = line.length - line.trimStart().length;
  if (column === line.length) return { kind: "blank", column };
  return { kind: line[column] === "#" ? "comment" : "other", column };
}

/** True when a blank line stands above the line of an offset and above the comments that head it. */
export function isSetApart(text: string, at: number): boolean {
  let start = lineStart(text, at);
  while (start > 1) {
    start = lineStart(text, start - 1);
    const { kind } = kindOfLineAt(text, start);
    if (kind !== "comment") return kind === "blank";
  }
  return false;
}
