import type { Assessment, Finding } from "../model/assessment.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { CriticalityClass } from "../model/classes.ts";
import { CLASSES } from "../model/classes.ts";
import { SEVERITIES } from "../model/criterion.ts";
import { diagnose } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import type { Gate } from "../model/gate.ts";
import { PRIORITIES } from "../model/profile.ts";
import { byCodeUnits } from "../model/values.ts";

const ANY: Gate = {
  criteria: undefined,
  groups: undefined,
  classes: undefined,
  severities: undefined,
  priorities: undefined,
  statutory: undefined,
  verdicts: ["not-met"],
  because: undefined,
};

/**
 * Gates from the command line: `statutory`, a priority, a severity, a class, a criterion or a group
 * of criteria, several joined by `+` (`K4+critical`); `unknown` in such a list lets unknown verdicts fail too.
 */
export function readGates(written: readonly string[], catalogue: Catalogue): readonly Gate[] {
  return written.map((text) => {
    let gate: Gate = ANY;
    for (const word of text.split("+")) gate = narrowed(gate, word.trim(), catalogue);
    return gate;
  });
}

function narrowed(gate: Gate, word: string, catalogue: Catalogue): Gate {
  if (word === "statutory") return { ...gate, statutory: true };
  if (word === "unknown") return { ...gate, verdicts: ["not-met", "unknown"] };
  const priority = PRIORITIES.find((each) => each === word);
  if (priority !== undefined)
    return { ...gate, priorities: PRIORITIES.slice(0, PRIORITIES.indexOf(priority) + 1) };
  const severity = SEVERITIES.find((each) => each === word);
  if (severity !== undefined)
    return { ...gate, severities: SEVERITIES.slice(SEVERITIES.indexOf(severity)) };
  const criticality = CLASSES.find((each) => each === word);
  if (criticality !== undefined)
    return { ...gate, classes: [...(gate.classes ?? []), criticality] };
  if (catalogue.criteria.has(word)) return { ...gate, criteria: [...(gate.criteria ?? []), word] };
  if (groupsIn(catalogue).has(word)) return { ...gate, groups: [...(gate.groups ?? []), word] };
  const allowed = [
    "statutory",
    "unknown",
    ...PRIORITIES,
    ...SEVERITIES,
    ...CLASSES,
    "criterion-id",
    ...groupsIn(catalogue),
  ];
  throw new Failure([diagnose("U005", { option: "--fail-on", value: word, allowed })], 2);
}

function groupsIn(catalogue: Catalogue): ReadonlySet<string> {
  return new Set([...catalogue.criteria.values()].map(({ group }) => group).sort(byCodeUnits));
}

/** A finding, and the first gate that does not let it through. */
export interface Failing {
  readonly finding: Finding;
  readonly gate: Gate;
}

/** Findings that some gate does not let through, in their order; those that are known all pass. */
export function failingFindings(
  assessment: Assessment,
  catalogue: Catalogue,
  gates: readonly Gate[],
  known: ReadonlySet<Finding>,
): readonly Failing[] {
  if (gates.length === 0) return [];
  const classes = highestClasses(assessment);
  return assessment.findings.flatMap((finding): readonly Failing[] => {
    if (known.has(finding)) return [];
    const seen: Seen = {
      finding,
      class: classes.get(`${finding.level} ${finding.subject ?? ""}`),
      group: catalogue.criteria.get(finding.criterion ?? "")?.group,
    };
    const gate = gates.find((each) => stops(each, seen));
    return gate === undefined ? [] : [{ finding, gate }];
  });
}

/** The highest class that each contract and supplier may have, by level and id. */
export function highestClasses(assessment: Assessment): ReadonlyMap<string, CriticalityClass> {
  const classes = new Map<string, CriticalityClass>();
  for (const { contract, classification } of assessment.contracts)
    classes.set(`contract ${contract.id}`, classification.decided.high);
  for (const { supplier, class: interval } of assessment.suppliers) {
    if (interval !== undefined) classes.set(`supplier ${supplier.id}`, interval.high);
  }
  return classes;
}

/** What of a finding a gate looks at. */
interface Seen {
  readonly finding: Finding;
  readonly class: CriticalityClass | undefined;
  readonly group: string | undefined;
}

function stops(gate: Gate, { finding, class: criticality, group }: Seen): boolean {
  const verdict =
    finding.kind === "unknown"
      ? "unknown"
      : finding.kind === "not-met" || finding.kind === "acceptance-expired"
        ? "not-met"
        : undefined;
  return (
    verdict !== undefined &&
    gate.verdicts.includes(verdict) &&
    (gate.criteria?.includes(finding.criterion ?? "") ?? true) &&
    (gate.groups?.includes(group ?? "") ?? true) &&
    (gate.classes === undefined ||
      (criticality !== undefined && gate.classes.includes(criticality))) &&
    (gate.severities === undefined ||
      (finding.severity !== undefined && gate.severities.includes(finding.severity))) &&
    (gate.priorities?.includes(finding.priority.high) ?? true) &&
    (gate.statutory === undefined || gate.statutory === finding.statutory)
  );
}

/** The gates as a profile lets them stand: a strict one lets nothing through that nobody has answered. */
export function underProfile(
  gates: readonly Gate[],
  { unknownFails }: Catalogue["profile"],
): readonly Gate[] {
  if (!unknownFails) return gates;
  return gates.map((gate) => ({ ...gate, verdicts: ["not-met", "unknown"] }));
}
