import { FINDING_KINDS } from "../model/assessment.ts";
import type { Baseline, BaselineEntry } from "../model/baseline.ts";
import { LEVELS, SEVERITIES } from "../model/criterion.ts";
import type { Diagnostic, Stretch } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Raw, RawObject } from "../model/values.ts";
import { isRawObject, rawText } from "../model/values.ts";
import { BASELINE_SCHEMA } from "../schema/baseline-schema.ts";
import { explainShapeError } from "../schema/explain.ts";
import { shapeErrors } from "../schema/shape-error.ts";
import { decodeText } from "../source/decode.ts";
import type { SourceDocument } from "../source/document.ts";
import { openDocument } from "../source/document.ts";
import { listIn } from "./parse-criterion.ts";

/** A baseline, or what is wrong with the file. */
export type BaselineRead =
  | { readonly ok: true; readonly baseline: Baseline }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

const KEYS = ["kind", "version", "entries"];
const ENTRY_KEYS = ["level", "subject", "criterion", "kind", "severity", "low", "blanks", "facts"];

/** Most mistakes that are told of one file: a file of another kind has one on every line. */
const MOST_TOLD = 10;

/** Reads a baseline from the bytes of a file; every mistake has a line and column. */
export function readBaseline(file: string, bytes: Uint8Array): BaselineRead {
  const decoded = decodeText(file, bytes);
  if (!decoded.ok) return { ok: false, diagnostics: [decoded.diagnostic] };
  // JSON is read by the reader made for it; only for places is it read as the YAML that it is too.
  const document = openDocument(file, decoded.text);
  const value = jsonIn(decoded.text);
  if (value === undefined)
    return { ok: false, diagnostics: [document.read(() => undefined) ?? noBaseline(document)] };
  if (!isRawObject(value) || value["kind"] !== "baseline")
    return { ok: false, diagnostics: [noBaseline(document)] };
  const errors = shapeErrors(BASELINE_SCHEMA, value).slice(0, MOST_TOLD);
  if (errors.length === 0)
    return {
      ok: true,
      baseline: { entries: listIn(value, "entries").filter(isRawObject).map(entryOf) },
    };
  const told = errors.map((error) =>
    explainShapeError(error, {
      file,
      pointer: "",
      value,
      shape: undefined,
      keysAt: (pointer) => (pointer === "" ? KEYS : ENTRY_KEYS),
    }),
  );
  return { ok: false, diagnostics: told.map((each) => placed(each, document)) };
}

function jsonIn(text: string): Raw | undefined {
  try {
    return JSON.parse(text) as Raw;
  } catch {
    return undefined;
  }
}

function noBaseline(document: SourceDocument): Diagnostic {
  const place = { file: document.file, pointer: "/kind", part: "value" } as const;
  const at: Stretch = { file: document.file, span: document.locate(place) };
  return diagnose("F020", { path: document.file }, at);
}

/** With line and column: nobody has the document any more when the diagnostic is printed. */
function placed(diagnostic: Diagnostic, document: SourceDocument): Diagnostic {
  const { at } = diagnostic;
  if (at === undefined || !("pointer" in at)) return diagnostic;
  return { ...diagnostic, at: { file: at.file, span: document.locate(at) } };
}

function entryOf(raw: RawObject): BaselineEntry {
  return {
    level: LEVELS.find((each) => each === raw["level"]) ?? "contract",
    subject: textIn(raw["subject"]),
    criterion: textIn(raw["criterion"]),
    kind: FINDING_KINDS.find((each) => each === raw["kind"]) ?? "not-met",
    severity: SEVERITIES.find((each) => each === raw["severity"]),
    low: Number(raw["low"]),
    blanks: Number(raw["blanks"]),
    facts: rawText(raw["facts"]),
  };
}

function textIn(value: Raw | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
