import { rankOf } from "../../model/classes.ts";
import type { Raw } from "../../model/values.ts";
import { isRawList, isRawObject, rawText } from "../../model/values.ts";
import type { Fact } from "../fact.ts";
import { known, unknownFor } from "../fact.ts";

/**
 * `yes` when every recorded site has a country and, from class K3, a municipality (abroad: a region);
 * `no` when no site is known or the supplier would not say.
 */
export const sitesKnown: Fact = {
  name: "sites-known",
  level: "supplier",
  kind: "answer",
  classed: true,
  needs: ["sites"],
  compute: ({ read, class: criticality }) => {
    const sites = read("sites");
    if (sites.state === "none") return known("no");
    if (sites.state !== "known") return unknownFor("sites");
    if (!isRawList(sites.value)) return known("no");
    const placed = criticality !== undefined && rankOf(criticality) >= rankOf("K3");
    const blanks = sites.value.flatMap((site, index) => blanksOf(site, index, placed));
    return blanks.length === 0 ? known("yes") : unknownFor(...blanks);
  },
};

/** What is missing of a site, named by its id, else by its place in the list. */
function blanksOf(site: Raw, index: number, placed: boolean): readonly string[] {
  const { id = index + 1, country, municipality, region } = isRawObject(site) ? site : {};
  const name = `sites.${rawText(id)}`;
  const blanks = isSaid(country) ? [] : [`${name}.country`];
  if (!placed || isSaid(municipality)) return blanks;
  // The codes of municipalities are Finland's.
  const abroad = isSaid(country) && country !== "FI";
  if (!abroad) return [...blanks, `${name}.municipality`];
  return isSaid(region) ? blanks : [...blanks, `${name}.region`];
}

function isSaid(value: Raw | undefined): boolean {
  return value !== undefined && value !== null && value !== "unknown";
}
