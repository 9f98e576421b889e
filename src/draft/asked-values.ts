import type { Clause } from "../model/clause.ts";
import type { DraftPart, RefusedValue } from "../model/draft.ts";
import type { AskedValue } from "./blanks.ts";
import { readParameterValue } from "./parameter-value.ts";

/** The values asked for that no drafted clause could use, each with the reason. */
export function refuseValues(
  asked: readonly AskedValue[],
  library: ReadonlyMap<string, Clause>,
  parts: readonly DraftPart[],
): readonly RefusedValue[] {
  return asked.flatMap((value) => {
    const refused = refuse(value, library, parts);
    return refused === undefined ? [] : [refused];
  });
}

function refuse(
  asked: AskedValue,
  library: ReadonlyMap<string, Clause>,
  parts: readonly DraftPart[],
): RefusedValue | undefined {
  const no = (because: RefusedValue["because"]): RefusedValue => ({
    ...asked,
    because,
    range: undefined,
  });
  const clause = library.get(asked.clause);
  if (clause === undefined) return no("unknown-clause");
  const parameter = clause.parameters.find((candidate) => candidate.name === asked.parameter);
  if (parameter === undefined) return no("unknown-parameter");
  const read = readParameterValue(parameter, asked.value, "typed");
  if (!read.ok) return { ...asked, because: read.because, range: parameter.range };
  const drafted = parts.some((part) =>
    part.clauses.some((candidate) => candidate.id === clause.id),
  );
  return drafted ? undefined : no("not-drafted");
}
