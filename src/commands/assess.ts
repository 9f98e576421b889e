import type { Place } from "../model/diagnostic.ts";
import { EXIT } from "../model/exit.ts";
import type { Platform } from "../model/platform.ts";
import { isRawList, rawText } from "../model/values.ts";
import { assessmentJson } from "../render/assessment-json.ts";
import { buildOverview } from "../report/overview.ts";
import type { Assessed } from "./assessed.ts";
import { assessOrExplain } from "./assessed.ts";
import { briefFor } from "./brief.ts";
import { failingFindings, readGates } from "./gates.ts";
import { closingParams } from "./validate.ts";
import type { RegisterRequest, Workspace } from "./workspace.ts";
import { wantsColour, wordsFor } from "./workspace.ts";

export interface AssessRequest extends RegisterRequest {
  readonly format: "text" | "json";
  /** What makes the run fail, beside the policy's gates. */
  readonly failOn: readonly string[];
  readonly all: boolean;
  readonly out: string | undefined;
  readonly force: boolean;
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
  // The language of messages must change nothing in what other programs read.
  const languages = register.organisation.raw["languages"];
  const first = isRawList(languages) ? rawText(languages[0]) : (workspace.policy.language ?? "und");
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
