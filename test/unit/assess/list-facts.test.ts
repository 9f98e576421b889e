import { describe, expect, it } from "vitest";
import type { Observation } from "../../../src/assess/observation.ts";
import { indexRegister } from "../../../src/assess/register-index.ts";
import { surroundingsOf } from "../../../src/assess/surroundings.ts";
import type { Day } from "../../../src/model/values.ts";
import { TODAY } from "../../support/memory-platform.ts";
import { registerFrom } from "../../support/register-of.ts";
import { SHIPPED } from "../../support/shipped-catalogue.ts";

/** A fact about a contract that says this, as it was known on a day. */
function factAbout(
  name: string,
  given: Readonly<Record<string, unknown>>,
  asOf: string = TODAY,
): Observation {
  const register = registerFrom({ contracts: [{ id: "c", title: "A contract", ...given }] });
  const contract = register.contracts[0];
  if (contract === undefined) throw new Error("no contract");
  const ground = {
    asOf: asOf as Day,
    register,
    index: indexRegister(register, asOf as Day),
    profile: SHIPPED.profile,
    classOf: () => undefined,
    onLater: () => undefined,
  };
  const subject = { level: "contract", entry: contract, shape: "contract", contract } as const;
  return surroundingsOf(subject, "K3", ground).observe(`fact.${name}`);
}

/** `yes` or `no`, else whether it is unknown or not asked. */
function answerOf(observation: Observation): string {
  return observation.state === "known" ? String(observation.value) : observation.state;
}

const DE = { name: "membran", origin: ["DE"] };

describe("whether the origins are known", () => {
  it.each([
    ["one critical component with two origins", [{ origin: ["FI", "SE"], critical: "yes" }], "yes"],
    ["a critical component without origin", [{ critical: "yes" }], "unknown"],
    ["an origin said to be unknown", [{ critical: "yes", origin: "unknown" }], "unknown"],
    ["a component of unsaid weight with an origin", [DE], "yes"],
    ["a component of unsaid weight without origin", [{ name: "pump" }], "unknown"],
    ["one that does not matter, without origin", [{ name: "dekal", critical: "no" }], "yes"],
    ["one that does not matter, as false", [{ name: "dekal", critical: false }], "yes"],
    ["one of two critical ones without origin", [DE, { name: "pump", critical: "yes" }], "unknown"],
    ["none listed", "none", "no"],
    ["a blank", undefined, "unknown"],
    ["said to be unknown", "unknown", "unknown"],
  ])("%s", (_says, components, expected) => {
    expect(answerOf(factAbout("origins-known", { chain: { components } }))).toBe(expected);
  });

  it("names what to ask for", () => {
    expect(factAbout("origins-known", {})).toMatchObject({ blanks: ["chain.components"] });
  });

  it("looks back on a day before a component was recorded", () => {
    const chain = { components: [{ ...DE, date: "2026-06-01" }] };
    expect(answerOf(factAbout("origins-known", { chain }, "2026-06-01"))).toBe("yes");
    expect(answerOf(factAbout("origins-known", { chain }, "2026-05-31"))).toBe("unknown");
  });
});

describe("whether the hosting is known", () => {
  it.each([
    ["one host with a country", [{ country: "FI" }], "yes"],
    ["two hosts in two countries", [{ country: "IE" }, { country: "NL" }], "yes"],
    ["a host of unsaid country", [{ country: "FI" }, { by: "leverantören" }], "unknown"],
    ["a country said to be unknown", [{ country: "unknown" }], "unknown"],
    ["nothing hosted", "none", "yes"],
    ["the supplier would not say", "refused", "no"],
    ["a blank", undefined, "unknown"],
    ["said to be unknown", "unknown", "unknown"],
  ])("%s", (_says, hosting, expected) => {
    expect(answerOf(factAbout("hosting-known", { ict: { hosting } }))).toBe(expected);
  });
});

const HANDLED = { date: "2026-03-05", handled: "yes" };

describe("whether the incidents are handled", () => {
  it.each([
    ["none happened", "none", "yes"],
    ["one, handled", [HANDLED], "yes"],
    ["one handled, one not", [HANDLED, { date: "2026-04-01", handled: "no" }], "no"],
    ["one not handled, one of which nobody knows", [{ handled: "no" }, { lasted: "9 h" }], "no"],
    ["one handled, one of which nobody knows", [HANDLED, { date: "2026-04-01" }], "unknown"],
    ["one said to be unknown", [{ date: "2026-04-01", handled: "unknown" }], "unknown"],
    ["no list", undefined, "not-applicable"],
    ["a list said to be unknown", "unknown", "not-applicable"],
  ])("%s", (_says, incidents, expected) => {
    expect(answerOf(factAbout("incidents-handled", { monitoring: { incidents } }))).toBe(expected);
  });

  it("leaves out an incident that comes after the day looked at", () => {
    const monitoring = { incidents: [HANDLED, { date: "2026-11-02", handled: "no" }] };
    expect(answerOf(factAbout("incidents-handled", { monitoring }, "2026-11-02"))).toBe("no");
    expect(answerOf(factAbout("incidents-handled", { monitoring }, "2026-11-01"))).toBe("yes");
  });

  it("asks nothing where a review does not concern the contract, for the reason given there", () => {
    const review = { status: "not-applicable", because: "Engångsköp" };
    const monitoring = { "last-review": review, incidents: "none" };
    expect(factAbout("incidents-handled", { monitoring })).toMatchObject({
      state: "not-applicable",
      because: "Engångsköp",
    });
  });
});

describe("whether the exit plan is delivered", () => {
  it.each([
    ["delivered", { plan: { delivered: "yes" } }, "yes"],
    ["not delivered", { plan: { delivered: "no" } }, "no"],
    ["no plan", { plan: "none" }, "no"],
    ["nobody knows", { plan: {} }, "unknown"],
    ["a blank", undefined, "unknown"],
  ])("%s", (_says, exit, expected) => {
    expect(answerOf(factAbout("exit-plan-delivered", { exit }))).toBe(expected);
  });

  it("asks nothing where exit assistance does not concern the contract", () => {
    const clause = { status: "not-applicable", because: "En enda leverans" };
    const given = { clauses: { "exit-assistance": clause }, exit: { plan: { delivered: "yes" } } };
    expect(factAbout("exit-plan-delivered", given)).toMatchObject({
      state: "not-applicable",
      because: "En enda leverans",
    });
  });
});
