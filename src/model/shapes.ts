import { CATALOGUE_SHAPES } from "./catalogue-fields.ts";
import { SHAPES } from "./fields.ts";
import type { Shape } from "./shape.ts";
import type { Raw } from "./values.ts";
import { isRawList, isRawObject } from "./values.ts";

/** The shape of a name; a name without one is a defect of ours. */
function shapeNamed(name: string): Shape {
  const shape = SHAPES[name] ?? CATALOGUE_SHAPES[name];
  if (shape === undefined) throw new Error(`no shape ${name}`);
  return shape;
}

/** The shape at the end of a path of field names (and list indexes) from `name`, or undefined. */
export function shapeAt(
  name: string,
  steps: readonly string[],
): { readonly name: string; readonly shape: Shape } | undefined {
  let current = name;
  for (const step of steps) {
    const shape = shapeNamed(current);
    const next = shape.fields?.[step] ?? (/^\d+$/u.test(step) ? shape.item : undefined);
    if (next === undefined) return undefined;
    current = next;
  }
  return { name: current, shape: shapeNamed(current) };
}

/** The keys that may stand in a value of a shape. */
export function shapeFields(shape: Shape): readonly string[] {
  return Object.keys(shape.fields ?? {});
}

/** A value that is neither map nor list, with the shape and the name it has there. */
export type ScalarTest = (
  value: string | number | boolean,
  shape: Shape,
  name: string,
  key: string,
) => boolean;

/** Where in values of a shape the scalars stand that somebody looks for. */
export interface Search {
  readonly name: string;
  readonly shape: Shape;
  /** True when a scalar in this place is itself looked for. */
  readonly isSought: boolean;
  /** The fields below which there is anything to look for. */
  readonly fields: ReadonlyMap<string, Search>;
  /** For the items of a list in this place: a list where one value is meant holds several of its kind. */
  readonly item: Search | undefined;
}

type Growing = Search & { readonly fields: Map<string, Search>; item: Search | undefined };

/**
 * Prepares the search for the scalars of some shapes in values of the shape `name`. Large registers are
 * searched entry by entry; what can hold nothing that is sought is passed over.
 */
export function searchFor(name: string, isSought: (name: string, shape: Shape) => boolean): Search {
  const searches = new Map<string, Growing>();
  const prepare = (each: string): Search => {
    const known = searches.get(each);
    if (known !== undefined) return known;
    const shape = shapeNamed(each);
    const search: Growing = {
      name: each,
      shape,
      isSought: isSought(each, shape),
      fields: new Map(),
      item: undefined,
    };
    searches.set(each, search);
    for (const [field, next] of Object.entries(shape.fields ?? {}))
      search.fields.set(field, prepare(next));
    search.item = shape.item === undefined ? search : prepare(shape.item);
    return search;
  };
  const root = prepare(name);
  const fruitful = fruitfulAmong([...searches.values()]);
  for (const search of searches.values()) {
    for (const [field, next] of search.fields) if (!fruitful.has(next)) search.fields.delete(field);
    if (search.item !== undefined && !fruitful.has(search.item)) search.item = undefined;
  }
  return root;
}

/** The searches that may find something, themselves or below; shapes may hold each other. */
function fruitfulAmong(searches: readonly Search[]): ReadonlySet<Search> {
  const fruitful = new Set(searches.filter(({ isSought }) => isSought));
  for (let before = -1; before !== fruitful.size;) {
    before = fruitful.size;
    for (const search of searches) {
      const below = [
        ...search.fields.values(),
        ...(search.item === undefined ? [] : [search.item]),
      ];
      if (below.some((each) => fruitful.has(each))) fruitful.add(search);
    }
  }
  return fruitful;
}

/** True when some scalar that is sought passes the test. Unknown keys (`x-`) are passed over. */
export function someScalar(
  value: Raw | undefined,
  search: Search,
  test: ScalarTest,
  key = "",
): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value !== "object")
    return search.isSought && test(value, search.shape, search.name, key);
  if (isRawList(value)) {
    const { item } = search;
    return item !== undefined && value.some((each) => someScalar(each, item, test, key));
  }
  if (search.fields.size === 0 || !isRawObject(value)) return false;
  for (const field in value) {
    const next = search.fields.get(field);
    if (next !== undefined && someScalar(value[field], next, test, field)) return true;
  }
  return false;
}

/** Called for a scalar with the pointer to it. */
export type ScalarVisit = (
  value: string | number | boolean,
  shape: Shape,
  name: string,
  key: string,
  pointer: string,
) => void;

/** Visits every scalar of the value with its pointer; slower than `someScalar`. */
export function visitScalars(
  value: Raw | undefined,
  name: string,
  pointer: string,
  visit: ScalarVisit,
  key = "",
): void {
  if (value === null || value === undefined) return;
  const shape = SHAPES[name];
  if (shape === undefined) return;
  if (typeof value !== "object") {
    visit(value, shape, name, key, pointer);
  } else if (isRawList(value)) {
    const item = shape.item ?? name;
    value.forEach((each, index) => {
      visitScalars(each, item, `${pointer}/${index}`, visit, key);
    });
  } else if (isRawObject(value)) {
    for (const [field, each] of Object.entries(value)) {
      const next = shape.fields?.[field];
      if (next !== undefined) visitScalars(each, next, `${pointer}/${field}`, visit, field);
    }
  }
}
