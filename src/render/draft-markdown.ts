import type { Draft } from "../model/draft.ts";
import { printable } from "../model/printable.ts";
import type { DraftBlock, Line, Span } from "./draft-blocks.ts";
import { layDraft } from "./draft-layout.ts";

/** A draft as Markdown, with the same parts as the Word file; every text of others stays text. */
export function renderDraftMarkdown(draft: Draft): string {
  const blocks = layDraft(draft).map((block) => drawBlock(block));
  return `${blocks.join("\n\n")}\n`;
}

function drawBlock(block: DraftBlock): string {
  switch (block.kind) {
    case "title":
      return `# ${escapeText(block.text)}`;
    case "marking":
      return `**${escapeText(block.text)}**`;
    case "subtitle":
      return escapeText(block.text);
    case "heading": {
      const anchor = block.anchor === undefined ? "" : anchorMark(block.anchor);
      const rule = block.newPage ? "---\n\n" : "";
      return `${rule}${"#".repeat(block.level + 1)} ${anchor}${escapeText(block.text)}`;
    }
    case "clause":
      return `### ${anchorMark(block.anchor)}${block.label} ${escapeText(block.text)}`;
    case "item":
    case "definition":
      return `**${block.label}** ${drawLine(block.line)}`;
    case "point":
      return `\u{2003}${block.label} ${drawLine(block.line)}`;
    case "continuation":
      return `\u{2003}${drawLine(block.line)}`;
    case "paragraph":
      return drawLine(block.line);
    case "notice":
      return `> ${drawLine(block.line)}`;
    case "bullets":
      return block.lines.map((line) => `- ${drawLine(line)}`).join("\n");
    case "table":
      return drawTable(block);
  }
}

function drawTable({ columns, rows }: Extract<DraftBlock, { kind: "table" }>): string {
  const head = `| ${columns.map(({ title }) => escapeText(title)).join(" | ")} |`;
  const rule = `|${" --- |".repeat(columns.length)}`;
  const body = rows.map((cells) => {
    const texts = cells.map((lines) => lines.map((line) => drawLine(line)).join("<br>"));
    return `| ${texts.join(" | ")} |`;
  });
  return [head, rule, ...body].join("\n");
}

function drawLine(line: Line): string {
  return line.map((span) => drawSpan(span)).join("");
}

function drawSpan(span: Span): string {
  switch (span.kind) {
    case "text":
      return escapeText(span.text);
    case "strong":
      return `**${escapeText(span.text.trim())}**`;
    case "link":
    case "reference":
      return `[${escapeText(span.text)}](#${span.anchor})`;
    case "web":
      return `[${escapeText(span.text)}](<${encodeURI(span.href)}>)`;
    case "filled":
      return escapeText(span.text);
    case "open":
    case "bracket": {
      const anchor = span.anchor === undefined ? "" : anchorMark(span.anchor);
      return `${anchor}${escapeText(span.text)}`;
    }
  }
}

function anchorMark(anchor: string): string {
  return `<a id="${anchor}"></a>`;
}

const MARKS = /[\\`*_{}[\]<>#|~!]/gu;

/** Text that Markdown and HTML take for nothing but text. */
function escapeText(text: string): string {
  return printable(text)
    .replaceAll("&", "&amp;")
    .replace(MARKS, (mark) => (mark === "<" ? "&lt;" : mark === ">" ? "&gt;" : `\\${mark}`))
    .replace(/^(\s*)([-+])/u, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/u, "$1\\$2");
}
