import { criterionWords } from "../../model/criterion.ts";
import type { Condition } from "../../model/condition.ts";
import type { FactSheet } from "../../model/fact-sheet.ts";
import type { Block } from "../../model/report.ts";
import { code, heading, join, list, paragraph, reference, text } from "../blocks.ts";
import type { CatalogueBrief } from "./catalogue-brief.ts";
import { fieldWords } from "./condition-words.ts";

/** What a fact computes, from what, and who reads it, under a heading of this level. */
export function factPage(
  fact: FactSheet,
  level: 1 | 2 | 3,
  brief: CatalogueBrief,
): readonly Block[] {
  const { say, language } = brief.wording;
  const field = `fact.${fact.name}`;
  const reads = (condition: Condition | undefined): boolean => {
    if (condition === undefined) return false;
    return condition.join === "test" ? condition.field === field : condition.of.some(reads);
  };
  const readers = [...brief.catalogue.criteria.values()].filter((each) =>
    [each.met, each.partial, each.applies].some(reads),
  );
  const links = readers.map((each) =>
    reference(criterionWords(each, language).title, `criterion-${each.id}`),
  );
  return [
    heading(level, `fact-${fact.name}`, say(`catalogue.facts.${fact.name}.name`)),
    paragraph(code(field)),
    paragraph(say(`catalogue.facts.${fact.name}.text`)),
    ...list([
      [text(`${say("explain.level")}: ${say(`terms.levels.${fact.level}`)}`)],
      [text(`${say("catalogue.columns.value")}: ${say(`catalogue.kinds.${fact.kind}`)}`)],
      [
        text(`${say("catalogue.reads")}: `),
        ...(fact.needs.length === 0
          ? [text(say("catalogue.whole-register"))]
          : fact.needs.flatMap((need, index) => [
              ...(index === 0 ? [] : [text(", ")]),
              ...fieldWords(need, brief),
            ])),
      ],
      [
        text(`${say("catalogue.read-by")}: `),
        ...(links.length === 0 ? [text("–")] : join(links, " ")),
      ],
    ]),
  ];
}
