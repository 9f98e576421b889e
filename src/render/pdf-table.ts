import type { Block, Cell } from "../model/report.ts";
import { fitColumns } from "./columns.ts";
import type { Headings } from "./headings.ts";
import {
  baseline,
  drawable,
  inkLine,
  layWords,
  runsOf,
  trimEnd,
  type Column,
  type Type,
} from "./pdf-lines.ts";
import { COLOUR, LOOK, TEXT_WIDTH, TONE, type Look } from "./pdf-style.ts";
import { makeTag, type Ink, type Mark, type Strip, type Tag } from "./pdf-strip.ts";
import { widestWord, widthOf, wrap, type Run } from "./wrap.ts";

type Table = Extract<Block, { kind: "table" }>;
type Line = readonly Run<Look>[];

/** One cell: its text broken into lines, and how it is marked. */
interface LaidCell {
  readonly lines: readonly Line[];
  readonly column: Column;
  readonly back: string | undefined;
}

const GUTTER = 11;
const PAD = 3.6;
const BELOW = 6;
/** A row of more lines than this may be cut by a page break. */
const WHOLE_LINES = 14;

/** A table as strips: caption, head and rows, the head set again on every page. */
export function layTable(
  table: Table,
  parent: Tag,
  type: Type,
  headings: Headings,
): readonly Strip[] {
  const tag = makeTag("Table", parent);
  const head = table.columns.map(({ title }): Line => [
    { text: drawable(title, type), style: LOOK.columnTitle },
  ]);
  const body = table.rows.map((cells) =>
    table.columns.map((_, index) =>
      runsOf(cells[index]?.text ?? [], lookOf(cells[index], index), type, headings),
    ),
  );
  const columns = placeColumns(table, [head, ...body], type);
  const lay = (cells: readonly Line[], tones: readonly Cell[]): readonly LaidCell[] =>
    cells.map((runs, index) => {
      const column = columns[index] ?? { x: 0, width: 1 };
      const tone = tones[index]?.tone;
      const back = tone === undefined ? undefined : TONE[tone].back;
      return { lines: wrap(runs, column.width, type.measure, "hanging"), column, back };
    });
  const caption = layWords(
    table.caption,
    LOOK.caption,
    { x: 0, width: TEXT_WIDTH },
    makeTag("Caption", tag),
    type,
    {
      before: 14,
      keep: true,
    },
  );
  const headRow = layRow(
    lay(head, []),
    LOOK.columnTitle,
    type,
    rowTags(tag, table.columns.length, true),
    {
      colour: COLOUR.edge,
      thick: 1,
    },
  ).map((strip) => ({ ...strip, keep: true }));
  const rows = body.map((cells, index) =>
    layRow(
      lay(cells, table.rows[index] ?? []),
      LOOK.cell,
      type,
      rowTags(tag, cells.length, false),
      {
        colour: COLOUR.rule,
        thick: 0.5,
      },
    ),
  );
  return [...caption, ...headRow, ...joinRows(rows).map((strip) => ({ ...strip, head: headRow }))];
}

/** Rows one after the other, with room below; the last is not left alone on a page. */
function joinRows(rows: readonly (readonly Strip[])[]): readonly Strip[] {
  const joined = rows.flatMap((strips, index) => {
    const short = strips.length + (rows[index + 1]?.length ?? 0) <= WHOLE_LINES;
    if (index !== rows.length - 2 || !short) return strips;
    return strips.map((strip) => ({ ...strip, keep: true }));
  });
  const last = joined.at(-1);
  return last === undefined
    ? []
    : [...joined.slice(0, -1), { ...last, height: last.height + BELOW }];
}

function lookOf(cell: Cell | undefined, index: number): Look {
  if (cell?.tone !== undefined) return { ...LOOK.cellStrong, colour: TONE[cell.tone].ink };
  return index === 0 ? LOOK.cellStrong : LOOK.cell;
}

function placeColumns(
  { columns }: Table,
  rows: readonly (readonly Line[])[],
  type: Type,
): readonly Column[] {
  const room = TEXT_WIDTH - GUTTER * (columns.length - 1);
  const wishes = columns.map(({ width: weight }, index) => {
    const cells = rows.map((row) => row[index] ?? []);
    const narrowest = Math.max(1, ...cells.map((cell) => widestWord(cell, type.measure))) + 0.5;
    const widest = Math.max(narrowest, ...cells.map((cell) => widthOf(cell, type.measure) + 0.5));
    return { weight, narrowest: Math.min(narrowest, room / 2), widest };
  });
  const widths = fitColumns(wishes, room);
  const spare = room - widths.reduce((sum, width) => sum + width, 0);
  const weights = columns.reduce((sum, { width }) => sum + width, 0) || 1;
  let x = 0;
  return widths.map((narrow, index) => {
    const width = narrow + (spare * (columns[index]?.width ?? 0)) / weights;
    const column = { x, width, align: columns[index]?.align ?? "start" };
    x += width + GUTTER;
    return column;
  });
}

/** The elements of a row's cells; the first cell of a row and all of the head name the others. */
function rowTags(table: Tag, cells: number, head: boolean): readonly Tag[] {
  const row = makeTag("TR", table);
  return Array.from({ length: cells }, (_, index) => {
    if (head) return makeTag("TH", row, { scope: "Column" });
    return index === 0 ? makeTag("TH", row, { scope: "Row" }) : makeTag("TD", row);
  });
}

function layRow(
  cells: readonly LaidCell[],
  look: Look,
  type: Type,
  tags: readonly Tag[],
  rule: { readonly colour: string; readonly thick: number },
): readonly Strip[] {
  const height = Math.max(1, ...cells.map(({ lines }) => lines.length));
  const links = new Map<Look, Tag>();
  return Array.from({ length: height }, (_, index): Strip => {
    const first = index === 0;
    const last = index === height - 1;
    const top = first ? PAD : 0;
    const tall = top + look.leading + (last ? PAD + 1 : 0);
    const inks = cells.flatMap(({ lines, column }, place): readonly Ink[] => {
      const tag = tags[place];
      if (tag === undefined) return [];
      const line = inkLine(lines[index] ?? [], column, top + baseline(look), tag, type, links);
      return first && line.length === 0 ? [{ tag, marks: [] }] : line;
    });
    const back: Mark[] = cells.flatMap((cell) => shade(cell, index, top, look, type));
    if (last) back.push({ kind: "line", x1: 0, x2: TEXT_WIDTH, y: tall, y2: tall, ...rule });
    return {
      before: 0,
      height: tall,
      keep: !last && (height <= WHOLE_LINES || first || index === height - 2),
      back,
      inks,
    };
  });
}

/** The background of a cell with a tone, as wide as its line. */
function shade(
  { lines, column, back }: LaidCell,
  index: number,
  top: number,
  look: Look,
  type: Type,
): readonly Mark[] {
  const line = lines[index];
  if (back === undefined || line === undefined || line.length === 0) return [];
  const width = widthOf(trimEnd(line), type.measure);
  const x = column.align === "end" ? column.x + column.width - width : column.x;
  return [{ kind: "rect", x: x - 3, y: top, width: width + 6, height: look.leading, colour: back }];
}
