import { compactNumber } from "./business-id.ts";
import type { CompanyNumber } from "./business-id.ts";

const NOT_IN_ID = /[^\p{L}0-9._/-]+/gu;
const EDGES = /^[._/-]+|[._/-]+$/gu;
const LONGEST = 60;
const LONGEST_READ = 500;
/** Fewer letters and digits than this name no contract: `1`, `-`. */
const FEWEST_IN_REFERENCE = 4;
/** Identifiers that eForms gives inside a notice. */
const TECHNICAL = /^CON-\d{4}$/u;
const RESERVED = new Set(["unknown", "none", "refused", "secret"]);

/** Makes a valid id of a text: what an id may not hold becomes a hyphen. Empty when nothing is left. */
export function slugOf(text: string): string {
  const slug = text
    .slice(0, LONGEST_READ)
    .normalize("NFC")
    .replace(/\s*\/\s*/gu, "/")
    .replace(NOT_IN_ID, "-")
    .replace(/-{2,}/gu, "-")
    .replace(EDGES, "");
  const cut = Array.from(slug).slice(0, LONGEST).join("").replace(EDGES, "");
  return RESERVED.has(cut) ? `${cut}-1` : cut;
}

/**
 * The id of a contract: the organisation's own reference where it names the contract, else the
 * number of the notice and the contract's name in it.
 */
export function contractIdOf(reference: string | undefined, notice: string, key: string): string {
  const own = reference === undefined ? "" : slugOf(reference);
  const letters = own.replace(/[^\p{L}\p{N}]/gu, "").length;
  if (letters >= FEWEST_IN_REFERENCE && !TECHNICAL.test(own)) return own;
  return slugOf(`${notice}/${key}`);
}

/** The id of a company: its Finnish business id, its foreign number with the country, or its name. */
export function companyIdOf(
  name: string,
  number: CompanyNumber | undefined,
  country: string | undefined,
): string {
  if (number?.kind === "business-id") return number.number;
  const named =
    number === undefined
      ? slugOf(name.toLowerCase().replace(/[._/]/gu, " "))
      : slugOf(`${country ?? ""}-${compactNumber(number.number)}`.toLowerCase());
  return named === "" ? "company" : named;
}

/** Gives each id once: a second one that is equal, or equal but for case, gets `-2`, a third `-3`. */
export function makeUnique(): (id: string) => string {
  const given = new Set<string>();
  const counts = new Map<string, number>();
  return (id) => {
    let count = counts.get(id.toLowerCase()) ?? 1;
    let candidate = id;
    while (given.has(candidate.toLowerCase())) {
      count += 1;
      candidate = `${id}-${String(count)}`;
    }
    counts.set(id.toLowerCase(), count);
    given.add(candidate.toLowerCase());
    return candidate;
  };
}
