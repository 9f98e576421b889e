import type { Bounds } from "../model/values.ts";

/** What lies closer than this, in per cent, is the same figure: sums of weights carry such noise. */
const NOISE = 1e-9;

/**
 * A share in whole per cent. Something is never written as nothing, nor less than all as all: the
 * figure is then `< 1` or `> 99`.
 */
export function writeShare(
  share: number,
  number: (value: number) => string,
  percent: string,
): string {
  return `${nearest(share * 100, number)}${percent}`;
}

/**
 * Bounds of a share in whole per cent, the low one rounded down and the high one up, so that what
 * is printed holds everything that is possible; one figure when the two are equal.
 */
export function writeShares(
  { low, high }: Bounds,
  number: (value: number) => string,
  percent: string,
): string {
  const [from, to] = [low * 100, high * 100];
  if (to - from < NOISE) return `${nearest(from, number)}${percent}`;
  if (from > 0 && to < 1) return `< 1${percent}`;
  if (from > 99 && to < 100) return `> 99${percent}`;
  const left = below(from, number);
  const right = above(to, number);
  return left.startsWith("<") || right.startsWith(">")
    ? `${left}${percent} – ${right}${percent}`
    : `${left}–${right}${percent}`;
}

function nearest(percent: number, number: (value: number) => string): string {
  const whole = Math.round(percent);
  if (whole === 0 && percent > NOISE) return "< 1";
  if (whole === 100 && percent < 100 - NOISE) return "> 99";
  return number(whole);
}

function below(percent: number, number: (value: number) => string): string {
  const whole = Math.floor(percent + NOISE);
  return whole === 0 && percent > NOISE ? "< 1" : number(whole);
}

function above(percent: number, number: (value: number) => string): string {
  const whole = Math.ceil(percent - NOISE);
  return whole === 100 && percent < 100 - NOISE ? "> 99" : number(whole);
}
