import type { ContractAssessment } from "../../model/assessment.ts";
import type { Block, Cell, Inline } from "../../model/report.ts";
import { cell, code, heading, join, list, paragraph, strong, table, text } from "../blocks.ts";
import type { ReportBrief } from "../brief.ts";
import { classLines } from "../classified.ts";
import { anchorOf, contractName, contractTitle, hasOwnPage, supplierNameOf } from "../names.ts";
import { byUrgency } from "../order.ts";
import {
  classText,
  gradeText,
  gradeTone,
  mostUrgent,
  priorityRowText,
  priorityText,
  priorityTone,
  scoreText,
  termOf,
} from "../phrases.ts";
import { scoreTable } from "../scores.ts";
import { verdictBlocks } from "../verdicts.ts";

type Line = readonly Inline[];

/** Each contract that is or may be K3 or K4 on its own, the others as rows of one table. */
export function contracts(brief: ReportBrief): readonly Block[] {
  const { wording, assessment } = brief;
  const sorted = byUrgency(assessment.contracts);
  const own = sorted.filter(hasOwnPage);
  const others = sorted.filter((assessed) => !hasOwnPage(assessed));
  return [
    { kind: "page-break" },
    heading(1, "contracts", wording.say("report.contract.title")),
    ...(own.length === 0 ? [paragraph(wording.say("report.contract.none"))] : []),
    ...own.flatMap((assessed) => contractPage(brief, assessed)),
    heading(2, "other-contracts", wording.say("report.contract.others")),
    ...otherContracts(brief, others),
  ];
}

function contractPage(brief: ReportBrief, assessed: ContractAssessment): readonly Block[] {
  const { contract, classification, preparedness, judgements, supplierJudgements } = assessed;
  const name = contractName(brief, contract);
  const anchor = anchorOf("contract", contract.id);
  return [
    heading(2, anchor, name),
    ...list([
      ...classLines(brief, contract, classification),
      preparednessLine(brief, assessed),
      priorityLine(brief, assessed),
      ...factLines(brief, assessed),
    ]),
    ...scoreTable(brief, brief.wording.say("report.scores.caption", { name }), preparedness),
    ...verdictBlocks(brief, [...judgements, ...supplierJudgements], anchor, contract.accepted),
  ];
}

function preparednessLine(brief: ReportBrief, { preparedness }: ContractAssessment): Line {
  const { wording, format } = brief;
  const label = strong(wording.say("report.contract.preparedness"));
  if (preparedness === undefined) return [label, text(` ${scoreText(brief, undefined)}`)];
  const sentence = wording.say("report.contract.score", {
    bounds: format.shares(preparedness.bounds),
    grade: gradeText(brief, preparedness),
    unknown: format.share(preparedness.unknownShare),
  });
  return [label, text(` ${sentence}`)];
}

function priorityLine(brief: ReportBrief, { priority }: ContractAssessment): Line {
  const { say } = brief.wording;
  const sentence = say("report.contract.priority-row", {
    priority: priorityText(priority),
    name: say(`terms.priorities.${mostUrgent(priority)}`),
    row: priority.row,
    reason: priorityRowText(brief, priority.row),
  });
  return [strong(say("report.contract.priority")), text(` ${sentence}`)];
}

function factLines(brief: ReportBrief, assessed: ContractAssessment): readonly Line[] {
  const { contract, value, actions } = assessed;
  const { wording, format } = brief;
  const line = (name: string, written: string | undefined): readonly Line[] =>
    written === undefined || written === ""
      ? []
      : [[strong(wording.say(`report.contract.${name}`)), text(` ${written}`)]];
  const types = [contract.type, ...contract.also].flatMap((type) =>
    type === undefined ? [] : [termOf(brief, "types", type)],
  );
  const suppliers = contract.suppliers.map(({ supplier }) => supplierNameOf(brief, supplier));
  return [
    ...line("stage", contract.stage && termOf(brief, "stages", contract.stage)),
    ...line("type", types.join(", ")),
    ...line("suppliers", suppliers.join(", ")),
    ...line("unit", contract.unit),
    ...line(
      "value",
      value.perYear === undefined ? undefined : format.money(value.perYear, value.currency),
    ),
    ...(actions.length === 0
      ? []
      : [
          [
            strong(wording.say("report.contract.actions")),
            text(" "),
            ...join(actions.map(code), ", "),
          ],
        ]),
  ];
}

function otherContracts(
  brief: ReportBrief,
  others: readonly ContractAssessment[],
): readonly Block[] {
  const { say } = brief.wording;
  if (others.length === 0) return [paragraph(say("report.contract.no-others"))];
  return [
    table(
      say("report.contract.others-caption"),
      [
        { title: say("report.columns.contract"), width: 16 },
        { title: say("report.columns.title"), width: 26 },
        { title: say("report.columns.class"), width: 14 },
        { title: say("report.columns.preparedness"), width: 12, align: "end" },
        { title: say("report.columns.grade"), width: 12 },
        { title: say("report.columns.not-met"), width: 7, align: "end" },
        { title: say("report.columns.unknown"), width: 7, align: "end" },
        { title: say("report.columns.priority"), width: 6 },
      ],
      others.map((assessed) => otherRow(brief, assessed)),
    ),
  ];
}

function otherRow(brief: ReportBrief, assessed: ContractAssessment): readonly Cell[] {
  const { contract, classification, preparedness, judgements, priority } = assessed;
  const count = (verdict: string): string =>
    brief.format.number(
      judgements.filter((each) => each.verdict === verdict && !each.accepted).length,
    );
  return [
    cell(contract.id),
    cell(contractTitle(brief, contract)),
    cell(classText(brief, classification.decided)),
    cell(scoreText(brief, preparedness)),
    cell(gradeText(brief, preparedness), gradeTone(preparedness)),
    cell(count("not-met")),
    cell(count("unknown")),
    cell(priorityText(priority), priorityTone(priority)),
  ];
}
