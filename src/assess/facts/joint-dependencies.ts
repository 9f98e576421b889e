import type { Contract } from "../../model/register.ts";
import { criticalContracts } from "../critical-contracts.ts";
import type { Fact, FactContext } from "../fact.ts";
import { between, unknownFor, yesIn } from "../fact.ts";
import { blankListsOf, hostingLinksOf, supplyLinksOf } from "../supply-links.ts";

/** So many contracts behind a link make it a common one. */
const COMMON = 3;

/** Finding nothing says nothing when the lists of more than this share of the contracts are blank. */
const MOST_BLANK = 0.2;

/**
 * How many links (subcontractors, sites, platforms, routes) stand behind three or more critical
 * contracts that do not all have a second source.
 */
export const jointDependencies: Fact = {
  name: "joint-dependencies",
  level: "portfolio",
  kind: "number",
  needs: [],
  compute: (context) => {
    const { certain, possible } = criticalContracts(context);
    const all = [...certain, ...possible];
    if (all.length === 0) return { state: "not-applicable", because: "" };
    const groups = [...contractsByLink(all, context).values()].map((group) => [...group]);
    const sure = new Set(certain);
    const isCommon = (contracts: readonly Contract[]): boolean =>
      contracts.length >= COMMON && contracts.some((each) => !hasSecondSource(each, context));
    const found = groups.filter((group) => isCommon(group.filter((each) => sure.has(each)))).length;
    const classes = possible.map(({ id }) => `contracts.${id}.criticality`);
    const isBlank = (contract: Contract): boolean => blankListsOf(contract, context).length > 0;
    const blank = all.filter(isBlank);
    // A contract that may be critical counts only where it makes the blank share greater.
    const whole = certain.length + possible.filter(isBlank).length;
    if (found === 0 && blank.length > MOST_BLANK * whole)
      return unknownFor(...blank.flatMap((each) => blankListsOf(each, context)), ...classes);
    return between(found, groups.filter(isCommon).length, classes);
  },
};

/** The contracts behind each link. A company that is a link somewhere counts where it is the supplier too. */
function contractsByLink(
  contracts: readonly Contract[],
  context: FactContext,
): ReadonlyMap<string, ReadonlySet<Contract>> {
  const groups = new Map<string, Set<Contract>>();
  for (const contract of contracts) {
    const links = [...supplyLinksOf(contract, context), ...hostingLinksOf(contract, context)];
    for (const { kind, id } of links) {
      const key = `${kind} ${id}`;
      groups.set(key, (groups.get(key) ?? new Set()).add(contract));
    }
  }
  for (const contract of contracts)
    for (const { supplier } of contract.suppliers)
      groups.get(`supplier ${supplier}`)?.add(contract);
  return groups;
}

function hasSecondSource(contract: Contract, { readOf }: FactContext): boolean {
  return yesIn(readOf(contract, "contract", "sourcing.second-source")) === true;
}
