import { EXIT } from "../../model/exit.ts";
import type { Block } from "../../model/report.ts";
import { cell, code, table } from "../../report/blocks.ts";
import type { CatalogueBrief } from "../../report/catalogue/catalogue-brief.ts";

/** What the exit of every command means. */
export function exitCodesPage({ wording: { say } }: CatalogueBrief): readonly Block[] {
  return [
    table(
      say("catalogue.reference.exit-codes"),
      [
        { title: say("catalogue.columns.code"), width: 10 },
        { title: say("catalogue.columns.meaning"), width: 90 },
      ],
      Object.entries(EXIT).map(([name, value]) => [
        cell([code(String(value))]),
        cell(say(`catalogue.reference.exits.${name}`)),
      ]),
    ),
  ];
}
