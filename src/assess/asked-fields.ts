import { MOST_AT_K1 } from "../model/classes.ts";
import type { Assessment, ContractAssessment, Judgement } from "../model/assessment.ts";
import type { AskedField } from "../model/asked-field.ts";
import { ANY_ENTRY } from "../model/asked-field.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { CriticalityClass } from "../model/classes.ts";
import { CLASSES, classesIn, isDecided } from "../model/classes.ts";
import type { Criterion, Level } from "../model/criterion.ts";
import type { Entry } from "../model/register.ts";
import { shapeAt } from "../model/shapes.ts";
import type { Day } from "../model/values.ts";
import { fieldsRead } from "./fields-read.ts";
import type { FieldHolder, Mention } from "./gather-fields.ts";
import { gatherFields, severityAt } from "./gather-fields.ts";
import { proofPath } from "./judge.ts";
import { CRITICALITY_PATHS } from "./levels.ts";
import { readField } from "./reading.ts";

/** Which fields are asked about: those that are open, or all that concern the subject. */
export type AskedScope = "open" | "all";

/** A subject as it was judged, at the classes it may be of. */
interface JudgedSubject {
  readonly shape: AskedField["shape"];
  readonly entry: Entry;
  readonly classes: readonly CriticalityClass[];
  readonly judgements: readonly Judgement[];
  /** Paths behind an open class. */
  readonly decisive: readonly string[];
}

/** What a questionnaire asks, in its order, and how many questions were left out of it. */
export interface AskedFields {
  readonly fields: readonly AskedField[];
  readonly left: number;
}

/** Which of the fields are asked, and in which order: by itself every field, what weighs most first. */
export type Arrange = (fields: readonly AskedField[]) => readonly AskedField[];

/** The fields of a contract: those behind its class, and those that its criteria read. */
export function contractFields(
  assessed: ContractAssessment,
  scope: AskedScope,
  catalogue: Catalogue,
  asOf: Day,
  arrange: Arrange = (fields) => fields,
): AskedFields {
  const { contract, classification, judgements } = assessed;
  const { decided, decisive } = classification;
  const subject: JudgedSubject = {
    shape: "contract",
    entry: contract,
    classes: classesIn(decided),
    judgements,
    decisive: scope === "all" ? CRITICALITY_PATHS : isDecided(decided) ? [] : decisive,
  };
  const all = arrange(fieldsOf(subject, scope, catalogue, asOf));
  const most = decided.high === "K1" && scope === "open" ? MOST_AT_K1 : all.length;
  return { fields: all.slice(0, most), left: Math.max(0, all.length - most) };
}

/** Parts of a contract that its supplier knows and the buyer must ask for. */
const KNOWN_TO_SUPPLIERS =
  /^(?:continuity\.plan|chain|stock|personnel|ict|telecom-routes|exit)(?:\.|$)/u;

/** The fields of a supplier, and what it knows of each of its contracts: one form for all. */
export function supplierFields(
  supplier: string,
  scope: AskedScope,
  { asOf, suppliers, contracts }: Assessment,
  catalogue: Catalogue,
): AskedFields {
  const own = suppliers
    .filter((each) => each.supplier.id === supplier)
    .flatMap(({ supplier: entry, class: interval, judgements }) => {
      const classes = interval === undefined ? [] : classesIn(interval);
      const subject = { shape: "supplier", entry, classes, judgements, decisive: [] } as const;
      return fieldsOf(subject, scope, catalogue, asOf);
    });
  const delivered = contracts
    .filter(({ contract }) => contract.suppliers.some((link) => link.supplier === supplier))
    .map((each) =>
      contractFields(each, scope, catalogue, asOf, (fields) =>
        fields.filter(({ path }) => KNOWN_TO_SUPPLIERS.test(path)),
      ),
    );
  return {
    fields: [...own, ...delivered.flatMap(({ fields }) => fields)],
    left: delivered.reduce((sum, { left }) => sum + left, 0),
  };
}

/** The fields of the organisation, those about its contracts together included. */
export function organisationFields(
  scope: AskedScope,
  { organisation, organisationJudgements, portfolioJudgements, asOf }: Assessment,
  catalogue: Catalogue,
): AskedFields {
  const judgements = [...organisationJudgements, ...portfolioJudgements];
  const entry = organisation;
  const subject = {
    shape: "organisation",
    entry,
    classes: CLASSES,
    judgements,
    decisive: [],
  } as const;
  return { fields: fieldsOf(subject, scope, catalogue, asOf), left: 0 };
}

/** Every field that the criteria on a level read, for a form that is not about one entry. */
export function levelFields(
  level: Exclude<Level, "portfolio">,
  classes: readonly CriticalityClass[],
  catalogue: Catalogue,
): AskedFields {
  const levels: readonly Level[] = level === "organisation" ? [level, "portfolio"] : [level];
  const criteria = [...catalogue.criteria.values()].filter(
    (each) => levels.includes(each.level) && severityAt(each, classes) !== undefined,
  );
  const mentions = [
    ...(level === "contract" ? CRITICALITY_PATHS.map(forTheClass) : []),
    ...criteria.flatMap((criterion) =>
      fieldsRead(criterion).map((field): Mention => ({ ...field, criterion })),
    ),
  ];
  const holder: FieldHolder = { shape: level, entry: ANY_ENTRY, raw: {}, classes };
  return { fields: gatherFields(mentions, holder), left: 0 };
}

function fieldsOf(
  { shape, entry, classes, judgements, decisive }: JudgedSubject,
  scope: AskedScope,
  catalogue: Catalogue,
  asOf: Day,
): readonly AskedField[] {
  const mentions = judgements.flatMap((judgement): readonly Mention[] => {
    const criterion = catalogue.criteria.get(judgement.criterion);
    if (criterion === undefined || judgement.verdict === "not-applicable") return [];
    const read = fieldsRead(criterion);
    if (scope === "all") return read.map((field) => ({ ...field, criterion }));
    if (judgement.verdict !== "unknown") return [];
    return judgement.blanks
      .filter((path) => isOpen(entry, shape, path, criterion, asOf))
      .map((path) => {
        const concerns = read.find((field) => field.path === path)?.concerns ?? false;
        return { path, criterion, concerns };
      });
  });
  const holder: FieldHolder = { shape, entry: entry.id, raw: entry.raw, classes };
  return gatherFields([...decisive.map(forTheClass), ...mentions], holder);
}

function forTheClass(path: string): Mention {
  return { path, criterion: undefined, concerns: false };
}

/** A blank, or a known answer whose proof is too old to count. What is dated later is not asked about. */
function isOpen(
  entry: Entry,
  shape: AskedField["shape"],
  path: string,
  criterion: Criterion,
  asOf: Day,
): boolean {
  if (shapeAt(shape, path.split(".")) === undefined) return false;
  const reading = readField(entry, shape, path, asOf);
  if (reading.state === "unknown") return !reading.later;
  return reading.state === "known" && path === proofPath(criterion);
}
