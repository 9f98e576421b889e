import type { Inline } from "../model/report.ts";
import { cleanHref, cleanText } from "./clean.ts";
import type { Headings } from "./headings.ts";
import { COLOUR, LOOK, type Look } from "./pdf-style.ts";
import { makeTag, moveInk, moveMark, type Ink, type Strip, type Tag } from "./pdf-strip.ts";
import { widthOf, wrap, type Measure, type Run } from "./wrap.ts";

/** What a layout may ask of the fonts. */
export interface Type {
  readonly measure: Measure<Look>;
  /** Whether both fonts can draw the code point. */
  readonly draws: (codePoint: number) => boolean;
}

/** Where lines of text stand: from `x`, at most `width` wide. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly align?: "start" | "end";
}

/** Text as one line that the fonts can draw; what they cannot becomes U+FFFD. */
export function drawable(text: string, { draws }: Type): string {
  let result = "";
  for (const letter of cleanText(text))
    result += draws(letter.codePointAt(0) ?? 0) ? letter : "\ufffd";
  return result;
}

/** Inlines as runs; each link has a look of its own, so that its runs stay one link. */
export function runsOf(
  text: readonly Inline[],
  plain: Look,
  type: Type,
  headings: Headings,
): readonly Run<Look>[] {
  const strong: Look = plain.font === "bold" ? plain : { ...plain, font: "bold" };
  return text.map((inline): Run<Look> => {
    const words = drawable(inline.text, type);
    switch (inline.kind) {
      case "text":
      case "code":
        return { text: words, style: plain };
      case "strong":
        return { text: words, style: strong };
      case "link": {
        const address = cleanHref(inline.href);
        if (address === undefined) return { text: words, style: plain };
        return { text: words, style: { ...plain, colour: COLOUR.accent, target: { address } } };
      }
      case "reference": {
        const heading = headings.byAnchor.get(inline.anchor);
        if (heading === undefined) return { text: words, style: plain };
        return {
          text: words,
          style: { ...plain, colour: COLOUR.accent, target: { heading: heading.id } },
        };
      }
    }
  });
}

/** The inks of one line, its text on the line `y`; links are elements of their own under `tag`. */
export function inkLine(
  line: readonly Run<Look>[],
  column: Column,
  y: number,
  tag: Tag,
  type: Type,
  links: Map<Look, Tag> = new Map(),
): readonly Ink[] {
  const slack = column.width - widthOf(trimEnd(line), type.measure);
  let x = column.x + (column.align === "end" ? slack : 0);
  return line.map(({ text, style }): Ink => {
    const from = x;
    const width = type.measure(text, style);
    x += width;
    const mark = { kind: "text", x: from, y, text, look: style } as const;
    if (style.target === undefined) return { tag, marks: [mark] };
    const link = links.get(style) ?? makeTag("Link", tag);
    links.set(style, link);
    const under = {
      kind: "line",
      x1: from,
      y: y + 1.6,
      x2: from + width,
      y2: y + 1.6,
      colour: style.colour,
      thick: 0.5,
    } as const;
    const area = {
      target: style.target,
      text,
      x: from,
      width,
      y: y - style.size,
      height: style.leading,
    };
    return { tag: link, marks: [mark, under], link: area };
  });
}

/** A line without the space that hangs over its end. */
export function trimEnd(line: readonly Run<Look>[]): readonly Run<Look>[] {
  const last = line.at(-1);
  return last === undefined ? line : [...line.slice(0, -1), { ...last, text: last.text.trimEnd() }];
}

/** From the top of a line to the line that its letters stand on. */
export function baseline({ size, leading }: Look): number {
  return (leading - size) / 2 + size * 0.86;
}

/** Runs as strips, a line each; the first two and the last two lines stay together. */
export function layText(
  runs: readonly Run<Look>[],
  look: Look,
  column: Column,
  tag: Tag,
  type: Type,
  { before = 0, keep = false }: { readonly before?: number; readonly keep?: boolean } = {},
): readonly Strip[] {
  const links = new Map<Look, Tag>();
  const lines = wrap(runs, column.width, type.measure, "hanging");
  return lines.map((line, index) => ({
    before: index === 0 ? before : 0,
    height: look.leading,
    keep: keep || (index === 0 && lines.length > 1) || index === lines.length - 2,
    back: [],
    inks: inkLine(line, column, baseline(look), tag, type, links),
  }));
}

/** Plain words as strips. */
export function layWords(
  words: string,
  look: Look,
  column: Column,
  tag: Tag,
  type: Type,
  space: { readonly before?: number; readonly keep?: boolean } = {},
): readonly Strip[] {
  return layText([{ text: drawable(words, type), style: look }], look, column, tag, type, space);
}

/** Strips inside a panel with a stripe on its left; a short panel is not cut. */
export function panel(
  strips: readonly Strip[],
  width: number,
  colours: { readonly ink: string; readonly back: string },
  before: number,
): readonly Strip[] {
  const pad = 9;
  const whole = strips.length <= 16;
  return strips.map((strip, index) => {
    const above = strip.before + (index === 0 ? pad : 0);
    const last = index === strips.length - 1;
    const height = above + strip.height + (last ? pad : 0);
    /* A hair more than its height, so that no seam shows between strips. */
    const tall = height + (last ? 0 : 0.4);
    return {
      ...strip,
      before: index === 0 ? before : 0,
      height,
      keep: (whole || strip.keep) && !last,
      back: [
        { kind: "rect", x: 0, y: 0, width, height: tall, colour: colours.back },
        { kind: "rect", x: 0, y: 0, width: 3.5, height: tall, colour: colours.ink },
        ...strip.back.map((mark) => moveMark(mark, 0, above)),
      ],
      inks: strip.inks.map((ink) => moveInk(ink, 0, above)),
    };
  });
}

/** Space between the end of one block of text and the next. */
export const PARAGRAPH_GAP = LOOK.body.leading * 0.6;
