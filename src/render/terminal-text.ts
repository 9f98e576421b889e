import type { Inline, Tone } from "../model/report.ts";
import { cleanHref, cleanText } from "./clean.ts";
import type { Paint } from "./paint.ts";
import { wrap, type Run } from "./wrap.ts";

/** How a run of text is painted. */
export type Brush = "plain" | "strong" | "code" | "link" | "muted" | Tone;

/** Letters that a terminal draws two columns wide. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** Columns that `text` takes in a terminal. */
export function countColumns(text: string): number {
  if (/^[ -~]*$/u.test(text)) return text.length;
  let columns = 0;
  for (const letter of text) {
    if (!/[\p{M}\u200c\u200d]/u.test(letter)) columns += WIDE.test(letter) ? 2 : 1;
  }
  return columns;
}

/** Inlines as runs; an address follows the words of its link, since a terminal hides none. */
export function runsOf(text: readonly Inline[], tone?: Tone): readonly Run<Brush>[] {
  return text.flatMap((inline): readonly Run<Brush>[] => {
    const words = cleanText(inline.text);
    switch (inline.kind) {
      case "text":
      case "reference":
        return [{ text: words, style: tone ?? "plain" }];
      case "strong":
        return [{ text: words, style: tone ?? "strong" }];
      case "code":
        return [{ text: words, style: tone ?? "code" }];
      case "link": {
        const href = cleanHref(inline.href);
        if (href === undefined || href === words) return [{ text: words, style: "link" }];
        return [
          { text: words, style: "link" },
          { text: ` (${href})`, style: "muted" },
        ];
      }
    }
  });
}

/** Plain words as one run. */
export function runOf(text: string, style: Brush = "plain"): readonly Run<Brush>[] {
  return [{ text: cleanText(text), style }];
}

/** Lines of at most `width` columns. */
export function wrapColumns(
  runs: readonly Run<Brush>[],
  width: number,
): readonly (readonly Run<Brush>[])[] {
  return wrap(runs, width, countColumns);
}

/** A line as text, filled up to `width` on the right, or on the left when it aligns to the end. */
export function paintLine(
  line: readonly Run<Brush>[],
  paint: Paint,
  width = 0,
  align: "start" | "end" = "start",
): string {
  const used = line.reduce((sum, { text }) => sum + countColumns(text), 0);
  const fill = " ".repeat(Math.max(0, width - used));
  const painted = line.map(({ text, style }) => paintRun(text, style, paint)).join("");
  return align === "end" ? fill + painted : painted + fill;
}

function paintRun(text: string, brush: Brush, paint: Paint): string {
  switch (brush) {
    case "plain":
    case "code":
      return text;
    case "strong":
      return paint.strong(text);
    case "link":
      return paint.link(text);
    case "muted":
      return paint.muted(text);
    // Every other brush is a tone, which the compiler checks.
    default:
      return paint.tone(brush, text);
  }
}
