import type { Finding } from "../model/assessment.ts";
import type { CriterionText } from "../model/criterion.ts";
import type { ReportBrief } from "./brief.ts";

/** A finding in words. */
export interface DescribedFinding {
  /** What is missing, in one sentence. */
  readonly what: string;
  readonly why: string;
  /** What to do, or the question to answer. */
  readonly act: string;
}

const FIRST_SENTENCE = /^.*?[.!?]["”’)]*(?=\s+["“”‘(]?\p{Lu})/su;

/** The first sentence of a text, for where there is room for no more; abbreviations do not end one. */
export function firstSentence(text: string): string {
  return FIRST_SENTENCE.exec(text)?.[0] ?? text;
}

/** The texts of a criterion in the report's language; its id where the catalogue no longer has it. */
export function criterionText(brief: ReportBrief, id: string): CriterionText {
  return (
    brief.criteria.get(id)?.text[brief.wording.language] ?? { title: id, why: "", do: "", ask: "" }
  );
}

/** The question of a field; a field without one is asked for by its path. */
export function askFor({ wording }: ReportBrief, path: string): string {
  const key = `terms.fields.${path}.ask`;
  return wording.has(key) ? wording.say(key) : wording.say("report.questions.any-field", { path });
}

/** A finding about a criterion speaks with the criterion's words, one about the class with ours. */
export function describeFinding(brief: ReportBrief, finding: Finding): DescribedFinding {
  const { say } = brief.wording;
  const kind = say(`terms.finding-kinds.${finding.kind}`);
  const own = (part: string): string | undefined => {
    const key = `report.finding.${finding.kind}.${part}`;
    return brief.wording.has(key) ? say(key) : undefined;
  };
  if (finding.criterion === undefined) {
    return { what: `${kind}.`, why: own("why") ?? "", act: own("do") ?? "" };
  }
  const words = criterionText(brief, finding.criterion);
  const name = finding.partial ? `${kind}, ${say("terms.verdict-details.partial")}` : kind;
  return {
    what: `${name}: ${words.title}`,
    why: own("why") ?? words.why,
    act: finding.kind === "unknown" ? words.ask : (own("do") ?? words.do),
  };
}
