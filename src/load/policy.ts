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
import { nearest } from "../schema/suggest.ts";
import { isYes, listIn } from "./parse-criterion.ts";

/** The organisation's settings. */
export interface Policy {
  readonly language: Language | undefined;
  readonly profile: string | undefined;
  /** Printed in the head of every document; empty when there is none. */
  readonly marking: string;
  readonly gates: readonly Gate[];
}

const EMPTY: Policy = { language: undefined, profile: undefined, marking: "", gates: [] };

const KEYS = ["kind", "version", "language", "profile", "marking", "gates"];
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

/** Reads the policy found beside the register, if any. */
export function readPolicy(
  entry: Entry | undefined,
  profiles: readonly string[],
): { readonly policy: Policy; readonly diagnostics: readonly Diagnostic[] } {
  if (entry === undefined) return { policy: EMPTY, diagnostics: [] };
  const { raw, place } = entry;
  const diagnostics: Diagnostic[] = shapeErrors(POLICY_SCHEMA, raw).map((error) =>
    explainShapeError(error, {
      file: place.file,
      pointer: "",
      value: raw,
      shape: undefined,
      keysAt: (pointer) => (pointer === "" ? KEYS : GATE_KEYS),
    }),
  );
  const profile = raw["profile"];
  if (typeof profile === "string" && !profiles.includes(profile)) {
    const params = { profile, suggestion: nearest(profile, profiles) };
    diagnostics.push(diagnose("C007", params, { ...place, pointer: "/profile" }));
  }
  if (diagnostics.some(isError)) return { policy: EMPTY, diagnostics };
  return { policy: policyOf(raw), diagnostics };
}

function policyOf(raw: RawObject): Policy {
  return {
    language: LANGUAGES.find((each) => each === raw["language"]),
    profile: typeof raw["profile"] === "string" ? raw["profile"] : undefined,
    marking: typeof raw["marking"] === "string" ? raw["marking"] : "",
    gates: listIn(raw, "gates").filter(isRawObject).map(gateOf),
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
