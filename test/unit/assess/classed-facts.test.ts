import { expect, it } from "vitest";
import type { FactContext } from "../../../src/assess/fact.ts";
import { FACTS } from "../../../src/assess/facts.ts";
import { groundOf } from "../../../src/assess/assess.ts";
import { contractSubject } from "../../../src/assess/judge-contract.ts";
import { supplierSubject } from "../../../src/assess/judge-supplier.ts";
import type { Subject } from "../../../src/assess/surroundings.ts";
import { factContext, surroundingsOf } from "../../../src/assess/surroundings.ts";
import { TODAY } from "../../support/memory-platform.ts";
import { exampleFiles, loadFiles } from "../../support/register-of.ts";
import { SHIPPED } from "../../support/shipped-catalogue.ts";

/** What is computed without regard to the class is kept for all classes: who reads the class must say so. */
it.each(FACTS.map((fact) => [fact.name, fact] as const))(
  "the fact %s says whether it reads the class",
  (_name, fact) => {
    const { register } = loadFiles(exampleFiles("kommun"));
    const request = { register, catalogue: SHIPPED, asOf: TODAY, toolVersion: "0" };
    const { ground } = groundOf(request, () => undefined);
    const organisation: Subject = {
      level: fact.level,
      entry: register.organisation,
      shape: "organisation",
      contract: undefined,
    };
    const subjects =
      fact.level === "contract"
        ? register.contracts.map(contractSubject)
        : fact.level === "supplier"
          ? register.suppliers.map(supplierSubject)
          : [organisation];
    let read = false;
    for (const subject of subjects) {
      const plain = factContext(subject, "K3", ground, surroundingsOf(subject, "K3", ground).read);
      const watched: FactContext = {
        ...plain,
        get class() {
          read = true;
          return plain.class;
        },
      };
      fact.compute(watched);
    }
    expect(read).toBe(fact.classed === true);
  },
);
