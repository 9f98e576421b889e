import type { Draft, DraftClause, DraftPart, DraftReason, DraftSource } from "../model/draft.ts";
import { shorten } from "../model/printable.ts";
import type { DraftBlock, Line } from "./draft-blocks.ts";
import {
  clauseAnchor,
  heading,
  LONGEST_TITLE,
  notesAnchor,
  plain,
  strong,
} from "./draft-blocks.ts";
import type { LaidBlank, LaidClauses } from "./draft-clauses.ts";
import { layGate } from "./draft-gate.ts";

/** What a draft holds for one contract: the list of its clauses, its blanks, its questions, what is not in it. */
export function layOverview(
  draft: Draft,
  part: DraftPart,
  partNumber: number,
  { blanks }: LaidClauses,
): readonly DraftBlock[] {
  const { words } = draft;
  const title = shorten(`${part.contract} ${part.title}`.trim(), LONGEST_TITLE);
  const facts = part.facts.flatMap(({ label, value }, index): Line => {
    const start = index === 0 ? "" : " · ";
    return [plain(`${start}${label}: `), strong(value)];
  });
  return [
    { ...heading(1, `contract_${String(partNumber)}`, title), newPage: partNumber > 1 },
    { kind: "paragraph", line: facts },
    ...layList(draft, part, partNumber),
    ...layGate(part.gate, partNumber),
    ...layBlanks(draft, part, partNumber, blanks),
    ...layQuestions(draft, part, partNumber),
    ...layChecks(draft, part, partNumber),
    ...layLines(words["left-out"], `left_out_${String(partNumber)}`, leftOutLines(part)),
  ];
}

/** What was left out for the same reason is one line. */
function leftOutLines({ leftOut }: DraftPart): readonly Line[] {
  const reasons = [...new Set(leftOut.map(({ why }) => why))];
  return reasons.map((reason) => {
    const titles = leftOut.filter(({ why }) => why === reason).map(({ title }) => title);
    return [strong(titles.join("; ")), plain(`: ${reason}`)];
  });
}

/** What the drafted clauses and values leave to be seen to. */
function layChecks(draft: Draft, part: DraftPart, partNumber: number): readonly DraftBlock[] {
  const { words } = draft;
  const lines = part.checks.map(({ finding, text, help }): Line => {
    const wayOut = help === "" ? "" : ` ${help}`;
    return [strong(finding.code), plain(` ${text}${wayOut}`)];
  });
  const [title, ...list] = layLines(words.checks, `checks_${String(partNumber)}`, lines);
  const lead: DraftBlock = { kind: "paragraph", line: [plain(words["checks-lead"])] };
  return title === undefined ? [] : [title, lead, ...list];
}

function layList(draft: Draft, part: DraftPart, partNumber: number): readonly DraftBlock[] {
  const { words } = draft;
  const anchor = `overview_${String(partNumber)}`;
  const title: DraftBlock = heading(2, anchor, words.overview);
  if (part.clauses.length === 0) {
    return [title, { kind: "paragraph", line: [plain(words["no-clauses"])] }];
  }
  return [
    title,
    { kind: "paragraph", line: [plain(words["overview-lead"])] },
    {
      kind: "table",
      columns: [
        { title: words.number, width: 6 },
        { title: words.clause, width: 25 },
        { title: words.why, width: 37 },
        { title: words.blanks, width: 14 },
        { title: words.collisions, width: 18 },
      ],
      rows: part.clauses.map((clause) => rowOf(draft, clause, partNumber)),
    },
  ];
}

function rowOf(
  draft: Draft,
  clause: DraftClause,
  partNumber: number,
): readonly (readonly Line[])[] {
  const { words } = draft;
  const anchor = clauseAnchor(partNumber, clause.number);
  const notes = notesAnchor(partNumber, clause.number);
  const open = clause.parameters.filter((parameter) => parameter.origin === "open");
  const counts = draft.filledAndOpen
    .replace("{filled}", String(clause.parameters.length - open.length))
    .replace("{open}", String(open.length));
  return [
    [[plain(String(clause.number))]],
    [
      [{ kind: "link", anchor, text: clause.title }],
      [plain(`${clause.code} · `), { kind: "link", anchor: notes, text: words["to-notes"] }],
    ],
    clause.reasons.flatMap((reason) => linesOf(reason)),
    [[plain(counts)]],
    collisionsOf(draft, clause, partNumber),
  ];
}

function collisionsOf(
  { words }: Draft,
  { conflicts }: DraftClause,
  partNumber: number,
): readonly Line[] {
  if (conflicts.length === 0) return [[plain(words["no-collisions"])]];
  const certain = conflicts
    .filter(({ possible }) => !possible)
    .map(({ with: other, number }): Line => {
      if (number === undefined) return [plain(other)];
      const text = `${words.clause} ${String(number)}`;
      return [{ kind: "link", anchor: clauseAnchor(partNumber, number), text }];
    });
  const possible = conflicts
    .filter((conflict) => conflict.possible)
    .map(({ with: other }) => other);
  if (possible.length === 0) return certain;
  return [...certain, [plain(`${words["if-attached"]}: ${possible.join(", ")}`)]];
}

/** Gap, criterion and source of one reason. */
function linesOf(reason: DraftReason): readonly Line[] {
  const codes = reason.criterion === undefined ? [] : [...reason.gaps, reason.criterion];
  const sources = leadingSource(reason).map(({ text }) => text);
  const small = [...codes, ...sources].join(" · ");
  return small === "" ? [[plain(reason.text)]] : [[plain(reason.text)], [plain(small)]];
}

/** One source that somebody has read, or else one that is not our own proposal: the notes have them all. */
function leadingSource({ sources }: DraftReason): readonly DraftSource[] {
  const read = sources.filter(({ mark }) => mark === "V" || mark === "V-old");
  return [...read, ...sources.filter(({ mark }) => mark !== "D")].slice(0, 1);
}

function layBlanks(
  draft: Draft,
  part: DraftPart,
  partNumber: number,
  blanks: readonly LaidBlank[],
): readonly DraftBlock[] {
  const { words } = draft;
  if (part.clauses.length === 0) return [];
  const lines = part.clauses.flatMap((clause) => openLine(clause, blanks));
  const anchor = `open_${String(partNumber)}`;
  if (lines.length === 0) {
    return [
      heading(2, anchor, words["open-blanks"]),
      { kind: "paragraph", line: [plain(words["no-open-blanks"])] },
    ];
  }
  const [title, ...list] = layLines(words["open-blanks"], anchor, lines);
  const lead: DraftBlock = { kind: "paragraph", line: [plain(words["open-blanks-lead"])] };
  return title === undefined ? [] : [title, lead, ...list];
}

/** The open blanks of a clause, each leading to the first place where it stands. */
function openLine(clause: DraftClause, blanks: readonly LaidBlank[]): readonly Line[] {
  const open = clause.parameters.filter((parameter) => parameter.origin === "open");
  if (open.length === 0) return [];
  const links = open.flatMap(({ name, label }, index): Line => {
    const start = plain(index === 0 ? "" : "; ");
    const place = blanks.find(
      (blank) => blank.clause === clause.number && blank.parameter === name,
    );
    if (place === undefined) return [start, plain(label)];
    return [start, { kind: "link", anchor: place.anchor, text: label }];
  });
  return [[strong(`${String(clause.number)} ${clause.title}`), plain(": "), ...links]];
}

function layQuestions(draft: Draft, part: DraftPart, partNumber: number): readonly DraftBlock[] {
  const { words } = draft;
  const lines = part.questions.map((question): Line => {
    const drafted = question.drafted ? ` ${words["drafted-anyway"]}` : "";
    const start = question.title.endsWith(".") ? " " : ": ";
    const clauses = question.clauses.join(", ");
    return [strong(question.title), plain(`${start}${question.ask} (${clauses})${drafted}`)];
  });
  const [title, ...list] = layLines(words.questions, `questions_${String(partNumber)}`, lines);
  const lead: DraftBlock = { kind: "paragraph", line: [plain(words["questions-lead"])] };
  return title === undefined ? [] : [title, lead, ...list];
}

/** A heading and a list, or nothing where there is nothing to list. */
function layLines(text: string, anchor: string, lines: readonly Line[]): readonly DraftBlock[] {
  if (lines.length === 0) return [];
  return [heading(2, anchor, text), { kind: "bullets", lines }];
}
