import type {
  Assessment,
  CatalogueOverride,
  ContractAssessment,
  Finding,
  Judgement,
  Override,
  Preparedness,
  Score,
  SupplierAssessment,
} from "../model/assessment.ts";
import type { Catalogue } from "../model/catalogue.ts";
import { CLASSES } from "../model/classes.ts";
import type { Place, Span } from "../model/diagnostic.ts";
import type { Acceptance } from "../model/register.ts";
import type { Bounds, Day, LocalText } from "../model/values.ts";

/** Finds the exact place of a piece of evidence, its file relative to the register. */
export type EvidenceLocator = (place: Place) => {
  readonly file: string;
  readonly span: Span | undefined;
};

/** How the findings stand to the baseline that was given. */
export interface BaselineMarks {
  readonly known: ReadonlySet<Finding>;
  /** Entries of the baseline that no finding answers to any more. */
  readonly absent: number;
}

type Json = Readonly<Record<string, unknown>>;

/** The assessment as other programs read it: `schemas/assessment.schema.json`, version 1. */
export function assessmentJson(
  assessment: Assessment,
  catalogue: Catalogue,
  locate: EvidenceLocator,
  language: string,
  baseline?: BaselineMarks,
): Json {
  const { provenance } = assessment;
  const verdict = (judgement: Judgement): Json => verdictJson(judgement, catalogue, locate);
  return {
    kind: "assessment",
    version: 1,
    asOf: assessment.asOf,
    tool: { name: "beredskap", version: provenance.toolVersion },
    catalogue: {
      version: provenance.catalogueVersion,
      digest: provenance.catalogueDigest,
      profile: provenance.profile,
      overrides: provenance.overrides.map((each) => catalogueOverrideJson(each, locate)),
    },
    inputs: provenance.inputs,
    organisation: {
      id: assessment.organisation.id,
      name: textJson(assessment.organisation.name, language),
      accepted: acceptancesJson(assessment.organisation.accepted, assessment.asOf),
      verdicts: assessment.organisationJudgements.map(verdict),
      preparedness: preparednessJson(assessment.organisationPreparedness),
    },
    contracts: assessment.contracts.map((each) =>
      contractJson(each, verdict, language, assessment.asOf),
    ),
    suppliers: assessment.suppliers.map((each) =>
      supplierJson(each, verdict, language, assessment.asOf),
    ),
    portfolio: {
      verdicts: assessment.portfolioJudgements.map(verdict),
      classes: Object.fromEntries(
        CLASSES.map((each) => [
          each,
          [assessment.classes[each].low, assessment.classes[each].high],
        ]),
      ),
      preparednessByClass: Object.fromEntries(
        CLASSES.map((each) => [each, boundsJson(assessment.preparednessByClass[each])]),
      ),
    },
    ended: assessment.ended.map(({ id, title, accepted }) => ({
      id,
      title: textJson(title, language),
      accepted: acceptancesJson(accepted, assessment.asOf),
    })),
    findings: assessment.findings.map((finding) => ({
      rank: finding.rank,
      level: finding.level,
      contract: finding.level === "contract" ? finding.subject : null,
      supplier: finding.level === "supplier" ? finding.subject : null,
      criterion: finding.criterion ?? null,
      kind: finding.kind,
      severity: finding.severity ?? null,
      partial: finding.partial,
      priority: finding.priority.high,
      row: finding.priority.row,
      statutory: finding.statutory,
      gain: finding.gain,
      clauses: finding.clauses,
      blanks: finding.blanks,
      ...(baseline === undefined
        ? {}
        : { baseline: baseline.known.has(finding) ? "known" : "new" }),
    })),
    coverage: Object.fromEntries(assessment.coverage),
    counts: {
      files: provenance.inputs.length,
      contracts: assessment.contracts.length,
      criteria: catalogue.criteria.size,
      ...assessment.counts,
    },
    notes: assessment.notes,
    ...(baseline === undefined ? {} : { baseline: baselineJson(assessment, baseline) }),
  };
}

function baselineJson({ findings }: Assessment, { known, absent }: BaselineMarks): Json {
  return { known: known.size, new: findings.length - known.size, absent };
}

function contractJson(
  each: ContractAssessment,
  verdict: (judgement: Judgement) => Json,
  language: string,
  asOf: Day,
): Json {
  const { contract, classification } = each;
  return {
    id: contract.id,
    title: textJson(contract.title, language),
    stage: contract.stage ?? null,
    type: contract.type ?? null,
    suppliers: contract.suppliers.map(({ supplier }) => supplier),
    value: { perYear: each.value.perYear ?? null, currency: each.value.currency },
    class: {
      ...classification.decided,
      rows: classification.rows,
      tableRows: classification.tableRows,
      computed: classification.computed,
      inheritedFrom: classification.inheritedFrom,
      override: overrideJson(classification.override),
      decisive: classification.decisive,
      stale: classification.stale,
    },
    preparedness: preparednessJson(each.preparedness),
    residual: boundsJson(each.residual),
    verdicts: each.judgements.map(verdict),
    supplierVerdicts: each.supplierJudgements.map((judgement) => ({
      supplier: judgement.supplier,
      ...verdict(judgement),
    })),
    accepted: acceptancesJson(contract.accepted, asOf),
    priority: each.priority,
    vitalFunctions: each.vitalFunctions,
    actions: each.actions,
  };
}

/** Every shortfall that somebody accepted, whether it still counts or is over. */
function acceptancesJson(accepted: readonly Acceptance[], asOf: Day): readonly Json[] {
  return accepted.map(({ criterion, because, by, until }) => ({
    criterion,
    because,
    by,
    until,
    over: until < asOf,
  }));
}

function catalogueOverrideJson(override: CatalogueOverride, locate: EvidenceLocator): Json {
  const { place, until, ...decided } = override;
  const { file, span } = locate(place);
  return { ...decided, until: until ?? null, file, line: span?.start.line ?? null };
}

function overrideJson(override: Override | undefined): Json | null {
  return override === undefined ? null : { ...override, approvedBy: override.approvedBy ?? null };
}

function supplierJson(
  each: SupplierAssessment,
  verdict: (judgement: Judgement) => Json,
  language: string,
  asOf: Day,
): Json {
  return {
    id: each.supplier.id,
    name: textJson(each.supplier.name, language),
    accepted: acceptancesJson(each.supplier.accepted, asOf),
    class: each.class ?? null,
    verdicts: each.judgements.map(verdict),
    preparedness: preparednessJson(each.preparedness),
  };
}

function verdictJson(judgement: Judgement, catalogue: Catalogue, locate: EvidenceLocator): Json {
  return {
    criterion: judgement.criterion,
    version: catalogue.criteria.get(judgement.criterion)?.version ?? "",
    verdict: judgement.verdict,
    partial: judgement.partial,
    stale: judgement.stale,
    weak: judgement.weak,
    accepted: judgement.accepted,
    severity: judgement.severity ?? null,
    weight: judgement.weight,
    low: judgement.credit.low,
    high: judgement.credit.high,
    because: judgement.because ?? null,
    ...(judgement.dependsOnClass === undefined ? {} : { dependsOnClass: judgement.dependsOnClass }),
    evidence: judgement.evidence.map((place) => {
      const { file, span } = locate(place);
      return {
        file,
        pointer: place.pointer,
        line: span?.start.line ?? null,
        column: span?.start.column ?? null,
      };
    }),
    blanks: judgement.blanks,
  };
}

function preparednessJson(preparedness: Preparedness | undefined): Json | null {
  if (preparedness === undefined) return null;
  return {
    ...scoreJson(preparedness),
    grade: preparedness.grade,
    gradeKnown: preparedness.gradeKnown,
    situations: {
      N: scoreJson(preparedness.situations.N),
      E: scoreJson(preparedness.situations.E),
    },
    groups: Object.fromEntries(
      [...preparedness.groups].map(([group, score]) => [group, scoreJson(score)]),
    ),
  };
}

function scoreJson(score: Score | undefined): Json | null {
  if (score === undefined) return null;
  return { ...score.bounds, unknownShare: score.unknownShare };
}

function boundsJson(bounds: Bounds | undefined): Bounds | null {
  return bounds ?? null;
}

/** Text by language; text without a language counts as written in the one given, `und` where nobody has said. */
function textJson(text: LocalText, language: string): Json {
  return typeof text === "string" ? { [language]: text } : { ...text };
}
