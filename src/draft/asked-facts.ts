import type { AmendmentFacts, ChangeClass } from "../model/amendment.ts";
import { CHANGE_CLASSES } from "../model/amendment.ts";
import { CONTRACT_TYPES } from "../model/register.ts";
import { SECTORS } from "../model/thresholds.ts";
import type { Bounds } from "../model/values.ts";
import { parseDay } from "../model/values.ts";

/** What a person says of a change: facts of the gate, and whom the change favours. */
export type AskedFacts = Partial<AmendmentFacts> & {
  /** True when the supplier is better off than the contract gave it a right to be. */
  readonly favoursSupplier?: boolean;
};

/** How a fact is written on the command line, and what it may be. */
interface AskedFact {
  readonly allowed: readonly string[];
  readonly read: (written: string) => AskedFacts | undefined;
}

const SUM = /^(-?\d{1,12}(?:\.\d{1,2})?)(?:\.\.(-?\d{1,12}(?:\.\d{1,2})?))?$/u;

/** A sum, or two with dots between them when it is only known to lie between these. */
function sum(written: string): Bounds | undefined {
  const parts = SUM.exec(written);
  if (parts === null) return undefined;
  const low = Number(parts[1]);
  const high = Number(parts[2] ?? parts[1]);
  return low <= high ? { low, high } : undefined;
}

function sumFact(of: (bounds: Bounds) => AskedFacts, signed = false): AskedFact {
  return {
    allowed: ["20000", "10000..20000"],
    read: (written) => {
      const bounds = sum(written);
      return bounds === undefined || (!signed && bounds.low < 0) ? undefined : of(bounds);
    },
  };
}

function answerFact(of: (answer: boolean) => AskedFacts): AskedFact {
  return wordFact(["yes", "no"] as const, (word) => of(word === "yes"));
}

function wordFact<T extends string>(allowed: readonly T[], of: (word: T) => AskedFacts): AskedFact {
  return {
    allowed,
    read: (written) => {
      const word = allowed.find((each) => each === written);
      return word === undefined ? undefined : of(word);
    },
  };
}

const ASKED_FACTS: ReadonlyMap<string, AskedFact> = new Map([
  ["value", sumFact((change) => ({ change }), true)],
  ["estimated", sumFact((estimated) => ({ estimated }))],
  ["original", sumFact((original) => ({ original }))],
  ["indexed", sumFact((indexed) => ({ indexed }), true)],
  ["earlier", sumFact((earlier) => ({ earlier }), true)],
  [
    "awarded",
    {
      allowed: ["YYYY-MM-DD"],
      read: (written) => {
        const day = parseDay(written);
        return day === undefined ? undefined : { awarded: { from: day, to: day } };
      },
    },
  ],
  ["sector", wordFact(SECTORS, (sector) => ({ sector }))],
  ["type", wordFact(CONTRACT_TYPES, (type) => ({ type }))],
  ["special", wordFact(["no", "health", "other", "yes"] as const, (special) => ({ special }))],
  ["class", wordFact(CHANGE_CLASSES, (changeClass: ChangeClass) => ({ changeClass }))],
  ["central", answerFact((central) => ({ central }))],
  ["concession", answerFact((concession) => ({ concession }))],
  ["review-clause", answerFact((reviewClause) => ({ reviewClause }))],
  ["same-nature", answerFact((sameNature) => ({ sameNature }))],
  ["admits-others", answerFact((admitsOthers) => ({ admitsOthers }))],
  ["additional", answerFact((additional) => ({ additional }))],
  ["unforeseen", answerFact((unforeseen) => ({ unforeseen }))],
  ["lawful-transfer", answerFact((lawfulTransfer) => ({ lawfulTransfer }))],
  [
    "benefits",
    wordFact(["buyer", "supplier", "both"] as const, (who) => ({
      favoursSupplier: who !== "buyer",
    })),
  ],
]);

/** What may be said of a change, by the names that the command line uses. */
export const ASKED_FACT_NAMES: readonly string[] = [...ASKED_FACTS.keys()];

/** A fact as a person has written it: read, or why not. */
export type AskedFactRead =
  | { readonly ok: true; readonly facts: AskedFacts }
  | { readonly ok: false; readonly because: "unknown-fact" }
  | { readonly ok: false; readonly because: "unreadable"; readonly allowed: readonly string[] };

/** Reads the value of one fact of a change. */
export function readAskedFact(name: string, written: string): AskedFactRead {
  const fact = ASKED_FACTS.get(name);
  if (fact === undefined) return { ok: false, because: "unknown-fact" };
  const facts = fact.read(written);
  if (facts === undefined) return { ok: false, because: "unreadable", allowed: fact.allowed };
  return { ok: true, facts };
}
