import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { RegisterList } from "../model/lists.ts";
import { REGISTER_LISTS, isRegisterList } from "../model/lists.ts";
import type { Day, Raw, RawObject } from "../model/values.ts";
import { isRawObject } from "../model/values.ts";
import { explainShapeError } from "../schema/explain.ts";
import { ENTRY_SCHEMAS, REGISTER_SCHEMA } from "../schema/register-schema.ts";
import { shapeErrors } from "../schema/shape-error.ts";
import type { SourceDocument } from "../source/document.ts";
import { checkAcceptances, checkContract, checkSupplier } from "./contract-checks.ts";
import type { Collected } from "./entries.ts";
import { entryOf } from "./entries.ts";
import { checkTraps } from "./traps.ts";
import { checkValues } from "./value-checks.ts";

/** Reads one register file into the collection; gives what is wrong with it. */
export function readRegisterFile(
  document: SourceDocument,
  collected: Collected,
  today: Day,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  // Without a prototype, so that a key `__proto__` is a key like any other.
  const head = Object.create(null) as Record<string, Raw>;
  const fault = document.read((key, index, value) => {
    if (index === undefined) head[key] = value;
    else if (isRegisterList(key))
      diagnostics.push(...readEntry(document.file, key, index, value, collected, today));
    else head[key] = [];
  });
  if (fault !== undefined) return [fault];
  const all = [...readHead(document.file, head, collected, today), ...diagnostics];
  return withTraps(
    all.map((diagnostic) => asWritten(diagnostic, document)),
    document,
  );
}

/** A number where text is meant is shown as it stands in the file: 031, not 31. */
function asWritten(diagnostic: Diagnostic, document: SourceDocument): Diagnostic {
  if (diagnostic.code !== "S005" || diagnostic.at === undefined || !("pointer" in diagnostic.at))
    return diagnostic;
  const source = document.scalarAt(diagnostic.at.pointer)?.source;
  return source === undefined
    ? diagnostic
    : diagnose("S005", { source }, diagnostic.at, diagnostic.related);
}

/** A trap at a place that already has a diagnostic is the same mistake and is not said twice. */
function withTraps(
  diagnostics: readonly Diagnostic[],
  document: SourceDocument,
): readonly Diagnostic[] {
  const traps = checkTraps(document);
  if (traps.length === 0) return diagnostics;
  const taken = new Set<number>();
  for (const { at } of diagnostics) {
    if (at !== undefined && "pointer" in at) taken.add(document.locate(at).start.offset);
  }
  return [
    ...diagnostics,
    ...traps.filter(
      ({ at }) => at === undefined || !("span" in at) || !taken.has(at.span.start.offset),
    ),
  ];
}

function readHead(
  file: string,
  head: RawObject,
  collected: Collected,
  today: Day,
): readonly Diagnostic[] {
  const diagnostics = shapeErrors(REGISTER_SCHEMA, head).map((error) =>
    explainShapeError(error, { file, pointer: "", value: head, shape: "register" }),
  );
  const organisation = head["organisation"];
  if (!isRawObject(organisation)) return diagnostics;
  const pointer = "/organisation";
  diagnostics.push(...checkValues(organisation, "organisation", file, pointer, today));
  const at = (path: string) => ({ file, pointer: `${pointer}/${path}`, part: "value" }) as const;
  diagnostics.push(...checkAcceptances(organisation["accepted"], at, today));
  if (collected.organisation !== undefined) {
    diagnostics.push(
      diagnose("R021", {}, { file, pointer, part: "key" }, [
        { ...collected.organisation.place, part: "key" },
      ]),
    );
  } else if (typeof organisation["id"] === "string") {
    collected.organisation = entryOf(organisation, file, pointer);
  }
  return diagnostics;
}

function readEntry(
  file: string,
  list: RegisterList,
  index: number,
  value: Raw,
  collected: Collected,
  today: Day,
): readonly Diagnostic[] {
  const pointer = `/${list}/${index}`;
  if (isRawObject(value) && typeof value["id"] === "string")
    collected.lists[list].push(entryOf(value, file, pointer));
  return checkEntry(list, value, file, pointer, today);
}

/** What is wrong with the value of an entry, what it refers to left aside. */
export function checkEntry(
  list: RegisterList,
  value: Raw,
  file: string,
  pointer: string,
  today: Day,
): readonly Diagnostic[] {
  const shape = REGISTER_LISTS[list];
  const diagnostics: Diagnostic[] = shapeErrors(ENTRY_SCHEMAS[list], value).map((error) =>
    explainShapeError(error, { file, pointer, value, shape }),
  );
  if (!isRawObject(value)) return diagnostics;
  diagnostics.push(...checkValues(value, shape, file, pointer, today));
  if (list === "contracts") diagnostics.push(...checkContract(value, file, pointer, today));
  if (list === "suppliers") diagnostics.push(...checkSupplier(value, file, pointer, today));
  return diagnostics;
}
