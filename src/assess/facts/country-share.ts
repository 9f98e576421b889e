import type { Contract } from "../../model/register.ts";
import type { Raw } from "../../model/values.ts";
import { isRawList, isRawObject, rawText } from "../../model/values.ts";
import { criticalContracts } from "../critical-contracts.ts";
import { EEA_COUNTRIES } from "../eea.ts";
import type { Fact, FactContext } from "../fact.ts";
import { between } from "../fact.ts";
import type { Standing } from "../greatest-share.ts";
import { greatestShare } from "../greatest-share.ts";
import type { Reading } from "../reading.ts";
import type { SupplyLink } from "../supply-links.ts";
import { blankListsOf, supplyLinksOf } from "../supply-links.ts";

/**
 * Greatest share of the critical contracts with a sole dependency in one country outside the European
 * Economic Area: a critical component from there alone, or a link there without which deliveries stop.
 */
export const countryShare: Fact = {
  name: "country-share",
  level: "portfolio",
  kind: "share",
  needs: [],
  compute: (context) => {
    const { certain, possible } = criticalContracts(context);
    if (certain.length + possible.length === 0) return { state: "not-applicable", because: "" };
    const blanks: string[] = possible.map(({ id }) => `contracts.${id}.criticality`);
    const countries = countriesOfLinks(context);
    const standingOf = (contract: Contract): Standing => {
      const reliances = [
        ...componentsOf(contract, context),
        ...supplyLinksOf(contract, context).map((link) => relianceOn(link, countries)),
        ...blankListsOf(contract, context).map((blank) => ({ ...ANYWHERE, blank })),
      ].filter(({ country }) => country === undefined || !EEA_COUNTRIES.has(country));
      const sure = countriesIn(reliances.filter(({ stops }) => stops === true));
      const open = reliances.filter(
        ({ country, stops }) => country === undefined || stops !== true,
      );
      blanks.push(...open.map(({ blank }) => blank));
      const isAnywhere = open.some(({ country }) => country === undefined);
      return { sure, may: isAnywhere ? "anywhere" : countriesIn(open) };
    };
    const { low, high } = greatestShare(certain.map(standingOf), possible.map(standingOf));
    return between(low, high, blanks);
  },
};

/** Something a contract leans on; `country` undefined when nobody has said where it is. */
interface Reliance {
  readonly country: string | undefined;
  /** True when the deliveries stop without it; undefined when nobody has said. */
  readonly stops: true | undefined;
  /** The path of what nobody has said. */
  readonly blank: string;
}

const ANYWHERE = { country: undefined, stops: undefined } as const;

function countriesIn(reliances: readonly Reliance[]): ReadonlySet<string> {
  return new Set(reliances.flatMap(({ country }) => country ?? []));
}

/** A component counts when it is critical and comes from one country alone. */
function componentsOf(contract: Contract, { readOf }: FactContext): readonly Reliance[] {
  const blank = `contracts.${contract.id}.chain.components`;
  const components = readOf(contract, "contract", "chain.components");
  if (components.state === "none") return [];
  if (components.state !== "known" || !isRawList(components.value)) return [{ ...ANYWHERE, blank }];
  return components.value
    .filter(isRawObject)
    .flatMap(({ origin, critical }): readonly Reliance[] => {
      if (critical === "no" || critical === false) return [];
      if (!isRawList(origin)) return [{ ...ANYWHERE, blank }];
      const isCritical = critical === "yes" || critical === true;
      const [country, ...others] = origin;
      if (others.length > 0) return [];
      return [{ country: rawText(country), stops: isCritical ? true : undefined, blank }];
    });
}

/** Where a link is: its country, and the path of the field that says so. */
interface Whereabouts {
  readonly country: string | undefined;
  readonly path: string;
}

function relianceOn(
  { kind, id, stops, blank }: SupplyLink,
  countries: ReadonlyMap<string, Whereabouts>,
): Reliance {
  const at = countries.get(`${kind} ${id}`);
  const path = at?.path ?? blank;
  return at?.country === undefined
    ? { country: undefined, stops, blank: path }
    : { country: at.country, stops, blank };
}

function countriesOfLinks({ register, readOf }: FactContext): ReadonlyMap<string, Whereabouts> {
  const places = new Map<string, Whereabouts>();
  for (const resource of register.resources)
    places.set(`resource ${resource.id}`, {
      country: codeIn(readOf(resource, "resource", "country")),
      path: `resources.${resource.id}.country`,
    });
  for (const supplier of register.suppliers) {
    places.set(`supplier ${supplier.id}`, {
      country: codeIn(readOf(supplier, "supplier", "country")),
      path: `suppliers.${supplier.id}.country`,
    });
    const sites = readOf(supplier, "supplier", "sites");
    if (sites.state !== "known" || !isRawList(sites.value)) continue;
    for (const site of sites.value.filter(isRawObject))
      places.set(`site ${rawText(site["id"])}`, {
        country: codeOf(site["country"]),
        path: `suppliers.${supplier.id}.sites`,
      });
  }
  return places;
}

function codeIn(reading: Reading): string | undefined {
  return reading.state === "known" && typeof reading.value === "string" ? reading.value : undefined;
}

function codeOf(value: Raw | undefined): string | undefined {
  return typeof value === "string" && value !== "unknown" ? value : undefined;
}
