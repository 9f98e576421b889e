import type { Heading } from "./headings.ts";
import { PAGE } from "./pdf-style.ts";
import { moveInk, moveMark, type Mark, type Placed, type Strip, type Tag } from "./pdf-strip.ts";

/** Where a strip stands. */
export interface Place {
  readonly strip: Strip;
  /** Counted from 0. */
  readonly page: number;
  readonly y: number;
}

/** Pages ready to be drawn. */
export interface Pages {
  readonly count: number;
  readonly root: Tag;
  /** Backgrounds and rules, outside the structure, by page. */
  readonly artifacts: readonly (readonly Mark[])[];
  /** The headings in order, and where they stand. */
  readonly bookmarks: readonly {
    readonly heading: Heading;
    readonly page: number;
    readonly y: number;
  }[];
}

const ROOM = PAGE.height - PAGE.top - PAGE.bottom;
/** A hundredth of a point over the edge is rounding, not text. */
const FOOT = PAGE.height - PAGE.bottom + 0.01;

/**
 * Puts strips on pages: what must stay together does, as far as a page is long enough, and the head
 * of a table is set again above its rows on each page.
 */
export function paginate(strips: readonly Strip[]): readonly Place[] {
  const places: Place[] = [];
  let page = 0;
  let y: number = PAGE.top;
  for (const [index, strip] of strips.entries()) {
    const fresh = y === PAGE.top;
    const before = fresh ? 0 : strip.before;
    /* What follows a strip that keeps it has been counted with it, or is cut where the page ends. */
    const inside = strips[index - 1]?.keep === true;
    const needed = inside ? strip.height : chainHeight(strips, index);
    const together = needed <= ROOM - headHeight(strip) ? needed : strip.height;
    if (!fresh && (strip.newPage === true || y + before + together > FOOT)) {
      page += 1;
      y = PAGE.top;
      for (const head of strip.head ?? []) {
        places.push({ strip: artifactOf(head), page, y });
        y += head.height;
      }
    } else y += before;
    places.push({ strip, page, y });
    y += strip.height;
  }
  return places;
}

/** Height of a strip and of all that must stay with it. */
function chainHeight(strips: readonly Strip[], start: number): number {
  let height = strips[start]?.height ?? 0;
  for (let index = start; strips[index]?.keep === true; index += 1) {
    const next = strips[index + 1];
    if (next === undefined || next.newPage === true) break;
    height += next.before + next.height;
  }
  return height;
}

function headHeight({ head = [] }: Strip): number {
  return head.reduce((sum, { height }) => sum + height, 0);
}

function artifactOf(strip: Strip): Strip {
  const back = [...strip.back, ...strip.inks.flatMap(({ marks }) => marks)];
  return { before: 0, height: strip.height, keep: false, back, inks: [] };
}

/** Draws the strips where they stand: fills the structure under `root` in the order of reading. */
export function settle(places: readonly Place[], root: Tag): Pages {
  const count = (places.at(-1)?.page ?? 0) + 1;
  const artifacts: Mark[][] = Array.from({ length: count }, () => []);
  const bookmarks: { heading: Heading; page: number; y: number }[] = [];
  const joined = new Set<Tag>([root]);
  const join = (tag: Tag): void => {
    if (joined.has(tag) || tag.parent === undefined) return;
    join(tag.parent);
    joined.add(tag);
    tag.parent.children.push(tag);
  };
  for (const { strip, page, y } of places) {
    if (strip.heading !== undefined) bookmarks.push({ heading: strip.heading, page, y });
    artifacts[page]?.push(...strip.back.map((mark) => moveMark(mark, PAGE.left, y)));
    for (const ink of strip.inks) {
      join(ink.tag);
      const placed: Placed = { ...moveInk(ink, PAGE.left, y), page };
      if (ink.marks.length > 0) ink.tag.children.push(placed);
    }
    if (strip.figure !== undefined) {
      const { tag, x, width } = strip.figure;
      tag.box = [PAGE.left + x, y, PAGE.left + x + width, y + strip.height];
    }
  }
  return { count, root, artifacts, bookmarks };
}
