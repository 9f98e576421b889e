import { FIELD_EXAMPLES } from "./field-examples.ts";
import { shapeAt } from "./shapes.ts";
import type { Raw } from "./values.ts";

/** The schema's examples of the field at a path from the shape `name`, as a register writes them; often one, never long. */
export function examplesAt(name: string, steps: readonly string[]): readonly Raw[] {
  const field = steps.at(-1);
  const block = shapeAt(name, steps.slice(0, -1))?.name.replace(/-object$/u, "");
  return field === undefined || block === undefined
    ? []
    : (FIELD_EXAMPLES[`${block}.${field}`] ?? []);
}
