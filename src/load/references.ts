import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { RegisterList } from "../model/lists.ts";
import { REGISTER_LISTS } from "../model/lists.ts";
import type { Entry } from "../model/register.ts";
import type { Search } from "../model/shapes.ts";
import { searchFor, someScalar, visitScalars } from "../model/shapes.ts";
import { isRawList, isRawObject, rawText } from "../model/values.ts";
import { isSentinel } from "../schema/explain.ts";
import { nearest } from "../schema/suggest.ts";
import type { Collected } from "./entries.ts";
import { placeIn } from "./entries.ts";

/** Shapes that hold the id of something else, and what it is the id of. */
const REFERENCES: Readonly<Record<string, ReferenceKind>> = {
  "contract-id": "contract",
  "supplier-id": "supplier",
  "contract-supplier": "supplier",
  "supplier-ref": "supplier",
  "parent-ref": "supplier",
  "function-id": "function",
  "resource-ref": "resource",
  "site-ref": "site",
  "criterion-id": "criterion",
};

type ReferenceKind = "contract" | "supplier" | "function" | "resource" | "site" | "criterion";

const WORDS: ReadonlySet<string> = new Set(["none", "unknown", "refused", "secret"]);

/** Checks that ids are unique and that what is referred to exists. */
export function checkReferences(
  collected: Collected,
  criteria: ReadonlySet<string>,
): readonly Diagnostic[] {
  const known = knownIds(collected, criteria);
  const diagnostics: Diagnostic[] = [];
  for (const list of Object.keys(collected.lists) as RegisterList[]) {
    const entries = collected.lists[list];
    // Not by `push(...)`: there can be more than a call takes arguments.
    for (const each of repeatedIds(entries, REGISTER_LISTS[list])) diagnostics.push(each);
    const search = searchIn(REGISTER_LISTS[list]);
    for (const entry of entries) diagnostics.push(...unknownIn(entry, search, known));
  }
  if (collected.organisation !== undefined) {
    diagnostics.push(...unknownIn(collected.organisation, searchIn("organisation"), known));
  }
  return diagnostics;
}

/** Checks that what an entry would say refers to what exists; the collection is looked through once for many. */
export function referenceCheck(
  collected: Collected,
  criteria: ReadonlySet<string>,
): (entry: Entry, list: RegisterList) => readonly Diagnostic[] {
  let known: Known | undefined;
  return (entry, list) => {
    known ??= knownIds(collected, criteria);
    return unknownIn(entry, searchIn(REGISTER_LISTS[list]), known);
  };
}

type Known = Readonly<Record<ReferenceKind, ReadonlySet<string>>>;

function knownIds(collected: Collected, criteria: ReadonlySet<string>): Known {
  const idsOf = (entries: readonly Entry[]): ReadonlySet<string> =>
    new Set(entries.map((entry) => entry.id));
  const sites = collected.lists.suppliers.flatMap(({ raw }) =>
    isRawList(raw["sites"])
      ? raw["sites"].map((site) => (isRawObject(site) ? rawText(site["id"]) : ""))
      : [],
  );
  return {
    contract: idsOf(collected.lists.contracts),
    supplier: idsOf(collected.lists.suppliers),
    function: idsOf(collected.lists.functions),
    resource: idsOf(collected.lists.resources),
    site: new Set(sites),
    criterion: criteria,
  };
}

function searchIn(shapeName: string): Search {
  return searchFor(shapeName, (name) => REFERENCES[name] !== undefined);
}

function unknownIn(entry: Entry, search: Search, known: Known): readonly Diagnostic[] {
  const isUnknown = (value: string | number | boolean, name: string): boolean => {
    const kind = REFERENCES[name];
    return (
      kind !== undefined &&
      typeof value === "string" &&
      !known[kind].has(value) &&
      !WORDS.has(value)
    );
  };
  if (!someScalar(entry.raw, search, (value, _, name) => isUnknown(value, name))) return [];
  const diagnostics: Diagnostic[] = [];
  visitScalars(entry.raw, search.name, entry.place.pointer, (value, _, name, __, pointer) => {
    const kind = REFERENCES[name];
    if (kind === undefined || !isUnknown(value, name)) return;
    const id = String(value);
    if (isSentinel(id)) {
      diagnostics.push(
        diagnose("S006", { value: id }, { file: entry.place.file, pointer, part: "value" }),
      );
      return;
    }
    const params = { kind, id, suggestion: nearest(id, known[kind]) };
    diagnostics.push(diagnose("R001", params, { file: entry.place.file, pointer, part: "value" }));
  });
  return diagnostics;
}

/** Ids that stand twice, or differ in nothing a person sees. */
function repeatedIds(entries: readonly Entry[], kind: string): readonly Diagnostic[] {
  const exact = new Map<string, Entry>();
  const folded = new Map<string, Entry>();
  const diagnostics: Diagnostic[] = [];
  for (const entry of entries) {
    const same = exact.get(entry.id);
    const like = folded.get(fold(entry.id));
    const place = placeIn(entry, "id");
    if (same !== undefined) {
      diagnostics.push(diagnose("R002", { kind, id: entry.id }, place, [placeIn(same, "id")]));
    } else if (like !== undefined) {
      const params = { kind, id: entry.id, other: like.id };
      diagnostics.push(diagnose("R003", params, place, [placeIn(like, "id")]));
    }
    if (same === undefined) exact.set(entry.id, entry);
    if (like === undefined) folded.set(fold(entry.id), entry);
  }
  return diagnostics;
}

function fold(id: string): string {
  return id.normalize("NFKC").toLowerCase();
}
