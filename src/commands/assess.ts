import { assess } from "../assess/assess.ts";
import type { Assessment } from "../model/assessment.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Place } from "../model/diagnostic.ts";
import { isError } from "../model/diagnostic.ts";
import { EXIT } from "../model/exit.ts";
import type { Platform } from "../model/platform.ts";
import type { Register } from "../model/register.ts";
import { isRawList } from "../model/values.ts";
import { assessmentJson } from "../render/assessment-json.ts";
import { buildOverview } from "../report/overview.ts";
import { briefFor } from "./brief.ts";
import { failingFindings, readGates } from "./gates.ts";
import { diagnosticsText } from "./say.ts";
import { closingParams } from "./validate.ts";
import type { RegisterRequest, Workspace } from "./workspace.ts";
import { openCatalogue, openWorkspace, paintFor, toolVersion, wantsColour, wordsFor } from "./workspace.ts";

export interface AssessRequest extends RegisterRequest {
  readonly format: "text" | "json";
  /** What makes the run fail, beside the policy's gates. */
  readonly failOn: readonly string[];
  readonly all: boolean;
  readonly out: string | undefined;
  readonly force: boolean;
}

/** A register that could be read, with its assessment. */
export interface Assessed {
  readonly workspace: Workspace;
  readonly register: Register;
  readonly catalogue: Catalogue;
  readonly assessment: Assessment;
}

/** Reads and assesses; prints what is wrong and gives undefined when the register cannot be assessed. */
export function assessOrExplain(request: RegisterRequest, platform: Platform): Assessed | undefined {
  const workspace = openWorkspace(request, platform);
  const { loaded, policy, language, asOf } = workspace;
  const serious = loaded.diagnostics.filter(isError);
  if (loaded.register === undefined) {
    const wording = wordsFor(language, ["diagnostics", "command"], platform);
    platform.warn(`${diagnosticsText(serious, loaded, wording, paintFor(request, platform), false)}\n`);
    return undefined;
  }
  const catalogue = openCatalogue(request, policy, platform);
  const assessment = assess({ register: loaded.register, catalogue, asOf, toolVersion: toolVersion(platform) });
  return { workspace, register: loaded.register, catalogue, assessment };
}

/** Verdicts on every contract, and what to do first. */
export async function assessRegister(request: AssessRequest, platform: Platform): Promise<number> {
  const assessed = assessOrExplain(request, platform);
  if (assessed === undefined) return EXIT.input;
  const { workspace, catalogue, assessment } = assessed;
  const gates = [...workspace.policy.gates, ...readGates(request.failOn, catalogue)];
  const failing = failingFindings(assessment, gates);
  const text =
    request.format === "json"
      ? jsonText(assessed)
      : await tableText(request, assessed, failing.length, gates.length > 0, platform);
  if (request.out === undefined) platform.print(text);
  else platform.write([{ path: request.out, content: text }], request.force);
  return failing.length > 0 ? EXIT.findings : EXIT.ok;
}

function jsonText({ workspace, register, catalogue, assessment }: Assessed): string {
  const languages = register.organisation.raw["languages"];
  const first = isRawList(languages) ? String(languages[0]) : workspace.language;
  const locate = evidenceLocator(workspace);
  return `${JSON.stringify(assessmentJson(assessment, catalogue, locate, first), undefined, 2)}\n`;
}

/** Places as outputs show them: the file relative to the register, the line where the field stands. */
export function evidenceLocator({ loaded }: Workspace) {
  return (place: Place) => ({ file: loaded.nameOf(place.file), span: loaded.locate(place) });
}

/** The table for the terminal; its last lines say what was examined, and how the gates stand. */
async function tableText(
  request: AssessRequest,
  assessed: Assessed,
  failing: number,
  gated: boolean,
  platform: Platform,
): Promise<string> {
  const { language, loaded } = assessed.workspace;
  const wording = wordsFor(language, ["command", "terms", "report"], platform);
  const brief = briefFor(assessed, wording, request.all ? undefined : MOST_FINDINGS, platform);
  const { renderTerminal } = await import("../render/terminal.ts");
  const size = { width: platform.columns ?? 100, colour: wantsColour(request, platform) };
  const table = renderTerminal(buildOverview(brief), size);
  if (request.quiet) return table;
  const { counts, findings } = assessed.assessment;
  const examined = { ...loaded.examined, criteria: assessed.catalogue.criteria.size };
  const closing = [
    wording.say("command.assess.closing", {
      ...closingParams(examined, wording.say),
      met: counts.met,
      "not-met": counts.notMet,
      unknown: counts.unknown,
      "not-applicable": counts.notApplicable,
      accepted: counts.accepted,
    }),
    wording.say("command.assess.next", { count: findings.length }),
  ];
  if (gated) {
    closing.unshift(failing === 0 ? wording.say("command.assess.gate-passed") : wording.say("command.assess.gate", { count: failing }));
  }
  return `${table.trimEnd()}\n\n${closing.join("\n")}\n`;
}

/** Findings shown before the rest is only counted. */
const MOST_FINDINGS = 10;
