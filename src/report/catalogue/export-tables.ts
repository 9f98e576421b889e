import { CLASSES } from "../../model/classes.ts";
import type { Clause } from "../../model/clause.ts";
import type { CriticalityClass } from "../../model/classes.ts";
import type { Condition } from "../../model/condition.ts";
import type { Criterion } from "../../model/criterion.ts";
import { criterionWords } from "../../model/criterion.ts";
import type { Scale } from "../../model/profile.ts";
import type { SheetCell } from "../../model/workbook.ts";
import { capital } from "../phrases.ts";
import type { CatalogueBrief } from "./catalogue-brief.ts";
import { criteriaByGroup, groupName } from "./catalogue-brief.ts";
import { statusOf } from "./clause-page.ts";
import { conditionText } from "./condition-words.ts";
import type { ListName } from "../../model/catalogue-list.ts";
import { isDoubtful, sourcesText } from "./source-items.ts";

/** A list of the catalogue with all that is said of each object, one a row; the first row is the heading. */
export interface ExportTable {
  readonly name: ListName;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
}

type Value = string | number | undefined;

/** One column: its name in the wording, its width in characters, and what it holds of an object. */
type ExportColumn<T> = readonly [title: string, width: number, of: (object: T) => Value];

export function exportTable(name: ListName, brief: CatalogueBrief): ExportTable {
  const { catalogue, profiles, facts } = brief;
  const { language, say } = brief.wording;
  switch (name) {
    case "criteria":
      return tableOf(
        name,
        [...criteriaByGroup(brief).values()].flat(),
        criterionColumns(brief),
        brief,
      );
    case "clauses":
      return tableOf(name, [...catalogue.clauses.values()], clauseColumns(brief), brief);
    case "profiles":
      return tableOf(
        name,
        profiles,
        [
          ["id", 20, ({ id }) => id],
          [
            "use",
            16,
            ({ id }) => (id === catalogue.profile.id ? say("catalogue.in-use") : undefined),
          ],
          ["partial", 16, ({ partialCredit }) => partialCredit],
          ["removable", 16, ({ removable }) => removable],
        ],
        brief,
      );
    case "scales":
      return tableOf(
        name,
        Object.entries(catalogue.profile.scales),
        [
          ["id", 28, ([id]) => id],
          ...CLASSES.map((each): ExportColumn<[string, Scale]> => [
            each,
            14,
            ([, scale]) => (scale[each] === null ? undefined : brief.write(scale[each])),
          ]),
        ],
        brief,
      );
    case "vital-functions":
      return tableOf(
        name,
        [...catalogue.vitalFunctions.values()].flatMap((whole) => [
          {
            id: whole.id,
            called: whole.name[language],
            sources: sourcesText(whole.sources, brief),
          },
          ...[...whole.parts].map(([id, names]) => ({ id, called: names[language], sources: "" })),
        ]),
        [
          ["id", 20, ({ id }) => id],
          ["name", 50, ({ called }) => capital(called)],
          ["sources", 80, ({ sources }) => sources],
        ],
        brief,
      );
    case "facts":
      return tableOf(
        name,
        facts,
        [
          ["id", 30, (fact) => `fact.${fact.name}`],
          ["name", 40, (fact) => say(`catalogue.facts.${fact.name}.name`)],
          ["meaning", 70, (fact) => say(`catalogue.facts.${fact.name}.text`)],
          ["level", 18, ({ level }) => say(`terms.levels.${level}`)],
          ["value", 20, ({ kind }) => say(`catalogue.kinds.${kind}`)],
          ["reads", 50, ({ needs }) => needs.join(", ") || say("catalogue.whole-register")],
        ],
        brief,
      );
  }
}

function criterionColumns(brief: CatalogueBrief): readonly ExportColumn<Criterion>[] {
  const { say, language } = brief.wording;
  const told = (condition: Condition | undefined): Value =>
    condition === undefined ? undefined : conditionText(condition, brief);
  const asked =
    (
      of: (criterion: Criterion, criticality: CriticalityClass) => Value,
      criticality: CriticalityClass,
    ) =>
    (criterion: Criterion): Value =>
      criterion.severity[criticality] === undefined ? undefined : of(criterion, criticality);
  return [
    ["id", 30, ({ id }) => id],
    ["title", 44, (criterion) => criterionWords(criterion, language).title],
    ["group", 20, ({ group }) => groupName(group, brief)],
    ["level", 16, ({ level }) => say(`terms.levels.${level}`)],
    ["situations", 12, ({ situations }) => situations.join(", ")],
    ["statutory", 12, ({ statutory }) => (statutory ? say("catalogue.words.yes") : undefined)],
    ...CLASSES.map((each): ExportColumn<Criterion> => [
      `severity-${each}`,
      14,
      ({ severity }) => {
        const here = severity[each];
        return here === undefined ? undefined : say(`terms.severities.${here}`);
      },
    ]),
    ...CLASSES.map((each): ExportColumn<Criterion> => [
      `proof-${each}`,
      18,
      asked(({ proof }, at) => say(`explain.proof-kinds.${proof.kind[at]}`), each),
    ]),
    ...CLASSES.map((each): ExportColumn<Criterion> => [
      `age-${each}`,
      12,
      asked(({ proof }, at) => proof.valid[at] ?? undefined, each),
    ]),
    ["why", 50, (criterion) => criterionWords(criterion, language).why],
    ["do", 60, (criterion) => criterionWords(criterion, language).do],
    ["ask", 44, (criterion) => criterionWords(criterion, language).ask],
    ["applies", 44, ({ applies }) => told(applies)],
    ["rule", 44, ({ met }) => told(met)],
    ["half", 44, ({ partial }) => told(partial)],
    ["clauses", 24, ({ remedy }) => remedy.clauses.join(", ")],
    ["gaps", 14, ({ gaps }) => gaps.join(", ")],
    ["effort", 24, ({ remedy }) => say(`catalogue.effort.${String(remedy.effort)}`)],
    ["sources", 60, ({ sources }) => sourcesText(sources, brief)],
    [
      "doubtful",
      14,
      ({ sources }) => (sources.some(isDoubtful) ? say("catalogue.words.yes") : undefined),
    ],
    ["version", 10, ({ version }) => version],
  ];
}

function clauseColumns(brief: CatalogueBrief): readonly ExportColumn<Clause>[] {
  const { say, language } = brief.wording;
  return [
    ["code", 10, ({ code }) => code],
    ["id", 26, ({ id }) => id],
    ["title", 44, ({ text }) => text[language].title],
    ["purpose", 60, ({ text }) => text[language].purpose],
    ["types", 30, ({ types }) => types.map((each) => say(`terms.types.${each}`)).join(", ")],
    ["classes", 16, ({ classes }) => classes.join(", ")],
    ["status", 40, (clause) => statusOf(clause, brief)],
    [
      "blanks",
      40,
      ({ parameters }) => parameters.map(({ text }) => text[language].name).join(", "),
    ],
    ["gaps", 14, ({ gaps }) => gaps.join(", ")],
    ["sources", 60, ({ sources }) => sourcesText(sources, brief)],
    ["version", 10, ({ version }) => version],
  ];
}

function tableOf<T>(
  name: ListName,
  objects: readonly T[],
  columns: readonly ExportColumn<T>[],
  { wording: { say } }: CatalogueBrief,
): ExportTable {
  const title = (key: string): string => {
    const [, what, criticality] = /^(severity|proof|age)-(K\d)$/u.exec(key) ?? [];
    if (what !== undefined) return `${say(`catalogue.columns.${what}`)} ${criticality ?? ""}`;
    return /^K\d$/u.test(key) ? key : say(`catalogue.columns.${key}`);
  };
  return {
    name,
    widths: columns.map(([, width]) => width),
    rows: [
      columns.map(([key]) => ({ kind: "text", look: "heading", text: title(key) })),
      ...objects.map((object) => columns.map(([, , of]) => cellOf(of(object)))),
    ],
  };
}

function cellOf(value: Value): SheetCell {
  if (value === undefined || value === "") return { kind: "blank", look: "plain", of: "text" };
  return typeof value === "number"
    ? { kind: "number", look: "plain", value }
    : { kind: "text", look: "plain", text: value };
}
