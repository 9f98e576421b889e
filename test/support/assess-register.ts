import { assess } from "../../src/assess/assess.ts";
import type {
  Assessment,
  ContractAssessment,
  Finding,
  Judgement,
  SupplierAssessment,
} from "../../src/model/assessment.ts";
import type { Catalogue } from "../../src/model/catalogue.ts";
import type { Register } from "../../src/model/register.ts";
import type { Day } from "../../src/model/values.ts";
import { TODAY } from "./memory-platform.ts";
import { SHIPPED } from "./shipped-catalogue.ts";

/** Assesses a register as of the tests' day with the shipped catalogue, unless said otherwise. */
export function assessRegister(
  register: Register,
  {
    catalogue = SHIPPED,
    asOf = TODAY,
  }: { readonly catalogue?: Catalogue; readonly asOf?: string } = {},
): Assessment {
  return assess({ register, catalogue, asOf: asOf as Day, toolVersion: "0.0.0" });
}

export function contractIn(assessment: Assessment, id: string): ContractAssessment {
  return found(
    assessment.contracts.find(({ contract }) => contract.id === id),
    id,
  );
}

export function supplierIn(assessment: Assessment, id: string): SupplierAssessment {
  return found(
    assessment.suppliers.find(({ supplier }) => supplier.id === id),
    id,
  );
}

export function judgementIn(judgements: readonly Judgement[], criterion: string): Judgement {
  return found(
    judgements.find((each) => each.criterion === criterion),
    criterion,
  );
}

export function findingIn(assessment: Assessment, subject: string, criterion: string): Finding {
  const finding = assessment.findings.find(
    (each) => each.subject === subject && each.criterion === criterion,
  );
  return found(finding, `${subject} ${criterion}`);
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the assessment has no ${what}`);
  return value;
}
