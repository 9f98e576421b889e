import type { Block, Page, Tone } from "../model/report.ts";
import { drawTextBar, tellBar } from "./chart-numbers.ts";
import { cleanText } from "./clean.ts";
import { orderHeadings, type Headings } from "./headings.ts";
import { makePaint, type Paint } from "./paint.ts";
import { writeSubtitle } from "./subtitle.ts";
import { drawTerminalTable } from "./terminal-table.ts";
import {
  countColumns,
  paintLine,
  runOf,
  runsOf,
  wrapColumns,
  type Brush,
} from "./terminal-text.ts";
import type { Run } from "./wrap.ts";

/** The terminal that a report is drawn for. */
export interface TerminalSize {
  /** Columns; under 20 counts as 20. */
  readonly width: number;
  readonly colour: boolean;
}

interface Context {
  readonly headings: Headings;
  readonly report: Page;
  readonly width: number;
  readonly paint: Paint;
}

/** A report as text of at most `width` columns; what colour says, words say too. */
export function renderTerminal(report: Page, terminal: TerminalSize): string {
  const width = Math.max(20, Math.floor(terminal.width));
  const context = {
    headings: orderHeadings(report),
    report,
    width,
    paint: makePaint(terminal.colour),
  };
  const head = [report.organisation, report.marking].filter((part) => part !== "");
  const parts = [
    underlined(report.title, "═", context),
    indent(runOf(writeSubtitle(report)), context),
    indent(runOf(head.join(" · "), "muted"), context),
    ...report.blocks.map((block) => drawBlock(block, context)),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function drawBlock(block: Block, context: Context): readonly string[] {
  const { paint, width } = context;
  switch (block.kind) {
    case "heading": {
      const { depth, text } = context.headings.of.get(block) ?? { depth: 2, text: block.text };
      return depth === 2 ? underlined(text, "─", context) : indent(runOf(text, "strong"), context);
    }
    case "paragraph":
      return indent(runsOf(block.text), context);
    case "source":
      return indent([...runOf("> ", "muted"), ...runsOf(block.text)], context);
    case "list":
      return block.items.flatMap((item, index) =>
        indent(runsOf(item), context, block.ordered ? `${index + 1}. ` : "• "),
      );
    case "table":
      return [
        ...indent(runOf(block.caption, "strong"), context),
        "",
        ...drawTerminalTable(block, width, paint),
      ];
    case "figures":
      return [
        ...indent(runOf(block.caption, "strong"), context),
        ...block.figures.flatMap(({ label, value, note, tone }) => [
          ...indent([...runOf(`${label}: `), ...runOf(value, tone)], context, "• "),
          ...(note === "" ? [] : indent(runOf(note, "muted"), context, "  ")),
        ]),
      ];
    case "verdict": {
      const title = [
        ...runOf(`[${block.verdict}]`, block.tone),
        ...runOf(` ${block.title}`, "strong"),
      ];
      return box([title, ...block.lines.map((line) => runsOf(line))], block.tone, context);
    }
    case "chart":
      return drawChart(block, context);
    case "callout":
      return box([runOf(block.title, "strong"), runsOf(block.text)], block.tone, context);
    case "page-break":
      return [];
  }
}

function drawChart(
  { caption, axis, of, bars }: Extract<Block, { kind: "chart" }>,
  context: Context,
): readonly string[] {
  const { shown, open } = context.report.words;
  const barWidth = Math.min(30, context.width - 4);
  const label = Math.max(...bars.map((bar) => countColumns(tellBar(bar))), 0);
  const beside = label + 2 + barWidth <= context.width;
  return [
    ...indent(runOf(caption, "strong"), context),
    ...indent(runOf(`${axis} (█ ${shown}, ▒ ${open})`, "muted"), context),
    ...bars.flatMap((bar) => {
      const drawn = drawTextBar(bar, of, barWidth);
      const told = runOf(tellBar(bar));
      if (beside) return [`${paintLine(told, context.paint, label)}  ${drawn}`];
      return [...indent(told, context), `  ${drawn}`];
    }),
  ];
}

function underlined(text: string, rule: string, context: Context): readonly string[] {
  const lines = wrapColumns(runOf(text, "strong"), context.width);
  const widest = Math.max(
    ...lines.map((line) => countColumns(line.map((run) => run.text).join(""))),
  );
  return [...lines.map((line) => paintLine(line, context.paint)), rule.repeat(widest)];
}

/** Lines with a mark before the first and its width before the others. */
function indent(
  runs: readonly Run<Brush>[],
  { width, paint }: Context,
  mark = "",
): readonly string[] {
  if (runs.every(({ text }) => cleanText(text) === "")) return [];
  const margin = countColumns(mark);
  return wrapColumns(runs, width - margin).map(
    (line, index) => (index === 0 ? mark : " ".repeat(margin)) + paintLine(line, paint),
  );
}

function box(
  parts: readonly (readonly Run<Brush>[])[],
  tone: Tone,
  context: Context,
): readonly string[] {
  const stripe = context.paint.tone(tone, "│");
  return parts
    .filter((runs) => runs.some(({ text }) => text !== ""))
    .flatMap((runs) => wrapColumns(runs, context.width - 2))
    .map((line) => `${stripe} ${paintLine(line, context.paint)}`);
}
