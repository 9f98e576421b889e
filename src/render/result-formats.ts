import type { Results } from "../model/results.ts";
import type { Wording } from "../wording/wording.ts";

/** Writes the results of a run for another program; `wording` has the area `results`. */
export type RenderResults = (results: Results, wording: Wording) => string;

/** The forms for other programs, by the name that a user gives. Each loads its renderer when it is wanted. */
export const RESULT_FORMATS = {
  sarif: async () => (await import("./sarif.ts")).renderSarif,
  junit: async () => (await import("./junit.ts")).renderJunit,
  github: async () => (await import("./github.ts")).renderGithub,
  gitlab: async () => (await import("./gitlab.ts")).renderGitlab,
} as const satisfies Readonly<Record<string, () => Promise<RenderResults>>>;
