import type { Heading } from "./headings.ts";
import type { Look, Target } from "./pdf-style.ts";

/** One thing drawn, in points; `y` counts from the top, of a strip first and then of the page. */
export type Mark =
  | {
      readonly kind: "text";
      readonly x: number;
      /** The line that the letters stand on. */
      readonly y: number;
      /** Or the number of the page that a heading stands on, known once all pages are. */
      readonly text: string | { readonly pageOf: Heading };
      readonly look: Look;
      readonly anchor?: "middle" | "end";
    }
  | {
      readonly kind: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly colour: string;
    }
  | {
      readonly kind: "line";
      readonly x1: number;
      readonly y: number;
      readonly x2: number;
      readonly y2: number;
      readonly colour: string;
      readonly thick: number;
    };

/** An element of the structure that a screen reader follows, such as `P` or `TD`. */
export interface Tag {
  readonly type: string;
  readonly parent: Tag | undefined;
  readonly alt?: string;
  readonly scope?: "Row" | "Column";
  readonly numbering?: "Decimal" | "Disc";
  /** Where a figure stands on its page: left, top, right, bottom. */
  box?: [number, number, number, number];
  readonly children: (Tag | Placed)[];
}

/** What a strip draws inside one element. */
export interface Ink {
  readonly tag: Tag;
  readonly marks: readonly Mark[];
  readonly link?: {
    readonly target: Target;
    readonly text: string;
    readonly x: number;
    readonly width: number;
    readonly y: number;
    readonly height: number;
  };
}

/** An ink on its page. */
export interface Placed extends Ink {
  readonly page: number;
}

/** A band across the page that no page break cuts. */
export interface Strip {
  /** Space above it, dropped at the top of a page. */
  readonly before: number;
  readonly height: number;
  /** The next strip must begin on the same page. */
  readonly keep: boolean;
  /** Backgrounds and rules, which the structure leaves out. */
  readonly back: readonly Mark[];
  readonly inks: readonly Ink[];
  /** Drawn again, outside the structure, when this strip is the first on a page. */
  readonly head?: readonly Strip[];
  readonly newPage?: boolean;
  readonly heading?: Heading;
  readonly figure?: { readonly tag: Tag; readonly x: number; readonly width: number };
}

/** A new element under `parent`. It joins the structure when something is drawn in it. */
export function makeTag(
  type: string,
  parent: Tag | undefined,
  attributes: Pick<Tag, "alt" | "scope" | "numbering"> = {},
): Tag {
  return { type, parent, ...attributes, children: [] };
}

/** A mark moved by `dx` and `dy`. */
export function moveMark(mark: Mark, dx: number, dy: number): Mark {
  switch (mark.kind) {
    case "text":
    case "rect":
      return { ...mark, x: mark.x + dx, y: mark.y + dy };
    case "line":
      return { ...mark, x1: mark.x1 + dx, x2: mark.x2 + dx, y: mark.y + dy, y2: mark.y2 + dy };
  }
}

/** An ink moved by `dx` and `dy`. */
export function moveInk<Inked extends Ink>(ink: Inked, dx: number, dy: number): Inked {
  const marks = ink.marks.map((mark) => moveMark(mark, dx, dy));
  if (ink.link === undefined) return { ...ink, marks };
  return { ...ink, marks, link: { ...ink.link, x: ink.link.x + dx, y: ink.link.y + dy } };
}
