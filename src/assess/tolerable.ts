import type { Catalogue } from "../model/catalogue.ts";
import type { Contract, Register } from "../model/register.ts";
import type { Day } from "../model/values.ts";
import { contractSubject } from "./judge-contract.ts";
import { indexRegister } from "./register-index.ts";
import { surroundingsOf } from "./surroundings.ts";

/**
 * The longest tolerable disruption of a contract in hours, its own or that of the functions it holds
 * up; where only a bound is known, the bound. Undefined when nothing is.
 */
export function tolerableHours(
  contract: Contract,
  register: Register,
  { profile }: Pick<Catalogue, "profile">,
  asOf: Day,
): number | undefined {
  const ground = {
    asOf,
    register,
    index: indexRegister(register, asOf),
    profile,
    classOf: () => undefined,
    onLater: () => undefined,
  };
  const seen = surroundingsOf(contractSubject(contract), undefined, ground).observe("fact.mtpd");
  if (seen.state === "between") return seen.high;
  return seen.state === "known" && typeof seen.value === "number" ? seen.value : undefined;
}
