import type { CriticalityClass } from "../model/classes.ts";
import type { Criterion, ProofKind } from "../model/criterion.ts";
import type { Profile } from "../model/profile.ts";
import type { Day } from "../model/values.ts";
import { monthsBetween } from "../model/values.ts";
import type { Evidence, Proof } from "./reading.ts";

/** How far a proof carries: its strength and freshness from 0 to 1, and whether it is too old to count. */
export interface ProofWorth {
  readonly strength: number;
  readonly freshness: number;
  /** Older than its validity, though it still counts in part. */
  readonly stale: boolean;
  /** Older than twice its validity: what it proved is unknown again. */
  readonly expired: boolean;
}

const RANKS: Readonly<Record<string, number>> = {
  test: 3,
  audit: 3,
  document: 2,
  "contract-text": 2,
  "supplier-statement": 1,
};

const WANTED: Readonly<Record<ProofKind, number>> = {
  test: 3,
  document: 2,
  "supplier-statement": 1,
  "contract-text": 0,
  register: 0,
};

/**
 * What the best of the evidence is worth: strength 1 when as good as asked, 0.5 one step weaker, 0.25
 * two steps weaker or none; freshness 1 up to the validity, 0.75 up to one and a half times it, 0.5 up
 * to twice it, beyond that nothing. The contract's text and what is computed are their own proof. A
 * list whose items carry evidence is worth what its least proven item is.
 */
export function worthOf(
  proof: Proof,
  criterion: Criterion,
  criticality: CriticalityClass,
  profile: Profile,
  asOf: Day,
): ProofWorth {
  if (proof.parts.length > 0) {
    return worst(proof.parts.map((part) => worthOf(part, criterion, criticality, profile, asOf)));
  }
  const validity = criterion.proof.valid[criticality];
  const wanted = criterion.proof.kind[criticality];
  const items: readonly Evidence[] =
    proof.evidence.length > 0 ? proof.evidence : [{ kind: undefined, date: undefined }];
  const worths = items.map((item) => {
    const freshness = freshnessOf(item.date ?? proof.answered, validity, wanted, profile, asOf);
    return { strength: strengthOf(item.kind, wanted, profile), ...freshness };
  });
  const usable = worths.filter((worth) => !worth.expired);
  return (usable.length > 0 ? usable : worths).reduce((left, right) =>
    right.strength * right.freshness > left.strength * left.freshness ? right : left,
  );
}

/** A list is as well proven as its least proven item. */
function worst(parts: readonly ProofWorth[]): ProofWorth {
  return parts.reduce((left, right) => {
    if (left.expired !== right.expired) return left.expired ? left : right;
    return right.strength * right.freshness < left.strength * left.freshness ? right : left;
  });
}

function strengthOf(kind: string | undefined, wanted: ProofKind, profile: Profile): number {
  const { equal, weaker, weakest } = profile.strength;
  if (WANTED[wanted] === 0) return equal;
  const rank = kind === undefined ? 0 : (RANKS[kind] ?? 0);
  if (rank === 0) return weakest;
  const short = WANTED[wanted] - rank;
  if (short <= 0) return equal;
  return short === 1 ? weaker : weakest;
}

function freshnessOf(
  date: Day | undefined,
  validity: number | null,
  wanted: ProofKind,
  profile: Profile,
  asOf: Day,
): Omit<ProofWorth, "strength"> {
  const { fresh, aging, old, undated } = profile.freshness;
  // What is computed is as fresh as the day it is computed on.
  if (validity === null || wanted === "register")
    return { freshness: fresh, stale: false, expired: false };
  if (date === undefined) return { freshness: undated, stale: false, expired: false };
  const age = monthsBetween(date, asOf);
  if (age <= validity) return { freshness: fresh, stale: false, expired: false };
  if (age <= validity * 1.5) return { freshness: aging, stale: true, expired: false };
  return { freshness: old, stale: true, expired: age > validity * 2 };
}
