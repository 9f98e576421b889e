import { describe, expect, test } from "vitest";
import { selectClauses } from "../../../src/draft/select.ts";
import type { SelectionRequest } from "../../../src/draft/selection.ts";
import type { ContractAssessment } from "../../../src/model/assessment.ts";
import type { Clause } from "../../../src/model/clause.ts";
import type { Preset } from "../../../src/model/preset.ts";
import {
  assessedOf,
  byId,
  clauseOf,
  criterionOf,
  draftOf,
  isPresentTest,
  judgementOf,
} from "./cases.ts";

function presetOf(id: string, clauses: readonly string[], change: Partial<Preset> = {}): Preset {
  return {
    id,
    types: ["goods"],
    classes: ["K3", "K4"],
    clauses,
    statutory: false,
    sources: [
      { act: "612/2021", section: "15 §", url: undefined, checked: undefined, mark: "V-old" },
    ],
    text: {
      sv: { name: `set ${id}`, why: "Why." },
      fi: { name: `set ${id}`, why: "Why." },
      en: { name: `set ${id}`, why: "Why." },
    },
    ...change,
  };
}

function select(
  contract: ContractAssessment,
  clauses: readonly Clause[],
  change: Partial<SelectionRequest> = {},
) {
  const selection = selectClauses({
    contract,
    library: byId(clauses),
    criteria: new Map(),
    allGaps: false,
    asked: [],
    without: [],
    ...change,
  });
  return {
    chosen: selection.chosen.map(
      ({ clause, reasons }) => `${clause.id}: ${reasons.map(({ kind }) => kind).join(", ")}`,
    ),
    omitted: selection.omitted.map(({ clause, because, by }) => [clause, because, by]),
  };
}

const A = clauseOf("a", "DC-01");
const B = clauseOf("b", "DC-02", { classes: ["K4"] });
const C = clauseOf("c", "DC-03");

describe("a set that is asked for", () => {
  const preset = presetOf("p", ["a", "b", "c", "gone"]);

  test("brings in what suits the contract, and says why the rest stays out", () => {
    const contract = assessedOf([], { clauses: { c: "present" } });
    expect(select(contract, [A, B, C], { preset })).toEqual({
      chosen: ["a: preset"],
      omitted: [
        ["b", "not-proportionate", undefined],
        ["c", "present", undefined],
        ["gone", "not-in-library", undefined],
      ],
    });
  });

  test.each([{ low: "K2" as const }, { contract: { type: "works" as const } }])(
    "is not meant for %j",
    (change) => {
      const { chosen, omitted } = select(assessedOf([], {}, change), [A], { preset });
      expect(chosen).toEqual([]);
      expect(omitted[0]).toEqual(["a", "preset-not-meant", undefined]);
    },
  );
});

describe("what the law demands", () => {
  const law = presetOf("law", ["a", "b", "c"], {
    statutory: true,
    types: ["social-health"],
    classes: ["K1", "K2", "K3", "K4"],
  });
  const care = (raw = {}) =>
    assessedOf([], raw, { contract: { type: "social-health" }, low: "K1" });

  test("comes in at every class, without a finding, but not twice", () => {
    const contract = care({ clauses: { c: "present" } });
    expect(select(contract, [A, B, C], { mandatory: [law] })).toEqual({
      chosen: ["a: mandatory", "b: mandatory"],
      omitted: [["c", "present", undefined]],
    });
  });

  test("comes in beside a list that lacks it, and also where the shortfall is accepted", () => {
    const criterion = criterionOf("on-a", ["a"], { statutory: true });
    const contract = {
      ...care(),
      judgements: [judgementOf("on-a", "not-met", { accepted: true })],
    };
    const change = { mandatory: [law], only: ["c"], asked: ["c"], criteria: byId([criterion]) };
    expect(select(contract, [A, B, C], change).chosen).toEqual([
      "a: mandatory",
      "b: mandatory",
      "c: asked, mandatory",
    ]);
  });

  test("is not asked of others, nor where nobody has said what is bought", () => {
    expect(select(assessedOf([]), [A], { mandatory: [law] }).chosen).toEqual([]);
    const untyped = assessedOf([], {}, { contract: { type: undefined } });
    expect(select(untyped, [A], { mandatory: [law] }).chosen).toEqual([]);
  });

  test("is named as statutory in the draft, with its source", () => {
    const draft = draftOf(care(), [A, B, C], [], {}, "en", { mandatory: [law] });
    const reason = draft.parts[0]?.clauses[0]?.reasons[0];
    expect(reason).toMatchObject({ kind: "statutory", criterion: undefined });
    expect(reason?.text).toMatch(/^Required by law .*set law/u);
    expect(reason?.sources.map(({ text }) => text)).toEqual(["612/2021, 15\u{A0}§"]);
  });

  test("left out, it stands in the draft with the reason that was given", () => {
    const options = { without: ["a"], because: "The framework has it." };
    const draft = draftOf(care(), [A, B, C], [], options, "en", { mandatory: [law] });
    const left = draft.parts[0]?.leftOut.find(({ clause }) => clause === "a");
    expect(left?.why).toBe(
      "required by law, but taken out by the person who made the draft: The framework has it.",
    );
    expect(draft.parts[0]?.checks.map(({ finding }) => finding.code)).toContain("D011");
  });
});

describe("clauses that exclude each other", () => {
  const own = clauseOf("own", "DC-05", { excludes: ["other"] });
  const other = clauseOf("other", "DC-06");

  test("the first by code stays when the reasons are equal", () => {
    expect(select(assessedOf([]), [own, other], { asked: ["other", "own"] })).toEqual({
      chosen: ["own: asked"],
      omitted: [["other", "excluded", "own"]],
    });
  });

  test("the stronger reason stays, whichever of them says so", () => {
    const preset = presetOf("p", ["own"]);
    expect(select(assessedOf([]), [own, other], { asked: ["other"], preset })).toEqual({
      chosen: ["other: asked"],
      omitted: [["own", "excluded", "other"]],
    });
  });

  test("a need takes the alternative that nothing excludes", () => {
    const needy = clauseOf("needy", "DC-01", { needs: [["other", "a"]] });
    expect(select(assessedOf([]), [needy, own, other, A], { asked: ["needy", "own"] })).toEqual({
      chosen: ["needy: asked", "a: needed-by", "own: asked"].sort((left, right) =>
        left.startsWith("own") ? 1 : right.startsWith("own") ? -1 : 0,
      ),
      omitted: [["other", "not-called-for", undefined]],
    });
  });
});

describe("a list of clauses", () => {
  const criteria = ["a", "c"].map((id) => criterionOf(`on-${id}`, [id]));
  const contract = assessedOf(criteria.map(({ id }) => judgementOf(id, "not-met")));

  test("takes these and what they need, and says which gaps it passes over", () => {
    const needy = clauseOf("a", "DC-01", { needs: [["d"]] });
    const change = { asked: ["a"], only: ["a"], criteria: byId(criteria) };
    expect(select(contract, [needy, C, clauseOf("d", "DC-04")], change)).toEqual({
      chosen: ["a: asked, gap", "d: needed-by"],
      omitted: [["c", "not-listed", undefined]],
    });
  });
});

test("what suits the contract but nothing calls for is left out, and said", () => {
  expect(select(assessedOf([]), [A, C], { asked: ["a"] }).omitted).toEqual([
    ["c", "not-called-for", undefined],
  ]);
});

test("a clause that is not for such a contract is not missing beside one that needs it", () => {
  const data = clauseOf("data", "DC-14", { applies: isPresentTest("x") });
  const stepIn = clauseOf("step-in", "DC-19", { needs: [["data"]] });
  const selection = selectClauses({
    contract: assessedOf([]),
    library: byId([stepIn, data]),
    criteria: new Map(),
    allGaps: false,
    asked: ["step-in"],
    without: [],
    applies: () => "false",
  });
  expect(selection.chosen[0]?.remarks).toEqual([]);
  expect(selection.omitted).toEqual([{ clause: "data", because: "does-not-apply", by: undefined }]);
});
