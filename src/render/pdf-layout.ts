import type { Report } from "../model/report.ts";
import { orderHeadings, type Heading } from "./headings.ts";
import { layBlock, type Setting } from "./pdf-blocks.ts";
import { baseline, drawable, layWords, type Type } from "./pdf-lines.ts";
import { paginate, settle, type Pages } from "./pdf-pages.ts";
import { COLOUR, LOOK, PAGE, TEXT_WIDTH, type Look } from "./pdf-style.ts";
import { makeTag, type Mark, type Strip, type Tag } from "./pdf-strip.ts";
import { writeDay, writeSubtitle } from "./subtitle.ts";

/** A document of more pages than this gets a list of contents. */
const PAGES_WITHOUT_CONTENTS = 4;
/** The list stands after a first chapter of at most so many pages, so that the first page is the answer. */
const PAGES_BEFORE_CONTENTS = 2;
/** With more headings than this, the list of contents names chapters only. */
const CONTENTS_ENTRIES = 45;

/** Pages, and what stands in the head and the foot of each. */
export interface LaidOut extends Pages {
  readonly running: readonly (readonly Mark[])[];
}

/** Lays a report out on pages of A4, with what runs along the head and foot of each; draws nothing. */
export function layOut(report: Report, type: Type): LaidOut {
  const root = makeTag("Document", undefined);
  const setting: Setting = { root, type, headings: orderHeadings(report), words: report.words };
  const title = layTitle(report, setting);
  const chapters = layChapters(report, setting);
  const places = paginate(withContents(title, chapters, report, setting));
  const pages = settle(places, root);
  return {
    ...pages,
    running: pages.artifacts.map((_, page) => layRunning(report, page, pages.count, type)),
  };
}

/** All strips in order, with a list of contents when the document is long enough to want one. */
function withContents(
  title: readonly Strip[],
  chapters: readonly (readonly Strip[])[],
  report: Report,
  setting: Setting,
): readonly Strip[] {
  const plain = [...title, ...chapters.flat()];
  const places = paginate(plain);
  const pages = (places.at(-1)?.page ?? 0) + 1;
  if (pages <= PAGES_WITHOUT_CONTENTS || chapters.length < 3) return plain;
  const contents = layContents(report, setting);
  const [first = [], ...rest] = chapters;
  const end = places[title.length + first.length - 1]?.page ?? 0;
  return end < PAGES_BEFORE_CONTENTS
    ? [...title, ...first, ...contents, ...rest.flat()]
    : [...title, ...contents, ...chapters.flat()];
}

function layTitle(report: Report, { root, type }: Setting): readonly Strip[] {
  const column = { x: 0, width: TEXT_WIDTH };
  const title = layWords(report.title, LOOK.title, column, makeTag("H1", root), type, {
    keep: true,
  });
  const subtitle = layWords(
    writeSubtitle(report),
    LOOK.subtitle,
    column,
    makeTag("P", root),
    type,
    { before: 4, keep: true },
  );
  const rule: Strip = {
    before: 12,
    height: 6,
    keep: true,
    back: [{ kind: "rect", x: 0, y: 0, width: TEXT_WIDTH, height: 2, colour: COLOUR.accent }],
    inks: [],
  };
  return [...title, ...subtitle, rule];
}

/** The strips of each chapter: what stands before the first heading of depth 2 belongs to the first. */
function layChapters(report: Report, setting: Setting): readonly (readonly Strip[])[] {
  const chapters: Strip[][] = [[]];
  let started = false;
  let newPage = false;
  for (const block of report.blocks) {
    if (block.kind === "page-break") newPage = true;
    const strips = layBlock(block, setting);
    const [first, ...rest] = strips;
    if (first === undefined) continue;
    if (first.heading?.depth === 2) {
      if (started) chapters.push([]);
      started = true;
    }
    chapters.at(-1)?.push(newPage ? { ...first, newPage } : first, ...rest);
    newPage = false;
  }
  return chapters;
}

/** The list of contents, with the number of the page that each heading stands on. */
function layContents(report: Report, { root, type, headings }: Setting): readonly Strip[] {
  const deep = headings.list.filter(({ depth }) => depth <= 3);
  const entries = deep.length <= CONTENTS_ENTRIES ? deep : deep.filter(({ depth }) => depth === 2);
  const list = makeTag("TOC", root);
  const column = { x: 0, width: TEXT_WIDTH };
  const caption = makeTag("Caption", list);
  return [
    ...layWords(
      report.words.contents,
      { ...LOOK.strong, size: 12.5, leading: 17 },
      column,
      caption,
      type,
      { before: 26, keep: true },
    ),
    ...entries.flatMap((heading) => layEntry(heading, list, type)),
  ];
}

function layEntry(heading: Heading, list: Tag, type: Type): readonly Strip[] {
  const chapter = heading.depth === 2;
  const look: Look = chapter ? LOOK.strong : LOOK.body;
  const x = chapter ? 0 : 14;
  const link = makeTag("Link", makeTag("Reference", makeTag("TOCI", list)));
  const column = { x, width: TEXT_WIDTH - x - 40 };
  const strips = layWords(heading.text, look, column, link, type, { before: chapter ? 5 : 1 });
  return strips.map((strip, index): Strip => {
    const number = {
      kind: "text",
      x: TEXT_WIDTH,
      y: baseline(look),
      text: { pageOf: heading },
      look,
      anchor: "end",
    } as const;
    const area = {
      target: { heading: heading.id },
      text: heading.text,
      x,
      width: TEXT_WIDTH - x,
      y: 0,
      height: strip.height,
    };
    const inks = strip.inks.map((ink) => ({
      ...ink,
      marks: index === strips.length - 1 ? [...ink.marks, number] : ink.marks,
      link: area,
    }));
    return { ...strip, inks };
  });
}

/** What stands in the head and the foot of every page. */
function layRunning(report: Report, page: number, count: number, type: Type): readonly Mark[] {
  const text = (words: string, x: number, y: number, look: Look, anchor?: "end"): Mark => {
    const mark = {
      kind: "text",
      x,
      y,
      text: cut(drawable(words, type), look, type),
      look,
    } as const;
    return anchor === undefined ? mark : { ...mark, anchor };
  };
  const right = PAGE.width - PAGE.right;
  const foot = PAGE.height - PAGE.bottom + 34;
  const pageOf = report.words.pageOf
    .replaceAll("{page}", String(page + 1))
    .replaceAll("{pages}", String(count));
  const line = {
    kind: "line",
    x1: PAGE.left,
    x2: right,
    y: foot - 15,
    y2: foot - 15,
    colour: COLOUR.rule,
    thick: 0.5,
  } as const;
  return [
    text(report.organisation, PAGE.left, 46, LOOK.running),
    text(report.marking, right, 46, LOOK.marking, "end"),
    line,
    text(
      page === 0 ? writeDay(report) : `${report.title} · ${writeDay(report)}`,
      PAGE.left,
      foot,
      LOOK.running,
    ),
    text(pageOf, right, foot, LOOK.running, "end"),
  ];
}

/** Words cut to a half of the page or so, for the head and the foot. */
function cut(words: string, look: Look, { measure }: Type): string {
  let letters = [...words];
  if (measure(words, look) <= TEXT_WIDTH * 0.62) return words;
  while (letters.length > 1 && measure(`${letters.join("")}…`, look) > TEXT_WIDTH * 0.62)
    letters = letters.slice(0, -1);
  return `${letters.join("")}…`;
}
