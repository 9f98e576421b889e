import type { Choice } from "./choice.ts";
import { addReason, omit } from "./choice.ts";
import { isMeantFor, isPresent, obstacleTo } from "./obstacle.ts";

/** Takes what the law demands of such a contract, whatever is known of it, where the contract does not have it. */
export function takeMandatory(choice: Choice): void {
  const { contract, library, mandatory = [], without } = choice.request;
  for (const preset of mandatory) {
    if (!isMeantFor(preset, contract)) continue;
    for (const id of preset.clauses) {
      const reasons = choice.reasons.get(id) ?? [];
      if (reasons.some(({ kind }) => kind === "statutory")) continue;
      if (!library.has(id)) omit(choice, id, "not-in-library");
      else if (without.includes(id))
        choice.omitted.set(id, { because: "removed-statutory", by: undefined });
      else if (isPresent(contract, id)) omit(choice, id, "present");
      else addReason(choice, id, { kind: "mandatory", preset });
    }
  }
}

/** Takes the clauses of the set that was asked for, where it is meant for such a contract. */
export function takePreset(choice: Choice): void {
  const { contract, preset } = choice.request;
  if (preset === undefined) return;
  const isMeant = isMeantFor(preset, contract);
  for (const id of preset.clauses) {
    const obstacle = isMeant ? obstacleTo(choice.request, id, undefined) : "preset-not-meant";
    if (obstacle === undefined) addReason(choice, id, { kind: "preset", preset });
    else omit(choice, id, obstacle);
  }
}
