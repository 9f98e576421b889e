import type { FileChild, XmlComponent } from "docx";
import {
  BookmarkEnd,
  BookmarkStart,
  BuilderElement,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  SimpleField,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import { printable, shorten } from "../model/printable.ts";
import type { Language } from "../model/values.ts";
import { WORD_STYLES, wordNumberings, wordStyles } from "./word-styles.ts";

/** A piece inside a paragraph of a Word file. */
export type WordPiece = XmlComponent;
/** A paragraph or a table. */
export type WordBlock = FileChild;

/** Lengths are in twentieths of a point: A4 with margins of 20 mm leaves this much for the text. */
const TEXT_WIDTH = 9638;
const MARGIN = 1134;
/** Word holds no more in the name or the tag of a content control. */
const LONGEST_CONTROL = 64;

/** Ids inside one file, counted from 1 so that equal documents give equal bytes. */
export interface WordIds {
  bookmark: number;
  control: number;
}

/** A paragraph that takes any element: the package's own type lists only those it knows of. */
class WordParagraph extends Paragraph {
  constructor(options: ConstructorParameters<typeof Paragraph>[0], pieces: readonly WordPiece[]) {
    super(options);
    this.root.push(...pieces);
  }
}

export interface ParagraphForm {
  readonly style?: string;
  readonly heading?: "Title" | "Heading1" | "Heading2" | "Heading3";
  readonly pageBreakBefore?: boolean;
  /** Which numbering, at which depth, and which of its lists. */
  readonly numbering?: {
    readonly reference: string;
    readonly level: number;
    readonly instance: number;
  };
}

export function paragraph(form: ParagraphForm, pieces: readonly WordPiece[]): WordBlock {
  return new WordParagraph(form, pieces);
}

/** Somebody's text as one run; what Word cannot hold is replaced. */
export function textRun(
  text: string,
  form: { readonly bold?: boolean; readonly style?: string } = {},
): WordPiece {
  return new TextRun({ ...form, text: printable(text) });
}

/** A link to a bookmark of the same file. */
export function innerLink(anchor: string, text: string): WordPiece {
  const attributes = {
    anchor: { key: "w:anchor", value: anchor },
    history: { key: "w:history", value: "1" },
  };
  return new BuilderElement({
    name: "w:hyperlink",
    attributes,
    children: [textRun(text, { style: WORD_STYLES.link })],
  });
}

/** A link to the outside. */
export function webLink(href: string, text: string): WordPiece {
  const run = new TextRun({ text: printable(text), style: WORD_STYLES.link });
  return new ExternalHyperlink({ link: href, children: [run] });
}

/** The number of a bookmarked paragraph as a live field; `text` stands there until it is updated. */
export function numberReference(anchor: string, text: string): WordPiece {
  return new SimpleField(`REF ${anchor} \\r \\h`, text);
}

/** The pieces with a bookmark around them, or as they are where nothing points at them. */
export function bookmarked(
  anchor: string | undefined,
  pieces: readonly WordPiece[],
  ids: WordIds,
): readonly WordPiece[] {
  if (anchor === undefined) return pieces;
  ids.bookmark += 1;
  return [new BookmarkStart(anchor, ids.bookmark), ...pieces, new BookmarkEnd(ids.bookmark)];
}

/**
 * A content control around one run, with the parameter's name as its tag: Word lets a person go
 * from one to the next, and a later reader of the file finds each value by its tag. With
 * `isPrompt` its text gives way as a whole to what a person types.
 */
export function contentControl(
  named: { readonly tag: string; readonly title: string },
  run: WordPiece,
  isPrompt: boolean,
  ids: WordIds,
): WordPiece {
  ids.control += 1;
  const valued = (name: string, value: string): BuilderElement =>
    new BuilderElement({ name, attributes: { value: { key: "w:val", value } } });
  const properties = [
    valued("w:alias", shorten(printable(named.title), LONGEST_CONTROL)),
    valued("w:tag", shorten(printable(named.tag), LONGEST_CONTROL)),
    valued("w:id", String(ids.control)),
    ...(isPrompt ? [new BuilderElement({ name: "w:showingPlcHdr" })] : []),
    // Not `w:text`: LibreOffice drops the style of plain-text controls.
    new BuilderElement({ name: "w:richText" }),
  ];
  return new BuilderElement({
    name: "w:sdt",
    children: [
      new BuilderElement({ name: "w:sdtPr", children: properties }),
      new BuilderElement({ name: "w:sdtContent", children: [run] }),
    ],
  });
}

export interface WordColumn {
  readonly title: string;
  /** A share of a hundred. */
  readonly width: number;
}

/** A table over the whole width whose first row is repeated on each page; a cell is a list of lines. */
export function table(
  columns: readonly WordColumn[],
  rows: readonly (readonly (readonly (readonly WordPiece[])[])[])[],
): WordBlock {
  const widths = columns.map(({ width }) => Math.floor((TEXT_WIDTH * width) / 100));
  const cellOf = (
    style: string,
    lines: readonly (readonly WordPiece[])[],
    column: number,
  ): TableCell =>
    new TableCell({
      children: lines.map((line) => new WordParagraph({ style }, line)),
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      ...(style === WORD_STYLES.columnTitle ? { shading: HEAD_SHADING } : {}),
    });
  const titles = columns.map(({ title }, column) =>
    cellOf(WORD_STYLES.columnTitle, [[textRun(title)]], column),
  );
  const body = rows.map((cells) => {
    const children = cells.map((lines, column) => cellOf(WORD_STYLES.cell, lines, column));
    return new TableRow({ cantSplit: true, children });
  });
  return new Table({
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: titles }), ...body],
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    borders: {
      top: RULE,
      bottom: RULE,
      left: RULE,
      right: RULE,
      insideHorizontal: RULE,
      insideVertical: RULE,
    },
  });
}

const HEAD_SHADING = { type: "clear", fill: "E4ECF3", color: "auto" } as const;
const RULE = { style: "single", size: 4, color: "B8C4CE" } as const;

export interface WordDocument {
  readonly language: Language;
  readonly title: string;
  readonly creator: string;
  readonly description: string;
  /** What stands at the left and at the right of every page's head. */
  readonly head: readonly [left: string, right: string];
  /** What stands at the left of every page's foot; `{page}` and `{pages}` stand in `pageOf` at its right. */
  readonly foot: string;
  readonly pageOf: string;
  readonly blocks: readonly WordBlock[];
}

/** The bytes of a Word file; its times and random ids are still to be fixed. */
export async function packWord(word: WordDocument): Promise<Uint8Array> {
  const head = [textRun(word.head[0], { bold: true }), tabRun(), textRun(word.head[1])];
  const page = word.pageOf.split(/(\{pages?\})/u).map((piece) => {
    if (piece === "{page}") return new TextRun({ children: [PageNumber.CURRENT] });
    return piece === "{pages}"
      ? new TextRun({ children: [PageNumber.TOTAL_PAGES] })
      : textRun(piece);
  });
  const document = new Document({
    title: printable(word.title),
    creator: printable(word.creator),
    lastModifiedBy: printable(word.creator),
    description: printable(word.description),
    styles: wordStyles(word.language),
    numbering: { config: wordNumberings() },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: {
              top: 1304,
              bottom: MARGIN,
              left: MARGIN,
              right: MARGIN,
              header: 567,
              footer: 567,
            },
          },
        },
        headers: { default: new Header({ children: [running(head)] }) },
        footers: {
          default: new Footer({ children: [running([textRun(word.foot), tabRun(), ...page])] }),
        },
        children: word.blocks,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function running(pieces: readonly WordPiece[]): Paragraph {
  const tabStops = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }];
  return new WordParagraph({ style: WORD_STYLES.running, tabStops }, pieces);
}

function tabRun(): WordPiece {
  return new TextRun({ children: [new Tab()] });
}
