import type { Standing } from "../../interview/standing.ts";
import { standingOf } from "../../interview/standing.ts";
import { contractOf, supplierOf } from "../../load/build.ts";
import type { Catalogue } from "../../model/catalogue.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { diagnose } from "../../model/diagnostic.ts";
import { EXIT } from "../../model/exit.ts";
import { Failure } from "../../model/failure.ts";
import type { Platform } from "../../model/platform.ts";
import type { SourceView } from "../../render/diagnostics.ts";
import { unifiedDiff } from "../../render/unified-diff.ts";
import type { SourceDocument } from "../../source/document.ts";
import type { ExplanationVoice } from "../explanation-voice.ts";
import { diagnosticsText, talk } from "../say.ts";
import type { RegisterRequest, Workspace } from "../workspace.ts";
import { openWorkspace, toolVersion } from "../workspace.ts";
import type { WrittenAnswer } from "./answers-file.ts";
import { readAnswers } from "./answers-file.ts";
import { changeLines } from "./closing-text.ts";
import { keptLines, outcomeLines } from "./outcome-text.ts";
import type { AmendedFile } from "./write-answers.ts";
import { amendFiles, editsOf, faultsAtAnswers, withTexts } from "./write-answers.ts";

export interface AnswersRequest extends RegisterRequest {
  readonly contract: string | undefined;
  readonly answers: string;
  readonly dryRun: boolean;
}

/** Writes scripted answers: all of them, checked as the register they give, or none. */
export function answerFromFile(
  request: AnswersRequest,
  workspace: Workspace,
  catalogue: Catalogue,
  voice: ExplanationVoice,
  platform: Platform,
): number {
  const { register } = workspace.loaded;
  if (register === undefined) return EXIT.input;
  const { document, answers, diagnostics } = readAnswers(
    request.answers,
    request.contract,
    register,
    platform,
  );
  const explain = (faults: readonly Diagnostic[], at: Workspace): number => {
    const source = viewOf(document, at);
    platform.warn(`${diagnosticsText(faults, source, voice.wording, voice.paint, true)}\n`);
    return EXIT.input;
  };
  if (diagnostics.length > 0) return explain(diagnostics, workspace);
  const files = amendFiles(answers, platform);
  const refused = files.filter((each) => each.refused !== undefined);
  if (refused.length > 0) return explainRefused(refused, workspace, voice, platform);
  const after = openWorkspace(request, withTexts(files, platform));
  const faults = faultsAtAnswers(after.loaded.diagnostics, answers);
  if (faults.length > 0 || after.loaded.register === undefined) return explain(faults, after);
  for (const { file, before, after: text } of request.dryRun ? files : [])
    platform.print(unifiedDiff(workspace.loaded.nameOf(file), before, text));
  if (!request.dryRun) write(files, workspace, platform);
  talk(
    doneLines(answers, !request.dryRun, workspace, after, catalogue, voice, platform).join("\n"),
    request.quiet,
    platform,
  );
  return EXIT.ok;
}

/** Diagnostics point into the file of answers, or into the register with the answers in it. */
function viewOf(document: SourceDocument, { loaded }: Workspace): SourceView {
  return {
    locate: (place) =>
      place.file === document.file ? document.locate(place) : loaded.locate(place),
    lineOf: (file, line) =>
      file === document.file ? document.lines.lineAt(line) : loaded.lineOf(file, line),
  };
}

function explainRefused(
  refused: readonly AmendedFile[],
  { loaded }: Workspace,
  voice: ExplanationVoice,
  platform: Platform,
): number {
  const lines = refused.flatMap(({ file, refused: obstacle }) =>
    obstacle === undefined
      ? []
      : keptLines(
          {
            kind: "kept",
            edits: [],
            file: loaded.nameOf(file),
            because: obstacle.reason,
            failure: [],
            snippet: obstacle.snippet,
          },
          voice,
        ),
  );
  platform.warn(`${lines.join("\n")}\n`);
  return EXIT.input;
}

/** Nobody's change is written over: a file that is no longer what was read stops all. */
function write(files: readonly AmendedFile[], { loaded }: Workspace, platform: Platform): void {
  for (const { file } of files) {
    const path = loaded.nameOf(file);
    const read = loaded.register?.inputs.find((each) => each.path === path)?.sha256;
    if (platform.sha256(platform.readFile(file)) !== read)
      throw new Failure([diagnose("F013", { path: file }, { file })], 3);
  }
  platform.write(
    files.map(({ file, after }) => ({ path: platform.resolve(file), content: after })),
    true,
  );
}

function doneLines(
  answers: readonly WrittenAnswer[],
  onDisk: boolean,
  before: Workspace,
  after: Workspace,
  catalogue: Catalogue,
  voice: ExplanationVoice,
  platform: Platform,
): readonly string[] {
  const written = answers.flatMap((answer) => {
    const file = before.loaded.nameOf(answer.entry.place.file);
    return outcomeLines(
      { kind: "written", file, changedMeanwhile: false, onDisk },
      editsOf(answer),
      voice,
    );
  });
  const contracts = new Set(
    answers.flatMap(({ shape, entry }) => (shape === "contract" ? [entry.id] : [])),
  );
  const changes = [...contracts].flatMap((id) => {
    const [was, is] = [before, after].map((each) => standingIn(each, id, catalogue, platform));
    if (was === undefined || is === undefined) return [];
    return [voice.paint.heading(id), ...changeLines(was, is, voice)];
  });
  return [...written, ...changes];
}

function standingIn(
  { loaded, asOf }: Workspace,
  id: string,
  catalogue: Catalogue,
  platform: Platform,
): Standing | undefined {
  if (loaded.register === undefined) return undefined;
  const make = { contract: contractOf, supplier: supplierOf };
  return standingOf(
    { register: loaded.register, catalogue, asOf, toolVersion: toolVersion(platform), make },
    id,
  );
}
