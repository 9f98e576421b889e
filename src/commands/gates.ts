import type { Assessment, Finding } from "../model/assessment.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { CriticalityClass } from "../model/classes.ts";
import { CLASSES } from "../model/classes.ts";
import { SEVERITIES } from "../model/criterion.ts";
import { diagnose } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import type { Gate } from "../model/gate.ts";
import { PRIORITIES } from "../model/profile.ts";

const ANY: Gate = {
  criteria: undefined,
  classes: undefined,
  severities: undefined,
  priorities: undefined,
  statutory: undefined,
  verdicts: ["not-met"],
};

/**
 * Gates from the command line: `statutory`, a priority, a severity, a class or a criterion, several
 * joined by `+` (`K4+critical`); `unknown` in such a list lets unknown verdicts fail too.
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
  const allowed = [
    "statutory",
    "unknown",
    ...PRIORITIES,
    ...SEVERITIES,
    ...CLASSES,
    "criterion-id",
  ];
  throw new Failure([diagnose("U005", { option: "--fail-on", value: word, allowed })], 2);
}

/** Findings that some gate does not let through. */
export function failingFindings(
  assessment: Assessment,
  gates: readonly Gate[],
): readonly Finding[] {
  const classes = new Map<string, CriticalityClass>();
  for (const { contract, classification } of assessment.contracts)
    classes.set(`contract ${contract.id}`, classification.decided.high);
  for (const { supplier, class: interval } of assessment.suppliers) {
    if (interval !== undefined) classes.set(`supplier ${supplier.id}`, interval.high);
  }
  return assessment.findings.filter((finding) =>
    gates.some((gate) =>
      stops(gate, finding, classes.get(`${finding.level} ${finding.subject ?? ""}`)),
    ),
  );
}

function stops(gate: Gate, finding: Finding, criticality: CriticalityClass | undefined): boolean {
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
