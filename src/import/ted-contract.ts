import type { ContractType } from "../model/register.ts";
import type { LocalText } from "../model/values.ts";
import { allAt, attributeOf, childrenOf, firstAt, textAt, textOf } from "./element.ts";
import type { Element } from "./element.ts";
import type { Announcement, NoticeContract, NoticeFramework } from "./notice.ts";
import { derived, missing, taken } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { readTedProcedure } from "./ted-procedure.ts";
import { contractorsIn, isUnpublishedIn, lotNumbers, readTedText } from "./ted-source.ts";
import type { TedSource } from "./ted-source.ts";
import { readOptions, readTerm } from "./ted-term.ts";
import { readEstimate, readExVat, readTotal } from "./ted-value.ts";
import { readCount, readCpv, translate } from "./values.ts";

/** What is the same for every contract of a notice. */
export interface TedShared {
  readonly buyer: string | undefined;
  readonly announcement: Announcement;
}

/** Reads one `AWARD_CONTRACT` that was awarded; `suppliers` are the keys of its contractors. */
export function readTedContract(
  award: Element,
  position: number,
  suppliers: readonly string[],
  source: TedSource,
  shared: TedShared,
): NoticeContract {
  const awarded = firstAt(award, "AWARDED_CONTRACT");
  const lots = lotsOf(award, source);
  const total = readTotal(awarded, source);
  const estimated = readEstimate(awarded);
  return {
    key: attributeOf(award, "ITEM") ?? String(position),
    reference: textAt(award, "CONTRACT_NO"),
    referenceFrom: "AWARD_CONTRACT/CONTRACT_NO",
    buyer: shared.buyer,
    title: readTitle(award, lots, source),
    diary: readDiary(source),
    stage: readStage(source),
    type: readType(source),
    suppliers: readSuppliers(awarded, suppliers, source),
    cpv: readCodes(lots, source),
    procedure: readTedProcedure(firstAt(source.form, "PROCEDURE")),
    tendersReceived: readTenders(awarded),
    joint: readJoint(source),
    annexE: SPECIAL_SERVICES.has(source.name)
      ? derived("yes", source.form.name, "form-for-special-services")
      : missing(),
    announcement: taken(shared.announcement, "CODED_DATA_SECTION/NOTICE_DATA/NO_DOC_OJS"),
    framework: readFramework(source),
    estimated,
    total,
    exVat: readExVat(total, estimated),
    ...readTerm(lots, source),
    options: readOptions(lots),
  };
}

/** Forms for social and other specific services. */
const SPECIAL_SERVICES = new Set(["F21", "F22", "F23"]);

/** The lots that an award is about: those with its numbers, or the only one there is. */
function lotsOf(award: Element, source: TedSource): readonly Element[] {
  const [only, ...others] = source.lots;
  if (only !== undefined && others.length === 0) return [only];
  const numbers = childrenOf(award, "LOT_NO").flatMap((lot) => lotNumbers(textOf(lot)));
  return [...new Set(numbers.flatMap((number) => source.lotsByNumber.get(number) ?? []))];
}

function readTitle(
  award: Element,
  lots: readonly Element[],
  source: TedSource,
): Reading<LocalText> {
  const own = readTedText(firstAt(award, "TITLE"), "AWARD_CONTRACT/TITLE");
  if (own.outcome === "taken") return own;
  const [lot, ...others] = lots;
  const ofLot =
    others.length > 0
      ? missing<LocalText>()
      : readTedText(firstAt(lot, "TITLE"), "OBJECT_CONTRACT/OBJECT_DESCR/TITLE");
  if (ofLot.outcome === "taken") return derived(ofLot.value, ofLot.from, "title-of-lot");
  const ofWhole = readTedText(firstAt(source.object, "TITLE"), "OBJECT_CONTRACT/TITLE");
  return ofWhole.outcome === "taken"
    ? derived(ofWhole.value, ofWhole.from, "title-of-procedure")
    : ofWhole;
}

function readDiary(source: TedSource): Reading<string> {
  const number = textAt(source.object, "REFERENCE_NUMBER");
  return number === undefined ? missing() : taken(number, "OBJECT_CONTRACT/REFERENCE_NUMBER");
}

/** F15 comes before the contract, F20 after it was changed; the others say that it was concluded. */
function readStage(source: TedSource): NoticeContract["stage"] {
  if (source.name === "F15") return missing("before-conclusion");
  return source.name === "F20"
    ? derived("in-force", source.form.name, "contract-modified")
    : derived("in-force", "AWARD_CONTRACT/AWARDED_CONTRACT", "contract-concluded");
}

const TYPES: Readonly<Record<string, ContractType>> = {
  SUPPLIES: "goods",
  SERVICES: "services",
  WORKS: "works",
};

function readType(source: TedSource): Reading<ContractType> {
  const code = attributeOf(firstAt(source.object, "TYPE_CONTRACT"), "CTYPE");
  return translate(TYPES, code, "OBJECT_CONTRACT/TYPE_CONTRACT/@CTYPE");
}

function readSuppliers(
  awarded: Element | undefined,
  keys: readonly string[],
  source: TedSource,
): Reading<readonly string[]> {
  const holder = contractorsIn(source.modified).length > 0 ? source.modified : awarded;
  if (isUnpublishedIn(firstAt(holder, "CONTRACTORS"))) return missing("withheld");
  if (keys.length === 0) return missing();
  return taken(keys, `${holder?.name ?? ""}/CONTRACTORS/CONTRACTOR/ADDRESS_CONTRACTOR`);
}

function readCodes(lots: readonly Element[], source: TedSource): Reading<readonly string[]> {
  const main = [
    ...allAt(source.object, "CPV_MAIN", "CPV_CODE"),
    ...allAt(source.modified, "CPV_MAIN", "CPV_CODE"),
  ];
  const additional = [...lots, source.modified].flatMap((part) =>
    allAt(part, "CPV_ADDITIONAL", "CPV_CODE"),
  );
  const codes = [...main, ...additional]
    .map((code) => attributeOf(code, "CODE"))
    .filter((code) => code !== undefined);
  return readCpv(codes, "OBJECT_CONTRACT/CPV_MAIN/CPV_CODE/@CODE");
}

function readTenders(awarded: Element | undefined): Reading<number> {
  const tenders = firstAt(awarded, "TENDERS");
  if (isUnpublishedIn(tenders)) return missing("withheld");
  const number = textAt(tenders, "NB_TENDERS_RECEIVED") ?? textAt(awarded, "NB_TENDERS_RECEIVED");
  return readCount(number, "AWARDED_CONTRACT/TENDERS/NB_TENDERS_RECEIVED");
}

function readJoint(source: TedSource): NoticeContract["joint"] {
  const body = firstAt(source.form, "CONTRACTING_BODY");
  if (firstAt(body, "CENTRAL_PURCHASING") !== undefined) {
    return derived(
      "central-purchasing-body",
      "CONTRACTING_BODY/CENTRAL_PURCHASING",
      "code-translated",
    );
  }
  return firstAt(body, "JOINT_PROCUREMENT_INVOLVED") === undefined
    ? missing()
    : derived("joint", "CONTRACTING_BODY/JOINT_PROCUREMENT_INVOLVED", "code-translated");
}

/** An award notice ticks that there is a framework, seldom of what kind; an empty box is no answer. */
function readFramework(source: TedSource): Reading<NoticeFramework> {
  const procedure = firstAt(source.form, "PROCEDURE");
  if (firstAt(procedure, "DPS") !== undefined) {
    return derived("dynamic-purchasing-system", "PROCEDURE/DPS", "code-translated");
  }
  const framework = firstAt(procedure, "FRAMEWORK");
  if (framework === undefined) return missing();
  return firstAt(framework, "SINGLE_OPERATOR") === undefined
    ? missing("kind-not-said")
    : derived("single-supplier", "PROCEDURE/FRAMEWORK/SINGLE_OPERATOR", "code-translated");
}
