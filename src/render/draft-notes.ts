import type { Draft, DraftClause, DraftPart, DraftSource } from "../model/draft.ts";
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

/** What the lawyer must know and decide about every clause of one contract. */
export function layNotes(draft: Draft, part: DraftPart, partNumber: number): readonly DraftBlock[] {
  if (part.clauses.length === 0) return [];
  const { words } = draft;
  const alone = draft.parts.length === 1;
  const text = alone ? words.notes : `${words.notes}: ${shorten(part.contract, LONGEST_TITLE)}`;
  return [
    { ...heading(1, `lawyer_${String(partNumber)}`, text), newPage: true },
    { kind: "paragraph", line: [plain(words["notes-lead"])] },
    ...part.clauses.flatMap((clause) => layNote(draft, clause, partNumber)),
  ];
}

function layNote(draft: Draft, clause: DraftClause, partNumber: number): readonly DraftBlock[] {
  const { words } = draft;
  const anchor = clauseAnchor(partNumber, clause.number);
  const reasons = clause.reasons.map((reason): Line => {
    const codes =
      reason.criterion === undefined ? "" : ` (${[...reason.gaps, reason.criterion].join(", ")})`;
    return [plain(`${reason.text}${codes}`)];
  });
  return [
    heading(2, notesAnchor(partNumber, clause.number), `${clause.code} ${clause.title}`),
    {
      kind: "paragraph",
      line: [
        { kind: "link", anchor, text: `${words.clause} ${String(clause.number)}` },
        plain(`. ${clause.purpose}`),
      ],
    },
    ...section(words["why-here"], reasons),
    ...section(words.remarks, linesOf(clause.remarks)),
    ...section(words.adoption, linesOf(clause.adoption)),
    ...layParameters(draft, clause),
    ...section(
      words.collisions,
      clause.conflicts.map((conflict) => {
        const condition = conflict.possible ? ` (${words["if-attached"]})` : "";
        return [strong(conflict.with), plain(`${condition}: ${conflict.text}`)];
      }),
    ),
    ...section(words.decide, linesOf(clause.decide)),
    ...section(words.assumes, linesOf(clause.assumes)),
    ...section(
      words.sources,
      sourcesOf(clause).map((source) => sourceLine(source)),
    ),
    { kind: "paragraph", line: [plain(`${words.version}: ${clause.version}`)] },
  ];
}

function section(text: string, lines: readonly Line[]): readonly DraftBlock[] {
  if (lines.length === 0) return [];
  return [heading(3, undefined, text), { kind: "bullets", lines }];
}

function linesOf(texts: readonly string[]): readonly Line[] {
  return texts.map((text) => [plain(text)]);
}

function layParameters(draft: Draft, clause: DraftClause): readonly DraftBlock[] {
  if (clause.parameters.length === 0) return [];
  const { words, origins } = draft;
  return [
    heading(3, undefined, words.parameters),
    {
      kind: "table",
      columns: [
        { title: words.parameter, width: 26 },
        { title: words.value, width: 18 },
        { title: words.origin, width: 20 },
        { title: words.reason, width: 36 },
      ],
      rows: clause.parameters.map((parameter) => [
        [[plain(parameter.label)]],
        [[plain(parameter.value ?? "[__ __]")]],
        [[plain(origins[parameter.origin])]],
        [parameter.why, parameter.note ?? ""]
          .filter((text) => text !== "")
          .map((text) => [plain(text)]),
      ]),
    },
  ];
}

/** Sources of the clause and of the gaps it closes, each once, the clause's own words first. */
function sourcesOf(clause: DraftClause): readonly DraftSource[] {
  const all = [...clause.sources, ...clause.reasons.flatMap((reason) => reason.sources)];
  return all.filter((source, index) => all.findIndex(({ text }) => text === source.text) === index);
}

function sourceLine(source: DraftSource): Line {
  const standing = plain(` [${source.mark}] ${source.standing}`.trimEnd());
  if (source.url === undefined) return [plain(source.text), standing];
  return [{ kind: "web", href: source.url, text: source.text }, standing];
}
