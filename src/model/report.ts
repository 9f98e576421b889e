import type { Day, Language } from "./values.ts";

/** A piece of running text. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  /** A link to the outside, always `https:`. */
  | { readonly kind: "link"; readonly text: string; readonly href: string }
  /** A link to a heading of the same document, by its anchor. */
  | { readonly kind: "reference"; readonly text: string; readonly anchor: string };

/** How good or urgent something is; a renderer may colour it but always prints its words too. */
export type Tone = "good" | "fair" | "poor" | "bad" | "unknown" | "neutral";

export interface Cell {
  readonly text: readonly Inline[];
  readonly tone?: Tone;
}

export interface KeyFigure {
  readonly label: string;
  /** The figure as text, for example `39–65 %`. */
  readonly value: string;
  /** What is unknown about it, and what it means. */
  readonly note: string;
  readonly tone: Tone;
}

/** One bar with bounds: from `low` to `high` on a scale from 0 to `of`. */
export interface Bar {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  /** What stands at the end of the bar, the same as the numbers say. */
  readonly value: string;
}

/** One part of a document. Every document renderer draws every kind; a new kind does not compile until all do. */
export type Block =
  | {
      readonly kind: "heading";
      readonly level: 1 | 2 | 3 | 4;
      readonly anchor: string;
      readonly text: string;
    }
  | { readonly kind: "paragraph"; readonly text: readonly Inline[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly items: readonly (readonly Inline[])[];
    }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly columns: readonly {
        readonly title: string;
        readonly align: "start" | "end";
        readonly width: number;
      }[];
      /** The first cell of a row names the row. */
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: "figures"; readonly caption: string; readonly figures: readonly KeyFigure[] }
  | {
      readonly kind: "verdict";
      readonly verdict: string;
      readonly tone: Tone;
      readonly title: string;
      readonly lines: readonly (readonly Inline[])[];
    }
  | {
      readonly kind: "chart";
      readonly caption: string;
      readonly axis: string;
      readonly of: number;
      readonly bars: readonly Bar[];
    }
  | {
      readonly kind: "callout";
      readonly tone: Tone;
      readonly title: string;
      readonly text: readonly Inline[];
    }
  | { readonly kind: "source"; readonly text: readonly Inline[] }
  /** A place where a new page may begin in paged formats. */
  | { readonly kind: "page-break" };

/** A document to be drawn, in one language, about what does not change from day to day. */
export interface Page {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** Name of the organisation in the report's language. */
  readonly organisation: string;
  /** The day of assessment: the only date a document carries. Undefined where nothing was assessed. */
  readonly asOf: Day | undefined;
  /** Printed in the head of every page, for example a classification or the word draft; may be empty. */
  readonly marking: string;
  /** Words that renderers need: page x of y, the name of the contents list, and so on. */
  readonly words: ReportWords;
  readonly blocks: readonly Block[];
  /** Name and version of the tool, for the document's properties. */
  readonly producer: string;
}

/** A document about an assessment. */
export interface Report extends Page {
  readonly asOf: Day;
}

export interface ReportWords {
  readonly contents: string;
  /** Has `{page}` and `{pages}` in it. */
  readonly pageOf: string;
  /** Names the bounds in charts, for example `shown to be in place` and `not yet known`. */
  readonly shown: string;
  readonly open: string;
  readonly skipToContent: string;
}
