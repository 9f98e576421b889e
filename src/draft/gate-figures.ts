import type { GateAnswer } from "../model/amendment.ts";
import type { Bounds } from "../model/values.ts";
import type { PartContext } from "./blanks.ts";

/** The figures of a step: what is compared with what, in bounds where something is unknown. */
export function gateFigures(
  { step, figures }: GateAnswer,
  context: PartContext,
): readonly string[] {
  if (figures === undefined) return [];
  const { wording } = context;
  const { value, threshold, reference, share, limit, room } = figures;
  const money = (bounds: Bounds | undefined): string =>
    bounds === undefined ? "" : moneyText(bounds, context);
  const say = (key: string, params: Readonly<Record<string, string>>): string =>
    wording.say(`amendment.figures.${key}`, params);
  const compared = say(step === "scope" ? "estimate" : step === "minor" ? "net" : "value", {
    value: money(value),
  });
  if (share === undefined || limit === undefined) {
    return [compared, say("threshold", { threshold: money(threshold) })];
  }
  return [
    compared,
    reference?.high === Infinity && reference.low <= 0
      ? say("no-reference", {})
      : say("share", { share: shareText(share, limit.low, context), reference: money(reference) }),
    threshold === undefined
      ? say("at-most", { limit: shareText(limit, 1, context) })
      : say("below", { limit: shareText(limit, 1, context), threshold: money(threshold) }),
    say("room", { room: money(room) }),
  ];
}

/** A sum in euros, or what is known of it. */
export function moneyText({ low, high }: Bounds, { wording, format }: PartContext): string {
  const euros = (amount: number): string => format.money(amount, "EUR");
  if (low === high) return euros(low);
  if (high === Infinity)
    return low <= 0
      ? wording.say("amendment.unknown")
      : wording.say("amendment.at-least", { low: euros(low) });
  return wording.say("amendment.between", { low: euros(low), high: euros(high) });
}

/** Hundredths of a per cent. */
const FINEST = 10_000;

/** A share in per cent, rounded away from the limit, so that what is below it never looks as if it reached it. */
function shareText({ low, high }: Bounds, limit: number, { wording, format }: PartContext): string {
  const percent = (share: number): string =>
    `${format.number(share / (FINEST / 100))}${format.language === "en" ? "" : "\u{A0}"}%`;
  const down = (share: number): number => Math.floor(settle(share * FINEST));
  const up = (share: number): number => Math.ceil(settle(share * FINEST));
  if (low === high) return percent(low < limit ? down(low) : up(low));
  if (high === Infinity)
    return low <= 0
      ? wording.say("amendment.unknown")
      : wording.say("amendment.at-least", { low: percent(down(low)) });
  return wording.say("amendment.between", { low: percent(down(low)), high: percent(up(high)) });
}

/** Cuts off what binary fractions add. */
function settle(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
