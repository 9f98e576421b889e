import { expect, test } from "vitest";
import { drawChart, type Shape } from "../../../src/render/charts.ts";
import { drawTextBar } from "../../../src/render/chart-numbers.ts";
import { renderSampleOf } from "../../support/render-sample.ts";

const { words } = renderSampleOf("en", []);
const room = {
  width: 400,
  size: 10,
  labels: "beside",
  measure: (text: string) => text.length * 5,
} as const;

function draw(low: number, high: number, of = 100, labels: "beside" | "above" = "beside") {
  const bars = [{ label: "label", low, high, value: "value" }];
  return drawChart({ kind: "chart", caption: "", axis: "axis", of, bars }, words, {
    ...room,
    labels,
  });
}

/** Rectangles of the bar alone: the legend has one of each ink before it. */
function bar(shapes: readonly Shape[]): Record<string, { x: number; width: number }> {
  const rects = shapes.filter((shape) => shape.kind === "rect");
  const from = rects.findIndex(({ ink }) => ink === "track");
  return Object.fromEntries(rects.slice(from).map(({ ink, x, width }) => [ink, { x, width }]));
}

test("the shown part ends at the lower bound and the open part at the upper", () => {
  const { track, shown, open } = bar(draw(40, 65).shapes);
  expect((shown?.width ?? 0) / (track?.width ?? 1)).toBeCloseTo(0.4);
  expect(open?.x).toBeCloseTo((shown?.x ?? 0) + (shown?.width ?? 0));
  expect((open?.width ?? 0) / (track?.width ?? 1)).toBeCloseTo(0.25);
});

test("what is known exactly has no open part, what is wholly open no shown one", () => {
  expect(Object.keys(bar(draw(40, 40).shapes)).sort()).toEqual(["shown", "track"]);
  expect(Object.keys(bar(draw(0, 100).shapes)).sort()).toEqual(["open", "track"]);
});

test.each([
  [-5, 500, 100],
  [Number.NaN, 3, 4],
  [90, 10, 100],
  [1, 2, 0],
])("bounds %d and %d of %d stay inside the drawing", (low, high, of) => {
  for (const labels of ["beside", "above"] as const) {
    const { width, height, shapes } = draw(low, high, of, labels);
    for (const shape of shapes) {
      const [xs, ys] =
        shape.kind === "line"
          ? [
              [shape.x1, shape.x2],
              [shape.y1, shape.y2],
            ]
          : shape.kind === "rect"
            ? [
                [shape.x, shape.x + shape.width],
                [shape.y, shape.y + shape.height],
              ]
            : [[shape.x], [shape.y]];
      for (const x of xs) expect(x >= -1e-6 && x <= width + 1e-6).toBe(true);
      for (const y of ys) expect(y >= -1e-6 && y <= height + 1e-6).toBe(true);
    }
  }
});

test("the hatching stays in its rectangle", () => {
  const { shapes } = draw(50, 51);
  const rect = shapes
    .filter((shape) => shape.kind === "rect")
    .find(({ ink, width }) => ink === "open" && width < 10);
  const lines = shapes
    .filter((shape) => shape.kind === "line")
    .filter(({ ink, x1 }) => ink === "hatch" && x1 >= (rect?.x ?? 0));
  expect(lines.length).toBeGreaterThan(0);
  for (const { x1, x2 } of lines) {
    expect(Math.max(x1, x2)).toBeLessThanOrEqual((rect?.x ?? 0) + (rect?.width ?? 0) + 1e-6);
  }
});

test("labels, values and both words of the legend are drawn", () => {
  const texts = draw(40, 65)
    .shapes.filter((shape) => shape.kind === "text")
    .map(({ text }) => text);
  expect(texts).toEqual(
    expect.arrayContaining(["label", "value", "axis", "0", "100", words.shown, words.open]),
  );
});

test("a bar of text shows the same bounds", () => {
  const textBar = (low: number, high: number) =>
    drawTextBar({ label: "", low, high, value: "" }, 10, 10);
  expect(textBar(3, 6)).toBe("███▒▒▒····");
  expect(textBar(0, 10)).toBe("▒".repeat(10));
  expect(textBar(10, 10)).toBe("█".repeat(10));
});
