import fc from "fast-check";
import { expect, test } from "vitest";
import { fitColumns } from "../../../src/render/columns.ts";

const wish = (weight: number, narrowest: number, widest: number) => ({ weight, narrowest, widest });
const sum = (widths: readonly number[]): number =>
  widths.reduce((total, width) => total + width, 0);

test("divides by weight where every column can use its share", () => {
  expect(fitColumns([wish(1, 5, 1000), wish(3, 5, 1000)], 100)).toEqual([25, 75]);
});

test("gives what one column cannot use to the others", () => {
  expect(fitColumns([wish(1, 5, 10), wish(1, 5, 1000)], 100)).toEqual([10, 90]);
});

test("makes no column narrower than its widest word while there is room", () => {
  const widths = fitColumns([wish(1, 60, 80), wish(9, 10, 1000)], 100);
  expect(widths[0]).toBeGreaterThanOrEqual(60);
});

test("shrinks all alike where the widest words do not fit", () => {
  expect(fitColumns([wish(1, 100, 100), wish(1, 300, 300)], 200)).toEqual([50, 150]);
});

test("never takes more than there is, nor gives a column more than it can use", () => {
  const column = fc
    .tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 300 }),
    )
    .map(([weight, narrowest, more]) => wish(weight, narrowest, narrowest + more));
  fc.assert(
    fc.property(
      fc.array(column, { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 20, max: 500 }),
      (wishes, total) => {
        const widths = fitColumns(wishes, total);
        expect(sum(widths)).toBeLessThanOrEqual(total + 1e-6);
        const fits = sum(wishes.map(({ narrowest }) => narrowest)) <= total;
        for (const [index, { narrowest, widest }] of wishes.entries()) {
          expect(widths[index]).toBeLessThanOrEqual(widest + 1e-6);
          if (fits) expect(widths[index]).toBeGreaterThanOrEqual(narrowest - 1e-6);
        }
      },
    ),
  );
});
