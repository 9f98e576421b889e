import type { Clause } from "../../model/clause.ts";
import type { Criterion } from "../../model/criterion.ts";
import type { FactSheet } from "../../model/fact-sheet.ts";
import type { Profile, Scale } from "../../model/profile.ts";
import type { Block } from "../../model/report.ts";
import type { VitalFunction } from "../../model/vital-function.ts";
import type { CatalogueBrief } from "./catalogue-brief.ts";
import { clausePage } from "./clause-page.ts";
import { criterionPage } from "./criterion-page.ts";
import { factPage } from "./fact-page.ts";
import { profilePage } from "./profile-page.ts";
import { scalePage } from "./scale-page.ts";
import { vitalFunctionPage } from "./vital-function-page.ts";

/** One object of the catalogue. */
export type CatalogueObject =
  | { readonly kind: "criterion"; readonly criterion: Criterion }
  | { readonly kind: "clause"; readonly clause: Clause }
  | { readonly kind: "profile"; readonly profile: Profile }
  | { readonly kind: "scale"; readonly name: string; readonly scale: Scale }
  | { readonly kind: "vital-function"; readonly vitalFunction: VitalFunction }
  | { readonly kind: "fact"; readonly fact: FactSheet };

/**
 * The objects that a word names: by id, a clause also by its code, a vital function also by a part's code,
 * a fact also as conditions name it. Scales are those of the profile in use.
 */
export function objectsNamed(
  name: string,
  { catalogue, profiles, facts }: CatalogueBrief,
): readonly CatalogueObject[] {
  const found: CatalogueObject[] = [];
  const criterion = catalogue.criteria.get(name);
  if (criterion !== undefined) found.push({ kind: "criterion", criterion });
  const clause =
    catalogue.clauses.get(name) ??
    [...catalogue.clauses.values()].find(({ code }) => code === name.toUpperCase());
  if (clause !== undefined) found.push({ kind: "clause", clause });
  const profile = profiles.find(({ id }) => id === name);
  if (profile !== undefined) found.push({ kind: "profile", profile });
  const scale = Object.hasOwn(catalogue.profile.scales, name)
    ? catalogue.profile.scales[name]
    : undefined;
  if (scale !== undefined) found.push({ kind: "scale", name, scale });
  const vitalFunction = [...catalogue.vitalFunctions.values()].find(
    ({ id, parts }) => id === name.toUpperCase() || parts.has(name),
  );
  if (vitalFunction !== undefined) found.push({ kind: "vital-function", vitalFunction });
  const fact = facts.find((each) => each.name === name.replace(/^fact\./u, ""));
  if (fact !== undefined) found.push({ kind: "fact", fact });
  return found;
}

/** Every name that `objectsNamed` knows. */
export function objectNames({ catalogue, profiles, facts }: CatalogueBrief): readonly string[] {
  return [
    ...catalogue.criteria.keys(),
    ...[...catalogue.clauses.values()].flatMap(({ id, code }) => [id, code]),
    ...profiles.map(({ id }) => id),
    ...Object.keys(catalogue.profile.scales),
    ...[...catalogue.vitalFunctions.values()].flatMap(({ id, parts }) => [id, ...parts.keys()]),
    ...facts.map(({ name }) => name),
  ];
}

/** The page of an object, under a heading of this level. */
export function objectPage(
  object: CatalogueObject,
  level: 1 | 2 | 3,
  brief: CatalogueBrief,
): readonly Block[] {
  switch (object.kind) {
    case "criterion":
      return criterionPage(object.criterion, level, brief);
    case "clause":
      return clausePage(object.clause, level, brief);
    case "profile":
      return profilePage(object.profile, level, brief);
    case "scale":
      return scalePage(object.name, object.scale, level, brief);
    case "vital-function":
      return vitalFunctionPage(object.vitalFunction, level, brief);
    case "fact":
      return factPage(object.fact, level, brief);
  }
}
