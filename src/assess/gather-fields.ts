import type { AskedField } from "../model/asked-field.ts";
import type { CriticalityClass } from "../model/classes.ts";
import type { Criterion, Severity } from "../model/criterion.ts";
import { SEVERITIES } from "../model/criterion.ts";
import { shapeAt } from "../model/shapes.ts";
import { fieldsRead } from "./fields-read.ts";
import type { Raw, RawObject } from "../model/values.ts";
import { isRawObject } from "../model/values.ts";

/** Why a field is asked about: a criterion reads it, or (without one) a class rests on it. */
export interface Mention {
  readonly path: string;
  readonly criterion: Criterion | undefined;
  /** True when the criterion reads it only to know whom it concerns. */
  readonly concerns: boolean;
}

/** Whose fields are gathered. */
export interface FieldHolder {
  readonly shape: AskedField["shape"];
  readonly entry: string;
  readonly raw: RawObject;
  /** The classes that the entry may be of. */
  readonly classes: readonly CriticalityClass[];
}

/** Each mentioned field once, in the order in which fields are asked about. */
export function gatherFields(
  mentions: readonly Mention[],
  holder: FieldHolder,
): readonly AskedField[] {
  const { shape } = holder;
  const byPath = new Map<string, Mention[]>();
  for (const mention of mentions) {
    for (const path of partsOf(mention, shape)) {
      byPath.set(path, [...(byPath.get(path) ?? []), mention]);
    }
  }
  return [...byPath].map(([path, mentioned]) => fieldOf(path, mentioned, holder)).sort(byWorth);
}

/** Blocks behind a class whose parts are each answered by themselves. */
const ANSWERED_IN_PARTS: Readonly<Record<string, readonly string[]>> = {
  "criticality.alternative": ["within", "ready", "verified"],
  "criticality.vital-function": ["code", "link"],
};

/** The fields in which what is mentioned is answered: nobody fills in a whole block in one cell. */
function partsOf({ path, criterion }: Mention, shape: string): readonly string[] {
  const found = shapeAt(shape, path.split("."));
  // What stands in another entry is asked about there.
  if (found === undefined) return [];
  const parts = ANSWERED_IN_PARTS[path]?.map((part) => `${path}.${part}`);
  if (parts !== undefined) return parts;
  if (found.shape.kind !== "block" || criterion === undefined) return [path];
  const below = fieldsRead(criterion).filter((field) => field.path.startsWith(`${path}.`));
  return below.length === 0 ? [path] : below.map((field) => field.path);
}

function fieldOf(
  path: string,
  mentions: readonly Mention[],
  { shape, entry, raw, classes }: FieldHolder,
): AskedField {
  const gravity = (criterion: Criterion): number => rank(severityAt(criterion, classes));
  const criteria = [...new Set(mentions.flatMap(({ criterion }) => criterion ?? []))].sort(
    (left, right) => gravity(right) - gravity(left),
  );
  const [first] = criteria;
  return {
    shape,
    entry,
    path,
    decidesClass: mentions.some(({ criterion }) => criterion === undefined),
    criteria,
    concerns: criteria.length > 0 && mentions.every(({ concerns }) => concerns),
    severity: first === undefined ? undefined : severityAt(first, classes),
    recorded: valueAt(raw, path),
  };
}

/** What decides the class first, then by the gravest severity, then in the order of the catalogue. */
function byWorth(left: AskedField, right: AskedField): number {
  return (
    Number(right.decidesClass) - Number(left.decidesClass) ||
    rank(right.severity) - rank(left.severity)
  );
}

/** The gravest severity of a criterion at some classes; undefined where none of them requires it. */
export function severityAt(
  { severity }: Criterion,
  classes: readonly CriticalityClass[],
): Severity | undefined {
  const all = classes.flatMap((each) => severity[each] ?? []);
  return SEVERITIES.findLast((each) => all.includes(each));
}

function rank(severity: Severity | undefined): number {
  return severity === undefined ? -1 : SEVERITIES.indexOf(severity);
}

function valueAt(raw: RawObject, path: string): Raw | undefined {
  let value: Raw | undefined = raw;
  for (const step of path.split(".")) value = isRawObject(value) ? value[step] : undefined;
  return value;
}
