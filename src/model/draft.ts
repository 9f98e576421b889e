import type { ChangeClass, GateAssumption, GateDecision } from "./amendment.ts";
import type { SourceMark } from "./criterion.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Day, Language } from "./values.ts";

/**
 * Where a filled value comes from: asked for by the person who draws up the draft, recorded for the
 * contract, the organisation's policy, the library's proposal for the class, or nowhere (then it is
 * a blank).
 */
export type ValueOrigin = "command-line" | "register" | "policy" | "class-default" | "open";

/** A piece of a drafted sentence. */
export type DraftRun =
  | { readonly kind: "text"; readonly text: string }
  /** A filled blank; `parameter` names it inside its clause. */
  | { readonly kind: "filled"; readonly parameter: string; readonly text: string }
  /** A blank that a person must fill in; `prompt` says with what. */
  | { readonly kind: "open"; readonly parameter: string; readonly prompt: string }
  /** Words that a person must keep or strike; they may hold blanks of their own. */
  | {
      readonly kind: "option";
      readonly parameter: string;
      readonly prompt: string;
      readonly runs: readonly DraftRun[];
    }
  /** A reference to another clause of the same part, by its number there. */
  | { readonly kind: "reference"; readonly clause: string; readonly number: number };

/** One numbered item with its lettered points, and the words after the points. */
export interface DraftItem {
  readonly runs: readonly DraftRun[];
  readonly points: readonly (readonly DraftRun[])[];
  readonly after: readonly DraftRun[] | undefined;
}

export interface DraftParameter {
  readonly name: string;
  /** Its name in the language of the draft. */
  readonly label: string;
  /** The value with its unit, as a table prints it; undefined while it is open. */
  readonly value: string | undefined;
  readonly origin: ValueOrigin;
  /** Why the proposed value is what it is. */
  readonly why: string;
  /** What happened to another value, or what a person must do; undefined when there is nothing to say. */
  readonly note: string | undefined;
}

export interface DraftSource {
  /** The act and its section. */
  readonly text: string;
  readonly url: string | undefined;
  readonly mark: SourceMark;
  /** What the mark means, with the day on which a person read the source where somebody did. */
  readonly standing: string;
}

export const REASON_KINDS = ["gap", "statutory", "preset", "needed-by", "asked"] as const;
/** Why a clause is in a draft. */
export type ReasonKind = (typeof REASON_KINDS)[number];

export interface DraftReason {
  readonly kind: ReasonKind;
  /** The criterion whose gap it is; undefined for the other reasons. */
  readonly criterion: string | undefined;
  /** Codes of the gaps that the criterion closes. */
  readonly gaps: readonly string[];
  /** Ids of the clauses that lean on this one. */
  readonly neededBy: readonly string[];
  readonly text: string;
  readonly sources: readonly DraftSource[];
}

/** A collision with general terms or with another drafted clause. */
export interface DraftConflict {
  readonly with: string;
  /** Number of the drafted clause it collides with; undefined when it is something else. */
  readonly number: number | undefined;
  /** True when nobody has said whether the general terms are attached. */
  readonly possible: boolean;
  readonly text: string;
}

export interface DraftClause {
  readonly id: string;
  readonly code: string;
  /** Place in the part, from 1; references use it. */
  readonly number: number;
  readonly title: string;
  readonly purpose: string;
  readonly version: string;
  readonly reasons: readonly DraftReason[];
  /** What a reader must know about its being here: not meant for the class, a clause it needs is missing. */
  readonly remarks: readonly string[];
  readonly items: readonly DraftItem[];
  /** Every parameter of its text but the references that point at a drafted clause. */
  readonly parameters: readonly DraftParameter[];
  readonly conflicts: readonly DraftConflict[];
  readonly decide: readonly string[];
  readonly assumes: readonly string[];
  readonly sources: readonly DraftSource[];
  /** How it gets into a contract: in the tender documents, or as an amendment, and what that asks for. */
  readonly adoption: readonly string[];
}

/** A clause that was not drafted, and why. */
export interface LeftOut {
  readonly clause: string;
  readonly title: string;
  readonly why: string;
}

/** An unknown gap: whoever answers it learns whether the clauses are needed. */
export interface DraftQuestion {
  readonly criterion: string;
  readonly title: string;
  readonly ask: string;
  readonly clauses: readonly string[];
  /** True when its clauses were drafted all the same. */
  readonly drafted: boolean;
}

/** Drafted clauses that change a contract in force in the same way, and whether they may. */
export interface DraftGateGroup {
  readonly changeClass: ChangeClass;
  /** Ids and numbers of the clauses, in their order. */
  readonly clauses: readonly { readonly id: string; readonly number: number }[];
  readonly decision: GateDecision;
  readonly assumptions: readonly GateAssumption[];
}

/** A cell of a table, or a list item: its lines, each a text with a link where there is one. */
export type GateLine = readonly { readonly text: string; readonly url?: string | undefined }[];

/** A part of what the gate says, in the language of the draft. */
export type GateSection =
  | { readonly kind: "paragraph" | "notice"; readonly text: string }
  | { readonly kind: "bullets"; readonly heading: string; readonly lines: readonly GateLine[] }
  | {
      readonly kind: "table";
      readonly heading: string;
      /** Widths are shares of a hundred. */
      readonly columns: readonly { readonly title: string; readonly width: number }[];
      readonly rows: readonly (readonly (readonly GateLine[])[])[];
    };

/** Whether the clauses may be added to the contract in force without a new procurement. */
export interface DraftGate {
  readonly title: string;
  readonly sections: readonly GateSection[];
  readonly groups: readonly DraftGateGroup[];
}

/** The clauses of one contract, numbered from 1. */
export interface DraftPart {
  readonly contract: string;
  readonly title: string;
  /** Class, type, stage, general terms: what the choice rests on. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly clauses: readonly DraftClause[];
  /** Undefined in a draft for a tender. */
  readonly gate: DraftGate | undefined;
  readonly leftOut: readonly LeftOut[];
  readonly questions: readonly DraftQuestion[];
  /** What the values and clauses, taken together, leave to be seen to. */
  readonly checks: readonly DraftCheck[];
}

/** What a check of the drafted values found, in the language of the draft. */
export interface DraftCheck {
  readonly finding: Diagnostic;
  readonly text: string;
  /** The way out; may be empty. */
  readonly help: string;
}

/** A value asked for that could not be used; the draft was made without it. */
export interface RefusedValue {
  readonly clause: string;
  readonly parameter: string;
  readonly value: string;
  readonly because:
    "unknown-clause" | "not-drafted" | "unknown-parameter" | "unreadable" | "out-of-range";
  /** Least and greatest value allowed, in the unit of the sentence. */
  readonly range: { readonly least: number; readonly greatest: number } | undefined;
}

/** Words that every renderer of a draft needs, already in its language. */
export const DRAFT_WORDS = [
  "overview",
  "overview-lead",
  "number",
  "clause",
  "why",
  "blanks",
  "collisions",
  "no-collisions",
  "if-attached",
  "open-blanks",
  "open-blanks-lead",
  "no-open-blanks",
  "questions",
  "questions-lead",
  "drafted-anyway",
  "left-out",
  "checks",
  "checks-lead",
  "definitions",
  "definitions-lead",
  "clauses",
  "no-clauses",
  "notes",
  "to-notes",
  "notes-lead",
  "why-here",
  "remarks",
  "adoption",
  "parameters",
  "parameter",
  "value",
  "origin",
  "reason",
  "decide",
  "assumes",
  "sources",
  "version",
  "keep-or-strike",
] as const;
export type DraftWord = (typeof DRAFT_WORDS)[number];

/** Draft clauses for one contract or several, in one language. */
export interface Draft {
  readonly language: Language;
  readonly title: string;
  readonly organisation: string;
  readonly asOf: Day;
  /** The day, written out. */
  readonly asOfText: string;
  /** Printed on every page: that this is a draft, and a classification where one was asked for. */
  readonly marking: string;
  /** What a reader must know before using any of it. */
  readonly notices: readonly string[];
  /** Words that the clauses use in one meaning. */
  readonly definitions: readonly DraftItem[];
  readonly parts: readonly DraftPart[];
  readonly refused: readonly RefusedValue[];
  readonly words: Readonly<Record<DraftWord, string>>;
  /** Names of the origins of values. */
  readonly origins: Readonly<Record<ValueOrigin, string>>;
  /** `{page}` and `{pages}` stand in it. */
  readonly pageOf: string;
  /** `{filled}` and `{open}` stand in it. */
  readonly filledAndOpen: string;
  /** Name and version of the tool, for the document's properties. */
  readonly producer: string;
}
