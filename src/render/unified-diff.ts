/** Lines of context around a change, as `diff -u` shows. */
const CONTEXT = 3;

type Step = " " | "-" | "+";

interface Line {
  readonly step: Step;
  readonly text: string;
}

/**
 * The difference of two texts as `diff -u` writes it, with the fewest lines changed (E. Myers, An O(ND)
 * difference algorithm, 1986); empty when they are equal. It is fast when little differs, however long the
 * texts are.
 */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return "";
  const lines = differingLines(linesOf(before), linesOf(after));
  return [`--- a/${file}\n+++ b/${file}\n`, ...hunksOf(lines)].join("");
}

/** Lines with their ends: a last line without one is another line. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
}

function differingLines(before: readonly string[], after: readonly string[]): readonly Line[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const same = (text: string): Line => ({ step: " ", text });
  return [
    ...before.slice(0, head).map(same),
    ...shortestScript(
      before.slice(head, before.length - tail),
      after.slice(head, after.length - tail),
    ),
    ...before.slice(before.length - tail).map(same),
  ];
}

/** The furthest that can be reached in the old text on each diagonal, for every number of changes. */
function shortestScript(before: readonly string[], after: readonly string[]): readonly Line[] {
  const reached: ReadonlyMap<number, number>[] = [];
  let furthest = new Map([[1, 0]]);
  for (let changes = 0; ; changes += 1) {
    reached.push(new Map(furthest));
    const next = new Map(furthest);
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = startOn(furthest, diagonal, changes);
      while (x < before.length && before[x] === after[x - diagonal] && x - diagonal < after.length)
        x += 1;
      next.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length)
        return walkBack(reached, before, after);
    }
    furthest = next;
  }
}

function startOn(furthest: ReadonlyMap<number, number>, diagonal: number, changes: number): number {
  return isInsertion(furthest, diagonal, changes)
    ? (furthest.get(diagonal + 1) ?? 0)
    : (furthest.get(diagonal - 1) ?? 0) + 1;
}

function isInsertion(
  furthest: ReadonlyMap<number, number>,
  diagonal: number,
  changes: number,
): boolean {
  const left = furthest.get(diagonal - 1) ?? -1;
  const right = furthest.get(diagonal + 1) ?? -1;
  return diagonal === -changes || (diagonal !== changes && left < right);
}

function walkBack(
  reached: readonly ReadonlyMap<number, number>[],
  before: readonly string[],
  after: readonly string[],
): readonly Line[] {
  const lines: Line[] = [];
  let x = before.length;
  let y = after.length;
  for (let changes = reached.length - 1; changes >= 0; changes -= 1) {
    const furthest = reached[changes] ?? new Map<number, number>();
    const diagonal = x - y;
    const inserted = isInsertion(furthest, diagonal, changes);
    const from = changes === 0 ? 0 : startOn(furthest, diagonal, changes);
    while (x > from && x > 0 && y > 0) {
      lines.push({ step: " ", text: before[x - 1] ?? "" });
      x -= 1;
      y -= 1;
    }
    if (changes === 0) break;
    if (inserted) {
      y -= 1;
      lines.push({ step: "+", text: after[y] ?? "" });
    } else {
      x -= 1;
      lines.push({ step: "-", text: before[x] ?? "" });
    }
  }
  return lines.reverse();
}

function* hunksOf(lines: readonly Line[]): Generator<string> {
  for (let at = 0, from = 0; ;) {
    while (from < lines.length && lines[from]?.step === " ") from += 1;
    if (from >= lines.length) return;
    const start = Math.max(at, from - CONTEXT);
    const end = endOfHunk(lines, from);
    yield hunkText(lines, start, end);
    at = end;
    from = end;
  }
}

/** Changes that are less than twice the context apart share a hunk. */
function endOfHunk(lines: readonly Line[], from: number): number {
  let last = from;
  for (let at = from; at < lines.length && at - last <= CONTEXT * 2; at += 1) {
    if (lines[at]?.step !== " ") last = at;
  }
  return Math.min(lines.length, last + CONTEXT + 1);
}

function hunkText(lines: readonly Line[], start: number, end: number): string {
  const count = (from: number, to: number, skipped: Step): number =>
    lines.slice(from, to).filter(({ step }) => step !== skipped).length;
  const range = (skipped: Step): string => {
    const before = count(0, start, skipped);
    const length = count(start, end, skipped);
    return `${length === 0 ? before : before + 1}${length === 1 ? "" : `,${length}`}`;
  };
  const body = lines
    .slice(start, end)
    .map(({ step, text }) =>
      text.endsWith("\n") ? `${step}${text}` : `${step}${text}\n\\ No newline at end of file\n`,
    );
  return `@@ -${range("+")} +${range("-")} @@\n${body.join("")}`;
}
