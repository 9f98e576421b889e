import type { SupplierAssessment } from "../../model/assessment.ts";
import { rankOf } from "../../model/classes.ts";
import type { Block, Cell } from "../../model/report.ts";
import { cell, heading, paragraph, reference, table, text } from "../blocks.ts";
import type { ReportBrief } from "../brief.ts";
import { anchorOf, supplierName } from "../names.ts";
import { classText, gradeText, gradeTone, scoreText } from "../phrases.ts";
import { verdictBlocks } from "../verdicts.ts";

/** All suppliers on one row each, and those of critical contracts with their verdicts. */
export function suppliers(brief: ReportBrief): readonly Block[] {
  const { wording, format, assessment } = brief;
  const title = heading(1, "suppliers", wording.say("report.supplier.title"));
  const sorted = assessment.suppliers.toSorted((left, right) =>
    format.compare(supplierName(brief, left.supplier), supplierName(brief, right.supplier)),
  );
  if (sorted.length === 0) return [title, paragraph(wording.say("report.supplier.none"))];
  return [
    title,
    paragraph(wording.say("report.supplier.intro")),
    supplierTable(brief, sorted),
    ...sorted.filter(isCritical).flatMap((assessed) => supplierPage(brief, assessed)),
  ];
}

/** Supplies a contract that is or may be K3 or K4. */
function isCritical({ class: highest }: SupplierAssessment): boolean {
  return highest !== undefined && rankOf(highest.high) >= rankOf("K3");
}

function supplierTable(brief: ReportBrief, sorted: readonly SupplierAssessment[]): Block {
  const { say } = brief.wording;
  return table(
    say("report.supplier.caption"),
    [
      { title: say("report.columns.supplier"), width: 28 },
      { title: say("report.columns.class"), width: 22 },
      { title: say("report.columns.preparedness"), width: 14, align: "end" },
      { title: say("report.columns.grade"), width: 16 },
      { title: say("report.columns.not-met"), width: 10, align: "end" },
      { title: say("report.columns.unknown"), width: 10, align: "end" },
    ],
    sorted.map((assessed) => supplierRow(brief, assessed)),
  );
}

function supplierRow(brief: ReportBrief, assessed: SupplierAssessment): readonly Cell[] {
  const { supplier, class: highest, judgements, preparedness } = assessed;
  const name = supplierName(brief, supplier);
  const count = (verdict: string): string =>
    brief.format.number(
      judgements.filter((each) => each.verdict === verdict && !each.accepted).length,
    );
  return [
    cell([isCritical(assessed) ? reference(name, anchorOf("supplier", supplier.id)) : text(name)]),
    cell(
      highest === undefined ? brief.wording.say("terms.no-contracts") : classText(brief, highest),
    ),
    cell(scoreText(brief, preparedness)),
    cell(gradeText(brief, preparedness), gradeTone(preparedness)),
    cell(count("not-met")),
    cell(count("unknown")),
  ];
}

function supplierPage(brief: ReportBrief, assessed: SupplierAssessment): readonly Block[] {
  const anchor = anchorOf("supplier", assessed.supplier.id);
  return [
    heading(2, anchor, supplierName(brief, assessed.supplier)),
    ...verdictBlocks(brief, assessed.judgements, anchor, assessed.supplier.accepted),
  ];
}
