import { FACTS } from "../assess/facts.ts";
import { isFixed } from "../assess/fixed-truth.ts";
import { EXAMPLE_DAY, judgeExample } from "../assess/judge-example.ts";
import { checkSources } from "../load/check-sources.ts";
import type { SourceAge } from "../load/check-sources.ts";
import { checkGiven, exampleRegister } from "../load/example-register.ts";
import { CLASSES } from "../model/classes.ts";
import type { Criterion, CriterionExample } from "../model/criterion.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Profile } from "../model/profile.ts";
import type { RawObject } from "../model/values.ts";
import { nearest } from "../schema/suggest.ts";

/** Fewer examples than this leave cases that nobody has thought through. */
const LEAST_EXAMPLES = 4;

/** What a criterion is tried against. */
export interface QualityGround {
  /** The profile by which its examples are judged. */
  readonly profile: Profile;
  readonly sources: SourceAge;
}

/** Whether a criterion that can be read does what it says: its examples are its tests. */
export function checkQuality(
  criterion: Criterion,
  raw: RawObject,
  file: string,
  { profile, sources }: QualityGround,
): readonly Diagnostic[] {
  const { examples } = criterion;
  const key: Place = { file, pointer: "/examples", part: "key" };
  const count = examples.length;
  return [
    ...(count < LEAST_EXAMPLES ? [diagnose("C022", { count, least: LEAST_EXAMPLES }, key)] : []),
    ...examples.flatMap((example, index) =>
      checkExample(criterion, example, `/examples/${index}`, file, profile),
    ),
    ...checkSources(raw, file, sources),
  ];
}

function checkExample(
  criterion: Criterion,
  example: CriterionExample,
  pointer: string,
  file: string,
  profile: Profile,
): readonly Diagnostic[] {
  const faults = [
    ...checkGiven(criterion.level, example.given, file, `${pointer}/given`),
    ...unknownFacts(example, `${pointer}/facts`, file),
  ];
  if (faults.length > 0) return faults;
  const register = exampleRegister(criterion.level, example.given, file);
  const { verdict, partial } = judgeExample(criterion, example, register, profile);
  if (verdict === example.verdict && partial === example.partial) return [];
  const params = {
    says: example.says,
    wanted: verdictText(example),
    got: verdictText({ verdict, partial }),
  };
  return [diagnose("C021", params, { file, pointer: `${pointer}/verdict`, part: "value" })];
}

/** As the file of a criterion writes it. */
function verdictText({ verdict, partial }: Pick<CriterionExample, "verdict" | "partial">): string {
  return partial ? `${verdict} (partial)` : verdict;
}

const FACT_NAMES: readonly string[] = FACTS.map(({ name }) => name);

function unknownFacts(
  { facts }: CriterionExample,
  pointer: string,
  file: string,
): readonly Diagnostic[] {
  return Object.keys(facts)
    .filter((fact) => !FACT_NAMES.includes(fact))
    .map((fact) =>
      diagnose(
        "C002",
        { fact, suggestion: nearest(fact, FACT_NAMES) },
        { file, pointer: `${pointer}/${fact}`, part: "key" },
      ),
    );
}

/** The classes at which a criterion, as a profile asks it, gives every register the same result. */
export function checkDecides(
  criterion: Criterion,
  profile: Profile,
  file: string,
): readonly Diagnostic[] {
  return (["applies", "met"] as const).flatMap((part) => {
    const condition = criterion[part];
    if (condition === undefined) return [];
    return CLASSES.filter(
      (criticality) =>
        criterion.severity[criticality] !== undefined &&
        isFixed(condition, criticality, profile, EXAMPLE_DAY),
    ).map((criticality) =>
      diagnose(
        "C026",
        { class: criticality, profile: profile.id },
        { file, pointer: `/${part}`, part: "key" },
      ),
    );
  });
}
