import type { CriticalityClass } from "../model/classes.ts";
import type { Clause, ClauseParameter } from "../model/clause.ts";
import type { Condition } from "../model/condition.ts";
import type { Criterion } from "../model/criterion.ts";
import type { ValueOrigin } from "../model/draft.ts";
import { CLASSES } from "../model/classes.ts";
import type { Raw } from "../model/values.ts";
import type { Amount } from "./parameter-value.ts";
import { readParameterValue } from "./parameter-value.ts";

/** What became of a recorded value that was not used. */
export type SetAside = "weaker" | "incomparable" | "unusable" | "insufficient";

export interface FilledParameter {
  /** Undefined while it is open. */
  readonly value: Amount | undefined;
  readonly origin: ValueOrigin;
  /** The recorded value that was not used, as the register writes it, and why not. */
  readonly setAside: { readonly recorded: string; readonly because: SetAside } | undefined;
}

/** What is known about the value of one parameter of one clause. */
export interface ParameterQuery {
  readonly clause: Clause;
  readonly parameter: ClauseParameter;
  /** The lowest class that the contract can have. */
  readonly class: CriticalityClass;
  /** As a person typed it; it has been checked. */
  readonly asked: string | undefined;
  readonly recorded: Raw | undefined;
  /** The organisation's own proposal for the class; it has been checked. */
  readonly policy?: Raw | undefined;
  /** True when the recorded value is known not to close the gap, whatever the class proposes. */
  readonly insufficient?: boolean | undefined;
  readonly criteria: Iterable<Criterion>;
  /** Currency of recorded amounts; only euros fit a sentence that says euro. */
  readonly currency: string;
}

/**
 * The value of a parameter: what was asked for, else what is recorded where it is at least as
 * strong as the proposal, else the proposal (the organisation's, or ours for the class), else
 * nothing. A recorded value that is weaker is the gap itself, so it gives way, and so does one that
 * cannot be compared.
 */
export function fillParameter(query: ParameterQuery): FilledParameter {
  const { parameter, asked, recorded } = query;
  const typed = asked === undefined ? undefined : readParameterValue(parameter, asked, "typed");
  if (typed?.ok === true)
    return { value: typed.value, origin: "command-line", setAside: undefined };
  const fallback = proposalOf(query);
  if (recorded === undefined) return { ...fallback, setAside: undefined };
  const read = readParameterValue(parameter, recorded, "recorded");
  const foreign = parameter.kind === "money" && query.currency !== "EUR";
  if (!read.ok || foreign) return { ...fallback, setAside: setAside(recorded, "unusable") };
  const weakness = weaknessOf(read.value, fallback.value, directionOf(query));
  if (weakness !== undefined) return { ...fallback, setAside: setAside(recorded, weakness) };
  if (query.insufficient === true)
    return { value: undefined, origin: "open", setAside: setAside(recorded, "insufficient") };
  return { value: read.value, origin: "register", setAside: undefined };
}

function proposalOf({ parameter, policy, class: criticality }: ParameterQuery): {
  readonly value: Amount | undefined;
  readonly origin: ValueOrigin;
} {
  const own = policy === undefined ? undefined : readParameterValue(parameter, policy, "recorded");
  if (own?.ok === true) return { value: own.value, origin: "policy" };
  const value = proposed(parameter, criticality);
  return { value, origin: value === undefined ? "open" : "class-default" };
}

function setAside(recorded: Raw, because: SetAside): FilledParameter["setAside"] {
  return { recorded: typeof recorded === "object" ? "…" : String(recorded), because };
}

function proposed(parameter: ClauseParameter, criticality: CriticalityClass): Amount | undefined {
  const raw = parameter.defaults[criticality];
  if (raw === null || raw === "none") return undefined;
  const read = readParameterValue(parameter, raw, "recorded");
  return read.ok ? read.value : undefined;
}

/** Which way a value gets stronger. */
type Direction = "less" | "more";

function weaknessOf(
  value: Amount,
  proposal: Amount | undefined,
  direction: Direction | undefined,
): SetAside | undefined {
  if (proposal === undefined || value === proposal) return undefined;
  if (typeof value === "string") return undefined;
  // A yes that the contract already says is kept; a no would leave out what the class proposes.
  if (typeof value === "boolean") return value ? undefined : "weaker";
  if (typeof proposal !== "number") return "incomparable";
  if (direction === undefined) return "incomparable";
  const strong = direction === "less" ? value < proposal : value > proposal;
  return strong ? undefined : "weaker";
}

/** A criterion that tests the parameter says which way is stronger; else the proposals do, class by class. */
function directionOf(query: ParameterQuery): Direction | undefined {
  const field = `clauses.${query.clause.id}.parameters.${query.parameter.name}`;
  for (const criterion of query.criteria) {
    const direction = directionIn(criterion.met, field);
    if (direction !== undefined) return direction;
  }
  return trendOf(query.parameter);
}

function directionIn(condition: Condition, field: string): Direction | undefined {
  if (condition.join === "not") return undefined;
  if (condition.join !== "test") {
    for (const part of condition.of) {
      const direction = directionIn(part, field);
      if (direction !== undefined) return direction;
    }
    return undefined;
  }
  if (condition.field !== field) return undefined;
  if (condition.word === "at-most" || condition.word === "below") return "less";
  return condition.word === "at-least" || condition.word === "above" ? "more" : undefined;
}

function trendOf(parameter: ClauseParameter): Direction | undefined {
  const values = CLASSES.map((criticality) => proposed(parameter, criticality)).filter(
    (value) => typeof value === "number",
  );
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  return last < first ? "less" : "more";
}
