import type { ListName } from "../../model/catalogue-list.ts";
import type { CriticalityClass } from "../../model/classes.ts";
import { CLASSES } from "../../model/classes.ts";
import type { Criterion, Level, Situation } from "../../model/criterion.ts";
import { criterionWords } from "../../model/criterion.ts";
import type { Block } from "../../model/report.ts";
import { cell, code, table } from "../blocks.ts";
import type { Column } from "../blocks.ts";
import { capital } from "../phrases.ts";
import type { CatalogueBrief } from "./catalogue-brief.ts";
import { criteriaByGroup, isClassed } from "./catalogue-brief.ts";
import { fieldWords } from "./condition-words.ts";
import { scalesTable } from "./scale-page.ts";

/** Which criteria are wanted; what is undefined does not matter. */
export interface CriterionFilter {
  readonly level: Level | undefined;
  readonly group: string | undefined;
  /** Those that ask something at this class. */
  readonly class: CriticalityClass | undefined;
  readonly situation: Situation | undefined;
  /** True: those alone that the law demands. */
  readonly statutory: boolean;
}

/** The brief with those criteria alone that pass the filter. */
export function filtered(brief: CatalogueBrief, filter: CriterionFilter): CatalogueBrief {
  const kept = [...brief.catalogue.criteria].filter(([, criterion]) => passes(criterion, filter));
  return { ...brief, catalogue: { ...brief.catalogue, criteria: new Map(kept) } };
}

function passes(
  criterion: Criterion,
  { level, group, class: criticality, situation, statutory }: CriterionFilter,
): boolean {
  return (
    (level === undefined || criterion.level === level) &&
    (group === undefined || criterion.group === group) &&
    (criticality === undefined || criterion.severity[criticality] !== undefined) &&
    (situation === undefined || criterion.situations.includes(situation)) &&
    (!statutory || criterion.statutory)
  );
}

/** A list of the catalogue as a table: the names, and what tells the objects apart. */
export function listTable(list: ListName, brief: CatalogueBrief): Block {
  switch (list) {
    case "criteria":
      return criteriaTable(brief);
    case "clauses":
      return clausesTable(brief);
    case "profiles":
      return profilesTable(brief);
    case "scales":
      return scalesTable(Object.entries(brief.catalogue.profile.scales), brief);
    case "vital-functions":
      return vitalFunctionsTable(brief);
    case "facts":
      return factsTable(brief);
  }
}

/** How many objects a list has. */
export function countIn(list: ListName, { catalogue, profiles, facts }: CatalogueBrief): number {
  switch (list) {
    case "criteria":
      return catalogue.criteria.size;
    case "clauses":
      return catalogue.clauses.size;
    case "profiles":
      return profiles.length;
    case "scales":
      return Object.keys(catalogue.profile.scales).length;
    case "vital-functions":
      return catalogue.vitalFunctions.size;
    case "facts":
      return facts.length;
  }
}

function columnsOf(
  brief: CatalogueBrief,
  widths: Readonly<Record<string, number>>,
): readonly Column[] {
  const { say } = brief.wording;
  return Object.entries(widths).map(([key, width]) => ({
    title: say(`catalogue.columns.${key}`),
    width,
  }));
}

function criteriaTable(brief: CatalogueBrief): Block {
  const { say, language } = brief.wording;
  return table(
    say("catalogue.lists.criteria"),
    columnsOf(brief, { id: 26, title: 28, group: 14, level: 10, severity: 22 }),
    [...criteriaByGroup(brief).values()]
      .flat()
      .map((criterion) => [
        cell([code(criterion.id)]),
        cell(criterionWords(criterion, language).title),
        cell([code(criterion.group)]),
        cell(say(`terms.levels.${criterion.level}`)),
        cell(severityText(criterion, brief)),
      ]),
  );
}

/** `K3 high, K4 decisive`; at levels without a class the severity alone. */
function severityText(criterion: Criterion, { wording: { say } }: CatalogueBrief): string {
  const name = (each: CriticalityClass): string | undefined => {
    const severity = criterion.severity[each];
    return severity === undefined ? undefined : say(`terms.severities.${severity}`);
  };
  const statutory = criterion.statutory ? ` · ${say("catalogue.statutory")}` : "";
  if (!isClassed(criterion)) return (name("K1") ?? "–") + statutory;
  const said = CLASSES.flatMap((each) => {
    const here = name(each);
    return here === undefined ? [] : [`${each} ${here}`];
  });
  return said.join(", ") + statutory;
}

function clausesTable(brief: CatalogueBrief): Block {
  const { say, language } = brief.wording;
  return table(
    say("catalogue.lists.clauses"),
    columnsOf(brief, { code: 8, id: 20, title: 36, types: 24, classes: 12 }),
    [...brief.catalogue.clauses.values()]
      .toSorted((left, right) => brief.format.compare(left.code, right.code))
      .map((clause) => [
        cell(clause.code),
        cell([code(clause.id)]),
        cell(clause.text[language].title),
        cell(clause.types.map((each) => say(`terms.types.${each}`)).join(", ")),
        cell(clause.classes.join(", ")),
      ]),
  );
}

function profilesTable(brief: CatalogueBrief): Block {
  const { say } = brief.wording;
  return table(
    say("catalogue.lists.profiles"),
    columnsOf(brief, { id: 40, use: 60 }),
    brief.profiles.map(({ id }) => [
      cell([code(id)]),
      cell(id === brief.catalogue.profile.id ? say("catalogue.in-use") : "–"),
    ]),
  );
}

function vitalFunctionsTable(brief: CatalogueBrief): Block {
  const { language, say } = brief.wording;
  return table(
    say("catalogue.lists.vital-functions"),
    columnsOf(brief, { id: 12, name: 40, parts: 48 }),
    [...brief.catalogue.vitalFunctions.values()].map(({ id, name, parts }) => [
      cell([code(id)]),
      cell(capital(name[language])),
      cell([...parts].map(([part, names]) => `${part} ${names[language]}`).join(", ") || "–"),
    ]),
  );
}

function factsTable(brief: CatalogueBrief): Block {
  const { say } = brief.wording;
  return table(
    say("catalogue.lists.facts"),
    columnsOf(brief, { id: 24, name: 36, level: 12, reads: 28 }),
    brief.facts.map((fact) => [
      cell([code(fact.name)]),
      cell(say(`catalogue.facts.${fact.name}.name`)),
      cell(say(`terms.levels.${fact.level}`)),
      cell(
        fact.needs.length === 0
          ? say("catalogue.whole-register")
          : fact.needs.flatMap((need, index) => [
              ...(index === 0 ? [] : [", "]),
              ...fieldWords(need, brief),
            ]),
      ),
    ]),
  );
}
