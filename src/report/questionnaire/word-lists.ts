import { SHAPES } from "../../model/fields.ts";
import type { CellRule, Sheet, SheetCell } from "../../model/workbook.ts";
import type { AskedQuestion, QuestionnaireBrief } from "./questionnaire.ts";
import { wordLabel } from "./questionnaire.ts";

/** The list of kinds of evidence. */
export const EVIDENCE_KINDS = "evidence-kind";
/** The sheet that maps what is chosen to what a register writes; hidden, and read back by that name. */
const SHEET = "words";
const FIRST_ROW = 2;

/** Lists of words to choose from: what the reader sees, and what the register writes. */
export interface WordLists {
  readonly sheet: Sheet;
  /** The rows of each list. */
  readonly rows: ReadonlyMap<string, { readonly from: number; readonly to: number }>;
}

/** The lists that some questions choose from, each once, in the order in which they are first needed. */
export function wordLists(
  questions: readonly AskedQuestion[],
  brief: Pick<QuestionnaireBrief, "wording" | "vitalFunctions">,
): WordLists {
  const needed = new Map<string, readonly string[]>(
    questions.filter(({ form }) => form.list !== "").map(({ form }) => [form.list, form.words]),
  );
  needed.set(
    EVIDENCE_KINDS,
    (SHAPES[EVIDENCE_KINDS]?.words ?? []).filter((word) => word !== "unknown"),
  );
  const rows = new Map<string, { from: number; to: number }>();
  const cells: (readonly SheetCell[])[] = [row("heading", ["list", "word", "label"])];
  let next = FIRST_ROW;
  for (const [list, words] of needed) {
    rows.set(list, { from: next, to: next + words.length - 1 });
    next += words.length;
    cells.push(...words.map((word) => row("plain", [list, word, wordLabel(list, word, brief)])));
  }
  const sheet: Sheet = {
    name: SHEET,
    state: "hidden",
    columns: [{ width: 24 }, { width: 24 }, { width: 48 }],
    rows: cells,
    frozen: { rows: 1, columns: 0 },
    protected: true,
    filtered: false,
    rules: [],
  };
  return { sheet, rows };
}

/** The rule that a cell holds one of a list's words, as the reader sees them. */
export function ruleForChoice(
  list: string,
  { rows }: WordLists,
  only: boolean,
): CellRule["allows"] {
  const found = rows.get(list);
  if (found === undefined) throw new Error(`no list of words ${list}`);
  return { kind: "choice", sheet: SHEET, column: 3, ...found, only };
}

function row(look: SheetCell["look"], texts: readonly string[]): readonly SheetCell[] {
  return texts.map((text) => ({ kind: "text", look, text }));
}
