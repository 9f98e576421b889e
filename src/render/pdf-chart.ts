import type { Block, ReportWords } from "../model/report.ts";
import { drawChart, type Shape } from "./charts.ts";
import { tellBar } from "./chart-numbers.ts";
import { drawable, layWords, type Type } from "./pdf-lines.ts";
import { COLOUR, LOOK, TEXT_WIDTH, type Look } from "./pdf-style.ts";
import { makeTag, type Mark, type Strip, type Tag } from "./pdf-strip.ts";

type Chart = Extract<Block, { kind: "chart" }>;

/** A chart of more bars is drawn as several, so that each fits on a page. */
const BARS_TOGETHER = 16;
const CHART_LOOK: Readonly<Record<"label" | "value" | "axis", Look>> = {
  label: { ...LOOK.cell, size: 9 },
  value: { ...LOOK.cellStrong, size: 9 },
  axis: { ...LOOK.small, size: 8.5 },
};
const SHAPE_COLOUR = {
  shown: COLOUR.accent,
  open: COLOUR.paper,
  track: COLOUR.track,
  hatch: COLOUR.accent,
  edge: COLOUR.accent,
  grid: COLOUR.rule,
} as const;

/** A chart as strips: its caption, and a figure whose description tells all its numbers. */
export function layChart(
  chart: Chart,
  root: Tag,
  type: Type,
  words: ReportWords,
): readonly Strip[] {
  const caption = layWords(
    chart.caption,
    LOOK.caption,
    { x: 0, width: TEXT_WIDTH },
    makeTag("P", root),
    type,
    { before: 14, keep: true },
  );
  const measure = (text: string, ink: "label" | "value" | "axis"): number =>
    type.measure(drawable(text, type), CHART_LOOK[ink]);
  const parts: Strip[] = [];
  for (let start = 0; start < Math.max(1, chart.bars.length); start += BARS_TOGETHER) {
    const bars = chart.bars.slice(start, start + BARS_TOGETHER);
    const alt = [chart.caption, chart.axis, ...bars.map(tellBar)]
      .map((text) => drawable(text, type))
      .join("; ");
    const tag = makeTag("Figure", root, { alt });
    const room = { width: TEXT_WIDTH, size: 9, labels: "beside", measure } as const;
    const { height, width, shapes } = drawChart({ ...chart, bars }, words, room);
    const marks = shapes.map((shape) => markOf(shape, type));
    parts.push({
      before: 6,
      height: height + 4,
      keep: false,
      back: [],
      inks: [{ tag, marks }],
      figure: { tag, x: 0, width },
    });
  }
  return [...caption, ...parts];
}

function markOf(shape: Shape, type: Type): Mark {
  switch (shape.kind) {
    case "rect": {
      const { ink, ...rect } = shape;
      return { ...rect, colour: SHAPE_COLOUR[ink] };
    }
    case "line":
      return {
        kind: "line",
        x1: shape.x1,
        y: shape.y1,
        x2: shape.x2,
        y2: shape.y2,
        colour: SHAPE_COLOUR[shape.ink],
        thick: shape.ink === "grid" ? 0.4 : 0.7,
      };
    case "text": {
      const { x, y, anchor, ink } = shape;
      const text = {
        kind: "text",
        x,
        y,
        text: drawable(shape.text, type),
        look: CHART_LOOK[ink],
      } as const;
      return anchor === "start" ? text : { ...text, anchor };
    }
  }
}
