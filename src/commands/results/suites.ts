import type { Finding, Judgement } from "../../model/assessment.ts";
import { printable } from "../../model/printable.ts";
import type { ResultCase, ResultSuite } from "../../model/results.ts";
import { acceptanceFor } from "../../assess/accept.ts";
import { countVerdicts } from "../../assess/counts.ts";
import { criterionText, describeFinding, firstSentence } from "../../report/described.ts";
import type { AssessedBrief, AssessedSubject } from "./assessed-brief.ts";

/** A suite for each subject that was judged, a case for each criterion on it. */
export function suitesOfAssessment(
  subjects: readonly AssessedSubject[],
  brief: AssessedBrief,
): readonly ResultSuite[] {
  const findings = new Map(
    brief.brief.assessment.findings.map((finding) => [
      `${finding.level} ${finding.subject ?? ""} ${finding.criterion ?? ""}`,
      finding,
    ]),
  );
  return subjects
    .filter(({ judgements }) => judgements.length > 0)
    .map((subject) => ({
      name: subject.id ?? "portfolio",
      counts: countVerdicts(subject.judgements),
      cases: subject.judgements.map((judgement) => {
        const key = `${subject.level} ${subject.id ?? ""} ${judgement.criterion}`;
        return caseOf(judgement, subject, findings.get(key), brief);
      }),
    }));
}

/** Met passes. What is missing fails, unless it is accepted or known; the unknown fails where a gate says so. */
function caseOf(
  judgement: Judgement,
  subject: AssessedSubject,
  finding: Finding | undefined,
  brief: AssessedBrief,
): ResultCase {
  const isKnown = finding !== undefined && brief.known.findings.has(finding);
  const fails = finding !== undefined && brief.failing.has(finding);
  const isMissing = judgement.verdict === "not-met" && !judgement.accepted && !isKnown;
  const outcome =
    judgement.verdict === "met" ? "passed" : fails || isMissing ? "failed" : "skipped";
  return {
    name: judgement.criterion,
    outcome,
    message: printable(messageOf(judgement, subject, finding, isKnown, brief)),
    at: outcome === "failed" ? (judgement.evidence[0] ?? subject.place) : undefined,
  };
}

function messageOf(
  judgement: Judgement,
  { accepted }: AssessedSubject,
  finding: Finding | undefined,
  isKnown: boolean,
  { brief }: AssessedBrief,
): string {
  const { say } = brief.wording;
  if (finding !== undefined) {
    const { what, act } = describeFinding(brief, finding);
    return isKnown ? `${what} (${say("results.known")})` : `${what} ${firstSentence(act)}`;
  }
  if (judgement.accepted) {
    const found = acceptanceFor(judgement.criterion, accepted, brief.assessment.asOf)?.acceptance;
    const { title } = criterionText(brief, judgement.criterion);
    return found === undefined
      ? title
      : say("results.accepted", {
          title,
          because: found.because,
          by: found.by,
          until: brief.format.day(found.until),
        });
  }
  if (judgement.verdict !== "not-applicable") return "";
  const name = say("terms.verdicts.not-applicable");
  return judgement.because === undefined ? name : `${name}: ${judgement.because}`;
}
