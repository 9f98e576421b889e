import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Shape } from "../model/shape.ts";
import { shapeAt } from "../model/shapes.ts";
import type { Raw } from "../model/values.ts";
import { isRawList, isRawObject, rawText } from "../model/values.ts";
import type { ShapeError } from "./shape-error.ts";
import { nearest } from "./suggest.ts";

/** What the schema errors of one value are about. */
export interface Checked {
  readonly file: string;
  /** Pointer of the checked value in its file. */
  readonly pointer: string;
  readonly value: Raw;
  /** Name of the value's shape in the register; undefined for other kinds of document. */
  readonly shape: string | undefined;
  /** Keys that may stand where an unknown one stands, for documents without shapes. */
  readonly keysAt?: (pointer: string) => readonly string[];
}

/** Turns one schema error into the diagnostic that a person needs: what, where, and the way out. */
export function explainShapeError(error: ShapeError, checked: Checked): Diagnostic {
  const steps = error.instancePath.split("/").slice(1).map(unescapeStep);
  const found = valueAt(checked.value, steps);
  const place = placeOf(checked, error.instancePath, "value");
  const shape = checked.shape === undefined ? undefined : shapeAt(checked.shape, steps)?.shape;
  switch (error.keyword) {
    case "additionalProperties":
      return unknownKey(error, checked, shape);
    case "required":
    case "dependentRequired":
      return missingKey(error, checked, found, steps);
    case "minItems":
      return diagnose("S015", {}, place);
    case "uniqueItems":
      return repeatedItem(error, checked, found);
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "maxLength":
    case "minLength":
    case "maxItems":
      return outOfRange(error, found, place);
    // The value itself is not of its type, list, form or pattern.
    default:
      return wrongValue(error, found, shape, place, steps);
  }
}

function unescapeStep(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

function placeOf(checked: Checked, path: string, part: "key" | "value"): Place {
  return { file: checked.file, pointer: checked.pointer + path, part };
}

function valueAt(value: Raw, steps: readonly string[]): Raw | undefined {
  let current: Raw | undefined = value;
  for (const step of steps) {
    if (isRawList(current)) current = current[Number(step)];
    else if (isRawObject(current)) current = current[step];
    else return undefined;
  }
  return current;
}

function unknownKey(error: ShapeError, checked: Checked, shape: Shape | undefined): Diagnostic {
  const key = String(error.params["additionalProperty"]);
  const step = key.replaceAll("~", "~0").replaceAll("/", "~1");
  const known =
    checked.keysAt?.(checked.pointer + error.instancePath) ?? Object.keys(shape?.fields ?? {});
  const place = placeOf(checked, `${error.instancePath}/${step}`, "key");
  return diagnose("S001", { key, suggestion: nearest(key, known) }, place);
}

function missingKey(
  error: ShapeError,
  checked: Checked,
  found: Raw | undefined,
  steps: readonly string[],
): Diagnostic {
  const key = String(error.params["missingProperty"]);
  const place = firstKey(checked, error.instancePath, found);
  if (key === "because" && isRawObject(found) && found["status"] === "not-applicable") {
    return diagnose(
      "S016",
      {},
      { ...place, pointer: `${checked.pointer}${error.instancePath}/status` },
    );
  }
  if (steps.at(-1) === "override") return diagnose("R016", { key }, place);
  if (key === "until" && isRawObject(found) && "criterion" in found) {
    return diagnose("R017", { criterion: rawText(found["criterion"]) }, place);
  }
  return diagnose("S004", { key }, place);
}

/** A missing key is shown at the first key of the map that lacks it. */
function firstKey(checked: Checked, path: string, found: Raw | undefined): Place {
  const first = isRawObject(found) ? Object.keys(found)[0] : undefined;
  if (first === undefined) return placeOf(checked, path, "value");
  return placeOf(checked, `${path}/${first.replaceAll("~", "~0").replaceAll("/", "~1")}`, "key");
}

/** Shown at the later of the two items that are the same. */
function repeatedItem(error: ShapeError, checked: Checked, found: Raw | undefined): Diagnostic {
  const index = Math.max(Number(error.params["i"]), Number(error.params["j"]));
  const item = isRawList(found) ? found[index] : undefined;
  return diagnose(
    "S019",
    { value: shown(item) },
    placeOf(checked, `${error.instancePath}/${index}`, "value"),
  );
}

function outOfRange(error: ShapeError, found: Raw | undefined, place: Place): Diagnostic {
  if (found === "") return diagnose("S022", {}, place);
  const limit = Number(error.params["limit"]);
  const given = error.params["comparison"];
  const comparison =
    typeof given === "string" ? given : error.keyword.startsWith("max") ? "<=" : ">=";
  const length = error.keyword.endsWith("Length") && typeof found === "string";
  const value = length ? found.length : shown(found);
  return diagnose(
    "S013",
    { value, limit: `${comparison.replace("<=", "≤").replace(">=", "≥")} ${limit}` },
    place,
  );
}

/** Words that people write for "not known" in other systems. */
const SENTINELS: ReadonlySet<string> = new Set([
  ...["9999-12-31", "1900-01-01", "n/a", "na", "n.a.", "-", "--", "?", "??", "tbd", "xxx"],
  ...[
    "okänd",
    "okänt",
    "ej känd",
    "ej känt",
    "vet ej",
    "saknas",
    "ei tiedossa",
    "tuntematon",
    "ei tiedetä",
    "not known",
    "not available",
    "none given",
  ],
]);

/** True for a value that stands for "unknown" somewhere else; here one writes `unknown`. */
export function isSentinel(value: string): boolean {
  return SENTINELS.has(value.trim().toLowerCase());
}

function wrongValue(
  error: ShapeError,
  found: Raw | undefined,
  shape: Shape | undefined,
  place: Place,
  steps: readonly string[],
): Diagnostic {
  const kind = shape?.kind;
  if (steps.length === 1 && steps[0] === "version")
    return diagnose("S021", { value: shown(found) }, place);
  if (typeof found === "string" && kind !== "text" && isSentinel(found)) {
    return diagnose("S006", { value: found }, place);
  }
  if (
    found === "" ||
    (typeof found === "string" && kind === "text" && (found.trim() === "" || found === "unknown"))
  ) {
    return diagnose("S022", {}, place);
  }
  if (found === "not-applicable" && (kind === "answer" || kind === "clause")) {
    return diagnose("S016", {}, place);
  }
  switch (kind) {
    case "span":
    case "period":
    case "span-or-period":
      return wrongLength(found, kind, place);
    case "day":
      return typeof found === "string"
        ? diagnose("S010", { value: found }, place)
        : diagnose("S002", { expected: "day", found: typeName(found) }, place);
    case "share":
      return diagnose("S018", { value: shown(found) }, place);
    case "country":
      if (found === false) return diagnose("S017", { source: "no" }, place);
      break;
    case "id":
      if (typeof found === "string") return diagnose("S014", { value: found }, place);
      break;
    // The other kinds, and none, have no mistake of their own.
    default:
      break;
  }
  if (typeof found === "number" && (wantsText(kind) || wantsOnlyText(error))) {
    return diagnose("S005", { source: String(found) }, place);
  }
  if (error.keyword === "enum" || error.keyword === "const")
    return notInList(error, found, shape, place);
  if (
    error.keyword === "pattern" &&
    typeof found === "string" &&
    steps.length > 0 &&
    kind !== "number"
  ) {
    return diagnose("S014", { value: found }, place);
  }
  if (typeof found === "number" && kind === "number") {
    return diagnose("S002", { expected: "whole-number", found: "number" }, place);
  }
  return diagnose("S002", { expected: kind ?? expectedType(error), found: typeName(found) }, place);
}

function wantsOnlyText(error: ShapeError): boolean {
  return error.keyword === "type" && error.params["type"] === "string";
}

function wantsText(kind: Shape["kind"] | undefined): boolean {
  return (
    kind === "text" ||
    kind === "id" ||
    kind === "cpv" ||
    kind === "business-id" ||
    kind === "currency" ||
    kind === "country"
  );
}

const CLOCK = /^\d{1,2}:\d{2}(?::\d{2})?$/u;

function wrongLength(
  found: Raw | undefined,
  kind: "span" | "period" | "span-or-period",
  place: Place,
): Diagnostic {
  const example = kind === "period" ? "6 months" : "8 h";
  if (typeof found === "number" || (typeof found === "string" && /^\d+$/u.test(found))) {
    const unit = kind === "period" ? "months" : "h";
    return diagnose("S007", { value: String(found), example: `${found} ${unit}` }, place);
  }
  if (typeof found !== "string") {
    return diagnose("S002", { expected: kind, found: typeName(found) }, place);
  }
  if (CLOCK.test(found)) return diagnose("S012", { value: found }, place);
  return diagnose("S008", { value: found, expected: example }, place);
}

function notInList(
  error: ShapeError,
  found: Raw | undefined,
  shape: Shape | undefined,
  place: Place,
): Diagnostic {
  const allowedValues = error.params["allowedValues"];
  const listed = Array.isArray(allowedValues) ? allowedValues : [error.params["allowedValue"]];
  const allowed = (shape?.words ?? listed.map(String)).filter(
    (word) => word !== "null" && word !== "true" && word !== "false",
  );
  const forms = shape?.fields !== undefined ? "block" : shape?.kind === "list" ? "list" : undefined;
  if (typeof found !== "string") {
    const expected = forms ?? shape?.kind ?? "word";
    return diagnose("S002", { expected, found: typeName(found) }, place);
  }
  if (
    forms !== undefined &&
    shape?.kind !== "answer" &&
    shape?.kind !== "clause" &&
    nearest(found, allowed) === ""
  ) {
    return diagnose("S002", { expected: forms, found: typeName(found) }, place);
  }
  return diagnose("S003", { value: found, allowed, suggestion: nearest(found, allowed) }, place);
}

function expectedType(error: ShapeError): string {
  const type = error.params["type"];
  const types = Array.isArray(type) ? type.map(String) : [String(type)];
  const wanted = types.filter((each) => each !== "null" && each !== "boolean");
  if (wanted.includes("array")) return "list";
  if (wanted.includes("object")) return "block";
  if (wanted.includes("number") || wanted.includes("integer")) return "number";
  return "text";
}

/** The name of a value's type, as worded under `diagnostics.types`. */
function typeName(value: Raw | undefined): string {
  if (value === null || value === undefined) return "nothing";
  if (isRawList(value)) return "list";
  if (isRawObject(value)) return "block";
  if (typeof value === "boolean") return "yes-no";
  return typeof value === "number" ? "number" : "text";
}

function shown(value: Raw | undefined): string {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
