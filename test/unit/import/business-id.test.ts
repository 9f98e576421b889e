import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCompanyNumber } from "../../../src/import/business-id.ts";
import { checkBusinessId, normaliseBusinessId } from "../../../src/model/business-id.ts";

describe("the check of a Finnish business id", () => {
  it.each([
    "0201256-6",
    "0112038-9",
    "0116510-6",
    "0109862-8",
    "0988084-1",
    "0216509-5",
    "3006157-6",
  ])("accepts the issued number %s", (id) => {
    expect(checkBusinessId(id)).toEqual({ ok: true });
  });

  it("gives the right digit for a wrong one", () => {
    expect(checkBusinessId("1572860-1")).toEqual({ ok: false, expected: "0" });
    expect(checkBusinessId("9990001-5")).toEqual({ ok: false, expected: "6" });
  });

  it("gives no digit where the remainder is 1: 9990018 weighs 254, which is 23 times 11 and 1", () => {
    for (let digit = 0; digit <= 9; digit += 1) {
      expect(checkBusinessId(`9990018-${String(digit)}`)).toEqual({
        ok: false,
        expected: undefined,
      });
    }
  });

  it.each([
    "99900016",
    "FI99900016",
    "999001-6",
    "9990001 - 6",
    " 9990001-6",
    "9990001-6\n",
    "９９９０００１-6",
  ])("knows only the strict form, not %j", (id) => {
    expect(checkBusinessId(id)).toEqual({ ok: false, expected: undefined });
  });

  it("lets at most one of the ten digits pass, for any number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (number) => {
        const digits = String(number).padStart(7, "0");
        const passing = Array.from(
          { length: 10 },
          (_, digit) => `${digits}-${String(digit)}`,
        ).filter((id) => checkBusinessId(id).ok);
        expect(passing.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("the forms in which a business id is written", () => {
  it.each([
    ["2856298-8", "2856298-8"],
    ["FI 2856298-8", "2856298-8"],
    ["FI28562988", "2856298-8"],
    ["20488154", "2048815-4"],
    ["Y-2228357-4", "2228357-4"],
    ["Y: 2228357-4", "2228357-4"],
    ["112038-9", "0112038-9"],
    ["2228357–4", "2228357-4"],
    [" 2228357 - 4 ", "2228357-4"],
  ])("reads %j as %s", (written, strict) => {
    expect(normaliseBusinessId(written)).toBe(strict);
  });

  it.each(["556040-60345", "1234567", "926 722 808", "SE2228357-4", "2228357-4 Oy", ""])(
    "leaves %j alone",
    (written) => {
      expect(normaliseBusinessId(written)).toBeUndefined();
    },
  );
});

describe("a company's number in a notice", () => {
  it("is a business id in Finland", () => {
    expect(readCompanyNumber("FI99900024", "FI")).toEqual({
      ok: true,
      company: { kind: "business-id", number: "9990002-4" },
      changed: true,
    });
  });

  it("is refused in Finland when the check digit is wrong, and never kept as foreign", () => {
    expect(readCompanyNumber("9990002-5", "FI")).toEqual({
      ok: false,
      because: "business-id-check-digit",
    });
    expect(readCompanyNumber("9990018-1", "FI")).toEqual({
      ok: false,
      because: "business-id-impossible",
    });
    expect(readCompanyNumber("556040-6034", "FI")).toEqual({
      ok: false,
      because: "not-a-business-id",
    });
  });

  it("is foreign in another country, as written", () => {
    expect(readCompanyNumber("984710313 ", "NO")).toEqual({
      ok: true,
      company: { kind: "foreign-id", number: "984710313" },
      changed: true,
    });
    expect(readCompanyNumber("9990002-4", "SE")).toMatchObject({
      ok: true,
      company: { kind: "foreign-id" },
    });
  });

  it("is a business id without a country only when the digit is right", () => {
    expect(readCompanyNumber("9990002-4", undefined)).toMatchObject({ ok: true });
    expect(readCompanyNumber("9990002-5", undefined)).toEqual({
      ok: false,
      because: "number-without-country",
    });
  });

  it("is taken from Sweden, where a company's number looks like a person's", () => {
    expect(readCompanyNumber("556040-6034", "SE")).toMatchObject({
      ok: true,
      company: { kind: "foreign-id", number: "556040-6034" },
    });
  });

  // 131052-308T is the example that the Finnish population register gives: 131052308 leaves 25 by 31.
  it.each([
    ["131052-308T", "FI", "personal-identity-code"],
    ["Testi 131052-308T", undefined, "personal-identity-code"],
    ["131052-308U", "FI", "not-a-business-id"],
    ["800101-1234", "SE", "personal-identity-code"],
    ["01018012345", "NO", "personal-identity-code"],
    ["010180-1234", "DK", "personal-identity-code"],
    ["n/a", "SE", "not-a-company-number"],
    ["unpublished", "SE", "withheld"],
    ["  ", "SE", "not-said"],
  ])("is not taken from %j in %s", (text, country, because) => {
    expect(readCompanyNumber(text, country)).toEqual({ ok: false, because });
  });
});
