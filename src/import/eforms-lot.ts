import type { ContractType } from "../model/register.ts";
import type { Day } from "../model/values.ts";
import { allAt, attributeOf, firstAt, textAt, textOf } from "./element.ts";
import type { Element } from "./element.ts";
import { projectOf } from "./eforms-source.ts";
import type { NoticeEnd, NoticeFramework } from "./notice.ts";
import { derived, isUnpublished, missing, refused, taken } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { agreeing, endAfter, notBefore, readCpv, readDay, translate } from "./values.ts";

const LOT = "cac:ProcurementProjectLot";
const PROJECT = `${LOT}/cac:ProcurementProject`;

const TYPES: Readonly<Record<string, ContractType>> = {
  supplies: "goods",
  services: "services",
  works: "works",
};

/** Reads what the lots buy; `whole` is the notice, which speaks for a lot that does not say. */
export function readType(lots: readonly Element[], whole: Element): Reading<ContractType> {
  return agreeing(
    orWhole(lots, whole).map((lot) => {
      const code =
        textAt(lot, "cac:ProcurementProject", "cbc:ProcurementTypeCode") ??
        textAt(whole, "cac:ProcurementProject", "cbc:ProcurementTypeCode");
      return translate(TYPES, code, `${PROJECT}/cbc:ProcurementTypeCode`);
    }),
  );
}

function orWhole(lots: readonly Element[], whole: Element): readonly Element[] {
  return lots.length === 0 ? [whole] : lots;
}

/** Reads the CPV codes of the lots, main ones first. */
export function readLotCpv(lots: readonly Element[], whole: Element): Reading<readonly string[]> {
  const projects = orWhole(lots, whole).map(projectOf);
  const codesAt = (project: Element | undefined, name: string): readonly string[] =>
    allAt(project, name, "cbc:ItemClassificationCode")
      .map(textOf)
      .filter((code) => code !== undefined);
  const main = projects.flatMap((project) => codesAt(project, "cac:MainCommodityClassification"));
  const additional = projects.flatMap((project) =>
    codesAt(project, "cac:AdditionalCommodityClassification"),
  );
  const ofWhole = codesAt(projectOf(whole), "cac:MainCommodityClassification");
  return readCpv(
    [...(main.length > 0 ? main : ofWhole), ...additional],
    `${PROJECT}/cac:MainCommodityClassification/cbc:ItemClassificationCode`,
  );
}

const PERIOD = `${PROJECT}/cac:PlannedPeriod`;

/** Reads the first and last day on which the lots agree. */
export function readTerm(lots: readonly Element[]): {
  readonly start: Reading<Day>;
  readonly end: Reading<NoticeEnd>;
} {
  const periods = lots.map((lot) => firstAt(lot, "cac:ProcurementProject", "cac:PlannedPeriod"));
  const starts = periods.map((period) =>
    readDay(textAt(period, "cbc:StartDate"), `${PERIOD}/cbc:StartDate`),
  );
  const ends = periods.map((period, index) => readEnd(period, starts[index] ?? missing()));
  return { start: agreeing(starts), end: agreeing(ends) };
}

function readEnd(period: Element | undefined, start: Reading<Day>): Reading<NoticeEnd> {
  if (textAt(period, "cbc:DescriptionCode") === "UNLIMITED") {
    return derived("open-ended", `${PERIOD}/cbc:DescriptionCode`, "no-end-set");
  }
  const written = textAt(period, "cbc:EndDate");
  if (written !== undefined) return notBefore(start, readDay(written, `${PERIOD}/cbc:EndDate`));
  const measure = firstAt(period, "cbc:DurationMeasure");
  const duration = { amount: textOf(measure), unit: attributeOf(measure, "unitCode") };
  return endAfter(start, duration, `${PERIOD}/cbc:DurationMeasure`);
}

/** Renewals stand in a notice as a number and words, which say no length and no day to decide by. */
export function readOptions(lots: readonly Element[]): Reading<never> {
  const said = lots
    .flatMap((lot) => allAt(lot, "cac:ProcurementProject", "cac:ContractExtension"))
    .flatMap((extension) => {
      const count = textAt(extension, "cbc:MaximumNumberNumeric");
      const words = textAt(extension, "cac:Renewal", "cac:Period", "cbc:Description");
      return (count === undefined || count === "0") && words === undefined
        ? []
        : [[count, words].filter((part) => part !== undefined).join(" × ")];
    });
  const [first] = said;
  if (first === undefined) return missing();
  return refused("described-in-words", `${PROJECT}/cac:ContractExtension`, first);
}

const SYSTEM = `${LOT}/cac:TenderingProcess/cac:ContractingSystem/cbc:ContractingSystemTypeCode`;

/** Reads what kind of framework agreement the lots set up, or that they set up none. */
export function readFramework(lots: readonly Element[]): Reading<NoticeFramework> {
  return agreeing(lots.map(frameworkOf));
}

function frameworkOf(lot: Element): Reading<NoticeFramework> {
  const process = firstAt(lot, "cac:TenderingProcess");
  const codeOf = (list: string): string | undefined =>
    textOf(
      allAt(process, "cac:ContractingSystem", "cbc:ContractingSystemTypeCode").find(
        (code) => attributeOf(code, "listName") === list,
      ),
    );
  const purchasing = codeOf("dps-usage");
  if (purchasing === "dps-list" || purchasing === "dps-nlist") {
    return derived("dynamic-purchasing-system", SYSTEM, "code-translated");
  }
  const most = textAt(process, "cac:FrameworkAgreement", "cbc:MaximumOperatorQuantity");
  return readKind(codeOf("framework-agreement"), most);
}

/** `fa-wo-rc` is a framework without reopening competition: whether its suppliers are ranked it does not say. */
function readKind(code: string | undefined, most: string | undefined): Reading<NoticeFramework> {
  switch (code) {
    case undefined:
      return missing();
    case "none":
      return taken(code, SYSTEM);
    case "fa-w-rc":
      return derived("mini-competition", SYSTEM, "code-translated");
    case "fa-mix":
      return derived("mixed", SYSTEM, "code-translated");
    case "fa-wo-rc":
      return most === "1"
        ? derived("single-supplier", SYSTEM, "code-translated")
        : missing("kind-not-said");
    // A notice may hold any code: what is not known is refused by name.
    default:
      return isUnpublished(code) ? missing("withheld") : refused("unknown-code", SYSTEM, code);
  }
}
