import type { Place } from "../model/diagnostic.ts";
import { SHAPES } from "../model/fields.ts";
import type { Entry } from "../model/register.ts";
import type { Shape, ValueKind } from "../model/shape.ts";
import type { Day, Raw, RawObject } from "../model/values.ts";
import {
  isRawList,
  isRawObject,
  parseDay,
  parsePeriod,
  parseShare,
  parseSpan,
  periodInMonths,
  rawText,
} from "../model/values.ts";

/** One piece of evidence: what kind, and the day it shows; undefined where not said. */
export interface Evidence {
  readonly kind: string | undefined;
  readonly date: Day | undefined;
}

/** What stands behind an answer. */
export interface Proof {
  readonly evidence: readonly Evidence[];
  /** The day the answer itself was given. */
  readonly answered: Day | undefined;
  /** For a list whose items carry evidence of their own: the proof of each item. */
  readonly parts: readonly Proof[];
}

/** A value ready to compare: spans in hours, periods in months, shares of 1, days and words as text. */
export type FieldValue = string | number | readonly Raw[] | RawObject;

/** What one field of a register says, on the day of assessment. */
export type Reading = {
  readonly path: string;
  readonly place: Place;
  readonly kind: ValueKind;
  readonly proof: Proof;
} & (
  | { readonly state: "known"; readonly value: FieldValue }
  /** Recorded as absent. */
  | { readonly state: "none" }
  /** Nobody has said; `later` when somebody has, but after the day of assessment. */
  | { readonly state: "unknown"; readonly later: boolean }
  | { readonly state: "not-applicable"; readonly because: string }
);

const NO_PROOF: Proof = { evidence: [], answered: undefined, parts: [] };

/**
 * Reads the field at a dotted path of an entry, as it was known on the day `asOf`. A large register is
 * read some million times: objects are written out here, since spreading them costs most of the time.
 */
export function readField(entry: Entry, shapeName: string, path: string, asOf: Day): Reading {
  const walk = walkTo(entry.raw, shapeName, stepsOf(path));
  const { file, pointer } = entry.place;
  const place: Place = { file, pointer: pointer + walk.pointer, part: "key" };
  const { kind } = walk.shape;
  const proof = proofOf(walk, asOf);
  if (walk.absent !== undefined && walk.holder?.["status"] === "not-applicable") {
    return {
      path,
      place,
      kind,
      proof,
      state: "not-applicable",
      because: textIn(walk.holder["because"]),
    };
  }
  if (walk.absent === "unknown")
    return { path, place, kind, proof, state: "unknown", later: false };
  if (isDatedLater(walk.holder, asOf)) {
    // One answer is left out, however many of its fields are read.
    const whole: Place = { file, pointer: pointer + walk.holderPointer, part: "key" };
    return { path, place: whole, kind, proof: NO_PROOF, state: "unknown", later: true };
  }
  if (walk.absent === "none") return { path, place, kind, proof, state: "none" };
  if (isLaterDeed(path, walk.value, asOf))
    return { path, place, kind, proof: NO_PROOF, state: "unknown", later: true };
  const said = meaningOf(walk.value, walk.shape, walk.holder);
  switch (said.state) {
    case "known":
      return { path, place, kind, proof, state: "known", value: said.value };
    case "none":
      return { path, place, kind, proof, state: "none" };
    case "unknown":
      return { path, place, kind, proof, state: "unknown", later: false };
    case "not-applicable":
      return { path, place, kind, proof, state: "not-applicable", because: said.because };
  }
}

const STEPS = new Map<string, readonly string[]>();

/** The steps of a dotted path. The paths are those of the catalogue, so few that they are kept. */
function stepsOf(path: string): readonly string[] {
  let steps = STEPS.get(path);
  if (steps === undefined) {
    steps = path.split(".");
    STEPS.set(path, steps);
  }
  return steps;
}

interface Walk {
  readonly value: Raw | undefined;
  readonly shape: Shape;
  /** The nearest map on the way that may carry evidence. */
  readonly holder: RawObject | undefined;
  readonly holderPointer: string;
  readonly pointer: string;
  /** Set when the path ends early in a word that answers for all below it. */
  readonly absent: "none" | "unknown" | undefined;
}

const TEXT: Shape = { kind: "text" };

function walkTo(root: RawObject, shapeName: string, steps: readonly string[]): Walk {
  let value: Raw | undefined = root;
  let shape: Shape = SHAPES[shapeName] ?? TEXT;
  // A supplier may carry the evidence of its lists, such as the form that it fills in each year.
  let holder: RawObject | undefined = carriesProof(shape) ? root : undefined;
  let pointer = "";
  let holderPointer = "";
  for (const step of steps) {
    const target: Shape = SHAPES[shape.fields?.[step] ?? ""] ?? TEXT;
    const absent = absentAt(value, shape, step);
    if (absent !== undefined)
      return { value: undefined, shape: target, holder, holderPointer, pointer, absent };
    value = isRawObject(value) ? value[step] : undefined;
    pointer = `${pointer}/${step}`;
    shape = target;
    if (isRawObject(value) && carriesProof(shape)) {
      holder = value;
      holderPointer = pointer;
    }
  }
  return { value, shape, holder, holderPointer, pointer, absent: undefined };
}

/** The word that answers for a step below `value`, or undefined where the step is there. */
function absentAt(
  value: Raw | undefined,
  shape: Shape,
  step: string,
): "none" | "unknown" | undefined {
  if (isRawObject(value)) {
    if (shape.kind === "clause" && step !== "status" && isMissingClause(value["status"]))
      return "none";
    return value[step] === undefined ? "unknown" : undefined;
  }
  return (shape.kind === "clause" ? isMissingClause(value) : value === "none") ? "none" : "unknown";
}

function isMissingClause(status: Raw | undefined): boolean {
  return status === "none" || status === "general-terms-only";
}

function carriesProof(shape: Shape): boolean {
  return shape.fields?.["evidence"] !== undefined;
}

type Meaning =
  | { readonly state: "known"; readonly value: FieldValue }
  | { readonly state: "none" }
  | { readonly state: "unknown" }
  | { readonly state: "not-applicable"; readonly because: string };

const UNKNOWN: Meaning = { state: "unknown" };

function meaningOf(value: Raw | undefined, shape: Shape, holder: RawObject | undefined): Meaning {
  if (value === undefined || value === null || value === "unknown") return UNKNOWN;
  if (shape.kind === "answer" || shape.kind === "clause") return statusOf(value, holder);
  if (value === "none") return { state: "none" };
  if (isRawList(value) || isRawObject(value)) return { state: "known", value };
  if (typeof value === "boolean") return { state: "known", value: value ? "yes" : "no" };
  const comparable = comparableOf(value, shape.kind);
  return comparable === undefined ? UNKNOWN : { state: "known", value: comparable };
}

function statusOf(value: Raw, holder: RawObject | undefined): Meaning {
  const status = isRawObject(value) ? value["status"] : value;
  if (status === undefined || status === null || status === "unknown") return UNKNOWN;
  if (status === "not-applicable") {
    const because = holder?.["because"];
    return { state: "not-applicable", because: textIn(because) };
  }
  if (typeof status === "boolean") return { state: "known", value: status ? "yes" : "no" };
  return { state: "known", value: rawText(status) };
}

function textIn(value: Raw | undefined): string {
  if (isRawObject(value)) return rawText(value["sv"] ?? value["fi"] ?? value["en"]);
  return typeof value === "string" ? value : "";
}

/** The value of a field in the unit its kind compares in; undefined when it is not of the kind. */
export function comparableOf(value: Raw, kind: ValueKind): string | number | undefined {
  switch (kind) {
    case "span":
      return typeof value === "string" ? parseSpan(value) : undefined;
    case "period":
      return periodOf(value);
    case "span-or-period":
      return typeof value === "string" ? (parseSpan(value) ?? periodOf(value)) : undefined;
    case "share":
      return parseShare(value);
    case "day":
      return typeof value === "string" ? parseDay(value) : undefined;
    // Words, codes and plain numbers compare as they are written.
    default:
      return typeof value === "string" || typeof value === "number" ? value : undefined;
  }
}

function periodOf(value: Raw): number | undefined {
  const period = typeof value === "string" ? parsePeriod(value) : undefined;
  return period === undefined ? undefined : periodInMonths(period);
}

// --- proof -----------------------------------------------------------------------------------------

function proofOf({ value, holder }: Walk, asOf: Day): Proof {
  const own = holder === undefined ? NO_PROOF : proofIn(holder, asOf);
  if (!isRawList(value)) return own;
  const items = value.filter(isRawObject);
  if (!items.some((item) => item["evidence"] !== undefined)) return own;
  // What stands beside the list vouches for the items that carry nothing themselves.
  const parts = items.map((item) => (item["evidence"] === undefined ? own : proofIn(item, asOf)));
  return { ...own, parts };
}

function proofIn(holder: RawObject, asOf: Day): Proof {
  const evidence = evidenceIn(holder).filter(({ date }) => date === undefined || date <= asOf);
  return { evidence, answered: dayIn(holder["date"]), parts: [] };
}

function evidenceIn(holder: RawObject): readonly Evidence[] {
  const written = holder["evidence"];
  const items = isRawList(written) ? written : written === undefined ? [] : [written];
  const evidence = items.filter(isRawObject).map((item) => ({
    kind: typeof item["kind"] === "string" ? item["kind"] : undefined,
    date: dayIn(item["date"]),
  }));
  const tested = dayIn(holder["tested"]);
  return tested === undefined ? evidence : [...evidence, { kind: "test", date: tested }];
}

function dayIn(value: Raw | undefined): Day | undefined {
  return typeof value === "string" ? parseDay(value) : undefined;
}

/** True when everything dated about an answer is dated after the day of assessment. */
export function isDatedLater(holder: RawObject | undefined, asOf: Day): boolean {
  if (holder === undefined) return false;
  const answered = dayIn(holder["date"]);
  if (answered !== undefined) return answered > asOf;
  const dates = evidenceIn(holder).flatMap(({ date }) => date ?? []);
  return dates.length > 0 && dates.every((date) => date > asOf);
}

/** Fields that hold the day of something done; other days may well lie ahead. */
const DEEDS: ReadonlySet<string> = new Set([
  "criticality.alternative.verified",
  "owner.trained",
  "governance.last-report",
]);

/** True for a deed that was done after the day of assessment: then nobody knew of it on that day. */
function isLaterDeed(path: string, value: Raw | undefined, asOf: Day): boolean {
  if (!DEEDS.has(path)) return false;
  const day = dayIn(value);
  return day !== undefined && day > asOf;
}
