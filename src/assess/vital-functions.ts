import type { Contract } from "../model/register.ts";
import type { Raw } from "../model/values.ts";
import { isRawList, isRawObject } from "../model/values.ts";
import type { FactContext } from "./fact.ts";

/**
 * The codes of the vital functions that a contract holds up: its own where it names any, else those of
 * the functions that need it. Without repetition, in the order written.
 */
export function vitalFunctionsOf(
  contract: Contract,
  { read, readOf, index }: Pick<FactContext, "read" | "readOf" | "index">,
): readonly string[] {
  const own = read("criticality.vital-function");
  if (own.state === "none") return [];
  const named =
    own.state === "known"
      ? listed(own.value as Raw).flatMap((each) => (isRawObject(each) ? codesIn(each["code"]) : []))
      : [];
  if (named.length > 0) return [...new Set(named)];
  const codes = index.functionsOf(contract.id).flatMap(({ function: each }) => {
    const reading = readOf(each, "function", "vital-function");
    return reading.state === "known" ? listed(reading.value as Raw).flatMap(codesIn) : [];
  });
  return [...new Set(codes)];
}

function listed(value: Raw): readonly Raw[] {
  return isRawList(value) ? value : [value];
}

function codesIn(code: Raw | undefined): readonly string[] {
  return typeof code === "string" && code !== "unknown" && code !== "none" ? [code] : [];
}
