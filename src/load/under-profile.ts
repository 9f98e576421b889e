import { CLASSES } from "../model/classes.ts";
import type { CriticalityClass } from "../model/classes.ts";
import type { Criterion } from "../model/criterion.ts";
import type { Profile } from "../model/profile.ts";

/**
 * A criterion as a profile applies it: without the severities that the profile does not ask, and with
 * proof good for as long as the profile lets it be. What the law demands is asked at every class.
 */
export function underProfile(criterion: Criterion, profile: Profile): Criterion {
  const { severity, proof, statutory, level } = criterion;
  const isAsked = (criticality: CriticalityClass): boolean => {
    const own = severity[criticality];
    const asked = level === "organisation" || level === "portfolio" ? level : criticality;
    return own !== undefined && (statutory || profile.asked[asked].includes(own));
  };
  const valid = (months: number | null): number | null =>
    months === null ? null : Math.max(1, Math.floor(months * profile.validityFactor));
  const { K1, K2, K3, K4 } = proof.valid;
  return {
    ...criterion,
    severity: Object.fromEntries(
      CLASSES.filter(isAsked).map((criticality) => [criticality, severity[criticality]]),
    ),
    proof: {
      ...proof,
      valid: { K1: valid(K1), K2: valid(K2), K3: valid(K3), K4: valid(K4) },
    },
  };
}
