import type { Catalogue } from "../model/catalogue.ts";
import type { Clause } from "../model/clause.ts";
import type { Truth } from "../model/condition.ts";
import type { Contract, Register } from "../model/register.ts";
import type { Day } from "../model/values.ts";
import { evaluate } from "./evaluate.ts";
import { contractSubject } from "./judge-contract.ts";
import { indexRegister } from "./register-index.ts";
import type { Ground } from "./surroundings.ts";
import { surroundingsOf } from "./surroundings.ts";

/** Whether a clause's own condition holds for a contract; true where it has none. */
export function clauseApplies(
  clause: Clause,
  contract: Contract,
  register: Register,
  catalogue: Catalogue,
  asOf: Day,
): Truth {
  if (clause.applies === undefined) return "true";
  const ground: Ground = {
    asOf,
    register,
    index: indexRegister(register, asOf),
    profile: catalogue.profile,
    classOf: () => undefined,
    onLater: () => undefined,
  };
  return evaluate(clause.applies, surroundingsOf(contractSubject(contract), undefined, ground))
    .truth;
}
