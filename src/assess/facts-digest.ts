import type { Assessment, Finding } from "../model/assessment.ts";
import type { Place } from "../model/diagnostic.ts";
import type { Entry, Register } from "../model/register.ts";
import type { Raw } from "../model/values.ts";
import { byCodeUnits, isRawList, isRawObject } from "../model/values.ts";

/** What of the values a finding stands on is written, so that it can be compared with another day's. */
export type FactsText = (finding: Pick<Finding, "subject" | "criterion" | "evidence">) => string;

/**
 * The values that a finding's verdict read, as one text: by entry and field, sorted, without places or
 * days. Equal texts mean that nothing in the register has changed that the verdict looks at.
 */
export function factsTextOf(register: Register, assessment: Assessment): FactsText {
  const entries = entriesByPlace(register);
  const classes = new Map(
    assessment.contracts.map(({ contract, classification }) => [contract.id, classification]),
  );
  return (finding) => {
    if (finding.criterion === undefined) {
      const found = classes.get(finding.subject ?? "");
      return JSON.stringify([found?.decided, found?.computed, found?.override?.class]);
    }
    const facts = finding.evidence.map((place) => factAt(place, entries));
    return facts.sort(byCodeUnits).join("\n");
  };
}

/** Sections of a register that hold one entry; the others hold lists. */
const SINGLE = "organisation";

function entriesByPlace(register: Register): ReadonlyMap<string, readonly [string, Entry]> {
  const sections: readonly (readonly [string, readonly Entry[]])[] = [
    [SINGLE, [register.organisation]],
    ["contracts", register.contracts],
    ["suppliers", register.suppliers],
    ["functions", register.functions],
    ["resources", register.resources],
    ["actions", register.actions],
    ["decisions", register.decisions],
  ];
  return new Map(
    sections.flatMap(([section, entries]) =>
      entries.map((entry) => {
        const name = section === SINGLE ? section : `${section}/${entry.id}`;
        return [`${entry.place.file} ${entry.place.pointer}`, [name, entry] as const] as const;
      }),
    ),
  );
}

/** `contracts/K-17/clauses/force-majeure "none"`: an entry is named by its id, so that its place may change. */
function factAt(
  { file, pointer }: Place,
  entries: ReadonlyMap<string, readonly [string, Entry]>,
): string {
  const steps = pointer.split("/").slice(1);
  const depth = steps[0] === SINGLE ? 1 : 2;
  const found = entries.get(`${file} /${steps.slice(0, depth).join("/")}`);
  if (found === undefined) return "";
  const [name, entry] = found;
  const inside = steps.slice(depth);
  return `${name}/${inside.join("/")} ${JSON.stringify(sorted(valueAt(entry.raw, inside)))}`;
}

function valueAt(root: Raw, steps: readonly string[]): Raw {
  let value: Raw = root;
  // A clause that is `none` answers for all its fields: the nearest value that is there was read.
  for (const step of steps) {
    const next: Raw | undefined = isRawObject(value) ? value[step] : undefined;
    if (next === undefined) break;
    value = next;
  }
  return value;
}

/** With the keys of every map in one order: how somebody ordered them means nothing. */
function sorted(value: Raw): Raw {
  if (isRawList(value)) return value.map(sorted);
  if (!isRawObject(value)) return value;
  const keys = Object.keys(value).sort(byCodeUnits);
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? null)]));
}
