import type { CatalogueOverride } from "../model/assessment.ts";
import type { Criterion } from "../model/criterion.ts";
import type { Day, Language, LocalText, RawObject } from "../model/values.ts";
import { LANGUAGES, byCodeUnits, isRawObject } from "../model/values.ts";
import { adjusted, changesIn, switchesOff } from "./adjust.ts";
import type { Overlay } from "./overlay.ts";
import type { OwnObject } from "./own-object.ts";
import { applies } from "./own-object.ts";
import { objectIn, parseCriterion, textIn } from "./parse-criterion.ts";
import { groupOf } from "./shipped.ts";

/** The criteria in use, and all that the organisation decided otherwise about them. */
export interface LaidOver {
  readonly criteria: readonly Criterion[];
  /** Names of the organisation's own groups. */
  readonly groups: ReadonlyMap<string, LocalText>;
  /** By id, then by kind. */
  readonly overrides: readonly CatalogueOverride[];
}

/**
 * Lays an overlay over our criteria: first what is new or written anew, then what is adjusted. What is
 * over on the day changes nothing and is listed as over. `profiles`: the own profiles in use.
 */
export function layOver(
  shipped: readonly Criterion[],
  overlay: Overlay,
  profiles: readonly OwnObject[],
  asOf: Day | undefined,
): LaidOver {
  const criteria = new Map(shipped.map((each) => [each.id, each]));
  const groups = new Map<string, LocalText>();
  const overrides: CatalogueOverride[] = [];
  const isOver = (own: OwnObject): boolean => asOf !== undefined && !applies(own, asOf);
  for (const own of overlay.criteria.values()) {
    const what = criteria.has(own.id) ? "replaced" : "new";
    overrides.push(overrideOf("criterion", own, what, [], isOver(own)));
    if (isOver(own)) continue;
    const criterion = parseCriterion(inAllLanguages(own.raw), groupOf(own.place.file));
    criteria.set(own.id, criterion);
    const name = own.raw["group-name"];
    if (isRawObject(name)) groups.set(criterion.group, namesIn(name));
  }
  for (const own of overlay.adjustments.values()) {
    const criterion = criteria.get(own.id);
    const off = switchesOff(own.raw);
    const changes = off ? [] : changesIn(own.raw);
    overrides.push(overrideOf("criterion", own, off ? "off" : "adjusted", changes, isOver(own)));
    if (isOver(own) || criterion === undefined) continue;
    if (off) criteria.delete(own.id);
    else criteria.set(own.id, adjusted(criterion, own.raw));
  }
  const overProfiles = [...overlay.profiles.values()].filter(isOver);
  for (const own of new Set([...profiles, ...overProfiles])) {
    const changes = Object.keys(own.raw).filter((key) => !HEAD.has(key) && !key.startsWith("x-"));
    overrides.push(overrideOf("profile", own, "adjusted", changes, isOver(own)));
  }
  return {
    criteria: [...criteria.values()],
    groups,
    overrides: overrides.toSorted(
      (left, right) => byCodeUnits(left.id, right.id) || byCodeUnits(left.kind, right.kind),
    ),
  };
}

/** Keys of a profile that change nothing by themselves. */
const HEAD: ReadonlySet<string> = new Set([
  ...["kind", "version", "id", "extends", "because", "by", "until"],
]);

function overrideOf(
  kind: CatalogueOverride["kind"],
  { id, because, by, until, place }: OwnObject,
  what: CatalogueOverride["what"],
  changes: readonly string[],
  over: boolean,
): CatalogueOverride {
  return { kind, id, what, changes, because, by, until, over, place };
}

/** The texts with the languages that are missing filled by the first that is there. */
function inAllLanguages(raw: RawObject): RawObject {
  const text = objectIn(raw, "text");
  const first = LANGUAGES.find((language) => text[language] !== undefined);
  if (first === undefined) return raw;
  const filled = LANGUAGES.map((language) => [language, text[language] ?? text[first]]);
  return { ...raw, text: Object.fromEntries(filled) as RawObject };
}

function namesIn(written: RawObject): LocalText {
  const names = LANGUAGES.map((language): readonly [Language, string] => [
    language,
    textIn(written, language),
  ]).filter(([, name]) => name !== "");
  return Object.fromEntries(names);
}
