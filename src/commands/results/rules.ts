import { FINDING_KINDS } from "../../model/assessment.ts";
import { printable } from "../../model/printable.ts";
import type { ResultRule } from "../../model/results.ts";
import type { ReportBrief } from "../../report/brief.ts";

/** Kinds of finding that are about the class and not about a criterion. */
const CLASS_KINDS = FINDING_KINDS.filter(
  (kind) => kind.startsWith("class") || kind === "override-ineffective",
);

/** Every criterion in use, and the kinds of finding about the class, in code-unit order. */
export function rulesOfAssessment({ criteria, wording }: ReportBrief): readonly ResultRule[] {
  const { language, say } = wording;
  const ofCriteria = [...criteria.values()].map(({ id, group, level, text, statutory }) => {
    const { title, why, do: remedy } = text[language];
    const tags = [...new Set([group, level, ...(statutory ? ["statutory"] : [])])];
    return { id, title, help: printable(`${why} ${remedy}`), tags };
  });
  const ofClasses = CLASS_KINDS.map((kind) => ({
    id: kind,
    title: `${say(`terms.finding-kinds.${kind}`)}.`,
    help: printable(`${say(`report.finding.${kind}.why`)} ${say(`report.finding.${kind}.do`)}`),
    tags: ["class"],
  }));
  return [...ofCriteria, ...ofClasses].sort((left, right) => (left.id < right.id ? -1 : 1));
}
