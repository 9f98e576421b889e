import { byCodeUnits } from "../model/values.ts";
import { contractIdOf } from "./ids.ts";
import type { Notice, NoticeContract } from "./notice.ts";
import { valueOf } from "./reading.ts";

/** A contract in the notice that tells of it. */
export interface ContractMention {
  readonly notice: Notice;
  readonly contract: NoticeContract;
}

/** One contract of the register: every notice that tells of it, the latest first. */
export type ContractMentions = readonly ContractMention[];

/**
 * Joins a notice of changes to the contract that it changes: the one contract with the same
 * reference in a notice of the same procedure. Where none or several fit, it stays apart.
 */
export function joinUpdates(notices: readonly Notice[]): readonly ContractMentions[] {
  const all = notices.flatMap((notice) =>
    notice.contracts.map((contract) => ({ notice, contract })),
  );
  const groups: ContractMention[][] = [];
  const byReference = new Map<string, ContractMention[][]>();
  const begin = (mention: ContractMention): void => {
    const group = [mention];
    groups.push(group);
    const reference = ownReference(mention);
    if (reference === undefined) return;
    const same = byReference.get(reference);
    if (same === undefined) byReference.set(reference, [group]);
    else same.push(group);
  };
  for (const mention of all) if (!mention.notice.changes) begin(mention);
  const changes = all
    .filter(({ notice }) => notice.changes)
    .toSorted((left, right) => byCodeUnits(dateOf(left), dateOf(right)));
  for (const change of changes) {
    const same = byReference.get(ownReference(change) ?? "") ?? [];
    const fitting = same.filter((group) => group.some((mention) => isLinked(mention, change)));
    const [only, ...others] = fitting;
    if (only !== undefined && others.length === 0) only.unshift(change);
    else begin(change);
  }
  const order = new Map(all.map((mention, index) => [mention, index]));
  const placeOf = (group: ContractMentions): number => {
    const oldest = group.at(-1);
    return oldest === undefined ? 0 : (order.get(oldest) ?? 0);
  };
  return groups.toSorted((left, right) => placeOf(left) - placeOf(right));
}

function dateOf({ contract }: ContractMention): string {
  return valueOf(contract.announcement)?.date ?? "";
}

function isLinked(known: ContractMention, change: ContractMention): boolean {
  return change.notice.links.some((link) => known.notice.links.includes(link));
}

/** The id that the reference alone gives, undefined when it names no contract. */
function ownReference({ contract }: ContractMention): string | undefined {
  const without = contractIdOf(undefined, "notice", contract.key);
  const id = contractIdOf(contract.reference, "notice", contract.key);
  return id === without ? undefined : id;
}
