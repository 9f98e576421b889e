import type { Result, Results } from "../model/results.ts";
import { isOpen } from "../model/results.ts";

/**
 * GitLab's code quality report: what is open or known, since what were left out would count there as
 * cured. What is accepted, or only in the baseline, is no fault of the code.
 */
export function renderGitlab({ results, find }: Results): string {
  const reported = results.filter(
    ({ accepted, baseline }) => accepted === undefined && baseline !== "absent",
  );
  const issues = reported.map((result) => {
    const place = result.at === undefined ? undefined : find(result.at);
    return {
      description: result.message,
      check_name: result.rule,
      fingerprint: result.fingerprint,
      severity: severityOf(result),
      location: {
        path: place?.path ?? "register.yaml",
        lines: { begin: place?.span?.start.line ?? 1 },
      },
    };
  });
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}

/** What stops the run blocks; the rest by its severity. What nobody has answered is for information. */
function severityOf(result: Result): "info" | "minor" | "major" | "critical" | "blocker" {
  if (!isOpen(result) || result.level === "note") return "info";
  if (result.level === "error") return "blocker";
  switch (result.severity) {
    case "critical":
      return "critical";
    case "high":
      return "major";
    case "medium":
    case "low":
    case undefined:
      return "minor";
  }
}
