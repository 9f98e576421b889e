import type { Sheet, SheetCell, Workbook } from "../../model/workbook.ts";
import type { CatalogueBrief } from "./catalogue-brief.ts";
import { versionOf } from "./catalogue-page.ts";
import { exportTable } from "./export-tables.ts";
import type { ListName } from "../../model/catalogue-list.ts";

/** The lists that are wanted as a workbook: what it is, then a sheet for each list. */
export function catalogueWorkbook(
  wanted: readonly ListName[],
  brief: CatalogueBrief,
  producer: string,
): Workbook {
  const { say, language } = brief.wording;
  return {
    language,
    title: say("catalogue.handbook.title"),
    producer,
    sheets: [aboutSheet(brief), ...wanted.map((name) => listSheet(name, brief))],
  };
}

function aboutSheet(brief: CatalogueBrief): Sheet {
  const { say } = brief.wording;
  const { catalogue } = brief;
  const cell = (look: SheetCell["look"], text: string): SheetCell => ({ kind: "text", look, text });
  const told: readonly (readonly [string, string])[] = [
    ["version", versionOf(brief)],
    ["digest", catalogue.digest],
    ["about-catalogue", say("catalogue.handbook.intro")],
    ["doubtful", say("catalogue.doubtful")],
  ];
  return {
    name: say("catalogue.sheets.about"),
    state: "visible",
    columns: [{ width: 24 }, { width: 100 }],
    rows: [
      [cell("title", say("catalogue.handbook.title"))],
      ...told.map(([key, text]) => [
        cell("strong", say(`catalogue.columns.${key}`)),
        cell("plain", text),
      ]),
    ],
    frozen: { rows: 0, columns: 0 },
    protected: false,
    filtered: false,
    rules: [],
  };
}

function listSheet(name: ListName, brief: CatalogueBrief): Sheet {
  const { widths, rows } = exportTable(name, brief);
  return {
    name: brief.wording.say(`catalogue.sheets.${name}`),
    state: "visible",
    columns: widths.map((width) => ({ width })),
    rows,
    frozen: { rows: 1, columns: 1 },
    protected: false,
    filtered: true,
    rules: [],
  };
}
