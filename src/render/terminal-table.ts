import type { Block } from "../model/report.ts";
import { fitColumns } from "./columns.ts";
import type { Paint } from "./paint.ts";
import {
  countColumns,
  paintLine,
  runOf,
  runsOf,
  wrapColumns,
  type Brush,
} from "./terminal-text.ts";
import { widestWord, type Run } from "./wrap.ts";

type Table = Extract<Block, { kind: "table" }>;
type Runs = readonly Run<Brush>[];

const GAP = "  ";
/** A column narrower than this is not worth having: the rows are then told one below the other. */
const LEAST = 4;

/** A table of at most `width` columns: its cells wrapped, or its rows stacked when that cannot be. */
export function drawTerminalTable(table: Table, width: number, paint: Paint): readonly string[] {
  const head = table.columns.map(({ title }) => runOf(title, "strong"));
  const rows = table.rows.map((cells) =>
    table.columns.map((_, index) => runsOf(cells[index]?.text ?? [], cells[index]?.tone)),
  );
  const widths = columnWidths(table, [head, ...rows], width);
  return widths === undefined
    ? stackRows(head, rows, width, paint)
    : layRows(table, head, rows, widths, paint);
}

function columnWidths(
  { columns }: Table,
  rows: readonly (readonly Runs[])[],
  width: number,
): readonly number[] | undefined {
  const room = width - GAP.length * (columns.length - 1);
  const wishes = columns.map(({ width: weight }, index) => {
    const cells = rows.map((row) => row[index] ?? []);
    return {
      weight,
      narrowest: Math.max(
        1,
        ...cells.map((cell) => Math.min(widestWord(cell, countColumns), room / 3)),
      ),
      widest: Math.max(
        1,
        ...cells.map((cell) => cell.reduce((sum, { text }) => sum + countColumns(text), 0)),
      ),
    };
  });
  const widths = fitColumns(wishes, room).map(Math.floor);
  const cramped = widths.some(
    (each, index) => each < Math.min(LEAST, wishes[index]?.widest ?? LEAST),
  );
  return cramped ? undefined : widths;
}

function layRows(
  { columns }: Table,
  head: readonly Runs[],
  rows: readonly (readonly Runs[])[],
  widths: readonly number[],
  paint: Paint,
): readonly string[] {
  const lay = (cells: readonly Runs[]): readonly string[] => {
    const wrapped = cells.map((cell, index) => wrapColumns(cell, widths[index] ?? 1));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      wrapped
        .map((lines, index) =>
          paintLine(lines[line] ?? [], paint, widths[index], columns[index]?.align),
        )
        .join(GAP)
        .trimEnd(),
    );
  };
  const bodies = rows.map(lay);
  const rule = paint.muted(
    "─".repeat(widths.reduce((sum, each) => sum + each + GAP.length, -GAP.length)),
  );
  const apart = bodies.some((lines) => lines.length > 3);
  return [
    ...lay(head),
    rule,
    ...bodies.flatMap((lines, index) => (apart && index > 0 ? [rule, ...lines] : lines)),
  ];
}

function stackRows(
  head: readonly Runs[],
  rows: readonly (readonly Runs[])[],
  width: number,
  paint: Paint,
): readonly string[] {
  return rows.flatMap((row, number) => [
    ...(number > 0 ? [""] : []),
    ...row.flatMap((cell, index) => {
      const title = head[index] ?? [];
      const colon: Run<Brush> = { text: ": ", style: "strong" };
      return wrapColumns([...title, colon, ...cell], width).map((line) => paintLine(line, paint));
    }),
  ]);
}
