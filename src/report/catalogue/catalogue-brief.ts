import type { Catalogue } from "../../model/catalogue.ts";
import type { Criterion } from "../../model/criterion.ts";
import type { FactSheet } from "../../model/fact-sheet.ts";
import type { Profile } from "../../model/profile.ts";
import type { Raw } from "../../model/values.ts";
import { LANGUAGES } from "../../model/values.ts";
import type { Format } from "../../wording/format.ts";
import type { Wording } from "../../wording/wording.ts";

/** Everything that pages on the catalogue are made of. */
export interface CatalogueBrief {
  readonly catalogue: Catalogue;
  /** Every profile there is, the one in use among them. */
  readonly profiles: readonly Profile[];
  readonly facts: readonly FactSheet[];
  /** Has the areas `catalogue`, `explain` and `terms`. */
  readonly wording: Wording;
  readonly format: Format;
  /** A value as a file of the catalogue writes it. */
  readonly write: (value: Raw) => string;
}

/** The criteria by group, in the order of the groups' and their own ids. */
export function criteriaByGroup({
  catalogue,
}: CatalogueBrief): ReadonlyMap<string, readonly Criterion[]> {
  const groups = new Map<string, Criterion[]>();
  for (const criterion of catalogue.criteria.values()) {
    const group = groups.get(criterion.group);
    if (group === undefined) groups.set(criterion.group, [criterion]);
    else group.push(criterion);
  }
  const order = [...groups.keys()].sort((left, right) => placeOf(left) - placeOf(right));
  return new Map(order.map((group) => [group, groups.get(group) ?? []]));
}

/** The groups as a reader goes through them: the buyer, its contracts together, a contract from need to end. */
const GROUPS = [
  "leadership",
  "strategy",
  "portfolio",
  "supplier",
  "sourcing",
  "contract-terms",
  "continuity",
  "chain",
  "ict",
  "stock",
  "follow-up",
];

function placeOf(group: string): number {
  const place = GROUPS.indexOf(group);
  return place === -1 ? GROUPS.length : place;
}

/** The name of a group: ours, else the organisation's own, else its id. */
export function groupName(group: string, { catalogue, wording }: CatalogueBrief): string {
  const key = `terms.groups.${group}`;
  if (wording.has(key)) return wording.say(key);
  const own = catalogue.groups.get(group);
  if (own === undefined || typeof own === "string") return own ?? group;
  return [wording.language, ...LANGUAGES].flatMap((each) => own[each] ?? [])[0] ?? group;
}

/** True for a class-bound level: there a criterion asks differently at each class. */
export function isClassed({ level }: Criterion): boolean {
  return level === "contract" || level === "supplier";
}
