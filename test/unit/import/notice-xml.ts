/** Small notices for tests: fictitious, with the traits that real ones have. */

const UBL = "urn:oasis:names:specification:ubl:schema:xsd";
const EFORMS = "http://data.europa.eu/p27";

export interface EformsParts {
  readonly root?: string;
  readonly type?: string;
  readonly subtype?: string;
  readonly id?: string;
  readonly version?: string;
  readonly folder?: string;
  readonly result: string;
  readonly organisations?: string;
  readonly buyers?: readonly string[];
  readonly lots?: string;
  readonly process?: string;
  readonly after?: string;
}

/** An eForms notice out of its parts. */
export function eformsNotice(parts: EformsParts): string {
  const root = parts.root ?? "ContractAwardNotice";
  const buyers = (parts.buyers ?? ["ORG-0001"])
    .map(
      (id) =>
        `<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>${id}</cbc:ID></cac:PartyIdentification>
         <cac:ServiceProviderParty><cac:Party><cac:PartyIdentification><cbc:ID>ORG-0099</cbc:ID></cac:PartyIdentification></cac:Party></cac:ServiceProviderParty>
         </cac:Party></cac:ContractingParty>`,
    )
    .join("");
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="${UBL}:${root}-2" xmlns:cac="${UBL}:CommonAggregateComponents-2" xmlns:cbc="${UBL}:CommonBasicComponents-2"
  xmlns:ext="${UBL}:CommonExtensionComponents-2" xmlns:efext="${EFORMS}/eforms-ubl-extensions/1"
  xmlns:efac="${EFORMS}/eforms-ubl-extension-aggregate-components/1" xmlns:efbc="${EFORMS}/eforms-ubl-extension-basic-components/1"
  xmlns:hilma="urn:hanselHilma:NationalNoticeExtension">
  <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
    <efac:NoticeResult>${parts.result}</efac:NoticeResult>
    <efac:NoticeSubType><cbc:SubTypeCode listName="notice-subtype">${parts.subtype ?? "29"}</cbc:SubTypeCode></efac:NoticeSubType>
    <efac:Organizations>${parts.organisations ?? ORGANISATIONS}</efac:Organizations>
  </efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
  <cbc:ID schemeName="notice-id">${parts.id ?? "0a1b2c3d-0000-4000-8000-000000000001"}</cbc:ID>
  <cbc:ContractFolderID>${parts.folder ?? "folder-1"}</cbc:ContractFolderID>
  <cbc:IssueDate>2024-03-14+02:00</cbc:IssueDate>
  <cbc:VersionID>${parts.version ?? "01"}</cbc:VersionID>
  <cbc:NoticeTypeCode listName="result">${parts.type ?? "can-standard"}</cbc:NoticeTypeCode>
  <cbc:NoticeLanguageCode>SWE</cbc:NoticeLanguageCode>
  ${buyers}
  <cac:TenderingProcess>${parts.process ?? '<cbc:ProcedureCode listName="procurement-procedure-type">open</cbc:ProcedureCode>'}</cac:TenderingProcess>
  <cac:ProcurementProject>
    <cbc:ID schemeName="InternalID">NS/412/2024</cbc:ID>
    <cbc:Name languageID="SWE">Hela upphandlingen</cbc:Name>
    <cbc:ProcurementTypeCode listName="contract-nature">supplies</cbc:ProcurementTypeCode>
    <cac:MainCommodityClassification><cbc:ItemClassificationCode>33000000</cbc:ItemClassificationCode></cac:MainCommodityClassification>
  </cac:ProcurementProject>
  ${parts.lots ?? lot("LOT-0001")}
  ${parts.after ?? ""}
</${root}>`;
}

/** A company of an eForms notice; leave out what the notice should not say. */
export function company(id: string, name: string, number = "", country = "FIN", more = ""): string {
  const legal =
    number === ""
      ? ""
      : `<cac:PartyLegalEntity><cbc:CompanyID>${number}</cbc:CompanyID></cac:PartyLegalEntity>`;
  return `<efac:Organization><efac:Company>${more}
    <cac:PartyIdentification><cbc:ID>${id}</cbc:ID></cac:PartyIdentification>
    <cac:PartyName><cbc:Name languageID="SWE">${name}</cbc:Name></cac:PartyName>
    <cac:PostalAddress><cac:Country><cbc:IdentificationCode>${country}</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    ${legal}<cac:Contact><cbc:Name>Någon Person</cbc:Name></cac:Contact></efac:Company></efac:Organization>`;
}

export const ORGANISATIONS =
  company("ORG-0001", "Norrskärs välfärdsområde", "9990001-6") +
  company("ORG-0002", "Nordrenal Ab", "FI99900024") +
  company("ORG-0003", "Kemtekno Oy", "9990003-2") +
  company("ORG-0099", "Plattformen Ab", "0988084-1");

/** A lot; `more` goes into its project, `process` into its tendering process. */
export function lot(id: string, more = "", process = "", name = "Dialysförnödenheter"): string {
  return `<cac:ProcurementProjectLot><cbc:ID schemeName="Lot">${id}</cbc:ID>
    <cac:TenderingProcess>${process}</cac:TenderingProcess>
    <cac:ProcurementProject><cbc:Name languageID="SWE">${name}</cbc:Name>
    <cbc:ProcurementTypeCode listName="contract-nature">supplies</cbc:ProcurementTypeCode>
    <cac:MainCommodityClassification><cbc:ItemClassificationCode>33181500</cbc:ItemClassificationCode></cac:MainCommodityClassification>
    <cac:AdditionalCommodityClassification><cbc:ItemClassificationCode>33190000</cbc:ItemClassificationCode></cac:AdditionalCommodityClassification>
    ${more}</cac:ProcurementProject></cac:ProcurementProjectLot>`;
}

export function tender(id: string, value: string, party = "TPA-0001", lotId = "LOT-0001"): string {
  const total =
    value === ""
      ? ""
      : `<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">${value}</cbc:PayableAmount></cac:LegalMonetaryTotal>`;
  return `<efac:LotTender><cbc:ID>${id}</cbc:ID>${total}
    <efac:TenderingParty><cbc:ID>${party}</cbc:ID></efac:TenderingParty>
    <efac:TenderLot><cbc:ID>${lotId}</cbc:ID></efac:TenderLot></efac:LotTender>`;
}

export function settled(
  id: string,
  tenders: readonly string[],
  reference = "NS-2024-031",
  more = "",
): string {
  const references = tenders
    .map((one) => `<efac:LotTender><cbc:ID>${one}</cbc:ID></efac:LotTender>`)
    .join("");
  return `<efac:SettledContract><cbc:ID>${id}</cbc:ID><cbc:IssueDate>2024-03-01+02:00</cbc:IssueDate>${more}
    <efac:ContractReference><cbc:ID>${reference}</cbc:ID></efac:ContractReference>${references}</efac:SettledContract>`;
}

export function tenderingParty(id: string, tenderers: readonly string[], more = ""): string {
  const list = tenderers.map((one) => `<efac:Tenderer><cbc:ID>${one}</cbc:ID></efac:Tenderer>`);
  return `<efac:TenderingParty><cbc:ID>${id}</cbc:ID>${list.join("")}${more}</efac:TenderingParty>`;
}

export interface LotResultParts {
  readonly contracts: readonly string[];
  readonly code?: string;
  readonly statistics?: string;
  readonly lotId?: string;
  readonly more?: string;
}

export function lotResult(parts: LotResultParts): string {
  const contracts = parts.contracts.map(
    (id) => `<efac:SettledContract><cbc:ID>${id}</cbc:ID></efac:SettledContract>`,
  );
  return `<efac:LotResult>${parts.more ?? ""}<cbc:TenderResultCode>${parts.code ?? "selec-w"}</cbc:TenderResultCode>
    ${parts.statistics ?? ""}${contracts.join("")}
    <efac:TenderLot><cbc:ID>${parts.lotId ?? "LOT-0001"}</cbc:ID></efac:TenderLot></efac:LotResult>`;
}

export function statistic(code: string, count: string, more = ""): string {
  return `<efac:ReceivedSubmissionsStatistics>${more}<efbc:StatisticsCode>${code}</efbc:StatisticsCode>
    <efbc:StatisticsNumeric>${count}</efbc:StatisticsNumeric></efac:ReceivedSubmissionsStatistics>`;
}

export function withheld(code: string): string {
  return `<efac:FieldsPrivacy><efbc:FieldIdentifierCode>${code}</efbc:FieldIdentifierCode></efac:FieldsPrivacy>`;
}

/** A whole result: one contract on one tender of one supplier. */
export const ONE_CONTRACT =
  lotResult({
    contracts: ["CON-0001"],
    statistics: statistic("t-sme", "1") + statistic("tenders", "2"),
  }) +
  tender("TEN-0001", "2400000.50") +
  settled("CON-0001", ["TEN-0001"]) +
  tenderingParty("TPA-0001", ["ORG-0002"]);

export interface TedParts {
  readonly form?: string;
  readonly number?: string;
  readonly body?: string;
  readonly object?: string;
  readonly procedure?: string;
  readonly awards: string;
  readonly more?: string;
}

/** A notice of the older TED XML, with a translated form that must not be counted. */
export function tedNotice(parts: TedParts): string {
  const form = parts.form ?? "F03";
  return `<?xml version="1.0" encoding="UTF-8"?>
<TED_EXPORT xmlns="http://publications.europa.eu/resource/schema/ted/R2.0.9/publication" xmlns:n2021="http://publications.europa.eu/resource/schema/ted/2021/nuts"
  VERSION="R2.0.9.S05.E01" DOC_ID="${parts.number ?? "001234-2022"}">
<CODED_DATA_SECTION><REF_OJS><DATE_PUB>20220415</DATE_PUB></REF_OJS><NOTICE_DATA><NO_DOC_OJS>2022/S 074-001234</NO_DOC_OJS></NOTICE_DATA></CODED_DATA_SECTION>
<TRANSLATION_SECTION><ML_TITLES><ML_TI_DOC LG="SV"><TI_TEXT><P>Något annat</P></TI_TEXT></ML_TI_DOC></ML_TITLES></TRANSLATION_SECTION>
<FORM_SECTION>
<${form}_2014 CATEGORY="TRANSLATION" LG="EN"><AWARD_CONTRACT><AWARDED_CONTRACT/></AWARD_CONTRACT></${form}_2014>
<${form}_2014 CATEGORY="ORIGINAL" LG="SV">
<CONTRACTING_BODY>${parts.body ?? TED_BUYER}</CONTRACTING_BODY>
<OBJECT_CONTRACT>${parts.object ?? TED_OBJECT}</OBJECT_CONTRACT>
<PROCEDURE>${parts.procedure ?? "<PT_OPEN/>"}</PROCEDURE>
${parts.awards}${parts.more ?? ""}
<COMPLEMENTARY_INFO><ADDRESS_REVIEW_BODY><OFFICIALNAME>Marknadsdomstolen</OFFICIALNAME></ADDRESS_REVIEW_BODY></COMPLEMENTARY_INFO>
</${form}_2014></FORM_SECTION></TED_EXPORT>`;
}

export const TED_BUYER = `<ADDRESS_CONTRACTING_BODY><OFFICIALNAME>Norrskärs välfärdsområde</OFFICIALNAME>
<NATIONALID>9990001-6</NATIONALID><COUNTRY VALUE="FI"/></ADDRESS_CONTRACTING_BODY>`;

const TED_OBJECT = `<TITLE><P>Kosttjänster</P><P>för sjukhusen</P></TITLE><REFERENCE_NUMBER>NS/88/2022</REFERENCE_NUMBER>
<CPV_MAIN><CPV_CODE CODE="55520000"/><CPV_SUPPLEMENTARY_CODE CODE="EA19"/></CPV_MAIN><TYPE_CONTRACT CTYPE="SERVICES"/>
<VAL_TOTAL CURRENCY="EUR">9000000</VAL_TOTAL>
<OBJECT_DESCR ITEM="1"><TITLE><P>Del 1: söder</P></TITLE><LOT_NO>1.</LOT_NO><CPV_ADDITIONAL><CPV_CODE CODE="55521200"/></CPV_ADDITIONAL>
<DATE_START>2022-06-01</DATE_START><DATE_END>2025-05-31</DATE_END></OBJECT_DESCR>
<OBJECT_DESCR ITEM="2"><TITLE><P>Del 2: norr</P></TITLE><LOT_NO>2</LOT_NO><DURATION TYPE="MONTH">24</DURATION><RENEWAL_DESCR><P>Två år till</P></RENEWAL_DESCR></OBJECT_DESCR>`;

export function contractor(name: string, number = "", country = "FI", more = ""): string {
  const id = number === "" ? "" : `<NATIONALID>${number}</NATIONALID>`;
  return `<CONTRACTOR><ADDRESS_CONTRACTOR><OFFICIALNAME>${name}</OFFICIALNAME>${id}<COUNTRY VALUE="${country}"/></ADDRESS_CONTRACTOR>${more}</CONTRACTOR>`;
}

/** An award; `head` holds lot, number and title, `awarded` the rest. */
export function award(head: string, awarded: string): string {
  return `<AWARD_CONTRACT ITEM="1">${head}<AWARDED_CONTRACT><DATE_CONCLUSION_CONTRACT>2022-04-01</DATE_CONCLUSION_CONTRACT>${awarded}</AWARDED_CONTRACT></AWARD_CONTRACT>`;
}
