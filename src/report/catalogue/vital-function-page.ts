import type { Block } from "../../model/report.ts";
import type { VitalFunction } from "../../model/vital-function.ts";
import { cell, code, heading, list, paragraph, strong, table } from "../blocks.ts";
import { capital } from "../phrases.ts";
import type { CatalogueBrief } from "./catalogue-brief.ts";
import { sourceItems } from "./source-items.ts";

/** A vital function of society with its parts, under a heading of this level. */
export function vitalFunctionPage(
  { id, name, parts, sources }: VitalFunction,
  level: 1 | 2 | 3,
  brief: CatalogueBrief,
): readonly Block[] {
  const { say, language } = brief.wording;
  return [
    heading(level, `vital-function-${id}`, `${id} ${capital(name[language])}`),
    ...(parts.size === 0
      ? []
      : [
          table(
            say("catalogue.parts"),
            [
              { title: say("catalogue.columns.id"), width: 30 },
              { title: say("catalogue.columns.name"), width: 70 },
            ],
            [...parts].map(([part, names]) => [cell([code(part)]), cell(names[language])]),
          ),
        ]),
    paragraph(strong(`${say("explain.source")}:`)),
    ...list(sourceItems(sources, brief)),
  ];
}
