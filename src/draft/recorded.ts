import type { ContractType } from "../model/register.ts";
import type { Raw, RawObject } from "../model/values.ts";
import { isRawObject } from "../model/values.ts";

/** What the register says about one clause of a contract. */
export interface RecordedClause {
  /** `present`, `partly`, `general-terms-only`, `none`; undefined when nobody has said. */
  readonly status: string | undefined;
  /** Where the clause stands in the contract. */
  readonly ref: string | undefined;
  /** Why it is as it is, where somebody has said so. */
  readonly because: string | undefined;
  readonly parameters: RawObject;
}

const NOTHING: RecordedClause = {
  status: undefined,
  ref: undefined,
  because: undefined,
  parameters: {},
};

/** The recorded clause `id` of a contract as the register writes it. */
export function recordedClause(contract: RawObject, id: string): RecordedClause {
  const clauses = contract["clauses"];
  const written = isRawObject(clauses) ? own(clauses, id) : undefined;
  if (typeof written === "string") return { ...NOTHING, status: said(written) };
  if (!isRawObject(written)) return NOTHING;
  const parameters = own(written, "parameters");
  return {
    status: said(own(written, "status")),
    ref: said(own(written, "ref")),
    because: reasonIn(own(written, "because")),
    parameters: isRawObject(parameters) ? parameters : {},
  };
}

/** The value of a recorded parameter; undefined when it is blank, unknown or none. */
export function recordedParameter(recorded: RecordedClause, name: string): Raw | undefined {
  const value = own(recorded.parameters, name);
  return value === null || value === "unknown" || value === "none" ? undefined : value;
}

/** The general terms of a contract: `none` when it is known to have none, undefined when nobody has said. */
export type GeneralTerms =
  "none" | { readonly name: string; readonly version: string | undefined } | undefined;

/** Which general terms are attached to a contract. */
export function recordedGeneralTerms(contract: RawObject): GeneralTerms {
  const written = own(contract, "general-terms");
  if (written === "none") return "none";
  if (!isRawObject(written)) return undefined;
  const name = said(own(written, "name"));
  if (name === undefined) return undefined;
  const version = own(written, "version");
  return { name, version: typeof version === "number" ? String(version) : stated(said(version)) };
}

/** Every type of a contract, its main type first. */
export function typesOf(contract: {
  readonly type: ContractType | undefined;
  readonly also: readonly ContractType[];
}): readonly ContractType[] {
  return contract.type === undefined ? contract.also : [contract.type, ...contract.also];
}

/** A reason may be written in several languages; which of them is for others to choose. */
function reasonIn(value: Raw | undefined): string | undefined {
  return isRawObject(value)
    ? Object.values(value).find((text) => typeof text === "string")
    : said(value);
}

function own(object: RawObject, key: string): Raw | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function said(value: Raw | undefined): string | undefined {
  return typeof value === "string" && value !== "" && value !== "unknown" ? value : undefined;
}

function stated(version: string | undefined): string | undefined {
  return version === "none-stated" ? undefined : version;
}
