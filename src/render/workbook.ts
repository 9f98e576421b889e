import type { Language } from "../model/values.ts";
import type { Sheet, Workbook } from "../model/workbook.ts";
import { packOfficeFile } from "./stable-zip.ts";
import { sheetXml } from "./workbook-sheet.ts";
import { stylesXml } from "./workbook-styles.ts";
import { columnName, xmlText } from "./workbook-text.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const LOCALES: Readonly<Record<Language, string>> = { sv: "sv-FI", fi: "fi-FI", en: "en-GB" };
const STATES = { visible: "", hidden: ' state="hidden"', "very-hidden": ' state="veryHidden"' };

/**
 * A workbook as an Excel file (ECMA-376, transitional): no formula, macro, link or user name is ever
 * in it, and equal workbooks give equal bytes.
 */
export function renderWorkbook(workbook: Workbook): Uint8Array {
  const { sheets } = workbook;
  const parts = new Map([
    ["[Content_Types].xml", contentTypes(sheets)],
    ["_rels/.rels", packageRelations()],
    ["docProps/app.xml", applicationXml()],
    ["docProps/core.xml", coreXml(workbook)],
    ["xl/_rels/workbook.xml.rels", workbookRelations(sheets)],
    ["xl/styles.xml", HEAD + stylesXml()],
    ["xl/workbook.xml", workbookXml(sheets)],
    ...sheets.map(
      (sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, HEAD + sheetXml(sheet)] as const,
    ),
  ]);
  return packOfficeFile(parts);
}

function contentTypes(sheets: readonly Sheet[]): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="${name}" ContentType="${type}"/>`;
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    part("/xl/workbook.xml", `${SHEET_TYPE}.sheet.main+xml`),
    part("/xl/styles.xml", `${SHEET_TYPE}.styles+xml`),
    ...sheets.map((_, index) =>
      part(`/xl/worksheets/sheet${index + 1}.xml`, `${SHEET_TYPE}.worksheet+xml`),
    ),
    part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    part(
      "/docProps/app.xml",
      "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    ),
  ].join("")}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

function packageRelations(): string {
  return relations([
    [`${RELATIONS}/officeDocument`, "xl/workbook.xml"],
    [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    [`${RELATIONS}/extended-properties`, "docProps/app.xml"],
  ]);
}

function workbookRelations(sheets: readonly Sheet[]): string {
  return relations([
    ...sheets.map(
      (_, index) => [`${RELATIONS}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const,
    ),
    [`${RELATIONS}/styles`, "styles.xml"] as const,
  ]);
}

function workbookXml(sheets: readonly Sheet[]): string {
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${STATES[state]} r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap(definedNames);
  const defined = names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`;
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews><sheets>${listed.join("")}</sheets>${defined}</workbook>`;
}

/** The rows that are printed on every page, and the area that a heading filters. */
function definedNames(sheet: Sheet, index: number): readonly string[] {
  const { frozen, rows, columns } = sheet;
  if (frozen.rows === 0) return [];
  const quoted = `'${xmlText(sheet.name.replaceAll("'", "''"))}'`;
  const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$1:$${frozen.rows}</definedName>`;
  if (!sheet.filtered) return [titles];
  const area = `$A$${frozen.rows}:$${columnName(columns.length)}$${Math.max(rows.length, frozen.rows)}`;
  return [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!${area}</definedName>`,
    titles,
  ];
}

function coreXml({ title, language, producer }: Workbook): string {
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(producer)}</dc:creator><dc:language>${LOCALES[language]}</dc:language></cp:coreProperties>`;
}

function applicationXml(): string {
  return `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>beredskap</Application></Properties>`;
}
