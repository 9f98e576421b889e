import type { CatalogueParts } from "../render/catalogue-json.ts";
import type { CatalogueBrief } from "../report/catalogue/catalogue-brief.ts";
import type { ListName } from "../model/catalogue-list.ts";
import type { CatalogueObject } from "../report/catalogue/objects.ts";

/** The lists that are wanted, whole. */
export function partsOf(
  wanted: readonly ListName[],
  { catalogue, profiles, facts }: CatalogueBrief,
): CatalogueParts {
  const has = (name: ListName): boolean => wanted.includes(name);
  return {
    ...(has("criteria") ? { criteria: [...catalogue.criteria.values()] } : {}),
    ...(has("clauses") ? { clauses: [...catalogue.clauses.values()] } : {}),
    ...(has("profiles") ? { profiles } : {}),
    ...(has("scales") ? { scales: Object.entries(catalogue.profile.scales) } : {}),
    ...(has("vital-functions") ? { vitalFunctions: [...catalogue.vitalFunctions.values()] } : {}),
    ...(has("facts") ? { facts } : {}),
  };
}

/** Some objects by the lists that they are of; a list that holds none is left out. */
export function partsWith(objects: readonly CatalogueObject[]): CatalogueParts {
  const criteria = objects.flatMap((each) => (each.kind === "criterion" ? each.criterion : []));
  const clauses = objects.flatMap((each) => (each.kind === "clause" ? each.clause : []));
  const profiles = objects.flatMap((each) => (each.kind === "profile" ? each.profile : []));
  const scales = objects.flatMap((each) =>
    each.kind === "scale" ? [[each.name, each.scale] as const] : [],
  );
  const vitalFunctions = objects.flatMap((each) =>
    each.kind === "vital-function" ? each.vitalFunction : [],
  );
  const facts = objects.flatMap((each) => (each.kind === "fact" ? each.fact : []));
  return {
    ...(criteria.length > 0 ? { criteria } : {}),
    ...(clauses.length > 0 ? { clauses } : {}),
    ...(profiles.length > 0 ? { profiles } : {}),
    ...(scales.length > 0 ? { scales } : {}),
    ...(vitalFunctions.length > 0 ? { vitalFunctions } : {}),
    ...(facts.length > 0 ? { facts } : {}),
  };
}
