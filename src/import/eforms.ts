import { allAt, childrenOf, firstAt, textAt } from "./element.ts";
import type { Element } from "./element.ts";
import { readContract } from "./eforms-contract.ts";
import { buyersOf, readParties } from "./eforms-party.ts";
import { EXTENSION_PATH, byIdentifier, byReference, referencesOf } from "./eforms-source.ts";
import type { EformsKind, EformsSource } from "./eforms-source.ts";
import { makeElement } from "./element.ts";
import type { Announcement, NoticeReading } from "./notice.ts";
import { valueOf } from "./reading.ts";
import { tedNumber } from "./ted-number.ts";
import { readDay } from "./values.ts";

const NOTICE =
  /^urn:oasis:names:specification:ubl:schema:xsd:([A-Za-z]+Notice|[A-Za-z]+InformationNotice)-2$/u;
const BUSINESS_REGISTRATION = "BusinessRegistrationInformationNotice";

/** True when the root is that of an eForms notice of any kind. */
export function isEforms(namespace: string): boolean {
  return NOTICE.test(namespace) || namespace.includes(BUSINESS_REGISTRATION);
}

/**
 * Reads an eForms notice that holds contracts: an award notice, a modification notice, or a notice
 * for voluntary ex-ante transparency (VEAT). Others are refused by name.
 */
export function readEforms(path: string, root: Element): NoticeReading {
  const extension = firstAt(root, ...EXTENSION_PATH);
  const subtype = textAt(extension, "efac:NoticeSubType", "cbc:SubTypeCode") ?? "";
  const form = subtype === "" ? root.name : `eforms-${subtype}`;
  if (root.name !== "ContractAwardNotice" || extension === undefined) {
    return { ok: false, reason: "not-an-award-notice", form };
  }
  const source = openSource(root, extension, subtype);
  const parties = readParties(source);
  const announcement = readAnnouncement(source);
  const settled = childrenOf(source.result, "efac:SettledContract");
  const shared = {
    buyers: buyersOf(source),
    parties: new Set(parties.map((party) => party.key)),
    announcement,
    sharedTenders: tendersOfSeveral(settled),
  };
  const number = announcement.ted ?? announcement.eforms?.replace(LATER_GROUPS, "");
  return {
    ok: true,
    notice: {
      path,
      form,
      identifier: announcement.eforms ?? announcement.ted ?? path,
      version: textAt(root, "cbc:VersionID") ?? "",
      number: number ?? "notice",
      changes: source.kind === "modification",
      links: linksOf(root),
      parties,
      contracts: settled.map((element, index) => readContract(element, index + 1, source, shared)),
      lotsWithoutContract: lotsWithout(source),
    },
  };
}

function linksOf(root: Element): readonly string[] {
  const procedure = textAt(root, "cbc:ContractFolderID");
  return procedure === undefined ? [] : [procedure];
}

/** What follows the first group of a UUID: an id needs no more to be told from others. */
const LATER_GROUPS = /(?<=^[\da-f]{8})(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

function openSource(root: Element, extension: Element, subtype: string): EformsSource {
  const result = firstAt(extension, "efac:NoticeResult") ?? makeElement("efac:NoticeResult");
  const results = childrenOf(result, "efac:LotResult");
  return {
    root,
    extension,
    subtype,
    result,
    resultsOf: {
      contract: byReference(results, "efac:SettledContract"),
      tender: byReference(results, "efac:LotTender"),
    },
    kind: kindOf(textAt(root, "cbc:NoticeTypeCode"), subtype),
    language: textAt(root, "cbc:NoticeLanguageCode"),
    lots: byIdentifier(childrenOf(root, "cac:ProcurementProjectLot")),
    tenders: byIdentifier(childrenOf(result, "efac:LotTender")),
    tenderingParties: byIdentifier(childrenOf(result, "efac:TenderingParty")),
    national: byIdentifier(
      allAt(
        root,
        "hilma:NationalExtension",
        "hilma:NoticeResult",
        "hilma:SettledContracts",
        "hilma:SettledContract",
      ),
    ),
  };
}

const VEAT_SUBTYPES = new Set(["25", "26", "27", "28"]);
const MODIFICATION_SUBTYPES = new Set(["38", "39", "40"]);

function kindOf(type: string | undefined, subtype: string): EformsKind {
  if (type === "veat" || VEAT_SUBTYPES.has(subtype)) return "veat";
  if (type === "can-modif" || MODIFICATION_SUBTYPES.has(subtype)) return "modification";
  return "award";
}

function readAnnouncement(source: EformsSource): Announcement {
  const publication = firstAt(source.extension, "efac:Publication");
  const date = textAt(publication, "efbc:PublicationDate") ?? textAt(source.root, "cbc:IssueDate");
  return {
    ted: tedNumber(textAt(publication, "efbc:NoticePublicationID")),
    eforms: textAt(source.root, "cbc:ID"),
    date: valueOf(readDay(date, "")),
  };
}

function tendersOfSeveral(settled: readonly Element[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const several = new Set<string>();
  for (const contract of settled) {
    for (const tender of new Set(referencesOf(contract, "efac:LotTender"))) {
      (seen.has(tender) ? several : seen).add(tender);
    }
  }
  return several;
}

function lotsWithout(source: EformsSource): number {
  return childrenOf(source.result, "efac:LotResult").filter((result) => {
    const code = textAt(result, "cbc:TenderResultCode");
    return code === "clos-nw" || code === "open-nw";
  }).length;
}
