import type { Assessment, ContractAssessment } from "../model/assessment.ts";
import type { Clause, ClauseItem } from "../model/clause.ts";
import { isDecided } from "../model/classes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type {
  Draft,
  DraftCheck,
  DraftPart,
  DraftQuestion,
  DraftWord,
  LeftOut,
  ValueOrigin,
} from "../model/draft.ts";
import { DRAFT_WORDS } from "../model/draft.ts";
import type { Criterion } from "../model/criterion.ts";
import type { Preset } from "../model/preset.ts";
import type { Truth } from "../model/condition.ts";
import { printable } from "../model/printable.ts";
import type { Language, LocalText } from "../model/values.ts";
import { LANGUAGES } from "../model/values.ts";
import type { Format } from "../wording/format.ts";
import type { Wording } from "../wording/wording.ts";
import { refuseValues } from "./asked-values.ts";
import type { AskedValue, PartContext, PolicyValue } from "./blanks.ts";
import { draftClause } from "./clause-draft.ts";
import { draftedSet } from "./drafted-set.ts";
import type { AmendmentRequest } from "./draft-gate.ts";
import { draftGate } from "./draft-gate.ts";
import { fillItem } from "./fill-text.ts";
import { lintValues } from "./lint.ts";
import { nameOf } from "./reasons.ts";
import { recordedGeneralTerms, typesOf } from "./recorded.ts";
import { selectClauses } from "./select.ts";
import type { Selection } from "./selection.ts";

/** What a person asks of a draft. */
export interface DraftOptions {
  /** Take the clauses of unknown gaps too. */
  readonly allGaps: boolean;
  /** Ids of clauses to take whatever the assessment says, and of clauses to leave out. */
  readonly asked: readonly string[];
  readonly without: readonly string[];
  readonly values: readonly AskedValue[];
  /** Only these of the clauses that gaps call for; undefined: all of them. */
  readonly only?: readonly string[] | undefined;
  /** A set of clauses to take where it is meant for the contract. */
  readonly preset?: Preset | undefined;
  /** Why the person who draws up the draft decided otherwise. */
  readonly because?: string | undefined;
  /** What the organisation's policy fills blanks with. */
  readonly policyValues?: readonly PolicyValue[] | undefined;
  /** A classification printed on every page beside the word draft. */
  readonly marking: string | undefined;
}

export interface DraftRequest {
  readonly assessment: Pick<Assessment, "asOf" | "organisation" | "provenance">;
  readonly contracts: readonly ContractAssessment[];
  readonly library: ReadonlyMap<string, Clause>;
  readonly criteria: ReadonlyMap<string, Criterion>;
  /** The definitions that all clauses share, in the language of the wording. */
  readonly definitions: readonly ClauseItem[];
  readonly wording: Wording;
  readonly format: Format;
  readonly options: DraftOptions;
  /** Sets of clauses that the law demands of the contracts they are meant for. */
  readonly mandatory?: readonly Preset[] | undefined;
  /** The fields that a computed fact reads. */
  readonly factNeeds?: ((fact: string) => readonly string[]) | undefined;
  /** The longest tolerable disruption of a contract in hours, where it is known. */
  readonly tolerable?: ((contract: ContractAssessment) => number | undefined) | undefined;
  /** For a draft that changes contracts in force: what decides whether it may. */
  readonly amendment?: AmendmentRequest | undefined;
  /** Whether a clause's own condition holds for a contract. */
  readonly applies?: ((clause: Clause, contract: ContractAssessment) => Truth) | undefined;
}

/** Draft clauses for the gaps of some contracts, in the language of the wording. */
export function draftClauses(request: DraftRequest): Draft {
  const { assessment, wording, format, options } = request;
  const { language } = wording;
  const parts = request.contracts.map((contract) => draftPart(contract, request));
  const drafted = parts.flatMap((part) =>
    part.clauses.map((clause) => request.library.get(clause.id)),
  );
  const reviewed = drafted.length > 0 && drafted.every((clause) => clause?.status === "reviewed");
  const marking = wording.say(`clauses.marking.${reviewed ? "reviewed" : "unreviewed"}`);
  return {
    language,
    title: wording.say("clauses.title"),
    organisation: localText(assessment.organisation.name, language),
    asOf: assessment.asOf,
    asOfText: wording.say("clauses.as-of", { day: format.day(assessment.asOf) }),
    marking: options.marking === undefined ? marking : `${marking} · ${printable(options.marking)}`,
    notices: NOTICES.map((key) => wording.say(`clauses.notices.${key}`)),
    definitions: parts.some((part) => part.clauses.length > 0)
      ? request.definitions.map((item) => fillItem(item, new Map()))
      : [],
    parts,
    refused: refuseValues(options.values, request.library, parts),
    words: wordsOf(wording),
    origins: originsOf(wording),
    pageOf: wording.say("clauses.page-of", { page: "{page}", pages: "{pages}" }),
    filledAndOpen: wording.say("clauses.filled-and-open", { filled: "{filled}", open: "{open}" }),
    producer: `beredskap ${assessment.provenance.toolVersion}`,
  };
}

const NOTICES = ["draft", "proposals", "languages"] as const;

function draftPart(contract: ContractAssessment, request: DraftRequest): DraftPart {
  const { library, criteria, wording, format, options, applies } = request;
  const selection = selectClauses({
    contract,
    library,
    criteria,
    allGaps: options.allGaps,
    asked: options.asked,
    without: options.without,
    only: options.only,
    preset: options.preset,
    mandatory: request.mandatory,
    factNeeds: request.factNeeds,
    applies: applies === undefined ? undefined : (clause) => applies(clause, contract),
  });
  const numbers = new Map(selection.chosen.map(({ clause }, index) => [clause.id, index + 1]));
  const context: PartContext = {
    contract,
    library,
    criteria,
    numbers,
    asked: options.values,
    because: options.because,
    policyValues: options.policyValues ?? [],
    insufficient: insufficientValues(selection),
    wording,
    format,
    language: wording.language,
  };
  const { language } = wording;
  const clauses = selection.chosen.map((chosen, index) => draftClause(chosen, index + 1, context));
  const set = draftedSet({
    selection,
    clauses,
    context,
    organisation: request.assessment.organisation.raw,
    asOf: request.assessment.asOf,
    tolerable: request.tolerable?.(contract),
    mandatory: request.mandatory ?? [],
  });
  return {
    contract: printable(contract.contract.id),
    title: localText(contract.contract.title, language),
    facts: factsOf(context),
    clauses,
    gate:
      request.amendment === undefined || selection.chosen.length === 0 || isToCome(contract)
        ? undefined
        : draftGate(
            selection.chosen.map(({ clause }) => clause),
            context,
            request.amendment,
          ),
    leftOut: leftOutOf(selection, context),
    questions: questionsOf(selection, context),
    checks: lintValues(set).map((finding) => checkOf(finding, wording)),
  };
}

function checkOf(finding: Diagnostic, wording: Wording): DraftCheck {
  const { code, params } = finding;
  return {
    finding,
    text: printable(wording.say(`diagnostics.${code}.says`, params)),
    help: printable(wording.say(`diagnostics.${code}.help`, params)),
  };
}

function insufficientValues({ chosen }: Selection): ReadonlySet<string> {
  return new Set(
    chosen.flatMap(({ clause, insufficient }) =>
      insufficient.map((name) => `${clause.id}.${name}`),
    ),
  );
}

/** A contract that is not signed yet is not changed: its terms are still those of the tender. */
function isToCome({ contract: { stage } }: ContractAssessment): boolean {
  return stage === "planned" || stage === "tendering";
}

function factsOf({ contract, wording, format }: PartContext): DraftPart["facts"] {
  const { low, high } = contract.classification.decided;
  const decided = isDecided(contract.classification.decided);
  const { stage } = contract.contract;
  const types = typesOf(contract.contract).map((type) => wording.say(`terms.types.${type}`));
  const terms = recordedGeneralTerms(contract.contract.raw);
  const unknown = wording.say("clauses.not-recorded");
  const fact = (key: string, value: string): DraftPart["facts"][number] => ({
    label: wording.say(`clauses.fact.${key}`),
    value: printable(value),
  });
  return [
    fact(
      "class",
      decided
        ? `${low} ${wording.say(`terms.classes.${low}.name`)}`
        : wording.say("clauses.class-between", { low, high }),
    ),
    fact("type", types.length === 0 ? unknown : format.list(types)),
    fact("stage", stage === undefined ? unknown : wording.say(`terms.stages.${stage}`)),
    fact(
      "general-terms",
      terms === undefined
        ? unknown
        : terms === "none"
          ? wording.say("clauses.none")
          : `${terms.name} ${terms.version ?? wording.say("clauses.version-unknown")}`,
    ),
  ];
}

function leftOutOf({ omitted }: Selection, context: PartContext): readonly LeftOut[] {
  const { wording, contract } = context;
  const reason = context.because;
  return omitted.map(({ clause, because, by }) => {
    const why = wording.say(`clauses.omitted.${because}`, {
      class: contract.classification.decided.low,
      by: by === undefined ? "" : printable(nameOf(by, context)),
    });
    const isTakenOut = because === "removed" || because === "removed-statutory";
    return {
      clause: printable(clause),
      title: printable(nameOf(clause, context)),
      why: isTakenOut && reason !== undefined ? `${why}: ${printable(reason)}` : why,
    };
  });
}

function questionsOf({ unknown }: Selection, context: PartContext): readonly DraftQuestion[] {
  return unknown.map(({ criterion, drafted }) => ({
    criterion: criterion.id,
    title: criterion.text[context.language].title,
    ask: criterion.text[context.language].ask,
    clauses: criterion.remedy.clauses.map((id) => nameOf(id, context)),
    drafted,
  }));
}

function localText(text: LocalText, language: Language): string {
  if (typeof text === "string") return printable(text);
  const other = LANGUAGES.find((candidate) => text[candidate] !== undefined);
  return printable(text[language] ?? (other === undefined ? "" : (text[other] ?? "")));
}

function wordsOf(wording: Wording): Draft["words"] {
  const words = DRAFT_WORDS.map((word) => [word, wording.say(`clauses.words.${word}`)] as const);
  return Object.fromEntries(words) as Record<DraftWord, string>;
}

function originsOf(wording: Wording): Draft["origins"] {
  const say = (origin: ValueOrigin): string => wording.say(`clauses.origin.${origin}`);
  return {
    "command-line": say("command-line"),
    register: say("register"),
    policy: say("policy"),
    "class-default": say("class-default"),
    open: say("open"),
  };
}
