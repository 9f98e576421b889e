import { expect, test } from "vitest";
import { searchFor, someScalar, visitScalars } from "../../../src/model/shapes.ts";
import type { Raw } from "../../../src/model/values.ts";

const SUPPLIER: Raw = {
  id: "nordrenal",
  name: "Nordrenal Ab",
  country: "FI",
  owners: [{ country: "DE", share: "100 %" }],
  sites: [{ id: "depot", country: "FI", municipality: "905" }, "refused"],
  regulated: { nis2: "no" },
  "x-own": { country: "SE" },
};

const COUNTRIES = searchFor("supplier", (_, { kind }) => kind === "country");

/** What the search asks about, in order, when nothing stops it. */
function asked(value: Raw, search = COUNTRIES): readonly unknown[] {
  const seen: unknown[] = [];
  someScalar(value, search, (each) => {
    seen.push(each);
    return false;
  });
  return seen;
}

test("a search asks about what it seeks, at any depth, and about nothing else", () => {
  expect(asked(SUPPLIER)).toEqual(["FI", "DE", "FI"]);
});

test("a search asks about the scalars that a visit finds there", () => {
  const visited: unknown[] = [];
  visitScalars(SUPPLIER, "supplier", "", (value, { kind }) => {
    if (kind === "country") visited.push(value);
  });
  expect(asked(SUPPLIER)).toEqual(visited);
});

test("a list where one value is meant holds several of its kind", () => {
  expect(asked({ country: ["FI", "SE"] })).toEqual(["FI", "SE"]);
});

test("a search ends at the first that passes", () => {
  expect(someScalar(SUPPLIER, COUNTRIES, (value) => value === "DE")).toBe(true);
  expect(someScalar(SUPPLIER, COUNTRIES, (value) => value === "SE")).toBe(false);
});

test("names that every object has are no fields", () => {
  expect(asked({ constructor: "FI", toString: "FI", hasOwnProperty: { country: "FI" } })).toEqual(
    [],
  );
});

test("a search for nothing asks about nothing", () => {
  expect(
    asked(
      SUPPLIER,
      searchFor("supplier", () => false),
    ),
  ).toEqual([]);
});
