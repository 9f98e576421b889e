import type { LocalText } from "../model/values.ts";
import { allAt, childrenOf, firstAt, textAt } from "./element.ts";
import type { Element } from "./element.ts";
import { readText, referencesOf } from "./eforms-source.ts";
import type { EformsSource } from "./eforms-source.ts";
import type { Party } from "./notice.ts";
import { readCountry, readNumber } from "./party.ts";
import { isUnpublished, missing, refused, taken } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** Reads every organisation of a notice that has an identifier; contact persons are left out. */
export function readParties(source: EformsSource): readonly Party[] {
  const companies = allAt(
    source.extension,
    "efac:Organizations",
    "efac:Organization",
    "efac:Company",
  );
  const below = subcontractorsIn(source);
  return companies.flatMap((company) => {
    const key = textAt(company, "cac:PartyIdentification", "cbc:ID");
    return key === undefined ? [] : [readParty(company, key, source, below.get(key) ?? [])];
  });
}

function readParty(
  company: Element,
  key: string,
  source: EformsSource,
  below: readonly string[],
): Party {
  const at = `efac:Company[${key}]`;
  const country = readCountry(
    textAt(company, "cac:PostalAddress", "cac:Country", "cbc:IdentificationCode"),
    `${at}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`,
  );
  const name: Reading<LocalText> = readText(
    allAt(company, "cac:PartyName", "cbc:Name"),
    source,
    `${at}/cac:PartyName/cbc:Name`,
  );
  return {
    key,
    name,
    country,
    number: readNumber(
      textAt(company, "cac:PartyLegalEntity", "cbc:CompanyID"),
      country,
      `${at}/cac:PartyLegalEntity/cbc:CompanyID`,
    ),
    size: readSize(textAt(company, "efbc:CompanySizeCode"), `${at}/efbc:CompanySizeCode`),
    subcontractors:
      below.length === 0 ? missing() : taken(below, "efac:TenderingParty/efac:SubContractor"),
  };
}

function readSize(code: string | undefined, from: string): Party["size"] {
  switch (code) {
    case "micro":
    case "small":
    case "medium":
    case "large":
      return taken(code, from);
    case undefined:
      return missing();
    case "sme":
      return refused("size-not-exact", from, code);
    // A notice may hold any code: what is not known is refused by name.
    default:
      return isUnpublished(code) ? missing("withheld") : refused("unknown-code", from, code);
  }
}

/**
 * Subcontractors by the party they work for: the main contractors they name, or the tenderer when
 * the party has only one.
 */
function subcontractorsIn(source: EformsSource): ReadonlyMap<string, readonly string[]> {
  const below = new Map<string, string[]>();
  for (const party of source.tenderingParties.values()) {
    const tenderers = referencesOf(party, "efac:Tenderer");
    for (const subcontractor of childrenOf(party, "efac:SubContractor")) {
      const id = textAt(subcontractor, "cbc:ID");
      const named = referencesOf(subcontractor, "efac:MainContractor");
      const mains = named.length > 0 ? named : tenderers.length === 1 ? tenderers : [];
      if (id === undefined) continue;
      for (const main of mains) {
        const listed = below.get(main) ?? [];
        if (id !== main && !listed.includes(id)) below.set(main, [...listed, id]);
      }
    }
  }
  return below;
}

/** Keys of the buyers, the leading one first. The platform that sends the notice is none of them. */
export function buyersOf(source: EformsSource): readonly string[] {
  return allAt(source.root, "cac:ContractingParty").flatMap((party) => {
    const id = textAt(firstAt(party, "cac:Party"), "cac:PartyIdentification", "cbc:ID");
    return id === undefined ? [] : [id];
  });
}
