import type { Judgement, Preparedness, PriorityInterval, Score } from "../model/assessment.ts";
import type { ClassInterval, CriticalityClass } from "../model/classes.ts";
import { isDecided } from "../model/classes.ts";
import { PRIORITIES } from "../model/profile.ts";
import type { Priority } from "../model/profile.ts";
import type { Tone } from "../model/report.ts";
import type { Bounds } from "../model/values.ts";
import type { ReportBrief } from "./brief.ts";

/** `K4 livsviktig`. */
export function className(brief: ReportBrief, criticality: CriticalityClass): string {
  return `${criticality} ${brief.wording.say(`terms.classes.${criticality}.name`)}`;
}

/** A class, an interval of classes, or the word for a contract about which nothing is known. */
export function classText(brief: ReportBrief, interval: ClassInterval): string {
  const { low, high } = interval;
  if (isDecided(interval)) return className(brief, low);
  const ends = `${low}–${high}`;
  if (low === "K1" && high === "K4") {
    return `${brief.wording.say("terms.unclassified")} (${ends})`;
  }
  return brief.wording.say("terms.class-interval", {
    classes: ends,
    low: brief.wording.say(`terms.classes.${low}.name`),
    high: brief.wording.say(`terms.classes.${high}.name`),
  });
}

/** The bounds of a score; says so where nothing is required. */
export function scoreText(brief: ReportBrief, score: Score | undefined): string {
  return score === undefined
    ? brief.wording.say("terms.nothing-required")
    : brief.format.shares(score.bounds);
}

/** Bounds of a mean, or the word for a class without contracts. */
export function meanText(brief: ReportBrief, bounds: Bounds | undefined): string {
  return bounds === undefined
    ? brief.wording.say("terms.no-contracts")
    : brief.format.shares(bounds);
}

/** `2 bristfällig`, and that it is not yet known where the bounds are wide. */
export function gradeText(brief: ReportBrief, preparedness: Preparedness | undefined): string {
  if (preparedness === undefined) return brief.wording.say("terms.nothing-required");
  const { grade, gradeKnown } = preparedness;
  const name = gradeName(brief, grade);
  return gradeKnown ? name : brief.wording.say("terms.grade-open", { grade: name });
}

export function gradeName(brief: ReportBrief, grade: Preparedness["grade"]): string {
  return `${String(grade)} ${brief.wording.say(`terms.grades.${String(grade)}`)}`;
}

/** The tone of each grade. */
export const GRADE_TONES: Readonly<Record<Preparedness["grade"], Tone>> = {
  1: "bad",
  2: "poor",
  3: "fair",
  4: "good",
};

export function gradeTone(preparedness: Preparedness | undefined): Tone {
  if (preparedness === undefined) return "neutral";
  return preparedness.gradeKnown ? GRADE_TONES[preparedness.grade] : "unknown";
}

/** The more urgent of the two ends. */
export function mostUrgent({ low, high }: PriorityInterval): Priority {
  return PRIORITIES.indexOf(low) <= PRIORITIES.indexOf(high) ? low : high;
}

/** `P1`, or `P1–P3` where an unknown decides. */
export function priorityText({ low, high }: PriorityInterval): string {
  if (low === high) return low;
  return [low, high].sort((a, b) => PRIORITIES.indexOf(a) - PRIORITIES.indexOf(b)).join("–");
}

const PRIORITY_TONES: Readonly<Record<Priority, Tone>> = {
  P1: "bad",
  P2: "poor",
  P3: "fair",
  P4: "neutral",
};

export function priorityTone(priority: PriorityInterval): Tone {
  return PRIORITY_TONES[mostUrgent(priority)];
}

/** What a row of the priority table says; rows that an organisation added have only their number. */
export function priorityRowText(brief: ReportBrief, row: number): string {
  const key = `terms.priority-rows.${String(row)}`;
  return brief.wording.has(key)
    ? brief.wording.say(key)
    : brief.wording.say("terms.priority-row-added", { row });
}

/** What a row of the classification says; rows that an organisation added have only their name. */
export function classRowText(brief: ReportBrief, row: string): string {
  const key = `terms.class-rows.${row}`;
  return brief.wording.has(key)
    ? brief.wording.say(key)
    : brief.wording.say("terms.class-row-added", { row });
}

/** The verdict with what qualifies it: half in place, old or weak proof, accepted. */
export function verdictText(brief: ReportBrief, judgement: Judgement): string {
  const { verdict, partial, stale, weak, accepted } = judgement;
  const details = Object.entries({ partial, stale, weak, accepted })
    .filter(([, holds]) => holds)
    .map(([detail]) => brief.wording.say(`terms.verdict-details.${detail}`));
  return [brief.wording.say(`terms.verdicts.${verdict}`), ...details].join(", ");
}

export function verdictTone({ verdict, partial, stale, weak, accepted }: Judgement): Tone {
  if (verdict === "unknown") return "unknown";
  if (verdict === "not-applicable") return "neutral";
  if (accepted) return "fair";
  if (verdict === "not-met") return partial ? "poor" : "bad";
  return stale || weak ? "fair" : "good";
}

/** With a capital first, for a term that begins a cell. */
export function capital(term: string): string {
  return term.charAt(0).toUpperCase() + term.slice(1);
}

/** The name that `terms` has for a word of the data, else the word itself. */
export function termOf(brief: ReportBrief, kind: string, word: string): string {
  const key = `terms.${kind}.${word}`;
  return brief.wording.has(key) ? brief.wording.say(key) : word;
}
