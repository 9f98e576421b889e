import type { Edit } from "../assess/edit.ts";
import type { Trace } from "../assess/evaluate.ts";
import type { ClassExplanation } from "../assess/explain-class.ts";
import type { VerdictExplanation } from "../assess/explain.ts";
import type { Observation } from "../assess/observation.ts";
import type { Reading } from "../assess/reading.ts";
import type { ClassInterval } from "../model/classes.ts";
import type { Test, Truth } from "../model/condition.ts";
import { printable } from "../model/printable.ts";
import type { ValueKind } from "../model/shape.ts";
import type { Raw } from "../model/values.ts";
import type { Format } from "../wording/format.ts";
import type { Wording } from "../wording/wording.ts";
import { sourceLines } from "./catalogue-lines.ts";
import type { ExplanationVoice } from "./explanation-voice.ts";
import { yamlText } from "./yaml-text.ts";

/** Why a criterion has its verdict, as lines for the terminal. */
export function verdictLines(
  explanation: VerdictExplanation,
  title: string,
  voice: ExplanationVoice,
): readonly string[] {
  const { criterion, judgement, byClass, readings, changes } = explanation;
  const { say } = voice.wording;
  const text = criterion.text[voice.wording.language];
  const details = [
    judgement.partial ? say("terms.verdict-details.partial") : "",
    judgement.stale ? say("terms.verdict-details.stale") : "",
    judgement.weak ? say("terms.verdict-details.weak") : "",
    judgement.accepted ? say("terms.verdict-details.accepted") : "",
  ].filter((detail) => detail !== "");
  const verdict = [say(`terms.verdicts.${judgement.verdict}`), ...details].join(", ");
  const lines = [
    voice.paint.heading(`${title} · ${criterion.id}`),
    text.title,
    "",
    `${say("explain.verdict")}: ${voice.paint.strong(verdict)}`,
  ];
  if (judgement.because !== undefined)
    lines.push(`${say("explain.because")}: ${printable(judgement.because)}`);
  if (explanation.class !== undefined)
    lines.push(`${say("explain.class")}: ${classNames(explanation.class)}`);
  lines.push(...whyNotAsked(explanation, voice));
  lines.push(...creditLines(explanation, voice));
  for (const [criticality, judged] of byClass) {
    const heading = explanation.class === undefined ? "" : ` (${criticality})`;
    if (judged.applies !== undefined) {
      lines.push(
        "",
        `${say("explain.applies")}${heading}:`,
        ...treeLines(judged.applies, 1, voice),
      );
    }
    if (judged.met !== undefined)
      lines.push("", `${say("explain.rule")}${heading}:`, ...treeLines(judged.met, 1, voice));
    if (judged.partialTrace !== undefined && judged.verdict !== "met") {
      lines.push(
        "",
        `${say("explain.partial")}${heading}:`,
        ...treeLines(judged.partialTrace, 1, voice),
      );
    }
  }
  lines.push("", `${say("explain.facts")}:`, ...readingLines(readings, voice));
  lines.push("", `${say("explain.source")}:`, ...sourceLines(criterion.sources, voice));
  lines.push("", `${say("explain.why")}: ${text.why}`, `${say("explain.do")}: ${text.do}`);
  if (judgement.verdict === "unknown") lines.push(`${say("explain.ask")}: ${text.ask}`);
  lines.push("", `${say("explain.changes")}:`);
  if (changes.length === 0) lines.push(`  ${say("explain.no-changes")}`);
  for (const change of changes) {
    const half = change.partial ? `, ${say("terms.verdict-details.partial")}` : "";
    lines.push(
      `  → ${voice.paint.strong(say(`terms.verdicts.${change.verdict}`) + half)}`,
      ...editLines(change.edits, explanation.subject.entry.id),
    );
  }
  return lines;
}

function whyNotAsked(
  { judgement, criterion, byClass }: VerdictExplanation,
  { wording }: ExplanationVoice,
): readonly string[] {
  if (judgement.verdict !== "not-applicable" || judgement.because !== undefined) return [];
  const [criticality, judged] = byClass.at(-1) ?? [];
  const notRequired = criticality !== undefined && criterion.severity[criticality] === undefined;
  if (notRequired) return [wording.say("explain.not-required", { class: criticality })];
  return judged?.applies?.truth === "false" ? [wording.say("explain.not-concerned")] : [];
}

function creditLines(
  { judgement, byClass }: VerdictExplanation,
  { wording, format }: ExplanationVoice,
): readonly string[] {
  if (judgement.verdict === "not-applicable") return [];
  const severity =
    judgement.severity === undefined ? "–" : wording.say(`terms.severities.${judgement.severity}`);
  const credit = format.shares(judgement.credit);
  const lines = [wording.say("explain.credit", { severity, weight: judgement.weight, credit })];
  const proof = byClass.at(-1)?.[1].proof;
  if (proof !== undefined) {
    lines.push(
      wording.say("explain.proof-worth", {
        strength: format.number(proof.strength),
        freshness: format.number(proof.freshness),
      }),
    );
  }
  return lines;
}

/** Why a contract has its class. */
export function classLines(
  explanation: ClassExplanation,
  title: string,
  voice: ExplanationVoice,
): readonly string[] {
  const { classification, readings, changes } = explanation;
  const { say } = voice.wording;
  const { decided, computed, rows, tableRows, override, inheritedFrom, decisive } = classification;
  const rowText = (row: string): string => {
    const key = `terms.class-rows.${row}`;
    return `${row}: ${voice.wording.has(key) ? say(key) : say("terms.class-row-added", { row })}`;
  };
  const shown = [...new Set([tableRows.low, tableRows.high, rows.low, rows.high])];
  const lines = [
    voice.paint.heading(title),
    `${say("explain.class")}: ${voice.paint.strong(classNames(decided))}`,
    ...shown.map((row) => `  ${rowText(row)}`),
  ];
  if (inheritedFrom.length > 0)
    lines.push(`  ${say("explain.inherited", { contracts: inheritedFrom })}`);
  if (override !== undefined) {
    lines.push(`  ${say("explain.computed", { class: classNames(computed) })}`);
    const params = { class: override.class, because: override.because, by: override.by };
    lines.push(
      `  ${say(override.effective ? "explain.override" : "explain.override-ineffective", params)}`,
    );
  }
  lines.push("", `${say("explain.facts")}:`, ...readingLines(toldReadings(readings), voice));
  if (decisive.length > 0) {
    lines.push("", `${say("explain.decisive")}:`);
    for (const path of decisive) {
      const key = `terms.fields.${path}.ask`;
      lines.push(`  ${path}${voice.wording.has(key) ? ` – ${say(key)}` : ""}`);
    }
  }
  lines.push("", `${say("explain.changes")}:`);
  if (changes.length === 0) lines.push(`  ${say("explain.no-class-changes")}`);
  for (const change of changes) {
    lines.push(
      `  → ${voice.paint.strong(classNames(change.class))}`,
      ...editLines(change.edits, undefined),
    );
  }
  return lines;
}

function classNames({ low, high }: ClassInterval): string {
  return low === high ? low : `${low}–${high}`;
}

// --- readings ---------------------------------------------------------------------------------------

/** Parts of an alternative only where there is one, and an override only where somebody has made one. */
function toldReadings(readings: readonly Reading[]): readonly Reading[] {
  const alternative = readings.find(({ path }) => path === "criticality.alternative");
  return readings.filter(({ path, state }) => {
    if (path.startsWith("criticality.alternative.")) return alternative?.state === "known";
    return path !== "criticality.override" || state !== "unknown";
  });
}

function readingLines(readings: readonly Reading[], voice: ExplanationVoice): readonly string[] {
  if (readings.length === 0) return [`  ${voice.wording.say("explain.no-facts")}`];
  return readings.map((reading) => {
    const where =
      reading.state === "unknown" ? "" : `  ${voice.paint.muted(voice.locate(reading.place))}`;
    return `  ${reading.path} = ${readingText(reading, voice)}${where}`;
  });
}

function readingText(reading: Reading, { wording, format }: ExplanationVoice): string {
  switch (reading.state) {
    case "unknown":
      return wording.say("explain.values.unknown");
    case "none":
      return wording.say("explain.values.none");
    case "not-applicable":
      return `${wording.say("terms.verdicts.not-applicable")} (${printable(reading.because)})`;
    case "known":
      return valueText(reading.value, reading.kind, format);
  }
}

function valueText(value: unknown, kind: ValueKind, format: Format): string {
  if (typeof value === "number") {
    if (kind === "span") return format.span(value);
    if (kind === "period") return format.period({ months: value });
    return kind === "share" ? format.share(value) : format.number(value);
  }
  if (typeof value === "string") return printable(value);
  return printable(yamlText(value as Raw));
}

// --- trees ------------------------------------------------------------------------------------------

const SIGNS: Readonly<Record<Truth, string>> = {
  true: "✓",
  false: "✗",
  unknown: "?",
  "not-applicable": "–",
};

function treeLines(trace: Trace, depth: number, voice: ExplanationVoice): readonly string[] {
  const indent = "  ".repeat(depth);
  const truth = voice.wording.say(`explain.truth.${trace.truth}`);
  const sign = `${SIGNS[trace.truth]} ${truth}`;
  if (trace.condition.join === "test")
    return [`${indent}${sign}: ${testText(trace.condition, trace, voice)}`];
  const lines = [`${indent}${sign}: ${voice.wording.say(`explain.join.${trace.condition.join}`)}`];
  return [...lines, ...trace.parts.flatMap((part) => treeLines(part, depth + 1, voice))];
}

function testText(test: Test, trace: Trace, voice: ExplanationVoice): string {
  const { wording } = voice;
  const against = operandText(test, trace.against, wording);
  const rule = wording.say(`explain.words.${test.word}`, { field: test.field, value: against });
  return trace.seen === undefined
    ? rule
    : `${rule} (${wording.say("explain.seen", { value: seenText(trace.seen, voice) })})`;
}

function operandText(test: Test, against: Raw | undefined, wording: Wording): string {
  const value =
    against === undefined || against === null
      ? wording.say("explain.values.none")
      : yamlText(against);
  return test.operand.kind === "scale"
    ? wording.say("explain.scale", { value, scale: test.operand.scale })
    : value;
}

function seenText(seen: Observation, { wording, format }: ExplanationVoice): string {
  switch (seen.state) {
    case "known":
      return valueText(seen.value, seen.kind, format);
    case "between":
      return `${format.number(seen.low)}–${format.number(seen.high)}`;
    case "none":
      return wording.say("explain.values.none");
    case "unknown":
      return wording.say("explain.values.unknown");
    case "not-applicable":
      return wording.say("terms.verdicts.not-applicable");
  }
}

// --- edits ------------------------------------------------------------------------------------------

/** What to write; where it is to be written in another entry than the one explained, that entry is named. */
function editLines(edits: readonly Edit[], subject: string | undefined): readonly string[] {
  return edits.map((edit) => {
    const elsewhere = subject !== undefined && edit.entry !== subject;
    return `      ${elsewhere ? `${edit.shape}s.${edit.entry}.` : ""}${edit.path}: ${yamlText(edit.value)}`;
  });
}
