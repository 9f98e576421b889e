import type { Contract, Supplier } from "../model/register.ts";
import type { Raw, RawObject } from "../model/values.ts";
import { isRawList, isRawObject } from "../model/values.ts";
import type { FactContext } from "./fact.ts";

/** Something that a contract's deliveries lean on, beyond its own suppliers. */
export interface SupplyLink {
  readonly kind: "supplier" | "site" | "resource";
  readonly id: string;
  /** True when the deliveries stop without it; undefined when nobody has said. */
  readonly stops: true | undefined;
  /** The list in which nobody has said; empty where somebody has. */
  readonly blank: string;
}

type LinkContext = Pick<FactContext, "index" | "readOf">;

/**
 * What stands behind the suppliers of a contract: their subcontractors and what they depend on, and so
 * on through the companies in these lists. What is recorded as not critical, or as having another way,
 * is left out with all behind it.
 */
export function supplyLinksOf(contract: Contract, context: LinkContext): readonly SupplyLink[] {
  const own = new Set(contract.suppliers.map(({ supplier }) => supplier));
  const starts = [...own].map((id): SupplyLink => ({
    kind: "supplier",
    id,
    stops: true,
    blank: "",
  }));
  return walk(starts, context).filter(({ kind, id }) => kind !== "supplier" || !own.has(id));
}

/**
 * The platform a contract's systems run on and the company that runs them, with what stands behind.
 * Where there are several places, only what they all have in common: each is another way for the rest.
 */
export function hostingLinksOf(contract: Contract, context: LinkContext): readonly SupplyLink[] {
  const own = new Set(contract.suppliers.map(({ supplier }) => supplier));
  const blank = `contracts.${contract.id}.ict.hosting`;
  const hosts = itemsOf(contract, "contract", "ict.hosting", context);
  const inAll = (key: "platform" | "processor"): Raw | undefined => {
    const first = hosts[0]?.[key];
    return hosts.every((host) => host[key] === first) ? first : undefined;
  };
  const links = [
    ...linkTo("resource", inAll("platform"), undefined, blank),
    ...linkTo("supplier", inAll("processor"), undefined, blank),
  ];
  return walk(links, context).filter(({ kind, id }) => kind !== "supplier" || !own.has(id));
}

/**
 * Paths of what is not known of a contract's own suppliers: who they are, their subcontractors, what
 * they depend on. A list that the supplier refuses to give is not known either.
 */
export function blankListsOf(
  contract: Contract,
  { index, readOf }: LinkContext,
): readonly string[] {
  if (contract.suppliers.length === 0) {
    const isNone = readOf(contract, "contract", "suppliers").state === "none";
    return isNone ? [] : [`contracts.${contract.id}.suppliers`];
  }
  return contract.suppliers.flatMap(({ supplier }) => {
    const entry = index.suppliers.get(supplier);
    return LISTS.filter((list) => {
      const reading = entry === undefined ? undefined : readOf(entry, "supplier", list);
      return reading?.state !== "none" && !(reading?.state === "known" && isRawList(reading.value));
    }).map((list) => `suppliers.${supplier}.${list}`);
  });
}

const LISTS = ["subcontractors", "depends-on"] as const;

/** All links that some links lead to, themselves included, each as certain as its surest way. */
function walk(starts: readonly SupplyLink[], context: LinkContext): readonly SupplyLink[] {
  const found = new Map<string, SupplyLink>();
  const waiting = [...starts];
  for (let link = waiting.pop(); link !== undefined; link = waiting.pop()) {
    const key = `${link.kind} ${link.id}`;
    const before = found.get(key);
    if (before !== undefined && (before.stops === true || link.stops === undefined)) continue;
    found.set(key, link);
    const supplier = link.kind === "supplier" ? context.index.suppliers.get(link.id) : undefined;
    if (supplier !== undefined)
      for (const next of linksFrom(supplier, context)) waiting.push(behind(link, next));
  }
  return [...found.values()];
}

/** What stands behind something stops the deliveries only where that does. */
function behind({ stops, blank }: SupplyLink, next: SupplyLink): SupplyLink {
  return stops === undefined ? { ...next, stops, blank } : next;
}

function linksFrom(supplier: Supplier, context: LinkContext): readonly SupplyLink[] {
  const [subcontractors, dependences] = LISTS;
  const at = (list: string): string => `suppliers.${supplier.id}.${list}`;
  return [
    ...itemsOf(supplier, "supplier", subcontractors, context).flatMap((each) =>
      linkTo("supplier", each["supplier"], each["critical"], at(subcontractors)),
    ),
    ...itemsOf(supplier, "supplier", dependences, context).flatMap((each) => [
      ...linkTo("resource", each["resource"], each["sole"], at(dependences)),
      ...linkTo("supplier", each["supplier"], each["sole"], at(dependences)),
      ...linkTo("site", each["site"], each["sole"], at(dependences)),
    ]),
  ];
}

function itemsOf(
  entry: Contract | Supplier,
  shape: string,
  path: string,
  { readOf }: LinkContext,
): readonly RawObject[] {
  const reading = readOf(entry, shape, path);
  return reading.state === "known" && isRawList(reading.value)
    ? reading.value.filter(isRawObject)
    : [];
}

function linkTo(
  kind: SupplyLink["kind"],
  id: Raw | undefined,
  said: Raw | undefined,
  list: string,
): readonly SupplyLink[] {
  if (typeof id !== "string" || id === "unknown" || said === "no" || said === false) return [];
  const stops = said === "yes" || said === true ? true : undefined;
  return [{ kind, id, stops, blank: stops === true ? "" : list }];
}
