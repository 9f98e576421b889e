import { CLASSES } from "../../model/classes.ts";
import type { Condition } from "../../model/condition.ts";
import type { Criterion } from "../../model/criterion.ts";
import { criterionWords } from "../../model/criterion.ts";
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
import { groupName, isClassed } from "./catalogue-brief.ts";
import { conditionParts } from "./condition-words.ts";
import { sourceItems } from "./source-items.ts";

/** All that the catalogue says about a criterion, under a heading of this level. */
export function criterionPage(
  criterion: Criterion,
  level: 1 | 2 | 3,
  brief: CatalogueBrief,
): readonly Block[] {
  const { say, language } = brief.wording;
  const words = criterionWords(criterion, language);
  const said = (key: string, written: string): Block =>
    paragraph(strong(`${say(`explain.${key}`)}:`), ` ${written}`);
  return [
    heading(level, `criterion-${criterion.id}`, words.title),
    paragraph(
      code(criterion.id),
      ` ${criterion.version} · ${aspects(criterion, brief).join(" · ")}`,
    ),
    said("why", words.why),
    said("do", words.do),
    said("ask", words.ask),
    ...ownDecisions(criterion, brief),
    byClass(criterion, brief),
    ...condition("applies", criterion.applies, brief),
    ...condition("rule", criterion.met, brief),
    ...condition("partial", criterion.partial, brief),
    ...remedy(criterion, brief),
    paragraph(strong(`${say("explain.source")}:`)),
    ...list(sourceItems(criterion.sources, brief)),
    ...examples(criterion, brief),
  ];
}

function aspects(criterion: Criterion, brief: CatalogueBrief): readonly string[] {
  const { say } = brief.wording;
  return [
    groupName(criterion.group, brief),
    `${say("explain.level")}: ${say(`terms.levels.${criterion.level}`)}`,
    brief.format.list(criterion.situations.map((each) => say(`terms.situations.${each}`))),
    ...(criterion.statutory ? [say("catalogue.statutory")] : []),
  ];
}

/** What the organisation decided otherwise about it, why and in which role. */
function ownDecisions({ id }: Criterion, brief: CatalogueBrief): readonly Block[] {
  const { say } = brief.wording;
  const own = brief.catalogue.overrides.filter(
    (each) => each.kind === "criterion" && each.id === id,
  );
  if (own.length === 0) return [];
  return [
    paragraph(strong(`${say("explain.own")}:`)),
    ...list(
      own.map(({ what, changes, because, by, until, over }) => {
        const name = say(`terms.changes.${what}`);
        const change = changes.length === 0 ? name : `${name} (${changes.join(", ")})`;
        const day = until === undefined ? "" : brief.format.day(until);
        const end =
          until === undefined
            ? ""
            : `; ${say(`explain.${over ? "own-over" : "own-until"}`, { day })}`;
        return [text(`${change}: ${because} (${by}${end})`)];
      }),
    ),
  ];
}

function byClass(criterion: Criterion, brief: CatalogueBrief): Block {
  const { say } = brief.wording;
  const { severity, proof } = criterion;
  const classed = isClassed(criterion);
  const rows = (classed ? CLASSES : (["K1"] as const)).map((each) => {
    const here = severity[each];
    const first = classed ? [cell(each)] : [];
    if (here === undefined)
      return [...first, cell(say("catalogue.not-asked")), cell("–"), cell("–")];
    const months = proof.valid[each];
    return [
      ...first,
      cell(say(`terms.severities.${here}`)),
      cell(say(`explain.proof-kinds.${proof.kind[each]}`)),
      cell(months === null ? say("catalogue.ageless") : brief.format.period({ months })),
    ];
  });
  return table(
    say("catalogue.asked-of"),
    [
      ...(classed ? [{ title: say("explain.class"), width: 10 }] : []),
      { title: say("explain.severity"), width: 20 },
      { title: say("explain.proof"), width: 40 },
      { title: say("catalogue.greatest-age"), width: 20 },
    ],
    rows,
  );
}

function condition(
  key: "applies" | "rule" | "partial",
  written: Condition | undefined,
  brief: CatalogueBrief,
): readonly Block[] {
  if (written === undefined) return [];
  const { lead, parts } = conditionParts(written, brief);
  const title = brief.wording.say(`explain.${key}`);
  return [paragraph(strong(`${title}:`), ...(lead === "" ? [] : [` ${lead}`])), ...list(parts)];
}

function remedy(
  { remedy: { clauses, effort }, gaps }: Criterion,
  brief: CatalogueBrief,
): readonly Block[] {
  const { say } = brief.wording;
  const items: (readonly Inline[])[] = [
    [text(`${say("catalogue.effort.title")}: ${say(`catalogue.effort.${String(effort)}`)}`)],
  ];
  if (clauses.length > 0)
    items.push([
      text(`${say("explain.clauses")}: `),
      ...join(
        clauses.map((id) => clauseLink(id, brief)),
        ", ",
      ),
    ]);
  if (gaps.length > 0) items.push([text(`${say("catalogue.gaps")}: ${gaps.join(", ")}`)]);
  return [paragraph(strong(`${say("catalogue.remedy")}:`)), ...list(items)];
}

/** A clause by its title, linked where the library has it; else by its id. */
function clauseLink(id: string, { catalogue, wording }: CatalogueBrief): Inline {
  const clause = catalogue.clauses.get(id);
  return clause === undefined
    ? code(id)
    : reference(`${clause.code} ${clause.text[wording.language].title}`, `clause-${id}`);
}

/** Each case with its verdict, in one line: what a register says of it may be long. */
function examples(criterion: Criterion, brief: CatalogueBrief): readonly Block[] {
  const { say } = brief.wording;
  const classed = isClassed(criterion);
  const items = criterion.examples.map((example): readonly Inline[] => {
    const given = { ...example.given, ...example.facts };
    const nothing = Object.keys(given).length === 0;
    const half = example.partial ? `, ${say("terms.verdict-details.partial")}` : "";
    return [
      ...(classed ? [text(`${example.class}: `)] : []),
      nothing ? text(say("catalogue.nothing-said")) : code(brief.write(given)),
      text(" → "),
      strong(say(`terms.verdicts.${example.verdict}`) + half),
    ];
  });
  return [paragraph(strong(`${say("catalogue.examples")}:`)), ...list(items)];
}
