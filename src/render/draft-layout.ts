import type { Draft } from "../model/draft.ts";
import { shorten } from "../model/printable.ts";
import type { DraftBlock } from "./draft-blocks.ts";
import { LONGEST_TITLE, plain } from "./draft-blocks.ts";
import { layClauses, layDefinitions } from "./draft-clauses.ts";
import { layNotes } from "./draft-notes.ts";
import { layOverview } from "./draft-overview.ts";

/**
 * The whole draft as blocks: what it holds and why, the definitions, the clauses as they go into
 * the contract, and what the lawyer must know and decide.
 */
export function layDraft(draft: Draft): readonly DraftBlock[] {
  const laid = draft.parts.map((part, index) => ({
    part,
    number: index + 1,
    clauses: layClauses(draft, part, index + 1),
  }));
  return [
    { kind: "title", text: draft.title },
    { kind: "marking", text: draft.marking },
    { kind: "subtitle", text: `${shorten(draft.organisation, LONGEST_TITLE)} · ${draft.asOfText}` },
    ...draft.notices.map((notice): DraftBlock => ({ kind: "notice", line: [plain(notice)] })),
    ...laid.flatMap(({ part, number, clauses }) => layOverview(draft, part, number, clauses)),
    ...layDefinitions(draft),
    ...laid.flatMap(({ clauses }) => clauses.blocks),
    ...laid.flatMap(({ part, number }) => layNotes(draft, part, number)),
  ];
}
