import type { Judgement } from "../model/assessment.ts";
import type { CriticalityClass } from "../model/classes.ts";
import type { Condition } from "../model/condition.ts";
import type { Criterion, Severity, Verdict } from "../model/criterion.ts";
import type { Place } from "../model/diagnostic.ts";
import type { Profile } from "../model/profile.ts";
import type { Bounds } from "../model/values.ts";
import { exactly } from "../model/values.ts";
import type { ProofWorth } from "./credit.ts";
import { worthOf } from "./credit.ts";
import type { Trace } from "./evaluate.ts";
import type { SubjectSurroundings } from "./surroundings.ts";

/**
 * A judgement at one class, with the trees of truth values that `explain` prints. The places of its
 * evidence are in the trees: most judgements are merged with those at other classes before anybody asks.
 */
export interface Judged extends Omit<Judgement, "evidence"> {
  readonly applies: Trace | undefined;
  readonly met: Trace | undefined;
  readonly partialTrace: Trace | undefined;
  readonly proof: ProofWorth | undefined;
}

/** Stands in on levels that have no class: their criteria ask the same at all. */
export const ANY_CLASS: CriticalityClass = "K1";

/** Judges one criterion on one subject at one class. */
export function judge(criterion: Criterion, at: SubjectSurroundings, profile: Profile): Judged {
  const criticality = at.class ?? ANY_CLASS;
  const severity = criterion.severity[criticality];
  if (severity === undefined) return notApplicable(criterion, ownReason(criterion, at), undefined);
  const weight = profile.weights[severity] * criterion.weightFactor;
  const applies = criterion.applies === undefined ? undefined : at.traceOf(criterion.applies);
  if (applies?.truth === "false") return notApplicable(criterion, "", applies);
  if (applies?.truth === "not-applicable")
    return notApplicable(criterion, reasonIn(applies), applies);
  if (applies?.truth === "unknown")
    return unknown(criterion, severity, weight, applies.blanks, { applies });
  const met = at.traceOf(criterion.met);
  switch (met.truth) {
    case "not-applicable":
      return notApplicable(criterion, reasonIn(met), applies, met);
    case "unknown":
      return unknown(criterion, severity, weight, met.blanks, { applies, met });
    case "false":
      return notMet(criterion, severity, weight, at, profile, applies, met);
    case "true":
      return proven(criterion, severity, weight, at, profile, applies, met);
  }
}

/** The reason somebody gave for "not applicable", also where the class asks nothing: it is always listed. */
function ownReason(criterion: Criterion, at: SubjectSurroundings): string {
  const path = proofPath(criterion);
  if (path === "") return "";
  const reading = at.read(path);
  return reading.state === "not-applicable" ? reading.because : "";
}

const NO_BLANKS: readonly string[] = [];

interface Traces {
  readonly applies?: Trace | undefined;
  readonly met?: Trace | undefined;
  readonly partialTrace?: Trace | undefined;
  readonly proof?: ProofWorth | undefined;
}

function judged(
  criterion: Criterion,
  verdict: Verdict,
  severity: Severity | undefined,
  weight: number,
  credit: Bounds,
  traces: Traces,
  details: Partial<Pick<Judgement, "partial" | "stale" | "weak" | "because" | "blanks">>,
): Judged {
  return {
    criterion: criterion.id,
    verdict,
    partial: false,
    stale: false,
    weak: false,
    accepted: false,
    because: undefined,
    severity,
    weight,
    credit,
    blanks: NO_BLANKS,
    dependsOnClass: undefined,
    applies: traces.applies,
    met: traces.met,
    partialTrace: traces.partialTrace,
    proof: traces.proof,
    ...details,
  };
}

/** `because` is a person's own reason; empty where the catalogue simply does not ask. */
function notApplicable(
  criterion: Criterion,
  because: string,
  applies: Trace | undefined,
  met?: Trace,
): Judged {
  return judged(
    criterion,
    "not-applicable",
    undefined,
    0,
    exactly(0),
    { applies, met },
    {
      because: because === "" ? undefined : because,
    },
  );
}

function unknown(
  criterion: Criterion,
  severity: Severity,
  weight: number,
  blanks: readonly string[],
  traces: Traces,
): Judged {
  return judged(criterion, "unknown", severity, weight, { low: 0, high: 1 }, traces, { blanks });
}

function proven(
  criterion: Criterion,
  severity: Severity,
  weight: number,
  at: SubjectSurroundings,
  profile: Profile,
  applies: Trace | undefined,
  met: Trace,
): Judged {
  const path = proofPath(criterion);
  const criticality = at.class ?? ANY_CLASS;
  const proof = worthOf(at.read(path).proof, criterion, criticality, profile, at.asOf);
  const traces = { applies, met, proof };
  if (proof.expired) return unknown(criterion, severity, weight, [path], traces);
  if (criterion.proof.strictAt.includes(criticality) && proof.strength < profile.strength.equal) {
    return judged(criterion, "not-met", severity, weight, exactly(profile.partialCredit), traces, {
      partial: true,
    });
  }
  const shown = proof.stale && profile.stale === "high-only" ? 0 : proof.strength * proof.freshness;
  const credit = { low: shown, high: 1 };
  const weak =
    proof.strength < profile.strength.equal ||
    (!proof.stale && proof.freshness < profile.freshness.fresh);
  return judged(criterion, "met", severity, weight, credit, traces, { stale: proof.stale, weak });
}

function notMet(
  criterion: Criterion,
  severity: Severity,
  weight: number,
  at: SubjectSurroundings,
  profile: Profile,
  applies: Trace | undefined,
  met: Trace,
): Judged {
  const partialTrace = criterion.partial === undefined ? undefined : at.traceOf(criterion.partial);
  const traces = { applies, met, partialTrace };
  const half = profile.partialCredit;
  if (partialTrace?.truth === "unknown") {
    const details = { blanks: partialTrace.blanks };
    return judged(criterion, "not-met", severity, weight, { low: 0, high: half }, traces, details);
  }
  if (partialTrace?.truth !== "true")
    return judged(criterion, "not-met", severity, weight, exactly(0), traces, {});
  const path = proofPath(criterion);
  const proof = worthOf(at.read(path).proof, criterion, at.class ?? ANY_CLASS, profile, at.asOf);
  if (proof.expired) return unknown(criterion, severity, weight, [path], { ...traces, proof });
  return judged(criterion, "not-met", severity, weight, exactly(half), traces, { partial: true });
}

/** The field whose evidence counts: named by the criterion, else the first that it reads. */
export function proofPath(criterion: Criterion): string {
  return criterion.proof.of ?? firstField(criterion.met) ?? "";
}

function firstField(condition: Condition): string | undefined {
  if (condition.join === "test")
    return condition.field.startsWith("fact.") ? undefined : condition.field;
  for (const part of condition.of) {
    const field = firstField(part);
    if (field !== undefined) return field;
  }
  return undefined;
}

function reasonIn(trace: Trace): string {
  if (trace.seen?.state === "not-applicable") return trace.seen.because;
  for (const part of trace.parts) {
    const reason = reasonIn(part);
    if (reason !== "") return reason;
  }
  return "";
}

const NO_PLACES: readonly Place[] = [];

/** Every place that the judgements were made from, once. */
export function placesSeen(all: readonly Judged[]): readonly Place[] {
  const found: Place[] = [];
  const seen = new Set<Trace>();
  for (const { applies, met, partialTrace } of all) {
    for (const trace of [applies, met, partialTrace]) {
      // A trace that holds at every class is looked through once.
      if (trace === undefined || seen.has(trace)) continue;
      seen.add(trace);
      collectPlaces(trace, found);
    }
  }
  if (found.length === 0) return NO_PLACES;
  return found.length === 1 ? found : distinct(found);
}

function collectPlaces({ seen, parts }: Trace, found: Place[]): void {
  if (seen !== undefined) for (const place of seen.places) found.push(place);
  for (const part of parts) collectPlaces(part, found);
}

function distinct(found: readonly Place[]): readonly Place[] {
  const places = new Map(found.map((place) => [`${place.file} ${place.pointer}`, place]));
  return [...places.values()];
}
