import { describe, expect, it } from "vitest";
import type { Fact, FactResult } from "../../../src/assess/fact.ts";
import { sanctionsClear } from "../../../src/assess/facts/sanctions-clear.ts";
import { sitesKnown } from "../../../src/assess/facts/sites-known.ts";
import { supplierIdentity } from "../../../src/assess/facts/supplier-identity.ts";
import { readField } from "../../../src/assess/reading.ts";
import { indexRegister } from "../../../src/assess/register-index.ts";
import { factContext } from "../../../src/assess/surroundings.ts";
import type { CriticalityClass } from "../../../src/model/classes.ts";
import type { Entry } from "../../../src/model/register.ts";
import type { Day, RawObject } from "../../../src/model/values.ts";
import { TODAY } from "../../support/memory-platform.ts";
import { registerFrom } from "../../support/register-of.ts";
import { SHIPPED } from "../../support/shipped-catalogue.ts";

const REGISTER = registerFrom({
  suppliers: [{ id: "s", name: "A supplier" }],
  contracts: [{ id: "c", title: "A contract", suppliers: ["s"] }],
});

/** What a fact says of a supplier written so, whatever the loader would say of it. */
function compute(
  fact: Fact,
  raw: RawObject,
  { at = "K2", asOf = TODAY }: { readonly at?: CriticalityClass; readonly asOf?: string } = {},
): FactResult {
  const entry: Entry = {
    id: "s",
    raw: { id: "s", name: "A supplier", ...raw },
    place: { file: "r.yaml", pointer: "/suppliers/0", part: "value" },
  };
  const day = asOf as Day;
  const context = factContext(
    { level: "supplier", entry, shape: "supplier", contract: undefined },
    at,
    {
      asOf: day,
      register: REGISTER,
      index: indexRegister(REGISTER, day),
      profile: SHIPPED.profile,
      classOf: () => undefined,
      onLater: () => undefined,
    },
    (path) => readField(entry, "supplier", path, day),
  );
  return fact.compute(context);
}

const YES: FactResult = { state: "known", value: "yes" };
const NO: FactResult = { state: "known", value: "no" };

function open(...blanks: readonly string[]): FactResult {
  return { state: "unknown", blanks };
}

describe("the identity of a supplier", () => {
  it("is known by a business id whose check digit is right, and a parent", () => {
    // 7 x 9 + 9 x 9 + 10 x 9 + 2 x 2 = 238, which is 21 x 11 + 7; 11 - 7 = 4.
    expect(compute(supplierIdentity, { "business-id": "9990002-4", parent: "none" })).toEqual(YES);
    expect(compute(supplierIdentity, { "business-id": "9990002-4", parent: "koncern" })).toEqual(
      YES,
    );
  });

  it("is wrong when the business id cannot exist, whatever else is known", () => {
    for (const wrong of ["9990002-5", "99900024", "1000008-0", "FI"]) {
      expect(compute(supplierIdentity, { "business-id": wrong, parent: "none" })).toEqual(NO);
      expect(
        compute(supplierIdentity, { "business-id": wrong, "foreign-id": "5560", country: "SE" }),
      ).toEqual(NO);
    }
  });

  it("is known by another country's number only with the country", () => {
    const foreign = { "foreign-id": "999999-9999", parent: "none" };
    expect(compute(supplierIdentity, { ...foreign, country: "SE" })).toEqual(YES);
    expect(compute(supplierIdentity, foreign)).toEqual(open("country"));
    expect(compute(supplierIdentity, { ...foreign, country: "unknown" })).toEqual(open("country"));
  });

  it("is open while a part is blank, and says which", () => {
    expect(compute(supplierIdentity, {})).toEqual(open("business-id", "parent"));
    expect(compute(supplierIdentity, { "business-id": "9990002-4" })).toEqual(open("parent"));
    expect(compute(supplierIdentity, { "business-id": "9990002-4", parent: "unknown" })).toEqual(
      open("parent"),
    );
    expect(
      compute(supplierIdentity, { "business-id": "unknown", country: "FI", parent: "none" }),
    ).toEqual(open("business-id"));
  });
});

describe("the sites of a supplier", () => {
  const depot = { id: "depot", country: "FI" };

  it.each<[CriticalityClass, FactResult]>([
    ["K1", YES],
    ["K2", YES],
    ["K3", open("sites.depot.municipality")],
    ["K4", open("sites.depot.municipality")],
  ])("with a country alone are enough or not at %s", (at, result) => {
    expect(compute(sitesKnown, { sites: [depot] }, { at })).toEqual(result);
  });

  it("have a municipality, or abroad a region, from K3", () => {
    const abroad = { id: "verk", country: "SE" };
    const at = "K4";
    const placed = [
      { ...depot, municipality: "905" },
      { ...abroad, region: "Skåne" },
    ];
    expect(compute(sitesKnown, { sites: placed }, { at })).toEqual(YES);
    expect(compute(sitesKnown, { sites: [abroad] }, { at })).toEqual(open("sites.verk.region"));
    expect(compute(sitesKnown, { sites: [{ ...depot, region: "Österbotten" }] }, { at })).toEqual(
      open("sites.depot.municipality"),
    );
  });

  it("are open while a part of one of them is blank, and say which", () => {
    const sites = [depot, { role: "storage" }, { id: "linje", country: "unknown", region: "x" }];
    expect(compute(sitesKnown, { sites }, { at: "K3" })).toEqual(
      open(
        "sites.depot.municipality",
        "sites.2.country",
        "sites.2.municipality",
        "sites.linje.country",
        "sites.linje.municipality",
      ),
    );
  });

  it("are not known when there are none to name, or the supplier would not say", () => {
    expect(compute(sitesKnown, { sites: "none" })).toEqual(NO);
    expect(compute(sitesKnown, { sites: "refused" })).toEqual(NO);
    expect(compute(sitesKnown, { sites: "unknown" })).toEqual(open("sites"));
    expect(compute(sitesKnown, {})).toEqual(open("sites"));
  });
});

describe("the check against sanctions", () => {
  it.each<[string, FactResult]>([
    ["clear", YES],
    ["hit", NO],
    ["possible", open("sanctions.result")],
    ["unknown", open("sanctions.result")],
  ])("that says %s", (result, expected) => {
    expect(compute(sanctionsClear, { sanctions: { result } })).toEqual(expected);
  });

  it("is open where nobody has checked, or only after the day of assessment", () => {
    expect(compute(sanctionsClear, {})).toEqual(open("sanctions.result"));
    expect(compute(sanctionsClear, { sanctions: "unknown" })).toEqual(open("sanctions.result"));
    const later = { sanctions: { result: "hit", date: "2026-05-02" } };
    expect(compute(sanctionsClear, later, { asOf: "2026-05-01" })).toEqual(
      open("sanctions.result"),
    );
    expect(compute(sanctionsClear, later, { asOf: "2026-05-02" })).toEqual(NO);
  });
});
