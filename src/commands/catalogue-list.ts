import type { CriticalityClass } from "../model/classes.ts";
import type { Level, Situation } from "../model/criterion.ts";
import { diagnose } from "../model/diagnostic.ts";
import { EXIT } from "../model/exit.ts";
import { Failure } from "../model/failure.ts";
import type { Platform } from "../model/platform.ts";
import { catalogueJson } from "../render/catalogue-json.ts";
import type { CatalogueBrief } from "../report/catalogue/catalogue-brief.ts";
import { listPage } from "../report/catalogue/catalogue-page.ts";
import type { ListName } from "../model/catalogue-list.ts";
import type { CriterionFilter } from "../report/catalogue/list-table.ts";
import { countIn, filtered } from "../report/catalogue/list-table.ts";
import { nearest } from "../schema/suggest.ts";
import { catalogueInUse } from "./catalogue-in-use.ts";
import { partsOf } from "./catalogue-parts.ts";
import { printPage } from "./print-page.ts";
import { talk } from "./say.ts";
import type { RegisterRequest } from "./workspace.ts";
import { toolVersion, wordsFor } from "./workspace.ts";

export interface CatalogueListRequest extends RegisterRequest {
  /** Which lists; none: the criteria. */
  readonly lists: readonly ListName[];
  readonly level: Level | undefined;
  readonly group: string | undefined;
  readonly class: CriticalityClass | undefined;
  readonly situation: Situation | undefined;
  readonly statutory: boolean;
  readonly format: "text" | "md" | "json";
}

/** What the catalogue holds, as tables or as data. */
export async function listCatalogue(
  request: CatalogueListRequest,
  platform: Platform,
): Promise<number> {
  const opened = catalogueInUse(request, platform);
  if (opened === undefined) return EXIT.input;
  const brief = filtered(opened.brief, filterOf(request, opened.brief));
  const wanted = request.lists.length === 0 ? (["criteria"] as const) : request.lists;
  if (request.format === "json") {
    const json = catalogueJson(brief.catalogue, partsOf(wanted, brief), toolVersion(platform));
    platform.print(`${JSON.stringify(json, undefined, 2)}\n`);
    return EXIT.ok;
  }
  await printPage(listPage(wanted, brief), request.format, request, platform);
  const { say } = wordsFor(opened.workspace.language, ["catalogue"], platform);
  const count = wanted.reduce((sum, name) => sum + countIn(name, brief), 0);
  talk(say("catalogue.listed", { count }), request.quiet, platform);
  return EXIT.ok;
}

function filterOf(request: CatalogueListRequest, { catalogue }: CatalogueBrief): CriterionFilter {
  const { level, group, class: criticality, situation, statutory } = request;
  const groups = [...new Set([...catalogue.criteria.values()].map((each) => each.group))].sort();
  if (group !== undefined && !groups.includes(group)) {
    const suggestion = nearest(group, groups);
    const allowed = suggestion === "" ? groups : [suggestion];
    throw new Failure([diagnose("U005", { option: "--group", value: group, allowed })], 2);
  }
  return { level, group, class: criticality, situation, statutory };
}
