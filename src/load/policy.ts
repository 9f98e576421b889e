import type { CriticalityClass } from "../model/classes.ts";
import type { Severity } from "../model/criterion.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose, isError } from "../model/diagnostic.ts";
import type { Gate } from "../model/gate.ts";
import type { Priority } from "../model/profile.ts";
import type { Entry } from "../model/register.ts";
import type { Language, Raw, RawObject } from "../model/values.ts";
import { LANGUAGES, isRawObject } from "../model/values.ts";
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
const GATE_KEYS = ["criteria", "classes", "severities", "priorities", "statutory", "verdicts", "because"];

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
  const words = <T extends string>(key: string): readonly T[] | undefined => wordsIn<T>(raw[key]);
  return {
    criteria: words("criteria"),
    classes: words<CriticalityClass>("classes"),
    severities: words<Severity>("severities"),
    priorities: words<Priority>("priorities"),
    statutory: raw["statutory"] === undefined ? undefined : isYes(raw["statutory"]),
    verdicts: words<"not-met" | "unknown">("verdicts") ?? ["not-met"],
  };
}

function wordsIn<T extends string>(value: Raw | undefined): readonly T[] | undefined {
  return Array.isArray(value) ? (value as readonly T[]) : undefined;
}
