import { CLASSES } from "../../model/classes.ts";
import type { Condition } from "../../model/condition.ts";
import type { Criterion } from "../../model/criterion.ts";
import { criterionWords } from "../../model/criterion.ts";
import type { Scale } from "../../model/profile.ts";
import type { Block } from "../../model/report.ts";
import { cell, code, heading, join, paragraph, reference, strong, table } from "../blocks.ts";
import type { CatalogueBrief } from "./catalogue-brief.ts";

/** A scale of the profile in use, and the criteria that read it. */
export function scalePage(
  name: string,
  scale: Scale,
  level: 1 | 2 | 3,
  brief: CatalogueBrief,
): readonly Block[] {
  const { say, language } = brief.wording;
  const { profile } = brief.catalogue;
  const readers = criteriaThatRead((test) => test === name, brief);
  return [
    heading(level, `scale-${name}`, name),
    paragraph(say("catalogue.profile.title", { profile: profile.id })),
    paragraph(say("catalogue.profile.proposal")),
    scalesTable([[name, scale]], brief),
    paragraph(
      strong(`${say("catalogue.read-by")}:`),
      " ",
      ...(readers.length === 0
        ? ["–"]
        : join(
            readers.map((each) =>
              reference(criterionWords(each, language).title, `criterion-${each.id}`),
            ),
            " ",
          )),
    ),
  ];
}

/** Scales with their value at each class. */
export function scalesTable(
  scales: readonly (readonly [string, Scale])[],
  brief: CatalogueBrief,
): Block {
  const { say } = brief.wording;
  return table(
    say("catalogue.lists.scales"),
    [
      { title: say("catalogue.columns.id"), width: 36 },
      ...CLASSES.map((title) => ({ title, width: 16 })),
    ],
    scales.map(([name, scale]) => [
      cell([code(name)]),
      ...CLASSES.map((each) => cell(scale[each] === null ? "–" : brief.write(scale[each]))),
    ]),
  );
}

/** The criteria whose rules compare with a scale that passes the test. */
function criteriaThatRead(
  isSought: (scale: string) => boolean,
  { catalogue }: CatalogueBrief,
): readonly Criterion[] {
  const reads = (condition: Condition | undefined): boolean => {
    if (condition === undefined) return false;
    if (condition.join !== "test") return condition.of.some(reads);
    return condition.operand.kind === "scale" && isSought(condition.operand.scale);
  };
  return [...catalogue.criteria.values()].filter((each) =>
    [each.met, each.partial, each.applies].some(reads),
  );
}
