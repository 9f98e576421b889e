import { SHAPES } from "./fields.ts";
import type { Shape } from "./shape.ts";
import type { Raw } from "./values.ts";
import { isRawList, isRawObject } from "./values.ts";

/** The shape of a name; a name without one is a defect of ours. */
export function shapeNamed(name: string): Shape {
  const shape = SHAPES[name];
  if (shape === undefined) throw new Error(`no shape ${name}`);
  return shape;
}

/** The shape at the end of a path of field names (and list indexes) from `name`, or undefined. */
export function shapeAt(name: string, steps: readonly string[]): { readonly name: string; readonly shape: Shape } | undefined {
  let current = name;
  for (const step of steps) {
    const shape = shapeNamed(current);
    const next = shape.fields?.[step] ?? (/^\d+$/u.test(step) ? shape.item : undefined);
    if (next === undefined) return undefined;
    current = next;
  }
  return { name: current, shape: shapeNamed(current) };
}

/** A value that is neither map nor list, with the shape and the name it has there. */
export type ScalarTest = (value: string | number | boolean, shape: Shape, name: string, key: string) => boolean;

/** True when some scalar of the value passes the test. Unknown keys (`x-`) are passed over. */
export function someScalar(value: Raw | undefined, name: string, test: ScalarTest, key = ""): boolean {
  if (value === null || value === undefined) return false;
  const shape = SHAPES[name];
  if (shape === undefined) return false;
  if (typeof value !== "object") return test(value, shape, name, key);
  if (isRawList(value)) {
    const item = shape.item ?? name;
    for (const each of value) if (someScalar(each, item, test, key)) return true;
    return false;
  }
  const fields = shape.fields;
  if (fields === undefined || !isRawObject(value)) return false;
  for (const field in value) {
    const next = fields[field];
    if (next !== undefined && someScalar(value[field], next, test, field)) return true;
  }
  return false;
}

/** Called for a scalar with the pointer to it. */
export type ScalarVisit = (value: string | number | boolean, shape: Shape, name: string, key: string, pointer: string) => void;

/** Visits every scalar of the value with its pointer; slower than `someScalar`. */
export function visitScalars(value: Raw | undefined, name: string, pointer: string, visit: ScalarVisit, key = ""): void {
  if (value === null || value === undefined) return;
  const shape = SHAPES[name];
  if (shape === undefined) return;
  if (typeof value !== "object") {
    visit(value, shape, name, key, pointer);
  } else if (isRawList(value)) {
    const item = shape.item ?? name;
    value.forEach((each, index) => { visitScalars(each, item, `${pointer}/${index}`, visit, key); });
  } else if (isRawObject(value)) {
    for (const [field, each] of Object.entries(value)) {
      const next = shape.fields?.[field];
      if (next !== undefined) visitScalars(each, next, `${pointer}/${field}`, visit, field);
    }
  }
}
