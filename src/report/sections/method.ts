import type { Note } from "../../model/assessment.ts";
import { CLASSES } from "../../model/classes.ts";
import { SEVERITIES } from "../../model/criterion.ts";
import type { Block } from "../../model/report.ts";
import { parseDay } from "../../model/values.ts";
import { cell, code, heading, list, paragraph, table, text } from "../blocks.ts";
import type { PrintedProfile, ReportBrief } from "../brief.ts";
import { classRowText, gradeName, priorityRowText, termOf } from "../phrases.ts";
import { unverified } from "./unverified.ts";

const CLASS_ROWS = ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "M1", "I1", "O1"];
const PRIORITY_ROWS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** How the figures came about, how sure they are, and what they were made from. */
export function method(brief: ReportBrief): readonly Block[] {
  const { say } = brief.wording;
  const sentences = ["class", "score", "bounds", "unknown", "grade", "proposals", "stress-tests"];
  return [
    heading(1, "method", say("report.method.title")),
    ...list(sentences.map((name) => [text(say(`report.method.${name}`))])),
    classRows(brief),
    priorityRows(brief),
    ...(brief.profile === undefined ? [] : weightsAndLimits(brief, brief.profile)),
    heading(2, "method-sources", say("report.method.sources")),
    paragraph(say("report.method.guide")),
    ...unverified(brief),
    heading(2, "method-made-from", say("report.method.made-from")),
    ...madeFrom(brief),
    inputs(brief),
    ...list(brief.assessment.notes.map((note) => [text(noteText(brief, note))])),
    { kind: "source", text: [text(say("report.method.guide-name"))] },
  ];
}

function classRows(brief: ReportBrief): Block {
  const { say } = brief.wording;
  return table(
    say("report.method.class-rows"),
    [
      { title: say("report.columns.row"), width: 10 },
      { title: say("report.columns.meaning"), width: 90 },
    ],
    CLASS_ROWS.map((row) => [cell(row), cell(classRowText(brief, row))]),
  );
}

function priorityRows(brief: ReportBrief): Block {
  const { say } = brief.wording;
  return table(
    say("report.method.priority-rows"),
    [
      { title: say("report.columns.row"), width: 10 },
      { title: say("report.columns.meaning"), width: 90 },
    ],
    PRIORITY_ROWS.map((row) => [cell(String(row)), cell(priorityRowText(brief, row))]),
  );
}

/** The profile's numbers, so that whoever doubts a score can see what it rests on. */
function weightsAndLimits(brief: ReportBrief, profile: PrintedProfile): readonly Block[] {
  const { wording, format } = brief;
  const { say } = wording;
  const limits = [
    [4, profile.grades.four],
    [3, profile.grades.three],
    [2, profile.grades.two],
  ] as const;
  return [
    table(
      say("report.method.weights"),
      [
        { title: say("report.columns.severity"), width: 50 },
        { title: say("report.columns.weight"), width: 50, align: "end" },
      ],
      SEVERITIES.map((severity) => [
        cell(termOf(brief, "severities", severity)),
        cell(format.number(profile.weights[severity])),
      ]),
    ),
    table(
      say("report.method.limits"),
      [
        { title: say("report.columns.grade"), width: 50 },
        { title: say("report.columns.least"), width: 50, align: "end" },
      ],
      limits.map(([grade, least]) => [cell(gradeName(brief, grade)), cell(format.share(least))]),
    ),
    paragraph(
      say("report.method.widest", { share: format.share(profile.grades.widest) }),
      " ",
      say("report.method.must", { must: mustText(brief, profile) }),
    ),
    ...list(differences(brief, profile).map((sentence) => [text(sentence)])),
  ];
}

/** Where a profile asks less, or takes proof otherwise, than criteria themselves say. */
function differences(brief: ReportBrief, profile: PrintedProfile): readonly string[] {
  const { wording, format } = brief;
  const left = notAsked(brief, profile);
  return [
    ...(left.length === 0 ? [] : [wording.say("report.method.asked", { asked: left.join("; ") })]),
    ...(profile.stale === "high-only" ? [wording.say("report.method.stale")] : []),
    ...(profile.validityFactor === 1
      ? []
      : [wording.say("report.method.validity", { share: format.share(profile.validityFactor) })]),
  ];
}

function notAsked(brief: ReportBrief, { asked }: PrintedProfile): readonly string[] {
  const { say } = brief.wording;
  return (["organisation", "portfolio", ...CLASSES] as const).flatMap((where) => {
    const left = SEVERITIES.filter((severity) => !asked[where].includes(severity));
    if (left.length === 0) return [];
    const names = left.map((severity) => termOf(brief, "severities", severity));
    const params = { where: termOf(brief, "levels", where), severities: brief.format.list(names) };
    return [say("report.method.asked-part", params)];
  });
}

function mustText(brief: ReportBrief, profile: PrintedProfile): string {
  return CLASSES.flatMap((criticality) => {
    const severities = profile.must[criticality];
    if (severities.length === 0) return [];
    const names = severities.map((severity) => termOf(brief, "severities", severity));
    return [`${criticality}: ${brief.format.list(names)}`];
  }).join("; ");
}

function madeFrom(brief: ReportBrief): readonly Block[] {
  const { wording, format, assessment, tool } = brief;
  const { provenance } = assessment;
  const line = (name: string, written: string) =>
    [text(`${wording.say(`report.method.${name}`)} `), code(written)] as const;
  return list([
    [text(`${wording.say("report.method.as-of")} ${format.day(assessment.asOf)}`)],
    line("tool", `${tool.name} ${provenance.toolVersion}`),
    line("catalogue", provenance.catalogueVersion),
    line("digest", provenance.catalogueDigest),
    line("profile", provenance.profile),
  ]);
}

function inputs(brief: ReportBrief): Block {
  const { say } = brief.wording;
  return table(
    say("report.method.inputs"),
    [
      { title: say("report.columns.file"), width: 40 },
      { title: say("report.columns.digest"), width: 60 },
    ],
    brief.assessment.provenance.inputs.map(({ path, sha256 }) => [
      cell([code(path)]),
      cell([code(sha256)]),
    ]),
  );
}

/** A note's parameters as this language writes them; days are days, lists are lists. */
function noteText({ wording, format }: ReportBrief, note: Note): string {
  const written = Object.entries(note.params).map(([name, value]) => {
    if (typeof value === "number") return [name, format.number(value)] as const;
    if (typeof value !== "string") return [name, format.list(value)] as const;
    const day = parseDay(value);
    return [name, day === undefined ? value : format.day(day)] as const;
  });
  return wording.say(`report.notes.${note.code}`, Object.fromEntries(written));
}
