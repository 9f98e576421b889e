import type { Tone } from "../model/report.ts";

/** A4 and its margins, in points. */
export const PAGE = {
  width: 595.28,
  height: 841.89,
  left: 56,
  right: 56,
  top: 78,
  bottom: 70,
} as const;

/** Width of the text on a page, in points. */
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** Where a link leads: out of the document, or to the heading with this identifier. */
export type Target = { readonly address: string } | { readonly heading: string };

/** How a run of text looks in a PDF; sizes are in points. Runs of one look share one object. */
export interface Look {
  readonly font: "regular" | "bold";
  readonly size: number;
  /** From the line of one text to the next. */
  readonly leading: number;
  readonly colour: string;
  readonly target?: Target;
}

/** Colours that mean nothing by themselves. */
export const COLOUR = {
  ink: "#1b2229",
  muted: "#525c66",
  accent: "#1d4f80",
  rule: "#cdd4db",
  edge: "#6b7682",
  panel: "#f4f6f8",
  track: "#e6eaee",
  paper: "#ffffff",
} as const;

/** Ink and background of each tone: the same pairs as in the style sheet of the HTML, dark enough on paper in grey. */
export const TONE: Readonly<Record<Tone, { readonly ink: string; readonly back: string }>> = {
  good: { ink: "#1a6338", back: "#e5f3ea" },
  fair: { ink: "#1d5a7a", back: "#e3f0f7" },
  poor: { ink: "#7d4a00", back: "#fcf0da" },
  bad: { ink: "#9c1c2b", back: "#fbe7e9" },
  unknown: { ink: "#55496f", back: "#eeebf5" },
  neutral: { ink: "#1d4f80", back: "#f4f6f8" },
};

const look = (
  font: Look["font"],
  size: number,
  leading: number,
  colour: string = COLOUR.ink,
): Look => ({
  font,
  size,
  leading,
  colour,
});

/** The scale of letters. */
export const LOOK = {
  title: look("bold", 23, 28),
  subtitle: look("regular", 11.5, 16, COLOUR.muted),
  body: look("regular", 10, 14.2),
  strong: look("bold", 10, 14.2),
  small: look("regular", 8.5, 12, COLOUR.muted),
  caption: look("bold", 9.5, 13),
  cell: look("regular", 8.8, 12),
  cellStrong: look("bold", 8.8, 12),
  columnTitle: look("bold", 8.5, 11.5, COLOUR.muted),
  figure: look("bold", 17, 22),
  running: look("regular", 8, 11, COLOUR.muted),
  marking: look("bold", 8.5, 11),
} as const;

/** Headings by depth, 2 to 5, with the space above and below them. */
export const HEADING: Readonly<
  Record<number, { readonly look: Look; readonly above: number; readonly below: number }>
> = {
  2: { look: look("bold", 16, 20, COLOUR.accent), above: 26, below: 7 },
  3: { look: look("bold", 12.5, 16.5), above: 20, below: 5 },
  4: { look: look("bold", 10.5, 14.5), above: 15, below: 3 },
  5: { look: look("bold", 10, 14, COLOUR.muted), above: 12, below: 2 },
};
