import type { Assessment, Finding } from "../model/assessment.ts";
import type { Baseline, BaselineEntry } from "../model/baseline.ts";
import { Failure } from "../model/failure.ts";
import type { Platform } from "../model/platform.ts";
import { compareWithBaseline } from "../assess/baseline.ts";
import { readBaseline } from "../load/baseline.ts";

/** What the organisation already knows of. */
export interface Known {
  /** True when a baseline was given. */
  readonly compared: boolean;
  readonly findings: ReadonlySet<Finding>;
  /** Entries that no finding answers to any more. */
  readonly absent: readonly BaselineEntry[];
  /** The baseline as `--prune` leaves it. */
  readonly pruned: Baseline;
}

/** Reads the baseline, if one is given, and compares. A file that is none ends the run. */
export function knownIn(
  file: string | undefined,
  assessment: Assessment,
  digest: (finding: Finding) => string,
  platform: Platform,
): Known {
  if (file === undefined)
    return { compared: false, findings: new Set(), absent: [], pruned: { entries: [] } };
  const read = readBaseline(file, platform.readFile(file));
  if (!read.ok) throw new Failure(read.diagnostics, 3);
  const { known, absent, pruned } = compareWithBaseline(assessment, read.baseline, digest);
  return { compared: true, findings: known, absent, pruned };
}
