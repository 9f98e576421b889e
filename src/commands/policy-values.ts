import { readParameterValue } from "../draft/parameter-value.ts";
import type { Policy } from "../load/policy.ts";
import type { Clause } from "../model/clause.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnose } from "../model/diagnostic.ts";
import type { Entry } from "../model/register.ts";
import { rawText } from "../model/values.ts";

/** Values in the policy that no blank of a clause can take: no value is passed over in silence. */
export function checkPolicyValues(
  { clauseParameters }: Policy,
  entry: Entry | undefined,
  library: ReadonlyMap<string, Clause>,
): readonly Diagnostic[] {
  return clauseParameters.flatMap(({ clause, parameter: name, value }, index) => {
    const parameter = library.get(clause)?.parameters.find((each) => each.name === name);
    if (parameter !== undefined && readParameterValue(parameter, value, "recorded").ok) return [];
    const range = parameter?.range;
    const params = {
      clause,
      parameter: name,
      value: rawText(value),
      range:
        range === undefined
          ? "–"
          : `${range.least}–${range.greatest} ${parameter?.unit ?? ""}`.trim(),
    };
    const key = parameter === undefined ? "parameter" : "value";
    const pointer = `/clause-parameters/${index}/${key}`;
    return [diagnose("C039", params, { file: entry?.place.file ?? "", pointer, part: "value" })];
  });
}
