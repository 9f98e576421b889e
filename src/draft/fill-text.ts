import type { ClauseItem } from "../model/clause.ts";
import type { DraftItem, DraftRun } from "../model/draft.ts";
import type { Blank } from "./blanks.ts";
import type { TemplateRun } from "./clause-text.ts";
import { parseTemplate } from "./clause-text.ts";

/** One item of a clause with every blank filled, opened or turned into a number. */
export function fillItem(item: ClauseItem, blanks: ReadonlyMap<string, Blank>): DraftItem {
  return {
    runs: fillText(item.text, blanks),
    points: item.points.map((point) => fillText(point, blanks)),
    after: item.after === undefined ? undefined : fillText(item.after, blanks),
  };
}

function fillText(text: string, blanks: ReadonlyMap<string, Blank>): readonly DraftRun[] {
  const template = parseTemplate(text);
  if (template.ok) return joinText(fillRuns(template.runs, blanks));
  // Loading refuses such a text; what slips through is shown as a blank, never as braces.
  const prompt = text.replaceAll(/[{}]/gu, "");
  return [{ kind: "open", parameter: "text", prompt }];
}

function fillRuns(
  runs: readonly TemplateRun[],
  blanks: ReadonlyMap<string, Blank>,
): readonly DraftRun[] {
  return runs.flatMap((run): readonly DraftRun[] => {
    if (run.kind === "text") return [run];
    const blank = blanks.get(run.parameter);
    if (blank === undefined)
      return [{ kind: "open", parameter: run.parameter, prompt: run.parameter }];
    if (run.kind === "choice") return fillChoice(fillRuns(run.runs, blanks), blank);
    if (blank.kind === "reference")
      return [{ kind: "reference", clause: blank.clause, number: blank.number }];
    const { name: parameter, label: prompt } = blank.parameter;
    return blank.printed === undefined
      ? [{ kind: "open", parameter, prompt }]
      : [{ kind: "filled", parameter, text: blank.printed }];
  });
}

function fillChoice(runs: readonly DraftRun[], blank: Blank): readonly DraftRun[] {
  if (blank.kind === "reference") return runs;
  if (blank.chosen === true) return runs;
  if (blank.chosen === false) return [];
  return [{ kind: "option", parameter: blank.parameter.name, prompt: blank.parameter.label, runs }];
}

/** Neighbouring words as one run, so that a word processor sees whole sentences. */
function joinText(runs: readonly DraftRun[]): readonly DraftRun[] {
  const joined: DraftRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.kind === "text" && last?.kind === "text") {
      joined[joined.length - 1] = { kind: "text", text: last.text + run.text };
    } else joined.push(run);
  }
  return joined;
}

/** Names of the parameters that the filled text still shows. */
export function parametersIn(items: readonly DraftItem[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (runs: readonly DraftRun[]): void => {
    for (const run of runs) {
      if (run.kind === "filled" || run.kind === "open") names.add(run.parameter);
      if (run.kind !== "option") continue;
      names.add(run.parameter);
      visit(run.runs);
    }
  };
  for (const item of items) [item.runs, ...item.points, item.after ?? []].forEach(visit);
  return names;
}
