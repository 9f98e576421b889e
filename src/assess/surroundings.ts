import type { ClassInterval, CriticalityClass } from "../model/classes.ts";
import type { Condition } from "../model/condition.ts";
import type { Level } from "../model/criterion.ts";
import type { Place } from "../model/diagnostic.ts";
import type { Profile } from "../model/profile.ts";
import type { Contract, Entry, Register } from "../model/register.ts";
import type { Day, Raw } from "../model/values.ts";
import type { Surroundings, Trace } from "./evaluate.ts";
import { evaluate } from "./evaluate.ts";
import type { Fact, FactContext, FactResult } from "./fact.ts";
import { FACTS } from "./facts.ts";
import type { Observation } from "./observation.ts";
import { observe } from "./observation.ts";
import type { Reading } from "./reading.ts";
import { readField } from "./reading.ts";
import type { RegisterIndex } from "./register-index.ts";

/** What an assessment is made with, the same for every subject. */
export interface Ground {
  readonly asOf: Day;
  readonly register: Register;
  readonly index: RegisterIndex;
  readonly profile: Profile;
  readonly classOf: (contract: string) => ClassInterval | undefined;
  /** Called for every answer left out because it is dated after the day of assessment. */
  readonly onLater: (place: Place) => void;
  /** Facts given instead of computed: for the examples inside criteria. */
  readonly givenFacts?: Readonly<Record<string, Raw>> | undefined;
}

/** Whom a criterion looks at. The portfolio is looked at through the organisation. */
export interface Subject {
  readonly level: Level;
  readonly entry: Entry;
  readonly shape: "organisation" | "supplier" | "contract";
  readonly contract: Contract | undefined;
}

const FACTS_BY_NAME: ReadonlyMap<string, Fact> = new Map(FACTS.map((fact) => [fact.name, fact]));

function factNamed(name: string): Fact | undefined {
  return FACTS_BY_NAME.get(name);
}

/** The surroundings in which the criteria on a subject are evaluated at a class. */
export interface SubjectSurroundings extends Surroundings {
  readonly read: (path: string) => Reading;
  readonly class: CriticalityClass | undefined;
  /** The tree of truth values of a condition. */
  readonly traceOf: (condition: Condition) => Trace;
}

/** The surroundings of a subject at the classes it may be of. */
export type SubjectView = (criticality: CriticalityClass | undefined) => SubjectSurroundings;

export function surroundingsOf(
  subject: Subject,
  criticality: CriticalityClass | undefined,
  ground: Ground,
): SubjectSurroundings {
  return viewOf(subject, ground)(criticality);
}

/**
 * Looks at a subject once for all classes: what is read, and what is computed or judged without
 * regard to the class, is kept. Most criteria ask the same at every class.
 */
export function viewOf(subject: Subject, ground: Ground): SubjectView {
  const readings = new Map<string, Reading>();
  const facts = new Map<string, Observation>();
  const traces = new Map<Condition, Trace>();
  const read = (path: string): Reading => {
    let reading = readings.get(path);
    if (reading === undefined) {
      reading = readField(subject.entry, subject.shape, path, ground.asOf);
      if (reading.state === "unknown" && reading.later) ground.onLater(reading.place);
      readings.set(path, reading);
    }
    return reading;
  };
  return (criticality) => {
    const factAt = (name: string): Observation => {
      if (CLASSED_FACTS.has(name)) return computeFact(name, subject, criticality, ground, read);
      let fact = facts.get(name);
      if (fact === undefined) {
        fact = computeFact(name, subject, criticality, ground, read);
        facts.set(name, fact);
      }
      return fact;
    };
    const surroundings: SubjectSurroundings = {
      asOf: ground.asOf,
      read,
      class: criticality,
      observe: (field) =>
        field.startsWith("fact.") ? factAt(field.slice(5)) : observe(read(field)),
      scale: (name) =>
        criticality === undefined ? undefined : ground.profile.scales[name]?.[criticality],
      traceOf: (condition) => {
        if (!isClassFree(condition)) return evaluate(condition, surroundings);
        let trace = traces.get(condition);
        if (trace === undefined) {
          trace = evaluate(condition, surroundings);
          traces.set(condition, trace);
        }
        return trace;
      },
    };
    return surroundings;
  };
}

const CLASSED_FACTS: ReadonlySet<string> = new Set(
  FACTS.filter(({ classed }) => classed === true).map(({ name }) => name),
);

const CLASS_FREE = new WeakMap<Condition, boolean>();

/** True when a condition asks the same at every class: neither by a scale nor by a fact. */
function isClassFree(condition: Condition): boolean {
  let free = CLASS_FREE.get(condition);
  if (free === undefined) {
    free =
      condition.join === "test"
        ? condition.operand.kind !== "scale" &&
          !(condition.field.startsWith("fact.") && CLASSED_FACTS.has(condition.field.slice(5)))
        : condition.of.every(isClassFree);
    CLASS_FREE.set(condition, free);
  }
  return free;
}

/** The context in which the facts of a subject are computed. */
export function factContext(
  subject: Subject,
  criticality: CriticalityClass | undefined,
  ground: Ground,
  read: (path: string) => Reading,
): FactContext {
  return {
    asOf: ground.asOf,
    register: ground.register,
    index: ground.index,
    profile: ground.profile,
    read,
    readOf: (entry, shape, path) => readField(entry, shape, path, ground.asOf),
    contract: subject.contract,
    class: criticality,
    classOf: ground.classOf,
  };
}

function computeFact(
  name: string,
  subject: Subject,
  criticality: CriticalityClass | undefined,
  ground: Ground,
  read: (path: string) => Reading,
): Observation {
  const fact = factNamed(name);
  if (fact === undefined) throw new Error(`no fact ${name}`);
  const given = ground.givenFacts?.[name];
  if (given !== undefined) return givenObservation(fact, given);
  const places: Place[] = [];
  let because: string | undefined;
  const noting = (path: string): Reading => {
    const reading = read(path);
    if (reading.state === "known" || reading.state === "none") places.push(reading.place);
    if (reading.state === "not-applicable") because ??= reading.because;
    return reading;
  };
  const result: FactResult = fact.compute(factContext(subject, criticality, ground, noting));
  const base = { kind: fact.kind, places };
  // What a fact cannot know because its field does not apply, does not apply either.
  if (result.state === "unknown" && because !== undefined)
    return { ...base, state: "not-applicable", because };
  return { ...base, ...result };
}

function givenObservation(fact: Fact, value: Raw): Observation {
  const base = { kind: fact.kind, places: [] };
  if (value === "unknown" || value === null)
    return { ...base, state: "unknown", blanks: [`fact.${fact.name}`] };
  if (value === "not-applicable") return { ...base, state: "not-applicable", because: "" };
  return {
    ...base,
    state: "known",
    value: typeof value === "boolean" ? (value ? "yes" : "no") : value,
  };
}
