import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Entry } from "../model/register.ts";
import type { Platform } from "../model/platform.ts";
import type { Day, RawObject } from "../model/values.ts";
import { isRawList, isRawObject, rawText } from "../model/values.ts";
import { nearest } from "../schema/suggest.ts";
import { switchesOff } from "./adjust.ts";
import type { Overlay } from "./overlay.ts";
import { applies } from "./own-object.ts";
import { criterionFiles, criterionIds, groupOf } from "./shipped.ts";

/** What a gate may name. */
export interface GateNames {
  readonly criteria: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

/** The criteria and groups in use: ours and the organisation's own, without what is switched off. */
export function gateNames(overlay: Overlay, asOf: Day, platform: Platform): GateNames {
  const own = [...overlay.criteria.values()].filter((each) => applies(each, asOf));
  const off = new Set(
    [...overlay.adjustments.values()]
      .filter((each) => applies(each, asOf) && switchesOff(each.raw))
      .map(({ raw }) => rawText(raw["criterion"])),
  );
  const ids = [...criterionIds(platform), ...own.map(({ id }) => id)];
  const groups = [...criterionFiles(platform).values()].map(groupOf);
  return {
    criteria: new Set(ids.filter((id) => !off.has(id))),
    groups: new Set([...groups, ...own.map(({ raw }) => rawText(raw["group"]))]),
  };
}

/** A gate on a criterion that does not exist would let everything through: it is an error, at the name. */
export function checkGateNames(policy: Entry | undefined, names: GateNames): readonly Diagnostic[] {
  const gates = policy?.raw["gates"];
  if (policy === undefined || !isRawList(gates)) return [];
  return gates.flatMap((gate, index) =>
    isRawObject(gate)
      ? [
          ...unknownNames(policy, gate, index, "criteria", names.criteria),
          ...unknownNames(policy, gate, index, "groups", names.groups),
        ]
      : [],
  );
}

const KINDS = { criteria: "criterion", groups: "group" } as const;

function unknownNames(
  policy: Entry,
  gate: RawObject,
  index: number,
  key: keyof typeof KINDS,
  known: ReadonlySet<string>,
): readonly Diagnostic[] {
  const written = gate[key];
  if (!isRawList(written)) return [];
  return written.flatMap((id, at) => {
    if (typeof id !== "string" || known.has(id)) return [];
    const params = { kind: KINDS[key], id, suggestion: nearest(id, known) };
    const pointer = `/gates/${index}/${key}/${at}`;
    return [diagnose("C020", params, { file: policy.place.file, pointer, part: "value" })];
  });
}
