/** What a column of a table asks for. */
export interface ColumnWish {
  /** Its share of the width against the other columns. */
  readonly weight: number;
  /** Width of its widest word. */
  readonly narrowest: number;
  /** Width at which none of its cells breaks. */
  readonly widest: number;
}

/**
 * Divides `total` among columns: by weight, but none wider than it can use and, as far as there is
 * room, none narrower than its widest word. The sum is at most `total`.
 */
export function fitColumns(wishes: readonly ColumnWish[], total: number): readonly number[] {
  const needed = wishes.reduce((sum, wish) => sum + wish.narrowest, 0);
  if (needed >= total) return wishes.map((wish) => (wish.narrowest / needed) * total);
  const widths = wishes.map((wish) => wish.narrowest);
  const open = new Set(wishes.keys());
  let spare = total - needed;
  while (spare > 1e-6 && open.size > 0) {
    spare = deal(wishes, widths, open, spare);
  }
  return widths;
}

/** Gives `spare` to the columns that can use it, those furthest below their share first; what is left over. */
function deal(
  wishes: readonly ColumnWish[],
  widths: number[],
  open: Set<number>,
  spare: number,
): number {
  const room = [...open].reduce((sum, index) => sum + (widths[index] ?? 0), spare);
  const weights = [...open].reduce((sum, index) => sum + (wishes[index]?.weight ?? 0), 0) || 1;
  const gaps = [...open].map((index) => {
    const { weight = 1, widest = 0 } = wishes[index] ?? {};
    const target = Math.min((weight / weights) * room, widest);
    return { index, gap: Math.max(0, target - (widths[index] ?? 0)) };
  });
  const wanted = gaps.reduce((sum, { gap }) => sum + gap, 0);
  if (wanted <= 1e-6) {
    open.clear();
    return spare;
  }
  const share = Math.min(1, spare / wanted);
  for (const { index, gap } of gaps) {
    widths[index] = (widths[index] ?? 0) + gap * share;
    if ((widths[index] ?? 0) >= (wishes[index]?.widest ?? 0) - 1e-6) open.delete(index);
  }
  return spare - wanted * share;
}
