import { describe, expect, it } from "vitest";
import { assessRegister, contractIn } from "../../support/assess-register.ts";
import { registerOf } from "../../support/register-of.ts";

function classOf(criticality: string, more = "", stage = "in-force") {
  const register = registerOf(`
contracts:
  - id: c
    title: c
    stage: ${stage}
    criticality: { ${criticality} }
${more}`);
  const assessment = assessRegister(register);
  return {
    ...contractIn(assessment, "c").classification,
    findings: assessment.findings.filter(({ criterion }) => criterion === undefined),
  };
}

/** K2 for certain: R8 by the statutory duty, nothing blank. */
const K2 =
  "life-health: none, statutory-duty: supports, vital-function: none, mtpd: 400 h, dependents: 0, people: 0, vulnerable: no, alternative: none";
const OVERRIDE = "because: Erfarenhet, by: ledningsgruppen, date: 2026-02-11";

describe("an override", () => {
  it("upwards stands above what was computed, which is kept", () => {
    const found = classOf(`${K2}, override: { class: K4, ${OVERRIDE} }`);
    expect(found.decided).toEqual({ low: "K4", high: "K4" });
    expect(found.computed).toEqual({ low: "K2", high: "K2" });
    expect(found.rows).toEqual({ low: "O1", high: "O1" });
    expect(found.tableRows).toEqual({ low: "R8", high: "R8" });
    expect(found.override).toEqual({
      class: "K4",
      because: "Erfarenhet",
      by: "ledningsgruppen",
      approvedBy: undefined,
      effective: true,
    });
    expect(found.findings).toEqual([]);
  });

  it("downwards without approval has no effect and is a finding", () => {
    const found = classOf(`${K2}, override: { class: K1, ${OVERRIDE} }`);
    expect(found.decided).toEqual({ low: "K2", high: "K2" });
    expect(found.rows).toEqual({ low: "R8", high: "R8" });
    expect(found.override?.effective).toBe(false);
    expect(found.findings.map(({ kind }) => kind)).toEqual(["override-ineffective"]);
  });

  it("downwards with approval stands and is a finding", () => {
    const found = classOf(
      `${K2}, override: { class: K1, ${OVERRIDE}, approved-by: kommunstyrelsen }`,
    );
    expect(found.decided).toEqual({ low: "K1", high: "K1" });
    expect(found.computed).toEqual({ low: "K2", high: "K2" });
    expect(found.override).toMatchObject({ approvedBy: "kommunstyrelsen", effective: true });
    expect(found.findings.map(({ kind }) => kind)).toEqual(["class-lowered"]);
  });

  it("inside the bounds needs no approval and settles the class", () => {
    const found = classOf(
      `${K2.replace("life-health: none, ", "")}, override: { class: K2, ${OVERRIDE} }`,
    );
    expect(found.computed).toEqual({ low: "K2", high: "K3" });
    expect(found.decided).toEqual({ low: "K2", high: "K2" });
    expect(found.decisive).toEqual([]);
    expect(found.findings).toEqual([]);
  });

  it("is passed on to what the contract requires, decided and not computed", () => {
    const found = classOf(
      K2,
      `  - id: above
    title: above
    stage: in-force
    requires: [c]
    criticality: { ${K2}, override: { class: K3, ${OVERRIDE} } }
`,
    );
    expect(found.decided).toEqual({ low: "K3", high: "K3" });
    expect(found.rows).toEqual({ low: "I1", high: "I1" });
    expect(found.inheritedFrom).toEqual(["above"]);
  });

  it.each(["planned", "tendering", "ended"])(
    "of a contract that is %s is not passed on",
    (stage) => {
      const found = classOf(
        K2,
        `  - id: above
    title: above
    stage: ${stage}
    requires: [c]
    criticality: { ${K2}, override: { class: K3, ${OVERRIDE} } }
`,
      );
      expect(found.decided).toEqual({ low: "K2", high: "K2" });
      expect(found.inheritedFrom).toEqual([]);
    },
  );
});

describe("the functions that need a contract", () => {
  const none = "life-health: none, dependents: 0, alternative: none";
  const functions = (list: string): string => `functions:\n${list}`;

  it("give the link, the duty, the time, the people and the vulnerable", () => {
    const found = classOf(
      none,
      functions(
        "  - { id: f, name: f, vital-function: VF6.health, statutory: yes, mtpd: 12 h, people: 10, vulnerable: no, needs: { all-of: [c] } }\n",
      ),
    );
    // Within a day, a direct link and a duty that is delivered, no alternative: R3.
    expect(found.decided).toEqual({ low: "K4", high: "K4" });
    expect(found.rows).toEqual({ low: "R3", high: "R3" });
    expect(found.decisive).toEqual([]);
  });

  it("give a supporting link and duty where a share of the contract is enough", () => {
    const found = classOf(
      none,
      functions(
        "  - { id: f, name: f, vital-function: VF6.health, statutory: yes, mtpd: 12 h, people: 10, vulnerable: no, needs: { share-of: [{ contract: c, share: 50 % }] } }\n",
      ),
    );
    // Supporting both: neither R3 nor R6.
    expect(found.decided).toEqual({ low: "K2", high: "K2" });
    expect(found.rows).toEqual({ low: "R8", high: "R8" });
  });

  it("count by the least time and the strongest link of several", () => {
    const found = classOf(
      none,
      functions(`  - { id: f, name: f, vital-function: VF6.meals, statutory: no, mtpd: 200 h, people: 10, vulnerable: no, needs: { share-of: [{ contract: c, share: 50 % }] } }
  - { id: g, name: g, vital-function: VF6.health, statutory: yes, mtpd: 48 h, people: 10, vulnerable: no, needs: { all-of: [c] } }
`),
    );
    expect(found.decided).toEqual({ low: "K3", high: "K3" });
    expect(found.rows).toEqual({ low: "R6", high: "R6" });
  });

  it("bound, and do not settle, what one of them leaves blank", () => {
    const known = "vital-function: none, statutory: no, mtpd: 400 h, people: 10, vulnerable: no";
    const of = (blank: string): readonly string[] => {
      const { decided } = classOf(
        `${none}, statutory-duty: none`,
        functions(
          `  - { id: f, name: f, ${known}, needs: { all-of: [c] } }
  - { id: g, name: g, ${known.replace(blank, "")}, needs: { all-of: [c] } }
`.replaceAll(", ,", ","),
        ),
      );
      return [decided.low, decided.high];
    };
    expect(of("no such field")).toEqual(["K1", "K1"]);
    expect(of("mtpd: 400 h")).toEqual(["K1", "K2"]);
    expect(of("people: 10")).toEqual(["K1", "K2"]);
    expect(of("vital-function: none")).toEqual(["K1", "K2"]);
    // Vulnerable at ten people is no more than level 2.
    expect(of("vulnerable: no")).toEqual(["K1", "K1"]);
  });

  it("bound the duty of a contract that only a share of is known to serve", () => {
    const found = classOf(
      `${none}, vital-function: none`,
      functions(`  - { id: f, name: f, statutory: yes, mtpd: 48 h, people: 10, vulnerable: no, needs: { share-of: [{ contract: c, share: 50 % }] } }
  - { id: g, name: g, mtpd: 48 h, people: 10, vulnerable: no, needs: { all-of: [c] } }
`),
    );
    expect(found.decided).toEqual({ low: "K2", high: "K3" });
  });

  it("stand back for what the contract itself says", () => {
    const found = classOf(
      `${none}, statutory-duty: supports, vital-function: none, mtpd: 400 h, people: 0, vulnerable: no`,
      functions(
        "  - { id: f, name: f, vital-function: VF6.health, statutory: yes, mtpd: 12 h, people: 5000, vulnerable: yes, needs: { all-of: [c] } }\n",
      ),
    );
    expect(found.decided).toEqual({ low: "K2", high: "K2" });
    expect(found.rows).toEqual({ low: "R8", high: "R8" });
  });

  it("give the link where the contract names the vital function but not the link", () => {
    const found = classOf(
      `${none}, vital-function: { code: VF6.health }`,
      functions(
        "  - { id: f, name: f, vital-function: VF6.health, statutory: yes, mtpd: 12 h, people: 10, vulnerable: no, needs: { all-of: [c] } }\n",
      ),
    );
    expect(found.rows).toEqual({ low: "R3", high: "R3" });
  });
});

describe("a vital function without a link", () => {
  const rest =
    "life-health: none, statutory-duty: supports, mtpd: 48 h, dependents: 0, people: 0, vulnerable: no, alternative: none";

  it("leaves the class open and is asked for", () => {
    const one = classOf(`${rest}, vital-function: { code: VF6.health }`);
    expect(one.decided).toEqual({ low: "K2", high: "K3" });
    expect(one.decisive).toEqual(["criticality.vital-function.link"]);
    const several = classOf(
      `${rest}, vital-function: [{ code: VF6.health }, { code: VF6.meals, link: supporting }]`,
    );
    expect(several.decided).toEqual({ low: "K2", high: "K3" });
    expect(several.decisive).toEqual(["criticality.vital-function"]);
  });

  it("beside one with a direct link changes nothing: the strongest counts", () => {
    const found = classOf(
      `${rest}, vital-function: [{ code: VF6.health }, { code: VF6.meals, link: direct }]`,
    );
    expect(found.decided).toEqual({ low: "K3", high: "K3" });
  });
});

describe("the age of the answers behind a class", () => {
  it.each([
    ["2024-11-24", "", false],
    ["2024-10-24", "", true],
    ["2025-11-24", `, override: { class: K3, ${OVERRIDE} }`, false],
    ["2025-10-24", `, override: { class: K3, ${OVERRIDE} }`, true],
  ])("given on %s with %s", (date, override, stale) => {
    const found = classOf(`${K2}, assessed: { date: ${date}, by: kontraktsansvarig }${override}`);
    expect(found.stale).toBe(stale);
    expect(found.findings.map(({ kind }) => kind)).toEqual(stale ? ["classification-stale"] : []);
    if (stale) expect(found.findings[0]?.severity).toBe("low");
  });
});
