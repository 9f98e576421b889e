import type { Raw, RawObject } from "../../src/model/values.ts";
import { isRawObject } from "../../src/model/values.ts";

/** What one criterion looks at, in the states that a person may leave it in. */
export interface Unit {
  readonly criterion: string;
  /** Fields of the contract by path; those of its suppliers start with `supplier.`. */
  readonly states: Readonly<Record<UnitState, Readonly<Record<string, Raw>> | undefined>>;
}

/** `met`: with fresh, sufficient proof. `doubtful`: met, with proof that is weak or old. */
export type UnitState = "met" | "partly" | "no" | "doubtful";
export const UNIT_STATES: readonly UnitState[] = ["met", "partly", "no", "doubtful"];

const FRESH = { kind: "test", date: "2026-10-01" };
const OLD = { kind: "supplier-statement", date: "2025-08-01" };

function clauseUnit(criterion: string, clause: string): Unit {
  const at = `clauses.${clause}`;
  return {
    criterion,
    states: {
      met: { [at]: "present" },
      partly: { [at]: "partly" },
      no: { [at]: "none" },
      doubtful: undefined,
    },
  };
}

function answerUnit(criterion: string, at: string): Unit {
  return {
    criterion,
    states: {
      met: { [at]: { status: "yes", evidence: FRESH } },
      partly: { [at]: { status: "partly", evidence: FRESH } },
      no: { [at]: "no" },
      doubtful: { [at]: "yes" },
    },
  };
}

/** Criteria of a contract for services whose inputs have nothing in common. */
export const SEPARATE_UNITS: readonly Unit[] = [
  clauseUnit("force-majeure-limited", "force-majeure"),
  clauseUnit("sanctions-clause", "sanctions"),
  clauseUnit("change-clause", "change-clause"),
  clauseUnit("flow-down", "flow-down"),
  clauseUnit("duty-to-continue", "duty-to-continue"),
  clauseUnit("delivery-priority", "delivery-priority"),
  clauseUnit("substitutes-agreed", "substitutes"),
  clauseUnit("cover-purchase", "cover-purchase"),
  clauseUnit("damages-steer", "liquidated-damages"),
  clauseUnit("termination-ladder", "termination"),
  clauseUnit("price-adjustment", "price-adjustment"),
  clauseUnit("payment-continuity", "payment-continuity"),
  clauseUnit("secrecy-annex", "secrecy-annex"),
  clauseUnit("audit-right", "audit"),
  answerUnit("need-risk-analysis", "sourcing.risk-analysis"),
  answerUnit("risk-review-held", "monitoring.last-review"),
  {
    criterion: "disruption-notice",
    states: {
      met: {
        "clauses.disruption-notice": { status: "present", parameters: { "notify-first": "1 h" } },
      },
      partly: {
        "clauses.disruption-notice": { status: "present", parameters: { "notify-first": "99 h" } },
      },
      no: { "clauses.disruption-notice": "general-terms-only" },
      doubtful: undefined,
    },
  },
  {
    criterion: "precedence-and-version",
    states: {
      met: { "general-terms": { name: "none" }, "clauses.precedence": "present" },
      partly: { "general-terms": { name: "none" }, "clauses.precedence": "partly" },
      no: {
        "general-terms": { name: "JIT", version: "none-stated" },
        "clauses.precedence": "none",
      },
      doubtful: undefined,
    },
  },
  {
    criterion: "continuity-plan",
    states: {
      met: {
        "clauses.continuity-plan": "present",
        "continuity.plan": { delivered: "yes", evidence: FRESH },
      },
      partly: { "clauses.continuity-plan": "present", "continuity.plan": { delivered: "no" } },
      no: { "clauses.continuity-plan": "none" },
      doubtful: {
        "clauses.continuity-plan": "present",
        "continuity.plan": { delivered: "yes", evidence: OLD },
      },
    },
  },
  {
    criterion: "crisis-contacts",
    states: {
      met: { "clauses.crisis-contacts": { status: "present", tested: "2026-10-01" } },
      partly: { "clauses.crisis-contacts": { status: "present", tested: "none" } },
      no: { "clauses.crisis-contacts": "none" },
      doubtful: { "clauses.crisis-contacts": { status: "present", tested: "2026-07-20" } },
    },
  },
  {
    criterion: "contract-owner",
    states: {
      met: { owner: { role: "ansvarig", deputy: "ersättare", evidence: FRESH } },
      partly: { owner: { role: "ansvarig", deputy: "none" } },
      no: { owner: { role: "none", deputy: "none" } },
      doubtful: { owner: { role: "ansvarig", deputy: "ersättare" } },
    },
  },
  {
    criterion: "exercise-held",
    states: {
      met: { "monitoring.last-exercise": { status: "yes", evidence: FRESH } },
      partly: { "monitoring.last-exercise": "partly" },
      no: { "monitoring.last-exercise": "refused" },
      doubtful: { "monitoring.last-exercise": { status: "yes", evidence: OLD } },
    },
  },
  {
    criterion: "recovery-objectives",
    states: {
      met: { "clauses.recovery-objectives": { status: "present", parameters: { rto: "1 h" } } },
      partly: { "clauses.recovery-objectives": "partly" },
      no: { "clauses.recovery-objectives": { status: "present", parameters: { rto: "48 h" } } },
      doubtful: undefined,
    },
  },
  {
    criterion: "supplier-financial-watch",
    states: {
      met: { "supplier.finance": { warning: "no", evidence: FRESH } },
      partly: undefined,
      no: { "supplier.finance": { warning: "yes" } },
      doubtful: { "supplier.finance": { warning: "no", evidence: OLD } },
    },
  },
];

/** Read beside their own criterion by another, or by the way suppliers are combined. */
export const SHARED_UNITS: readonly Unit[] = [
  {
    criterion: "second-source",
    states: {
      met: { "sourcing.second-source": { status: "yes", evidence: FRESH } },
      partly: { "sourcing.second-source": "partly" },
      no: { "sourcing.second-source": "no" },
      doubtful: { "sourcing.second-source": { status: "yes", evidence: OLD } },
    },
  },
  {
    criterion: "buffer-stock",
    states: {
      met: { "clauses.buffer-stock": { status: "present", parameters: { stock: "60 d" } } },
      partly: { "clauses.buffer-stock": "partly" },
      no: { "clauses.buffer-stock": "none" },
      doubtful: undefined,
    },
  },
  {
    criterion: "stock-covers-lead-time",
    states: {
      met: { "stock.lead-time": "10 d" },
      partly: undefined,
      no: { "stock.lead-time": "300 d" },
      doubtful: undefined,
    },
  },
  // The end also says whether the terms of the next tender are asked for.
  {
    criterion: "renewal-lead-time",
    states: {
      met: { "term.end": "2030-12-31" },
      partly: undefined,
      no: { "term.end": "2027-01-31", "procurement.next.started": "no" },
      doubtful: undefined,
    },
  },
];

/** A unit in one state; undefined is blank. */
export type Setting = readonly [unit: Unit, state: UnitState | undefined];

/** The fields of a contract, and of its suppliers, with units in their states. */
export function fieldsOf(settings: readonly Setting[]): {
  readonly contract: RawObject;
  readonly supplier: RawObject;
} {
  let contract: RawObject = {};
  let supplier: RawObject = {};
  for (const [unit, state] of settings) {
    for (const [path, value] of Object.entries(
      state === undefined ? {} : (unit.states[state] ?? {}),
    )) {
      if (path.startsWith("supplier."))
        supplier = put(supplier, path.slice("supplier.".length), value);
      else contract = put(contract, path, value);
    }
  }
  return { contract, supplier };
}

/** A map with the value at a dotted path; a word in the way becomes a long form with that status. */
export function put(into: RawObject, path: string, value: Raw): RawObject {
  const [step = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...into, [step]: value };
  const below = into[step];
  const inner: RawObject = isRawObject(below)
    ? below
    : typeof below === "string" && below !== "unknown"
      ? { status: below }
      : {};
  return { ...into, [step]: put(inner, rest.join("."), value) };
}
