/** A part of a text and what comes in its place; `to` is exclusive. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The splices by place; those at the same place keep their order. Undefined when two of them overlap. */
export function inOrder(splices: readonly Splice[]): readonly Splice[] | undefined {
  const sorted = splices.toSorted((left, right) => left.from - right.from);
  const overlap = sorted.some(({ from }, at) => from < (sorted[at - 1]?.to ?? 0));
  return overlap ? undefined : sorted;
}

/** The text with splices, which are in order, put in. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text: put } of splices) {
    parts.push(text.slice(at, from), put);
    at = to;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

/** Characters that splices add to a part of the text, less those they take. */
export function growthWithin(splices: readonly Splice[], from: number, to: number): number {
  return splices
    .filter((splice) => splice.from >= from && splice.to <= to)
    .reduce((sum, splice) => sum + splice.text.length - (splice.to - splice.from), 0);
}
