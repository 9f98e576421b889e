import { TEST_WORDS } from "../../model/condition.ts";
import type { Block } from "../../model/report.ts";
import { cell, code, heading, list, paragraph, strong, table, text } from "../../report/blocks.ts";
import type { CatalogueBrief } from "../../report/catalogue/catalogue-brief.ts";

const JOINS = ["all", "any", "not"] as const;
const TRUTHS = ["true", "false", "unknown", "not-applicable"] as const;

/** The closed list of words in which conditions are written, and how they are joined. */
export function wordsPage({ wording: { say } }: CatalogueBrief): readonly Block[] {
  const said = (key: string, words: readonly string[]): Block =>
    table(
      say(`catalogue.reference.${key}.title`),
      [
        { title: say("catalogue.columns.id"), width: 24 },
        { title: say("catalogue.columns.meaning"), width: 76 },
      ],
      words.map((word) => [cell([code(word)]), cell(say(`catalogue.reference.${key}.${word}`))]),
    );
  return [
    paragraph(say("catalogue.reference.words-intro")),
    said("tests", TEST_WORDS),
    said("joins", JOINS),
    heading(1, "truths", say("catalogue.reference.truths.title")),
    paragraph(say("catalogue.reference.truths.intro")),
    ...list(
      TRUTHS.map((each) => [
        strong(say(`explain.truth.${each}`)),
        text(` – ${say(`catalogue.reference.truths.${each}`)}`),
      ]),
    ),
  ];
}
