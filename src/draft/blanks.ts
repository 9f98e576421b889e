import type { ContractAssessment } from "../model/assessment.ts";
import type { Clause, ClauseParameter } from "../model/clause.ts";
import type { CriticalityClass } from "../model/classes.ts";
import type { Criterion } from "../model/criterion.ts";
import type { DraftParameter } from "../model/draft.ts";
import { printable } from "../model/printable.ts";
import type { Language, Raw } from "../model/values.ts";
import type { Format } from "../wording/format.ts";
import type { Wording } from "../wording/wording.ts";
import type { FilledParameter } from "./fill.ts";
import { fillParameter } from "./fill.ts";
import type { GeneralTerms } from "./recorded.ts";
import type { Amount } from "./parameter-value.ts";
import { recordedClause, recordedGeneralTerms, recordedParameter } from "./recorded.ts";

/** A value that a person asked for, as typed. */
export interface AskedValue {
  readonly clause: string;
  readonly parameter: string;
  readonly value: string;
}

/** What the organisation's policy fills blanks with, at some classes. */
export interface PolicyValue {
  readonly clause: string;
  readonly parameter: string;
  readonly value: Raw;
  readonly classes: readonly CriticalityClass[];
  readonly because: string;
  /** A role. */
  readonly by: string;
}

/** What the clauses of one contract are written from. */
export interface PartContext {
  readonly contract: ContractAssessment;
  readonly library: ReadonlyMap<string, Clause>;
  readonly criteria: ReadonlyMap<string, Criterion>;
  /** Numbers of the drafted clauses, by id. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly asked: readonly AskedValue[];
  /** Why the person who draws up the draft decided otherwise. */
  readonly because: string | undefined;
  readonly policyValues: readonly PolicyValue[];
  /** `clause.parameter` of recorded values that are known not to close their gap. */
  readonly insufficient: ReadonlySet<string>;
  readonly wording: Wording;
  readonly format: Format;
  readonly language: Language;
}

/** A clause by its title, whether the library has it or only knows its name; else by its id. */
export function titleOf(id: string, { library, language, wording }: PartContext): string {
  const clause = library.get(id);
  if (clause !== undefined) return clause.text[language].title;
  const name = `clauses.names.${id}`;
  return wording.has(name) ? wording.say(name) : id;
}

/** What stands in one blank of a clause. */
export type Blank =
  | { readonly kind: "reference"; readonly clause: string; readonly number: number }
  | {
      readonly kind: "value";
      readonly parameter: DraftParameter;
      /** As the sentence prints it; undefined while it is open. */
      readonly printed: string | undefined;
      readonly amount: Amount | undefined;
      /** Set for a choice that has been made. */
      readonly chosen: boolean | undefined;
    };

/** What belongs in the blank `name` of a clause. */
export function resolveBlank(clause: Clause, name: string, context: PartContext): Blank {
  const parameter = clause.parameters.find((candidate) => candidate.name === name);
  if (parameter === undefined) {
    return openBlank(name, name, "", context.wording.say("clauses.note.undeclared"));
  }
  const asked = context.asked.findLast(
    (value) => value.clause === clause.id && value.parameter === name,
  );
  if (parameter.kind === "reference" && asked === undefined)
    return resolveReference(parameter, context);
  const { raw } = context.contract.contract;
  const recorded = recordedParameter(recordedClause(raw, clause.id), name);
  const criticality = context.contract.classification.decided.low;
  const policy = context.policyValues.findLast(
    (value) =>
      value.clause === clause.id && value.parameter === name && value.classes.includes(criticality),
  );
  const filled = fillParameter({
    clause,
    parameter,
    class: criticality,
    policy: policy?.value,
    insufficient: context.insufficient.has(`${clause.id}.${name}`),
    asked: asked?.value,
    recorded:
      recorded ?? (name === WORKS_TERMS ? hasWorksTerms(recordedGeneralTerms(raw)) : undefined),
    criteria: context.criteria.values(),
    currency: context.contract.value.currency,
  });
  if (filled.value === undefined && name === "general-terms")
    return resolveGeneralTerms(parameter, context);
  return valueBlank(parameter, filled, context, policy);
}

/** A choice that the contract's general terms decide: whether they are those of building works. */
const WORKS_TERMS = "works-terms";

function hasWorksTerms(terms: GeneralTerms): boolean | undefined {
  if (terms === undefined) return undefined;
  return terms !== "none" && terms.name === "YSE" ? true : undefined;
}

function valueBlank(
  parameter: ClauseParameter,
  filled: FilledParameter,
  context: PartContext,
  policy?: PolicyValue,
): Blank {
  const { wording, format, language } = context;
  const { value } = filled;
  const { name: label, why } = parameter.text[language];
  return {
    kind: "value",
    parameter: {
      name: parameter.name,
      label,
      value: value === undefined ? undefined : withUnit(value, parameter, wording, format),
      origin: filled.origin,
      why:
        filled.origin === "policy" && policy !== undefined
          ? `${printable(policy.because)} (${printable(policy.by)})`
          : why,
      note: noteOn(filled, context),
    },
    amount: value,
    printed: value === undefined ? undefined : withoutUnit(value, wording, format),
    chosen: typeof value === "boolean" ? value : undefined,
  };
}

function noteOn(
  { origin, setAside }: FilledParameter,
  { wording, because }: PartContext,
): string | undefined {
  if (origin === "command-line" && because !== undefined)
    return wording.say("clauses.note.because", { because: printable(because) });
  if (setAside === undefined) return undefined;
  return wording.say(`clauses.note.${setAside.because}`, {
    recorded: printable(setAside.recorded),
  });
}

function withoutUnit(value: Amount, wording: Wording, format: Format): string {
  if (typeof value === "number") return format.number(value);
  if (typeof value === "boolean") return wording.say(value ? "clauses.yes" : "clauses.no");
  return printable(value);
}

function withUnit(
  value: Amount,
  parameter: ClauseParameter,
  wording: Wording,
  format: Format,
): string {
  const printed = withoutUnit(value, wording, format);
  if (typeof value !== "number" || parameter.unit === undefined) return printed;
  return wording.say(`clauses.unit.${parameter.unit}`, { count: value, value: printed });
}

function openBlank(name: string, label: string, why: string, note: string): Blank {
  const parameter = { name, label, value: undefined, origin: "open" as const, why, note };
  return { kind: "value", parameter, amount: undefined, printed: undefined, chosen: undefined };
}

function registerBlank(parameter: ClauseParameter, value: string, context: PartContext): Blank {
  const filled: FilledParameter = { value, origin: "register", setAside: undefined };
  return valueBlank(parameter, filled, context);
}

/** The number of a drafted clause, or where the signed contract has it, or a blank. */
function resolveReference(parameter: ClauseParameter, context: PartContext): Blank {
  const { wording, language, numbers, contract } = context;
  const id = parameter.refersTo ?? "";
  const number = numbers.get(id);
  if (number !== undefined) return { kind: "reference", clause: id, number };
  const recorded = recordedClause(contract.contract.raw, id);
  if (recorded.status === "present" && recorded.ref !== undefined) {
    const said = wording.say("clauses.in-contract", { ref: printable(recorded.ref) });
    return registerBlank(parameter, said, context);
  }
  const { name, why } = parameter.text[language];
  const clause = titleOf(id, context);
  return openBlank(parameter.name, name, why, wording.say("clauses.note.not-in-draft", { clause }));
}

/** General terms are named with their version, for what they say differs between versions. */
function resolveGeneralTerms(parameter: ClauseParameter, context: PartContext): Blank {
  const { wording, language, contract } = context;
  const terms = recordedGeneralTerms(contract.contract.raw);
  const { name, why } = parameter.text[language];
  const open = (note: string): Blank => openBlank(parameter.name, name, why, note);
  if (terms === undefined) return open(wording.say("clauses.note.terms-unknown"));
  if (terms === "none") return open(wording.say("clauses.note.terms-none"));
  const printed = printable(terms.name);
  if (terms.version === undefined)
    return open(wording.say("clauses.note.terms-version", { terms: printed }));
  return registerBlank(parameter, `${printed} ${printable(terms.version)}`, context);
}
