import type { Entry } from "../model/register.ts";
import type { Raw, RawObject } from "../model/values.ts";
import { isRawObject } from "../model/values.ts";

/** What decides a contract's class, and which criteria concern it: asked before anything else. */
const FIRST_ASKED: Readonly<Record<string, readonly string[]>> = {
  criticality: [
    ...["life-health", "statutory-duty", "vital-function", "mtpd"],
    ...["dependents", "people", "vulnerable", "alternative"],
  ],
  flags: ["handles-data", "connected", "consumables", "cold-chain", "site-bound", "uses-telecom"],
};

/**
 * How many contracts lack an answer that decides their class or what concerns them. Such a blank is
 * never an error: it widens the bounds and becomes a question.
 */
export function countIncomplete(contracts: readonly Entry[]): number {
  return contracts.filter(({ raw }) => isIncomplete(raw)).length;
}

function isIncomplete(contract: RawObject): boolean {
  if (isBlank(contract["type"])) return true;
  return Object.entries(FIRST_ASKED).some(([block, fields]) => {
    const written = contract[block];
    return !isRawObject(written) || fields.some((field) => isBlank(written[field]));
  });
}

function isBlank(value: Raw | undefined): boolean {
  return value === undefined || value === null || value === "unknown";
}
