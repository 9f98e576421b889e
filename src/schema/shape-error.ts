import type { Raw } from "../model/values.ts";

/** What the compiled schemas say of one fault. */
export interface ShapeError {
  /** JSON pointer from the checked value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A schema compiled to code by `npm run generate`. */
export interface CompiledSchema {
  (value: unknown): boolean;
  errors?: readonly ShapeError[] | null;
}

/** Checks a value; gives the faults that stand for themselves, one for each mistake. */
export function shapeErrors(schema: CompiledSchema, value: Raw): readonly ShapeError[] {
  if (schema(value)) return [];
  return fold(schema.errors ?? []);
}

/**
 * Leaves one error for each mistake: the `if` of a union says nothing of its own, a wrong type
 * silences what else is wrong at the same place, and a misspelled key silences the missing one.
 */
function fold(errors: readonly ShapeError[]): readonly ShapeError[] {
  const telling = errors.filter((error) => error.keyword !== "if");
  const wrongType = new Set(
    telling.filter((error) => error.keyword === "type").map((error) => error.instancePath),
  );
  const unknownKeys = new Set(
    telling
      .filter((error) => error.keyword === "additionalProperties")
      .map((error) => error.instancePath),
  );
  const kept: ShapeError[] = [];
  const seen = new Set<string>();
  for (const error of telling) {
    if (error.keyword !== "type" && wrongType.has(error.instancePath)) continue;
    if (isSilencedRequired(error, unknownKeys)) continue;
    const detail = error.params["additionalProperty"] ?? error.params["missingProperty"];
    const identity = `${error.instancePath} ${error.keyword} ${String(detail)}`;
    if (seen.has(identity)) continue;
    seen.add(identity);
    kept.push(error);
  }
  return kept;
}

function isSilencedRequired(error: ShapeError, unknownKeys: ReadonlySet<string>): boolean {
  const required = error.keyword === "required" || error.keyword === "dependentRequired";
  return required && unknownKeys.has(error.instancePath);
}
