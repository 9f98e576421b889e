import { columnOf } from "./text-lines.ts";
import type { Layout } from "./write-value.ts";
import type { WrittenList, WrittenMap, WrittenNode } from "./written-node.ts";

/**
 * The layout of a part of a text, by the first map and the first list that stand below a key in it; where
 * there are none, by `dashes`, the column in which the entries of the text's first list stand.
 */
export function layoutOf(
  text: string,
  root: WrittenNode,
  dashes: number | undefined,
  texts: Layout["texts"],
): Layout {
  const found: { map?: number; list?: number } = {};
  look(text, root, found);
  const map = found.map ?? found.list ?? dashes ?? 0;
  const width = map > 0 ? map : 2;
  return { map: width, list: found.list ?? dashes ?? width, texts };
}

function look(text: string, node: WrittenNode, found: { map?: number; list?: number }): void {
  if (found.map !== undefined && found.list !== undefined) return;
  if (node.kind === "list") for (const item of node.items) look(text, item, found);
  if (node.kind !== "map") return;
  for (const { from, value } of node.pairs) {
    if (value === undefined) continue;
    if (isBlock(value)) {
      const deeper = columnOf(text, startOf(value)) - columnOf(text, from);
      if (deeper > 0 || value.kind === "list") found[value.kind] ??= deeper;
    }
    look(text, value, found);
  }
}

function isBlock(node: WrittenNode): node is WrittenMap | WrittenList {
  return (node.kind === "map" || node.kind === "list") && !node.flow;
}

/** Where the first key or the first dash stands. */
function startOf(node: WrittenMap | WrittenList): number {
  return node.kind === "map" ? (node.pairs[0]?.from ?? node.from) : node.from;
}
