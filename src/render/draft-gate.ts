import type { DraftGate, GateLine, GateSection } from "../model/draft.ts";
import type { DraftBlock, Line, Span } from "./draft-blocks.ts";
import { heading, plain } from "./draft-blocks.ts";

/** Whether the clauses may be added to the contract in force: the decision and all that it rests on. */
export function layGate(gate: DraftGate | undefined, partNumber: number): readonly DraftBlock[] {
  if (gate === undefined) return [];
  return [
    heading(2, `gate_${String(partNumber)}`, gate.title),
    ...gate.sections.flatMap((section) => laySection(section)),
  ];
}

function laySection(section: GateSection): readonly DraftBlock[] {
  switch (section.kind) {
    case "paragraph":
    case "notice":
      return [{ kind: section.kind, line: [plain(section.text)] }];
    case "bullets":
      return [
        heading(3, undefined, section.heading),
        { kind: "bullets", lines: section.lines.map(layLine) },
      ];
    case "table": {
      const rows = section.rows.map((cells) => cells.map((lines) => lines.map(layLine)));
      return [
        heading(3, undefined, section.heading),
        { kind: "table", columns: section.columns, rows },
      ];
    }
  }
}

function layLine(line: GateLine): Line {
  return line.map(({ text, url }): Span =>
    url === undefined ? plain(text) : { kind: "web", href: url, text },
  );
}
