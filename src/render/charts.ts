import type { Block, ReportWords } from "../model/report.ts";
import { stretchOf, type Stretch } from "./chart-numbers.ts";
import { cleanText } from "./clean.ts";
import { wrap } from "./wrap.ts";

/** What a chart is made of, in units from its upper left corner; the format chooses the colours of the inks. */
export type Shape =
  | {
      readonly kind: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly ink: "shown" | "open" | "track";
    }
  | {
      readonly kind: "line";
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly ink: "hatch" | "edge" | "grid";
    }
  | {
      readonly kind: "text";
      readonly x: number;
      /** The line that the letters stand on. */
      readonly y: number;
      readonly text: string;
      readonly anchor: "start" | "middle" | "end";
      readonly ink: "label" | "value" | "axis";
    };

/** A chart ready to be drawn; later shapes lie over earlier ones. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** The room that a chart has. */
export interface ChartRoom {
  readonly width: number;
  /** Size of the letters. */
  readonly size: number;
  /** Labels stand beside the bars, or above them where it is narrow. */
  readonly labels: "beside" | "above";
  /** Width of text in the letters of the ink. */
  readonly measure: (text: string, ink: "label" | "value" | "axis") => number;
}

type Chart = Extract<Block, { kind: "chart" }>;

const HATCH_STEP = 4;
/** Of the size of the letters. */
const LINE = 1.35;
const BAR = 1.2;

/** Draws bars with bounds: what is shown solid, what is open hatched, the rest of the scale as a pale track. */
export function drawChart(chart: Chart, words: ReportWords, room: ChartRoom): Drawing {
  const { size, width, measure } = room;
  const gap = size;
  const value = Math.max(0, ...chart.bars.map((bar) => measure(cleanText(bar.value), "value")));
  const widestLabel = Math.max(
    0,
    ...chart.bars.map((bar) => measure(cleanText(bar.label), "label")),
  );
  const beside = room.labels === "beside";
  const labelWidth = beside ? Math.min(widestLabel, width * 0.42) : width;
  const left = beside ? labelWidth + gap : 0;
  const scale = Math.max(1, width - left - value - gap);
  const legend = drawLegend(words, room);
  const shapes: Shape[] = [];
  let y = legend.height + size * 0.6;
  const top = y;
  for (const bar of chart.bars) {
    const lines = wrapLabel(bar.label, labelWidth, room);
    const labelHeight = lines.length * size * LINE;
    const row = beside ? Math.max(labelHeight, size * BAR) : labelHeight + size * BAR;
    const labelTop = beside ? y + (row - labelHeight) / 2 : y;
    const barTop = beside ? y + (row - size * BAR) / 2 : y + labelHeight;
    for (const [index, text] of lines.entries()) {
      shapes.push({
        kind: "text",
        x: 0,
        y: labelTop + size * (1.02 + index * LINE),
        text,
        anchor: "start",
        ink: "label",
      });
    }
    shapes.push(...drawBar(stretchOf(bar, chart.of), left, barTop, scale, size * BAR));
    const text = cleanText(bar.value);
    shapes.push({
      kind: "text",
      x: width,
      y: barTop + size * 0.97,
      text,
      anchor: "end",
      ink: "value",
    });
    y += row + size * 0.75;
  }
  const axis = drawAxis(chart, left, scale, top, y, room);
  return {
    width,
    height: y + axis.height,
    shapes: [...legend.shapes, ...axis.grid, ...shapes, ...axis.shapes],
  };
}

function wrapLabel(label: string, width: number, { measure }: ChartRoom): readonly string[] {
  const lines = wrap([{ text: cleanText(label), style: "label" as const }], width, measure);
  return lines.map((line) => line.map(({ text }) => text).join(""));
}

function drawBar(
  { low, high }: Stretch,
  left: number,
  y: number,
  scale: number,
  height: number,
): Shape[] {
  const shapes: Shape[] = [{ kind: "rect", x: left, y, width: scale, height, ink: "track" }];
  if (high > low) shapes.push(...drawOpen(left + low * scale, y, (high - low) * scale, height));
  if (low > 0) shapes.push({ kind: "rect", x: left, y, width: low * scale, height, ink: "shown" });
  return shapes;
}

/** A hatched rectangle with an edge; the lines are cut to it, so no format needs patterns or clipping. */
function drawOpen(x: number, y: number, width: number, height: number): Shape[] {
  const shapes: Shape[] = [{ kind: "rect", x, y, width, height, ink: "open" }];
  const line = (x1: number, y1: number, x2: number, y2: number, ink: "hatch" | "edge"): number =>
    shapes.push({ kind: "line", x1: x + x1, y1: y + y1, x2: x + x2, y2: y + y2, ink });
  for (let step = HATCH_STEP - height; step < width; step += HATCH_STEP) {
    const from = Math.max(0, step);
    const to = Math.min(width, step + height);
    if (to > from) line(from, height - (from - step), to, height - (to - step), "hatch");
  }
  line(0, 0, width, 0, "edge");
  line(width, 0, width, height, "edge");
  line(width, height, 0, height, "edge");
  line(0, height, 0, 0, "edge");
  return shapes;
}

/** The lines of the scale at each quarter, its ends as numbers, and what it counts. */
function drawAxis(
  { axis, of }: Chart,
  left: number,
  scale: number,
  top: number,
  bottom: number,
  { size, width, measure }: ChartRoom,
): { readonly grid: Shape[]; readonly shapes: Shape[]; readonly height: number } {
  const grid = [0, 1, 2, 3, 4].map((quarter): Shape => {
    const x = left + (scale * quarter) / 4;
    return {
      kind: "line",
      x1: x,
      y1: top - size * 0.3,
      x2: x,
      y2: bottom - size * 0.3,
      ink: "grid",
    };
  });
  const y = bottom + size * 0.75;
  const shapes: Shape[] = [{ kind: "text", x: left, y, text: "0", anchor: "start", ink: "axis" }];
  if (Number.isInteger(of)) {
    shapes.push({ kind: "text", x: left + scale, y, text: String(of), anchor: "end", ink: "axis" });
  }
  const lines = wrap([{ text: cleanText(axis), style: "axis" as const }], width - left, measure);
  for (const [index, line] of lines.entries()) {
    const text = line.map((run) => run.text).join("");
    shapes.push({
      kind: "text",
      x: left,
      y: y + size * LINE * (index + 1),
      text,
      anchor: "start",
      ink: "axis",
    });
  }
  return { grid, shapes, height: size * (1.2 + LINE * lines.length) };
}

function drawLegend(
  { shown, open }: ReportWords,
  { width, size, measure }: ChartRoom,
): { readonly shapes: Shape[]; readonly height: number } {
  const swatch = size * 1.8;
  const shapes: Shape[] = [];
  let x = 0;
  let y = 0;
  for (const [kind, words] of [
    ["shown", cleanText(shown)],
    ["open", cleanText(open)],
  ] as const) {
    const needed = swatch + size * 0.6 + measure(words, "axis");
    if (x > 0 && x + needed > width) {
      x = 0;
      y += size * LINE * 1.15;
    }
    if (kind === "shown")
      shapes.push({ kind: "rect", x, y, width: swatch, height: size, ink: "shown" });
    else shapes.push(...drawOpen(x, y, swatch, size));
    shapes.push({
      kind: "text",
      x: x + swatch + size * 0.6,
      y: y + size * 0.87,
      text: words,
      anchor: "start",
      ink: "axis",
    });
    x += needed + size * 2;
  }
  return { shapes, height: y + size * LINE };
}
