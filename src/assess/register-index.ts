import type { Contract, PublicFunction, Register, Supplier } from "../model/register.ts";
import type { Day } from "../model/values.ts";
import { termEnd } from "./term.ts";

/** Look-ups over a register, made once for an assessment. */
export interface RegisterIndex {
  readonly suppliers: ReadonlyMap<string, Supplier>;
  /** Functions that need a contract, with whether all of it or a share is needed. */
  readonly functionsOf: (
    contract: string,
  ) => readonly { readonly function: PublicFunction; readonly whole: boolean }[];
  readonly contractsOf: (supplier: string) => readonly Contract[];
  /** Contracts that are not ended on the day of assessment. */
  readonly current: readonly Contract[];
  readonly ended: readonly Contract[];
  /** Contracts in force on the day of assessment. */
  readonly inForce: readonly Contract[];
}

export function indexRegister(register: Register, asOf: Day): RegisterIndex {
  const functions = new Map<string, { function: PublicFunction; whole: boolean }[]>();
  for (const each of register.functions) {
    for (const contract of each.allOf) push(functions, contract, { function: each, whole: true });
    for (const contract of each.shareOf)
      push(functions, contract, { function: each, whole: false });
  }
  const current: Contract[] = [];
  const ended: Contract[] = [];
  for (const contract of register.contracts)
    (hasEnded(contract, asOf) ? ended : current).push(contract);
  const bySupplier = new Map<string, Contract[]>();
  for (const contract of current) {
    for (const { supplier } of contract.suppliers) push(bySupplier, supplier, contract);
  }
  return {
    suppliers: new Map(register.suppliers.map((supplier) => [supplier.id, supplier])),
    functionsOf: (contract) => functions.get(contract) ?? [],
    contractsOf: (supplier) => bySupplier.get(supplier) ?? [],
    current,
    ended,
    inForce: current.filter(
      (contract) => contract.stage === "in-force" || contract.stage === undefined,
    ),
  };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Ended: said to be so, or the end of the term and of every option that may be in use has passed. */
function hasEnded(contract: Contract, asOf: Day): boolean {
  if (contract.stage === "ended") return true;
  const end = termEnd(contract.raw);
  return end.state === "ends" && end.latest < asOf;
}
