import type { Language } from "../model/values.ts";

/** Languages as Word names them: what a spelling checker goes by. */
const WORD_LANGUAGES: Readonly<Record<Language, string>> = {
  sv: "sv-FI",
  fi: "fi-FI",
  en: "en-GB",
};

/** Names of the styles that our Word files use; an organisation may restyle each of them. */
export const WORD_STYLES = {
  marking: "DraftMarking",
  subtitle: "DraftSubtitle",
  notice: "DraftNotice",
  clause: "ClauseHeading",
  item: "ClauseItem",
  point: "ClausePoint",
  continuation: "ClauseContinuation",
  definition: "ClauseDefinition",
  bullet: "DraftBullet",
  cell: "DraftTableText",
  columnTitle: "DraftTableHead",
  running: "DraftRunningText",
  open: "OpenBlank",
  filled: "FilledBlank",
  link: "Hyperlink",
} as const;

/** Names of the numberings, each restarted for every contract of a draft. */
export const WORD_NUMBERINGS = {
  clauses: "clauses",
  definitions: "definitions",
  bullets: "bullets",
} as const;

const FONT = "Calibri";
const INK = "1F2933";
const ACCENT = "1D4E79";
/** Twentieths of a point, as Word counts lengths. */
const ITEM_INDENT = 680;
const POINT_INDENT = 1134;

/** Highlighting cannot be part of a style in Word; shading can, and so an organisation can change it. */
const shade = (fill: string) => ({ type: "clear" as const, fill, color: "auto" });

const headed = (size: number, before: number, after: number) => ({
  run: { font: FONT, size, bold: true, color: ACCENT },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

const paragraphStyle = <P extends object, R extends object>(
  id: string,
  name: string,
  paragraph: P,
  run: R,
) => ({ id, name, basedOn: "Normal", quickFormat: true, paragraph, run });

/** A paragraph that is given one of these styles by hand takes its number from the first contract's list. */
const numbered = (level: number) => ({ reference: WORD_NUMBERINGS.clauses, level, instance: 1 });

/** The styles of a Word file in one language. Sizes are half points. */
export function wordStyles(language: Language) {
  const value = WORD_LANGUAGES[language];
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: INK, language: { value, eastAsia: value } },
        paragraph: { spacing: { after: 100, line: 264 } },
      },
      title: headed(34, 0, 40),
      heading1: headed(26, 240, 80),
      heading2: headed(23, 200, 60),
      heading3: headed(21, 160, 40),
      hyperlink: { run: { color: "0B5394", underline: { type: "single" as const } } },
    },
    paragraphStyles: [
      paragraphStyle(
        WORD_STYLES.marking,
        "Draft Marking",
        { spacing: { after: 40 } },
        { bold: true, color: "9C1C1C", size: 21 },
      ),
      paragraphStyle(
        WORD_STYLES.subtitle,
        "Draft Subtitle",
        { spacing: { after: 80 } },
        { color: "52606D", size: 21 },
      ),
      paragraphStyle(WORD_STYLES.notice, "Draft Notice", { spacing: { after: 40 } }, { size: 19 }),
      {
        ...paragraphStyle(
          WORD_STYLES.clause,
          "Clause Heading",
          {
            spacing: { before: 320, after: 100 },
            keepNext: true,
            keepLines: true,
            outlineLevel: 1,
            numbering: numbered(0),
          },
          {},
        ),
        basedOn: "Heading2",
        next: WORD_STYLES.item,
      },
      paragraphStyle(
        WORD_STYLES.item,
        "Clause Item",
        { spacing: { after: 110 }, numbering: numbered(1) },
        {},
      ),
      paragraphStyle(
        WORD_STYLES.point,
        "Clause Point",
        { spacing: { after: 60 }, numbering: numbered(2) },
        {},
      ),
      paragraphStyle(
        WORD_STYLES.continuation,
        "Clause Continuation",
        { indent: { left: ITEM_INDENT }, spacing: { after: 110 } },
        {},
      ),
      paragraphStyle(WORD_STYLES.definition, "Clause Definition", { spacing: { after: 80 } }, {}),
      paragraphStyle(WORD_STYLES.bullet, "Draft Bullet", { spacing: { after: 50 } }, { size: 20 }),
      paragraphStyle(
        WORD_STYLES.cell,
        "Draft Table Text",
        { spacing: { after: 0, line: 240 } },
        { size: 17 },
      ),
      paragraphStyle(
        WORD_STYLES.columnTitle,
        "Draft Table Head",
        { spacing: { after: 20, line: 240 }, keepNext: true },
        { size: 17, bold: true },
      ),
      paragraphStyle(
        WORD_STYLES.running,
        "Draft Running Text",
        { spacing: { after: 0 } },
        { size: 17, color: "52606D" },
      ),
    ],
    characterStyles: [
      {
        id: WORD_STYLES.open,
        name: "Open Blank",
        quickFormat: true,
        run: { bold: true, shading: shade("FFE97F") },
      },
      {
        id: WORD_STYLES.filled,
        name: "Filled Blank",
        quickFormat: true,
        run: { shading: shade("E4ECF3") },
      },
    ],
  };
}

/** The multilevel numbering of clauses (1, 1.1, a), that of the definitions, and bullets. */
export function wordNumberings() {
  const level = (
    index: number,
    format: "decimal" | "lowerLetter" | "bullet",
    text: string,
    left: number,
    hanging: number,
    style?: string,
  ) => ({
    level: index,
    format,
    text,
    alignment: "left" as const,
    style: { paragraph: { indent: { left, hanging } }, ...(style === undefined ? {} : { style }) },
  });
  return [
    {
      reference: WORD_NUMBERINGS.clauses,
      levels: [
        level(0, "decimal", "%1", ITEM_INDENT, ITEM_INDENT, WORD_STYLES.clause),
        level(1, "decimal", "%1.%2", ITEM_INDENT, ITEM_INDENT, WORD_STYLES.item),
        level(2, "lowerLetter", "%3)", POINT_INDENT, POINT_INDENT - ITEM_INDENT, WORD_STYLES.point),
      ],
    },
    {
      reference: WORD_NUMBERINGS.definitions,
      levels: [level(0, "decimal", "%1.", ITEM_INDENT, ITEM_INDENT)],
    },
    { reference: WORD_NUMBERINGS.bullets, levels: [level(0, "bullet", "•", 360, 240)] },
  ];
}
