import type { Contract } from "../model/register.ts";
import type { Raw, RawObject } from "../model/values.ts";
import { isRawObject } from "../model/values.ts";
import type { FactContext } from "./fact.ts";
import type { CriticalityLevels } from "./levels.ts";
import { CRITICALITY_PATHS, criticalityLevels } from "./levels.ts";

type ContractContext = FactContext & { readonly contract: Contract };

/**
 * The blanks of which some answer, all other blanks left blank, changes the class. The class rises
 * with every fact, so the least and the gravest answer tell as much as all of them.
 * `changes` says whether levels give the contract another final class than it has.
 */
export function decisiveBlanks(
  context: ContractContext,
  checkedWithin: number,
  changes: (levels: CriticalityLevels) => boolean,
): readonly string[] {
  const levels = criticalityLevels(context, checkedWithin);
  return blankPaths(context, levels).filter((path) =>
    extremeAnswers(path, context).some((answer) =>
      changes(criticalityLevels(withAnswer(context, path, answer), checkedWithin)),
    ),
  );
}

const VITAL_FUNCTION = "criticality.vital-function";
const ALTERNATIVE = "criticality.alternative";
const ALTERNATIVE_PARTS = [
  `${ALTERNATIVE}.within`,
  `${ALTERNATIVE}.ready`,
  `${ALTERNATIVE}.verified`,
];

function blankPaths(context: ContractContext, levels: CriticalityLevels): readonly string[] {
  return CRITICALITY_PATHS.flatMap((path): readonly string[] => {
    const reading = context.read(path);
    if (reading.state === "unknown") return isSettledByFunction(path, levels) ? [] : [path];
    if (reading.state !== "known") return [];
    if (path === ALTERNATIVE)
      return ALTERNATIVE_PARTS.filter((part) => context.read(part).state === "unknown");
    if (path !== VITAL_FUNCTION || isSettledByFunction(path, levels)) return [];
    // A function is named, but not how directly it rests on the contract.
    return Array.isArray(reading.value) ? [path] : [`${path}.link`];
  });
}

/** A blank whose level is settled by the functions that need the contract is not open. */
function isSettledByFunction(path: string, levels: CriticalityLevels): boolean {
  const name = LEVEL_OF_PATH[path];
  if (name === undefined) return false;
  const level = levels[name];
  return level.low === level.high;
}

type LevelName = Exclude<keyof CriticalityLevels, "alternativeInTime" | "readyAlternative">;

const LEVEL_OF_PATH: Readonly<Record<string, LevelName>> = {
  "criticality.life-health": "life-health-level",
  "criticality.statutory-duty": "statutory-duty-level",
  [VITAL_FUNCTION]: "vital-function-level",
  "criticality.mtpd": "outage-level",
  "criticality.dependents": "dependents-level",
  "criticality.people": "users-level",
  "criticality.vulnerable": "users-level",
};

const NEVER = "1000000 h";

/** The least and the gravest answer to a blank, as the register writes them. */
function extremeAnswers(path: string, { asOf }: ContractContext): readonly Raw[] {
  switch (path) {
    case "criticality.life-health":
      return ["none", "life-threatening"];
    case "criticality.statutory-duty":
      return ["none", "uninterruptible"];
    case VITAL_FUNCTION:
      return ["none", { link: "sole" }];
    case `${VITAL_FUNCTION}.link`:
      return ["none", "sole"];
    case "criticality.mtpd":
      return [NEVER, "0 h"];
    case "criticality.dependents":
      return ["none", 3];
    case "criticality.people":
      return [0, 1000];
    case "criticality.vulnerable":
    case `${ALTERNATIVE}.ready`:
      return ["no", "yes"];
    case ALTERNATIVE:
      return ["none", { within: "0 h", ready: "yes", verified: asOf }];
    case `${ALTERNATIVE}.within`:
      return [NEVER, "0 h"];
    // What is left is the day when the alternative was verified.
    default:
      return ["none", asOf];
  }
}

/** The context of a contract in which one blank of its criticality has an answer. */
function withAnswer(context: ContractContext, path: string, answer: Raw): ContractContext {
  const contract: Contract = {
    ...context.contract,
    raw: put(context.contract.raw, path.split("."), answer),
  };
  return { ...context, contract, read: (field) => context.readOf(contract, "contract", field) };
}

function put(
  into: Raw | undefined,
  [step = "", ...rest]: readonly string[],
  answer: Raw,
): RawObject {
  const object = isRawObject(into) ? into : {};
  return { ...object, [step]: rest.length === 0 ? answer : put(object[step], rest, answer) };
}
