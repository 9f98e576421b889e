import type { Block } from "../model/report.ts";
import { code, paragraph } from "./blocks.ts";
import type { ReportBrief } from "./brief.ts";

/** The first entries of a list, and how many come after them. */
export interface Cut<T> {
  readonly shown: readonly T[];
  readonly left: number;
}

/** At most `most` entries; all of them when `most` is undefined. */
export function cut<T>(entries: readonly T[], most: number | undefined): Cut<T> {
  if (most === undefined || entries.length <= most) return { shown: entries, left: 0 };
  return { shown: entries.slice(0, most), left: entries.length - most };
}

/** Says how many entries were left out and which command shows them; nothing when none were. */
export function leftOut(brief: ReportBrief, left: number): readonly Block[] {
  if (left === 0) return [];
  const { wording, format, tool } = brief;
  const sentence = wording.say("report.cut.left", { count: format.number(left) });
  return [
    paragraph(`${sentence} `, wording.say("report.cut.command"), " ", code(`${tool.name} assess`)),
  ];
}
