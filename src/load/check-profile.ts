import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { ValueKind } from "../model/shape.ts";
import type { RawObject } from "../model/values.ts";
import { isRawObject, rawText } from "../model/values.ts";
import { checkCondition } from "./check-condition.ts";
import { checkFileName } from "./check-criterion.ts";
import { listIn, objectIn } from "./parse-criterion.ts";
import { CLASSIFICATION_FIELDS, PRIORITY_FIELDS, fieldsOfTable } from "./vocabulary.ts";

/** What is wrong with the meaning of a profile that has the shape of its schema. */
export function checkProfile(raw: RawObject, file: string): readonly Diagnostic[] {
  const at = (pointer: string): Place => ({ file, pointer, part: "value" });
  const rows = listIn(objectIn(raw, "classification"), "rows");
  return [
    ...checkFileName(rawText(raw["id"]), file, at("/id")),
    ...checkRows(rows, "/classification/rows", CLASSIFICATION_FIELDS, file),
    ...checkRows(listIn(raw, "priorities"), "/priorities", PRIORITY_FIELDS, file),
  ];
}

function checkRows(
  rows: ReturnType<typeof listIn>,
  pointer: string,
  fields: Readonly<Record<string, ValueKind>>,
  file: string,
): readonly Diagnostic[] {
  const ground = { file, fieldAt: fieldsOfTable(fields), scales: new Set<string>() };
  return rows.flatMap((row, index) =>
    isRawObject(row) ? checkCondition(row["when"], `${pointer}/${index}/when`, ground) : [],
  );
}

/**
 * What is wrong with a profile once everything that it extends is in it: each table must end in a row
 * that holds for everything, and what the law demands must stay the first row of the priorities.
 */
export function checkMergedProfile(
  merged: RawObject,
  base: RawObject,
  place: Place,
): readonly Diagnostic[] {
  const tables: readonly (readonly [string, ReturnType<typeof listIn>])[] = [
    ["/classification/rows", listIn(objectIn(merged, "classification"), "rows")],
    ["/priorities", listIn(merged, "priorities")],
  ];
  const open = tables.flatMap(([pointer, rows]) => {
    const last = rows.at(-1);
    const closed = isRawObject(last) && last["when"] === undefined;
    return closed ? [] : [diagnose("C019", {}, { ...place, pointer })];
  });
  const [lawful] = listIn(base, "priorities");
  const [first] = listIn(merged, "priorities");
  const kept = JSON.stringify(first) === JSON.stringify(lawful);
  const lowered = kept ? [] : [diagnose("C037", {}, { ...place, pointer: "/priorities" })];
  return [...open, ...lowered];
}
