import fc from "fast-check";
import type { Raw, RawObject } from "../../src/model/values.ts";
import type { Setting } from "./small-contract.ts";
import { SEPARATE_UNITS, SHARED_UNITS, UNIT_STATES, fieldsOf } from "./small-contract.ts";

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const word = (...words: readonly string[]): fc.Arbitrary<string | undefined> =>
  maybe(fc.constantFrom(...words));

const criticality = fc.record({
  "life-health": word("none", "indirect", "serious", "life-threatening"),
  "statutory-duty": word("none", "supports", "delivers", "uninterruptible"),
  mtpd: word("4 h", "48 h", "96 h", "500 h"),
  dependents: maybe(fc.constantFrom<Raw>("none", 1, 3)),
  people: maybe(fc.constantFrom(10, 100, 1000)),
  override: maybe(
    fc.record({
      class: fc.constantFrom("K1", "K4"),
      because: fc.constant("local knowledge"),
      by: fc.constant("head of procurement"),
      "approved-by": word("director"),
    }),
  ),
});

const settings: fc.Arbitrary<readonly Setting[]> = fc.tuple(
  ...[...SEPARATE_UNITS, ...SHARED_UNITS].map((unit) =>
    maybe(fc.constantFrom(...UNIT_STATES)).map((state): Setting => [unit, state]),
  ),
);

const contract = fc.record({
  stage: word("planned", "tendering", "in-force", "ended"),
  type: word("goods", "services", "ict", "works", "social-health"),
  suppliers: maybe(
    fc.constantFrom<Raw>(
      "none",
      ["s1"],
      ["s1", "s2"],
      [
        { supplier: "s2", share: "60 %" },
        { supplier: "s1", share: "40 %" },
      ],
    ),
  ),
  value: maybe(
    fc.record({
      "per-year": fc.integer({ min: 1, max: 3_000_001 }),
      currency: fc.constantFrom("EUR", "SEK"),
    }),
  ),
  criticality: maybe(criticality),
  accepted: maybe(
    fc.constantFrom<Raw>(
      [
        {
          criterion: "second-source",
          because: "one maker only",
          by: "director",
          until: "2027-06-30",
        },
      ],
      [
        {
          criterion: "buffer-stock",
          because: "waits for the new store",
          by: "director",
          until: "2026-06-30",
        },
      ],
    ),
  ),
  settings,
});

/** The entries of a register: some contracts in every state of life and of knowledge, and two suppliers. */
export const generatedRegister: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .record({
    contracts: fc.array(contract, { minLength: 1, maxLength: 6 }),
    languages: maybe(fc.constantFrom(["sv", "fi"], ["fi"], ["en"])),
    trained: maybe(fc.constantFrom("2026-03-01", "none")),
  })
  .map(({ contracts, languages, trained }) => ({
    organisation: {
      id: "test-buyer",
      name: "The buyer",
      ...(languages === undefined ? {} : { languages }),
    },
    suppliers: ["s1", "s2"].map((id, at) => ({
      id,
      name: id.toUpperCase(),
      ...supplierPart(contracts[at]?.settings ?? []),
    })),
    contracts: contracts.map(({ settings: chosen, ...fields }, at) => {
      const { contract: written } = fieldsOf(chosen);
      const owner =
        trained === undefined
          ? {}
          : { owner: { ...(written["owner"] as RawObject | undefined), trained } };
      return withoutBlanks({
        id: `C-${at}`,
        title: at % 2 === 0 ? "A title" : { sv: "En titel" },
        ...written,
        ...fields,
        ...owner,
      });
    }),
  }));

function supplierPart(chosen: readonly Setting[]): RawObject {
  return fieldsOf(chosen).supplier;
}

/** What is undefined is left out, at every depth. */
function withoutBlanks(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
