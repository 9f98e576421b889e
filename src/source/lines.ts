import type { Position, Span } from "../model/diagnostic.ts";

/** Finds lines and columns in a text; the index of line starts is made once. */
export interface LineIndex {
  /** The position of an offset; offsets past the end are the end. */
  readonly positionAt: (offset: number) => Position;
  /** Line `line` (from 1) without its line break, or undefined past the end. */
  readonly lineAt: (line: number) => string | undefined;
  readonly spanOf: (from: number, to: number) => Span;
}

export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    starts.push(at + 1);
  }
  const positionAt = (offset: number): Position => {
    const bounded = Math.max(0, Math.min(offset, text.length));
    const line = lastStartAtOrBefore(starts, bounded);
    return { line: line + 1, column: bounded - (starts[line] ?? 0) + 1, offset: bounded };
  };
  return {
    positionAt,
    lineAt: (line) => {
      const start = starts[line - 1];
      if (start === undefined) return undefined;
      const end = starts[line] ?? text.length + 1;
      return text.slice(start, end - 1).replace(/\r$/u, "");
    },
    spanOf: (from, to) => ({ start: positionAt(from), end: positionAt(Math.max(from, to)) }),
  };
}

/** Index of the last of some ascending offsets that is not after `offset`; 0 when all are. */
export function lastStartAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
