/** A piece of running text in a drawn draft. */
export type Span =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  /** A link to a place in the document. */
  | { readonly kind: "link"; readonly anchor: string; readonly text: string }
  /** A link to the outside, always `https:`. */
  | { readonly kind: "web"; readonly href: string; readonly text: string }
  /** A filled blank; `tag` names clause and parameter. */
  | { readonly kind: "filled"; readonly tag: string; readonly title: string; readonly text: string }
  /** An open blank, brackets and all. */
  | {
      readonly kind: "open";
      readonly tag: string;
      readonly title: string;
      readonly text: string;
      readonly anchor: string | undefined;
    }
  /** The brackets around words to be kept or struck. */
  | { readonly kind: "bracket"; readonly text: string; readonly anchor: string | undefined }
  /** The number of another clause, kept alive where the format can. */
  | { readonly kind: "reference"; readonly anchor: string; readonly text: string };

export type Line = readonly Span[];

/** One part of a drawn draft; the same parts in every format. */
export type DraftBlock =
  | { readonly kind: "title" | "marking" | "subtitle"; readonly text: string }
  | Heading
  /** The heading of a clause; `list` tells the numbering of one contract from another's. */
  | {
      readonly kind: "clause";
      readonly anchor: string;
      readonly list: number;
      readonly label: string;
      readonly text: string;
    }
  | {
      readonly kind: "item" | "point";
      readonly list: number;
      readonly label: string;
      readonly line: Line;
    }
  | { readonly kind: "continuation"; readonly line: Line }
  | { readonly kind: "definition"; readonly label: string; readonly line: Line }
  | { readonly kind: "paragraph" | "notice"; readonly line: Line }
  | { readonly kind: "bullets"; readonly lines: readonly Line[] }
  /** Widths are shares of a hundred; each cell is a list of lines. */
  | {
      readonly kind: "table";
      readonly columns: readonly { readonly title: string; readonly width: number }[];
      readonly rows: readonly (readonly (readonly Line[])[])[];
    };

export interface Heading {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3;
  /** Undefined where nothing points. */
  readonly anchor: string | undefined;
  readonly text: string;
  /** True where paged formats begin a new page. */
  readonly newPage: boolean;
}

/** A heading inside a page. */
export function heading(
  level: Heading["level"],
  anchor: string | undefined,
  text: string,
): Heading {
  return { kind: "heading", level, anchor, text, newPage: false };
}

export function plain(text: string): Span {
  return { kind: "text", text };
}

export function strong(text: string): Span {
  return { kind: "strong", text };
}

/** Longer titles are cut: they would fill the page, and stand whole in the register. */
export const LONGEST_TITLE = 200;

/** Anchor of a clause in the contract's text: part of the draft, number of the clause. */
export function clauseAnchor(part: number, clause: number): string {
  return `clause_${String(part)}_${String(clause)}`;
}

/** Anchor of what the lawyer must know about a clause. */
export function notesAnchor(part: number, clause: number): string {
  return `notes_${String(part)}_${String(clause)}`;
}
