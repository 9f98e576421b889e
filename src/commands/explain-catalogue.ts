import type { Catalogue } from "../model/catalogue.ts";
import type { Clause } from "../model/clause.ts";
import { CODES } from "../model/codes.ts";
import { diagnose } from "../model/diagnostic.ts";
import { EXIT } from "../model/exit.ts";
import { Failure } from "../model/failure.ts";
import type { Platform } from "../model/platform.ts";
import { nearest } from "../schema/suggest.ts";
import { makeFormat } from "../wording/format.ts";
import type { Wording } from "../wording/wording.ts";
import { clauseLines, criterionLines, ownLines } from "./catalogue-lines.ts";
import type { ExplanationVoice } from "./explanation-voice.ts";
import type { RegisterRequest, Workspace } from "./workspace.ts";
import { localeLanguage, openCatalogue, openWorkspace, paintFor, wordsFor } from "./workspace.ts";

export interface ExplainRequest extends RegisterRequest {
  /** `contract:x`, `criterion:x`, `clause:x`, `supplier:x`, a code, or a bare id. */
  readonly subject: string;
  readonly criterion: string | undefined;
  readonly format: "text" | "json";
}

// --- codes -----------------------------------------------------------------------------------------

/** What a diagnostic code means. */
export function explainCode(
  code: keyof typeof CODES,
  request: ExplainRequest,
  platform: Platform,
): number {
  const wording = wordsFor(
    request.lang ?? localeLanguage(platform),
    ["diagnostics", "command"],
    platform,
  );
  const paint = paintFor(request, platform);
  const { name, class: kind } = CODES[code];
  const heading = paint.heading(`${code} ${name} · ${wording.say(`diagnostics.classes.${kind}`)}`);
  platform.print(`${heading}\n${wording.say(`diagnostics.${code}.page`)}\n`);
  return EXIT.ok;
}

// --- catalogue -------------------------------------------------------------------------------------

/** A criterion or clause named with its kind needs no register. */
export function explainFromCatalogue(request: ExplainRequest, platform: Platform): boolean {
  const named = /^(criterion|clause):(.+)$/u.exec(request.subject);
  if (named === null) return false;
  const kind = named[1] as "criterion" | "clause";
  const workspace = hasPolicy(request, platform) ? openWorkspace(request, platform) : undefined;
  const catalogue = openCatalogue(request, workspace, platform);
  const language = request.lang ?? workspace?.language ?? localeLanguage(platform);
  printCatalogue(kind, named[2] ?? "", catalogue, request, language, platform);
  return true;
}

/** True where a policy may lay the organisation's own over the catalogue. */
function hasPolicy({ paths }: ExplainRequest, platform: Platform): boolean {
  const [folder = "."] = paths;
  return ["policy.yaml", "policy.yml"].some(
    (name) => platform.kindOf(folder === "." ? name : `${folder}/${name}`) !== "absent",
  );
}

/** Where there is no register, a bare id can only mean something of the catalogue. */
export function explainWithoutRegister(
  request: ExplainRequest,
  workspace: Workspace,
  platform: Platform,
): boolean {
  const { loaded, language } = workspace;
  if (!loaded.diagnostics.some(({ code }) => code === "F008")) return false;
  const catalogue = openCatalogue(request, workspace, platform);
  const { subject } = request;
  const kinds = [
    ...(catalogue.criteria.has(subject) ? (["criterion"] as const) : []),
    ...(clauseNamed(subject, catalogue) === undefined ? [] : (["clause"] as const)),
  ];
  const [kind, another] = kinds;
  if (kind === undefined) return false;
  if (another !== undefined) throw ambiguous(subject, kinds);
  printCatalogue(kind, subject, catalogue, request, language, platform);
  return true;
}

/** A clause by its id, or by the code that documents print. */
function clauseNamed(name: string, { clauses }: Catalogue): Clause | undefined {
  return clauses.get(name) ?? [...clauses.values()].find(({ code }) => code === name.toUpperCase());
}

/** A name that means several things; the choices say how to name each. */
export function ambiguous(id: string, kinds: readonly string[]): Failure {
  return new Failure([diagnose("U008", { id, choices: kinds.map((kind) => `${kind}:${id}`) })], 2);
}

/** Prints what a criterion or clause says. */
export function printCatalogue(
  kind: "criterion" | "clause",
  id: string,
  catalogue: Catalogue,
  request: ExplainRequest,
  language: Wording["language"],
  platform: Platform,
): void {
  const voice = voiceFor(request, language, () => "", platform);
  if (kind === "criterion") {
    const criterion = catalogue.criteria.get(id);
    if (criterion === undefined) throw unknownSubject(id, catalogue.criteria.keys());
    const own = catalogue.overrides.filter((each) => each.kind === "criterion" && each.id === id);
    const lines = [...criterionLines(criterion, voice), ...ownLines(own, voice)];
    platform.print(`${lines.join("\n")}\n`);
    return;
  }
  const clause = clauseNamed(id, catalogue);
  if (clause === undefined) throw unknownSubject(id, catalogue.clauses.keys());
  const callers = [...catalogue.criteria.values()]
    .filter((each) => each.remedy.clauses.includes(clause.id))
    .map((each) => each.id);
  platform.print(`${clauseLines(clause, callers, voice).join("\n")}\n`);
}

/** No such thing; with the nearest that is. */
export function unknownSubject(id: string, known: Iterable<string>): Failure {
  return new Failure([diagnose("U007", { id, suggestion: nearest(id, known) })], 2);
}

/** How an explanation is said: language, colour, places. */
export function voiceFor(
  request: ExplainRequest,
  language: Wording["language"],
  locate: ExplanationVoice["locate"],
  platform: Platform,
): ExplanationVoice {
  return {
    wording: wordsFor(language, ["explain", "terms"], platform),
    format: makeFormat(language),
    paint: paintFor(request, platform),
    locate,
  };
}
