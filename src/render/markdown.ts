import type { Block, Cell, Inline, Page } from "../model/report.ts";
import { drawTextBar, tellBar } from "./chart-numbers.ts";
import { cleanHref, cleanText } from "./clean.ts";
import { orderHeadings, type Heading, type Headings } from "./headings.ts";
import { writeSubtitle } from "./subtitle.ts";

/** Characters that mean something anywhere in a line of Markdown, GitHub's and mathematics included. */
const SPECIAL = /[\\`*_[\]<>|~$&#]/gu;
/** What means something only where a block begins. */
const BLOCK_START = /^(?:[-+=](?=[\s=-]|$)|\d+(?=[.)](?:\s|$)))/u;
const BAR_WIDTH = 20;

type BlockOf<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

const NOWHERE: ReadonlyMap<string, string> = new Map<string, string>();

/** The addresses, after the sign for them, of a page's headings by their anchors. */
export function slugsByAnchor(page: Page): ReadonlyMap<string, string> {
  const headings = orderHeadings(page);
  const slugs = headingSlugs(page, headings);
  return new Map(
    [...headings.byAnchor].map(([anchor, heading]) => [anchor, slugs.get(heading) ?? ""]),
  );
}

function headingSlugs(page: Page, { list }: Headings): ReadonlyMap<Heading, string> {
  const slugs = slugsOf([cleanText(page.title), ...list.map(({ text }) => text)]);
  return new Map(list.map((heading, index) => [heading, slugs[index + 1] ?? ""]));
}

/** A report as GitHub's Markdown. What users wrote stays text: no markup, mention, link or table cell comes of it. `elsewhere`: addresses of other pages by the anchors that are there. */
export function renderMarkdown(
  report: Page,
  elsewhere: ReadonlyMap<string, string> = NOWHERE,
): string {
  const headings = orderHeadings(report);
  const context: Context = { headings, slugs: headingSlugs(report, headings), report, elsewhere };
  const head = [report.organisation, report.marking].filter((part) => part !== "");
  const parts = [
    `# ${escapeMarkdown(report.title)}`,
    escapeMarkdown(writeSubtitle(report)),
    head.map((part) => `**${escapeMarkdown(part)}**`).join(" · "),
    ...report.blocks.map((block) => drawBlock(block, context)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

interface Context {
  readonly headings: Headings;
  readonly slugs: ReadonlyMap<Heading, string>;
  readonly report: Page;
  readonly elsewhere: ReadonlyMap<string, string>;
}

function drawBlock(block: Block, context: Context): string {
  const say = (text: readonly Inline[]): string => startSafely(drawInlines(text, context));
  switch (block.kind) {
    case "heading": {
      const { depth, text } = context.headings.of.get(block) ?? { depth: 2, text: block.text };
      return `${"#".repeat(depth)} ${escapeMarkdown(text)}`;
    }
    case "paragraph":
    case "source":
      return say(block.text);
    case "list":
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${say(item)}`)
        .join("\n");
    case "table":
      return drawTable(block, context);
    case "figures":
      return [
        `**${escapeMarkdown(block.caption)}**`,
        block.figures.map(drawFigure).join("\n"),
      ].join("\n\n");
    case "verdict": {
      const title = `**${escapeMarkdown(block.verdict)}** – ${escapeMarkdown(block.title)}`;
      return quote([title, ...block.lines.map((line) => say(line))]);
    }
    case "chart":
      return drawChart(block, context);
    case "callout":
      return quote([`**${escapeMarkdown(block.title)}**`, say(block.text)]);
    case "page-break":
      return "";
  }
}

function drawFigure({ label, value, note }: BlockOf<"figures">["figures"][number]): string {
  const rest = note === "" ? "" : ` – ${escapeMarkdown(note)}`;
  return `- ${escapeMarkdown(label)}: **${escapeMarkdown(value)}**${rest}`;
}

function drawTable({ caption, columns, rows }: BlockOf<"table">, context: Context): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const cell = ({ text }: Cell): string => drawInlines(text, context);
  const lines = [
    row(columns.map(({ title }) => escapeMarkdown(title))),
    row(columns.map(({ align }) => (align === "end" ? "---:" : "---"))),
    ...rows.map((cells) => row(columns.map((_, index) => cell(cells[index] ?? { text: [] })))),
  ];
  return `**${escapeMarkdown(caption)}**\n\n${lines.join("\n")}`;
}

function drawChart({ caption, axis, of, bars }: BlockOf<"chart">, { report }: Context): string {
  const legend = `█ ${escapeMarkdown(report.words.shown)}, ▒ ${escapeMarkdown(report.words.open)}`;
  const lines = bars.map(
    (bar) => `- \`${drawTextBar(bar, of, BAR_WIDTH)}\` ${escapeMarkdown(tellBar(bar))}`,
  );
  return `**${escapeMarkdown(caption)}**\n\n${escapeMarkdown(axis)} (${legend})\n\n${lines.join("\n")}`;
}

function quote(lines: readonly string[]): string {
  return lines.map((line) => `> ${line}`).join("\n>\n");
}

function drawInlines(text: readonly Inline[], context: Context): string {
  return text.map((inline) => drawInline(inline, context)).join("");
}

function drawInline(inline: Inline, { headings, slugs, elsewhere }: Context): string {
  const text = escapeMarkdown(inline.text);
  switch (inline.kind) {
    case "text":
      return text;
    case "strong":
      return text.trim() === "" ? text : `**${text.trim()}**`;
    case "code":
      return drawCode(cleanText(inline.text));
    case "link": {
      const href = cleanHref(inline.href);
      return href === undefined ? text : `[${text}](<${href.replaceAll("|", "%7C")}>)`;
    }
    case "reference": {
      const heading = headings.byAnchor.get(inline.anchor);
      if (heading !== undefined) return `[${text}](#${slugs.get(heading) ?? ""})`;
      const address = elsewhere.get(inline.anchor);
      return address === undefined ? text : `[${text}](${address})`;
    }
  }
}

/** Code between more backticks than it holds; a bar is escaped as tables want it. */
function drawCode(text: string): string {
  if (text.trim() === "") return text;
  const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return fence + pad + text.replaceAll("|", "\\|") + pad + fence;
}

/** Text that Markdown and GitHub show as it is: one line, no markup, no mention, no address made a link. */
export function escapeMarkdown(text: string): string {
  return cleanText(text)
    .replace(SPECIAL, "\\$&")
    .replace(/:(?=\/\/)/gu, "\\:")
    .replace(/\b(www)\./giu, "$1\\.")
    .replace(/@(?=\w)/gu, "@<!-- -->")
    .replace(/\\#(?=\d)/gu, "\\#<!-- -->");
}

/** A line that begins no list, no code and no underlined heading. */
function startSafely(line: string): string {
  return line
    .trimStart()
    .replace(BLOCK_START, (sign) => (/\d/u.test(sign) ? `${sign}\\` : `\\${sign}`));
}

/** The anchors that GitHub gives to headings with these texts, in order. */
function slugsOf(texts: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const slug = text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
      .replaceAll(" ", "-");
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
}
