import { groundOf } from "../../src/assess/assess.ts";
import type { Observation } from "../../src/assess/observation.ts";
import { surroundingsOf } from "../../src/assess/surroundings.ts";
import type { Register } from "../../src/model/register.ts";
import type { Day } from "../../src/model/values.ts";
import { TODAY } from "./memory-platform.ts";
import { SHIPPED } from "./shipped-catalogue.ts";

/** What a fact of the organisation or of the portfolio is, as the assessment computes it. */
export function observeFact(name: string, register: Register, asOf: string = TODAY): Observation {
  const request = { register, catalogue: SHIPPED, asOf: asOf as Day, toolVersion: "0.0.0" };
  const { ground } = groundOf(request, () => undefined);
  const subject = {
    level: "portfolio",
    entry: register.organisation,
    shape: "organisation",
    contract: undefined,
  } as const;
  return surroundingsOf(subject, undefined, ground).observe(`fact.${name}`);
}
