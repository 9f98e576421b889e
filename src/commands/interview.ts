import { openQuestions } from "../interview/open-questions.ts";
import { questionsInOrder } from "../interview/order.ts";
import type { Catalogue } from "../model/catalogue.ts";
import { diagnose, isError } from "../model/diagnostic.ts";
import { EXIT } from "../model/exit.ts";
import { Failure } from "../model/failure.ts";
import type { Platform } from "../model/platform.ts";
import { nearest } from "../schema/suggest.ts";
import { makeFormat } from "../wording/format.ts";
import type { ExplanationVoice } from "./explanation-voice.ts";
import { answerFromFile } from "./interview/answer-from-file.ts";
import { closingLines, openingLines } from "./interview/closing-text.ts";
import { converse } from "./interview/conversation.ts";
import { listingJson, listingText } from "./interview/listing.ts";
import { promptAt } from "./interview/prompt.ts";
import type { Session } from "./interview/session.ts";
import { openSession } from "./interview/session.ts";
import { diagnosticsText, talk } from "./say.ts";
import type { RegisterRequest, Workspace } from "./workspace.ts";
import { openCatalogue, openWorkspace, paintFor, wordsFor } from "./workspace.ts";
import { unifiedDiff } from "../render/unified-diff.ts";

export interface InterviewCommand extends RegisterRequest {
  /** Undefined only where a file of answers names the contracts itself. */
  readonly contract: string | undefined;
  /** File of scripted answers, `-` for standard input. */
  readonly answers: string | undefined;
  readonly dryRun: boolean;
  readonly list: boolean;
  /** Ask or list every question, also of a contract of the least class. */
  readonly all: boolean;
  readonly format: "text" | "json";
}

/** Asks the open questions of a contract, in the order of what they would narrow, and writes the answers into the register. */
export function interview(request: InterviewCommand, platform: Platform): number {
  if (request.paths.includes("-")) throw new Failure([diagnose("U032", {})], 2);
  const workspace = openWorkspace(request, platform);
  const voice = voiceFor(request, workspace, platform);
  if (workspace.loaded.register === undefined) {
    const serious = workspace.loaded.diagnostics.filter(isError);
    const { paint, wording } = voice;
    platform.warn(`${diagnosticsText(serious, workspace.loaded, wording, paint, false)}\n`);
    return EXIT.input;
  }
  const catalogue = openCatalogue(request, workspace, platform);
  if (request.answers !== undefined && !request.list)
    return answerFromFile(
      { ...request, answers: request.answers },
      workspace,
      catalogue,
      voice,
      platform,
    );
  if (request.contract === undefined)
    throw new Failure([diagnose("U003", { argument: "contract" })], 2);
  const session = sessionFor(request.contract, request, workspace, catalogue, platform);
  if (session === undefined) {
    talk(
      voice.wording.say("interview.ended", { contract: request.contract }),
      request.quiet,
      platform,
    );
    return EXIT.ok;
  }
  if (request.list) {
    const list = request.format === "json" ? listingJson : listingText;
    platform.print(list(session.standing(), voice, request.all));
    return EXIT.ok;
  }
  return sitDown(session, request, voice, platform);
}

function voiceFor(
  request: InterviewCommand,
  { language, loaded }: Workspace,
  platform: Platform,
): ExplanationVoice {
  return {
    wording: wordsFor(
      language,
      ["interview", "explain", "terms", "diagnostics", "command"],
      platform,
    ),
    format: makeFormat(language),
    paint: paintFor(request, platform),
    locate: (place) => loaded.nameOf(place.file),
  };
}

/** Undefined where the contract has ended: nothing is asked about it. */
function sessionFor(
  contract: string,
  request: InterviewCommand,
  workspace: Workspace,
  catalogue: Catalogue,
  platform: Platform,
): Session | undefined {
  const ids = workspace.loaded.register?.contracts.map(({ id }) => id) ?? [];
  if (!ids.includes(contract))
    throw new Failure([diagnose("U007", { id: contract, suggestion: nearest(contract, ids) })], 2);
  const reopen = (): Workspace => openWorkspace(request, platform);
  return openSession({ contract, catalogue, workspace, dryRun: request.dryRun, reopen }, platform);
}

/** The conversation, where somebody sits at the terminal; without one nothing is asked. */
function sitDown(
  session: Session,
  request: InterviewCommand,
  voice: ExplanationVoice,
  platform: Platform,
): number {
  const before = session.standing();
  const open = openQuestions(before);
  if (!platform.canAsk() && open.length > 0) {
    const fields = questionsInOrder(before).map(({ shape, entry, path }) =>
      shape === "supplier" ? `suppliers.${entry}.${path}` : path,
    );
    throw new Failure([diagnose("U030", { contract: before.contract.id, fields })], 2);
  }
  const prompt = promptAt(platform);
  prompt.say(openingLines(before, open.length, request.dryRun, voice));
  const conversed = converse({ session, prompt, voice }, request.all);
  prompt.say(closingLines(before, session, conversed, request.paths, voice));
  if (request.dryRun)
    for (const { file, before: was, after } of session.texts())
      platform.print(unifiedDiff(file, was, after));
  return EXIT.ok;
}
