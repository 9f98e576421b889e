import type { CellLook, SheetCell } from "../model/workbook.ts";

/** What a value looks like: the format `@` keeps what is typed as text, so nothing typed becomes a formula. */
type Shown = "text" | "number" | "day";

const SHOWN: readonly Shown[] = ["text", "number", "day"];
const LOOKS: readonly CellLook[] = [
  "title",
  "note",
  "heading",
  "plain",
  "strong",
  "muted",
  "input",
  "closed",
];
/** 49 is `@` and 0 `General`, both built in; 164 is the first that a file may define itself. */
const NUMBER_FORMATS: Readonly<Record<Shown, number>> = { text: 49, number: 0, day: 164 };

interface Drawn {
  readonly font: number;
  readonly fill: number;
  readonly border: number;
}

const DRAWN: Readonly<Record<CellLook, Drawn>> = {
  title: { font: 3, fill: 0, border: 0 },
  note: { font: 0, fill: 0, border: 0 },
  heading: { font: 1, fill: 2, border: 1 },
  plain: { font: 0, fill: 0, border: 1 },
  strong: { font: 4, fill: 0, border: 1 },
  muted: { font: 2, fill: 0, border: 1 },
  input: { font: 0, fill: 3, border: 1 },
  closed: { font: 2, fill: 4, border: 1 },
};

/** The number of the format of a cell in the table of styles. */
export function styleOf(cell: SheetCell): number {
  const shown: Shown = cell.kind === "blank" ? cell.of : cell.kind;
  return 1 + LOOKS.indexOf(cell.look) * SHOWN.length + SHOWN.indexOf(shown);
}

const font = (size: number, colour: string, bold = false): string =>
  `<font>${bold ? "<b/>" : ""}<sz val="${size}"/><color rgb="FF${colour}"/><name val="Calibri"/><family val="2"/></font>`;

const fill = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;

const EDGE = '<color rgb="FFBFC5CC"/>';
const edges = ["left", "right", "top", "bottom"]
  .map((side) => `<${side} style="thin">${EDGE}</${side}>`)
  .join("");

/** The table of styles: the contrast of every text to its ground is above 7 to 1. */
export function stylesXml(): string {
  const formats = LOOKS.flatMap((look) => SHOWN.map((shown) => formatXml(look, shown)));
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
    `<fonts count="5">${font(11, "000000")}${font(11, "FFFFFF", true)}${font(9, "474D54")}${font(14, "1B3A57", true)}${font(11, "000000", true)}</fonts>`,
    `<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill("1B3A57")}${fill("FFF9DB")}${fill("ECEEF0")}</fills>`,
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${edges}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${formats.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${formats.join("")}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    "</styleSheet>",
  ].join("");
}

function formatXml(look: CellLook, shown: Shown): string {
  const { font: fontId, fill: fillId, border } = DRAWN[look];
  const wrapped = look === "title" || look === "note" ? "" : ' wrapText="1"';
  const locked = look === "input" ? '<protection locked="0"/>' : "";
  return `<xf numFmtId="${NUMBER_FORMATS[shown]}" fontId="${fontId}" fillId="${fillId}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="top"${wrapped}/>${locked}</xf>`;
}
