import type { Block, Inline, Report } from "../model/report.ts";
import { fillTemplate } from "../wording/template.ts";
import { drawChart, type Drawing } from "./charts.ts";
import { tellBar } from "./chart-numbers.ts";
import { cleanHref, cleanText } from "./clean.ts";
import { orderHeadings, type Heading, type Headings } from "./headings.ts";
import { writeDay, writeSubtitle } from "./subtitle.ts";

/** What an HTML page is made with: the text of its Handlebars template and of its style sheet. */
export interface PageParts {
  readonly page: string;
  readonly css: string;
}

interface Context {
  readonly headings: Headings;
  readonly report: Report;
}

/** Letters are about this wide, of their size: a page has no font to measure. */
const LETTER_WIDTH = 0.56;
/** A name or a verdict of so few letters stays on one line. */
const SHORT = 16;
const WIDE = { width: 680, size: 13, labels: "beside" as const };
const NARROW = { width: 320, size: 13, labels: "above" as const };

/** A report as one page of HTML that needs nothing else: no script, no file, no network. */
export function renderHtml(report: Report, { page, css }: PageParts): string {
  const context: Context = { headings: orderHeadings(report), report };
  const values = {
    language: report.language,
    title: cleanText(report.title),
    subtitle: writeSubtitle(report),
    organisation: cleanText(report.organisation),
    asOf: report.asOf,
    day: writeDay(report),
    marking: cleanText(report.marking),
    producer: cleanText(report.producer),
    skip: cleanText(report.words.skipToContent),
    contents: cleanText(report.words.contents),
    css: css.replaceAll("</", "<\\/"),
    chapters: chaptersOf(context.headings.list),
    blocks: report.blocks.map((block, index) => viewBlock(block, index, context)),
  };
  return fillTemplate(page, values, "html");
}

/** Headings of the first two depths, for the list of contents. */
function chaptersOf(list: readonly Heading[]): readonly object[] {
  const chapters: { id: string; text: string; parts: Heading[] }[] = [];
  for (const heading of list) {
    if (heading.depth === 2) chapters.push({ id: heading.id, text: heading.text, parts: [] });
    if (heading.depth === 3) chapters.at(-1)?.parts.push(heading);
  }
  return chapters;
}

/** One block as the template wants it; `draw` is the name of the part of the template that draws it. */
function viewBlock(block: Block, index: number, context: Context): object {
  const say = (text: readonly Inline[]): readonly object[] =>
    text.map((inline) => viewInline(inline, context));
  switch (block.kind) {
    case "heading":
      return { draw: "heading", ...context.headings.of.get(block) };
    case "paragraph":
    case "source":
      return { draw: block.kind, text: say(block.text) };
    case "list":
      return { draw: "list", tag: block.ordered ? "ol" : "ul", items: block.items.map(say) };
    case "table":
      return { draw: "table", id: `table-${index}`, ...viewTable(block, say) };
    case "figures":
      return {
        draw: "figures",
        caption: cleanText(block.caption),
        figures: block.figures.map(({ label, value, note, tone }) => ({
          label: cleanText(label),
          value: cleanText(value),
          note: cleanText(note),
          tone,
        })),
      };
    case "verdict":
      return {
        draw: "verdict",
        tone: block.tone,
        verdict: cleanText(block.verdict),
        title: cleanText(block.title),
        lines: block.lines.map(say),
      };
    case "chart":
      return { draw: "chart", id: `chart-${index}`, ...viewChart(block, context) };
    case "callout":
      return {
        draw: "callout",
        tone: block.tone,
        title: cleanText(block.title),
        text: say(block.text),
      };
    case "page-break":
      return { draw: "page-break" };
  }
}

function viewInline(inline: Inline, { headings }: Context): object {
  const text = cleanText(inline.text);
  switch (inline.kind) {
    case "text":
    case "strong":
    case "code":
      return { draw: inline.kind, text };
    case "link": {
      const href = cleanHref(inline.href);
      return href === undefined ? { draw: "text", text } : { draw: "link", text, href };
    }
    case "reference": {
      const heading = headings.byAnchor.get(inline.anchor);
      return heading === undefined
        ? { draw: "text", text }
        : { draw: "link", text, href: `#${heading.id}` };
    }
  }
}

function viewTable(
  { caption, columns, rows }: Extract<Block, { kind: "table" }>,
  say: (text: readonly Inline[]) => readonly object[],
): object {
  return {
    caption: cleanText(caption),
    columns: columns.map(({ title, align }) => ({ title: cleanText(title), align })),
    rows: rows.map((cells) =>
      columns.map(({ align }, index) => {
        const { text = [], tone = "" } = cells[index] ?? {};
        const letters = text.reduce((sum, inline) => sum + inline.text.length, 0);
        const look = letters <= SHORT && (index === 0 || tone !== "") ? `${align} short` : align;
        return { names: index === 0, look, tone, text: say(text) };
      }),
    ),
  };
}

function viewChart(chart: Extract<Block, { kind: "chart" }>, { report }: Context): object {
  const measureWith =
    (size: number) =>
    (text: string, ink: string): number =>
      [...text].length * size * LETTER_WIDTH * (ink === "value" ? 1.08 : 1);
  return {
    caption: cleanText(chart.caption),
    axis: cleanText(chart.axis),
    numbers: chart.bars.map(tellBar),
    drawings: [WIDE, NARROW].map((room) => ({
      name: room.labels,
      ...viewDrawing(drawChart(chart, report.words, { ...room, measure: measureWith(room.size) })),
    })),
  };
}

/** A drawing with its numbers to a tenth of a unit, the lines of each ink as one path. */
function viewDrawing({ width, height, shapes }: Drawing): object {
  const round = (number: number): number => Math.round(number * 10) / 10;
  const path = (ink: "grid" | "hatch" | "edge"): string =>
    shapes
      .filter((shape) => shape.kind === "line")
      .filter((line) => line.ink === ink)
      .map(({ x1, y1, x2, y2 }) => `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`)
      .join("");
  return {
    width,
    height: round(height),
    rects: shapes
      .filter((shape) => shape.kind === "rect")
      .map(({ x, y, ink, ...size }) => ({
        ink,
        x: round(x),
        y: round(y),
        width: round(size.width),
        height: round(size.height),
      })),
    grid: path("grid"),
    hatch: path("hatch"),
    edge: path("edge"),
    texts: shapes
      .filter((shape) => shape.kind === "text")
      .map(({ x, y, text, anchor, ink }) => ({ text, anchor, ink, x: round(x), y: round(y) })),
  };
}
