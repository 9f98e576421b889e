import type { Day, Language } from "./values.ts";

/** How a cell is drawn, and whether the reader may write in it where the sheet is protected. */
export type CellLook =
  | "title"
  /** Said to the reader above a table. */
  | "note"
  | "heading"
  | "plain"
  | "strong"
  /** Small and grey: for programs and for those who look closer. */
  | "muted"
  /** To be filled in: the only cells of a protected sheet that can be. */
  | "input"
  /** Nothing can be filled in here, and it shows. */
  | "closed";

/** A cell: text stays text whatever it begins with, a day is a real date, a number a real number. */
export type SheetCell = { readonly look: CellLook } & (
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "day"; readonly day: Day }
  /** Empty, and kept for a value of this kind. */
  | { readonly kind: "blank"; readonly of: "text" | "number" | "day" }
);

export interface SheetColumn {
  /** In characters of the standard font. */
  readonly width: number;
  readonly hidden?: true;
}

/** What may be written in the cells of a column, `from` and `to` their rows. Rows and columns count from 1. */
export interface CellRule {
  readonly from: number;
  readonly to: number;
  readonly column: number;
  readonly allows:
    /** One of the texts in a column of another sheet, `from` and `to` its rows. */
    | {
        readonly kind: "choice";
        readonly sheet: string;
        readonly column: number;
        readonly from: number;
        readonly to: number;
        /** False where something else may be written too. */
        readonly only: boolean;
      }
    /** A day from 2000 on. */
    | { readonly kind: "day" }
    /** A whole number from 0 on. */
    | { readonly kind: "count" }
    | { readonly kind: "anything" };
  /** Shown beside the cell while one stands in it: at most 255 characters. */
  readonly hint: string;
  /** Shown when something else is written: at most 255 characters. */
  readonly refusal: string;
}

export interface Sheet {
  /** At most 31 characters, without `: \ / ? * [ ]`. */
  readonly name: string;
  /** `very-hidden` is shown by no menu. */
  readonly state: "visible" | "hidden" | "very-hidden";
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Rows and columns that stay while the rest moves; the rows are printed on every page too. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** True where only the cells with the look `input` can be written in. There is no password. */
  readonly protected: boolean;
  /** True where the heading, the last of the frozen rows, can filter what is below it. */
  readonly filtered: boolean;
  readonly rules: readonly CellRule[];
}

/** A workbook to be written, in one language. */
export interface Workbook {
  readonly language: Language;
  readonly title: string;
  /** Name and version of the tool: a workbook names no user, machine or moment. */
  readonly producer: string;
  readonly sheets: readonly Sheet[];
}
