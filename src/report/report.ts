import type { Report, ReportWords } from "../model/report.ts";
import type { Wording } from "../wording/wording.ts";
import type { ReportBrief } from "./brief.ts";
import { organisationName } from "./names.ts";
import { contracts } from "./sections/contract.ts";
import { coverage } from "./sections/coverage.ts";
import { criteria } from "./sections/criteria.ts";
import { exceptions } from "./sections/exceptions.ts";
import { findings } from "./sections/findings.ts";
import { method } from "./sections/method.ts";
import { organisation } from "./sections/organisation.ts";
import { portfolio } from "./sections/portfolio.ts";
import { questions } from "./sections/questions.ts";
import { summary } from "./sections/summary.ts";
import { suppliers } from "./sections/supplier.ts";
import { vitalFunctions } from "./sections/vital-functions.ts";

/** In the order in which a reader wants to know: the answer, what to do, what to ask, then the proof. */
const SECTIONS = [
  summary,
  portfolio,
  vitalFunctions,
  findings,
  questions,
  contracts,
  suppliers,
  organisation,
  coverage,
  criteria,
  exceptions,
  method,
];

/** The report on an assessment, in the language of the brief's wording. */
export function buildReport(brief: ReportBrief): Report {
  const { wording, assessment, tool } = brief;
  return {
    language: wording.language,
    title: wording.say("report.title"),
    subtitle: wording.say("report.subtitle"),
    organisation: organisationName(brief),
    asOf: assessment.asOf,
    marking: brief.marking,
    words: reportWords(wording),
    blocks: SECTIONS.flatMap((section) => section(brief)),
    producer: `${tool.name} ${tool.version}`,
  };
}

/** Words that the renderers put around the blocks; the page numbers stay for them to fill in. */
export function reportWords({ say }: Wording): ReportWords {
  return {
    contents: say("report.words.contents"),
    pageOf: say("report.words.page-of", { page: "{page}", pages: "{pages}" }),
    shown: say("report.words.shown"),
    open: say("report.words.open"),
    skipToContent: say("report.words.skip-to-content"),
  };
}
