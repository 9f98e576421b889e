import { describe, expect, it } from "vitest";
import { SHAPES } from "../../src/model/fields.ts";
import { vitalFunctionName } from "../../src/model/vital-function.ts";
import { assessRegister } from "../support/assess-register.ts";
import { registerFrom } from "../support/register-of.ts";
import { SHIPPED } from "../support/shipped-catalogue.ts";

const { vitalFunctions } = SHIPPED;
const CODES = [...vitalFunctions.values()].flatMap(({ id, parts }) => [id, ...parts.keys()]);

describe("the vital functions of society", () => {
  it("are the seven of the security strategy, each named in three languages", () => {
    expect([...vitalFunctions.keys()]).toEqual(["VF1", "VF2", "VF3", "VF4", "VF5", "VF6", "VF7"]);
    for (const code of CODES) {
      const names = (["sv", "fi", "en"] as const).map((language) =>
        vitalFunctionName(code, vitalFunctions, language),
      );
      expect(names.every((name) => name !== undefined && name !== "")).toBe(true);
      expect(new Set(names).size).toBe(3);
    }
    expect(vitalFunctionName("VF8", vitalFunctions, "en")).toBeUndefined();
    expect(vitalFunctionName("VF6.nothing", vitalFunctions, "en")).toBeUndefined();
  });

  it("are the codes that a register may write", () => {
    expect(new Set(SHAPES["vital-function-code"]?.words)).toEqual(new Set(CODES));
  });
});

describe("the vital functions of a contract", () => {
  const register = registerFrom({
    functions: [
      {
        id: "dialysis",
        name: "Dialysis",
        "vital-function": "VF6.health",
        needs: { "all-of": ["a", "b"] },
      },
      {
        id: "meals",
        name: "Meals",
        "vital-function": ["VF6.meals", "VF6.health"],
        needs: { "all-of": ["b"] },
      },
    ],
    contracts: [
      {
        id: "a",
        title: "A",
        criticality: { "vital-function": { code: "VF5.water", link: "direct" } },
      },
      { id: "b", title: "B" },
      { id: "c", title: "C", criticality: { "vital-function": "none" } },
      { id: "d", title: "D" },
    ],
  });

  it("are its own, else those of the functions that need it", () => {
    const found = assessRegister(register).contracts.map(({ contract, vitalFunctions: codes }) => [
      contract.id,
      codes,
    ]);
    expect(found).toEqual([
      ["a", ["VF5.water"]],
      ["b", ["VF6.health", "VF6.meals"]],
      ["c", []],
      ["d", []],
    ]);
  });
});
