import { expect, test } from "vitest";
import type { Block } from "../../../src/model/report.ts";
import { orderHeadings } from "../../../src/render/headings.ts";
import { renderSampleOf } from "../../support/render-sample.ts";

function heading(level: 1 | 2 | 3 | 4, anchor: string): Block {
  return { kind: "heading", level, anchor, text: anchor };
}

test("no depth is skipped on the way down", () => {
  const { list } = orderHeadings(
    renderSampleOf("sv", [heading(3, "a"), heading(1, "b"), heading(4, "c"), heading(4, "d")]),
  );
  expect(list.map(({ depth }) => depth)).toEqual([2, 2, 3, 4]);
});

test("identifiers are fit for an address and none is there twice", () => {
  const anchors = ["ok-1", "ok-1", "Å b", "content", '"><script>', "section-6"];
  const { list } = orderHeadings(
    renderSampleOf(
      "sv",
      anchors.map((anchor) => heading(1, anchor)),
    ),
  );
  const ids = list.map(({ id }) => id);
  expect(ids[0]).toBe("ok-1");
  expect(new Set(["content", "contents", "title", ...ids]).size).toBe(ids.length + 3);
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/u);
});

test("a reference finds the first heading with its anchor", () => {
  const { byAnchor, list } = orderHeadings(
    renderSampleOf("sv", [heading(1, "Å b"), heading(1, "Å b")]),
  );
  expect(byAnchor.get("Å b")).toBe(list[0]);
});
