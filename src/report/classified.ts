import type { Classification } from "../model/assessment.ts";
import type { ClassInterval } from "../model/classes.ts";
import { isDecided, rankOf } from "../model/classes.ts";
import type { Contract } from "../model/register.ts";
import type { Inline } from "../model/report.ts";
import { isRawObject, parseDay } from "../model/values.ts";
import { code, join, strong, text } from "./blocks.ts";
import type { ReportBrief } from "./brief.ts";
import { askFor } from "./described.ts";
import { subjectText } from "./names.ts";
import { classRowText, classText } from "./phrases.ts";

type Line = readonly Inline[];

/** Why a contract is of its class: the rows, who answered, what was inherited or decided, what is open. */
export function classLines(
  brief: ReportBrief,
  contract: Contract,
  classification: Classification,
): readonly Line[] {
  const { say } = brief.wording;
  const { decided, inheritedFrom, stale } = classification;
  return [
    [strong(say("report.contract.class")), text(` ${classText(brief, decided)}`)],
    ...(isCriticalAtMost(decided) ? [[text(say("report.contract.maybe"))]] : []),
    ...reasonLines(brief, classification),
    ...assessedLine(brief, contract),
    ...inheritedFrom.map((id): Line => [
      text(`${say("report.contract.inherited")} `),
      ...subjectText(brief, id),
    ]),
    ...overrideLines(brief, classification),
    ...(stale ? [[text(say("report.contract.class-stale"))]] : []),
    ...decisiveLines(brief, classification),
  ];
}

/** May be K3 or K4, but is not for certain: then the class comes before any demand. */
function isCriticalAtMost({ low, high }: ClassInterval): boolean {
  return rankOf(low) < rankOf("K3") && rankOf(high) >= rankOf("K3");
}

function reasonLines(brief: ReportBrief, { decided, rows, tableRows }: Classification): Line[] {
  const { say } = brief.wording;
  const reason = (key: string, row: string, underlying: string): Line => {
    const because = say(key, { row, reason: classRowText(brief, row) });
    if (underlying === row) return [text(because)];
    const before = say("report.contract.table-row", {
      row: underlying,
      reason: classRowText(brief, underlying),
    });
    return [text(`${because} ${before}`)];
  };
  if (rows.low === rows.high && isDecided(decided)) {
    return [reason("report.contract.because", rows.low, tableRows.low)];
  }
  return [
    reason("report.contract.at-least", rows.low, tableRows.low),
    reason("report.contract.at-most", rows.high, tableRows.high),
  ];
}

/** Who answered the questions behind the class, and when; a role, as the register has it. */
function assessedLine(brief: ReportBrief, { raw }: Contract): readonly Line[] {
  const criticality = raw["criticality"];
  const assessed = isRawObject(criticality) ? criticality["assessed"] : undefined;
  if (!isRawObject(assessed)) return [];
  const { by, date } = assessed;
  const day = typeof date === "string" ? parseDay(date) : undefined;
  if (typeof by !== "string" && day === undefined) return [];
  const who = typeof by === "string" ? by : brief.wording.say("terms.not-said");
  const when = day === undefined ? brief.wording.say("terms.not-said") : brief.format.day(day);
  return [[text(brief.wording.say("report.contract.assessed", { by: who, date: when }))]];
}

function overrideLines(brief: ReportBrief, classification: Classification): readonly Line[] {
  const { override, computed } = classification;
  if (override === undefined) return [];
  const { say } = brief.wording;
  const decided = say("report.contract.override", {
    class: override.class,
    by: override.by,
    approved: override.approvedBy ?? say("terms.not-said"),
    because: override.because,
    computed: classText(brief, computed),
  });
  const idle = override.effective ? "" : ` ${say("report.contract.override-ineffective")}`;
  return [[text(`${decided}${idle}`)]];
}

function decisiveLines(brief: ReportBrief, { decisive }: Classification): readonly Line[] {
  if (decisive.length === 0) return [];
  const asked = decisive.map((path) => askFor(brief, path)).join(" ");
  const label = brief.wording.say("report.contract.decisive");
  return [[strong(label), text(` ${asked} (`), ...join(decisive.map(code), ", "), text(")")]];
}
