import type { ContractAssessment } from "../../model/assessment.ts";
import { gravestOf } from "../../model/classes.ts";
import type { Block, Cell, Inline } from "../../model/report.ts";
import { byCodeUnits } from "../../model/values.ts";
import { vitalFunctionName } from "../../model/vital-function.ts";
import { cell, heading, join, paragraph, table } from "../blocks.ts";
import type { ReportBrief } from "../brief.ts";
import { contractLink } from "../names.ts";
import { classText } from "../phrases.ts";

/** Which vital functions of society the contracts hold up; left out where no contract names any. */
export function vitalFunctions(brief: ReportBrief): readonly Block[] {
  const { say } = brief.wording;
  const byCode = new Map<string, ContractAssessment[]>();
  for (const each of brief.assessment.contracts) {
    for (const code of each.vitalFunctions) byCode.set(code, [...(byCode.get(code) ?? []), each]);
  }
  if (byCode.size === 0) return [];
  return [
    heading(1, "vital-functions", say("report.vital-functions.title")),
    paragraph(say("report.vital-functions.intro")),
    table(
      say("report.vital-functions.caption"),
      [
        { title: say("report.columns.vital-function"), width: 46 },
        { title: say("report.columns.class"), width: 18 },
        { title: say("report.columns.contracts"), width: 36 },
      ],
      [...byCode]
        .sort(([left], [right]) => byCodeUnits(left, right))
        .map(([code, contracts]) => functionRow(brief, code, contracts)),
    ),
    paragraph(
      say("report.vital-functions.without", {
        count: brief.assessment.contracts.filter((each) => each.vitalFunctions.length === 0).length,
      }),
    ),
  ];
}

function functionRow(
  brief: ReportBrief,
  code: string,
  contracts: readonly ContractAssessment[],
): readonly Cell[] {
  const { language } = brief.wording;
  // The class of a function is the gravest among the contracts that hold it up.
  const gravest = gravestOf(contracts.map(({ classification }) => classification.decided));
  const name = vitalFunctionName(code, brief.vitalFunctions, language) ?? code;
  const whole = vitalFunctionName(code.split(".")[0] ?? "", brief.vitalFunctions, language);
  const links: readonly Inline[] = contracts.map(contractLink);
  return [
    cell(whole === undefined || whole === name ? name : `${name} (${whole})`),
    cell(gravest === undefined ? "" : classText(brief, gravest)),
    cell(join(links, ", ")),
  ];
}
