import type { Bar } from "../model/report.ts";
import { cleanText } from "./clean.ts";

/** Where a bar begins and ends on a scale from 0 to 1; `low` is never above `high`. */
export interface Stretch {
  readonly low: number;
  readonly high: number;
}

/** Bounds of a bar as shares of its scale, brought inside it. */
export function stretchOf(bar: Bar, of: number): Stretch {
  const share = (value: number): number =>
    of > 0 && Number.isFinite(value) ? Math.min(1, Math.max(0, value / of)) : 0;
  const low = share(bar.low);
  return { low, high: Math.max(low, share(bar.high)) };
}

/** A bar as text: its label and its numbers. */
export function tellBar(bar: Bar): string {
  return `${cleanText(bar.label)}: ${cleanText(bar.value)}`;
}

/** A bar of `width` characters: full to the lower bound, shaded to the upper, light to the end of the scale. */
export function drawTextBar(bar: Bar, of: number, width: number): string {
  const { low, high } = stretchOf(bar, of);
  const full = Math.round(low * width);
  const shaded = Math.round(high * width) - full;
  return "█".repeat(full) + "▒".repeat(shaded) + "·".repeat(width - full - shaded);
}
