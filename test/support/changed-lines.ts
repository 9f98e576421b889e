/** How many lines are taken out and put in between two texts, as `git diff --stat` counts them. */
export function changedLines(before: string, after: string): number {
  const old = before.split("\n");
  const next = after.split("\n");
  let head = 0;
  while (head < old.length && head < next.length && old[head] === next[head]) head += 1;
  let tail = 0;
  while (
    tail < Math.min(old.length, next.length) - head &&
    old.at(-1 - tail) === next.at(-1 - tail)
  )
    tail += 1;
  const left = old.slice(head, old.length - tail);
  const right = next.slice(head, next.length - tail);
  return left.length + right.length - 2 * commonLines(left, right);
}

/** The length of the longest common subsequence. */
function commonLines(left: readonly string[], right: readonly string[]): number {
  let row = Array.from({ length: right.length + 1 }, () => 0);
  for (const line of left) {
    const above = row;
    row = [0];
    for (const [at, other] of right.entries())
      row.push(line === other ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0));
  }
  return row.at(-1) ?? 0;
}
