import type { CriticalityClass } from "../model/classes.ts";
import { CLASSES } from "../model/classes.ts";
import { SEVERITIES } from "../model/criterion.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose, isError } from "../model/diagnostic.ts";
import type { Gate } from "../model/gate.ts";
import { PRIORITIES } from "../model/profile.ts";
import type { Entry } from "../model/register.ts";
import type { Language, Raw, RawObject } from "../model/values.ts";
import { LANGUAGES, isRawList, isRawObject, rawText } from "../model/values.ts";
import { explainShapeError } from "../schema/explain.ts";
import { POLICY_SCHEMA } from "../schema/policy-schema.ts";
import { shapeErrors } from "../schema/shape-error.ts";
import { monthsIn } from "./amount.ts";
import { isYes, listIn, objectIn } from "./parse-criterion.ts";

/** The organisation's settings. */
export interface Policy {
  readonly language: Language | undefined;
  readonly profile: string | undefined;
  /** Printed in the head of every document; empty when there is none. */
  readonly marking: string;
  readonly gates: readonly Gate[];
  /** Languages of the organisation's documents, the main one first. */
  readonly languages: readonly Language[];
  /** The organisation's own catalogue, as a path from the policy's folder. */
  readonly overlay: string | undefined;
  /** Months for which a source counts as read. */
  readonly recheckSources: number;
  readonly branding: Branding;
  /** What blanks of clauses are filled with, in the order written; the last that fits is used. */
  readonly clauseParameters: readonly ClauseParameterValue[];
}

/** A value that the organisation puts in a blank of a clause, at some classes. */
interface ClauseParameterValue {
  readonly clause: string;
  readonly parameter: string;
  readonly value: Raw;
  readonly classes: readonly CriticalityClass[];
  readonly because: string;
  /** A role. */
  readonly by: string;
}

/** How reports look, as far as the organisation has decided. */
export interface Branding {
  readonly name: string | undefined;
  /** A path from the policy's folder. */
  readonly logo: string | undefined;
  /** `#` and six hexadecimal digits, by use. */
  readonly colours: Readonly<Partial<Record<"main" | "accent", string>>>;
}

const RECHECK_SOURCES = 24;

/** Where no policy is, or none that can be used. */
export const NO_POLICY: Policy = {
  language: undefined,
  profile: undefined,
  marking: "",
  gates: [],
  languages: LANGUAGES,
  overlay: undefined,
  recheckSources: RECHECK_SOURCES,
  branding: { name: undefined, logo: undefined, colours: {} },
  clauseParameters: [],
};

const KEYS = [
  ...["kind", "version", "language", "profile", "marking", "gates"],
  ...["languages", "overlay", "recheck-sources", "branding", "clause-parameters"],
];
const CLAUSE_PARAMETER_KEYS = ["clause", "parameter", "value", "classes", "because", "by"];
const BRANDING_KEYS = ["name", "logo", "colours"];
const COLOUR_KEYS = ["main", "accent"];
const GATE_VERDICTS = ["not-met", "unknown"] as const;
const GATE_KEYS = [
  "criteria",
  "groups",
  "classes",
  "severities",
  "priorities",
  "statutory",
  "verdicts",
  "because",
];

/** Reads the policy found beside the register, if any. What it names is looked for apart. */
export function readPolicy(entry: Entry | undefined): {
  readonly policy: Policy;
  readonly diagnostics: readonly Diagnostic[];
} {
  if (entry === undefined) return { policy: NO_POLICY, diagnostics: [] };
  const { raw, place } = entry;
  const { file } = place;
  const diagnostics: Diagnostic[] = shapeErrors(POLICY_SCHEMA, raw).map((error) => {
    const at = { file, pointer: error.instancePath, part: "value" } as const;
    if (/^\/branding\/colours\/\w+$/u.test(at.pointer))
      return diagnose("C034", { value: rawText(colourAt(raw, at.pointer)) }, at);
    if (at.pointer === "/recheck-sources")
      return diagnose(
        "S008",
        { value: rawText(raw["recheck-sources"]), expected: "24 months" },
        at,
      );
    return explainShapeError(error, { file, pointer: "", value: raw, shape: undefined, keysAt });
  });
  if (diagnostics.some(isError)) return { policy: NO_POLICY, diagnostics };
  return { policy: policyOf(raw), diagnostics };
}

function keysAt(pointer: string): readonly string[] {
  if (pointer === "") return KEYS;
  if (pointer === "/branding") return BRANDING_KEYS;
  if (pointer.startsWith("/clause-parameters/")) return CLAUSE_PARAMETER_KEYS;
  return pointer === "/branding/colours" ? COLOUR_KEYS : GATE_KEYS;
}

function colourAt(raw: RawObject, pointer: string): Raw | undefined {
  return objectIn(objectIn(raw, "branding"), "colours")[pointer.split("/").at(-1) ?? ""];
}

function policyOf(raw: RawObject): Policy {
  return {
    language: LANGUAGES.find((each) => each === raw["language"]),
    profile: typeof raw["profile"] === "string" ? raw["profile"] : undefined,
    marking: typeof raw["marking"] === "string" ? raw["marking"] : "",
    gates: listIn(raw, "gates").filter(isRawObject).map(gateOf),
    languages: wordsIn(raw["languages"], LANGUAGES) ?? LANGUAGES,
    overlay: typeof raw["overlay"] === "string" ? raw["overlay"] : undefined,
    recheckSources: monthsIn(rawText(raw["recheck-sources"])) ?? RECHECK_SOURCES,
    branding: brandingOf(objectIn(raw, "branding")),
    clauseParameters: listIn(raw, "clause-parameters").filter(isRawObject).map(parameterValueOf),
  };
}

function parameterValueOf(raw: RawObject): ClauseParameterValue {
  return {
    clause: rawText(raw["clause"]),
    parameter: rawText(raw["parameter"]),
    value: raw["value"] ?? null,
    classes: wordsIn(raw["classes"], CLASSES) ?? CLASSES,
    because: rawText(raw["because"]),
    by: rawText(raw["by"]),
  };
}

function brandingOf(raw: RawObject): Branding {
  const text = (from: RawObject, key: string): string | undefined =>
    typeof from[key] === "string" ? from[key] : undefined;
  const colours = objectIn(raw, "colours");
  const main = text(colours, "main");
  const accent = text(colours, "accent");
  return {
    name: text(raw, "name"),
    logo: text(raw, "logo"),
    colours: {
      ...(main === undefined ? {} : { main }),
      ...(accent === undefined ? {} : { accent }),
    },
  };
}

function gateOf(raw: RawObject): Gate {
  const because = raw["because"];
  return {
    criteria: textsIn(raw["criteria"]),
    groups: textsIn(raw["groups"]),
    classes: wordsIn(raw["classes"], CLASSES),
    severities: wordsIn(raw["severities"], SEVERITIES),
    priorities: wordsIn(raw["priorities"], PRIORITIES),
    statutory: raw["statutory"] === undefined ? undefined : isYes(raw["statutory"]),
    verdicts: wordsIn(raw["verdicts"], GATE_VERDICTS) ?? ["not-met"],
    because: typeof because === "string" ? because : undefined,
  };
}

function textsIn(value: Raw | undefined): readonly string[] | undefined {
  return isRawList(value) ? value.map(rawText) : undefined;
}

function wordsIn<T extends string>(
  value: Raw | undefined,
  allowed: readonly T[],
): readonly T[] | undefined {
  if (!isRawList(value)) return undefined;
  return value.flatMap((each) => allowed.find((word) => word === each) ?? []);
}
