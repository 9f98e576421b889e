import { criterionWords } from "../../model/criterion.ts";
import { CLASSES } from "../../model/classes.ts";
import type { Clause, ClauseParameter } from "../../model/clause.ts";
import type { Block, Inline } from "../../model/report.ts";
import {
  cell,
  code,
  heading,
  join,
  list,
  paragraph,
  reference,
  strong,
  table,
  text,
} from "../blocks.ts";
import type { CatalogueBrief } from "./catalogue-brief.ts";
import { sourceItems } from "./source-items.ts";

/** All that the library says about a clause, its text included, under a heading of this level. */
export function clausePage(
  clause: Clause,
  level: 1 | 2 | 3,
  brief: CatalogueBrief,
): readonly Block[] {
  const { say, language } = brief.wording;
  const words = clause.text[language];
  return [
    heading(level, `clause-${clause.id}`, `${clause.code} ${words.title}`),
    paragraph(code(clause.id), ` ${clause.version} · `, strong(statusOf(clause, brief))),
    paragraph(words.purpose),
    ...list(aspects(clause, brief)),
    paragraph(strong(`${say("catalogue.clause-text")}:`)),
    ...list(words.items.map(itemText), true),
    ...parameters(clause.parameters, brief),
    ...titled(
      "explain.decide",
      words.decide.map((each) => [text(each)]),
      brief,
    ),
    ...titled(
      "catalogue.assumes",
      words.assumes.map((each) => [text(each)]),
      brief,
    ),
    ...titled(
      "catalogue.conflicts",
      clause.conflicts.map((each) => [strong(`${each.with}:`), text(` ${each.text[language]}`)]),
      brief,
    ),
    ...titled("explain.source", sourceItems(clause.sources, brief), brief),
  ];
}

/** Whether a lawyer has seen it. */
export function statusOf({ status }: Clause, { wording }: CatalogueBrief): string {
  return wording.say(status === "reviewed" ? "explain.reviewed" : "explain.draft");
}

function titled(
  key: string,
  items: readonly (readonly Inline[])[],
  { wording }: CatalogueBrief,
): readonly Block[] {
  return items.length === 0 ? [] : [paragraph(strong(`${wording.say(key)}:`)), ...list(items)];
}

function aspects(clause: Clause, brief: CatalogueBrief): readonly (readonly Inline[])[] {
  const { say } = brief.wording;
  const callers = [...brief.catalogue.criteria.values()].filter(({ remedy }) =>
    remedy.clauses.includes(clause.id),
  );
  const called = callers.map((each) =>
    reference(criterionWords(each, brief.wording.language).title, `criterion-${each.id}`),
  );
  const retrofit = `catalogue.retrofit.${clause.retrofit}`;
  return [
    ...(called.length === 0 ? [] : [[text(`${say("explain.called-by")}: `), ...join(called, " ")]]),
    [
      text(
        `${say("explain.types")}: ${clause.types.map((each) => say(`terms.types.${each}`)).join(", ")}`,
      ),
    ],
    [text(`${say("explain.classes")}: ${clause.classes.join(", ")}`)],
    ...(clause.tender ? [[text(say("catalogue.in-tender"))]] : []),
    [text(say(retrofit))],
    ...clause.needs.map((anyOf) => [text(`${say("catalogue.leans-on")}: ${anyOf.join(" / ")}`)]),
  ];
}

const MARKUP = /\{\{#if [\w-]+\}\}|\{\{\/if\}\}/gu;
const BLANK = /\{\{([\w-]+)\}\}/gu;

/** An item with its points, its blanks in brackets. */
function itemText({
  text: written,
  points,
  after,
}: Clause["text"]["sv"]["items"][number]): readonly Inline[] {
  const lettered = points.map((point, index) => `${String.fromCharCode(97 + index)}) ${point}`);
  const whole = [written, ...lettered, ...(after === undefined ? [] : [after])].join(" ");
  return [text(whole.replace(MARKUP, "").replace(BLANK, "[$1]"))];
}

function parameters(all: readonly ClauseParameter[], brief: CatalogueBrief): readonly Block[] {
  if (all.length === 0) return [];
  const { say, language } = brief.wording;
  return [
    table(
      say("explain.parameters"),
      [
        { title: say("catalogue.columns.id"), width: 16 },
        { title: say("catalogue.columns.name"), width: 24 },
        ...CLASSES.map((title) => ({ title, width: 8 })),
        { title: say("explain.why"), width: 36 },
      ],
      all.map((parameter) => [
        cell([code(parameter.name)]),
        cell(parameter.text[language].name),
        ...CLASSES.map((each) => {
          const value = parameter.defaults[each];
          return cell(value === null ? "–" : brief.write(value));
        }),
        cell(parameter.text[language].why),
      ]),
    ),
  ];
}
