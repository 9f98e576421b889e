import type { CriticalityClass } from "../model/classes.ts";
import { CLASSES } from "../model/classes.ts";
import type {
  Clause,
  ClauseItem,
  ClauseParameter,
  ClauseText,
  ParameterKind,
} from "../model/clause.ts";
import type { ContractType } from "../model/register.ts";
import type { Day, Language, Raw, RawObject } from "../model/values.ts";
import { isRawList, isRawObject, rawText } from "../model/values.ts";
import { parseOptionalCondition } from "./condition.ts";
import { isYes, listIn, objectIn, perLanguage, sourceOf, textIn } from "./parse-criterion.ts";

/** The items of a clause in each language: they stand in files of their own. */
export type ClauseItems = Readonly<Record<Language, readonly ClauseItem[]>>;

/** A clause from its files, in the shape of its schema. */
export function parseClause(raw: RawObject, items: ClauseItems): Clause {
  const words = perLanguage(raw["text"], (text): Omit<ClauseText, "items"> => ({
    title: textIn(text, "title"),
    purpose: textIn(text, "purpose"),
    decide: listIn(text, "decide").map(String),
    assumes: listIn(text, "assumes").map(String),
  }));
  return {
    id: rawText(raw["id"]),
    code: rawText(raw["code"]),
    version: rawText(raw["since"]),
    status: raw["status"] === "reviewed" ? "reviewed" : "draft",
    reviewed: typeof raw["reviewed"] === "string" ? (raw["reviewed"] as Day) : undefined,
    types: listIn(raw, "types") as readonly ContractType[],
    classes: listIn(raw, "classes") as readonly CriticalityClass[],
    applies: parseOptionalCondition(raw["applies"]),
    gaps: listIn(raw, "gaps").map(String),
    tender: isYes(raw["tender"]),
    retrofit: raw["retrofit"] as Clause["retrofit"],
    needs: listIn(raw, "needs").map((each) =>
      isRawList(each) ? each.map(rawText) : [rawText(each)],
    ),
    excludes: listIn(raw, "excludes").map(String),
    conflicts: listIn(raw, "conflicts")
      .filter(isRawObject)
      .map((each) => ({
        with: rawText(each["with"]),
        text: objectIn(each, "text") as Readonly<Record<Language, string>>,
      })),
    parameters: listIn(raw, "parameters").filter(isRawObject).map(parameterOf),
    sources: listIn(raw, "sources").map(sourceOf),
    text: {
      sv: { ...words.sv, items: items.sv },
      fi: { ...words.fi, items: items.fi },
      en: { ...words.en, items: items.en },
    },
  };
}

function parameterOf(raw: RawObject): ClauseParameter {
  const range = raw["range"];
  return {
    name: rawText(raw["name"]),
    kind: raw["kind"] as ParameterKind,
    unit: raw["unit"] as ClauseParameter["unit"],
    defaults: defaultsOf(raw["defaults"]),
    range: isRawObject(range)
      ? { least: Number(range["least"]), greatest: Number(range["greatest"]) }
      : undefined,
    refersTo: typeof raw["refers-to"] === "string" ? raw["refers-to"] : undefined,
    text: perLanguage(raw["text"], (text) => ({
      name: textIn(text, "name"),
      why: textIn(text, "why"),
    })),
  };
}

function defaultsOf(written: Raw | undefined): Readonly<Record<CriticalityClass, Raw>> {
  const of = (criticality: CriticalityClass): Raw => {
    const value = isRawObject(written) ? written[criticality] : written;
    return value === undefined || value === "none" ? null : value;
  };
  return Object.fromEntries(CLASSES.map((each) => [each, of(each)])) as Record<
    CriticalityClass,
    Raw
  >;
}
