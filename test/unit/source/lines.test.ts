import { describe, expect, it } from "vitest";
import { indexLines, lastStartAtOrBefore } from "../../../src/source/lines.ts";

describe("indexLines", () => {
  const lines = indexLines("ab\r\nå😀c\n\nlast");

  it.each([
    [0, 1, 1],
    [2, 1, 3],
    [4, 2, 1],
    [7, 2, 4],
    [9, 3, 1],
    [10, 4, 1],
    [14, 4, 5],
  ])("puts offset %i in line %i, column %i, as editors count", (offset, line, column) => {
    expect(lines.positionAt(offset)).toEqual({ line, column, offset });
  });

  it("keeps offsets inside the text", () => {
    expect(lines.positionAt(-1).offset).toBe(0);
    expect(lines.positionAt(999)).toEqual({ line: 4, column: 5, offset: 14 });
  });

  it("gives lines without their ends", () => {
    expect([1, 2, 3, 4, 5, 0].map((line) => lines.lineAt(line))).toEqual([
      "ab",
      "å😀c",
      "",
      "last",
      undefined,
      undefined,
    ]);
  });

  it("gives a span that never ends before it begins", () => {
    const { start, end } = lines.spanOf(7, 4);
    expect([start.offset, end.offset]).toEqual([7, 7]);
  });

  it("gives an empty text one empty line", () => {
    expect(indexLines("").lineAt(1)).toBe("");
    expect(indexLines("").positionAt(0)).toEqual({ line: 1, column: 1, offset: 0 });
  });
});

describe("lastStartAtOrBefore", () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 1],
    [8, 1],
    [9, 2],
    [100, 2],
    [-1, 0],
  ])("finds for %i the start with index %i", (offset, index) => {
    expect(lastStartAtOrBefore([0, 5, 9], offset)).toBe(index);
  });
});
