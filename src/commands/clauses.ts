import { draftClauses } from "../draft/draft.ts";
import { isMeantFor } from "../draft/obstacle.ts";
import type { AskedFacts } from "../draft/asked-facts.ts";
import { ASKED_FACT_NAMES, readAskedFact } from "../draft/asked-facts.ts";
import { clauseApplies } from "../assess/clause-applies.ts";
import { tolerableHours } from "../assess/tolerable.ts";
import { loadDefinitions } from "../load/catalogue.ts";
import { loadProcurementActs } from "../load/thresholds.ts";
import type { ContractAssessment } from "../model/assessment.ts";
import type { Catalogue } from "../model/catalogue.ts";
import { diagnose, isError } from "../model/diagnostic.ts";
import type { Draft } from "../model/draft.ts";
import { EXIT } from "../model/exit.ts";
import { Failure } from "../model/failure.ts";
import type { Preset } from "../model/preset.ts";
import type { Output, Platform } from "../model/platform.ts";
import { nearest } from "../schema/suggest.ts";
import { makeFormat } from "../wording/format.ts";
import type { Wording } from "../wording/wording.ts";
import type { Assessed } from "./assessed.ts";
import { assessOrExplain } from "./assessed.ts";
import { outputPath, refuseToPrint } from "./report.ts";
import { NO_SOURCE, diagnosticsText, talk } from "./say.ts";
import type { RegisterRequest } from "./workspace.ts";
import { KNOWN_FACTS, paintFor, wordsFor } from "./workspace.ts";

export interface ClausesRequest extends RegisterRequest {
  /** Ids; none: every contract with a gap that a clause closes. */
  readonly contracts: readonly string[];
  readonly formats: readonly DraftFormat[] | undefined;
  /** For the next tender, or to change contracts in force. */
  readonly mode: "tender" | "amendment";
  /** `fact=value`: what is known of the change. */
  readonly change: readonly string[];
  readonly allGaps: boolean;
  readonly add: readonly string[];
  readonly leaveOut: readonly string[];
  /** Only these clauses; undefined: what gaps call for. */
  readonly only: readonly string[] | undefined;
  /** The name of a set of clauses. */
  readonly preset: string | undefined;
  /** Why the person decides otherwise. */
  readonly because: string | undefined;
  /** `clause.parameter=value`. */
  readonly set: readonly string[];
  readonly out: string | undefined;
  readonly force: boolean;
}

export const DRAFT_FORMATS = ["docx", "md", "json"] as const;
type DraftFormat = (typeof DRAFT_FORMATS)[number];

const EXTENSIONS = { docx: ".docx", md: ".md", json: ".json" } as const;

/** Draft clauses for the gaps of contracts, as Word and Markdown. */
export async function clauses(request: ClausesRequest, platform: Platform): Promise<number> {
  const values = request.set.map(readSetting);
  const change = readChange(request);
  const assessed = assessOrExplain(request, platform);
  if (assessed === undefined) return EXIT.input;
  const { language, policy } = assessed.workspace;
  const wording = wordsFor(
    language,
    ["command", "terms", "clauses", "amendment", "diagnostics"],
    platform,
  );
  const chosen = chooseContracts(request, assessed);
  checkClauseIds(
    [...request.add, ...request.leaveOut, ...(request.only ?? [])],
    assessed.catalogue,
  );
  const idsOf = (written: readonly string[]): readonly string[] =>
    written.map((id) => clauseId(id, assessed.catalogue));
  const only = request.only === undefined ? undefined : idsOf(request.only);
  const without = idsOf(request.leaveOut);
  const preset = presetNamed(request.preset, assessed.catalogue);
  const mandatory = [...assessed.catalogue.presets.values()].filter(({ statutory }) => statutory);
  refuseToLeaveOut(without, request.because, chosen, mandatory);
  const draft = draftClauses({
    assessment: assessed.assessment,
    contracts: chosen,
    library: assessed.catalogue.clauses,
    criteria: assessed.catalogue.criteria,
    definitions: loadDefinitions(platform, language),
    wording,
    format: makeFormat(language),
    options: {
      allGaps: request.allGaps,
      asked: [...idsOf(request.add), ...(only ?? [])],
      without,
      only,
      preset,
      because: request.because,
      policyValues: policy.clauseParameters,
      values,
      marking: policy.marking === "" ? undefined : policy.marking,
    },
    mandatory,
    factNeeds: (fact) => KNOWN_FACTS.get(fact)?.needs ?? [],
    tolerable: ({ contract }) =>
      tolerableHours(contract, assessed.register, assessed.catalogue, assessed.assessment.asOf),
    amendment:
      request.mode === "tender"
        ? undefined
        : {
            acts: loadProcurementActs(platform),
            organisation: assessed.register.organisation,
            asked: change,
            asOf: assessed.assessment.asOf,
          },
    applies: (clause, contract) =>
      clauseApplies(
        clause,
        contract.contract,
        assessed.register,
        assessed.catalogue,
        assessed.assessment.asOf,
      ),
  });
  refuseSettings(draft, wording);
  const drafted = draft.parts.filter((part) => part.clauses.length > 0);
  if (drafted.length === 0) {
    const unknown = draft.parts.reduce((sum, part) => sum + part.questions.length, 0);
    const none =
      request.contracts.length === 0
        ? diagnose("U010", { unknown })
        : diagnose("U009", { contract: request.contracts.join(", "), unknown });
    platform.warn(diagnosticsText([none], NO_SOURCE, wording, paintFor(request, platform), true));
    return EXIT.ok;
  }
  // The draft lists them all; who asks for quiet hears of errors only.
  const findings = drafted
    .flatMap(({ checks }) => checks.map(({ finding }) => finding))
    .filter((finding) => !request.quiet || isError(finding));
  if (findings.length > 0) {
    const { loaded } = assessed.workspace;
    platform.warn(
      `${diagnosticsText(findings, loaded, wording, paintFor(request, platform), false)}\n`,
    );
  }
  // Whoever names contracts gets one document on them; else each contract with a gap gets its own.
  const documents =
    request.contracts.length > 0
      ? [{ name: "clauses", draft }]
      : drafted.map((part) => ({
          name: `clauses-${fileName(part.contract)}`,
          draft: { ...draft, parts: [part] },
        }));
  await writeDrafts(request, documents, platform, (paths) => {
    const count = drafted.reduce((sum, part) => sum + part.clauses.length, 0);
    talk(
      `${wording.say("command.clauses.closing", { count, contracts: drafted.length })}\n${paths}`,
      request.quiet,
      platform,
    );
  });
  return EXIT.ok;
}

interface NamedDraft {
  readonly name: string;
  readonly draft: Draft;
}

/** A contract's id as part of a file name on any system. */
function fileName(id: string): string {
  return id.replaceAll(/[^\p{L}\d._-]/gu, "-");
}

async function writeDrafts(
  request: ClausesRequest,
  documents: readonly NamedDraft[],
  platform: Platform,
  told: (paths: string) => void,
): Promise<void> {
  const formats =
    request.formats ?? (request.out === undefined ? (["md"] as const) : (["docx", "md"] as const));
  refuseToPrint(formats, request.out, platform);
  const outputs: Output[] = [];
  const count = formats.length * documents.length;
  for (const { name, draft } of documents) {
    for (const format of formats) {
      const content = await render(format, draft);
      if (request.out === undefined) platform.print(content);
      else
        outputs.push({ path: outputPath(request.out, EXTENSIONS[format], count, name), content });
    }
  }
  if (request.out === undefined) return;
  platform.write(outputs, request.force);
  told(outputs.map(({ path }) => `  ${path}`).join("\n"));
}

async function render(format: DraftFormat, draft: Draft): Promise<string | Uint8Array> {
  if (format === "json")
    return (await import("../render/draft-gate-json.ts")).renderGateJson(draft);
  if (format === "md")
    return (await import("../render/draft-markdown.ts")).renderDraftMarkdown(draft);
  return (await import("../render/draft-docx.ts")).renderDraftDocx(draft);
}

function chooseContracts(
  request: ClausesRequest,
  { assessment }: Assessed,
): readonly ContractAssessment[] {
  const byId = new Map(assessment.contracts.map((each) => [each.contract.id, each]));
  if (request.contracts.length === 0) return assessment.contracts;
  return request.contracts.map((id) => {
    const found = byId.get(id);
    if (found === undefined) {
      throw new Failure([diagnose("U007", { id, suggestion: nearest(id, byId.keys()) })], 2);
    }
    return found;
  });
}

function checkClauseIds(ids: readonly string[], { clauses: library }: Catalogue): void {
  for (const id of ids) {
    if (library.has(clauseId(id, { clauses: library }))) continue;
    throw new Failure([diagnose("U007", { id, suggestion: nearest(id, library.keys()) })], 2);
  }
}

/** An id, whether it was written as one or as the code that documents print. */
function clauseId(written: string, { clauses: library }: Pick<Catalogue, "clauses">): string {
  if (library.has(written)) return written;
  return [...library.values()].find(({ code }) => code === written)?.id ?? written;
}

function presetNamed(name: string | undefined, { presets }: Catalogue): Preset | undefined {
  if (name === undefined) return undefined;
  const found = presets.get(name);
  if (found !== undefined) return found;
  const suggestion = nearest(name, presets.keys());
  throw new Failure(
    [diagnose("U014", { preset: name, suggestion, presets: [...presets.keys()] })],
    2,
  );
}

/** What the law demands of a contract is left out with a reason or not at all. */
function refuseToLeaveOut(
  leaveOut: readonly string[],
  because: string | undefined,
  contracts: readonly ContractAssessment[],
  mandatory: readonly Preset[],
): void {
  if (because !== undefined && because.trim() !== "") return;
  const refused = contracts.flatMap((contract) =>
    mandatory.flatMap((preset) => {
      const clauses = leaveOut.filter((id) => preset.clauses.includes(id));
      if (clauses.length === 0 || !isMeantFor(preset, contract)) return [];
      const law = preset.sources.map(({ act, section }) => `${act} ${section ?? ""}`.trim());
      return [diagnose("U013", { clauses, contract: contract.contract.id, law })];
    }),
  );
  if (refused.length > 0) throw new Failure(refused, 2);
}

/** A value that no blank could take is a mistake on the command line, never dropped in silence. */
function refuseSettings({ refused }: Draft, { say }: Wording): void {
  if (refused.length === 0) return;
  throw new Failure(
    refused.map(({ clause, parameter, value, because, range }) => {
      const limits = range === undefined ? "" : `${range.least}–${range.greatest}`;
      const reason = say(`command.refused-values.${because}`, { range: limits });
      return diagnose("U011", { clause, parameter, value, because: reason });
    }),
    2,
  );
}

/** What is said of a change. It changes a contract in force: a draft for a tender has no gate. */
function readChange({ mode, change, formats }: ClausesRequest): AskedFacts {
  if (mode === "tender" && change.length > 0) throw badValue("--mode", mode, ["amendment"]);
  if (mode === "tender" && formats?.includes("json") === true)
    throw badValue("--format", "json", ["docx", "md"]);
  return change.reduce<AskedFacts>((facts, written) => {
    const [, name = "", value = ""] = /^([\w-]+)=(.*)$/su.exec(written) ?? [];
    const read = readAskedFact(name, value);
    if (read.ok) return { ...facts, ...read.facts };
    const allowed =
      read.because === "unreadable"
        ? read.allowed.map((each) => `${name}=${each}`)
        : ASKED_FACT_NAMES.map((each) => `${each}=…`);
    throw badValue("--change", written, allowed);
  }, {});
}

function badValue(option: string, value: string, allowed: readonly string[]): Failure {
  return new Failure([diagnose("U005", { option, value, allowed })], 2);
}

function readSetting(written: string): {
  readonly clause: string;
  readonly parameter: string;
  readonly value: string;
} {
  const parts = /^([\w-]+)\.([\w-]+)=(.*)$/su.exec(written);
  if (parts === null) throw badValue("--set", written, ["clause.parameter=value"]);
  return { clause: parts[1] ?? "", parameter: parts[2] ?? "", value: parts[3] ?? "" };
}
