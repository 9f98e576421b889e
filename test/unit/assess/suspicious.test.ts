import { describe, expect, it } from "vitest";
import { assessRegister } from "../../support/assess-register.ts";
import { registerFrom } from "../../support/register-of.ts";
import { reducedTo } from "../../support/shipped-catalogue.ts";

const CATALOGUE = reducedTo(["sanctions-clause"]);

/** A register with contracts that answer as written. */
function notesOn(answers: readonly string[], share = 0.9, least = 10) {
  const contracts = answers.map((answer, index) => ({
    id: `C-${index}`,
    title: "T",
    stage: "in-force",
    ...(answer === "" ? {} : { clauses: { sanctions: answer } }),
  }));
  const profile = { ...CATALOGUE.profile, suspicious: { share, least } };
  const { notes } = assessRegister(registerFrom({ contracts }), {
    catalogue: { ...CATALOGUE, profile },
  });
  return notes.filter(({ code }) => code === "R028").map(({ params }) => params);
}

const failing = (count: number): readonly string[] => Array<string>(count).fill("none");

describe("a criterion that nearly every contract fails", () => {
  it("gets a note that its limit or the data may be wrong", () => {
    expect(notesOn(failing(10))).toEqual([
      { criterion: "sanctions-clause", count: 10, of: 10, share: 90 },
    ]);
    expect(notesOn([...failing(19), "present"])).toEqual([
      { criterion: "sanctions-clause", count: 19, of: 20, share: 90 },
    ]);
  });

  it("gets none at the share itself, on fewer contracts, or where much is unknown", () => {
    expect(notesOn([...failing(9), "present"])).toEqual([]);
    expect(notesOn(failing(9))).toEqual([]);
    expect(notesOn([...failing(10), "", ""])).toEqual([]);
  });

  it("is measured as the profile says", () => {
    expect(notesOn([...failing(4), "present"], 0.75, 5)).toMatchObject([{ count: 4, share: 75 }]);
    expect(notesOn(failing(10), 1)).toEqual([]);
  });
});
