import type { Arrange, AskedFields, AskedScope } from "../assess/asked-fields.ts";
import {
  contractFields,
  levelFields,
  organisationFields,
  supplierFields,
} from "../assess/asked-fields.ts";
import { questionsInOrder } from "../interview/order.ts";
import { keyOf } from "../interview/question.ts";
import { standingOf } from "../interview/standing.ts";
import { contractOf, supplierOf } from "../load/build.ts";
import type { AskedField } from "../model/asked-field.ts";
import { ANY_ENTRY, keyOfField } from "../model/asked-field.ts";
import type { CriticalityClass } from "../model/classes.ts";
import { CLASSES } from "../model/classes.ts";
import { diagnose } from "../model/diagnostic.ts";
import { EXIT } from "../model/exit.ts";
import { Failure } from "../model/failure.ts";
import type { Platform } from "../model/platform.ts";
import type { Register } from "../model/register.ts";
import type { Language, LocalText } from "../model/values.ts";
import { LANGUAGES } from "../model/values.ts";
import type { QuestionnaireBrief } from "../report/questionnaire/questionnaire.ts";
import type { Assessed } from "./assessed.ts";
import { assessOrExplain } from "./assessed.ts";
import type { CatalogueExportRequest } from "./catalogue-export.ts";
import { writeDocuments } from "./catalogue-export.ts";
import type { CatalogueInUse } from "./catalogue-in-use.ts";
import { catalogueInUse, withPaths } from "./catalogue-in-use.ts";
import { unknownSubject } from "./explain-catalogue.ts";
import { talk } from "./say.ts";
import { openWorkspace, toolVersion } from "./workspace.ts";

export interface QuestionnaireRequest extends Omit<CatalogueExportRequest, "lists" | "format"> {
  /** `contract:ID`, `supplier:ID`, `organisation`; `contract` or `supplier` alone: a form about none. */
  readonly subject: string;
  /** For a form about none: the class that it is for. */
  readonly class: CriticalityClass | undefined;
  /** True: every question that concerns the subject, answered or not. */
  readonly all: boolean;
  readonly format: "xlsx" | "csv";
}

const LEVELS = ["contract", "supplier", "organisation"] as const;
type FormLevel = (typeof LEVELS)[number];

interface FormSubject {
  readonly level: FormLevel;
  /** Undefined for a form that is about no entry, and for the one organisation there is. */
  readonly id: string | undefined;
}

/** A form with the questions on a subject, for those who fill it in away from the tool. */
export async function exportQuestionnaire(
  request: QuestionnaireRequest,
  platform: Platform,
): Promise<number> {
  const subject = subjectIn(request.subject);
  const workspace = openWorkspace(registerOf(request, subject, platform), platform);
  const opened = catalogueInUse(request, platform, workspace);
  if (opened === undefined) return EXIT.input;
  const nothingRead = workspace.loaded.diagnostics.some(({ code }) => code === "F008");
  const isForm = subject.id === undefined && (subject.level !== "organisation" || nothingRead);
  const asked = isForm
    ? blankForm(subject.level, request, opened)
    : openForm(subject, request, opened, platform);
  if (asked === undefined) return EXIT.input;
  const brief = briefOf(asked, request, opened, platform);
  if (brief.fields.length === 0) {
    talk(brief.wording.say("catalogue.form.nothing"), request.quiet, platform);
    return EXIT.ok;
  }
  const content = await contentOf(brief, request);
  writeDocuments([{ name: "questionnaire", content }], request, brief.wording.language, platform);
  if (brief.left > 0)
    talk(brief.wording.say("catalogue.form.left", { count: brief.left }), request.quiet, platform);
  return EXIT.ok;
}

/** A form about an entry needs its register: the folder one stands in, unless another is named. */
function registerOf(
  request: QuestionnaireRequest,
  { id, level }: FormSubject,
  platform: Platform,
): QuestionnaireRequest {
  if (request.paths.length > 0) return request;
  return id === undefined && level !== "organisation"
    ? withPaths(request, platform)
    : { ...request, paths: ["."] };
}

/** The questions, and whom they are about. */
interface Asked extends AskedFields {
  /** Undefined for a form that is about no entry. */
  readonly register: Register | undefined;
  readonly subject: FormSubject;
}

function subjectIn(written: string): FormSubject {
  const [, word = "", id] = /^([a-z]+)(?::(.+))?$/u.exec(written) ?? [];
  const level = LEVELS.find((each) => each === word);
  if (level === undefined || (level === "organisation" && id !== undefined)) {
    const allowed = ["contract:ID", "supplier:ID", ...LEVELS];
    throw new Failure([diagnose("U005", { option: "--for", value: written, allowed })], 2);
  }
  return { level, id };
}

function blankForm(
  level: FormLevel,
  { class: criticality }: QuestionnaireRequest,
  { brief }: CatalogueInUse,
): Asked {
  const classes = criticality === undefined ? CLASSES : [criticality];
  return {
    ...levelFields(level, classes, brief.catalogue),
    register: undefined,
    subject: { level, id: undefined },
  };
}

function openForm(
  subject: FormSubject,
  request: QuestionnaireRequest,
  { workspace }: CatalogueInUse,
  platform: Platform,
): Asked | undefined {
  const assessed = assessOrExplain(request, platform, workspace);
  if (assessed === undefined) return undefined;
  const { register, catalogue, assessment } = assessed;
  const scope: AskedScope = request.all ? "all" : "open";
  const { level, id = "" } = subject;
  switch (level) {
    case "organisation":
      return { ...organisationFields(scope, assessment, catalogue), register, subject };
    case "supplier": {
      if (!register.suppliers.some((each) => each.id === id))
        throw unknownSubject(
          id,
          register.suppliers.map((each) => each.id),
        );
      return { ...supplierFields(id, scope, assessment, catalogue), register, subject };
    }
    case "contract": {
      const found = assessment.contracts.find(({ contract }) => contract.id === id);
      if (found === undefined)
        throw unknownSubject(
          id,
          assessment.contracts.map(({ contract }) => contract.id),
        );
      const { asOf } = assessment;
      const arrange = narrowingFirst(id, assessed, platform);
      return { ...contractFields(found, scope, catalogue, asOf, arrange), register, subject };
    }
  }
}

/** As an interview would ask: what narrows most what is known of the contract first; what it asks nothing of last. */
function narrowingFirst(id: string, assessed: Assessed, platform: Platform): Arrange {
  const { register, catalogue, workspace } = assessed;
  const request = {
    register,
    catalogue,
    asOf: workspace.asOf,
    toolVersion: toolVersion(platform),
    make: { contract: contractOf, supplier: supplierOf },
  };
  const standing = standingOf(request, id);
  const order = standing === undefined ? [] : questionsInOrder(standing);
  const places = new Map(order.map((question, place) => [keyOf(question), place]));
  const placeOf = (field: AskedField): number => {
    const block = field.path.split(".").slice(0, -1).join(".");
    // A block that an interview asks about whole is asked about in parts on a form.
    return (
      places.get(keyOfField(field)) ??
      places.get(keyOfField({ ...field, path: block })) ??
      places.size
    );
  };
  return (fields) => fields.toSorted((left, right) => placeOf(left) - placeOf(right));
}

function briefOf(
  { fields, left, register, subject }: Asked,
  request: QuestionnaireRequest,
  { brief, workspace }: CatalogueInUse,
  platform: Platform,
): QuestionnaireBrief {
  const { catalogue, wording, format, write } = brief;
  const { level, id } = subject;
  const nameOf = (shape: AskedField["shape"], entry: string): string =>
    register === undefined ? "" : nameIn(register, shape, entry, wording.language);
  const entry =
    level === "organisation" ? (register?.organisation.id ?? ANY_ENTRY) : (id ?? ANY_ENTRY);
  return {
    subject: request.subject,
    subjectName: nameOf(level, entry),
    fields,
    left,
    nameOf: (field) => nameOf(field.shape, field.entry),
    clauses: catalogue.clauses,
    vitalFunctions: catalogue.vitalFunctions,
    wording,
    format,
    write,
    catalogue: {
      version: catalogue.version,
      digest: catalogue.digest,
      profile: catalogue.profile.id,
    },
    asOf: register === undefined ? undefined : workspace.asOf,
    producer: `beredskap ${toolVersion(platform)}`,
  };
}

/** Id and name of an entry, as its reader knows it. */
function nameIn(
  register: Register,
  shape: AskedField["shape"],
  id: string,
  language: Language,
): string {
  const written =
    shape === "contract"
      ? register.contracts.find((each) => each.id === id)?.title
      : shape === "supplier"
        ? register.suppliers.find((each) => each.id === id)?.name
        : register.organisation.name;
  const name = written === undefined ? "" : textIn(written, language);
  if (shape === "organisation") return name === "" ? id : name;
  return name === "" || name === id ? id : `${id} – ${name}`;
}

function textIn(text: LocalText, language: Language): string {
  if (typeof text === "string") return text;
  return (
    [language, ...LANGUAGES].map((each) => text[each]).find((each) => each !== undefined) ?? ""
  );
}

async function contentOf(
  brief: QuestionnaireBrief,
  { format, plainCsv }: QuestionnaireRequest,
): Promise<string | Uint8Array> {
  if (format === "csv") {
    const { questionTable } = await import("../report/questionnaire/question-table.ts");
    const { renderCsv, dialectFor } = await import("../render/csv.ts");
    return renderCsv(questionTable(brief), dialectFor(brief.wording.language, plainCsv));
  }
  const { questionnaireWorkbook } =
    await import("../report/questionnaire/questionnaire-workbook.ts");
  const { renderWorkbook } = await import("../render/workbook.ts");
  return renderWorkbook(questionnaireWorkbook(brief));
}
