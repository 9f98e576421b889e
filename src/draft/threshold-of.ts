import type { AmendmentFacts } from "../model/amendment.ts";
import type {
  PossibleThreshold,
  ProcurementAct,
  ProcurementKind,
  ThresholdPeriod,
} from "../model/thresholds.ts";
import type { Bounds } from "../model/values.ts";

/** A sum of which nobody knows anything but that it is not negative. */
export const ANY_SUM: Bounds = { low: 0, high: Infinity };

/**
 * The thresholds that may apply to a contract of this kind. The day of the award decides; where only
 * bounds of it are known, every period between them may be the right one, and where nothing is known
 * every period that is held. A day outside of them gives a threshold that nothing is known of.
 */
export function possibleThresholds(
  act: ProcurementAct,
  kind: ProcurementKind,
  awarded: AmendmentFacts["awarded"],
): readonly PossibleThreshold[] {
  const held = periodsOf(act, kind);
  const met = held.filter(
    ({ from, to }) =>
      awarded === undefined || (from <= awarded.to && (to === undefined || to >= awarded.from)),
  );
  const known = met.map((period): PossibleThreshold => {
    const value = period.values[kind] ?? 0;
    return { period, value: { low: value, high: value } };
  });
  if (awarded === undefined || coversAll(held, awarded)) return known;
  return [...known, { period: undefined, value: ANY_SUM }];
}

/** The Union's thresholds for a kind where it has them, else the national ones, in the order of time. */
function periodsOf(act: ProcurementAct, kind: ProcurementKind): readonly ThresholdPeriod[] {
  const all = act.periods.filter((period) => period.values[kind] !== undefined);
  const eu = all.filter(({ level }) => level === "eu");
  return eu.length > 0 ? eu : all;
}

/** Periods follow each other without gaps, so that the first and the last say it. */
function coversAll(
  held: readonly ThresholdPeriod[],
  awarded: NonNullable<AmendmentFacts["awarded"]>,
): boolean {
  return (
    held.some(({ from }) => from <= awarded.from) &&
    held.some(({ to }) => to === undefined || to >= awarded.to)
  );
}
