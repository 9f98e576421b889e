import type { Criterion, CriterionExample } from "../model/criterion.ts";
import type { Profile } from "../model/profile.ts";
import type { Register } from "../model/register.ts";
import type { Day } from "../model/values.ts";
import type { Judged } from "./judge.ts";
import { judge } from "./judge.ts";
import { indexRegister } from "./register-index.ts";
import type { Subject } from "./surroundings.ts";
import { surroundingsOf } from "./surroundings.ts";

/** The day as of which the examples inside criteria are judged: days in them count from it. */
export const EXAMPLE_DAY = "2026-11-24" as Day;

/** What a criterion says of one of its examples, in the register that was made around it. */
export function judgeExample(
  criterion: Criterion,
  example: CriterionExample,
  register: Register,
  profile: Profile,
): Pick<Judged, "verdict" | "partial"> {
  // An organisation has no class: there the contract around the example is of any class.
  const hasClass = criterion.level === "contract" || criterion.level === "supplier";
  const at = surroundingsOf(subjectIn(criterion, register), example.class, {
    asOf: EXAMPLE_DAY,
    register,
    index: indexRegister(register, EXAMPLE_DAY),
    profile,
    classOf: () =>
      hasClass ? { low: example.class, high: example.class } : { low: "K1", high: "K4" },
    onLater: () => undefined,
    givenFacts: Object.fromEntries(
      Object.entries(example.facts).map(([name, value]) => [name, value ?? null]),
    ),
  });
  const { verdict, partial } = judge(criterion, at, profile);
  return { verdict, partial };
}

function subjectIn({ level }: Criterion, register: Register): Subject {
  const contract = level === "contract" ? register.contracts[0] : undefined;
  const entry = contract ?? (level === "supplier" ? register.suppliers[0] : register.organisation);
  const shape = level === "portfolio" ? "organisation" : level;
  return { level, entry: entry ?? register.organisation, shape, contract };
}
