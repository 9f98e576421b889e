import { describe, expect, test } from "vitest";
import { withEdits } from "../../../src/assess/edit.ts";
import { isError } from "../../../src/model/diagnostic.ts";
import { openQuestions } from "../../../src/interview/open-questions.ts";
import { questionsInOrder } from "../../../src/interview/order.ts";
import type { Question } from "../../../src/interview/question.ts";
import { answered, standingOf } from "../../../src/interview/standing.ts";
import type { Standing } from "../../../src/interview/standing.ts";
import { contractOf, supplierOf } from "../../../src/load/build.ts";
import type { Catalogue } from "../../../src/model/catalogue.ts";
import { CLASSES } from "../../../src/model/classes.ts";
import type { CriticalityClass } from "../../../src/model/classes.ts";
import type { Condition } from "../../../src/model/condition.ts";
import type { Criterion } from "../../../src/model/criterion.ts";
import type { Day } from "../../../src/model/values.ts";
import { TODAY } from "../../support/memory-platform.ts";
import { LANGUAGES } from "../../../src/model/values.ts";
import { readWords } from "../../house/words.ts";
import { loadFiles, registerOf } from "../../support/register-of.ts";
import { SHIPPED, criterionOf, withCriteria } from "../../support/shipped-catalogue.ts";

const WORDS = { sv: readWords("sv"), fi: readWords("fi"), en: readWords("en") };

function standingIn(
  yaml: string,
  {
    catalogue = SHIPPED,
    asOf = TODAY,
  }: { readonly catalogue?: Catalogue; readonly asOf?: string } = {},
): Standing {
  const make = { contract: contractOf, supplier: supplierOf };
  const register = registerOf(yaml);
  const standing = standingOf(
    { register, catalogue, asOf: asOf as Day, toolVersion: "0.0.0", make },
    "K",
  );
  if (standing === undefined) throw new Error("no contract K");
  return standing;
}

function contractOfClass(criticality: CriticalityClass, more = ""): string {
  return `contracts:
  - id: K
    title: Contract
    criticality:
      override: { class: ${criticality}, because: test, by: head, approved-by: director }
${more}`;
}

function about(path: string, questions: readonly Question[]): Question {
  const found = questions.find((each) => each.path === path);
  if (found === undefined) throw new Error(`no question about ${path}`);
  return found;
}

/** The values that would be written in the field itself. */
function answersTo(question: Question): readonly unknown[] {
  return question.candidates.map(([first]) => first?.value);
}

function reads(condition: Condition | undefined, field: RegExp): boolean {
  if (condition === undefined) return false;
  if (condition.join === "test") return field.test(condition.field);
  return condition.of.some((part) => reads(part, field));
}

describe("flags are asked only when a criterion of a possible class reads them", () => {
  test.each(CLASSES)("%s", (criticality) => {
    for (const type of ["goods", "services", "works", "ict", "social-health"]) {
      const questions = openQuestions(
        standingIn(contractOfClass(criticality, `    type: ${type}\n    suppliers: none\n`)),
      );
      for (const { path, criteria } of questions) {
        if (!path.startsWith("flags.")) continue;
        const asking = criteria.filter(
          (each) => reads(each.applies, /^flags\./u) || reads(each.met, /^flags\./u),
        );
        expect(asking.map(({ severity }) => severity[criticality])).not.toContain(undefined);
        expect(asking.length).toBeGreaterThan(0);
      }
    }
  });

  test("one that only a grave class asks for is not asked at K1", () => {
    const flagged = criterionOf("flagged", "high", {
      met: {
        join: "test",
        field: "flags.cold-chain",
        word: "is",
        operand: { kind: "literal", value: "no" },
      },
      severity: { K3: "high", K4: "high" },
    });
    const catalogue = withCriteria([flagged]);
    const pathsAt = (criticality: CriticalityClass): readonly string[] =>
      openQuestions(standingIn(contractOfClass(criticality), { catalogue })).map(
        ({ path }) => path,
      );
    expect(pathsAt("K1")).toEqual([]);
    expect(pathsAt("K2")).toEqual([]);
    expect(pathsAt("K3")).toEqual(["flags.cold-chain"]);
    const open = openQuestions(standingIn("contracts:\n  - { id: K, title: T }\n", { catalogue }));
    expect(open.map(({ path }) => path)).toContain("flags.cold-chain");
  });
});

describe("what is open", () => {
  test("is nothing that was answered, and again what has a proof too old to count", () => {
    const plan = (date: string): readonly Question[] =>
      openQuestions(
        standingIn(
          contractOfClass(
            "K3",
            `    clauses: { continuity-plan: present }
    continuity: { plan: { delivered: yes, evidence: { kind: document, date: ${date} } } }
`,
          ),
        ),
      ).filter((each) => each.criteria.some(({ id }) => id === "continuity-plan"));
    // Good for twelve months at K3, and worthless after twice that.
    expect(plan("2026-10-01")).toEqual([]);
    expect(plan("2024-10-24").map(({ path }) => path)).toEqual(["continuity.plan"]);
  });

  test("is nothing that was answered after the day of assessment", () => {
    const yaml = contractOfClass(
      "K3",
      "    sourcing: { second-source: { status: yes, date: 2026-05-01 } }\n",
    );
    const paths = (asOf: string): readonly string[] =>
      openQuestions(standingIn(yaml, { asOf })).map(({ path }) => path);
    expect(paths("2026-04-01")).not.toContain("sourcing.second-source");
    expect(paths("2026-04-01")).toContain("clauses.sanctions");
  });

  test("is asked of a supplier in its own fields", () => {
    const yaml = `suppliers:
  - { id: s1, name: S1 }
${contractOfClass("K4", "    suppliers: [s1]\n")}`;
    const question = about("finance.warning", openQuestions(standingIn(yaml)));
    expect(question).toMatchObject({ shape: "supplier", entry: "s1", decidesClass: false });
  });

  test("is the link of each vital function that has none", () => {
    const yaml = `contracts:
  - id: K
    title: Contract
    criticality: { vital-function: [{ code: VF6, link: supporting }, { code: VF5 }] }
`;
    const paths = openQuestions(standingIn(yaml)).map(({ path }) => path);
    expect(paths).toContain("criticality.vital-function.1.link");
  });
});

describe("what may be answered", () => {
  const questions = openQuestions(
    standingIn(contractOfClass("K4", "    type: goods\n    suppliers: none\n")),
  );

  test("an answer: yes with fresh proof of the kind asked for, or no", () => {
    expect(answersTo(about("sourcing.second-source", questions))).toEqual([
      { status: "yes", evidence: { kind: "document", date: "2026-11-24" } },
      "no",
    ]);
  });

  test("a clause: present or none", () => {
    expect(answersTo(about("clauses.sanctions", questions))).toEqual(["present", "none"]);
  });

  test("an amount: one that meets the class's scale, and one that does not", () => {
    // The scale of K4 is two hours, at most.
    const path = "clauses.disruption-notice.parameters.notify-first";
    expect(answersTo(about(path, questions))).toEqual(["2 h", "5 h"]);
    // The scale of K4 is 45 days, at least.
    expect(answersTo(about("clauses.buffer-stock.parameters.stock", questions))).toEqual([
      "1080 h",
      "540 h",
    ]);
  });

  test("the day of a test: today or none; a text: something recorded or none", () => {
    expect(answersTo(about("clauses.crisis-contacts.tested", questions))).toEqual([
      "2026-11-24",
      "none",
    ]);
    expect(answersTo(about("owner.deputy", questions))).toEqual(["upphandlare", "none"]);
  });

  test("a fact behind the class: one answer for each of its levels", () => {
    const open = openQuestions(standingIn("contracts:\n  - { id: K, title: T }\n"));
    const tried = answersTo(about("criticality.life-health", open));
    expect(tried).toEqual(["none", "indirect", "serious", "life-threatening"]);
    expect(answersTo(about("criticality.mtpd", open))).toEqual(["500 h", "96 h", "48 h", "4 h"]);
    expect(answersTo(about("type", open))).toEqual([
      "goods",
      "services",
      "works",
      "ict",
      "social-health",
    ]);
  });

  test("evidence beside a field that cannot carry its own", () => {
    const yaml = `suppliers:
  - { id: s1, name: S1 }
${contractOfClass("K4", "    suppliers: [s1]\n")}`;
    const { candidates } = about("finance.warning", openQuestions(standingIn(yaml)));
    expect(candidates.map((edits) => edits.map(({ path, value }) => [path, value]))).toEqual(
      ["yes", "no"].map((value) => [
        ["finance.warning", value],
        ["finance.evidence", { kind: "document", date: "2026-11-24" }],
      ]),
    );
  });
});

describe("of every question that the catalogue can ask", () => {
  const yaml = (type: string): string => `kind: register
version: 1
organisation: { id: test-buyer, name: The buyer }
suppliers:
  - { id: s1, name: S1 }
${contractOfClass("K4", `    type: ${type}\n    suppliers: [s1]\n`)}`;

  test.each(["goods", "services", "works", "ict", "social-health"])(
    "the register takes each answer that is tried: %s",
    (type) => {
      const { register, faultsWith } = loadFiles({ "register.yaml": yaml(type) });
      const questions = openQuestions(
        standingIn(yaml(type).replace(/^kind: .*\nversion: .*\n/u, "")),
      );
      expect(questions.length).toBeGreaterThan(20);
      const entries = [...register.contracts, ...register.suppliers];
      const wrong = questions.flatMap(({ entry: id, candidates }) => {
        const entry = entries.find((each) => each.id === id);
        if (entry === undefined) return [id];
        return candidates.flatMap((edits) =>
          faultsWith(entry, withEdits(entry, edits))
            .filter(isError)
            .map(({ code }) => `${JSON.stringify(edits)}: ${code}`),
        );
      });
      expect(wrong).toEqual([]);
      const named = (path: string): boolean =>
        path.split(".").some((_, index, steps) => {
          const key = `terms.fields.${steps.slice(0, index + 1).join(".")}.name`;
          return LANGUAGES.every((language) => WORDS[language].has(key));
        });
      expect(questions.filter(({ path }) => !named(path)).map(({ path }) => path)).toEqual([]);
      const untried = questions.filter(({ candidates }) => candidates.length === 0);
      expect(untried.map(({ path }) => path)).toEqual([]);
    },
  );
});

describe("the order", () => {
  const clause = (id: string, severity: "low" | "high"): Criterion =>
    criterionOf(id, severity, {
      met: {
        join: "test",
        field: `clauses.${id}`,
        word: "is",
        operand: { kind: "literal", value: "present" },
      },
    });

  test("puts what weighs more first, then the smaller id", () => {
    const catalogue = withCriteria([
      clause("audit", "low"),
      clause("step-in", "high"),
      clause("sanctions", "high"),
    ]);
    const standing = standingIn(contractOfClass("K2"), { catalogue });
    expect(questionsInOrder(standing).map(({ path }) => path)).toEqual([
      "clauses.sanctions",
      "clauses.step-in",
      "clauses.audit",
    ]);
  });

  test("puts what moves the class before all, while the class is open", () => {
    const standing = standingIn("contracts:\n  - { id: K, title: T, suppliers: none }\n");
    const order = questionsInOrder(standing);
    const decisive = order.findLastIndex(({ decidesClass }) => decidesClass);
    expect(order.slice(0, decisive + 1).every(({ decidesClass }) => decidesClass)).toBe(true);
    expect(decisive).toBeGreaterThan(3);
    expect(order.length).toBeGreaterThan(decisive + 5);
  });

  test("puts what narrows the class most before what narrows it less", () => {
    const yaml = `contracts:
  - id: K
    title: Contract
    suppliers: none
    criticality:
      statutory-duty: none
      vital-function: none
      mtpd: 500 h
      dependents: none
      vulnerable: no
      alternative: none
`;
    // Life and health: none leaves K1-K2, the others decide K2, K3 and K3: 1.75 of 2 on the mean. People:
    // only a thousand of them moves an end, from K1-K3 to K2-K3: a third.
    const standing = standingIn(yaml);
    expect(standing.classification.decided).toEqual({ low: "K1", high: "K3" });
    expect(
      questionsInOrder(standing)
        .filter(({ decidesClass }) => decidesClass)
        .map(({ path }) => path),
    ).toEqual(["criticality.life-health", "criticality.people"]);
  });

  test("reads the class that a contract inherits from one that cannot do without it", () => {
    const yaml = `contracts:
  - id: A
    title: Above
    requires: [K]
    criticality: { override: { class: K4, because: test, by: head } }
  - { id: K, title: Below, suppliers: none }
`;
    const standing = standingIn(yaml);
    expect(standing.classification.decided).toEqual({ low: "K4", high: "K4" });
    const grave = [
      { shape: "contract" as const, entry: "K", path: "criticality.life-health", value: "none" },
    ];
    expect(answered(standing, grave).classification.decided).toEqual({ low: "K4", high: "K4" });
    expect(openQuestions(standing).some(({ decidesClass }) => decidesClass)).toBe(false);
  });
});
