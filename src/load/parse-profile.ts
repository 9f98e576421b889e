import type { CriticalityClass } from "../model/classes.ts";
import { CLASSES } from "../model/classes.ts";
import type { Severity } from "../model/criterion.ts";
import { SEVERITIES } from "../model/criterion.ts";
import type { ExposureFact, Priority, PriorityRow, Profile, Scale } from "../model/profile.ts";
import { EXAMPLE_WORDS } from "../model/profile.ts";
import type { Raw, RawObject } from "../model/values.ts";
import { LANGUAGES, isRawObject, rawText } from "../model/values.ts";
import { parseOptionalCondition } from "./condition.ts";
import { isYes, listIn, objectIn } from "./parse-criterion.ts";

/** A profile from its file, in the shape of its schema and with everything in it that it extends. */
export function parseProfile(raw: RawObject): Profile {
  const classification = objectIn(raw, "classification");
  const lowered = objectIn(classification, "lowered");
  return {
    id: rawText(raw["id"]),
    weights: objectIn(raw, "weights") as Readonly<Record<Severity, number>>,
    must: mustOf(objectIn(raw, "must")),
    classification: {
      rows: listIn(classification, "rows")
        .filter(isRawObject)
        .map((row) => ({
          row: rawText(row["row"]),
          class: row["class"] as CriticalityClass,
          when: parseOptionalCondition(row["when"]),
        })),
      lowered: {
        rows: listIn(lowered, "rows").map(String),
        to: lowered["to"] as CriticalityClass,
        checkedWithin: Number(lowered["checked-within"]),
      },
      stale: objectIn(classification, "stale") as Readonly<Record<CriticalityClass, number>>,
    },
    grades: numbersIn(objectIn(raw, "grades"), ["four", "three", "two", "widest"]),
    strength: numbersIn(objectIn(raw, "strength"), ["equal", "weaker", "weakest"]),
    freshness: numbersIn(objectIn(raw, "freshness"), ["fresh", "aging", "old", "undated"]),
    partialCredit: Number(raw["partial-credit"]),
    stale: raw["stale"] === "high-only" ? "high-only" : "partial",
    validityFactor: Number(raw["validity-factor"]),
    asked: askedOf(objectIn(raw, "asked")),
    unknownFails: isYes(raw["unknown-fails"]),
    suspicious: numbersIn(objectIn(raw, "suspicious"), ["share", "least"]),
    exampleWords: wordsOf(objectIn(raw, "example-words")),
    impact: objectIn(raw, "impact") as Readonly<Record<CriticalityClass, number>>,
    exposure: objectIn(raw, "exposure") as Readonly<Record<ExposureFact | "base", number>>,
    removable: Number(raw["removable"]),
    scales: scalesOf(objectIn(raw, "scales")),
    leadTimes: objectIn(raw, "lead-times") as Readonly<Record<string, Raw>>,
    priorities: listIn(raw, "priorities").filter(isRawObject).map(priorityRow),
  };
}

function numbersIn<K extends string>(
  raw: RawObject,
  keys: readonly K[],
): Readonly<Record<K, number>> {
  return Object.fromEntries(keys.map((key) => [key, Number(raw[key])])) as Record<K, number>;
}

function wordsOf(raw: RawObject): Profile["exampleWords"] {
  return Object.fromEntries(
    EXAMPLE_WORDS.map((word) => {
      const written = objectIn(raw, word);
      const said = LANGUAGES.map((language) => [language, rawText(written[language])]);
      return [word, Object.fromEntries(said)];
    }),
  ) as Profile["exampleWords"];
}

function mustOf(raw: RawObject): Profile["must"] {
  const of = (criticality: CriticalityClass): readonly Severity[] => severitiesIn(raw, criticality);
  return { K1: of("K1"), K2: of("K2"), K3: of("K3"), K4: of("K4") };
}

function askedOf(raw: RawObject): Profile["asked"] {
  const of = (key: string): readonly Severity[] => severitiesIn(raw, key);
  return { ...mustOf(raw), organisation: of("organisation"), portfolio: of("portfolio") };
}

function severitiesIn(raw: RawObject, key: string): readonly Severity[] {
  return SEVERITIES.filter((severity) => listIn(raw, key).includes(severity));
}

function scalesOf(raw: RawObject): Readonly<Record<string, Scale>> {
  return Object.fromEntries(
    Object.keys(raw).map((name) => {
      const written = objectIn(raw, name);
      return [
        name,
        Object.fromEntries(CLASSES.map((each) => [each, written[each] ?? null])) as Scale,
      ];
    }),
  );
}

function priorityRow(row: RawObject): PriorityRow {
  return {
    row: Number(row["row"]),
    priority: row["priority"] as Priority,
    act: row["act"] as PriorityRow["act"],
    when: parseOptionalCondition(row["when"]),
  };
}
