import type { AssessmentRequest } from "../assess/assess.ts";
import { explainClass } from "../assess/explain-class.ts";
import { explainVerdict } from "../assess/explain.ts";
import { CODES } from "../model/codes.ts";
import { EXIT } from "../model/exit.ts";
import type { Platform } from "../model/platform.ts";
import type { LocalText } from "../model/values.ts";
import { LANGUAGES } from "../model/values.ts";
import type { Wording } from "../wording/wording.ts";
import type { Assessed } from "./assessed.ts";
import { assessOrExplain } from "./assessed.ts";
import type { ExplainRequest } from "./explain-catalogue.ts";
import {
  ambiguous,
  explainCode,
  explainFromCatalogue,
  explainWithoutRegister,
  printCatalogue,
  unknownSubject,
  voiceFor,
} from "./explain-catalogue.ts";
import { classLines, verdictLines } from "./explanation.ts";
import type { ExplanationVoice } from "./explanation-voice.ts";
import { openWorkspace, toolVersion } from "./workspace.ts";

/** Why: a contract's class, a verdict, a criterion, a clause, or a diagnostic code. */
export function explain(request: ExplainRequest, platform: Platform): number {
  if (request.criterion === undefined && Object.hasOwn(CODES, request.subject.toUpperCase())) {
    return explainCode(request.subject.toUpperCase() as keyof typeof CODES, request, platform);
  }
  if (request.criterion === undefined && explainFromCatalogue(request, platform)) return EXIT.ok;
  const workspace = openWorkspace(request, platform);
  if (request.criterion === undefined && explainWithoutRegister(request, workspace, platform))
    return EXIT.ok;
  const assessed = assessOrExplain(request, platform, workspace);
  if (assessed === undefined) return EXIT.input;
  const { kind, id } = subjectOf(request, assessed);
  if (kind === "criterion" || kind === "clause") {
    printCatalogue(kind, id, assessed.catalogue, request, assessed.workspace.language, platform);
    return EXIT.ok;
  }
  return explainSubject(kind, id, request, assessed, platform);
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
    clause: [...catalogue.clauses.values()].flatMap(({ id, code }) => [id, code]),
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
    throw ambiguous(
      subject,
      choices.map(({ kind }) => kind),
    );
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
