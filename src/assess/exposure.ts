import type { Verdict } from "../model/criterion.ts";
import type { ExposureFact, Profile } from "../model/profile.ts";
import type { Contract } from "../model/register.ts";
import type { Bounds } from "../model/values.ts";
import { isRawList, isRawObject, monthsBetween, parseDay, rawText } from "../model/values.ts";
import type { FactContext } from "./fact.ts";
import { numberIn } from "./fact.ts";
import { EEA_COUNTRIES } from "./eea.ts";

type Held = true | false | undefined;

const LONG_LEAD_HOURS = 30 * 24;
const INCIDENT_MONTHS = 36;

/**
 * How exposed a contract is: 1 less the product of what each structural fact leaves (noisy-or). An
 * unknown fact is left out of the low end and taken into the high end. An index, not a probability.
 */
export function exposureOf(
  context: FactContext & { readonly contract: Contract },
  secondSource: Verdict,
  profile: Profile,
): Bounds {
  const facts: Readonly<Record<ExposureFact, Held>> = {
    "single-supplier":
      secondSource === "met" ? false : secondSource === "unknown" ? undefined : true,
    "sole-country": soleCountry(context),
    "financial-warning": financialWarning(context),
    "long-lead-time": longLeadTime(context),
    "recent-incident": recentIncident(context),
    "no-alternative": noAlternative(context),
  };
  let low = 1 - profile.exposure.base;
  let high = 1 - profile.exposure.base;
  for (const [name, held] of Object.entries(facts) as [ExposureFact, Held][]) {
    if (held === true) low *= 1 - profile.exposure[name];
    if (held !== false) high *= 1 - profile.exposure[name];
  }
  return { low: 1 - low, high: 1 - high };
}

/** A critical component whose only origin is one country outside the European Economic Area. */
function soleCountry({ read }: FactContext): Held {
  const components = read("chain.components");
  if (components.state !== "known" || !isRawList(components.value)) return undefined;
  let open = false;
  for (const each of components.value) {
    if (!isRawObject(each)) continue;
    const { critical, origin } = each;
    if (critical === "no" || critical === false) continue;
    if (!isRawList(origin) || critical === undefined) {
      open = true;
      continue;
    }
    if (origin.length === 1 && !EEA_COUNTRIES.has(rawText(origin[0]))) return true;
  }
  return open ? undefined : false;
}

function financialWarning({ contract, index, readOf }: FactContext): Held {
  let open = contract === undefined || contract.suppliers.length === 0;
  for (const { supplier } of contract?.suppliers ?? []) {
    const entry = index.suppliers.get(supplier);
    const warning = entry === undefined ? undefined : readOf(entry, "supplier", "finance.warning");
    if (warning?.state === "known" && warning.value === "yes") return true;
    if (warning?.state !== "known") open = true;
  }
  return open ? undefined : false;
}

function longLeadTime({ read }: FactContext): Held {
  const lead = read("stock.lead-time");
  if (lead.state === "none") return false;
  const hours = numberIn(lead);
  return hours === undefined ? undefined : hours > LONG_LEAD_HOURS;
}

function recentIncident({ read, asOf }: FactContext): Held {
  const incidents = read("monitoring.incidents");
  if (incidents.state === "none") return false;
  if (incidents.state !== "known" || !isRawList(incidents.value)) return undefined;
  let open = false;
  for (const each of incidents.value) {
    const written = isRawObject(each) ? each["date"] : undefined;
    const day = typeof written === "string" ? parseDay(written) : undefined;
    if (day === undefined) open = true;
    else if (day <= asOf && monthsBetween(day, asOf) <= INCIDENT_MONTHS) return true;
  }
  return open ? undefined : false;
}

function noAlternative({ read }: FactContext): Held {
  const alternatives = read("sourcing.alternatives");
  if (alternatives.state === "none") return true;
  const count = numberIn(read("sourcing.alternatives.count"));
  return count === undefined ? undefined : count === 0;
}
