import { baselineOf } from "../assess/baseline.ts";
import { factsTextOf } from "../assess/facts-digest.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Place } from "../model/diagnostic.ts";
import { EXIT } from "../model/exit.ts";
import { Failure } from "../model/failure.ts";
import type { Output, Platform } from "../model/platform.ts";
import { isRawList, rawText } from "../model/values.ts";
import { assessmentJson } from "../render/assessment-json.ts";
import { baselineJson } from "../render/baseline-json.ts";
import { buildOverview } from "../report/overview.ts";
import { assessOrExplain } from "./assessed.ts";
import { briefFor } from "./brief.ts";
import { MOST_FINDINGS, closingLines, gateLines } from "./closing.ts";
import type { Gated } from "./gated.ts";
import { gate } from "./gated.ts";
import { resultsOfAssessment } from "./results/of-assessment.ts";
import type { Wanted } from "./results/outputs.ts";
import { digestOf } from "./results/digest.ts";
import { deliver, readWanted } from "./results/outputs.ts";
import { deliverUnread } from "./results/unread.ts";
import { talk } from "./say.ts";
import type { RegisterRequest } from "./workspace.ts";
import { openWorkspace, wantsColour, wordsFor } from "./workspace.ts";

export interface AssessRequest extends RegisterRequest {
  /** Names of forms, or `name=path`; none: a table for people. */
  readonly formats: readonly string[];
  /** What makes the run fail, beside the policy's gates. */
  readonly failOn: readonly string[];
  /** A file with what is known already. */
  readonly baseline: string | undefined;
  /** Where to write what is found now, to be known from then on. */
  readonly writeBaseline: string | undefined;
  /** Leave out of the baseline's file what is cured. */
  readonly prune: boolean;
  readonly all: boolean;
  readonly out: string | undefined;
  readonly force: boolean;
}

/** Verdicts on every contract, and what to do first. */
export async function assessRegister(request: AssessRequest, platform: Platform): Promise<number> {
  const wanted = readWanted(request.formats, request.out);
  if (request.prune && request.baseline === undefined) throw new Failure([diagnose("U021", {})], 2);
  const workspace = openWorkspace(request, platform);
  const assessed = assessOrExplain(request, platform, workspace);
  if (assessed === undefined) {
    await deliverUnread(workspace, wanted, request.force, platform);
    return EXIT.input;
  }
  const gated = gate(assessed, request, platform);
  const written = await deliver(
    wanted,
    {
      draw: (each) => draw(each, request, gated, platform),
      results: () => results(gated, platform),
      wording: () => wordsFor(workspace.language, ["results"], platform),
      also: baselineFiles(request, gated),
      force: request.force,
    },
    platform,
  );
  tellWritten(written, wanted, request, gated, platform);
  return gated.failing.length > 0 ? EXIT.findings : EXIT.ok;
}

function baselineFiles(
  request: AssessRequest,
  { assessment, known, digest }: Gated,
): readonly Output[] {
  const { baseline, prune, writeBaseline } = request;
  const pruned =
    prune && baseline !== undefined
      ? [{ path: baseline, content: baselineJson(known.pruned), rewrites: true }]
      : [];
  if (writeBaseline === undefined) return pruned;
  return [
    ...pruned,
    { path: writeBaseline, content: baselineJson(baselineOf(assessment, digest)) },
  ];
}

async function draw(
  wanted: Wanted,
  request: AssessRequest,
  gated: Gated,
  platform: Platform,
): Promise<string> {
  if (wanted.format === "json") return jsonText(gated);
  const onTerminal = wanted.path === undefined;
  const size = {
    width: (onTerminal ? platform.columns : undefined) ?? 100,
    colour: onTerminal && wantsColour(request, platform),
  };
  const wording = wordsFor(gated.workspace.language, ["command", "terms", "report"], platform);
  const brief = briefFor(gated, wording, request.all ? undefined : MOST_FINDINGS, platform);
  const { renderTerminal } = await import("../render/terminal.ts");
  const known = gated.known.compared ? { known: gated.known.findings } : {};
  const table = renderTerminal(buildOverview({ ...brief, ...known }), size);
  if (request.quiet) return table;
  return `${table.trimEnd()}\n\n${closingLines(gated, wording, platform).join("\n")}\n`;
}

function jsonText({ workspace, register, catalogue, assessment, known }: Gated): string {
  const { loaded, policy } = workspace;
  // The language of messages must change nothing in what other programs read.
  const languages = register.organisation.raw["languages"];
  const first = isRawList(languages) ? rawText(languages[0]) : (policy.language ?? "und");
  // Places as outputs show them: the file relative to the register, the line where the field stands.
  const locate = (place: Place) => ({
    file: loaded.nameOf(place.file),
    span: loaded.locate(place),
  });
  const marks = known.compared ? { known: known.findings, absent: known.absent.length } : undefined;
  return `${JSON.stringify(assessmentJson(assessment, catalogue, locate, first, marks), undefined, 2)}\n`;
}

function results(gated: Gated, platform: Platform): ReturnType<typeof resultsOfAssessment> {
  const { workspace, register, catalogue, assessment, failing, known } = gated;
  const areas = ["command", "terms", "report", "results", "diagnostics"] as const;
  const wording = wordsFor(workspace.language, areas, platform);
  return resultsOfAssessment({
    brief: briefFor(gated, wording, undefined, platform),
    failing: new Set(failing.map(({ finding }) => finding)),
    known,
    facts: factsTextOf(register, assessment),
    digest: (text) => digestOf(text, 32, platform),
    counts: {
      files: assessment.provenance.inputs.length,
      contracts: assessment.contracts.length,
      criteria: catalogue.criteria.size,
      ...assessment.counts,
    },
    loaded: workspace.loaded,
  });
}

/** What was written; and where no table has told it, what the gates stop and why. */
function tellWritten(
  written: readonly string[],
  wanted: readonly Wanted[],
  request: AssessRequest,
  { workspace, failing, gated }: Gated,
  platform: Platform,
): void {
  const { say } = wordsFor(workspace.language, ["command"], platform);
  const isTold = wanted.some(({ format, path }) => format === "text" && path === undefined);
  const lines = [
    ...(gated && !isTold ? gateLines(failing, say) : []),
    ...(written.length === 0 ? [] : [say("command.written", { count: written.length })]),
    ...written.map((path) => `  ${path}`),
  ];
  if (lines.length > 0) talk(lines.join("\n"), request.quiet, platform);
}
