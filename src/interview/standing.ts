import type { AssessmentRequest } from "../assess/assess.ts";
import { groundOf } from "../assess/assess.ts";
import { classifyAll, contractsAbove } from "../assess/classify.ts";
import type { Edit } from "../assess/edit.ts";
import { withEdits } from "../assess/edit.ts";
import type { ContractJudged } from "../assess/judge-contract.ts";
import { contractSubject, judgeContract } from "../assess/judge-contract.ts";
import type { Ground } from "../assess/surroundings.ts";
import { factContext, surroundingsOf } from "../assess/surroundings.ts";
import type { Classification } from "../model/assessment.ts";
import type { Contract, Entry, Supplier } from "../model/register.ts";

/** How an entry of the register's model is made of what its file says. */
export interface EntryMakers {
  readonly contract: (entry: Entry) => Contract;
  readonly supplier: (entry: Entry) => Supplier;
}

export interface InterviewRequest extends AssessmentRequest {
  readonly make: EntryMakers;
}

/** How one contract stands among the rest of its register, with what has been answered so far. */
export interface Standing {
  readonly request: InterviewRequest;
  readonly contract: Contract;
  /** Its suppliers that the register names, in the contract's order. */
  readonly suppliers: readonly Supplier[];
  readonly classification: Classification;
  readonly judged: ContractJudged;
  readonly ground: Ground;
  /** The register as it was read: what the others are. */
  readonly base: Ground;
  /** Contracts whose class may reach this one, itself among them. */
  readonly above: readonly Contract[];
}

/** Judges a contract that is not ended; undefined where the register has no such contract. */
export function standingOf(request: InterviewRequest, id: string): Standing | undefined {
  const { ground: base } = groundOf(request, () => undefined);
  const contract = base.index.current.find((each) => each.id === id);
  if (contract === undefined) return undefined;
  const suppliers = contract.suppliers.flatMap((link) => {
    const supplier = base.index.suppliers.get(link.supplier);
    return supplier === undefined ? [] : [supplier];
  });
  const above = contractsAbove(contract, base.index.current);
  return judged({ request, base, above }, contract, suppliers);
}

/**
 * The same contract after some answers about it and its suppliers. Only what can decide its class and
 * its own criteria are judged again, so that many answers can be tried in a large register.
 */
export function answered(standing: Standing, edits: readonly Edit[]): Standing {
  const { request, contract, suppliers } = standing;
  const changed = <T extends Entry>(entry: T, make: (entry: Entry) => T): T => {
    const raw = withEdits(entry, edits);
    return raw === entry.raw ? entry : make({ id: entry.id, place: entry.place, raw });
  };
  return judged(
    standing,
    changed(contract, request.make.contract),
    suppliers.map((each) => changed(each, request.make.supplier)),
  );
}

/** The same contract after one of its entries was written anew. */
export function rewritten(standing: Standing, entry: Entry): Standing {
  const { request, contract, suppliers } = standing;
  if (entry.place.pointer === contract.place.pointer && entry.place.file === contract.place.file)
    return judged(standing, request.make.contract(entry), suppliers);
  return judged(
    standing,
    contract,
    suppliers.map((each) => (each.id === entry.id ? request.make.supplier(entry) : each)),
  );
}

function judged(
  { request, base, above }: Pick<Standing, "request" | "base" | "above">,
  contract: Contract,
  suppliers: readonly Supplier[],
): Standing {
  const { catalogue } = request;
  const entries = groundWith(base, contract, suppliers);
  const classifications = classifyAll(
    above.map((each) => (each.id === contract.id ? contract : each)),
    (each) => {
      const { read } = surroundingsOf(contractSubject(each), undefined, entries);
      const context = factContext(contractSubject(each), undefined, entries, read);
      return { ...context, contract: each };
    },
    catalogue.profile,
  );
  const classification = classifications.get(contract.id);
  if (classification === undefined) throw new Error(`${contract.id} has no class`);
  const ground: Ground = {
    ...entries,
    classOf: (id) => classifications.get(id)?.decided ?? base.classOf(id),
  };
  return {
    request,
    contract,
    suppliers,
    classification,
    judged: judgeContract(contract, classification.decided, catalogue, ground),
    ground,
    base,
    above,
  };
}

/** The register as it was read, with this contract and these suppliers in the place of what they were. */
function groundWith(base: Ground, contract: Contract, suppliers: readonly Supplier[]): Ground {
  const { index, register } = base;
  const put = (contracts: readonly Contract[]): readonly Contract[] => {
    const at = contracts.findIndex(({ id }) => id === contract.id);
    return at === -1 ? contracts : contracts.with(at, contract);
  };
  const changed = suppliers.filter((each) => index.suppliers.get(each.id) !== each);
  return {
    ...base,
    register: {
      ...register,
      contracts: put(register.contracts),
      suppliers:
        changed.length === 0
          ? register.suppliers
          : register.suppliers.map((each) => changed.find(({ id }) => id === each.id) ?? each),
    },
    index: {
      ...index,
      suppliers:
        changed.length === 0
          ? index.suppliers
          : new Map([...index.suppliers, ...changed.map((each) => [each.id, each] as const)]),
      contractsOf: (supplier) => put(index.contractsOf(supplier)),
      current: put(index.current),
      inForce: put(index.inForce),
    },
  };
}
