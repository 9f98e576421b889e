import { CLASSES } from "../model/classes.ts";
import type { CriticalityClass } from "../model/classes.ts";
import type {
  Criterion,
  CriterionExample,
  CriterionText,
  Level,
  Severity,
  Situation,
  Source,
  SourceMark,
  Validity,
  Verdict,
} from "../model/criterion.ts";
import type { Day, Language, Raw, RawObject } from "../model/values.ts";
import {
  LANGUAGES,
  isRawList,
  isRawObject,
  parsePeriod,
  periodInMonths,
  rawText,
} from "../model/values.ts";
import { parseCondition, parseOptionalCondition } from "./condition.ts";

/** A criterion from its file, in the shape of its schema. `folder` is its group unless it names one. */
export function parseCriterion(raw: RawObject, folder: string): Criterion {
  const proof = objectIn(raw, "proof");
  const remedy = objectIn(raw, "remedy");
  return {
    id: rawText(raw["id"]),
    version: rawText(raw["since"]),
    group: typeof raw["group"] === "string" ? raw["group"] : folder,
    level: raw["level"] as Level,
    situations: listIn(raw, "situations") as readonly Situation[],
    severity: severityOf(raw["severity"]),
    weightFactor: 1,
    statutory: isYes(raw["statutory"]),
    applies: parseOptionalCondition(raw["applies"]),
    met: parseCondition(raw["met"]),
    partial: parseOptionalCondition(raw["partial"]),
    proof: {
      kind: proofKinds(proof["kind"]),
      valid: validityOf(proof["valid"]),
      of: typeof proof["of"] === "string" ? proof["of"] : undefined,
      strictAt: listIn(proof, "strict-at") as readonly CriticalityClass[],
    },
    gaps: listIn(raw, "gaps").map(String),
    remedy: {
      clauses: listIn(remedy, "clauses").map(String),
      effort: Number(remedy["effort"]) as 1 | 2 | 3,
    },
    sources: listIn(raw, "sources").map(sourceOf),
    text: perLanguage(raw["text"], (text): CriterionText => ({
      title: textIn(text, "title"),
      why: textIn(text, "why"),
      do: textIn(text, "do"),
      ask: textIn(text, "ask"),
    })),
    examples: listIn(raw, "examples").map(exampleOf),
  };
}

/** One severity for all classes, or one for each; a class left out, or `none`, is not asked. */
export function severityOf(written: Raw | undefined): Criterion["severity"] {
  if (written === "none") return {};
  if (isRawObject(written)) {
    const named = CLASSES.filter((each) => written[each] !== undefined && written[each] !== "none");
    return Object.fromEntries(named.map((each) => [each, written[each] as Severity]));
  }
  return Object.fromEntries(CLASSES.map((each) => [each, written as Severity]));
}

/** The proof asked for at each class: one for all, or a map that names a class only where it is asked. */
function proofKinds(written: Raw | undefined): Criterion["proof"]["kind"] {
  const given = isRawObject(written) ? Object.values(written)[0] : written;
  return Object.fromEntries(
    CLASSES.map((each) => [each, (isRawObject(written) ? written[each] : undefined) ?? given]),
  ) as Criterion["proof"]["kind"];
}

/** Months of validity for each class; `none` does not age. */
export function validityOf(written: Raw | undefined): Validity {
  const of = (criticality: CriticalityClass): number | null => {
    const value = isRawObject(written) ? written[criticality] : written;
    const period = typeof value === "string" ? parsePeriod(value) : undefined;
    return period === undefined ? null : periodInMonths(period);
  };
  return { K1: of("K1"), K2: of("K2"), K3: of("K3"), K4: of("K4") };
}

/** A source of law or of a proposal, as catalogue files write it. */
export function sourceOf(written: Raw): Source {
  const raw = isRawObject(written) ? written : {};
  const text = (key: string): string | undefined =>
    typeof raw[key] === "string" ? raw[key] : undefined;
  return {
    act: rawText(raw["act"]),
    section: text("section"),
    url: text("url"),
    checked: text("checked") as Day | undefined,
    mark: raw["mark"] as SourceMark,
  };
}

function exampleOf(written: Raw): CriterionExample {
  const raw = isRawObject(written) ? written : {};
  return {
    says: rawText(raw["says"]),
    class: raw["class"] as CriticalityClass,
    given: objectIn(raw, "given"),
    facts: objectIn(raw, "facts"),
    verdict: raw["verdict"] as Verdict,
    partial: isYes(raw["partial"]),
  };
}

export function objectIn(raw: RawObject, key: string): RawObject {
  const value = raw[key];
  return isRawObject(value) ? value : {};
}

export function listIn(raw: RawObject, key: string): readonly Raw[] {
  const value = raw[key];
  return isRawList(value) ? value : [];
}

export function textIn(raw: RawObject, key: string): string {
  const value = raw[key];
  return typeof value === "string" ? value.trim() : "";
}

export function isYes(value: Raw | undefined): boolean {
  return value === "yes" || value === true;
}

/** The same part of a text in all languages. */
export function perLanguage<T>(
  written: Raw | undefined,
  of: (text: RawObject) => T,
): Readonly<Record<Language, T>> {
  const raw = isRawObject(written) ? written : {};
  return Object.fromEntries(
    LANGUAGES.map((language) => [language, of(objectIn(raw, language))]),
  ) as Record<Language, T>;
}
