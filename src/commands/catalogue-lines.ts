import type { CatalogueOverride } from "../model/assessment.ts";
import { CLASSES } from "../model/classes.ts";
import type { Clause } from "../model/clause.ts";
import type { Condition } from "../model/condition.ts";
import type { Criterion, Source } from "../model/criterion.ts";
import type { ExplanationVoice } from "./explanation-voice.ts";
import { yamlText } from "./yaml-text.ts";

/** The proof asked for, for each class where it differs. */
function proofNames(
  { proof, severity }: Criterion,
  say: ExplanationVoice["wording"]["say"],
): string {
  const asked = CLASSES.filter((each) => severity[each] !== undefined);
  const kinds = new Set(asked.map((each) => proof.kind[each]));
  const nameOf = (kind: string): string => say(`explain.proof-kinds.${kind}`);
  if (kinds.size === 1) return [...kinds].map(nameOf).join("");
  return asked.map((each) => `${each} ${nameOf(proof.kind[each])}`).join(", ");
}

/** What a criterion asks of whom, and on what ground. */
export function criterionLines(criterion: Criterion, voice: ExplanationVoice): readonly string[] {
  const { say, language } = voice.wording;
  const text = criterion.text[language];
  const severities = CLASSES.map((each) => {
    const severity = criterion.severity[each];
    return `${each} ${severity === undefined ? "–" : say(`terms.severities.${severity}`)}`;
  });
  const validity = CLASSES.flatMap((each) => {
    const months = criterion.proof.valid[each];
    return months === null || criterion.severity[each] === undefined
      ? []
      : [`${each} ${voice.format.period({ months })}`];
  });
  const isClassed = criterion.level === "contract" || criterion.level === "supplier";
  const lines = [
    voice.paint.heading(`${criterion.id} ${criterion.version}`),
    text.title,
    "",
    `${say("explain.level")}: ${say(`terms.levels.${criterion.level}`)}`,
    `${say("explain.severity")}: ${isClassed ? severities.join(", ") : severities[0]?.slice(3)}`,
  ];
  if (criterion.statutory) lines.push(say("terms.statutory"));
  const proof = proofNames(criterion, say);
  const ages = isClassed ? validity.join(", ") : (validity[0]?.slice(3) ?? "");
  lines.push(
    `${say("explain.proof")}: ${proof}${ages === "" ? "" : `; ${say("explain.valid", { ages })}`}`,
  );
  lines.push(
    "",
    `${say("explain.why")}: ${text.why}`,
    `${say("explain.do")}: ${text.do}`,
    `${say("explain.ask")}: ${text.ask}`,
  );
  if (criterion.applies !== undefined)
    lines.push("", `${say("explain.applies")}:`, ...conditionLines(criterion.applies, 1, voice));
  lines.push("", `${say("explain.rule")}:`, ...conditionLines(criterion.met, 1, voice));
  if (criterion.partial !== undefined)
    lines.push("", `${say("explain.partial")}:`, ...conditionLines(criterion.partial, 1, voice));
  if (criterion.remedy.clauses.length > 0)
    lines.push("", `${say("explain.clauses")}: ${criterion.remedy.clauses.join(", ")}`);
  lines.push("", `${say("explain.source")}:`, ...sourceLines(criterion.sources, voice));
  lines.push("", `${say("explain.examples")}:`);
  for (const example of criterion.examples) {
    const half = example.partial ? `, ${say("terms.verdict-details.partial")}` : "";
    const given = yamlText({ ...example.given, ...example.facts });
    lines.push(
      isClassed ? `  ${example.class}  ${given}` : `  ${given}`,
      `      → ${say(`terms.verdicts.${example.verdict}`)}${half}`,
    );
  }
  return lines;
}

/** What the organisation decided otherwise about a criterion, why, and in which role. */
export function ownLines(
  overrides: readonly CatalogueOverride[],
  { wording, format }: ExplanationVoice,
): readonly string[] {
  if (overrides.length === 0) return [];
  const lines = overrides.map(({ what, changes, because, by, until, over }) => {
    const name = wording.say(`terms.changes.${what}`);
    const change = changes.length === 0 ? name : `${name} (${changes.join(", ")})`;
    const day = until === undefined ? "" : format.day(until);
    const end = over
      ? `; ${wording.say("explain.own-over", { day })}`
      : until === undefined
        ? ""
        : `; ${wording.say("explain.own-until", { day })}`;
    return `  ${change}: ${because} (${by}${end})`;
  });
  return ["", `${wording.say("explain.own")}:`, ...lines];
}

function conditionLines(
  condition: Condition,
  depth: number,
  voice: ExplanationVoice,
): readonly string[] {
  const indent = "  ".repeat(depth);
  const { say } = voice.wording;
  if (condition.join === "test") {
    const { operand } = condition;
    const value =
      operand.kind === "literal"
        ? yamlText(operand.value)
        : operand.kind === "scale"
          ? say("explain.scale-of-class", { scale: operand.scale })
          : operand.parameter;
    return [
      `${indent}${say(`explain.words.${condition.word}`, { field: condition.field, value })}`,
    ];
  }
  return [
    `${indent}${say(`explain.join.${condition.join}`)}`,
    ...condition.of.flatMap((part) => conditionLines(part, depth + 1, voice)),
  ];
}

/** What a clause is for, and with which values. */
export function clauseLines(
  clause: Clause,
  callers: readonly string[],
  voice: ExplanationVoice,
): readonly string[] {
  const { say, language } = voice.wording;
  const text = clause.text[language];
  const lines = [
    voice.paint.heading(`${clause.code} ${clause.id} ${clause.version}`),
    text.title,
    text.purpose,
    "",
    `${say("explain.called-by")}: ${callers.join(", ")}`,
    `${say("explain.types")}: ${clause.types.map((each) => say(`terms.types.${each}`)).join(", ")}`,
    `${say("explain.classes")}: ${clause.classes.join(", ")}`,
    say(clause.status === "reviewed" ? "explain.reviewed" : "explain.draft"),
    "",
    `${say("explain.parameters")}:`,
  ];
  for (const parameter of clause.parameters) {
    const defaults = CLASSES.map(
      (each) =>
        `${each} ${parameter.defaults[each] === null ? "–" : yamlText(parameter.defaults[each])}`,
    );
    lines.push(
      `  ${parameter.name} – ${parameter.text[language].name}`,
      `      ${defaults.join(", ")}`,
    );
  }
  lines.push("", `${say("explain.decide")}:`, ...text.decide.map((each) => `  – ${each}`));
  lines.push("", `${say("explain.source")}:`, ...sourceLines(clause.sources, voice));
  return lines;
}

/** What a rule rests on, how that was verified, and where it can be read. */
export function sourceLines(
  sources: readonly Source[],
  { wording, format }: ExplanationVoice,
): readonly string[] {
  return sources.map((source) => {
    // A proposal of ours has no other name.
    if (source.mark === "D") return `  ${wording.say("explain.marks.D")}`;
    const name = [source.act, source.section].filter((part) => part !== undefined).join(", ");
    const checked =
      source.checked === undefined
        ? ""
        : `, ${wording.say("explain.checked", { day: format.day(source.checked) })}`;
    const url = source.url === undefined ? "" : `\n      ${source.url}`;
    return `  ${name} – ${wording.say(`explain.marks.${source.mark === "?" ? "open" : source.mark}`)}${checked}${url}`;
  });
}
