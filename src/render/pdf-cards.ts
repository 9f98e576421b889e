import type { Block, KeyFigure } from "../model/report.ts";
import { layWords, type Type } from "./pdf-lines.ts";
import { COLOUR, LOOK, TEXT_WIDTH, TONE, type Look } from "./pdf-style.ts";
import { makeTag, moveInk, type Mark, type Strip, type Tag } from "./pdf-strip.ts";

type Figures = Extract<Block, { kind: "figures" }>;

/** Key figures as cards, three in a row, or four when there are four. */
export function layCards({ caption, figures }: Figures, root: Tag, type: Type): readonly Strip[] {
  const list = makeTag("L", root);
  const perRow = figures.length === 4 ? 4 : Math.min(3, Math.max(1, figures.length));
  const gap = 10;
  const width = (TEXT_WIDTH - gap * (perRow - 1)) / perRow;
  const rows: KeyFigure[][] = [];
  for (let start = 0; start < figures.length; start += perRow)
    rows.push(figures.slice(start, start + perRow));
  const title = layWords(
    caption,
    LOOK.caption,
    { x: 0, width: TEXT_WIDTH },
    makeTag("P", root),
    type,
    { before: 14, keep: true },
  );
  return [
    ...title,
    ...rows.map((row, index) => layRow(row, width, gap, index === 0 ? 6 : gap, list, type)),
  ];
}

function layRow(
  row: readonly KeyFigure[],
  width: number,
  gap: number,
  before: number,
  list: Tag,
  type: Type,
): Strip {
  const pad = 9;
  const cards = row.map(({ label, value, note, tone }) => {
    const body = makeTag("LBody", makeTag("LI", list));
    const column = { x: pad, width: width - 2 * pad };
    const figure: Look = { ...LOOK.figure, colour: TONE[tone].ink };
    const parts = [
      ...layWords(label, LOOK.small, column, makeTag("P", body), type),
      ...layWords(value, figure, column, makeTag("P", body), type, { before: 1 }),
      ...(note === ""
        ? []
        : layWords(note, { ...LOOK.small, colour: COLOUR.ink }, column, makeTag("P", body), type, {
            before: 2,
          })),
    ];
    return {
      parts,
      tone,
      height: parts.reduce((sum, strip) => sum + strip.before + strip.height, 0),
    };
  });
  const height = Math.max(...cards.map((card) => card.height)) + 2 * pad + 2;
  const back = cards.flatMap(({ tone }, index): readonly Mark[] => {
    const x = index * (width + gap);
    return [
      { kind: "rect", x, y: 0, width, height, colour: COLOUR.panel },
      { kind: "rect", x, y: 0, width, height: 3, colour: TONE[tone].ink },
    ];
  });
  const inks = cards.flatMap(({ parts }, index) => {
    let y = pad + 2;
    return parts.flatMap((strip) => {
      const top = y + strip.before;
      y = top + strip.height;
      return strip.inks.map((ink) => moveInk(ink, index * (width + gap), top));
    });
  });
  return { before, height, keep: false, back, inks };
}
