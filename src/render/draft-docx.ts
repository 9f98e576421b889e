import type { Draft } from "../model/draft.ts";
import { shorten } from "../model/printable.ts";
import type { DraftBlock, Line, Span } from "./draft-blocks.ts";
import { LONGEST_TITLE } from "./draft-blocks.ts";
import { layDraft } from "./draft-layout.ts";
import { stabiliseOfficeFile } from "./stable-zip.ts";
import type { ParagraphForm, WordBlock, WordIds, WordPiece } from "./word-parts.ts";
import {
  bookmarked,
  contentControl,
  innerLink,
  numberReference,
  packWord,
  paragraph,
  table,
  textRun,
  webLink,
} from "./word-parts.ts";
import { WORD_NUMBERINGS, WORD_STYLES } from "./word-styles.ts";

/** What stands beside the page number must leave room for it. */
const LONGEST_FOOT = 70;

/** A draft as a Word file: live numbering and references, blanks as content controls, styles to restyle. */
export async function renderDraftDocx(draft: Draft): Promise<Uint8Array> {
  const ids: WordIds = { bookmark: 0, control: 0 };
  const contracts = draft.parts.map((part) => part.contract).join(", ");
  const bytes = await packWord({
    language: draft.language,
    title: draft.title,
    creator: shorten(draft.organisation, LONGEST_TITLE),
    description: draft.producer,
    head: [draft.marking, draft.asOfText],
    foot: shorten([draft.organisation, contracts].join(" · "), LONGEST_FOOT),
    pageOf: draft.pageOf,
    blocks: layDraft(draft).flatMap((block) => drawBlock(block, ids)),
  });
  return stabiliseOfficeFile(bytes, draft.asOf);
}

const HEADINGS = { 1: "Heading1", 2: "Heading2", 3: "Heading3" } as const;

function drawBlock(block: DraftBlock, ids: WordIds): readonly WordBlock[] {
  switch (block.kind) {
    case "title":
      return [paragraph({ heading: "Title" }, [textRun(block.text)])];
    case "marking":
    case "subtitle":
      return [paragraph({ style: WORD_STYLES[block.kind] }, [textRun(block.text)])];
    case "heading": {
      const form = { heading: HEADINGS[block.level], pageBreakBefore: block.newPage };
      return [paragraph(form, bookmarked(block.anchor, [textRun(block.text)], ids))];
    }
    case "clause": {
      const form = numbered("clause", "clauses", 0, block.list);
      return [paragraph(form, bookmarked(block.anchor, [textRun(block.text)], ids))];
    }
    case "item":
      return [paragraph(numbered("item", "clauses", 1, block.list), drawLine(block.line, ids))];
    case "point":
      return [paragraph(numbered("point", "clauses", 2, block.list), drawLine(block.line, ids))];
    case "definition":
      return [paragraph(numbered("definition", "definitions", 0, 1), drawLine(block.line, ids))];
    case "continuation":
    case "notice":
      return [paragraph({ style: WORD_STYLES[block.kind] }, drawLine(block.line, ids))];
    case "paragraph":
      return [paragraph({}, drawLine(block.line, ids))];
    case "bullets": {
      const form = numbered("bullet", "bullets", 0, 1);
      return block.lines.map((line) => paragraph(form, drawLine(line, ids)));
    }
    case "table": {
      const rows = block.rows.map((cells) =>
        cells.map((lines) => lines.map((line) => drawLine(line, ids))),
      );
      // Word joins two tables that touch.
      return [table(block.columns, rows), paragraph({ style: WORD_STYLES.running }, [])];
    }
  }
}

function numbered(
  style: keyof typeof WORD_STYLES,
  numbering: keyof typeof WORD_NUMBERINGS,
  level: number,
  instance: number,
): ParagraphForm {
  const reference = WORD_NUMBERINGS[numbering];
  return { style: WORD_STYLES[style], numbering: { reference, level, instance } };
}

function drawLine(line: Line, ids: WordIds): readonly WordPiece[] {
  return line.flatMap((span) => drawSpan(span, ids));
}

function drawSpan(span: Span, ids: WordIds): readonly WordPiece[] {
  switch (span.kind) {
    case "text":
      return [textRun(span.text)];
    case "strong":
      return [textRun(span.text, { bold: true })];
    case "link":
      return [innerLink(span.anchor, span.text)];
    case "web":
      return [webLink(span.href, span.text)];
    case "reference":
      return [numberReference(span.anchor, span.text)];
    case "filled": {
      const run = textRun(span.text, { style: WORD_STYLES.filled });
      return [contentControl(span, run, false, ids)];
    }
    case "open": {
      const run = textRun(span.text, { style: WORD_STYLES.open });
      return bookmarked(span.anchor, [contentControl(span, run, true, ids)], ids);
    }
    case "bracket":
      return bookmarked(span.anchor, [textRun(span.text, { style: WORD_STYLES.open })], ids);
  }
}
