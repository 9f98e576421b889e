import type { Assessment, Finding } from "../../model/assessment.ts";
import type { BaselineEntry } from "../../model/baseline.ts";
import type { Level } from "../../model/criterion.ts";
import type { Place } from "../../model/diagnostic.ts";
import { printable } from "../../model/printable.ts";
import type { Entry } from "../../model/register.ts";
import type { Result, Results } from "../../model/results.ts";
import { acceptanceFor } from "../../assess/accept.ts";
import type { ReportBrief } from "../../report/brief.ts";
import { criterionText, describeFinding, firstSentence } from "../../report/described.ts";
import { highestClasses } from "../gates.ts";
import type { AssessedBrief, AssessedSubject } from "./assessed-brief.ts";
import { placeFinder } from "./place.ts";
import { rulesOfAssessment } from "./rules.ts";
import { suitesOfAssessment } from "./suites.ts";

/** Findings, accepted shortfalls and what only the baseline has, as results; what fails comes first. */
export function resultsOfAssessment(brief: AssessedBrief): Results {
  const { assessment, wording, tool } = brief.brief;
  const subjects = subjectsOf(brief.brief);
  const byKey = new Map(subjects.map((each) => [keyOf(each.level, each.id), each]));
  const classes = highestClasses(assessment);
  const found = assessment.findings.map((finding) => {
    const subject = byKey.get(keyOf(finding.level, finding.subject));
    return findingResult(
      finding,
      subject,
      classes.get(keyOf(finding.level, finding.subject)),
      brief,
    );
  });
  const accepted = subjects.flatMap((subject) => acceptedResults(subject, brief));
  const present = new Set([...found, ...accepted].map(({ fingerprint }) => fingerprint));
  const absent = brief.known.absent
    .map((entry) => absentResult(entry, byKey.get(keyOf(entry.level, entry.subject)), brief))
    .filter(({ fingerprint }) => !present.has(fingerprint));
  const results = [...found.toSorted(bySeriousness), ...accepted, ...absent];
  return {
    command: "assess",
    language: wording.language,
    tool,
    complete: true,
    rules: rulesOfAssessment(brief.brief),
    results,
    suites: () => suitesOfAssessment(subjects, brief),
    counts: brief.counts,
    notes: assessment.notes.map(({ code, params }) => ({
      code,
      message: printable(wording.say(`diagnostics.${code}.says`, params)),
    })),
    find: placeFinder(
      brief.loaded,
      results.flatMap(({ at }) => at ?? []),
    ),
  };
}

function keyOf(level: Level, id: string | undefined): string {
  return `${level} ${id ?? ""}`;
}

/** By level, what is known last; inside a level the order of the findings stays. */
function bySeriousness(left: Result, right: Result): number {
  return seriousness(left) - seriousness(right);
}

function seriousness({ level, baseline }: Result): number {
  if (baseline === "unchanged") return 3;
  return level === "error" ? 0 : level === "warning" ? 1 : 2;
}

/** Where an entry says its id: a whole entry may be a hundred lines, and hosts show a mark after the last. */
function idOf({ place }: Entry): Place {
  return { file: place.file, pointer: `${place.pointer}/id`, part: "value" };
}

function subjectsOf({ assessment, wording }: ReportBrief): readonly AssessedSubject[] {
  const { organisation } = assessment;
  const nameIn = (text: Assessment["organisation"]["name"], id: string): string => {
    const written =
      typeof text === "string"
        ? text
        : (text[wording.language] ?? text.sv ?? text.fi ?? text.en ?? id);
    return written === id ? id : `${id} – ${written}`;
  };
  return [
    {
      level: "organisation",
      id: organisation.id,
      name: nameIn(organisation.name, organisation.id),
      place: idOf(organisation),
      accepted: organisation.accepted,
      judgements: assessment.organisationJudgements,
    },
    {
      level: "portfolio",
      id: undefined,
      name: wording.say("terms.levels.portfolio"),
      place: idOf(organisation),
      accepted: organisation.accepted,
      judgements: assessment.portfolioJudgements,
    },
    ...assessment.contracts.map(({ contract, judgements }): AssessedSubject => ({
      level: "contract",
      id: contract.id,
      name: nameIn(contract.title, contract.id),
      place: idOf(contract),
      accepted: contract.accepted,
      judgements,
    })),
    ...assessment.suppliers.map(({ supplier, judgements }): AssessedSubject => ({
      level: "supplier",
      id: supplier.id,
      name: nameIn(supplier.name, supplier.id),
      place: idOf(supplier),
      accepted: supplier.accepted,
      judgements,
    })),
  ];
}

function findingResult(
  finding: Finding,
  subject: AssessedSubject | undefined,
  criticality: Result["class"],
  { brief, failing, known, facts, digest }: AssessedBrief,
): Result {
  const isKnown = known.findings.has(finding);
  const isMissing = finding.kind === "not-met" || finding.kind === "acceptance-expired";
  const fails = failing.has(finding);
  const { what, act } = describeFinding(brief, finding);
  const mark = isKnown ? ` (${brief.wording.say("results.known")})` : "";
  return {
    rule: finding.criterion ?? finding.kind,
    level: fails ? "error" : isMissing && !isKnown ? "warning" : "note",
    message: printable(`${subject?.name ?? ""}: ${what}${mark} ${firstSentence(act)}`.trim()),
    at: (finding.criterion === undefined ? undefined : finding.evidence[0]) ?? subject?.place,
    subject: { level: finding.level, id: finding.subject ?? "portfolio" },
    fingerprint: fingerprintOf(finding, digest(facts(finding)), digest),
    fails,
    kind: finding.kind,
    severity: finding.severity,
    priority: finding.priority.high,
    class: criticality,
    accepted: undefined,
    baseline: known.compared ? (isKnown ? "unchanged" : "new") : undefined,
  };
}

type Identified = Pick<Finding, "level" | "subject" | "criterion" | "kind">;

/** Whom, what and from which facts: no line, no day. The same before and after a shortfall is accepted. */
function fingerprintOf(
  { level, subject, criterion, kind }: Identified,
  facts: string,
  digest: (text: string) => string,
): string {
  return digest(JSON.stringify([level, subject ?? "", criterion ?? kind, facts]));
}

function acceptedResults(
  subject: AssessedSubject,
  { brief, known, facts, digest }: AssessedBrief,
): readonly Result[] {
  const { wording, assessment, format } = brief;
  return subject.judgements.flatMap((judgement): readonly Result[] => {
    const found = judgement.accepted
      ? acceptanceFor(judgement.criterion, subject.accepted, assessment.asOf)
      : undefined;
    if (found === undefined) return [];
    const { because, by, until } = found.acceptance;
    const { criterion, severity, evidence } = judgement;
    const { title } = criterionText(brief, criterion);
    const said = wording.say("results.accepted", { title, because, by, until: format.day(until) });
    const key = { level: subject.level, subject: subject.id, criterion, kind: "not-met" } as const;
    return [
      {
        rule: criterion,
        level: "note",
        message: printable(`${subject.name}: ${said}`),
        at: evidence[0] ?? subject.place,
        subject: { level: subject.level, id: subject.id ?? "portfolio" },
        fingerprint: fingerprintOf(key, digest(facts({ ...key, evidence })), digest),
        fails: false,
        kind: "not-met",
        severity,
        priority: undefined,
        class: undefined,
        accepted: { because, by, until },
        baseline: known.compared ? "new" : undefined,
      },
    ];
  });
}

function absentResult(
  entry: BaselineEntry,
  subject: AssessedSubject | undefined,
  { brief, digest }: AssessedBrief,
): Result {
  const { level, subject: id, criterion, kind, severity, facts } = entry;
  const name = subject?.name ?? id ?? "";
  const title =
    criterion === undefined
      ? brief.wording.say(`terms.finding-kinds.${kind}`)
      : criterionText(brief, criterion).title;
  return {
    rule: criterion ?? kind,
    level: "note",
    message: printable(brief.wording.say("results.absent", { subject: name, title })),
    at: subject?.place ?? idOf(brief.assessment.organisation),
    subject: { level, id: id ?? "portfolio" },
    fingerprint: fingerprintOf(entry, facts, digest),
    fails: false,
    kind,
    severity,
    priority: undefined,
    class: undefined,
    accepted: undefined,
    baseline: "absent",
  };
}
