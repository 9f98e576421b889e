import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Entry } from "../model/register.ts";
import type { Raw } from "../model/values.ts";
import { isRawList, isRawObject, parseDay } from "../model/values.ts";
import { explainShapeError } from "../schema/explain.ts";
import { shapeErrors } from "../schema/shape-error.ts";
import { STRATEGY_SCHEMA } from "../schema/strategy-schema.ts";

/** Keys that may stand in each part of a strategy, by the last name on the way to it. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  "": ["kind", "version", "goals"],
  goals: ["id", "title", "tags", "owner", "indicators", "notes"],
  owner: ["role"],
  indicators: ["id", "unit", "direction", "baseline", "target", "actuals"],
  baseline: ["value", "on"],
  target: ["value", "by"],
  actuals: ["on", "value", "source"],
};

/** What is wrong with a strategy. */
export function checkStrategy({ raw, place }: Entry): readonly Diagnostic[] {
  const { file } = place;
  const shape = shapeErrors(STRATEGY_SCHEMA, raw).map((error) =>
    explainShapeError(error, {
      file,
      pointer: "",
      value: raw,
      shape: undefined,
      keysAt: (pointer) => KEYS[lastName(pointer)] ?? [],
    }),
  );
  const goals = raw["goals"];
  return [...shape, ...repeatedIds(goals, file), ...impossibleDays(raw, "", file)];
}

function lastName(pointer: string): string {
  return (
    pointer
      .split("/")
      .filter((step) => !/^\d*$/u.test(step))
      .at(-1) ?? ""
  );
}

function repeatedIds(goals: Raw | undefined, file: string): readonly Diagnostic[] {
  const first = new Map<string, number>();
  return (isRawList(goals) ? goals : []).flatMap((goal, index) => {
    const id = isRawObject(goal) ? goal["id"] : undefined;
    if (typeof id !== "string") return [];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    const at = (item: number) => ({ file, pointer: `/goals/${item}/id`, part: "value" }) as const;
    return [diagnose("R002", { kind: "goal", id }, at(index), [at(earlier)])];
  });
}

/** Days that have the form of a day but do not exist. */
function impossibleDays(
  value: Raw | undefined,
  pointer: string,
  file: string,
): readonly Diagnostic[] {
  if (typeof value === "string") {
    const isDay = /\/(on|by)$/u.test(pointer) && /^\d{4}-\d{2}-\d{2}$/u.test(value);
    return isDay && parseDay(value) === undefined
      ? [diagnose("S009", { value }, { file, pointer, part: "value" })]
      : [];
  }
  if (isRawList(value))
    return value.flatMap((each, index) => impossibleDays(each, `${pointer}/${index}`, file));
  if (!isRawObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    impossibleDays(each, `${pointer}/${key}`, file),
  );
}
