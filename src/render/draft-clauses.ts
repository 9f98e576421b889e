import type { Draft, DraftClause, DraftItem, DraftPart, DraftRun } from "../model/draft.ts";
import { shorten } from "../model/printable.ts";
import type { DraftBlock, Line } from "./draft-blocks.ts";
import { clauseAnchor, heading, LONGEST_TITLE, plain } from "./draft-blocks.ts";

/** A blank that a person must fill in or decide on, and where it stands. */
export interface LaidBlank {
  readonly anchor: string;
  readonly clause: number;
  readonly parameter: string;
}

/** The clauses of one contract as blocks, with every blank in them. */
export interface LaidClauses {
  readonly blocks: readonly DraftBlock[];
  readonly blanks: readonly LaidBlank[];
}

/** What the blocks of one clause are laid with. */
interface Ground {
  readonly draft: Draft;
  readonly part: number;
  /** Number and id of the clause. */
  readonly number: number;
  readonly id: string;
  readonly blanks: LaidBlank[];
}

/** The clauses of one contract as they go into it: nothing but the contract's own text. */
export function layClauses(draft: Draft, part: DraftPart, partNumber: number): LaidClauses {
  if (part.clauses.length === 0) return { blocks: [], blanks: [] };
  const { words } = draft;
  const alone = draft.parts.length === 1;
  const text = alone ? words.clauses : `${words.clauses}: ${shorten(part.contract, LONGEST_TITLE)}`;
  const blanks: LaidBlank[] = [];
  const blocks: DraftBlock[] = [
    { ...heading(1, `clauses_${String(partNumber)}`, text), newPage: partNumber > 1 },
    ...part.clauses.flatMap((clause) =>
      layClause(clause, { draft, part: partNumber, number: clause.number, id: clause.id, blanks }),
    ),
  ];
  return { blocks, blanks };
}

/** The definitions that all clauses share, with numbers of their own. */
export function layDefinitions(draft: Draft): readonly DraftBlock[] {
  if (draft.definitions.length === 0) return [];
  const ground: Ground = { draft, part: 0, number: 0, id: "definitions", blanks: [] };
  return [
    { ...heading(1, "definitions", draft.words.definitions), newPage: true },
    { kind: "paragraph", line: [plain(draft.words["definitions-lead"])] },
    ...draft.definitions.map((item, index): DraftBlock => {
      const label = `${String(index + 1)}.`;
      return { kind: "definition", label, line: layRuns(item.runs, ground) };
    }),
  ];
}

function layClause(clause: DraftClause, ground: Ground): readonly DraftBlock[] {
  const anchor = clauseAnchor(ground.part, clause.number);
  const label = String(clause.number);
  return [
    { kind: "clause", anchor, list: ground.part, label, text: clause.title },
    ...clause.items.flatMap((item, index) => layItem(item, index + 1, ground)),
  ];
}

function layItem(item: DraftItem, number: number, ground: Ground): readonly DraftBlock[] {
  const list = ground.part;
  const label = `${String(ground.number)}.${String(number)}`;
  const blocks: DraftBlock[] = [{ kind: "item", list, label, line: layRuns(item.runs, ground) }];
  item.points.forEach((point, index) => {
    const letter = String.fromCodePoint(FIRST_LETTER + index);
    blocks.push({ kind: "point", list, label: `${letter})`, line: layRuns(point, ground) });
  });
  if (item.after !== undefined) {
    blocks.push({ kind: "continuation", line: layRuns(item.after, ground) });
  }
  return blocks;
}

const FIRST_LETTER = 0x61;

function layRuns(runs: readonly DraftRun[], ground: Ground): Line {
  return runs.flatMap((run) => layRun(run, ground));
}

function layRun(run: DraftRun, ground: Ground): Line {
  switch (run.kind) {
    case "text":
      return [plain(run.text)];
    case "filled": {
      const tag = `${ground.id}.${run.parameter}`;
      return [{ kind: "filled", tag, title: run.parameter, text: run.text }];
    }
    case "reference": {
      const anchor = clauseAnchor(ground.part, run.number);
      return [{ kind: "reference", anchor, text: String(run.number) }];
    }
    case "open": {
      const anchor = addBlank(run.parameter, ground);
      const tag = `${ground.id}.${run.parameter}`;
      return [{ kind: "open", tag, title: run.prompt, text: `[__ ${run.prompt} __]`, anchor }];
    }
    case "option": {
      const anchor = addBlank(run.parameter, ground);
      const text = ` [__ ${ground.draft.words["keep-or-strike"]} (${run.prompt}): `;
      const close = { kind: "bracket", text: " __]", anchor: undefined } as const;
      return [{ kind: "bracket", text, anchor }, ...layRuns(run.runs, ground), close];
    }
  }
}

function addBlank(parameter: string, ground: Ground): string {
  const anchor = `blank_${String(ground.part)}_${String(ground.blanks.length + 1)}`;
  ground.blanks.push({ anchor, clause: ground.number, parameter });
  return anchor;
}
