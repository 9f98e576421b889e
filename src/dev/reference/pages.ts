import type { ListName } from "../../model/catalogue-list.ts";
import { LISTS } from "../../model/catalogue-list.ts";
import type { Block, Page } from "../../model/report.ts";
import { heading, list, paragraph, reference } from "../../report/blocks.ts";
import type { CatalogueBrief } from "../../report/catalogue/catalogue-brief.ts";
import { criteriaByGroup } from "../../report/catalogue/catalogue-brief.ts";
import { cataloguePage, everyObject, groupTitle } from "../../report/catalogue/catalogue-page.ts";
import { criterionPage } from "../../report/catalogue/criterion-page.ts";
import { listTable } from "../../report/catalogue/list-table.ts";
import { codesPage } from "./codes-page.ts";
import { exitCodesPage } from "./exit-codes-page.ts";
import { wordsPage } from "./words-page.ts";

/** The pages of the reference in one language, by the names of their files. */
export function referencePages(brief: CatalogueBrief): ReadonlyMap<string, Page> {
  const { say } = brief.wording;
  const page = (title: string, blocks: readonly Block[]): Page =>
    cataloguePage(title, "", blocks, brief);
  const groups = [...criteriaByGroup(brief)];
  const others = LISTS.filter((name) => name !== "criteria");
  const pages = new Map<string, Page>([
    ["criteria", page(say("catalogue.lists.criteria"), criteriaIndex(brief))],
    ...groups.map(
      ([group, criteria]) =>
        [
          groupFile(group),
          page(
            groupTitle(group, brief),
            criteria.flatMap((each) => criterionPage(each, 1, brief)),
          ),
        ] as const,
    ),
    ...others.map(
      (name) => [name, page(say(`catalogue.lists.${name}`), objectsOf(name, brief))] as const,
    ),
    ["condition-words", page(say("catalogue.reference.condition-words"), wordsPage(brief))],
    ["diagnostics", page(say("catalogue.reference.diagnostics"), codesPage(brief))],
    ["exit-codes", page(say("catalogue.reference.exit-codes"), exitCodesPage(brief))],
  ]);
  const contents = [...pages].filter(([name]) => !name.startsWith("criteria-"));
  const home = page(say("catalogue.reference.title"), [
    paragraph(say("catalogue.handbook.intro")),
    ...list(contents.map(([name, { title }]) => [reference(title, `page-${name}`)])),
    paragraph(say("catalogue.doubtful")),
  ]);
  return new Map([["README", home], ...pages]);
}

function groupFile(group: string): string {
  return `criteria-${group}`;
}

/** Every criterion by group, each linked to its own entry. */
function criteriaIndex(brief: CatalogueBrief): readonly Block[] {
  const { language } = brief.wording;
  return [...criteriaByGroup(brief)].flatMap(([group, criteria]) => [
    heading(1, `index-${group}`, groupTitle(group, brief)),
    ...list(criteria.map(({ id, text }) => [reference(text[language].title, `criterion-${id}`)])),
  ]);
}

/** Scales are one table: what is said of each is the same. */
function objectsOf(name: ListName, brief: CatalogueBrief): readonly Block[] {
  if (name !== "scales") return everyObject(name, 1, brief);
  return [paragraph(brief.wording.say("catalogue.profile.proposal")), listTable(name, brief)];
}
