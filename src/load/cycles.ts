import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Entry } from "../model/register.ts";
import type { Raw } from "../model/values.ts";
import { isRawList, isRawObject, rawText } from "../model/values.ts";
import type { Collected } from "./entries.ts";
import { placeIn } from "./entries.ts";

/** An arrow from one entry to another, with the field that draws it. */
interface Arrow {
  readonly to: string;
  readonly path: string;
  readonly relation: string;
}

/** Checks that nothing refers to itself, and shows longer cycles. */
export function checkCycles(collected: Collected): readonly Diagnostic[] {
  const { suppliers, contracts } = collected.lists;
  return [
    ...cyclesAmong(suppliers, parentOf, (path) => ({ code: "R012", path })),
    ...cyclesAmong(suppliers, dependenciesOf, (path) => ({ code: "R013", path })),
    ...cyclesAmong(contracts, requirementsOf, (path) => ({ code: "R013", path })),
  ];
}

function parentOf({ raw }: Entry): readonly Arrow[] {
  const parent = raw["parent"];
  return typeof parent === "string" ? [{ to: parent, path: "parent", relation: "parent" }] : [];
}

function dependenciesOf({ raw }: Entry): readonly Arrow[] {
  return [
    ...arrowsIn(raw["subcontractors"], "subcontractors"),
    ...arrowsIn(raw["depends-on"], "depends-on"),
  ];
}

function arrowsIn(list: Raw | undefined, relation: string): readonly Arrow[] {
  if (!isRawList(list)) return [];
  return list.flatMap((each, index) => {
    const to = isRawObject(each) ? each["supplier"] : undefined;
    return typeof to === "string" ? [{ to, path: `${relation}/${index}/supplier`, relation }] : [];
  });
}

function requirementsOf({ raw }: Entry): readonly Arrow[] {
  const requires = raw["requires"];
  if (!isRawList(requires)) return [];
  return requires.map((each, index) => ({
    to: rawText(each),
    path: `requires/${index}`,
    relation: "requires",
  }));
}

interface Cycle {
  readonly code: "R012" | "R013";
  readonly path: readonly string[];
}

/** One diagnostic for each reference to oneself and for each knot of entries that reach each other. */
function cyclesAmong(
  entries: readonly Entry[],
  arrowsOf: (entry: Entry) => readonly Arrow[],
  name: (path: readonly string[]) => Cycle,
): readonly Diagnostic[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const diagnostics: Diagnostic[] = [];
  const done = new Set<string>();
  for (const entry of entries) {
    for (const arrow of arrowsOf(entry)) {
      if (arrow.to !== entry.id) continue;
      const params = { relation: arrow.relation, id: entry.id };
      diagnostics.push(diagnose("R011", params, placeIn(entry, arrow.path)));
    }
  }
  for (const entry of entries) {
    const path = done.has(entry.id) ? undefined : findCycle(entry.id, byId, arrowsOf, done);
    if (path === undefined) continue;
    const cycle = name(path);
    const first = byId.get(path[0] ?? "") ?? entry;
    const arrow = arrowsOf(first).find((each) => each.to === path[1]);
    const place = placeIn(first, arrow?.path ?? "id");
    diagnostics.push(diagnose(cycle.code, { path: cycle.path.join(" → ") }, place));
  }
  return diagnostics;
}

/** A cycle of two or more reachable from `start`, found without recursion; marks what it has walked. */
function findCycle(
  start: string,
  byId: ReadonlyMap<string, Entry>,
  arrowsOf: (entry: Entry) => readonly Arrow[],
  done: Set<string>,
): readonly string[] | undefined {
  const trail: { readonly id: string; readonly next: Iterator<Arrow> }[] = [];
  const onTrail = new Set<string>();
  const enter = (id: string): void => {
    const entry = byId.get(id);
    const arrows = entry === undefined ? [] : arrowsOf(entry);
    trail.push({ id, next: arrows[Symbol.iterator]() });
    onTrail.add(id);
  };
  let found: readonly string[] | undefined;
  enter(start);
  for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
    const step = top.next.next();
    if (step.done === true) {
      done.add(top.id);
      onTrail.delete(top.id);
      trail.pop();
      continue;
    }
    const { to } = step.value;
    if (to === top.id || done.has(to) || !byId.has(to)) continue;
    if (!onTrail.has(to)) enter(to);
    else if (found === undefined) {
      const ids = trail.map((each) => each.id);
      found = [...ids.slice(ids.indexOf(to)), to];
    }
  }
  return found;
}
