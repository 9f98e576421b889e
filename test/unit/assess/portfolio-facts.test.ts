import { describe, expect, it } from "vitest";
import { greatestShare } from "../../../src/assess/greatest-share.ts";
import { observeFact } from "../../support/observe-fact.ts";
import { registerFrom } from "../../support/register-of.ts";

type Fields = Readonly<Record<string, unknown>>;

const CRITICAL = { "life-health": "serious" };
const HARMLESS = {
  override: {
    class: "K1",
    because: "prov",
    by: "ledningen",
    "approved-by": "styrelsen",
    date: "2026-01-01",
  },
};

/** A contract of class K3 or above. */
function critical(id: string, fields: Fields = {}): Fields {
  return { id, title: id, criticality: CRITICAL, ...fields };
}

/** A contract of which nothing is known but its name: it may be of any class. */
function possible(id: string, fields: Fields = {}): Fields {
  return { id, title: id, ...fields };
}

function observe(fact: string, entries: Fields, asOf?: string) {
  return observeFact(fact, registerFrom(entries), asOf);
}

const value = (number: number) => ({ state: "known", value: number });
const bounds = (low: number, high: number) => ({ state: "between", low, high });

describe("links that stand behind several critical contracts", () => {
  const LISTED = { subcontractors: "none", "depends-on": "none" };
  /** Three contracts with a supplier each, whose lists are as given. */
  const three = (lists: Fields, contract: Fields = {}): Fields => ({
    resources: [
      { id: "moln", kind: "platform" },
      { id: "dator", kind: "platform" },
    ],
    suppliers: [
      { id: "x", name: "x", ...LISTED },
      ...["s1", "s2", "s3"].map((id) => ({ id, name: id, ...LISTED, ...lists })),
    ],
    contracts: ["s1", "s2", "s3"].map((id) =>
      critical(`c-${id}`, { suppliers: [id], ...contract }),
    ),
  });
  const SHARED = { subcontractors: [{ supplier: "x", critical: "yes" }] };
  const SECOND = (status: string) => ({ sourcing: { "second-source": status } });

  it.each<[string, Fields, object]>([
    ["a subcontractor of three suppliers", three(SHARED), value(1)],
    ["a platform of three", three({ "depends-on": [{ resource: "moln", sole: "yes" }] }), value(1)],
    [
      "nobody has said whether they can do without",
      three({ subcontractors: [{ supplier: "x" }] }),
      value(1),
    ],
    [
      "both a subcontractor and a platform",
      three({ ...SHARED, "depends-on": [{ resource: "moln" }] }),
      value(2),
    ],
    [
      "the deliveries go on without it",
      three({ subcontractors: [{ supplier: "x", critical: "no" }] }),
      value(0),
    ],
    ["there is another way", three({ "depends-on": [{ resource: "moln", sole: "no" }] }), value(0)],
    [
      "a platform that runs the systems of three",
      three({}, { ict: { hosting: [{ platform: "moln" }] } }),
      value(1),
    ],
    [
      "two platforms, each another way for the other, run by one company",
      three(
        {},
        {
          ict: {
            hosting: [
              { platform: "moln", processor: "x" },
              { platform: "dator", processor: "x" },
            ],
          },
        },
      ),
      value(1),
    ],
    ["nothing shared", three({}), value(0)],
    ["each has a second source", three(SHARED, SECOND("yes")), value(0)],
    ["each has part of a second source", three(SHARED, SECOND("partly")), value(1)],
  ])("%s", (_says, entries, expected) => {
    expect(observe("joint-dependencies", entries)).toMatchObject(expected);
  });

  it("count one that lacks a second source, and a third that has one", () => {
    const { contracts, ...rest } = three(SHARED, SECOND("yes"));
    const [first, ...others] = contracts as readonly Fields[];
    const mixed = [{ ...first, ...SECOND("no") }, ...others];
    expect(observe("joint-dependencies", { ...rest, contracts: mixed })).toMatchObject(value(1));
  });

  it("are two contracts short of common with two, and no matter below K3", () => {
    const { contracts, ...rest } = three(SHARED);
    const [first, ...others] = contracts as readonly Fields[];
    const lowered = [{ ...first, criticality: HARMLESS }, ...others];
    expect(observe("joint-dependencies", { ...rest, contracts: others })).toMatchObject(value(0));
    expect(observe("joint-dependencies", { ...rest, contracts: lowered })).toMatchObject(value(0));
  });

  it("may be common where a third contract may be critical", () => {
    const { contracts, ...rest } = three(SHARED);
    const [, ...others] = contracts as readonly Fields[];
    const open = [possible("c-s1", { suppliers: ["s1"] }), ...others];
    expect(observe("joint-dependencies", { ...rest, contracts: open })).toMatchObject({
      ...bounds(0, 1),
      blanks: ["contracts.c-s1.criticality"],
    });
  });

  it("are found behind several steps, round a circle too", () => {
    const behind = (id: string, to: string) => ({
      id,
      name: id,
      "depends-on": "none",
      subcontractors: [{ supplier: to, critical: "yes" }],
    });
    const suppliers = [
      behind("s1", "x"),
      behind("s2", "y"),
      behind("s3", "z"),
      behind("x", "z"),
      behind("y", "z"),
      // z leans on x again: a circle, but it is no link behind x's own second step.
      behind("z", "x"),
    ];
    const contracts = ["s1", "s2", "s3"].map((id) => critical(`c-${id}`, { suppliers: [id] }));
    // All three lean on z, and through z on x; only the second on y.
    expect(observe("joint-dependencies", { suppliers, contracts })).toMatchObject(value(2));
  });

  it("count a company that is the supplier of one contract and a link behind two", () => {
    const suppliers = [
      { id: "x", name: "x", ...LISTED },
      ...["s1", "s2"].map((id) => ({ id, name: id, ...LISTED, ...SHARED })),
    ];
    const contracts = ["s1", "s2", "x"].map((id) => critical(`c-${id}`, { suppliers: [id] }));
    expect(observe("joint-dependencies", { suppliers, contracts })).toMatchObject(value(1));
    // The supplier of three contracts is concentration in plain sight, no hidden link.
    const plain = ["1", "2", "3"].map((id) => critical(id, { suppliers: ["x"] }));
    expect(observe("joint-dependencies", { suppliers, contracts: plain })).toMatchObject(value(0));
  });

  describe("where lists are blank", () => {
    /** Contracts with a supplier each, the lists of the last ones blank. */
    const blankIn = (blank: number, of: number, lists: Fields = LISTED): Fields => {
      const ids = Array.from({ length: of }, (_, index) => `s${index + 1}`);
      return {
        suppliers: [
          { id: "x", name: "x" },
          ...ids.map((id, index) => ({ id, name: id, ...(index < of - blank ? lists : {}) })),
        ],
        contracts: ids.map((id) => critical(`c-${id}`, { suppliers: [id] })),
      };
    };

    it.each<[string, Fields, object]>([
      ["one of five, the limit", blankIn(1, 5), value(0)],
      [
        "two of nine, above it",
        blankIn(2, 9),
        {
          state: "unknown",
          blanks: [
            "suppliers.s8.subcontractors",
            "suppliers.s8.depends-on",
            "suppliers.s9.subcontractors",
            "suppliers.s9.depends-on",
          ],
        },
      ],
      ["one of four", blankIn(1, 4), { state: "unknown" }],
      ["one is found all the same", blankIn(2, 5, { ...LISTED, ...SHARED }), value(1)],
      [
        "the supplier refuses",
        blankIn(0, 4, { ...LISTED, subcontractors: "refused" }),
        { state: "unknown" },
      ],
      [
        "nobody knows who the supplier is",
        { contracts: [critical("a")] },
        { state: "unknown", blanks: ["contracts.a.suppliers"] },
      ],
    ])("%s", (_says, entries, expected) => {
      expect(observe("joint-dependencies", entries)).toMatchObject(expected);
    });

    it("a contract that may be critical counts where it makes the blank share greater", () => {
      const { suppliers, contracts } = blankIn(1, 5) as Record<string, readonly Fields[]>;
      const open = [...(contracts ?? []), possible("p", { suppliers: ["x"] })];
      expect(observe("joint-dependencies", { suppliers, contracts: open })).toMatchObject({
        state: "unknown",
      });
    });
  });

  it("do not apply where no contract is or may be critical", () => {
    const contracts = [{ id: "a", title: "a", criticality: HARMLESS }];
    for (const fact of ["joint-dependencies", "country-share", "quarter-end-share"])
      expect(observe(fact, { contracts })).toMatchObject({ state: "not-applicable" });
  });
});

describe("the greatest share of critical contracts that lean on one country outside the EEA", () => {
  const CLOSED = { subcontractors: "none", "depends-on": "none" };
  const filter = (origin: unknown, isCritical = "yes") => ({
    chain: { components: [{ name: "filter", origin, critical: isCritical }] },
  });
  const NOTHING = { chain: { components: "none" } };
  /** Contracts of one supplier that leans on nothing, with these fields. */
  const contractsWith = (...fields: readonly Fields[]): Fields => ({
    suppliers: [{ id: "s", name: "s", ...CLOSED }],
    contracts: fields.map((each, index) =>
      critical(`c${index + 1}`, { suppliers: ["s"], ...each }),
    ),
  });

  it.each<[string, Fields, object]>([
    ["one of four in China", contractsWith(filter(["CN"]), NOTHING, NOTHING, NOTHING), value(0.25)],
    [
      "two in China, one in the United Kingdom, one in Norway",
      contractsWith(filter(["CN"]), filter(["CN"]), filter(["GB"]), filter(["NO"])),
      value(0.5),
    ],
    ["two origins", contractsWith(filter(["CN", "DE"]), NOTHING), value(0)],
    ["not critical", contractsWith(filter(["CN"], "no"), NOTHING), value(0)],
    ["all from the EEA", contractsWith(filter(["DE"]), filter(["IS"])), value(0)],
    [
      "nobody has said whether it is critical",
      contractsWith(filter(["CN"], "unknown"), NOTHING),
      { ...bounds(0, 0.5), blanks: ["contracts.c1.chain.components"] },
    ],
    [
      "nobody has said where it comes from",
      contractsWith(filter("unknown"), NOTHING),
      bounds(0, 0.5),
    ],
    [
      "components blank in one of four, China known in another",
      contractsWith(filter(["CN"]), {}, NOTHING, NOTHING),
      bounds(0.25, 0.5),
    ],
  ])("%s", (_says, entries, expected) => {
    expect(observe("country-share", entries)).toMatchObject(expected);
  });

  /** Two contracts without components: the supplier of the first leans on something. */
  const leaningOn = (lists: Fields, more: Fields = {}): Fields => ({
    resources: [
      { id: "us-moln", kind: "platform", country: "US" },
      { id: "nagonstans", kind: "route" },
    ],
    suppliers: [
      { id: "s", name: "s", ...CLOSED, ...lists },
      { id: "t", name: "t", ...CLOSED, sites: [{ id: "verk", country: "TR" }] },
      { id: "gb", name: "gb", country: "GB", ...more },
      { id: "fi", name: "fi", country: "FI", "depends-on": [{ resource: "us-moln", sole: "yes" }] },
    ],
    contracts: [
      critical("a", { suppliers: ["s"], ...NOTHING }),
      critical("b", { suppliers: ["t"], ...NOTHING }),
    ],
  });

  it.each<[string, Fields, object]>([
    ["a platform", leaningOn({ "depends-on": [{ resource: "us-moln", sole: "yes" }] }), value(0.5)],
    ["a site", leaningOn({ "depends-on": [{ site: "verk", sole: "yes" }] }), value(0.5)],
    ["a company", leaningOn({ "depends-on": [{ supplier: "gb", sole: "yes" }] }), value(0.5)],
    [
      "a subcontractor",
      leaningOn({ subcontractors: [{ supplier: "gb", critical: "yes" }] }),
      value(0.5),
    ],
    [
      "two steps away",
      leaningOn({ subcontractors: [{ supplier: "fi", critical: "yes" }] }),
      value(0.5),
    ],
    [
      "not the only way",
      leaningOn({ "depends-on": [{ resource: "us-moln", sole: "no" }] }),
      value(0),
    ],
    [
      "nobody has said whether it is the only way",
      leaningOn({ "depends-on": [{ resource: "us-moln" }] }),
      { ...bounds(0, 0.5), blanks: ["suppliers.s.depends-on"] },
    ],
    [
      "nobody has said whether the company on the way is",
      leaningOn({ "depends-on": [{ supplier: "fi" }] }),
      { ...bounds(0, 0.5), blanks: ["suppliers.s.depends-on"] },
    ],
    [
      "nobody has said where it is",
      leaningOn({ "depends-on": [{ resource: "nagonstans", sole: "yes" }] }),
      { ...bounds(0, 0.5), blanks: ["resources.nagonstans.country"] },
    ],
    [
      "subcontractors blank",
      leaningOn({ subcontractors: "unknown" }),
      { ...bounds(0, 0.5), blanks: ["suppliers.s.subcontractors"] },
    ],
  ])("through a supplier: %s", (_says, entries, expected) => {
    expect(observe("country-share", entries)).toMatchObject(expected);
  });

  it("is bounded where a contract may be critical", () => {
    const { suppliers, contracts } = contractsWith(filter(["CN"]), NOTHING, NOTHING) as Record<
      string,
      readonly Fields[]
    >;
    const more = (fields: Fields) => ({
      suppliers,
      contracts: [...(contracts ?? []), possible("p", { suppliers: ["s"], ...fields })],
    });
    // With p there are one or two of four, without it one of three.
    expect(observe("country-share", more(filter(["CN"])))).toMatchObject(bounds(1 / 3, 2 / 4));
    expect(observe("country-share", more(NOTHING))).toMatchObject({
      ...bounds(1 / 4, 1 / 3),
      blanks: ["contracts.p.criticality"],
    });
  });
});

describe("the greatest share of critical contracts that end in one quarter", () => {
  const endsOn = (end: string, ...options: readonly Fields[]) => ({
    term: { end, ...(options.length > 0 ? { options } : {}) },
  });
  const contractsWith = (...fields: readonly Fields[]): Fields => ({
    contracts: fields.map((each, index) => critical(`c${index + 1}`, each)),
  });
  const option = (exercised: string, extend = "12 months") => ({ extends: extend, exercised });
  const OPEN = { term: { "open-ended": "yes" } };

  it.each<[string, Fields, object]>([
    [
      "three of ten in the first quarter of 2027",
      contractsWith(
        endsOn("2027-01-01"),
        endsOn("2027-02-15"),
        endsOn("2027-03-31"),
        endsOn("2027-04-01"),
        endsOn("2026-12-31"),
        endsOn("2028-03-31"),
        endsOn("2027-07-31"),
        endsOn("2027-12-31"),
        endsOn("2030-01-31"),
        endsOn("2030-02-28"),
      ),
      value(0.3),
    ],
    // The 24 months end on 24 November 2028; later ends are not looked at.
    ["the last day of 24 months", contractsWith(endsOn("2028-11-24"), OPEN), value(0.5)],
    ["the day after", contractsWith(endsOn("2028-11-25"), OPEN), value(0)],
    ["the day of assessment", contractsWith(endsOn("2026-11-24"), OPEN), value(0.5)],
    [
      "contracts without an end count in the whole",
      contractsWith(endsOn("2027-01-31"), OPEN, OPEN, OPEN),
      value(0.25),
    ],
    [
      "an option in use moves the end",
      contractsWith(endsOn("2027-01-31", option("yes")), endsOn("2027-02-28")),
      value(0.5),
    ],
    [
      "an option turned down does not",
      contractsWith(endsOn("2027-01-31", option("no")), endsOn("2027-02-28")),
      value(1),
    ],
    [
      "an option nobody has decided",
      contractsWith(endsOn("2027-01-31", option("unknown")), endsOn("2027-02-28"), OPEN, OPEN),
      { ...bounds(0.25, 0.5), blanks: ["contracts.c1.term.options.0.exercised"] },
    ],
    [
      "an undecided option leaves two ends and none between",
      contractsWith(endsOn("2027-01-31", option("unknown")), endsOn("2027-08-31"), OPEN, OPEN),
      value(0.25),
    ],
    [
      "two undecided options may leave any end between",
      contractsWith(
        endsOn("2027-01-31", option("unknown", "6 months"), option("unknown", "6 months")),
        endsOn("2027-08-31"),
        OPEN,
        OPEN,
      ),
      bounds(0.25, 0.5),
    ],
    [
      "an option in use of unknown length",
      contractsWith(endsOn("2027-01-31", { exercised: "yes" }), endsOn("2028-08-31"), OPEN, OPEN),
      { ...bounds(0.25, 0.5), blanks: ["contracts.c1.term.options.0.extends"] },
    ],
    [
      "an undecided option within one quarter",
      contractsWith(endsOn("2027-01-31", option("unknown", "1 months")), OPEN),
      value(0.5),
    ],
    [
      "an end nobody has written",
      contractsWith({}, endsOn("2027-01-31"), OPEN, OPEN),
      { ...bounds(0.25, 0.5), blanks: ["contracts.c1.term.end"] },
    ],
  ])("%s", (_says, entries, expected) => {
    expect(observe("quarter-end-share", entries)).toMatchObject(expected);
  });

  it("is bounded where a contract may be critical", () => {
    const certain = [endsOn("2027-01-31"), OPEN, OPEN].map((each, index) =>
      critical(`c${index}`, each),
    );
    const more = (fields: Fields) => ({ contracts: [...certain, possible("p", fields)] });
    expect(observe("quarter-end-share", more(endsOn("2027-03-31")))).toMatchObject({
      ...bounds(1 / 3, 2 / 4),
      blanks: ["contracts.p.criticality"],
    });
    expect(observe("quarter-end-share", more(OPEN))).toMatchObject(bounds(1 / 4, 1 / 3));
  });
});

describe("bounds of a greatest share", () => {
  const NONE = new Set<string>();
  const at = (...keys: readonly string[]) => ({ sure: new Set(keys), may: NONE });
  const maybeAt = (...keys: readonly string[]) => ({ sure: NONE, may: new Set(keys) });
  const ANYWHERE = { sure: NONE, may: "anywhere" } as const;

  it("is nothing of nothing", () => {
    expect(greatestShare([], [])).toEqual({ low: 0, high: 0 });
  });

  it("joins what may stand anywhere with the greatest, or under a key that nobody has named", () => {
    expect(greatestShare([at("a"), ANYWHERE, at(), at()], [])).toEqual({ low: 0.25, high: 0.5 });
    expect(greatestShare([ANYWHERE, ANYWHERE, at(), at()], [])).toEqual({ low: 0, high: 0.5 });
  });

  it("keeps keys apart", () => {
    expect(greatestShare([at("a"), at("b"), maybeAt("b"), at()], [])).toEqual({
      low: 0.25,
      high: 0.5,
    });
  });
});
