import type { Block, ReportWords } from "../model/report.ts";
import { layCards } from "./pdf-cards.ts";
import { layChart } from "./pdf-chart.ts";
import type { Headings } from "./headings.ts";
import {
  drawable,
  layText,
  layWords,
  panel,
  PARAGRAPH_GAP,
  runsOf,
  type Type,
} from "./pdf-lines.ts";
import { COLOUR, HEADING, LOOK, TEXT_WIDTH, TONE, type Look } from "./pdf-style.ts";
import { makeTag, type Strip, type Tag } from "./pdf-strip.ts";
import { layTable } from "./pdf-table.ts";

type BlockOf<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

/** What every block is laid with. */
export interface Setting {
  readonly root: Tag;
  readonly type: Type;
  readonly headings: Headings;
  readonly words: ReportWords;
}

const FULL = { x: 0, width: TEXT_WIDTH };

/** One block as strips. */
export function layBlock(block: Block, setting: Setting): readonly Strip[] {
  const { root, type, headings } = setting;
  switch (block.kind) {
    case "heading":
      return layHeading(block, setting);
    case "paragraph":
      return layText(
        runsOf(block.text, LOOK.body, type, headings),
        LOOK.body,
        FULL,
        makeTag("P", root),
        type,
        {
          before: PARAGRAPH_GAP,
        },
      );
    case "source":
      return layText(
        runsOf(block.text, LOOK.small, type, headings),
        LOOK.small,
        FULL,
        makeTag("P", root),
        type,
        {
          before: PARAGRAPH_GAP,
        },
      );
    case "list":
      return layList(block, setting);
    case "table":
      return layTable(block, root, type, headings);
    case "figures":
      return layCards(block, root, type);
    case "verdict":
      return layVerdict(block, setting);
    case "chart":
      return layChart(block, root, type, setting.words);
    case "callout": {
      const tag = makeTag("Div", root);
      const column = { x: 14, width: TEXT_WIDTH - 26 };
      const title = layWords(block.title, LOOK.strong, column, makeTag("P", tag), type, {
        keep: true,
      });
      const runs = runsOf(block.text, LOOK.body, type, headings);
      const text = layText(runs, LOOK.body, column, makeTag("P", tag), type, { before: 2 });
      return panel([...title, ...text], TEXT_WIDTH, TONE[block.tone], 13);
    }
    case "page-break":
      return [];
  }
}

function layHeading(
  block: BlockOf<"heading">,
  { root, type, headings }: Setting,
): readonly Strip[] {
  const heading = headings.of.get(block);
  const style = HEADING[heading?.depth ?? 2];
  if (heading === undefined || style === undefined) return [];
  const tag = makeTag(`H${heading.depth}`, root);
  const strips = layWords(heading.text, style.look, FULL, tag, type, {
    before: style.above,
    keep: true,
  });
  return strips.map((strip, index) => ({
    ...strip,
    height: strip.height + (index === strips.length - 1 ? style.below - PARAGRAPH_GAP : 0),
    ...(index === 0 ? { heading } : {}),
  }));
}

function layList(
  { ordered, items }: BlockOf<"list">,
  { root, type, headings }: Setting,
): readonly Strip[] {
  const list = makeTag("L", root, { numbering: ordered ? "Decimal" : "Disc" });
  const label = (index: number): string => (ordered ? `${index + 1}.` : "•");
  const hang = Math.max(14, type.measure(label(items.length), LOOK.body) + 6);
  return items.flatMap((item, index) => {
    const tag = makeTag("LI", list);
    const sign = { kind: "text", x: 2, y: 0, text: label(index), look: LOOK.body } as const;
    const runs = runsOf(item, LOOK.body, type, headings);
    const column = { x: hang, width: TEXT_WIDTH - hang };
    const strips = layText(runs, LOOK.body, column, makeTag("LBody", tag), type, {
      before: index === 0 ? PARAGRAPH_GAP : 3,
    });
    const [first, ...rest] = strips;
    const y = first?.inks[0]?.marks[0]?.y;
    if (first === undefined || y === undefined) return strips;
    const mark = { tag: makeTag("Lbl", tag), marks: [{ ...sign, y }] };
    return [{ ...first, inks: [mark, ...first.inks] }, ...rest];
  });
}

function layVerdict(
  { verdict, tone, title, lines }: BlockOf<"verdict">,
  { root, type, headings }: Setting,
): readonly Strip[] {
  const tag = makeTag("Div", root);
  const { ink, back } = TONE[tone];
  const badge: Look = { ...LOOK.strong, colour: COLOUR.paper };
  const wide = type.measure(drawable(verdict, type), badge);
  const beside = wide <= TEXT_WIDTH * 0.4;
  const column = { x: 14, width: TEXT_WIDTH - 26 };
  const sign = layWords(
    verdict,
    badge,
    { x: 19, width: column.width - 10 },
    makeTag("P", tag),
    type,
    { keep: true },
  ).map((strip): Strip => {
    const width = Math.min(wide, column.width - 10) + 10;
    return {
      ...strip,
      back: [{ kind: "rect", x: 14, y: -0.5, width, height: strip.height + 1, colour: ink }],
    };
  });
  const large: Look = { ...LOOK.strong, size: 11, leading: LOOK.strong.leading };
  const indent = beside ? wide + 18 : 0;
  const named = layWords(
    title,
    large,
    { x: column.x + indent, width: column.width - indent },
    makeTag("P", tag),
    type,
    { keep: true },
  );
  const top = beside ? overlay(sign, named) : [...sign, ...named];
  const texts = lines.flatMap((line) =>
    layText(runsOf(line, LOOK.body, type, headings), LOOK.body, column, makeTag("P", tag), type, {
      before: 4,
    }),
  );
  return panel([...top, ...texts], TEXT_WIDTH, { ink, back }, 13);
}

/** Strips side by side: the first of one beside the first of the other. */
function overlay([left]: readonly Strip[], [right, ...rest]: readonly Strip[]): readonly Strip[] {
  if (left === undefined || right === undefined) return [];
  return [
    { ...right, back: [...left.back, ...right.back], inks: [...left.inks, ...right.inks] },
    ...rest,
  ];
}
