import type { Classification } from "../model/assessment.ts";
import { isDecided } from "../model/classes.ts";
import type { Contract } from "../model/register.ts";
import type { Day, Raw } from "../model/values.ts";
import type { Edit } from "./edit.ts";
import { CRITICALITY_PATHS } from "./levels.ts";
import { contractSubject } from "./judge-contract.ts";
import type { Ground } from "./surroundings.ts";
import { surroundingsOf } from "./surroundings.ts";

type CriticalityPath = (typeof CRITICALITY_PATHS)[number];

/** Answers tried in the place of a fact behind a class, from the least serious to the gravest. */
export function triedAnswers(path: CriticalityPath, asOf: Day): readonly Raw[] {
  switch (path) {
    case "criticality.life-health":
      return ["none", "indirect", "serious", "life-threatening"];
    case "criticality.statutory-duty":
      return ["none", "supports", "delivers", "uninterruptible"];
    case "criticality.vital-function":
      return ["none", ...["supporting", "direct", "sole"].map((link) => ({ code: "VF6", link }))];
    case "criticality.mtpd":
      return ["500 h", "96 h", "48 h", "4 h"];
    case "criticality.dependents":
      return ["none", 1, 3];
    case "criticality.people":
      return [10, 100, 1000];
    case "criticality.vulnerable":
      return ["no", "yes"];
    case "criticality.alternative":
      return [{ within: "1 h", ready: "yes", verified: asOf }, "none"];
  }
}

/**
 * Sets of answers that may settle the class of a contract whose class is open: each single answer, the
 * two that make it gravest, and the least serious answer to every blank. The caller tries them.
 */
export function settlingAnswers(
  contract: Contract,
  classification: Classification | undefined,
  ground: Ground,
): readonly (readonly Edit[])[] {
  if (classification === undefined || isDecided(classification.decided)) return [];
  const { read } = surroundingsOf(contractSubject(contract), undefined, ground);
  const edit = (path: CriticalityPath, value: Raw): Edit => ({
    shape: "contract",
    entry: contract.id,
    path,
    value,
  });
  const answers = (path: CriticalityPath): readonly Raw[] => triedAnswers(path, ground.asOf);
  const blank = CRITICALITY_PATHS.filter(
    (path) => read(path).state === "unknown" || path === "criticality.alternative",
  );
  const gravest = blank.filter(
    (path) => path === "criticality.life-health" || path === "criticality.mtpd",
  );
  return [
    ...blank.flatMap((path) => answers(path).map((value) => [edit(path, value)])),
    gravest.map((path) => edit(path, answers(path).at(-1) ?? "unknown")),
    blank.map((path) => edit(path, answers(path)[0] ?? "unknown")),
  ];
}
