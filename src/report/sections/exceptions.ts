import type { CatalogueOverride, Judgement } from "../../model/assessment.ts";
import type { Acceptance } from "../../model/register.ts";
import type { Block, Cell, Inline } from "../../model/report.ts";
import { cell, code, heading, paragraph, table } from "../blocks.ts";
import type { Column } from "../blocks.ts";
import type { ReportBrief } from "../brief.ts";
import { criterionText } from "../described.ts";
import { subjectText } from "../names.ts";
import { classText, termOf } from "../phrases.ts";

/** Everything that was accepted, decided otherwise, left out or is over: every one, with its reason. */
export function exceptions(brief: ReportBrief): readonly Block[] {
  const { say } = brief.wording;
  return [
    heading(1, "exceptions", say("report.exceptions.title")),
    paragraph(say("report.exceptions.intro")),
    ...part(brief, "acceptances", ACCEPTANCE, acceptanceRows(brief)),
    ...part(brief, "class-overrides", CLASS_OVERRIDE, classOverrideRows(brief)),
    ...part(brief, "catalogue-overrides", CATALOGUE_OVERRIDE, catalogueOverrideRows(brief)),
    ...part(brief, "switched-off", SWITCHED_OFF, switchedOffRows(brief)),
    ...part(brief, "not-applicable", NOT_APPLICABLE, notApplicableRows(brief)),
    ...part(brief, "ended", ENDED, endedRows(brief)),
  ];
}

type Widths = readonly (readonly [column: string, width: number])[];

const ACCEPTANCE: Widths = [
  ["subject", 20],
  ["criterion", 24],
  ["because", 22],
  ["by", 12],
  ["until", 11],
  ["place", 11],
];
const CLASS_OVERRIDE: Widths = [
  ["subject", 20],
  ["class", 12],
  ["computed", 14],
  ["because", 24],
  ["by", 15],
  ["approved", 15],
];
const CATALOGUE_OVERRIDE: Widths = [
  ["kind", 10],
  ["id", 20],
  ["change", 16],
  ["because", 22],
  ["by", 11],
  ["until", 10],
  ["place", 11],
];
const SWITCHED_OFF: Widths = [
  ["criterion", 22],
  ["because", 32],
  ["by", 16],
  ["until", 13],
  ["place", 17],
];
const NOT_APPLICABLE: Widths = [
  ["subject", 28],
  ["criterion", 34],
  ["because", 38],
];
const ENDED: Widths = [
  ["subject", 60],
  ["place", 40],
];

function part(
  { wording }: ReportBrief,
  name: string,
  widths: Widths,
  rows: readonly (readonly Cell[])[],
): readonly Block[] {
  const title = wording.say(`report.exceptions.${name}.title`);
  const columns = widths.map(([column, width]): Column => ({
    title: wording.say(`report.columns.${column}`),
    width,
  }));
  return [
    heading(2, `exceptions-${name}`, title),
    rows.length === 0
      ? paragraph(wording.say(`report.exceptions.${name}.none`))
      : table(wording.say(`report.exceptions.${name}.caption`), columns, rows),
  ];
}

function acceptanceRows(brief: ReportBrief): readonly (readonly Cell[])[] {
  const { organisation, suppliers, contracts, ended } = brief.assessment;
  const subjects = [
    organisation,
    ...suppliers.map(({ supplier }) => supplier),
    ...contracts.map(({ contract }) => contract),
    ...ended,
  ];
  return subjects.flatMap(({ id, accepted }) =>
    accepted.map((acceptance) => acceptanceRow(brief, id, acceptance)),
  );
}

function acceptanceRow(brief: ReportBrief, id: string, acceptance: Acceptance): readonly Cell[] {
  const { criterion, because, by, until, place } = acceptance;
  const isOver = until < brief.assessment.asOf;
  const day = brief.format.day(until);
  return [
    cell(subjectText(brief, id)),
    cell(criterionText(brief, criterion).title),
    cell(because),
    cell(by),
    isOver
      ? cell(brief.wording.say("report.exceptions.acceptances.over", { day }), "poor")
      : cell(day),
    cell([code(brief.locate(place))]),
  ];
}

function classOverrideRows(brief: ReportBrief): readonly (readonly Cell[])[] {
  const { say } = brief.wording;
  return brief.assessment.contracts.flatMap(({ contract, classification }) => {
    const { override, computed } = classification;
    if (override === undefined) return [];
    const idle = override.effective ? "" : ` (${say("report.exceptions.class-overrides.idle")})`;
    return [
      [
        cell(subjectText(brief, contract.id)),
        cell(`${override.class}${idle}`),
        cell(classText(brief, computed)),
        cell(override.because),
        cell(override.by),
        cell(override.approvedBy ?? say("terms.not-said")),
      ],
    ];
  });
}

function catalogueOverrideRows(brief: ReportBrief): readonly (readonly Cell[])[] {
  return brief.assessment.provenance.overrides
    .filter(({ what }) => what !== "off")
    .map((override) => [
      cell(termOf(brief, "kinds", override.kind)),
      cell([code(override.id)]),
      cell(changeText(brief, override)),
      ...reasonCells(brief, override),
    ]);
}

/** What is not asked at all: counted nowhere, and so listed apart. */
function switchedOffRows(brief: ReportBrief): readonly (readonly Cell[])[] {
  return brief.assessment.provenance.overrides
    .filter(({ what }) => what === "off")
    .map((override) => [cell([code(override.id)]), ...reasonCells(brief, override)]);
}

function changeText(brief: ReportBrief, { what, changes }: CatalogueOverride): string {
  const name = termOf(brief, "changes", what);
  return changes.length === 0 ? name : `${name}: ${changes.join(", ")}`;
}

function reasonCells(brief: ReportBrief, override: CatalogueOverride): readonly Cell[] {
  const { because, by, until, over, place } = override;
  const { say } = brief.wording;
  const day = until === undefined ? undefined : brief.format.day(until);
  const end =
    day === undefined
      ? cell(say("report.exceptions.no-end"))
      : over
        ? cell(say("report.exceptions.over", { day }), "poor")
        : cell(day);
  return [cell(because), cell(by), end, cell([code(brief.locate(place))])];
}

/** Only what somebody answered so: what the catalogue itself does not ask for is no exception. */
function notApplicableRows(brief: ReportBrief): readonly (readonly Cell[])[] {
  const { assessment } = brief;
  const rows = (subject: readonly Inline[], judgements: readonly Judgement[]) =>
    judgements.flatMap(({ verdict, because, criterion }) =>
      verdict === "not-applicable" && because !== undefined
        ? [[cell(subject), cell(criterionText(brief, criterion).title), cell(because)]]
        : [],
    );
  return [
    ...rows(subjectText(brief, assessment.organisation.id), assessment.organisationJudgements),
    ...rows(subjectText(brief, undefined), assessment.portfolioJudgements),
    ...assessment.suppliers.flatMap(({ supplier, judgements }) =>
      rows(subjectText(brief, supplier.id), judgements),
    ),
    ...assessment.contracts.flatMap(({ contract, judgements }) =>
      rows(subjectText(brief, contract.id), judgements),
    ),
  ];
}

function endedRows(brief: ReportBrief): readonly (readonly Cell[])[] {
  return brief.assessment.ended.map(({ id, place }) => [
    cell(subjectText(brief, id)),
    cell([code(brief.locate(place))]),
  ]);
}
