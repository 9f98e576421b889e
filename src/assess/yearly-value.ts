import type { Contract } from "../model/register.ts";
import { addDays, monthsBetween } from "../model/values.ts";
import type { FactContext } from "./fact.ts";
import { dayIn, numberIn } from "./fact.ts";

/**
 * What a contract costs per year in its currency: as recorded, else its total divided by its recorded
 * term. Nothing is divided by a guessed term.
 */
export function yearlyValue(
  contract: Contract,
  { readOf }: Pick<FactContext, "readOf">,
): number | undefined {
  const read = (path: string): ReturnType<typeof readOf> => readOf(contract, "contract", path);
  const perYear = numberIn(read("value.per-year"));
  if (perYear !== undefined) return perYear;
  const total = numberIn(read("value.total"));
  const start = dayIn(read("term.start"));
  const end = dayIn(read("term.end"));
  if (total === undefined || start === undefined || end === undefined) return undefined;
  const months = monthsBetween(start, addDays(end, 1));
  return months > 0 ? (total * 12) / months : undefined;
}
