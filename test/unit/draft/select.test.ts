import type { Clause } from "../../../src/model/clause.ts";
import { describe, expect, test } from "vitest";
import type { ContractAssessment } from "../../../src/model/assessment.ts";
import type { Criterion } from "../../../src/model/criterion.ts";
import { selectClauses } from "../../../src/draft/select.ts";
import type { SelectionRequest } from "../../../src/draft/selection.ts";
import { assessedOf, byId, clauseOf, criterionOf, isPresentTest, judgementOf } from "./cases.ts";

function select(
  contract: ContractAssessment,
  clauses: readonly Clause[],
  criteria: readonly Criterion[],
  change: Partial<SelectionRequest> = {},
) {
  const selection = selectClauses({
    contract,
    library: byId(clauses),
    criteria: byId(criteria),
    allGaps: false,
    asked: [],
    without: [],
    ...change,
  });
  return {
    chosen: selection.chosen.map(({ clause, reasons }) => ({
      id: clause.id,
      why: reasons.map((reason) =>
        reason.kind === "needed-by" ? `for ${reason.clauses.join("+")}` : reason.kind,
      ),
    })),
    remarks: selection.chosen.flatMap(({ clause, remarks }) =>
      remarks.map(({ kind }) => `${clause.id} ${kind}`),
    ),
    omitted: Object.fromEntries(selection.omitted.map(({ clause, because }) => [clause, because])),
    unknown: selection.unknown.map(({ criterion, drafted }) => ({ id: criterion.id, drafted })),
  };
}

const NOTICE = clauseOf("notice", "DC-02");
const STOCK = clauseOf("stock", "DC-05", { needs: [["change", "option"]] });
const CHANGE = clauseOf("change", "DC-16");
const OPTION = clauseOf("option", "DC-17");
const ON_NOTICE = criterionOf("on-notice", ["notice"]);
const ON_STOCK = criterionOf("on-stock", ["stock"]);

describe("gaps", () => {
  test("a gap brings in its clause, also when it is half closed; what is met does not", () => {
    const contract = assessedOf([
      judgementOf("on-stock", "not-met", { partial: true }),
      judgementOf("on-notice", "met"),
    ]);
    expect(select(contract, [NOTICE, STOCK, CHANGE], [ON_NOTICE, ON_STOCK]).chosen).toEqual([
      { id: "stock", why: ["gap"] },
      { id: "change", why: ["for stock"] },
    ]);
  });

  test("what the law demands is statutory at every class, and from the supplier's judgements too", () => {
    const law = criterionOf("law", ["late"], { statutory: true, level: "supplier" });
    const contract: ContractAssessment = {
      ...assessedOf([], {}, { low: "K1" }),
      supplierJudgements: [{ ...judgementOf("law", "not-met"), supplier: "s" }],
    };
    const late = clauseOf("late", "DC-21", { classes: ["K3", "K4"] });
    expect(select(contract, [late], [law]).chosen).toEqual([{ id: "late", why: ["statutory"] }]);
  });

  test("the same gap at several suppliers is one reason, known where it is known of any", () => {
    const law = criterionOf("law", ["notice"], { statutory: true, level: "supplier" });
    const verdicts = ["unknown", "not-met", "not-met"] as const;
    const contract: ContractAssessment = {
      ...assessedOf([]),
      supplierJudgements: verdicts.map((verdict, index) => ({
        ...judgementOf("law", verdict),
        supplier: `s${String(index)}`,
      })),
    };
    const selection = selectClauses({
      contract,
      library: byId([NOTICE]),
      criteria: byId([law]),
      allGaps: true,
      asked: [],
      without: [],
    });
    const reasons = selection.chosen[0]?.reasons.map((reason) =>
      "judgement" in reason ? reason.judgement.verdict : reason.kind,
    );
    expect(reasons).toEqual(["not-met"]);
  });

  test("a supplier's gap that no law demands is not the contract's", () => {
    const contract: ContractAssessment = {
      ...assessedOf([]),
      supplierJudgements: [{ ...judgementOf("on-notice", "not-met"), supplier: "s" }],
    };
    expect(select(contract, [NOTICE], [{ ...ON_NOTICE, level: "supplier" }]).chosen).toEqual([]);
  });

  test("an accepted shortfall is left alone, and said", () => {
    const contract = assessedOf([judgementOf("on-notice", "not-met", { accepted: true })]);
    const { chosen, omitted } = select(contract, [NOTICE], [ON_NOTICE]);
    expect(chosen).toEqual([]);
    expect(omitted).toEqual({ notice: "accepted" });
  });

  test("a clause that is present is drafted again only when the criterion finds fault with it", () => {
    const raw = { clauses: { notice: { status: "present", parameters: { hours: "48 h" } } } };
    const elsewhere = criterionOf("practice", ["notice"], { met: isPresentTest("other") });
    const parameter = { ...isPresentTest("notice"), field: "clauses.notice.parameters.hours" };
    const onHours = criterionOf("on-notice", ["notice"], {
      met: { join: "all", of: [isPresentTest("notice"), parameter] },
    });
    const weak = assessedOf([judgementOf("on-notice", "not-met", { partial: true })], raw);
    const other = assessedOf([judgementOf("practice", "not-met")], raw);
    expect(select(weak, [NOTICE], [onHours]).chosen).toEqual([{ id: "notice", why: ["gap"] }]);
    // It reads only whether the clause is there: the fault lies elsewhere.
    expect(select(weak, [NOTICE], [ON_NOTICE])).toMatchObject({
      chosen: [],
      omitted: { notice: "present" },
    });
    expect(select(other, [NOTICE], [elsewhere])).toMatchObject({
      chosen: [],
      omitted: { notice: "present" },
    });
  });
});

describe("what is left out", () => {
  test("says why", () => {
    const works = clauseOf("works", "DC-18", { types: ["works"] });
    const high = clauseOf("high", "DC-19", { classes: ["K4"] });
    const criteria = ["nowhere", "works", "high", "gone"].map((id) =>
      criterionOf(`on-${id}`, [id]),
    );
    const contract = assessedOf(criteria.map(({ id }) => judgementOf(id, "not-met")));
    const { chosen, omitted } = select(
      contract,
      [works, high, clauseOf("gone", "DC-20")],
      criteria,
      {
        without: ["gone"],
      },
    );
    expect(chosen).toEqual([]);
    expect(omitted).toEqual({
      nowhere: "not-in-library",
      works: "not-for-type",
      high: "not-proportionate",
      gone: "removed",
    });
  });

  test("a class that may be K4 never brings in K4's terms", () => {
    const high = clauseOf("high", "DC-19", { classes: ["K4"] });
    const criterion = criterionOf("on-high", ["high"]);
    const contract = assessedOf(
      [
        judgementOf("on-high", "unknown", {
          dependsOnClass: { K3: "not-applicable", K4: "not-met" },
        }),
      ],
      {},
      { low: "K3", high: "K4" },
    );
    const result = select(contract, [high], [criterion], { allGaps: true });
    expect(result.chosen).toEqual([]);
    expect(result.omitted).toEqual({ high: "not-proportionate" });
    expect(result.unknown).toEqual([{ id: "on-high", drafted: false }]);
  });

  test("nor where the gap is there at both ends", () => {
    const high = clauseOf("high", "DC-19", { classes: ["K4"] });
    const contract = assessedOf([judgementOf("on-high", "not-met")], {}, { low: "K3", high: "K4" });
    expect(select(contract, [high], [criterionOf("on-high", ["high"])])).toMatchObject({
      chosen: [],
      omitted: { high: "not-proportionate" },
    });
  });

  test("a gap at the lowest class is a gap whatever the highest says", () => {
    const contract = assessedOf(
      [judgementOf("on-notice", "unknown", { dependsOnClass: { K2: "not-met", K3: "met" } })],
      {},
      { low: "K2", high: "K3" },
    );
    expect(select(contract, [NOTICE], [ON_NOTICE]).chosen).toEqual([
      { id: "notice", why: ["gap"] },
    ]);
  });
});

describe("unknown gaps", () => {
  const unknown = [judgementOf("on-notice", "unknown")];

  test("are questions, not clauses", () => {
    expect(select(assessedOf(unknown), [NOTICE], [ON_NOTICE])).toMatchObject({
      chosen: [],
      unknown: [{ id: "on-notice", drafted: false }],
    });
  });

  test.each(["planned", "tendering"] as const)("are drafted for a contract that is %s", (stage) => {
    const contract = assessedOf(unknown, {}, { contract: { stage } });
    expect(select(contract, [NOTICE], [ON_NOTICE])).toMatchObject({
      chosen: [{ id: "notice" }],
      unknown: [{ id: "on-notice", drafted: true }],
    });
  });

  test("are drafted when all gaps are asked for", () => {
    const { chosen } = select(assessedOf(unknown), [NOTICE], [ON_NOTICE], { allGaps: true });
    expect(chosen.map(({ id }) => id)).toEqual(["notice"]);
  });
});

describe("what a clause leans on", () => {
  const contract = assessedOf([judgementOf("on-stock", "not-met")]);

  test("the first alternative that the library has", () => {
    const { chosen } = select(contract, [STOCK, OPTION], [ON_STOCK]);
    expect(chosen).toEqual([
      { id: "stock", why: ["gap"] },
      { id: "option", why: ["for stock"] },
    ]);
  });

  test("one that is chosen anyway serves, without another", () => {
    const gap = criterionOf("on-option", ["option"]);
    const both = assessedOf([
      judgementOf("on-stock", "not-met"),
      judgementOf("on-option", "not-met"),
    ]);
    expect(select(both, [STOCK, CHANGE, OPTION], [ON_STOCK, gap]).chosen).toEqual([
      { id: "stock", why: ["gap"] },
      { id: "option", why: ["gap", "for stock"] },
    ]);
  });

  test("nothing when the contract has it already", () => {
    const having = assessedOf([judgementOf("on-stock", "not-met")], {
      clauses: { change: "present" },
    });
    expect(select(having, [STOCK, CHANGE, OPTION], [ON_STOCK])).toMatchObject({
      chosen: [{ id: "stock" }],
      remarks: [],
    });
  });

  test.each(["partly", "general-terms-only", "none"])(
    "half a clause (%s) does not serve",
    (status) => {
      const half = assessedOf([judgementOf("on-stock", "not-met")], {
        clauses: { change: { status } },
      });
      expect(select(half, [STOCK, CHANGE], [ON_STOCK]).chosen.map(({ id }) => id)).toEqual([
        "stock",
        "change",
      ]);
    },
  );

  test("is followed further, and cycles end", () => {
    const first = clauseOf("first", "DC-01", { needs: [["second"]] });
    const second = clauseOf("second", "DC-02", { needs: [["third"]] });
    const third = clauseOf("third", "DC-03", { needs: [["first"]] });
    const gap = criterionOf("gap", ["first"]);
    expect(
      select(assessedOf([judgementOf("gap", "not-met")]), [third, second, first], [gap]).chosen,
    ).toEqual([
      { id: "first", why: ["gap", "for third"] },
      { id: "second", why: ["for first"] },
      { id: "third", why: ["for second"] },
    ]);
  });

  test("what cannot be had is a remark on the clause and an omission", () => {
    expect(select(contract, [STOCK], [ON_STOCK])).toMatchObject({
      chosen: [{ id: "stock" }],
      remarks: ["stock needs-missing"],
      omitted: { change: "not-in-library", option: "not-in-library" },
    });
  });
});

describe("asked for by a person", () => {
  test("comes in whatever the assessment says, with a remark", () => {
    const odd = clauseOf("odd", "DC-19", { classes: ["K4"], types: ["works"] });
    const contract = assessedOf([], { clauses: { odd: "present" } });
    expect(select(contract, [odd], [], { asked: ["odd", "nowhere"] })).toMatchObject({
      chosen: [{ id: "odd", why: ["asked"] }],
      remarks: ["odd present", "odd not-for-type", "odd not-proportionate"],
      omitted: { nowhere: "not-in-library" },
    });
  });
});
