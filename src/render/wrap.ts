/** Text in one style. */
export interface Run<Style> {
  readonly text: string;
  readonly style: Style;
}

/** How wide text is, in the unit of the page: points, or columns of a terminal. */
export type Measure<Style> = (text: string, style: Style) => number;

/** Spaces, or what stands between them, cut where a line may also break: inside `EU-rahoitus`, not inside `K-2026-1`. */
const PARTS = / +|[^ ]+?(?:(?<=\p{L}{2}[-–/])(?=\p{L}{2})|(?= )|$)/gu;
/** A letter with its accents. */
const LETTERS = /\P{M}\p{M}*|\p{M}+/gu;

interface Word<Style> {
  readonly runs: Run<Style>[];
  width: number;
  /** Width of the space before it. */
  gap: number;
  space: Run<Style> | undefined;
}

/**
 * Breaks runs into lines of at most `width`, at spaces and after hyphens between letters; a word
 * wider than a line is broken between letters. Always at least one line. The space at which a line
 * breaks is dropped, or hangs over its end where `spaces` says so, so that a reader of the text finds it.
 */
export function wrap<Style>(
  runs: readonly Run<Style>[],
  width: number,
  measure: Measure<Style>,
  spaces: "dropped" | "hanging" = "dropped",
): readonly (readonly Run<Style>[])[] {
  const lines: Run<Style>[][] = [];
  let line: Run<Style>[] = [];
  let used = 0;
  for (const word of wordsOf(runs, measure)) {
    if (line.length > 0 && used + word.gap + word.width <= width) {
      if (word.space !== undefined) append(line, word.space);
      for (const run of word.runs) append(line, run);
      used += word.gap + word.width;
      continue;
    }
    if (line.length > 0) {
      if (spaces === "hanging" && word.space !== undefined) append(line, word.space);
      lines.push(line);
    }
    line = [];
    const pieces = word.width <= width ? [word.runs] : cutWord(word.runs, width, measure);
    lines.push(...pieces.slice(0, -1));
    for (const run of pieces.at(-1) ?? []) append(line, run);
    used = widthOf(line, measure);
  }
  lines.push(line);
  return lines;
}

/** Width of the widest word of `runs`: a column narrower than this breaks words. */
export function widestWord<Style>(runs: readonly Run<Style>[], measure: Measure<Style>): number {
  return wordsOf(runs, measure).reduce((widest, word) => Math.max(widest, word.width), 0);
}

/** Width of a line of runs. */
export function widthOf<Style>(line: readonly Run<Style>[], measure: Measure<Style>): number {
  return line.reduce((sum, run) => sum + measure(run.text, run.style), 0);
}

function wordsOf<Style>(runs: readonly Run<Style>[], measure: Measure<Style>): Word<Style>[] {
  const words: Word<Style>[] = [];
  let space: Run<Style> | undefined;
  let open = false;
  for (const { text, style } of runs) {
    for (const [part] of text.matchAll(PARTS)) {
      if (part.startsWith(" ")) {
        space = { text: " ", style };
        open = false;
        continue;
      }
      let word = words.at(-1);
      if (!open || word === undefined) {
        word = { runs: [], width: 0, gap: space === undefined ? 0 : measure(" ", style), space };
        words.push(word);
        space = undefined;
      }
      word.runs.push({ text: part, style });
      word.width += measure(part, style);
      open = !/\p{L}{2}[-–/]$/u.test(part);
    }
  }
  return words;
}

/** Cuts a word that is wider than a line into pieces that are not. */
function cutWord<Style>(
  runs: readonly Run<Style>[],
  width: number,
  measure: Measure<Style>,
): Run<Style>[][] {
  const pieces: Run<Style>[][] = [];
  let piece: Run<Style>[] = [];
  let used = 0;
  for (const { text, style } of runs) {
    for (const [letter] of text.matchAll(LETTERS)) {
      const step = measure(letter, style);
      if (used + step > width && piece.length > 0) {
        pieces.push(piece);
        piece = [];
        used = 0;
      }
      append(piece, { text: letter, style });
      used += step;
    }
  }
  return [...pieces, piece];
}

function append<Style>(line: Run<Style>[], run: Run<Style>): void {
  const last = line.at(-1);
  if (last?.style === run.style)
    line[line.length - 1] = { text: last.text + run.text, style: run.style };
  else line.push(run);
}
