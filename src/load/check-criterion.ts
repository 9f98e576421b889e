import type { Level } from "../model/criterion.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import { SHAPES } from "../model/fields.ts";
import type { Language, RawObject } from "../model/values.ts";
import { isRawObject, rawText } from "../model/values.ts";
import { nearest } from "../schema/suggest.ts";
import { checkCondition } from "./check-condition.ts";
import type { ConditionGround } from "./check-condition.ts";
import { listIn, objectIn, severityOf } from "./parse-criterion.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { fieldsOfLevel } from "./vocabulary.ts";

/** Clauses that a register knows, whether or not the library has them yet. */
const CLAUSE_IDS: readonly string[] = Object.keys(SHAPES["clauses"]?.fields ?? {});

/** What is wrong with the meaning of a criterion that has the shape of its schema. */
export function checkCriterion(
  raw: RawObject,
  file: string,
  vocabulary: Vocabulary,
  languages: readonly Language[],
): readonly Diagnostic[] {
  const fieldAt = fieldsOfLevel(rawText(raw["level"]) as Level, vocabulary);
  const ground: ConditionGround = { file, fieldAt, scales: vocabulary.scales };
  const at = (pointer: string, part: Place["part"] = "value"): Place => ({ file, pointer, part });
  return [
    ...checkFileName(rawText(raw["id"]), file, at("/id")),
    ...missingLanguages(raw, "text", languages, at),
    ...(raw["group-name"] === undefined ? [] : missingLanguages(raw, "group-name", languages, at)),
    ...(Object.keys(severityOf(raw["severity"])).length === 0
      ? [diagnose("C018", {}, at("/severity", "key"))]
      : []),
    ...["applies", "met", "partial"].flatMap((key) => checkCondition(raw[key], `/${key}`, ground)),
    ...checkProofField(objectIn(raw, "proof"), ground, at("/proof/of")),
    ...listIn(objectIn(raw, "remedy"), "clauses").flatMap((clause, index) =>
      checkClause(rawText(clause), at(`/remedy/clauses/${index}`)),
    ),
  ];
}

/** A document of the catalogue is named after what is in it, so that it can be found. */
export function checkFileName(id: string, file: string, place: Place): readonly Diagnostic[] {
  const name = (file.split("/").at(-1) ?? file).replace(/\.ya?ml$/u, "");
  return id === name ? [] : [diagnose("C003", { id, name }, place)];
}

function missingLanguages(
  raw: RawObject,
  key: "text" | "group-name",
  languages: readonly Language[],
  at: (pointer: string, part: Place["part"]) => Place,
): readonly Diagnostic[] {
  const texts = raw[key];
  return languages
    .filter((language) => !isRawObject(texts) || texts[language] === undefined)
    .map((language) => diagnose("C012", { language }, at(`/${key}`, "key")));
}

function checkProofField(
  proof: RawObject,
  { fieldAt }: ConditionGround,
  place: Place,
): readonly Diagnostic[] {
  const of = proof["of"];
  if (typeof of !== "string") return [];
  const found = fieldAt(of);
  return found.known ? [] : [diagnose("C001", { field: of, suggestion: found.suggestion }, place)];
}

function checkClause(clause: string, place: Place): readonly Diagnostic[] {
  if (CLAUSE_IDS.includes(clause)) return [];
  return [diagnose("C009", { clause, suggestion: nearest(clause, CLAUSE_IDS) }, place)];
}
