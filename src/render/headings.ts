import type { Block, Page } from "../model/report.ts";
import { cleanText } from "./clean.ts";

/** A heading as every format draws it. */
export interface Heading {
  /** 2 to 5: the title of the document is 1. Never more than one deeper than the heading before. */
  readonly depth: number;
  /** Unique in the document and fit for an address, whatever the anchor holds. */
  readonly id: string;
  readonly text: string;
}

/** The headings of a report by their blocks, and how to find one by its anchor. */
export interface Headings {
  readonly of: ReadonlyMap<Block, Heading>;
  readonly byAnchor: ReadonlyMap<string, Heading>;
  readonly list: readonly Heading[];
}

const FIT_FOR_ADDRESS = /^[a-z][a-z0-9-]*$/u;
/** Identifiers that the page itself uses. */
const TAKEN = ["content", "contents", "title"];

/** Puts the headings of a report in order: no level skipped, no identifier twice. */
export function orderHeadings(report: Page): Headings {
  const of = new Map<Block, Heading>();
  const byAnchor = new Map<string, Heading>();
  const used = new Set(TAKEN);
  let depth = 1;
  for (const block of report.blocks) {
    if (block.kind !== "heading") continue;
    depth = Math.min(block.level + 1, depth + 1);
    const fits = FIT_FOR_ADDRESS.test(block.anchor) && !used.has(block.anchor);
    const id = fits ? block.anchor : freeId(used, of.size + 1);
    used.add(id);
    const heading = { depth, id, text: cleanText(block.text) };
    of.set(block, heading);
    if (!byAnchor.has(block.anchor)) byAnchor.set(block.anchor, heading);
  }
  return { of, byAnchor, list: [...of.values()] };
}

function freeId(used: ReadonlySet<string>, number: number): string {
  let id = `section-${number}`;
  while (used.has(id)) id += "-";
  return id;
}
