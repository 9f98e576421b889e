import type { CatalogueOverride } from "../model/assessment.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Clause } from "../model/clause.ts";
import type { Condition, Operand } from "../model/condition.ts";
import type { Criterion, Source } from "../model/criterion.ts";
import type { FactSheet } from "../model/fact-sheet.ts";
import type { Profile, Scale } from "../model/profile.ts";
import type { VitalFunction } from "../model/vital-function.ts";

type Json = Readonly<Record<string, unknown>>;

/** The objects to be told of; a list that is undefined is left out. */
export interface CatalogueParts {
  readonly criteria?: readonly Criterion[];
  readonly clauses?: readonly Clause[];
  readonly profiles?: readonly Profile[];
  readonly scales?: readonly (readonly [string, Scale])[];
  readonly vitalFunctions?: readonly VitalFunction[];
  readonly facts?: readonly FactSheet[];
}

/** The catalogue as other programs read it: `schemas/catalogue.schema.json`, version 1. All languages are in it. */
export function catalogueJson(
  { version, digest, profile, overrides }: Catalogue,
  parts: CatalogueParts,
  toolVersion: string,
): Json {
  const { criteria, clauses, profiles, scales, vitalFunctions, facts } = parts;
  return {
    kind: "catalogue",
    version: 1,
    tool: { name: "beredskap", version: toolVersion },
    catalogue: { version, digest, profile: profile.id, overrides: overrides.map(overrideJson) },
    ...(criteria === undefined ? {} : { criteria: criteria.map(criterionJson) }),
    ...(clauses === undefined ? {} : { clauses: clauses.map(clauseJson) }),
    ...(profiles === undefined ? {} : { profiles: profiles.map(profileJson) }),
    ...(scales === undefined
      ? {}
      : { scales: scales.map(([id, values]) => ({ id, profile: profile.id, values })) }),
    ...(vitalFunctions === undefined
      ? {}
      : { vitalFunctions: vitalFunctions.map(vitalFunctionJson) }),
    ...(facts === undefined
      ? {}
      : { facts: facts.map(({ name, level, kind, needs }) => ({ id: name, level, kind, needs })) }),
  };
}

function overrideJson({
  kind,
  id,
  what,
  changes,
  because,
  by,
  until,
  over,
}: CatalogueOverride): Json {
  return { kind, id, what, changes, because, by, until: until ?? null, over };
}

function criterionJson(criterion: Criterion): Json {
  const { id, version, group, level, situations, severity, statutory, proof, gaps, remedy } =
    criterion;
  return {
    id,
    version,
    group,
    level,
    situations,
    severity,
    weightFactor: criterion.weightFactor,
    statutory,
    applies: conditionOrNull(criterion.applies),
    met: conditionJson(criterion.met),
    partial: conditionOrNull(criterion.partial),
    proof: {
      kind: proof.kind,
      months: proof.valid,
      of: proof.of ?? null,
      strictAt: proof.strictAt,
    },
    gaps,
    remedy,
    sources: criterion.sources.map(sourceJson),
    text: criterion.text,
    examples: criterion.examples.map((example) => ({
      says: example.says,
      class: example.class,
      given: example.given,
      facts: example.facts,
      verdict: example.verdict,
      partial: example.partial,
    })),
  };
}

function clauseJson(clause: Clause): Json {
  const { applies, reviewed, sources, parameters, ...told } = clause;
  return {
    ...told,
    reviewed: reviewed ?? null,
    applies: conditionOrNull(applies),
    parameters: parameters.map((parameter) => ({
      ...parameter,
      unit: parameter.unit ?? null,
      range: parameter.range ?? null,
      refersTo: parameter.refersTo ?? null,
    })),
    sources: sources.map(sourceJson),
  };
}

function profileJson(profile: Profile): Json {
  const { classification, priorities, ...told } = profile;
  const written = (row: { readonly when: Condition | undefined }): Json => ({
    ...row,
    when: conditionOrNull(row.when),
  });
  return {
    ...told,
    classification: { ...classification, rows: classification.rows.map(written) },
    priorities: priorities.map(written),
  };
}

function vitalFunctionJson({ id, name, parts, sources }: VitalFunction): Json {
  return {
    id,
    name,
    parts: [...parts].map(([part, names]) => ({ id: part, name: names })),
    sources: sources.map(sourceJson),
  };
}

function sourceJson({ act, section, url, checked, mark }: Source): Json {
  return { act, section: section ?? null, url: url ?? null, checked: checked ?? null, mark };
}

function conditionOrNull(condition: Condition | undefined): Json | null {
  return condition === undefined ? null : conditionJson(condition);
}

/** A condition as a file of the catalogue writes it. */
function conditionJson(condition: Condition): Json {
  switch (condition.join) {
    case "test":
      return { field: condition.field, [condition.word]: operandJson(condition.operand) };
    case "not":
      return { not: conditionJson(condition.of[0]) };
    case "all":
    case "any":
      return { [condition.join]: condition.of.map(conditionJson) };
  }
}

function operandJson(operand: Operand): unknown {
  switch (operand.kind) {
    case "literal":
      return operand.value;
    case "scale":
      return { scale: operand.scale };
    case "parameter":
      return { parameter: operand.parameter };
  }
}
