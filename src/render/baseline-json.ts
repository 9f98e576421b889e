import type { Baseline, BaselineEntry } from "../model/baseline.ts";

/** A baseline as `schemas/baseline` has it: one entry on a line, so that a change is a changed line. */
export function baselineJson({ entries }: Baseline): string {
  const head = `{\n  "kind": "baseline",\n  "version": 1,\n  "entries": [`;
  const lines = entries.map((entry) => `    ${JSON.stringify(jsonOf(entry))}`).join(",\n");
  return entries.length === 0 ? `${head}]\n}\n` : `${head}\n${lines}\n  ]\n}\n`;
}

function jsonOf(entry: BaselineEntry): Readonly<Record<string, unknown>> {
  return {
    level: entry.level,
    subject: entry.subject ?? null,
    criterion: entry.criterion ?? null,
    kind: entry.kind,
    severity: entry.severity ?? null,
    low: entry.low,
    blanks: entry.blanks,
    facts: entry.facts,
  };
}
