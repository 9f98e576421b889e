import type { Counts, FindingKind } from "./assessment.ts";
import type { CriticalityClass } from "./classes.ts";
import type { Level, Severity } from "./criterion.ts";
import type { Location, Span } from "./diagnostic.ts";
import type { Priority } from "./profile.ts";
import type { Day, Language } from "./values.ts";

/** How grave a result is for the run: `error` makes it fail, `warning` is known to be wrong or missing, `note` is the rest. */
export type ResultLevel = "error" | "warning" | "note";

/** `unchanged`: the baseline has it; `absent`: only the baseline has it. */
export type BaselineState = "new" | "unchanged" | "absent";

/** What a result is judged by: a code of ours, a criterion, or a kind of finding about the class. */
export interface ResultRule {
  readonly id: string;
  /** One sentence without a place. */
  readonly title: string;
  /** What it means and what to do, in a few sentences; may be empty. */
  readonly help: string;
  /** Words to sort by: group, level. */
  readonly tags: readonly string[];
}

/** One thing found, in words. Its place stays symbolic until a format shows it. */
export interface Result {
  readonly rule: string;
  readonly level: ResultLevel;
  /** In the chosen language, on one line. */
  readonly message: string;
  readonly at: Location | undefined;
  /** Whom it is about; undefined for a mistake in a file. */
  readonly subject: { readonly level: Level; readonly id: string } | undefined;
  /** The same for the same thing in every run, whatever lines were inserted above it; no two results share one. */
  readonly fingerprint: string;
  /** True when a gate does not let it through. */
  readonly fails: boolean;
  readonly kind: FindingKind | undefined;
  readonly severity: Severity | undefined;
  readonly priority: Priority | undefined;
  /** The highest class that the subject may have. */
  readonly class: CriticalityClass | undefined;
  /** Somebody with authority has accepted it, until a day. */
  readonly accepted:
    { readonly because: string; readonly by: string; readonly until: Day } | undefined;
  /** Undefined where no baseline was given. */
  readonly baseline: BaselineState | undefined;
}

/** One thing that was tried: a criterion on a subject, or a file. */
export interface ResultCase {
  readonly name: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** Why it failed or was skipped; a remark where it passed, or empty. */
  readonly message: string;
  /** Shown where it failed. */
  readonly at: Location | undefined;
}

/** What was tried of one contract, supplier or file. */
export interface ResultSuite {
  readonly name: string;
  readonly cases: readonly ResultCase[];
  /** The five counts of the cases; undefined for a file. */
  readonly counts: Counts | undefined;
}

/** Where a result stands: the path as written from where the command was run, without `..`. */
export interface ResultPlace {
  readonly path: string;
  /** Undefined where only the file is known. */
  readonly span: Span | undefined;
}

/** Everything a run found: the one thing that every format for other programs is made of. */
export interface Results {
  readonly command: "validate" | "assess";
  readonly language: Language;
  readonly tool: { readonly name: string; readonly version: string };
  /** False when the input could not be read: then nothing was judged. */
  readonly complete: boolean;
  /** In code-unit order of their ids. */
  readonly rules: readonly ResultRule[];
  /** Worst first. */
  readonly results: readonly Result[];
  /** Made only when a format asks: a large register has many. */
  readonly suites: () => readonly ResultSuite[];
  readonly counts: Readonly<Record<string, number>>;
  /** What was left out, or is worth knowing, about the run as a whole. */
  readonly notes: readonly { readonly code: string; readonly message: string }[];
  readonly find: (at: Location) => ResultPlace | undefined;
}

/** True for what somebody still has to look at: neither accepted, nor in the baseline. */
export function isOpen({ accepted, baseline }: Result): boolean {
  return accepted === undefined && (baseline === undefined || baseline === "new");
}
