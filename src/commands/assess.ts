import type { Place } from "../model/diagnostic.ts";
import type { Finding, Note } from "../model/assessment.ts";
import { EXIT } from "../model/exit.ts";
import type { Platform } from "../model/platform.ts";
import { isRawList, rawText } from "../model/values.ts";
import { assessmentJson } from "../render/assessment-json.ts";
import { buildOverview } from "../report/overview.ts";
import type { Wording } from "../wording/wording.ts";
import type { Assessed } from "./assessed.ts";
import { assessOrExplain } from "./assessed.ts";
import { briefFor } from "./brief.ts";
import { failingFindings, readGates, underProfile } from "./gates.ts";
import { overrideLines } from "./override-lines.ts";
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
  const gates = underProfile(
    [...workspace.policy.gates, ...readGates(request.failOn, catalogue)],
    catalogue.profile,
  );
  const failing = failingFindings(assessment, gates);
  const text =
    request.format === "json"
      ? jsonText(assessed)
      : await tableText(request, assessed, failing, gates.length > 0, platform);
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
function evidenceLocator({ loaded }: Workspace) {
  return (place: Place) => ({ file: loaded.nameOf(place.file), span: loaded.locate(place) });
}

/** The table for the terminal; its last lines say what was examined, and how the gates stand. */
async function tableText(
  request: AssessRequest,
  assessed: Assessed,
  failing: readonly Finding[],
  gated: boolean,
  platform: Platform,
): Promise<string> {
  const { language } = assessed.workspace;
  const wording = wordsFor(language, ["command", "terms", "report"], platform);
  const brief = briefFor(assessed, wording, request.all ? undefined : MOST_FINDINGS, platform);
  const { renderTerminal } = await import("../render/terminal.ts");
  const size = { width: platform.columns ?? 100, colour: wantsColour(request, platform) };
  const table = renderTerminal(buildOverview(brief), size);
  if (request.quiet) return table;
  return `${table.trimEnd()}\n\n${closingLines(assessed, failing, gated, wording, platform).join("\n")}\n`;
}

function closingLines(
  { workspace, catalogue, assessment }: Assessed,
  failing: readonly Finding[],
  gated: boolean,
  wording: Wording,
  platform: Platform,
): readonly string[] {
  const { say } = wording;
  const { counts, notes } = assessment;
  const examined = {
    files: workspace.loaded.examined.files,
    contracts: assessment.contracts.length,
    suppliers: assessment.suppliers.filter(({ class: interval }) => interval !== undefined).length,
    criteria: catalogue.criteria.size,
  };
  return [
    ...(notes.length === 0
      ? []
      : noteLines(notes, wordsFor(wording.language, ["diagnostics"], platform))),
    ...(gated ? gateLines(failing, say) : []),
    ...overrideLines(assessment.provenance.overrides, say),
    say("command.assess.closing", {
      ...closingParams(examined, say),
      met: counts.met,
      "not-met": counts.notMet,
      unknown: counts.unknown,
      "not-applicable": counts.notApplicable,
      accepted: counts.accepted,
    }),
    say("command.assess.next"),
  ];
}

/** What was left out of the assessment, or is worth knowing about it. */
function noteLines(notes: readonly Note[], { say }: Wording): readonly string[] {
  return notes.map(({ code, params }) => `${code} ${say(`diagnostics.${code}.says`, params)}`);
}

function gateLines(failing: readonly Finding[], say: Wording["say"]): readonly string[] {
  if (failing.length === 0) return [say("command.assess.gate-passed")];
  const shown = failing.slice(0, MOST_FINDINGS);
  const left = failing.length - shown.length;
  return [
    say("command.assess.gate", { count: failing.length }),
    ...shown.map(({ subject, criterion }) =>
      `  ${say("command.assess.gate-finding", { subject: subject ?? "portfolio", criterion: criterion ?? "" })}`.trimEnd(),
    ),
    ...(left > 0 ? [`  ${say("command.left-out", { count: left })}`] : []),
  ];
}

/** Findings shown before the rest is only counted. */
const MOST_FINDINGS = 10;
