import type { Block, Page } from "../../model/report.ts";
import { heading, list, paragraph, reference } from "../blocks.ts";
import { reportWords } from "../report.ts";
import { capital } from "../phrases.ts";
import type { CatalogueBrief } from "./catalogue-brief.ts";
import { criteriaByGroup, groupName } from "./catalogue-brief.ts";
import { clausePage } from "./clause-page.ts";
import { criterionPage } from "./criterion-page.ts";
import { factPage } from "./fact-page.ts";
import type { ListName } from "../../model/catalogue-list.ts";
import { LISTS } from "../../model/catalogue-list.ts";
import { listTable } from "./list-table.ts";
import { profilePage } from "./profile-page.ts";
import { scalePage } from "./scale-page.ts";
import { vitalFunctionPage } from "./vital-function-page.ts";

/** A page on the catalogue: it is about no organisation and no day. */
export function cataloguePage(
  title: string,
  subtitle: string,
  blocks: readonly Block[],
  { wording }: CatalogueBrief,
): Page {
  return {
    language: wording.language,
    title,
    subtitle,
    organisation: "",
    asOf: undefined,
    marking: "",
    words: reportWords(wording),
    blocks,
    producer: "",
  };
}

/** Some lists of the catalogue, each a table. */
export function listPage(names: readonly ListName[], brief: CatalogueBrief): Page {
  const title = brief.wording.say("catalogue.handbook.title");
  return cataloguePage(
    title,
    versionOf(brief),
    names.map((name) => listTable(name, brief)),
    brief,
  );
}

/** Which catalogue it is. */
export function versionOf({ catalogue, wording, format }: CatalogueBrief): string {
  const version = wording.say("catalogue.version", {
    version: catalogue.version,
    profile: catalogue.profile.id,
  });
  const own = catalogue.overrides.length;
  return own === 0
    ? version
    : `${version} ${wording.say("catalogue.own", { count: own, shown: format.number(own) })}`;
}

/** The whole catalogue as one document: the lists that are wanted, each object of them, by group. */
export function handbook(wanted: readonly ListName[], brief: CatalogueBrief): Page {
  const { say } = brief.wording;
  const lists = LISTS.filter((name) => wanted.includes(name));
  const contents = lists.flatMap((name) => [
    [reference(say(`catalogue.lists.${name}`), name)],
    ...(name === "criteria"
      ? [...criteriaByGroup(brief).keys()].map((group) => [
          reference(groupTitle(group, brief), `group-${group}`),
        ])
      : []),
  ]);
  return cataloguePage(
    say("catalogue.handbook.title"),
    versionOf(brief),
    [
      paragraph(say("catalogue.handbook.intro")),
      heading(1, "catalogue-contents", say("catalogue.handbook.contents")),
      ...list(contents),
      ...lists.flatMap((name) => [
        heading(1, name, say(`catalogue.lists.${name}`)),
        ...everyObject(name, 2, brief),
      ]),
    ],
    brief,
  );
}

/** The name of a group as a heading. */
export function groupTitle(group: string, brief: CatalogueBrief): string {
  return capital(groupName(group, brief));
}

/** The page of every object of a list, each under a heading of this level; criteria are put under their groups. */
export function everyObject(name: ListName, level: 1 | 2, brief: CatalogueBrief): readonly Block[] {
  const { catalogue, profiles, facts } = brief;
  switch (name) {
    case "criteria":
      return [...criteriaByGroup(brief)].flatMap(([group, criteria]) => [
        heading(2, `group-${group}`, groupTitle(group, brief)),
        ...criteria.flatMap((each) => criterionPage(each, 3, brief)),
      ]);
    case "clauses":
      return [...catalogue.clauses.values()]
        .toSorted((left, right) => brief.format.compare(left.code, right.code))
        .flatMap((each) => clausePage(each, level, brief));
    case "profiles":
      return profiles.flatMap((each) => profilePage(each, level, brief));
    case "scales":
      return Object.entries(catalogue.profile.scales).flatMap(([id, scale]) =>
        scalePage(id, scale, level, brief),
      );
    case "vital-functions":
      return [...catalogue.vitalFunctions.values()].flatMap((each) =>
        vitalFunctionPage(each, level, brief),
      );
    case "facts":
      return facts.flatMap((each) => factPage(each, level, brief));
  }
}
