/** A node of a YAML text with its place, for whoever changes the text. Offsets are those of the whole text. */
export type WrittenNode = WrittenMap | WrittenList | WrittenLeaf;

interface Placed {
  /** Offset of the value itself, after an anchor or a tag. */
  readonly from: number;
  /** Offset after the value; of a block it may lie below the value's last line, see `contentEnd`. */
  readonly to: number;
  /** An alias elsewhere in the text stands for it. */
  readonly shared: boolean;
}

export interface WrittenMap extends Placed {
  readonly kind: "map";
  /** In braces. */
  readonly flow: boolean;
  readonly pairs: readonly WrittenPair[];
}

export interface WrittenList extends Placed {
  readonly kind: "list";
  /** In brackets. */
  readonly flow: boolean;
  readonly items: readonly WrittenNode[];
}

/** A scalar by the way it is written (`nothing` is an empty place after a key or dash), or an alias. */
export interface WrittenLeaf extends Placed {
  readonly kind: "plain" | "single" | "double" | "block" | "nothing" | "alias";
}

/** A key with its value; `from` and `to` are those of the key. */
export interface WrittenPair {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** Undefined when not even a colon follows the key. */
  readonly value: WrittenNode | undefined;
}

/** The offset after the last character that belongs to a node, before a comment or line break behind it. */
export function contentEnd(text: string, node: WrittenNode): number {
  if (node.kind === "block") return withoutBreak(text, node.to);
  if (node.kind === "map" && !node.flow) {
    const last = node.pairs.at(-1);
    return last === undefined ? node.to : pairEnd(text, last);
  }
  if (node.kind === "list" && !node.flow) {
    const last = node.items.at(-1);
    return last === undefined ? node.to : contentEnd(text, last);
  }
  return node.to;
}

/** The offset after the last character of a key with its value. */
export function pairEnd(text: string, pair: WrittenPair): number {
  return pair.value === undefined ? pair.to : contentEnd(text, pair.value);
}

/** The offset before a line break that ends at `to`, if one does. */
function withoutBreak(text: string, to: number): number {
  if (text[to - 1] !== "\n") return to;
  return text[to - 2] === "\r" ? to - 2 : to - 1;
}
