import { describe, expect, it } from "vitest";
import { readField } from "../../../src/assess/reading.ts";
import type { Entry } from "../../../src/model/register.ts";
import type { Day, Raw, RawObject } from "../../../src/model/values.ts";
import { assessRegister, contractIn, judgementIn } from "../../support/assess-register.ts";
import { TODAY } from "../../support/memory-platform.ts";
import { registerOf } from "../../support/register-of.ts";

function entry(raw: RawObject): Entry {
  return {
    id: "c",
    raw: { id: "c", title: "c", ...raw },
    place: { file: "r.yaml", pointer: "/contracts/0", part: "value" },
  };
}

function read(raw: RawObject, path: string, asOf: string = TODAY) {
  return readField(entry(raw), "contract", path, asOf as Day);
}

function coordinated(answer: Raw): RawObject {
  return { continuity: { "plans-coordinated": answer } };
}

const PLANS = "continuity.plans-coordinated";

describe("an answer", () => {
  it.each([
    ["yes", "known", "yes"],
    [true, "known", "yes"],
    ["no", "known", "no"],
    [false, "known", "no"],
    ["partly", "known", "partly"],
    ["refused", "known", "refused"],
    ["unknown", "unknown", undefined],
    [null, "unknown", undefined],
  ])("%s is %s, short or long", (written, state, value) => {
    for (const form of [written, { status: written }]) {
      const reading = read(coordinated(form), PLANS);
      expect(reading.state).toBe(state);
      if (reading.state === "known") expect(reading.value).toBe(value);
    }
  });

  it("that nobody wrote is unknown, at every depth", () => {
    for (const raw of [
      {},
      { continuity: {} },
      { continuity: "unknown" },
      coordinated({ note: "?" }),
    ]) {
      expect(read(raw, PLANS)).toMatchObject({ state: "unknown", later: false, path: PLANS });
    }
  });

  it("that does not apply carries its reason", () => {
    const reading = read(
      coordinated({ status: "not-applicable", because: { sv: "Engångsköp", en: "One purchase" } }),
      PLANS,
    );
    expect(reading).toMatchObject({ state: "not-applicable", because: "Engångsköp" });
  });

  it("carries its evidence, its day and its place", () => {
    const long = {
      status: "yes",
      date: "2025-05-10",
      evidence: [{ kind: "document", ref: "EXS/1", date: "2025-04-02" }, { kind: "test" }],
    };
    const reading = read(coordinated(long), PLANS);
    expect(reading.proof).toEqual({
      evidence: [
        { kind: "document", date: "2025-04-02" },
        { kind: "test", date: undefined },
      ],
      answered: "2025-05-10",
      parts: [],
    });
    expect(reading.place).toEqual({
      file: "r.yaml",
      pointer: "/contracts/0/continuity/plans-coordinated",
      part: "key",
    });
  });

  it("given after the day of assessment is not known on it", () => {
    const answered = coordinated({ status: "yes", date: "2026-05-10" });
    expect(read(answered, PLANS, "2026-05-09")).toMatchObject({ state: "unknown", later: true });
    expect(read(answered, PLANS, "2026-05-10")).toMatchObject({ state: "known", value: "yes" });
    const proven = coordinated({
      status: "yes",
      evidence: { kind: "document", date: "2026-05-10" },
    });
    expect(read(proven, PLANS, "2026-05-09")).toMatchObject({ state: "unknown", later: true });
  });

  it("with one piece of evidence from later keeps the others", () => {
    const evidence = [
      { kind: "test", date: "2026-10-01" },
      { kind: "document", date: "2025-10-01" },
    ];
    const reading = read(coordinated({ status: "yes", evidence }), PLANS, "2026-01-01");
    expect(reading.state).toBe("known");
    expect(reading.proof.evidence).toEqual([{ kind: "document", date: "2025-10-01" }]);
  });
});

describe("a clause", () => {
  const status = (written: Raw) =>
    read({ clauses: { "buffer-stock": written } }, "clauses.buffer-stock");
  const stock = (written: Raw) =>
    read({ clauses: { "buffer-stock": written } }, "clauses.buffer-stock.parameters.stock");

  it.each(["present", "partly", "general-terms-only", "none"])(
    "%s is what it says, short or long",
    (written) => {
      expect(status(written)).toMatchObject({ state: "known", value: written });
      expect(status({ status: written })).toMatchObject({ state: "known", value: written });
    },
  );

  it("that is missing has no parameters; one that is there may have some nobody wrote", () => {
    for (const missing of ["none", "general-terms-only"]) {
      expect(stock(missing).state).toBe("none");
      expect(stock({ status: missing }).state).toBe("none");
    }
    for (const there of ["present", "partly", "unknown"]) {
      expect(stock(there).state).toBe("unknown");
      expect(stock({ status: there, parameters: "unknown" }).state).toBe("unknown");
    }
    expect(stock({ status: "present", parameters: { stock: "45 d" } })).toMatchObject({
      state: "known",
      value: 45 * 24,
    });
  });

  it("that does not apply has parameters that do not apply", () => {
    expect(stock({ status: "not-applicable", because: "En enda leverans" })).toMatchObject({
      state: "not-applicable",
      because: "En enda leverans",
    });
  });

  it("that was tried has evidence of the kind test", () => {
    const reading = status({ status: "present", tested: "2026-06-10" });
    expect(reading.proof.evidence).toEqual([{ kind: "test", date: "2026-06-10" }]);
    expect(
      read(
        { clauses: { "buffer-stock": { status: "present", tested: "none" } } },
        "clauses.buffer-stock.tested",
      ).state,
    ).toBe("none");
  });
});

describe("a day on which something was done", () => {
  it("after the day of assessment is not known on it; a day ahead of it is", () => {
    const owner = { owner: { role: "ansvarig", trained: "2026-11-01" } };
    expect(read(owner, "owner.trained", "2026-10-31")).toMatchObject({
      state: "unknown",
      later: true,
    });
    expect(read(owner, "owner.trained", "2026-11-01")).toMatchObject({
      state: "known",
      value: "2026-11-01",
    });
    expect(read(owner, "owner.role", "2026-10-31")).toMatchObject({
      state: "known",
      value: "ansvarig",
    });
    expect(read({ term: { end: "2027-01-31" } }, "term.end", "2026-10-31")).toMatchObject({
      state: "known",
      value: "2027-01-31",
    });
  });

  it("of a missing clause leaves its parameters open too", () => {
    const clauses = { clauses: { "buffer-stock": { status: "none", date: "2026-11-01" } } };
    expect(read(clauses, "clauses.buffer-stock", "2026-10-31").state).toBe("unknown");
    expect(read(clauses, "clauses.buffer-stock.parameters.stock", "2026-10-31").state).toBe(
      "unknown",
    );
    expect(read(clauses, "clauses.buffer-stock.parameters.stock", "2026-11-01").state).toBe("none");
  });
});

describe("a value", () => {
  it.each([
    ["criticality.mtpd", { criticality: { mtpd: "2 weeks" } }, 336],
    ["criticality.mtpd", { criticality: { mtpd: "90 min" } }, undefined],
    ["stock.lead-time", { stock: { "lead-time": "3 d" } }, 72],
    ["procurement.tenders-received", { procurement: { "tenders-received": 0 } }, 0],
    ["flags.consumables", { flags: { consumables: false } }, "no"],
    ["term.end", { term: { end: "2027-02-15" } }, "2027-02-15"],
    [
      "clauses.recovery-objectives.parameters.degraded-level",
      {
        clauses: {
          "recovery-objectives": { status: "present", parameters: { "degraded-level": "80 %" } },
        },
      },
      0.8,
    ],
    [
      "clauses.risk-review.parameters.review-every",
      {
        clauses: {
          "risk-review": { status: "present", parameters: { "review-every": "2 years" } },
        },
      },
      24,
    ],
  ])("at %s is comparable", (path, raw, value) => {
    const reading = read(raw, path);
    if (value === undefined) expect(reading).toMatchObject({ state: "known", value: 1.5 });
    else expect(reading).toMatchObject({ state: "known", value });
  });

  it("none is known to be absent, and so is all below it", () => {
    expect(read({ stock: "none" }, "stock").state).toBe("none");
    expect(read({ stock: "none" }, "stock.lasts").state).toBe("none");
    expect(read({ owner: { role: "none" } }, "owner.role").state).toBe("none");
    expect(read({ chain: { components: "none" } }, "chain.components").state).toBe("none");
  });
});

describe("an assessment of an earlier day", () => {
  const register = registerOf(`
contracts:
  - id: c
    title: c
    owner: { role: ansvarig, trained: 2026-11-01 }
    clauses: { crisis-contacts: { status: present, tested: 2026-11-01 } }
    criticality:
      statutory-duty: delivers
      life-health: none
      vital-function: none
      mtpd: 48 h
      dependents: none
      people: 0
      vulnerable: no
      alternative: { within: 24 h, ready: yes, verified: 2026-11-01 }
`);

  it("does not know what was tried later, and says how much it left out", () => {
    const today = assessRegister(register);
    expect(judgementIn(contractIn(today, "c").judgements, "crisis-contacts").verdict).toBe("met");
    expect(today.notes).toEqual([]);
    const before = assessRegister(register, { asOf: "2026-10-31" });
    expect(judgementIn(contractIn(before, "c").judgements, "crisis-contacts").verdict).toBe(
      "unknown",
    );
    // The test of the contacts, and the check of the alternative.
    expect(before.notes).toContainEqual({
      code: "R024",
      params: { count: 2, "as-of": "2026-10-31" },
    });
  });

  it("does not know of an alternative that was checked later", () => {
    expect(contractIn(assessRegister(register), "c").classification.decided).toEqual({
      low: "K2",
      high: "K2",
    });
    const before = contractIn(assessRegister(register, { asOf: "2026-10-31" }), "c").classification;
    expect(before.decided).toEqual({ low: "K2", high: "K3" });
    expect(before.decisive).toEqual(["criticality.alternative.verified"]);
  });
});
