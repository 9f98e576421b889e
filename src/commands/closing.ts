import type { Note } from "../model/assessment.ts";
import type { Gate } from "../model/gate.ts";
import type { Platform } from "../model/platform.ts";
import { printable } from "../model/printable.ts";
import type { Wording } from "../wording/wording.ts";
import type { Gated } from "./gated.ts";
import type { Failing } from "./gates.ts";
import { overrideLines } from "./override-lines.ts";
import { closingParams } from "./validate.ts";
import { wordsFor } from "./workspace.ts";

/** Findings shown before the rest is only counted. */
export const MOST_FINDINGS = 10;

/** The last lines of `assess`: what was left out, how the gates and the baseline stand, what was examined. */
export function closingLines(
  { workspace, catalogue, assessment, failing, gated, known }: Gated,
  wording: Wording,
  platform: Platform,
): readonly string[] {
  const { say } = wording;
  const { counts, notes } = assessment;
  const examined = {
    files: workspace.loaded.examined.files,
    contracts: assessment.contracts.length,
    suppliers: assessment.suppliers.filter(({ class: interval }) => interval !== undefined).length,
    criteria: catalogue.criteria.size,
  };
  const fresh = assessment.findings.length - known.findings.size;
  return [
    ...(notes.length === 0
      ? []
      : noteLines(notes, wordsFor(wording.language, ["diagnostics"], platform))),
    ...(known.compared
      ? [say("command.assess.baseline", { known: known.findings.size, new: fresh })]
      : []),
    ...(known.absent.length === 0
      ? []
      : [say("command.assess.baseline-absent", { count: known.absent.length })]),
    ...(gated ? gateLines(failing, say) : []),
    ...overrideLines(assessment.provenance.overrides, say),
    say("command.assess.closing", {
      ...closingParams(examined, say),
      met: counts.met,
      "not-met": counts.notMet,
      unknown: counts.unknown,
      "not-applicable": counts.notApplicable,
      accepted: counts.accepted,
    }),
    say("command.assess.next"),
  ];
}

/** What was left out of the assessment, or is worth knowing about it. */
function noteLines(notes: readonly Note[], { say }: Wording): readonly string[] {
  return notes.map(({ code, params }) => `${code} ${say(`diagnostics.${code}.says`, params)}`);
}

/** What the gates stop: the findings of each gate together, and under them the reason that its author gave. */
export function gateLines(failing: readonly Failing[], say: Wording["say"]): readonly string[] {
  if (failing.length === 0) return [say("command.assess.gate-passed")];
  const shown = byGate(failing.slice(0, MOST_FINDINGS));
  const left = failing.length - Math.min(failing.length, MOST_FINDINGS);
  return [
    say("command.assess.gate", { count: failing.length }),
    ...[...shown].flatMap(([{ because }, some]) => [
      ...some.map(({ finding: { subject, criterion } }) =>
        `  ${say("command.assess.gate-finding", { subject: subject ?? "portfolio", criterion: criterion ?? "" })}`.trimEnd(),
      ),
      ...(because === undefined
        ? []
        : [`    ${say("command.assess.gate-because", { because: printable(because) })}`]),
    ]),
    ...(left > 0 ? [`  ${say("command.left-out", { count: left })}`] : []),
  ];
}

function byGate(failing: readonly Failing[]): ReadonlyMap<Gate, readonly Failing[]> {
  const gates = new Map<Gate, Failing[]>();
  for (const each of failing) {
    const found = gates.get(each.gate);
    if (found === undefined) gates.set(each.gate, [each]);
    else found.push(each);
  }
  return gates;
}
