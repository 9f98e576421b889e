import { expect, test } from "vitest";
import { paginate } from "../../../src/render/pdf-pages.ts";
import { PAGE } from "../../../src/render/pdf-style.ts";
import type { Strip } from "../../../src/render/pdf-strip.ts";

const ROOM = PAGE.height - PAGE.top - PAGE.bottom;

function strip(height: number, more: Partial<Strip> = {}): Strip {
  return { before: 0, height, keep: false, back: [], inks: [], ...more };
}

function pagesOf(strips: readonly Strip[]): readonly number[] {
  return paginate(strips).map(({ page }) => page);
}

test("strips fill a page and go on to the next", () => {
  expect(pagesOf([strip(ROOM / 2), strip(ROOM / 2), strip(1)])).toEqual([0, 0, 1]);
});

test("a heading at the foot of a page goes with what follows it", () => {
  expect(pagesOf([strip(ROOM - 30), strip(20, { keep: true }), strip(20)])).toEqual([0, 1, 1]);
});

test("what must stay together but is longer than a page is cut, and fills the page it begins on", () => {
  const long = Array.from({ length: 60 }, () => strip(ROOM / 40, { keep: true }));
  expect(new Set(pagesOf(long))).toEqual(new Set([0, 1]));
  expect(pagesOf(long).filter((page) => page === 0)).toHaveLength(40);
});

test("space above is dropped at the top of a page", () => {
  const places = paginate([strip(ROOM), strip(10, { before: 30 })]);
  expect(places.map(({ page, y }) => [page, y])).toEqual([
    [0, PAGE.top],
    [1, PAGE.top],
  ]);
});

test("the head of a table is set again above its rows on every page, outside the structure", () => {
  const tag = { type: "TH", parent: undefined, children: [] };
  const mark = { kind: "rect", x: 0, y: 0, width: 1, height: 1, colour: "#000000" } as const;
  const head = strip(10, { keep: true, inks: [{ tag, marks: [mark] }] });
  const rows = Array.from({ length: 5 }, () => strip(ROOM / 2 - 10, { head: [head] }));
  const places = paginate([head, ...rows]);
  expect(places.map(({ page, strip: { height } }) => [page, height === 10])).toEqual([
    [0, true],
    [0, false],
    [0, false],
    [1, true],
    [1, false],
    [1, false],
    [2, true],
    [2, false],
  ]);
  expect(places[3]?.strip.inks).toEqual([]);
  expect(places[3]?.strip.back).toEqual([mark]);
});

test("a new page begins where it is asked, but no empty one", () => {
  expect(pagesOf([strip(1, { newPage: true }), strip(1, { newPage: true })])).toEqual([0, 1]);
});

test("no strip reaches into the foot of a page", () => {
  const heights = Array.from({ length: 300 }, (_, index) => 5 + ((index * 37) % 90));
  const strips = heights.map((height, index) =>
    strip(height, { before: index % 7, keep: index % 3 === 0 }),
  );
  for (const {
    y,
    strip: { height },
  } of paginate(strips)) {
    expect(y + height).toBeLessThanOrEqual(PAGE.height - PAGE.bottom + 0.01);
  }
});
