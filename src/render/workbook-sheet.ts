import type { Day } from "../model/values.ts";
import { daysBetween } from "../model/values.ts";
import type { CellRule, Sheet, SheetCell, SheetColumn } from "../model/workbook.ts";
import { cellText, columnName, xmlText } from "./workbook-text.ts";
import { rowHeight } from "./workbook-heights.ts";
import { styleOf } from "./workbook-styles.ts";

/** Day 0 of the format's calendar, for every day from March 1900 on. */
const DAY_ZERO = "1899-12-30" as Day;
const FIRST_DAY = 36_526;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/** Longest hint and refusal that the format takes. */
const LONGEST_MESSAGE = 255;

/** A sheet's XML, its parts in the order that the schema of the format demands. */
export function sheetXml(sheet: Sheet): string {
  const { columns, rows, frozen } = sheet;
  const last = `${columnName(Math.max(columns.length, 1))}${Math.max(rows.length, 1)}`;
  const filter = `A${frozen.rows}:${columnName(columns.length)}${Math.max(rows.length, frozen.rows)}`;
  return [
    `<worksheet xmlns="${MAIN}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${last}"/>`,
    viewXml(sheet),
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.map(columnXml).join("")}</cols>`,
    `<sheetData>${rows.map((cells, index) => rowXml(cells, index, columns)).join("")}</sheetData>`,
    sheet.protected
      ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
      : "",
    sheet.filtered ? `<autoFilter ref="${filter}"/>` : "",
    rulesXml(sheet.rules),
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesAcross(sheet)}" fitToHeight="0"/>`,
    "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>",
    "</worksheet>",
  ].join("");
}

/** Characters beside each other on a page that can still be read. */
const READABLE = 280;

function pagesAcross({ columns }: Sheet): number {
  const shown = columns.reduce((sum, { width, hidden }) => sum + (hidden === true ? 0 : width), 0);
  return Math.ceil(shown / READABLE);
}

function viewXml({ frozen: { rows, columns } }: Sheet): string {
  if (rows === 0 && columns === 0)
    return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const splits = [columns > 0 ? ` xSplit="${columns}"` : "", rows > 0 ? ` ySplit="${rows}"` : ""];
  const pane = rows > 0 ? (columns > 0 ? "bottomRight" : "bottomLeft") : "topRight";
  const corner = `${columnName(columns + 1)}${rows + 1}`;
  return `<sheetViews><sheetView workbookViewId="0"><pane${splits.join("")} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`;
}

function columnXml({ width, hidden }: SheetColumn, index: number): string {
  const number = index + 1;
  return `<col min="${number}" max="${number}" width="${width}"${hidden === true ? ' hidden="1"' : ""} customWidth="1"/>`;
}

function rowXml(
  cells: readonly SheetCell[],
  index: number,
  columns: readonly SheetColumn[],
): string {
  const height = rowHeight(cells, columns);
  return `<row r="${index + 1}" ht="${height}" customHeight="1">${cells.map((cell, at) => cellXml(cell, `${columnName(at + 1)}${index + 1}`)).join("")}</row>`;
}

function cellXml(cell: SheetCell, at: string): string {
  const place = `r="${at}" s="${styleOf(cell)}"`;
  switch (cell.kind) {
    case "text":
      return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${cellText(cell.text)}</t></is></c>`;
    case "number":
      return `<c ${place}><v>${cell.value}</v></c>`;
    case "day":
      return `<c ${place}><v>${daysBetween(DAY_ZERO, cell.day)}</v></c>`;
    case "blank":
      return `<c ${place}/>`;
  }
}

function rulesXml(rules: readonly CellRule[]): string {
  if (rules.length === 0) return "";
  return `<dataValidations count="${rules.length}">${rules.map(ruleXml).join("")}</dataValidations>`;
}

function ruleXml({ from, to, column, allows, hint, refusal }: CellRule): string {
  const messages = [
    hint === "" ? "" : ` showInputMessage="1" prompt="${message(hint)}"`,
    refusal === "" ? "" : ` showErrorMessage="1" error="${message(refusal)}"`,
  ].join("");
  const first = `${columnName(column)}${from}`;
  const at = `sqref="${from === to ? first : `${first}:${columnName(column)}${to}`}"`;
  switch (allows.kind) {
    case "choice": {
      const name = columnName(allows.column);
      const source = `'${xmlText(allows.sheet.replaceAll("'", "''"))}'!$${name}$${allows.from}:$${name}$${allows.to}`;
      const style = allows.only ? "" : ' errorStyle="information"';
      return `<dataValidation type="list"${style} allowBlank="1"${messages} ${at}><formula1>${source}</formula1></dataValidation>`;
    }
    case "day":
      return `<dataValidation type="date" operator="greaterThanOrEqual" allowBlank="1"${messages} ${at}><formula1>${FIRST_DAY}</formula1></dataValidation>`;
    case "count":
      return `<dataValidation type="whole" operator="greaterThanOrEqual" allowBlank="1"${messages} ${at}><formula1>0</formula1></dataValidation>`;
    case "anything":
      return `<dataValidation allowBlank="1"${messages} ${at}/>`;
  }
}

function message(text: string): string {
  return xmlText(text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE - 1)}…` : text);
}
