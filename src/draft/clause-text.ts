import type { ClauseItem } from "../model/clause.ts";

/** What can be wrong with the text of a clause. */
export type ClauseTextFault =
  | "no-items"
  | "stray-line"
  | "number-out-of-order"
  | "letter-out-of-order"
  | "point-outside-item"
  | "point-after-continuation"
  | "empty-item"
  | "blank-malformed"
  | "choice-malformed";

export interface ClauseTextProblem {
  /** From 1. */
  readonly line: number;
  readonly fault: ClauseTextFault;
  readonly text: string;
}

export type ClauseTextResult =
  | { readonly ok: true; readonly items: readonly ClauseItem[] }
  | { readonly ok: false; readonly problems: readonly ClauseTextProblem[] };

/** A piece of a clause's sentence before it is filled. */
export type TemplateRun =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "blank"; readonly parameter: string }
  /** Words that stand there only when the choice is yes. */
  | { readonly kind: "choice"; readonly parameter: string; readonly runs: readonly TemplateRun[] };

export type TemplateResult =
  | { readonly ok: true; readonly runs: readonly TemplateRun[] }
  | { readonly ok: false; readonly fault: "blank-malformed" | "choice-malformed" };

/** A stretch of text under construction, with the line on which it began. */
interface Stretch {
  readonly line: number;
  text: string;
}

interface OpenItem {
  readonly head: Stretch;
  readonly points: { readonly indent: number; readonly stretch: Stretch }[];
  after: Stretch | undefined;
}

const ITEM = /^(\d+)\.[ \t]+(.*)$/u;
const POINT = /^([a-zåäö])\)[ \t]+(.*)$/u;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Reads a language file of a clause: a numbered list, lettered points, and the sentence's end after them. */
export function parseClauseText(source: string): ClauseTextResult {
  const items: OpenItem[] = [];
  const problems: ClauseTextProblem[] = [];
  source.split(/\r\n|\n|\r/u).forEach((raw, index) => {
    const text = raw.trim();
    if (text === "") return;
    const fault = takeLine(items, indentOf(raw), text, index + 1);
    if (fault !== undefined) problems.push({ line: index + 1, fault, text });
  });
  if (items.length === 0 && problems.length === 0)
    problems.push({ line: 1, fault: "no-items", text: "" });
  for (const item of items) problems.push(...faultsOf(item));
  if (problems.length > 0) return { ok: false, problems: problems.sort((a, b) => a.line - b.line) };
  return { ok: true, items: items.map(closeItem) };
}

function takeLine(
  items: OpenItem[],
  indent: number,
  text: string,
  line: number,
): ClauseTextFault | undefined {
  const numbered = indent === 0 ? ITEM.exec(text) : null;
  if (numbered !== null) {
    items.push({ head: { line, text: numbered[2] ?? "" }, points: [], after: undefined });
    return Number(numbered[1]) === items.length ? undefined : "number-out-of-order";
  }
  const item = items.at(-1);
  const lettered = indent > 0 ? POINT.exec(text) : null;
  if (lettered !== null) {
    if (item === undefined) return "point-outside-item";
    if (item.after !== undefined) return "point-after-continuation";
    item.points.push({ indent, stretch: { line, text: lettered[2] ?? "" } });
    return lettered[1] === LETTERS[item.points.length - 1] ? undefined : "letter-out-of-order";
  }
  if (item === undefined || indent === 0) return "stray-line";
  continueItem(item, indent, text, line);
  return undefined;
}

/** A line indented deeper than its point goes on with the point; one that is not goes on with the sentence. */
function continueItem(item: OpenItem, indent: number, text: string, line: number): void {
  const point = item.points.at(-1);
  if (item.after !== undefined) item.after.text += ` ${text}`;
  else if (point === undefined) item.head.text += ` ${text}`;
  else if (indent > point.indent) point.stretch.text += ` ${text}`;
  else item.after = { line, text };
}

function indentOf(line: string): number {
  const blank = /^[ \t]*/u.exec(line)?.[0] ?? "";
  return blank.replaceAll("\t", "    ").length;
}

function faultsOf(item: OpenItem): readonly ClauseTextProblem[] {
  const stretches = [item.head, ...item.points.map((point) => point.stretch)];
  if (item.after !== undefined) stretches.push(item.after);
  return stretches.flatMap(({ line, text }): readonly ClauseTextProblem[] => {
    if (text.trim() === "") return [{ line, fault: "empty-item", text }];
    const template = parseTemplate(text);
    return template.ok ? [] : [{ line, fault: template.fault, text }];
  });
}

function closeItem(item: OpenItem): ClauseItem {
  return {
    text: item.head.text,
    points: item.points.map((point) => point.stretch.text),
    after: item.after?.text,
  };
}

const TAG = /\{\{([^{}]*)\}\}/gu;
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;
const CHOICE = /^#if ([a-z][a-z0-9-]*)$/u;

/** Splits a sentence at its `{{blanks}}` and its `{{#if choice}}…{{/if}}`; choices do not nest. */
export function parseTemplate(text: string): TemplateResult {
  const runs: TemplateRun[] = [];
  let choice: { readonly parameter: string; readonly runs: TemplateRun[] } | undefined;
  let from = 0;
  const putText = (until: number): boolean => {
    const piece = text.slice(from, until);
    if (piece !== "") (choice?.runs ?? runs).push({ kind: "text", text: piece });
    return !piece.includes("{{") && !piece.includes("}}");
  };
  for (const tag of text.matchAll(TAG)) {
    const inside = (tag[1] ?? "").trim();
    if (!putText(tag.index)) return { ok: false, fault: "blank-malformed" };
    from = tag.index + tag[0].length;
    const opened = CHOICE.exec(inside)?.[1];
    if (opened !== undefined) {
      if (choice !== undefined) return { ok: false, fault: "choice-malformed" };
      choice = { parameter: opened, runs: [] };
    } else if (inside === "/if") {
      if (choice === undefined) return { ok: false, fault: "choice-malformed" };
      runs.push({ kind: "choice", ...choice });
      choice = undefined;
    } else if (NAME.test(inside)) {
      (choice?.runs ?? runs).push({ kind: "blank", parameter: inside });
    } else return { ok: false, fault: "blank-malformed" };
  }
  if (choice !== undefined) return { ok: false, fault: "choice-malformed" };
  return putText(text.length) ? { ok: true, runs } : { ok: false, fault: "blank-malformed" };
}

/** Names of the parameters that a clause's items use, each once, in the order of the text. */
export function parametersUsed(items: readonly ClauseItem[]): readonly string[] {
  const names = new Set<string>();
  const visit = (runs: readonly TemplateRun[]): void => {
    for (const run of runs) {
      if (run.kind !== "text") names.add(run.parameter);
      if (run.kind === "choice") visit(run.runs);
    }
  };
  for (const item of items) {
    for (const text of [item.text, ...item.points, item.after ?? ""]) {
      const template = parseTemplate(text);
      if (template.ok) visit(template.runs);
    }
  }
  return [...names];
}
