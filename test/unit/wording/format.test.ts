import { describe, expect, it } from "vitest";
import { makeFormat } from "../../../src/wording/format.ts";
import type { Day, Language } from "../../../src/model/values.ts";

const formats = { sv: makeFormat("sv"), fi: makeFormat("fi"), en: makeFormat("en") };
const NBSP = "\u{A0}";
const MINUS = "\u{2212}";

/** One value in three languages, as a person wrote them down. */
function inThree(write: (language: Language) => string): string[] {
  return [write("sv"), write("fi"), write("en")];
}

describe("numbers", () => {
  it("keeps thousands together and writes a real minus sign", () => {
    expect(inThree((l) => formats[l].number(1234567.5))).toEqual([
      `1${NBSP}234${NBSP}567,5`,
      `1${NBSP}234${NBSP}567,5`,
      "1,234,567.5",
    ]);
    expect(inThree((l) => formats[l].number(-4))).toEqual([`${MINUS}4`, `${MINUS}4`, `${MINUS}4`]);
  });

  it("writes bounds of counts as one number when they are equal", () => {
    expect(inThree((l) => formats[l].counts({ low: 3, high: 3 }))).toEqual(["3", "3", "3"]);
    expect(formats.fi.counts({ low: 3, high: 1200 })).toBe(`3–1${NBSP}200`);
  });
});

describe("shares", () => {
  it("writes whole per cent, with a space before the sign in Swedish and Finnish", () => {
    expect(inThree((l) => formats[l].share(0.392857))).toEqual([`39${NBSP}%`, `39${NBSP}%`, "39%"]);
  });

  it("never rounds into certainty", () => {
    expect(formats.en.share(0)).toBe("0%");
    expect(formats.en.share(0.000001)).toBe("< 1%");
    expect(formats.en.share(0.004)).toBe("< 1%");
    expect(formats.en.share(0.006)).toBe("1%");
    expect(formats.en.share(0.996)).toBe("> 99%");
    expect(formats.en.share(0.999999)).toBe("> 99%");
    expect(formats.en.share(1)).toBe("100%");
  });

  it("takes the noise of a sum for what it is", () => {
    expect(formats.en.share(0.1 + 0.2 + 0.7)).toBe("100%");
    expect(formats.en.shares({ low: 0.58, high: 0.58 })).toBe("58%");
    expect(formats.en.shares({ low: 0.29, high: 0.58 })).toBe("29–58%");
  });

  it("rounds bounds outward", () => {
    expect(formats.sv.shares({ low: 22 / 56, high: 36 / 56 })).toBe(`39–65${NBSP}%`);
    expect(formats.en.shares({ low: 0.419, high: 0.8 })).toBe("41–80%");
    expect(formats.en.shares({ low: 0.391, high: 0.392 })).toBe("39–40%");
  });

  it("says less than one and more than ninety-nine at the ends of bounds", () => {
    expect(formats.fi.shares({ low: 0.004, high: 0.64 })).toBe(`< 1${NBSP}% – 64${NBSP}%`);
    expect(formats.fi.shares({ low: 0.5, high: 0.996 })).toBe(`50${NBSP}% – > 99${NBSP}%`);
    expect(formats.en.shares({ low: 0.0001, high: 0.002 })).toBe("< 1%");
    expect(formats.en.shares({ low: 0.995, high: 0.998 })).toBe("> 99%");
    expect(formats.en.shares({ low: 0, high: 1 })).toBe("0–100%");
  });

  it("allows shares above the whole", () => {
    expect(formats.en.share(1.5)).toBe("150%");
  });
});

describe("days", () => {
  it("writes the day as the language does, whatever the machine's zone", () => {
    expect(inThree((l) => formats[l].day("2026-11-24" as Day))).toEqual([
      "24.11.2026",
      "24.11.2026",
      "24 November 2026",
    ]);
    expect(inThree((l) => formats[l].day("2027-01-01" as Day))).toEqual([
      "1.1.2027",
      "1.1.2027",
      "1 January 2027",
    ]);
    expect(formats.en.day("2027-12-31" as Day)).toBe("31 December 2027");
  });
});

describe("money", () => {
  it("writes cents only where there are any", () => {
    expect(inThree((l) => formats[l].money(600000, "EUR"))).toEqual([
      `600${NBSP}000${NBSP}€`,
      `600${NBSP}000${NBSP}€`,
      "€600,000",
    ]);
    expect(formats.fi.money(1234.5, "EUR")).toBe(`1${NBSP}234,50${NBSP}€`);
    expect(formats.sv.money(-5, "EUR")).toBe(`${MINUS}5${NBSP}€`);
  });

  it("names any other currency by its code", () => {
    expect(formats.sv.money(100, "SEK")).toBe(`100${NBSP}SEK`);
    expect(formats.en.money(100, "NOK")).toBe(`NOK${NBSP}100`);
  });

  it("does not fail on a currency that is none", () => {
    expect(formats.en.money(100, "euro")).toBe(`100${NBSP}euro`);
  });
});

describe("lists", () => {
  it("joins with the language's own word", () => {
    expect(inThree((l) => formats[l].list(["a", "b", "c"]))).toEqual([
      "a, b och c",
      "a, b ja c",
      "a, b and c",
    ]);
    expect(formats.sv.list(["a"])).toBe("a");
    expect(formats.sv.list([])).toBe("");
  });
});

describe("lengths of time", () => {
  it("counts spans in minutes, hours or days", () => {
    expect(inThree((l) => formats[l].span(8))).toEqual(["8 timmar", "8 tuntia", "8 hours"]);
    expect(inThree((l) => formats[l].span(1))).toEqual(["1 timme", "1 tunti", "1 hour"]);
    expect(formats.fi.span(0.25)).toBe("15 minuuttia");
    expect(formats.en.span(72)).toBe("72 hours");
    expect(formats.en.span(45 * 24)).toBe("45 days");
    expect(formats.en.span(100)).toBe("100 hours");
    expect(formats.en.span(0)).toBe("0 hours");
  });

  it("counts periods in days, months or whole years", () => {
    expect(inThree((l) => formats[l].period({ months: 6 }))).toEqual([
      "6 månader",
      "6 kuukautta",
      "6 months",
    ]);
    expect(inThree((l) => formats[l].period({ months: 48 }))).toEqual([
      "4 år",
      "4 vuotta",
      "4 years",
    ]);
    expect(formats.en.period({ months: 12 })).toBe("12 months");
    expect(formats.en.period({ months: 18 })).toBe("18 months");
    expect(formats.fi.period({ days: 90 })).toBe("90 päivää");
  });
});

describe("order of names", () => {
  const names = ["Öster", "Zeta", "Åland", "Ängen", "avtal 10", "Avtal 2"];
  it("puts Å, Ä and Ö last in Swedish and Finnish, beside A and O in English", () => {
    const sorted = inThree((l) => names.toSorted(formats[l].compare).join(" | "));
    const nordic = "Avtal 2 | avtal 10 | Zeta | Åland | Ängen | Öster";
    expect(sorted).toEqual([nordic, nordic, "Åland | Ängen | Avtal 2 | avtal 10 | Öster | Zeta"]);
  });

  it("orders names that collate alike by their code units, so that the order is one", () => {
    expect(formats.en.compare("a\u{AD}b", "ab")).not.toBe(0);
    expect(formats.en.compare("ab", "ab")).toBe(0);
  });
});
