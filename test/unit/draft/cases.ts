import type { ContractAssessment, Judgement } from "../../../src/model/assessment.ts";
import type { CriticalityClass } from "../../../src/model/classes.ts";
import type { Clause, ClauseParameter } from "../../../src/model/clause.ts";
import type { Condition } from "../../../src/model/condition.ts";
import type { Criterion } from "../../../src/model/criterion.ts";
import type { Draft } from "../../../src/model/draft.ts";
import type { Contract } from "../../../src/model/register.ts";
import type { Day, Language, RawObject } from "../../../src/model/values.ts";
import { parseClauseText } from "../../../src/draft/clause-text.ts";
import type { DraftOptions, DraftRequest } from "../../../src/draft/draft.ts";
import { draftClauses } from "../../../src/draft/draft.ts";
import { makeFormat } from "../../../src/wording/format.ts";
import { wordingFor } from "../../support/wording.ts";

/** The items of a clause text that the test knows to be well formed. */
function itemsOf(source: string) {
  const parsed = parseClauseText(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.items;
}

/** A small clause; `text` is its Markdown, the same in all languages. */
export function clauseOf(
  id: string,
  code: string,
  change: Partial<Clause> = {},
  text = "1. Words.",
): Clause {
  const content = (language: Language) => ({
    title: `${id} ${language}`,
    purpose: "Purpose.",
    items: itemsOf(text),
    decide: ["Decide."],
    assumes: ["Assumes."],
  });
  return {
    id,
    code,
    version: "1.0.0",
    status: "draft",
    reviewed: undefined,
    types: ["goods", "services", "works", "ict", "social-health"],
    classes: ["K1", "K2", "K3", "K4"],
    applies: undefined,
    gaps: [],
    tender: true,
    retrofit: "B",
    needs: [],
    excludes: [],
    conflicts: [],
    parameters: [],
    sources: [],
    text: { sv: content("sv"), fi: content("fi"), en: content("en") },
    ...change,
  };
}

export function parameterOf(
  name: string,
  kind: ClauseParameter["kind"],
  change: Partial<ClauseParameter> = {},
): ClauseParameter {
  const words = { name: `label ${name}`, why: `why ${name}` };
  return {
    name,
    kind,
    unit: undefined,
    defaults: { K1: null, K2: null, K3: null, K4: null },
    range: undefined,
    refersTo: undefined,
    text: { sv: words, fi: words, en: words },
    ...change,
  };
}

export function criterionOf(
  id: string,
  clauses: readonly string[],
  change: Partial<Criterion> = {},
): Criterion {
  const words = { title: `title ${id}`, why: "Why.", do: "Do.", ask: `ask ${id}?` };
  return {
    id,
    version: "1.0.0",
    group: "clauses",
    level: "contract",
    situations: ["N"],
    severity: { K1: "low", K2: "medium", K3: "high", K4: "critical" },
    weightFactor: 1,
    statutory: false,
    applies: undefined,
    met: isPresentTest(clauses[0] ?? id),
    partial: undefined,
    proof: {
      kind: { K1: "contract-text", K2: "contract-text", K3: "contract-text", K4: "contract-text" },
      valid: { K1: null, K2: null, K3: null, K4: null },
      of: undefined,
      strictAt: [],
    },
    gaps: ["G01"],
    remedy: { clauses, effort: 1 },
    sources: [
      {
        act: "124/2025",
        section: "11 §",
        url: "https://www.finlex.fi/",
        checked: "2026-11-23" as Day,
        mark: "V",
      },
    ],
    text: { sv: words, fi: words, en: words },
    examples: [],
    ...change,
  };
}

export function isPresentTest(clause: string): Condition {
  return {
    join: "test",
    field: `clauses.${clause}`,
    word: "is",
    operand: { kind: "literal", value: "present" },
  };
}

export function judgementOf(
  criterion: string,
  verdict: Judgement["verdict"],
  change: Partial<Judgement> = {},
): Judgement {
  return {
    criterion,
    verdict,
    partial: false,
    stale: false,
    weak: false,
    accepted: false,
    because: undefined,
    severity: "high",
    weight: 1,
    credit: { low: 0, high: 0 },
    evidence: [],
    blanks: [],
    dependsOnClass: undefined,
    ...change,
  };
}

/** A contract in force of class `low` (to `high`), with what the register says of it. */
export function assessedOf(
  judgements: readonly Judgement[],
  raw: RawObject = {},
  change: {
    readonly contract?: Partial<Contract>;
    readonly low?: CriticalityClass;
    readonly high?: CriticalityClass;
    readonly currency?: string;
  } = {},
): ContractAssessment {
  const low = change.low ?? "K3";
  const interval = { low, high: change.high ?? low };
  return {
    contract: {
      id: "NS-1",
      raw,
      place: { file: "register.yaml", pointer: "/contracts/0", part: "value" },
      title: { sv: "Dialysförnödenheter", fi: "Dialyysitarvikkeet", en: "Dialysis supplies" },
      stage: "in-force",
      type: "goods",
      also: [],
      suppliers: [],
      requires: [],
      accepted: [],
      unit: undefined,
      ...change.contract,
    },
    classification: {
      decided: interval,
      computed: interval,
      rows: { low: "R1", high: "R1" },
      tableRows: { low: "R1", high: "R1" },
      inheritedFrom: [],
      override: undefined,
      decisive: [],
      stale: false,
    },
    preparedness: undefined,
    residual: undefined,
    judgements,
    supplierJudgements: [],
    priority: { low: "P2", high: "P2", row: 2 },
    vitalFunctions: [],
    actions: [],
    value: { perYear: undefined, currency: change.currency ?? "EUR" },
  };
}

const NO_OPTIONS: DraftOptions = {
  allGaps: false,
  asked: [],
  without: [],
  values: [],
  marking: undefined,
};

export function byId<T extends { readonly id: string }>(
  things: readonly T[],
): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

/** Draws up a draft from hand-made parts. */
export function draftOf(
  contract: ContractAssessment | readonly ContractAssessment[],
  clauses: readonly Clause[],
  criteria: readonly Criterion[],
  options: Partial<DraftOptions> = {},
  language: Language = "sv",
  change: Partial<DraftRequest> = {},
): Draft {
  return draftClauses({
    assessment: {
      asOf: "2026-11-24" as Day,
      organisation: {
        id: "aurskar",
        raw: {},
        place: { file: "register.yaml", pointer: "/organisation", part: "value" },
        name: { sv: "Aurskär stad", fi: "Aurskärin kaupunki", en: "City of Aurskär" },
        accepted: [],
      },
      provenance: {
        toolVersion: "0.1.0",
        catalogueVersion: "1.0.0",
        catalogueDigest: "sha256:00",
        profile: "standard",
        overrides: [],
        inputs: [],
      },
    },
    contracts: Array.isArray(contract) ? contract : [contract],
    library: byId(clauses),
    criteria: byId(criteria),
    definitions: itemsOf("1. A disruption means an event."),
    wording: wordingFor(language, ["clauses", "terms", "diagnostics"]),
    format: makeFormat(language),
    options: { ...NO_OPTIONS, ...options },
    ...change,
  });
}
