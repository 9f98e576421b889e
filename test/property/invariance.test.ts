import { CORE_SCHEMA, load } from "js-yaml";
import { describe, expect, it } from "vitest";
import type { Assessment, Finding, Judgement } from "../../src/model/assessment.ts";
import type { Register } from "../../src/model/register.ts";
import type { Raw, RawObject } from "../../src/model/values.ts";
import { isRawList, isRawObject } from "../../src/model/values.ts";
import { assessRegister } from "../support/assess-register.ts";
import { exampleFiles, loadFiles } from "../support/register-of.ts";

type Files = Readonly<Record<string, string>>;

const EXAMPLES = ["ten-contracts", "kommun", "hyvinvointialue"].map(
  (name) => [name, registerFiles(name)] as const,
);

/** The register's files of an example, as one value each. */
function registerFiles(name: string): Readonly<Record<string, RawObject>> {
  const files: Record<string, RawObject> = {};
  for (const [path, text] of Object.entries(exampleFiles(name))) {
    const value = load(text, { schema: CORE_SCHEMA }) as Raw;
    if (isRawObject(value) && value["kind"] === "register") files[path] = value;
  }
  return files;
}

function written(
  files: Readonly<Record<string, RawObject>>,
  change: (value: RawObject) => Raw = (value) => value,
): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, value]) => [path, JSON.stringify(change(value))]),
  );
}

function assessFiles(files: Files): Assessment {
  return assessRegister(loadFiles(files).register);
}

/** What a judgement says, without where it was read. */
function saidBy({ evidence: _evidence, ...said }: Judgement): object {
  return { ...said, blanks: [...said.blanks].sort() };
}

function findingOf({ evidence: _evidence, rank: _rank, ...said }: Finding): object {
  return { ...said, blanks: [...said.blanks].sort() };
}

/** All that an assessment says, by id, with sums of many numbers rounded: their order is not ours to fix. */
function saidIn(
  assessment: Assessment,
  rename: (text: string) => string = (text) => text,
): unknown {
  const byId = (entries: readonly (readonly [string, object])[]): Record<string, object> =>
    Object.fromEntries([...entries].sort((left, right) => (left[0] < right[0] ? -1 : 1)));
  const said = {
    contracts: byId(
      assessment.contracts.map(
        ({
          contract,
          classification,
          preparedness,
          judgements,
          supplierJudgements,
          priority,
          value,
        }) => [
          contract.id,
          {
            classification: {
              ...classification,
              inheritedFrom: [...classification.inheritedFrom].sort(),
            },
            bounds: preparedness?.bounds,
            unknownShare: preparedness?.unknownShare,
            grade: preparedness?.grade,
            judgements: judgements.map(saidBy),
            supplierJudgements: byId(
              supplierJudgements.map((each) => [
                `${each.criterion} ${each.supplier}`,
                saidBy(each),
              ]),
            ),
            priority,
            value,
          },
        ],
      ),
    ),
    suppliers: byId(
      assessment.suppliers.map(({ supplier, class: of, judgements, preparedness }) => [
        supplier.id,
        { of, judgements: judgements.map(saidBy), bounds: preparedness?.bounds },
      ]),
    ),
    organisation: assessment.organisationJudgements.map(saidBy),
    portfolio: assessment.portfolioJudgements.map(saidBy),
    classes: assessment.classes,
    preparednessByClass: assessment.preparednessByClass,
    counts: assessment.counts,
    coverage: [...assessment.coverage],
    ended: assessment.ended.map(({ id }) => id).sort(),
    findings: assessment.findings.map(findingOf),
  };
  const { findings, ...rest } = JSON.parse(rename(JSON.stringify(said, rounded))) as RawObject & {
    readonly findings: readonly Raw[];
  };
  return {
    rest: sorted(rest),
    findings: findings.map((each) => JSON.stringify(sorted(each))).sort(),
  };
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(10)) : value;
}

/** Lists of texts in order: names may have changed it. */
function sorted(value: Raw): Raw {
  if (isRawList(value)) {
    const items = value.map(sorted);
    return items.every((each) => typeof each === "string") ? [...items].sort() : items;
  }
  if (!isRawObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, each]) => [key, sorted(each ?? null)]),
  );
}

function turnedKeys(value: Raw): Raw {
  if (isRawList(value)) return value.map(turnedKeys);
  if (!isRawObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, turnedKeys(each ?? null)]),
  );
}

function turnedLists(value: RawObject): RawObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, isRawList(each) ? [...each].reverse() : each]),
  );
}

/** Another id for every contract, supplier, function, resource and action, in the opposite order. */
function renamesFor(register: Register): ReadonlyMap<string, string> {
  const { contracts, suppliers, functions, resources, actions } = register;
  const ids = [
    ...new Set(
      [...contracts, ...suppliers, ...functions, ...resources, ...actions].map(({ id }) => id),
    ),
  ].sort();
  return new Map(ids.map((id, index) => [id, `q${String(ids.length - index).padStart(4, "0")}q`]));
}

function renamedIn(value: Raw, renames: ReadonlyMap<string, string>): Raw {
  if (typeof value === "string") return renames.get(value) ?? value;
  if (isRawList(value)) return value.map((each) => renamedIn(each, renames));
  if (!isRawObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, renamedIn(each ?? null, renames)]),
  );
}

describe.each(EXAMPLES)("the assessment of %s", (_name, files) => {
  const expected = assessFiles(written(files));

  it("is deeply equal when it is made again", () => {
    const { register } = loadFiles(written(files));
    expect(assessRegister(register)).toEqual(assessRegister(register));
    expect(assessFiles(written(files))).toEqual(expected);
  });

  it("does not depend on the order of keys", () => {
    const again = assessFiles(written(files, turnedKeys));
    expect(saidIn(again)).toEqual(saidIn(expected));
    expect(again.findings.map(findingOf)).toEqual(expected.findings.map(findingOf));
  });

  it("does not depend on the order of contracts, suppliers and functions", () => {
    const again = assessFiles(written(files, turnedLists));
    expect(saidIn(again)).toEqual(saidIn(expected));
  });

  it("does not depend on how the register is divided over files", () => {
    const names = Object.keys(files);
    const turned = Object.fromEntries(
      Object.values(files).map((value, index) => [`${names.length - index}.yaml`, value]),
    );
    expect(saidIn(assessFiles(written(turned)))).toEqual(saidIn(expected));
    const split = Object.entries(files).flatMap(([path, { contracts, ...rest }]) => [
      [`z-${path}`, rest] as const,
      ...(isRawList(contracts)
        ? contracts.map(
            (each, index) =>
              [`a-${index}-${path}`, { kind: "register", version: 1, contracts: [each] }] as const,
          )
        : []),
    ]);
    expect(saidIn(assessFiles(written(Object.fromEntries(split))))).toEqual(saidIn(expected));
  });

  it("changes in nothing but ids when ids change", () => {
    const renames = renamesFor(loadFiles(written(files)).register);
    const again = assessFiles(written(files, (value) => renamedIn(value, renames)));
    const back = new Map([...renames].map(([id, other]) => [other, id]));
    const restored = (text: string): string =>
      text.replace(/q\d{4}q/gu, (id) => back.get(id) ?? id);
    expect(JSON.stringify(saidIn(again))).toMatch(/q\d{4}q/u);
    expect(saidIn(again, restored)).toEqual(saidIn(expected));
  });
});
