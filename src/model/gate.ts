import type { CriticalityClass } from "./classes.ts";
import type { Severity } from "./criterion.ts";
import type { Priority } from "./profile.ts";

/** What must not be: a finding that matches all that a gate names fails the run. */
export interface Gate {
  readonly criteria: readonly string[] | undefined;
  /** Groups of criteria. */
  readonly groups: readonly string[] | undefined;
  readonly classes: readonly CriticalityClass[] | undefined;
  readonly severities: readonly Severity[] | undefined;
  readonly priorities: readonly Priority[] | undefined;
  readonly statutory: boolean | undefined;
  readonly verdicts: readonly ("not-met" | "unknown")[];
  /** Why the gate stands, printed when it stops something. */
  readonly because: string | undefined;
}
