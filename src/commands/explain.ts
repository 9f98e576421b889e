import type { AssessmentRequest } from "../assess/assess.ts";
import { explainClass } from "../assess/explain-class.ts";
import { explainVerdict } from "../assess/explain.ts";
import type { Catalogue } from "../model/catalogue.ts";
import { CODES } from "../model/codes.ts";
import { diagnose } from "../model/diagnostic.ts";
import { EXIT } from "../model/exit.ts";
import { Failure } from "../model/failure.ts";
import type { Platform } from "../model/platform.ts";
import type { LocalText } from "../model/values.ts";
import { LANGUAGES } from "../model/values.ts";
import { nearest } from "../schema/suggest.ts";
import { makeFormat } from "../wording/format.ts";
import type { Wording } from "../wording/wording.ts";
import type { Assessed } from "./assessed.ts";
import { assessOrExplain } from "./assessed.ts";
import { clauseLines, criterionLines } from "./catalogue-lines.ts";
import { classLines, verdictLines } from "./explanation.ts";
import type { ExplanationVoice } from "./explanation-voice.ts";
import type { RegisterRequest } from "./workspace.ts";
import { localeLanguage, openCatalogue, paintFor, toolVersion, wordsFor } from "./workspace.ts";

export interface ExplainRequest extends RegisterRequest {
  /** `contract:x`, `criterion:x`, `clause:x`, `supplier:x`, a code, or a bare id. */
  readonly subject: string;
  readonly criterion: string | undefined;
  readonly format: "text" | "json";
}

/** Why: a contract's class, a verdict, a criterion, a clause, or a diagnostic code. */
export function explain(request: ExplainRequest, platform: Platform): number {
  if (request.criterion === undefined && Object.hasOwn(CODES, request.subject.toUpperCase())) {
    return explainCode(request.subject.toUpperCase() as keyof typeof CODES, request, platform);
  }
  if (request.criterion === undefined && explainFromCatalogue(request, platform)) return EXIT.ok;
  const assessed = assessOrExplain(request, platform);
  if (assessed === undefined) return EXIT.input;
  const { kind, id } = subjectOf(request, assessed);
  if (kind === "criterion" || kind === "clause") {
    printCatalogue(kind, id, assessed.catalogue, request, assessed.workspace.language, platform);
    return EXIT.ok;
  }
  return explainSubject(kind, id, request, assessed, platform);
}

// --- codes -----------------------------------------------------------------------------------------

function explainCode(
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
function explainFromCatalogue(request: ExplainRequest, platform: Platform): boolean {
  const named = /^(criterion|clause):(.+)$/u.exec(request.subject);
  if (named === null) return false;
  const kind = named[1] as "criterion" | "clause";
  const catalogue = openCatalogue(request, undefined, platform);
  printCatalogue(
    kind,
    named[2] ?? "",
    catalogue,
    request,
    request.lang ?? localeLanguage(platform),
    platform,
  );
  return true;
}

function printCatalogue(
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
    platform.print(`${criterionLines(criterion, voice).join("\n")}\n`);
    return;
  }
  const clause = catalogue.clauses.get(id);
  if (clause === undefined) throw unknownSubject(id, catalogue.clauses.keys());
  const callers = [...catalogue.criteria.values()]
    .filter((each) => each.remedy.clauses.includes(id))
    .map((each) => each.id);
  platform.print(`${clauseLines(clause, callers, voice).join("\n")}\n`);
}

function unknownSubject(id: string, known: Iterable<string>): Failure {
  return new Failure([diagnose("U007", { id, suggestion: nearest(id, known) })], 2);
}

function voiceFor(
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

// --- subjects of the register ----------------------------------------------------------------------

type SubjectKind = "contract" | "supplier" | "organisation" | "portfolio" | "criterion" | "clause";

/** What a word on the command line names; a bare id that names several things is refused with the choices. */
function subjectOf(
  { subject }: ExplainRequest,
  { register, catalogue, assessment }: Assessed,
): { readonly kind: SubjectKind; readonly id: string } {
  const kinds: Readonly<Record<SubjectKind, Iterable<string>>> = {
    contract: assessment.contracts.map(({ contract }) => contract.id),
    supplier: register.suppliers.map(({ id }) => id),
    organisation: [register.organisation.id],
    portfolio: ["portfolio"],
    criterion: catalogue.criteria.keys(),
    clause: catalogue.clauses.keys(),
  };
  const named = /^(contract|supplier|organisation|portfolio|criterion|clause):(.+)$/u.exec(subject);
  const choices = (Object.entries(kinds) as [SubjectKind, Iterable<string>][]).flatMap(
    ([kind, ids]) => {
      if (named !== null && named[1] !== kind) return [];
      const id = named?.[2] ?? subject;
      return [...ids].includes(id) ? [{ kind, id }] : [];
    },
  );
  const [only, ...others] = choices;
  if (only === undefined) {
    const all = Object.values(kinds).flatMap((ids) => [...ids]);
    throw unknownSubject(named?.[2] ?? subject, [...all, ...Object.keys(CODES)]);
  }
  if (others.length > 0) {
    const list = choices.map(({ kind, id }) => `${kind}:${id}`);
    throw new Failure([diagnose("U008", { id: subject, choices: list })], 2);
  }
  return only;
}

function explainSubject(
  kind: "contract" | "supplier" | "organisation" | "portfolio",
  id: string,
  request: ExplainRequest,
  assessed: Assessed,
  platform: Platform,
): number {
  const { workspace, register, catalogue, assessment } = assessed;
  const { loaded, language, asOf } = workspace;
  const locate: ExplanationVoice["locate"] = (place) => {
    const line = loaded.locate(place)?.start.line;
    return line === undefined ? loaded.nameOf(place.file) : `${loaded.nameOf(place.file)}:${line}`;
  };
  const voice = voiceFor(request, language, locate, platform);
  const asked: AssessmentRequest = {
    register,
    catalogue,
    asOf,
    toolVersion: toolVersion(platform),
  };
  if (request.criterion === undefined && kind === "contract") {
    const explained = explainClass(asked, id, loaded.rebuild);
    const contract = assessment.contracts.find(({ contract: each }) => each.id === id);
    if (explained === undefined || contract === undefined) throw unknownSubject(id, []);
    if (request.format === "json") platform.print(`${JSON.stringify(explained, undefined, 2)}\n`);
    else {
      const lines = classLines(
        explained,
        `${id} – ${textIn(contract.contract.title, language)}`,
        voice,
      );
      platform.print(`${[...lines, "", ...verdictList(contract.judgements, voice)].join("\n")}\n`);
    }
    return EXIT.ok;
  }
  const level = kind;
  const criteria = [...catalogue.criteria.values()].filter((each) => each.level === level);
  const wanted =
    request.criterion === undefined ? criteria : [catalogue.criteria.get(request.criterion)];
  if (wanted.length === 0 || wanted.includes(undefined)) {
    throw unknownSubject(
      request.criterion ?? id,
      criteria.map((each) => each.id),
    );
  }
  const texts: string[] = [];
  for (const criterion of wanted) {
    if (criterion === undefined) continue;
    const explained = explainVerdict(
      asked,
      subjectFor(criterion.level, kind, id, assessed),
      criterion,
      loaded.rebuild,
    );
    if (explained === undefined) throw unknownSubject(id, []);
    texts.push(
      request.format === "json"
        ? JSON.stringify(
            {
              judgement: explained.judgement,
              class: explained.class ?? null,
              changes: explained.changes,
            },
            undefined,
            2,
          )
        : verdictLines(explained, explained.subject.entry.id, voice).join("\n"),
    );
  }
  platform.print(`${texts.join("\n\n")}\n`);
  return EXIT.ok;
}

/** A supplier criterion asked for a contract is explained for its first supplier. */
function subjectFor(
  level: string,
  kind: string,
  id: string,
  { assessment, register }: Assessed,
): string {
  if (level === kind) return id;
  if (level === "supplier" && kind === "contract") {
    const contract = assessment.contracts.find((each) => each.contract.id === id);
    return contract?.contract.suppliers[0]?.supplier ?? "";
  }
  if (level === "organisation" || level === "portfolio") return register.organisation.id;
  throw unknownSubject(id, []);
}

function verdictList(
  judgements: Assessed["assessment"]["contracts"][number]["judgements"],
  { wording, paint }: ExplanationVoice,
): readonly string[] {
  return [
    `${wording.say("explain.verdicts")}:`,
    ...judgements.map(({ criterion, verdict, partial }) => {
      const half = partial ? `, ${wording.say("terms.verdict-details.partial")}` : "";
      return `  ${criterion}: ${paint.strong(wording.say(`terms.verdicts.${verdict}`) + half)}`;
    }),
  ];
}

function textIn(text: LocalText, language: Wording["language"]): string {
  if (typeof text === "string") return text;
  return (
    text[language] ?? LANGUAGES.map((each) => text[each]).find((each) => each !== undefined) ?? ""
  );
}
