import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Platform } from "../model/platform.ts";
import type { Language } from "../model/values.ts";
import { nearest } from "../schema/suggest.ts";
import { checkAdjustment } from "./adjust.ts";
import { checkCriterion, checkFileName } from "./check-criterion.ts";
import { checkMergedProfile, checkProfile } from "./check-profile.ts";
import type { OwnObject } from "./own-object.ts";
import {
  groupOf,
  criterionIds,
  profileNames,
  shippedCriterion,
  shippedProfile,
} from "./shipped.ts";
import { objectIn, parseCriterion } from "./parse-criterion.ts";
import type { ProfileShelf } from "./profiles.ts";
import { wholeProfile } from "./profiles.ts";
import type { KnownFact } from "./vocabulary.ts";

/** The objects of an overlay, each of the shape of its schema. */
export interface OwnObjects {
  readonly criteria: ReadonlyMap<string, OwnObject>;
  readonly adjustments: ReadonlyMap<string, OwnObject>;
  readonly profiles: ReadonlyMap<string, OwnObject>;
}

/** What the objects of an overlay are checked against. */
export interface OwnGround {
  readonly languages: readonly Language[];
  readonly facts: ReadonlyMap<string, KnownFact>;
  readonly profile: string;
}

/** What is wrong with the meaning of an overlay's objects, alone and against the catalogue. */
export function checkOwn(
  { criteria, adjustments, profiles }: OwnObjects,
  { languages, facts, profile }: OwnGround,
  platform: Platform,
): readonly Diagnostic[] {
  const shelf = profileShelf(profiles, platform);
  const vocabulary = { facts, scales: scalesOf(profile, shelf) };
  return [
    ...[...profiles.values()].flatMap((own) => checkOwnProfile(own, shelf)),
    ...[...criteria.values()].flatMap((own) => [
      ...checkCriterion(own.raw, own.place.file, vocabulary, languages),
      ...checkReplaced(own, platform),
    ]),
    ...[...adjustments.values()].flatMap((own) => checkOwnAdjustment(own, criteria, platform)),
  ];
}

/** Where profiles are found when an overlay is in use. */
export function profileShelf(
  own: ReadonlyMap<string, OwnObject>,
  platform: Platform,
): ProfileShelf {
  return {
    own,
    shipped: (id) => shippedProfile(id, platform),
    shippedNames: profileNames(platform),
  };
}

/** The scales of a profile; where it is not to be had, those of the standard one. */
function scalesOf(profile: string, shelf: ProfileShelf): ReadonlySet<string> {
  const whole = wholeProfile(profile, shelf, undefined);
  const raw = whole.ok ? whole.raw : (shelf.shipped("standard") ?? {});
  return new Set(Object.keys(objectIn(raw, "scales")));
}

function checkOwnProfile(own: OwnObject, shelf: ProfileShelf): readonly Diagnostic[] {
  const faults = checkProfile(own.raw, own.place.file);
  if (faults.length > 0) return faults;
  const whole = wholeProfile(own.id, shelf, undefined);
  if (!whole.ok) return [whole.fault];
  const standard = shelf.shipped("standard") ?? {};
  return checkMergedProfile(whole.raw, standard, own.place);
}

/** What the law demands is not written anew: a new condition could ask for less. */
function checkReplaced(own: OwnObject, platform: Platform): readonly Diagnostic[] {
  const ours = shippedCriterion(own.id, platform);
  return ours?.statutory === true
    ? [diagnose("C014", { criterion: own.id }, { ...own.place, pointer: "/id" })]
    : [];
}

function checkOwnAdjustment(
  own: OwnObject,
  criteria: ReadonlyMap<string, OwnObject>,
  platform: Platform,
): readonly Diagnostic[] {
  const { id, raw, place } = own;
  const { file } = place;
  const written = criteria.get(id);
  const criterion =
    written === undefined
      ? shippedCriterion(id, platform)
      : parseCriterion(written.raw, groupOf(written.place.file));
  const at = { ...place, pointer: "/criterion" };
  if (criterion === undefined) {
    const known = [...criterionIds(platform), ...criteria.keys()];
    return [diagnose("C015", { criterion: id, suggestion: nearest(id, known) }, at)];
  }
  return [...checkFileName(id, file, at), ...checkAdjustment(raw, criterion, file)];
}
