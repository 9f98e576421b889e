import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Day, RawObject } from "../model/values.ts";
import { nearest } from "../schema/suggest.ts";
import { mergeProfile } from "./merge-profile.ts";
import type { OwnObject } from "./own-object.ts";
import { applies } from "./own-object.ts";

/** Where profiles are found: the organisation's own, and ours. */
export interface ProfileShelf {
  readonly own: ReadonlyMap<string, OwnObject>;
  readonly shipped: (id: string) => RawObject | undefined;
  readonly shippedNames: readonly string[];
}

/** A profile with everything in it that it extends, and the organisation's own profiles on the way. */
export type WholeProfile =
  | { readonly ok: true; readonly raw: RawObject; readonly own: readonly OwnObject[] }
  | { readonly ok: false; readonly fault: Diagnostic };

/** The profile that everything else is a difference from. */
const BASE = "standard";

/** Where a search goes on, and what it has passed. */
interface Search {
  readonly id: string;
  readonly shippedOnly: boolean;
  readonly trail: readonly string[];
  readonly from: OwnObject | undefined;
}

/**
 * The profile of this id on the day `asOf`. An own profile that is over counts as what it extends; an own
 * profile of the same id as ours extends ours, unless it says otherwise.
 */
export function wholeProfile(id: string, shelf: ProfileShelf, asOf: Day | undefined): WholeProfile {
  return find({ id, shippedOnly: false, trail: [], from: undefined }, shelf, asOf);
}

function find(search: Search, shelf: ProfileShelf, asOf: Day | undefined): WholeProfile {
  const { id, shippedOnly, trail, from } = search;
  const own = shippedOnly ? undefined : shelf.own.get(id);
  if (own === undefined) return findShipped(search, shelf, asOf);
  if (trail.includes(id)) {
    const path = [...trail.slice(trail.indexOf(id)), id].join(" → ");
    const place = { ...(from ?? own).place, pointer: "/extends" };
    return { ok: false, fault: diagnose("C033", { path }, place) };
  }
  const written = own.raw["extends"];
  const isOurs = shelf.shippedNames.includes(id);
  const base = typeof written === "string" ? written : isOurs ? id : BASE;
  const below = find(
    { id: base, shippedOnly: base === id && isOurs, trail: [...trail, id], from: own },
    shelf,
    asOf,
  );
  if (!below.ok || (asOf !== undefined && !applies(own, asOf))) return below;
  return { ok: true, raw: mergeProfile(below.raw, own.raw), own: [...below.own, own] };
}

function findShipped(search: Search, shelf: ProfileShelf, asOf: Day | undefined): WholeProfile {
  const { id, trail, from } = search;
  const raw = shelf.shipped(id);
  if (raw === undefined) {
    const names = [...shelf.shippedNames, ...shelf.own.keys()];
    const params = { profile: id, suggestion: nearest(id, names) };
    const place = from === undefined ? undefined : { ...from.place, pointer: "/extends" };
    return { ok: false, fault: diagnose("C007", params, place) };
  }
  const base = raw["extends"];
  if (typeof base !== "string") return { ok: true, raw, own: [] };
  const below = find({ id: base, shippedOnly: true, trail, from }, shelf, asOf);
  return below.ok ? { ...below, raw: mergeProfile(below.raw, raw) } : below;
}
