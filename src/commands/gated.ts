import { factsTextOf } from "../assess/facts-digest.ts";
import type { Finding } from "../model/assessment.ts";
import type { Platform } from "../model/platform.ts";
import type { Assessed } from "./assessed.ts";
import type { Failing } from "./gates.ts";
import { failingFindings, readGates, underProfile } from "./gates.ts";
import type { Known } from "./known.ts";
import { knownIn } from "./known.ts";
import { digestOf } from "./results/digest.ts";

/** What is asked of the gates on the command line. */
export interface GatesAsked {
  readonly failOn: readonly string[];
  readonly baseline: string | undefined;
}

/** An assessment with what the gates and the baseline say of its findings. */
export interface Gated extends Assessed {
  readonly gated: boolean;
  readonly failing: readonly Failing[];
  readonly known: Known;
  readonly digest: (finding: Finding) => string;
}

/** Looks at the findings through the policy's gates, those asked for, and the baseline. */
export function gate(assessed: Assessed, asked: GatesAsked, platform: Platform): Gated {
  const { workspace, register, catalogue, assessment } = assessed;
  const gates = underProfile(
    [...workspace.policy.gates, ...readGates(asked.failOn, catalogue)],
    catalogue.profile,
  );
  const facts = factsTextOf(register, assessment);
  const digest = (finding: Finding): string => digestOf(facts(finding), 16, platform);
  const known = knownIn(asked.baseline, assessment, digest, platform);
  const failing = failingFindings(assessment, catalogue, gates, known.findings);
  return { ...assessed, gated: gates.length > 0, failing, known, digest };
}
