import type { LocalText } from "../model/values.ts";
import { allAt, childrenOf, firstAt, textAt } from "./element.ts";
import type { Element } from "./element.ts";
import { readFramework, readLotCpv, readOptions, readTerm, readType } from "./eforms-lot.ts";
import { isWithheld, lotsOf, readText, referencesOf } from "./eforms-source.ts";
import type { ContractParts, EformsShared, EformsSource } from "./eforms-source.ts";
import { readTotal } from "./eforms-value.ts";
import type { NoticeContract, NoticeProcedure } from "./notice.ts";
import { derived, missing, refused, taken } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { agreeing, readCount, translate } from "./values.ts";

/** Reads one settled contract: its tenders hold the value, its lots what is bought, the results the number of tenders. */
export function readContract(
  element: Element,
  position: number,
  source: EformsSource,
  shared: EformsShared,
): NoticeContract {
  const parts = partsOf(element, position, source);
  const { lots, results } = parts;
  const signatory = textAt(element, "cac:SignatoryParty", "cac:PartyIdentification", "cbc:ID");
  return {
    key: parts.key,
    reference: textAt(element, "efac:ContractReference", "cbc:ID"),
    referenceFrom: at(parts, "efac:ContractReference/cbc:ID"),
    buyer: shared.buyers.find((buyer) => buyer === signatory) ?? shared.buyers[0],
    title: readTitle(parts, source),
    diary: readDiary(parts, source),
    stage: readStage(parts, source),
    type: readType(lots, source.root),
    suppliers: readSuppliers(parts, source, shared),
    cpv: readLotCpv(lots, source.root),
    procedure: readProcedure(source),
    tendersReceived: agreeing(results.map(readTenders)),
    joint:
      shared.buyers.length > 1
        ? derived("joint", "cac:ContractingParty", "several-buyers")
        : missing(),
    annexE: SPECIAL_SERVICES.has(source.subtype)
      ? derived("yes", "cbc:SubTypeCode", "form-for-special-services")
      : missing(),
    announcement: taken(shared.announcement, "cbc:ID"),
    framework: readFramework(lots),
    estimated: missing(),
    total: readTotal(parts, source, shared),
    exVat: missing(),
    ...readTerm(lots),
    options: readOptions(lots),
  };
}

/** Forms for social and other specific services. */
const SPECIAL_SERVICES = new Set(["33", "34", "35"]);

function partsOf(element: Element, position: number, source: EformsSource): ContractParts {
  const id = textAt(element, "cbc:ID");
  const tenderIds = referencesOf(element, "efac:LotTender");
  const tenders = tenderIds
    .map((tender) => source.tenders.get(tender))
    .filter((tender) => tender !== undefined);
  const naming = id === undefined ? undefined : source.resultsOf.contract.get(id);
  const results = naming ?? [
    ...new Set(tenderIds.flatMap((tender) => source.resultsOf.tender.get(tender) ?? [])),
  ];
  const ofTenders = tenders.flatMap((tender) => referencesOf(tender, "efac:TenderLot"));
  const ofResults = results.flatMap((result) => referencesOf(result, "efac:TenderLot"));
  // A tender for a group of lots names the group; the results then name the lots.
  const told = ofTenders.length > 0 && ofTenders.every((lot) => source.lots.has(lot));
  const lotIds = [...new Set(told ? ofTenders : ofResults)];
  const lots = lotIds.length > 0 ? lotsOf(source, lotIds) : onlyLot(source);
  const key = id ?? `contract-${String(position)}`;
  const allTenders = tenders.length === tenderIds.length;
  return { key, element, tenders, allTenders, results, lots };
}

/** A notice with one lot leaves no doubt which one a contract is about. */
function onlyLot(source: EformsSource): readonly Element[] {
  return source.lots.size === 1 ? [...source.lots.values()] : [];
}

function readTitle(parts: ContractParts, source: EformsSource): Reading<LocalText> {
  const own = readText(childrenOf(parts.element, "cbc:Title"), source, at(parts, "cbc:Title"));
  if (own.outcome === "taken") return own;
  const [lot, ...others] = parts.lots;
  const ofLot = readText(
    lot === undefined || others.length > 0 ? [] : allAt(lot, "cac:ProcurementProject", "cbc:Name"),
    source,
    "cac:ProcurementProjectLot/cac:ProcurementProject/cbc:Name",
  );
  if (ofLot.outcome === "taken") return derived(ofLot.value, ofLot.from, "title-of-lot");
  const ofWhole = readText(
    allAt(source.root, "cac:ProcurementProject", "cbc:Name"),
    source,
    "cac:ProcurementProject/cbc:Name",
  );
  return ofWhole.outcome === "taken"
    ? derived(ofWhole.value, ofWhole.from, "title-of-procedure")
    : ofWhole;
}

function at(parts: ContractParts, path: string): string {
  return `efac:SettledContract[${parts.key}]/${path}`;
}

function readDiary(parts: ContractParts, source: EformsSource): Reading<string> {
  const from = "cac:ProcurementProject/cbc:ID";
  const ofWhole = textAt(source.root, "cac:ProcurementProject", "cbc:ID");
  if (ofWhole !== undefined) return taken(ofWhole, from);
  const ofLots = parts.lots.map((lot) => textAt(lot, "cac:ProcurementProject", "cbc:ID"));
  return agreeing(
    ofLots.map((id) =>
      id === undefined ? missing<string>() : taken(id, `cac:ProcurementProjectLot/${from}`),
    ),
  );
}

/** A contract is in force when the notice says that it was concluded; its last day decides the rest. */
function readStage(parts: ContractParts, source: EformsSource): NoticeContract["stage"] {
  if (source.kind === "veat") return missing("before-conclusion");
  if (source.kind === "modification") {
    return derived("in-force", "cbc:NoticeTypeCode", "contract-modified");
  }
  if (parts.results.some((result) => isWithheld(result, "win-cho"))) return missing("withheld");
  const codes = parts.results.map((result) => textAt(result, "cbc:TenderResultCode"));
  const from = "efac:LotResult/cbc:TenderResultCode";
  const lost = codes.find((code) => code === "clos-nw" || code === "open-nw");
  if (lost !== undefined && !codes.includes("selec-w")) {
    return refused("no-winner-chosen", from, lost);
  }
  return derived("in-force", at(parts, "cbc:ID"), "contract-concluded");
}

function readSuppliers(
  parts: ContractParts,
  source: EformsSource,
  shared: EformsShared,
): Reading<readonly string[]> {
  const from = "efac:TenderingParty/efac:Tenderer/cbc:ID";
  const ids = parts.tenders
    .flatMap((tender) => referencesOf(tender, "efac:TenderingParty"))
    .flatMap((id) => {
      const party = source.tenderingParties.get(id);
      return party === undefined ? [id] : referencesOf(party, "efac:Tenderer");
    });
  const unknown = ids.find((id) => !shared.parties.has(id));
  if (unknown !== undefined) return refused("reference-unknown", from, unknown);
  return ids.length === 0 ? missing() : taken([...new Set(ids)], from);
}

const PROCEDURES: Readonly<Record<string, NoticeProcedure>> = {
  open: "open",
  restricted: "restricted",
  "neg-w-call": "negotiated",
  "neg-wo-call": "direct-award",
  "comp-dial": "competitive-dialogue",
  innovation: "innovation-partnership",
  "comp-tend": "other",
  "exp-int-rail": "other",
  "oth-single": "other",
  "oth-mult": "other",
};

function readProcedure(source: EformsSource): Reading<NoticeProcedure> {
  const process = firstAt(source.root, "cac:TenderingProcess");
  if (isWithheld(process, "pro-typ")) return missing("withheld");
  const from = "cac:TenderingProcess/cbc:ProcedureCode";
  return translate(PROCEDURES, textAt(process, "cbc:ProcedureCode"), from);
}

function readTenders(result: Element): Reading<number> {
  const from = "efac:LotResult/efac:ReceivedSubmissionsStatistics/efbc:StatisticsNumeric";
  const statistics = childrenOf(result, "efac:ReceivedSubmissionsStatistics");
  const tenders = statistics.find(
    (statistic) => textAt(statistic, "efbc:StatisticsCode") === "tenders",
  );
  if (isWithheld(tenders)) return missing("withheld");
  if (
    tenders === undefined &&
    statistics.some((statistic) => isWithheld(statistic, "rec-sub-typ"))
  ) {
    return missing("withheld");
  }
  return readCount(textAt(tenders, "efbc:StatisticsNumeric"), from);
}
