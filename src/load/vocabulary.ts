import type { Level } from "../model/criterion.ts";
import type { ValueKind } from "../model/shape.ts";
import { shapeAt, shapeFields } from "../model/shapes.ts";
import { nearest } from "../schema/suggest.ts";

/** A computed fact, as far as a condition must know it. */
export interface KnownFact {
  readonly level: Level;
  readonly kind: ValueKind;
}

/** What conditions may name. */
export interface Vocabulary {
  readonly facts: ReadonlyMap<string, KnownFact>;
  /** Scales of the profile in use. */
  readonly scales: ReadonlySet<string>;
}

/** What a field of a condition is, or what was probably meant where there is none. */
export type FieldFound =
  | {
      readonly known: true;
      readonly kind: ValueKind;
      readonly words: readonly string[] | undefined;
    }
  | { readonly known: false; readonly suggestion: string };

/** Finds what a condition may ask about. */
export type FieldLookup = (field: string) => FieldFound;

/** The fields and facts that a criterion of a level may read. The portfolio is seen through the organisation. */
export function fieldsOfLevel(level: Level, { facts }: Vocabulary): FieldLookup {
  const shape = level === "portfolio" ? "organisation" : level;
  return (field) => {
    if (!field.startsWith("fact.")) return registerField(field, shape);
    const fact = facts.get(field.slice("fact.".length));
    if (fact !== undefined && isReadable(fact.level, level))
      return { known: true, kind: fact.kind, words: undefined };
    const names = [...facts].flatMap(([name, each]) => (isReadable(each.level, level) ? name : []));
    return { known: false, suggestion: nearest(field.slice("fact.".length), names) };
  };
}

function isReadable(of: Level, by: Level): boolean {
  return of === by || (by === "portfolio" && of === "organisation");
}

function registerField(field: string, shapeName: string): FieldFound {
  const steps = field.split(".");
  const found = shapeAt(shapeName, steps);
  if (found !== undefined && steps.every((step) => !/^\d+$/u.test(step)))
    return { known: true, kind: found.shape.kind, words: found.shape.words };
  for (let length = steps.length - 1; length >= 0; length -= 1) {
    const parent = shapeAt(shapeName, steps.slice(0, length));
    if (parent === undefined) continue;
    const near = nearest(steps[length] ?? "", shapeFields(parent.shape));
    const path = [...steps.slice(0, length), near, ...steps.slice(length + 1)];
    const whole = near !== "" && shapeAt(shapeName, path) !== undefined;
    return { known: false, suggestion: whole ? path.join(".") : "" };
  }
  return { known: false, suggestion: "" };
}

/** A closed table of facts: the rows of the profile's tables read no others. */
export function fieldsOfTable(table: Readonly<Record<string, ValueKind>>): FieldLookup {
  return (field) => {
    const kind = table[field];
    if (kind !== undefined && Object.hasOwn(table, field))
      return { known: true, kind, words: undefined };
    const suggestion = nearest(field, Object.keys(table));
    return { known: false, suggestion: suggestion.replace(/^fact\./u, "") };
  };
}

/** What the rows of the decision table may ask. */
export const CLASSIFICATION_FIELDS: Readonly<Record<string, ValueKind>> = {
  "fact.life-health-level": "number",
  "fact.statutory-duty-level": "number",
  "fact.vital-function-level": "number",
  "fact.outage-level": "number",
  "fact.dependents-level": "number",
  "fact.users-level": "number",
  "fact.alternative-in-time": "answer",
};

/** What the rows of the priority table may ask. */
export const PRIORITY_FIELDS: Readonly<Record<string, ValueKind>> = {
  "fact.class": "word",
  "fact.verdict": "word",
  "fact.must": "answer",
  "fact.statutory": "answer",
  "fact.days-to-act": "number",
  "fact.class-known": "answer",
};
